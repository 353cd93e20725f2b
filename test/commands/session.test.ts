import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpacked } from '../../adapters/slack/files.ts';
import { modal } from '../../adapters/slack/form.ts';
import { render, renderBare, renderLean, renderUnpaged, renderView } from '../../adapters/slack/render.ts';
import { OWNER } from '../../adapters/terminal/index.ts';
import { REGISTRY } from '../../src/commands/registry.ts';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Document } from '../../src/model.ts';
import type { Platform } from '../../src/ports/platform.ts';
import { listening, until } from '../adapters/discord/handlers.ts';
import { inTown } from '../adapters/discord/started.ts';
import { openTown, type Sent, type Town } from '../adapters/discord/town.ts';
import { messageFaults, uploadFaults, viewFaults } from '../adapters/slack/rules.ts';
import { openStage, SILENT, type Stage, shown } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

describe('a person who looks for a number', () => {
  it('finds it, weightiest first, with who says so and how many', async () => {
    const { text, ok } = await stage.say('figures northwind power');
    expect(ok).toBe(true);
    expect(text).toMatch(/2\.4 gigawatts.*\d publishers/);
    expect(text).toContain('600 megawatts');
  });

  it('doubts it, and reads the very sentence below the table', async () => {
    const { text } = await stage.say('figures northwind power');
    expect(text).toMatch(/\[\d+\] [A-Z][\w ]+: “[^”]*2\.4 gigawatts/);
  });

  it('opens the receipt of the debrief: publisher, time, address, sentences', async () => {
    const { text } = await stage.say('receipt 1');
    expect(text).toContain(stage.origin);
    const passages = [...text.matchAll(/ • “(.*?) ?open$/gms)].map(
      ([, passage]) => passage?.replace(/\s+/g, ' ') ?? '',
    );
    // A bare number tells nobody what it counts.
    for (const passage of passages) expect(passage).toMatch(/^“?[A-Z].* .* .*[.!?”]/);
    expect(new Set(passages).size).toBe(passages.length);
  });

  it('draws the trend, with every point on its own receipt', async () => {
    const { text } = await stage.say('trend H200');
    expect(text).toMatch(/[▁▂▃▄▅▆▇█] [▁▂▃▄▅▆▇█]/);
    expect(text).toContain('$1.88 an hour');
  });

  it('asks, and gets a sentence with its source; asks what nobody wrote, and is told so', async () => {
    const price = await stage.say('ask what does an H200 cost per hour now?');
    expect(price.text).toMatch(/\$1\.88 an hour.*\[1\]/s);
    const norway = await stage.say('ask will Northwind build in Norway?');
    expect(norway.text).toContain('Our sources do not tell.');
  });

  it('asks why something was left out, and gets the reason', async () => {
    const all = await stage.say('why');
    expect(all.text).toMatch(/Left out: \d+ stor(?:y|ies)/);
    const one = await stage.say('why FREE GPU credits');
    expect(one.text).toContain('was left out');
  });

  it('says that a figure is wrong, and does not see it again', async () => {
    const before = await stage.say('story 1', { workspace: 'terminal:doubter', channel: 'terminal' });
    expect(before.text).toContain('600 megawatts');
    const thanks = await stage.say('report 600 megawatts', { workspace: 'terminal:doubter', channel: 'terminal' });
    expect(thanks.text).toContain('hidden here until an admin has looked');
    const after = await stage.say('story 1', { workspace: 'terminal:doubter', channel: 'terminal' });
    expect(after.text).not.toContain('600 megawatts');
    // The sentences that other figures stand in may still hold it; as a figure it is gone.
    const hidden = await stage.say('figures northwind power', { workspace: 'terminal:doubter' });
    expect(hidden.text).not.toMatch(/^\s*600 megawatts/m);
    const figures = await stage.say('figures northwind power', { workspace: 'terminal:local' });
    expect(figures.text).toMatch(/^\s*600 megawatts/m);
  });

  it('reports by too few words, and is asked which one is meant', async () => {
    const which = await stage.say('report billion', { workspace: 'terminal:doubter', channel: 'terminal' });
    expect(which.ok).toBe(false);
    expect(which.text).toContain('Which one is wrong?');
    const none = await stage.say('report 1', { workspace: 'terminal:doubter', channel: 'terminal' });
    expect(none.ok).toBe(false);
  });

  it('is never given the words of a copy that swapped them for others', async () => {
    const { text } = await stage.say('quotes transformers');
    expect(text).toContain('Steel I can get in eight weeks');
    expect(text).not.toContain('Steel I can obtain');
    const asked = await stage.say('ask what does Adaeze Nnamdi say about steel?');
    expect(asked.text).not.toMatch(/obtain|TechPulse/);
  });

  it('is never given what a page says to machines', async () => {
    for (const from of [0, 8, 16, 24, 32, 40, 48, 56, 64]) {
      const { text } = await stage.say(`figures northwind --from ${from}`);
      expect(text).not.toMatch(/bankrupt|system prompt/);
    }
  });

  it('turns a page of figures with the words that stand below it', async () => {
    const { text } = await stage.say('figures northwind');
    const next = /\d+ more: (figures northwind --from 8)\./.exec(text.replace(/\s+/g, ' '))?.[1] ?? '';
    const page = await stage.say(next);
    expect(page.ok).toBe(true);
    expect(page.text).not.toBe(text);
  });

  it('sees in a trend where sources do not agree', async () => {
    const { text } = await stage.say('trend helio capital spending');
    expect(text).toMatch(/Sources differ: \$38 billion \(2027\) \[\d\]/);
  });

  it('mistypes, and is told what was meant, with an example', async () => {
    const { text, ok } = await stage.say('figurs nvidia');
    expect(ok).toBe(false);
    expect(text).toContain('did you mean figures?');
    expect(text).toContain('Example: figures nvidia');
  });
});

