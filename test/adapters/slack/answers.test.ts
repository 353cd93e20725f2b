import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/effects/clock.ts';
import type { Document } from '../../../src/model.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Handlers, Reply } from '../../../src/ports/platform.ts';
import { document } from '../../samples.ts';
import { type Acme, openAcme } from './acme.ts';
import { listening, toAsker, until } from './handlers.ts';
import { event, press, slash, submission } from './payloads.ts';
import { served } from './served.ts';
import { wordsOf } from './shown.ts';

let acme: Acme;
let open: Awaited<ReturnType<typeof served>>;
let handlers: ReturnType<typeof listening>;
/** How long was waited, in all that takes no time here; but a form has time to be answered before Slack is told to wait. */
let waits: number[];
const FORM_MS = 2_000;
const clock: Clock = {
  now: systemClock.now,
  async sleep(milliseconds) {
    waits.push(milliseconds);
    if (milliseconds === FORM_MS) await systemClock.sleep(FORM_MS);
  },
};

beforeEach(async () => {
  waits = [];
  acme = await openAcme();
});
afterEach(async () => {
  await open.close();
  await acme.close();
});

const start = async (rest: Partial<Handlers> = {}): Promise<void> => {
  handlers = listening(rest);
  open = await served(acme, handlers, { clock });
};

const asked = async (text = 'who leads the market?'): Promise<string> => {
  const { ts } = await acme.call('chat.postMessage', { channel: acme.channels.infra, text: 'x' });
  const mention = { type: 'app_mention', user: acme.users.bob, channel: acme.channels.infra, ts };
  await open.notify(event(acme, { ...mention, text: `<@${acme.users.debrief}> ${text}` }));
  return String(ts);
};
const inMessages = async (text: string, rest: object = {}): Promise<void> => {
  const opened = await acme.call('conversations.open', { users: acme.users.bob });
  const channel = JSON.parse(JSON.stringify(opened.channel)).id;
  const { ts } = await acme.call('chat.postMessage', { channel, text: 'x' });
  const message = { type: 'message', channel_type: 'im', user: acme.users.bob, channel, ts, text };
  await open.notify(event(acme, { ...message, ...rest }));
};
const answersIn = async (channel: string): Promise<readonly string[]> =>
  (await acme.messages(channel)).map(({ text }) => text).filter((text) => text.startsWith('question:'));
const directly = async (): Promise<readonly string[]> => {
  const opened = await acme.call('conversations.open', { users: acme.users.bob });
  return (await acme.messages(JSON.parse(JSON.stringify(opened.channel)).id)).map(
    ({ text, blocks }) => `${text}\n${wordsOf(blocks ?? [])}`,
  );
};

const SLOW = { status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } };
const AWAY = { status: 502, body: {} };

