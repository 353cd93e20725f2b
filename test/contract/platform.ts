import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Document } from '../../src/model.ts';
import type { Handlers, Place, Platform } from '../../src/ports/platform.ts';
import { document } from '../samples.ts';

/** A platform that runs against a counterpart of the real one, with what a test must know of it. */
export type PlatformHarness = {
  readonly platform: Platform;
  /** A channel that the bot may post in. */
  readonly place: Place;
  /** A channel that is not there, or closed to the bot; null where that cannot be. */
  readonly lost: Place | null;
  /** All text that people see in the channel and its threads, one piece for each message. */
  seen(): Promise<readonly string[]>;
  /** What the admins were told, one piece for each notice. */
  told(): Promise<readonly string[]>;
  /** Whether replies stand in threads (on a terminal they do not). */
  readonly threads: boolean;
  /** Closes what the platform ran against. */
  close(): Promise<void>;
};

const nobody: Handlers = {
  commands: [],
  text: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  command: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  complete: async () => [],
  talk: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  question: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  action: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  form: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  submit: async () => ({ document: document('no'), audience: 'asker', ok: false }),
  home: async () => document('home'),
  installed: async () => document('welcome'),
  removed: async () => {},
  knows: async () => true,
  channelsLost: async () => {},
  channelsBack: async () => {},
  channelChanged: async () => {},
};

const count = (texts: readonly string[], part: string) => texts.filter((text) => text.includes(part)).length;

/** Every kind of block, with words that would mention people where a platform let them. */
const everything: Document = {
  summary: 'A summary in one line',
  blocks: [
    { kind: 'heading', level: 1, text: 'Morning' },
    {
      kind: 'paragraph',
      content: [{ kind: 'text', text: 'Hello <!channel> @everyone <@U1> [x](https://evil.example)' }],
    },
    {
      kind: 'context',
      content: [{ kind: 'time', at: '2026-11-24T07:30:00.000Z', zone: 'Europe/Berlin', style: 'datetime' }],
    },
    { kind: 'list', ordered: false, items: [[{ kind: 'receipt', n: 1, href: 'https://news.example/a' }]] },
    {
      kind: 'table',
      columns: [
        { title: 'Value', align: 'right' },
        { title: 'What', align: 'left' },
      ],
      rows: [[[{ kind: 'text', text: '2.4 GW' }], [{ kind: 'text', text: 'leased' }]]],
    },
    { kind: 'quote', text: 'We ran out of land', by: [{ kind: 'text', text: 'Mara Lindqvist' }] },
    { kind: 'code', text: 'a < b' },
    { kind: 'divider' },
    { kind: 'actions', actions: [{ kind: 'press', id: 'more:1', label: 'More' }] },
  ],
  thread: [],
};

/** What every platform must do. `open` answers one that is not started yet. */
export function platformContract(name: string, open: () => Promise<PlatformHarness>): void {
  describe(`the platform contract: ${name}`, () => {
    let harness: PlatformHarness;
    let platform: Platform;
    beforeEach(async () => {
      harness = await open();
      platform = harness.platform;
      await platform.start(nobody);
    });
    afterEach(async () => {
      await platform.stop();
      await platform.stop();
      await harness.close();
    });

    it('has a name that can stand in an id', () => {
      expect(platform.name).toMatch(/^[a-z]+$/);
    });

    it('posts a message, and finds it by its key', async () => {
      const result = await platform.post(harness.place, document('A quiet day'), 'edition-1');
      if (result.kind !== 'sent') throw new Error(`not sent: ${result.reason}`);
      expect(count(await harness.seen(), 'A quiet day')).toBe(1);
      const found = await platform.find(harness.place, 'edition-1');
      // A platform that may not read its history says so rather than guess.
      if (found.kind !== 'unknown') expect(found).toEqual({ kind: 'found', reference: result.reference });
      expect((await platform.find(harness.place, 'edition-2')).kind).not.toBe('found');
    });

    it('posts every kind of block, and mentions nobody', async () => {
      expect((await platform.post(harness.place, everything, 'edition-1')).kind).toBe('sent');
      const text = (await harness.seen()).join('\n');
      for (const part of ['Morning', '2.4 GW', 'We ran out of land', 'Mara Lindqvist']) expect(text).toContain(part);
      expect(text).not.toMatch(/<!channel>|<@U1>/);
    });

    it('replies in the thread of a message', async () => {
      const main = await platform.post(harness.place, document('The day'), 'edition-1');
      if (main.kind !== 'sent') throw new Error('not sent');
      const thread = { ...harness.place, thread: main.reference };
      expect((await platform.post(thread, document('The first story'), 'edition-1/s1')).kind).toBe('sent');
      const seen = await harness.seen();
      expect(count(seen, 'The day')).toBe(1);
      expect(count(seen, 'The first story')).toBe(harness.threads ? 1 : 0);
    });

    it('changes a message that stands', async () => {
      const sent = await platform.post(harness.place, document('Before'), 'edition-1');
      if (sent.kind !== 'sent') throw new Error('not sent');
      expect((await platform.update(harness.place, sent.reference, document('After'))).kind).toBe('sent');
      expect(count(await harness.seen(), 'After')).toBe(1);
    });

    it('tells the admins, and nobody in a channel', async () => {
      const before = (await harness.seen()).length;
      expect((await platform.notice(harness.place.workspace, document('A feed is silent'), 'notice-1')).kind).toBe(
        'sent',
      );
      expect(count(await harness.told(), 'A feed is silent')).toBe(1);
      if (harness.threads) expect(await harness.seen()).toHaveLength(before);
    });

    it('says what is missing before a channel is saved, and that a lost one is lost', async () => {
      expect(await platform.missing(harness.place)).toEqual([]);
      if (harness.lost === null) return;
      expect(await platform.missing(harness.lost)).not.toEqual([]);
      expect(await platform.post(harness.lost, document('Nobody reads this'), 'edition-1')).toMatchObject({
        kind: 'refused',
        lost: true,
        reason: expect.stringMatching(/\w/),
      });
      expect(count(await harness.seen(), 'Nobody reads this')).toBe(0);
    });

    it('shows what would be sent without sending it', async () => {
      expect(JSON.stringify(platform.preview(everything))).toContain('2.4 GW');
      expect(await harness.seen()).toEqual([]);
    });
  });
}