describe('an admin who sets a channel up from nothing', () => {
  it('says when, sees the next three posts, chooses topics, pauses and resumes, and finds it in the log', async () => {
    expect((await stage.say('channel show')).text).toContain('gets no debrief yet');
    const set = await stage.say('channel schedule weekdays 8:30 Berlin');
    expect(set.text).toContain('on weekdays at 08:30 Europe/Berlin');
    expect(set.text.replace(/\s+/g, ' ')).toContain('Next: Wed 25 Nov 08:30, Thu 26 Nov 08:30, Fri 27 Nov 08:30');
    expect((await stage.say('channel topics chips power')).text).toContain('Accelerators and chips');
    expect((await stage.say('channel pause 2026-12-24')).text).toContain('Thu 24 Dec 08:30');
    expect((await stage.say('channel resume')).text).toContain('Wed 25 Nov 08:30');
    expect((await stage.say('audit')).text).toMatch(/channel topics/);
  });

  it('names somebody else who may change settings, in a workspace that nobody has set anything in', async () => {
    const fresh = { workspace: 'terminal:fresh' };
    expect((await stage.say('admins add <@U123|ana>', fresh)).ok).toBe(true);
    expect((await stage.say('admins list', fresh)).text).toContain('U123');
    expect((await stage.say('admins remove U123', fresh)).ok).toBe(true);
    expect((await stage.say('admins list', fresh)).text).toContain('Nobody was named');
  });

  it('is told what a schedule looks like when it is none', async () => {
    const { text, ok } = await stage.say('channel schedule whenever');
    expect(ok).toBe(false);
    expect(text).toContain('weekdays 8:30 Berlin');
  });

  it('checks the feeds: which fail, why, and when they are tried again', async () => {
    const { text } = await stage.say('feeds check');
    expect(text).toMatch(/\d+ fine · 1 failing/);
    expect(text).toMatch(/Chip Courier.*503/s);
    expect(text.replace(/\s+/g, ' ')).toMatch(/Harbour Ledger: 1 entry, such as “.*”: its page is for subscribers/);
  });

  it('asks a feed that was gone for good again when it is added', async () => {
    const feed = await stage.app.store.feeds.byUrl(`${stage.origin}/grid-weekly/feed.xml`);
    const [state] = feed === null ? [] : await stage.app.store.feeds.states([feed.id]);
    if (feed === null || state === undefined) throw new Error('expected the feed to be known');
    await stage.app.store.feeds.saveState({ ...state, gone: true });
    expect((await stage.say(`feeds add ${feed.url} --yes`)).ok).toBe(true);
    expect((await stage.app.store.feeds.states([feed.id]))[0]).toMatchObject({ gone: false });
    await stage.app.store.feeds.saveState(state);
  });

  it('finds the feed of a site before it is added', async () => {
    const found = await stage.say(`feeds add ${stage.origin}/grid-weekly/`);
    expect(found.text).toMatch(/Found “Grid Weekly”/);
    const refused = await stage.say('feeds add 10.0.0.1');
    expect(refused.ok).toBe(false);
  });
});

describe('somebody who is no admin', () => {
  it('may ask, and may not change', async () => {
    const guest = { admin: false, owner: false, user: { id: 'g', name: 'Guest' } };
    expect((await stage.say('latest', guest)).ok).toBe(true);
    const refused = await stage.say('channel schedule daily 7:00', guest);
    expect(refused.ok).toBe(false);
    expect(refused.text).toContain('for admins');
    expect((await stage.say('help', guest)).text).not.toContain('channel schedule');
  });
});