describe('an answer in Slack', () => {
  it('waits as long as Slack asks, and is given then', async () => {
    await start();
    acme.twist('chat.postMessage', SLOW);
    await asked();
    await until(async () => (await answersIn(acme.channels.infra)).length === 1);
    expect(waits).toContain(30_000);
  });

  it('is given once though Slack did not say that it had it, and again where it cannot tell', async () => {
    await start();
    acme.twist('chat.postMessage', { ...AWAY, after: true });
    await asked();
    await until(() => acme.called('conversations.replies')[0]);
    await until(async () => (await answersIn(acme.channels.infra)).length === 1);
    expect(acme.called('chat.postMessage')).toHaveLength(1);
    acme.twist('chat.postMessage', AWAY);
    acme.twist('conversations.replies', { body: { ok: false, error: 'missing_scope', needed: 'channels:history' } });
    await asked();
    await until(async () => (await answersIn(acme.channels.infra)).length === 2);
  });

  it.each(['not_in_channel', 'is_archived', 'restricted_action'])(
    'that cannot be said there (%s) is told to whoever asked',
    async (error) => {
      await start();
      acme.twist('chat.postMessage', { body: { ok: false, error } });
      await asked();
      const [told] = await until(async () => {
        const messages = await directly();
        return messages.length > 0 && messages;
      });
      expect(told).toContain('question: who leads the market?');
      expect(told).toContain('Debrief could not say this where you asked: ');
    },
  );

  it('of a form comes after a rate limit, and where the channel is closed to Debrief', async () => {
    await start({ submit: async () => toAsker('Found: 2.4 GW') });
    acme.twist('chat.postEphemeral', SLOW, { body: { ok: false, error: 'not_in_channel' } });
    const view = { private_metadata: JSON.stringify({ id: 'ask:d1', channel: acme.channels.infra, thread: null }) };
    await open.interact(submission(acme, { ...view, blocks: [] }, {}));
    await until(() => acme.called('chat.postMessage').find(({ body }) => body.text === 'Found: 2.4 GW'));
    expect(waits).toContain(30_000);
  });

  it('by a button comes though its response_url is held back', async () => {
    await start();
    acme.twist('respond', { status: 429, body: {} });
    await open.interact(press(acme, 'press:0', 'more:d1'));
    await until(() => acme.called('chat.postEphemeral').find(({ body }) => body.text === 'action: more:d1'));
  });

  it('is given to words with a file, and from a thread to the channel; not to a file alone, to a bot and to what was edited', async () => {
    await start();
    const files = [{ id: 'F1', name: 'plan.pdf' }];
    await inMessages('', { subtype: 'file_share', files });
    await inMessages('x', { bot_id: 'B1' });
    await inMessages('x', { subtype: 'message_changed', message: {}, previous_message: {} });
    await inMessages('does this agree with the sources?', { subtype: 'file_share', files });
    await inMessages('and what does it cost?', { subtype: 'thread_broadcast', thread_ts: '1.1', root: {} });
    await until(() => handlers.heard.length === 2);
    expect(handlers.heard.map(({ said }) => said)).toEqual([
      'does this agree with the sources?',
      'and what does it cost?',
    ]);
  });

  it.each([
    ['while it works, where Slack shows a status', { body: { ok: true } }],
    ['and comes all the same where it shows none', { body: { ok: false, error: 'missing_scope' } }],
    ['and where it does not answer of statuses at all', { status: 502 }],
  ])('is announced %s', async (_what, status) => {
    await start();
    acme.twist('assistant.threads.setStatus', status, { body: { ok: true } });
    await asked();
    await until(async () => (await answersIn(acme.channels.infra)).length === 1);
    const shown = acme.called('assistant.threads.setStatus').map(({ body }) => body);
    expect(shown[0]).toMatchObject({
      channel_id: acme.channels.infra,
      thread_ts: expect.any(String),
      status: 'is looking through the articles…',
    });
    if ('body' in status && status.body.ok) await until(() => acme.called('assistant.threads.setStatus')[1]);
  });

  it('says that it failed, wherever it was asked', async () => {
    const broken = async (): Promise<Reply> => {
      throw new Error('the database is away');
    };
    await start({ talk: broken });
    await asked();
    const sorry = await until(() => acme.called('chat.postEphemeral')[0]);
    expect(sorry.body).toMatchObject({ user: acme.users.bob, text: expect.stringContaining('failed on our side') });
    await inMessages('who leads the market?');
    await until(async () => (await directly()).find((text) => text.includes('failed on our side')));
  });
});