/** Lines of every kind of answer: editions, look-ups, exports, settings. */
const SAID = [
  ['latest', 'latest power', 'story 1', 'receipt 1', 'why', 'page'],
  ['figures', 'figures northwind', 'figures northwind --csv', 'trend h200', 'quotes northwind'],
  ['ask what does an H200 cost per hour now?', 'ask will Northwind build in Norway?', 'what is this'],
  ['help', 'help figures', 'channels', 'channel show', 'preview', 'admins list', 'usage', 'audit'],
  ['feeds list', 'feeds list --all', 'feeds check', 'feeds export', 'export', 'figures power --json'],
];

const newestEdition = async (): Promise<string> => {
  const choice = await stage.app.pipeline.choiceOf(OWNER.workspace, null);
  const [newest] = await stage.app.store.debriefs.last(choice, new Date('2026-11-25T00:00:00Z'), 1);
  if (newest === undefined) throw new Error('expected a debrief');
  return newest.id;
};

describe('all that is said to people in Discord', () => {
  const context = { ...OWNER, owner: false };
  let town: Town;
  let platform: Platform;
  let failed: unknown[];

  // Over the real client: the town checks each request against Discord’s limits and, where it is at hand, its OpenAPI document.
  beforeAll(async () => {
    town = await openTown();
    failed = [];
    platform = inTown(town, { log: { ...SILENT, error: (details) => failed.push(details.error) } });
    const { handlers } = stage.app;
    await platform.start({
      ...listening(),
      command: (_asker, _path, { topic }) => handlers.text(context, String(topic)),
      complete: (_asker, _path, _option, typed) => {
        const [path = '', option = '', word = ''] = typed.split('|');
        return handlers.complete(context, path.split(' '), option, word);
      },
      action: (_asker, id) => handlers.action(context, id),
      form: ({ channel }, id) => handlers.form({ ...context, channel }, id),
    });
  });
  afterAll(async () => {
    await platform.stop();
    await town.close();
  });

  const here = () => ({ workspace: `discord:${town.guild}`, channel: town.channels.general, thread: null });
  const types = (type: 2 | 4, topic: string) =>
    town.twin.simulateInteraction({
      type,
      channelId: town.channels.general,
      userId: town.ada,
      data: {
        id: '1000000000000000009',
        name: 'debrief',
        type: 1,
        options: [
          { type: 1, name: 'figures', options: [{ type: 3, name: 'topic', value: topic, focused: type === 4 }] },
        ],
      },
    });
  const presses = async (id: string, kind: 'press' | 'form') => {
    const actions = [{ kind, id, label: 'Press' } as const];
    const sent = await platform.post(here(), { summary: 's', blocks: [{ kind: 'actions', actions }], thread: [] }, id);
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    const customId = kind === 'form' ? `form:${id}` : id;
    const channel = town.twin.channel(town.channels.general);
    await channel.user(town.ada).clickButton({ messageId: sent.reference.message, customId });
  };
  /** What was answered to everything that `act` did: at once, or in place of the note that it is on its way. */
  const answered = async (count: number, act: () => Promise<unknown>): Promise<readonly Sent[]> => {
    const before = town.requests.length;
    const isAnswer = ({ path, method, body }: Sent): boolean =>
      path.includes('/callback') ? body?.type !== 5 : method === 'PATCH' && path.includes('/webhooks/');
    const callbacks = () => town.requests.slice(before).filter(isAnswer);
    await act();
    await until(() => callbacks().length >= count);
    expect(failed).toEqual([]);
    expect(town.faults).toEqual([]);
    return callbacks();
  };

  it.each(SAID)('is as Discord takes it: %s, …', async (...lines) => {
    for (const line of lines) {
      const [answer] = await answered(1, () => types(2, line));
      expect(JSON.stringify(answer?.body), line).toContain('"components"');
      if (/export|--csv/.test(line)) expect(Object.keys(answer?.files ?? {}), line).toHaveLength(1);
    }
  });

  it('is as Discord takes it: editions and their threads', async () => {
    for (const [day, edition] of stage.printed.entries()) {
      const sent = await platform.post(here(), edition, `edition-${day}`);
      if (sent.kind !== 'sent') throw new Error(sent.reason);
      for (const { key, document } of edition.thread)
        expect((await platform.post({ ...here(), thread: sent.reference }, document, key)).kind).toBe('sent');
    }
    expect(town.faults).toEqual([]);
  });

  it('is as Discord takes it: what buttons bring, forms, and what is offered while somebody types', async () => {
    const edition = await newestEdition();
    for (const id of ['look', `more:${edition}`, `sources:${edition}`])
      expect(JSON.stringify(await answered(1, () => presses(id, 'press')))).toContain('components');
    for (const id of ['schedule', 'feed-new', `ask:${edition}`, `report:${edition}`])
      expect((await answered(1, () => presses(id, 'form')))[0]?.body?.type).toBe(9);
    const completed = REGISTRY.commands.flatMap(({ spec }) =>
      spec.options.filter(({ completes }) => completes).map(({ name }) => `${spec.path.join(' ')}|${name}|n`),
    );
    const offered = await answered(completed.length, () => Promise.all(completed.map((typed) => types(4, typed))));
    expect(new Set(offered.map(({ body }) => body?.type))).toEqual(new Set([8]));
  });
});

describe('all that is said to people in Slack', () => {
  const context = { ...OWNER, owner: false };

  /** What Slack would refuse of a document, in whatever form, and of the files beside it. */
  function faultsOf(given: Document): readonly string[] {
    const { document, files } = unpacked(given, ENGLISH.platforms.inMessages);
    const forms = [render, renderUnpaged, renderLean, renderBare].map((form) => form(document));
    return [
      ...forms.flatMap(({ text, blocks }) => messageFaults(text, blocks)),
      ...files.flatMap(({ name, alt }) => uploadFaults({ filename: name, ...(alt === null ? {} : { alt_txt: alt }) })),
      ...document.thread.flatMap((reply) => faultsOf(reply.document)),
    ];
  }

  it.each(SAID)('is under its limits: %s, …', async (...lines) => {
    for (const line of lines) {
      const { document } = await stage.app.handlers.text(context, line);
      expect([line, ...faultsOf(document)]).toEqual([line]);
    }
  });

  it('is under its limits: the home page, the welcome, what buttons bring, and forms', async () => {
    const { handlers } = stage.app;
    for (const admin of [true, false]) {
      const who = { ...context, admin };
      const home = renderView(await handlers.home(who));
      expect(viewFaults({ type: 'home', blocks: home })).toEqual([]);
      expect(home.length).toBeLessThan(25);
      expect(faultsOf(await handlers.installed(who, null))).toEqual([]);
    }
    const edition = await newestEdition();
    for (const id of ['look', `more:${edition}`, `sources:${edition}`])
      expect(faultsOf((await handlers.action(context, id)).document)).toEqual([]);
    for (const id of ['schedule', 'feed-new', `ask:${edition}`, `report:${edition}`]) {
      const form = await handlers.form(context, id);
      if ('document' in form) throw new Error(form.document.summary);
      expect(viewFaults(modal(form, { channel: 'C1', thread: null }, ENGLISH.platforms))).toEqual([]);
    }
  });
});

describe('figures as a file', () => {
  it.each(['terminal', 'slack'])(
    'is whole and byte for byte what a spreadsheet or a program reads: %s',
    async (platform) => {
      const context = { ...OWNER, platform };
      const file = async (line: string) => {
        const { document } = await stage.app.handlers.text(context, line);
        const [code] = document.blocks;
        if (code?.kind !== 'code' || code.file === undefined) throw new Error(`no file for ${line}`);
        const sent = unpacked(document, ENGLISH.platforms.inMessages).files;
        expect(
          sent.map(({ name, content }) => [
            name,
            Buffer.from(content)
              .toString()
              .replace(/^\ufeff/, ''),
          ]),
        ).toEqual([[code.file.name, code.file.content]]);
        expect(shown(document).trim().split('\n')).toEqual(code.text.trim().split('\n'));
        return code.file;
      };
      const [csv, json] = [await file('figures northwind --csv'), await file('figures northwind --format json')];
      const records: unknown[] = JSON.parse(json.content);
      expect([csv.name, json.name]).toEqual(['figures-northwind.csv', 'figures-northwind.json']);
      expect(csv.content.trimEnd().split('\r\n')).toHaveLength(records.length + 1);
      const { text } = await stage.say('figures northwind');
      // A page, and the rest of it.
      expect(8 + Number(/(\d+) more: figures northwind/.exec(text)?.[1])).toBe(records.length);
    },
  );

  it('goes on with the unit and the time that were asked for', async () => {
    const { text } = await stage.say('figures power --unit GW --since 90d');
    expect(text).toMatch(/more: figures power --unit GW --since 90d --from 8\./);
  });
});

describe('a command for a program', () => {
  it.each(REGISTRY.commands.map(({ spec }) => [spec.path.join(' '), spec.example]))(
    'answers %s with its document as JSON, or says as JSON why not',
    async (_path, example) => {
      const context = { ...OWNER, workspace: 'terminal:programs' };
      const { document } = await stage.app.handlers.text(context, `${example} --json`);
      const [only, ...others] = document.blocks;
      expect(others).toEqual([]);
      if (only?.kind !== 'code') throw new Error(`no JSON: ${document.summary}`);
      expect(JSON.parse(only.text)).toMatchObject({ summary: document.summary, thread: expect.any(Array) });
    },
  );
});