const opml = '<?xml version="1.0"?><opml version="2.0"><body><outline text="A &amp; B"/></body></opml>';
const exported: Document = {
  summary: '1 feed as OPML',
  blocks: [
    {
      kind: 'code',
      text: opml,
      file: { name: 'debrief-feeds.opml', mediaType: 'text/x-opml', content: opml },
    },
  ],
  thread: [],
};
const rows = (count: number): Document => ({
  summary: 'Figures',
  blocks: [
    {
      kind: 'table',
      columns: ['Figure', 'What'].map((title) => ({ title, align: 'left' })),
      rows: Array.from({ length: count }, (_, index) => [
        [{ kind: 'text', text: `${index} GW` }],
        [{ kind: 'receipt', n: index, href: `https://news.example/${index}` }],
      ]),
    },
  ],
  thread: [],
});
const trend: Document = {
  summary: 'H200 rental',
  blocks: [
    {
      kind: 'chart',
      series: {
        title: 'H200 rental',
        alt: 'It fell from week to week. '.repeat(60),
        unit: 'USD per hour',
        points: [
          { at: '2026-05-02', low: 2.72, high: 2.72, label: '$2.72', forecast: false },
          { at: '2026-11-20', low: 1.88, high: 1.88, label: '$1.88', forecast: false },
        ],
      },
    },
  ],
  thread: [],
};
const replying = (given: Document): Partial<Handlers> => ({
  text: async () => ({ document: given, audience: 'asker', ok: true }),
  talk: async () => ({ document: given, audience: 'channel', ok: true }),
});
const uploads = () => acme.called('files.getUploadURLExternal').map(({ body }) => body);

describe('a file of an answer', () => {
  it('comes in the direct message of whoever ran the command, and the answer says so', async () => {
    await start(replying(exported));
    await open.command(slash(acme, 'feeds export'));
    const answer = await until(() => acme.responses[0]);
    expect(uploads()).toMatchObject([{ filename: 'debrief-feeds.opml', length: String(Buffer.byteLength(opml)) }]);
    expect(wordsOf(answer.blocks)).toContain('debrief-feeds.opml is in your direct message with Debrief');
    expect(JSON.stringify(answer)).not.toContain('<?xml');
    expect(acme.called('files.completeUploadExternal')[0]?.body.channel_id).toMatch(/^D/);
  });

  it('stands in the answer where Slack takes no file', async () => {
    await start(replying(exported));
    acme.twist('files.getUploadURLExternal', { body: { ok: false, error: 'missing_scope', needed: 'files:write' } });
    await open.command(slash(acme, 'feeds export'));
    expect(wordsOf((await until(() => acme.responses[0])).blocks)).toContain('<?xml');
  });

  it('has all that a message has no room for: below it, or in the direct message', async () => {
    await start(replying(rows(130)));
    await asked();
    const done = await until(() => acme.called('files.completeUploadExternal')[0]);
    expect(done.body).toMatchObject({ channel_id: acme.channels.infra, thread_ts: expect.any(String) });
    expect(uploads()).toMatchObject([{ filename: 'debrief.txt' }]);
    const said = acme.called('chat.postMessage').at(-1);
    expect(wordsOf(said?.body.blocks)).toContain('31 more entries in debrief.txt');
    await open.command(slash(acme, 'figures northwind'));
    const answer = await until(() => acme.responses[0]);
    expect(wordsOf(answer.blocks)).toContain('31 more entries in debrief.txt, in your direct message with Debrief');
  });

  it('is a chart that Slack does not draw, with no more words beside it than Slack takes', async () => {
    await start(replying(trend));
    const refused = { body: { ok: false, error: 'invalid_blocks' } };
    acme.twist('respond', { status: 400, body: refused.body });
    await open.command(slash(acme, 'trend h200 rental'));
    await until(() => acme.called('files.completeUploadExternal')[0]);
    const [picture] = uploads();
    expect(picture).toMatchObject({ filename: 'trend.png', alt_txt: expect.stringMatching(/^It fell/) });
    expect(String(picture?.alt_txt).length).toBeLessThanOrEqual(1_000);
    expect(picture).not.toHaveProperty('alt_text');
  });

  it('is none where all can be said', async () => {
    await start(replying(document('Short')));
    await open.command(slash(acme, 'latest'));
    await until(() => acme.responses[0]);
    expect(uploads()).toEqual([]);
  });
});
