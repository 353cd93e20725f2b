import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { z } from 'zod';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { OWNER } from '../../adapters/terminal/index.ts';
import { ModelError, ParseError } from '../../src/errors.ts';
import { restore } from '../../src/evidence/restore.ts';
import { verify } from '../../src/evidence/verify.ts';
import type { Article, Debrief, Document } from '../../src/model.ts';
import { PUBLISHERS } from '../../src/newsroom/articles/index.ts';
import { edition } from '../../src/newsroom/edition.ts';
import { startNewsroom } from '../../src/newsroom/index.ts';
import type { Context } from '../../src/ports/platform.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { write } from '../../src/write/index.ts';
import { article, quiet } from '../samples.ts';
import { openStage, shown } from '../stage.ts';
import { virtualClock } from '../virtual-clock.ts';
import { inputOf } from '../write/newsroom-day.ts';
import { bytesOf, chance, mutated, pick } from './mutate.ts';

/** A case that takes longer, of this process's own time, hangs. */
const LONGEST_MS = 1_000;

export type Kind = 'feed' | 'page' | 'command' | 'interaction' | 'reply';
export type Failure = { readonly kind: Kind; readonly seed: number; readonly what: string };
export type Outcome = { readonly cases: number; readonly slowestMs: number; readonly failures: readonly Failure[] };

/** Of every ten cases: the parsers get most, since a model's reply costs as much as a page of each. */
const SHARES: readonly Kind[] = [
  'feed',
  'feed',
  'feed',
  'page',
  'page',
  'command',
  'command',
  'interaction',
  'interaction',
  'reply',
];

function expectThat(holds: boolean, words: string): void {
  if (!holds) throw new Error(words);
}

/** What a platform would obey, were it sent so. */
function expectHarmless(document: Document): void {
  // What a button carries back to us is shown to nobody.
  const slack = JSON.stringify(renderSlack(document), (key, value: unknown) => (key === 'value' ? undefined : value));
  expectThat(!/<!(?:channel|here|everyone)|<@[UW]|<#C|<!subteam/.test(slack), 'Slack would mention somebody');
  const discord = JSON.stringify(renderDiscord(document));
  expectThat(!/"parse":\["/.test(discord), 'Discord would mention somebody');
  expectThat(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(shown(document)), 'a terminal would obey');
}

function expectVerified(debrief: Debrief, articles: readonly Article[]): void {
  const points = [...debrief.inShort, ...debrief.stories.flatMap(({ headline, points: told }) => [headline, ...told])];
  for (const point of points) {
    restore('point', point, articles);
    expectThat(verify(point.text, articles).ok, `unverified: ${point.text}`);
  }
  for (const { figure } of debrief.figures) restore('figure', figure, articles);
  for (const quote of debrief.quotes) restore('quote', quote, articles);
}

/** The documents that cases begin with: the sample newsroom's feeds and pages, as they come over HTTP. */
async function documents(): Promise<{ readonly feeds: readonly string[]; readonly pages: readonly string[] }> {
  const newsroom = await startNewsroom({ at: new Date('2026-11-24T08:30:00Z') });
  const got = async (url: string) => (await fetch(url)).text();
  const feeds = await Promise.all(newsroom.feeds.map(({ url }) => got(url)));
  const pages: string[] = [];
  for (const publisher of PUBLISHERS)
    for (const { path } of edition(publisher, new Date('2026-11-24T08:30:00Z'), false).slice(0, 2))
      pages.push(await got(`${newsroom.origin}/${publisher.id}${path}`));
  await newsroom.stop();
  return { feeds, pages };
}

const TEXTS = [
  'Northwind Cloud will lease 2.4 gigawatts of power in Ohio through 2036, its largest contract so far. The supply starts with 600 megawatts in the third quarter of 2027, the company said on Monday. "We ran out of transformers before we ran out of land," said Mara Lindqvist, head of energy at Northwind Cloud.',
  'Renting an H200 accelerator cost $1.88 an hour on average in November, ComputeIndex said on Tuesday. That was 31% less than a year earlier. ComputeIndex counted 214 providers in 19 countries.',
];
const ARTICLES = TEXTS.map((text, index) => article(`fuzz-${index}`, text, { title: text.split('.')[0] ?? '' }));

const LINES = [
  'figures northwind power --since 30d',
  'trend h200 --unit USD',
  'quotes lindqvist',
  'ask what does an H200 cost per hour?',
  'story 1',
  'receipt 2',
  'why 3',
  'report figure 1',
  'latest power',
  'help figures',
  'feeds list',
  'feeds add {canary}',
  'feeds import {canary}',
  'channel show',
  'channel schedule weekdays 8:30 Berlin',
  'channel follow northwind',
  'channel pause 2026-12-24',
  'preview',
  'usage',
  'audit',
  'admins add U1',
];
const IDS = [
  'more:1',
  'story:1',
  'sources:1',
  'receipt:1',
  'report:1',
  'feed-add:abc',
  'feed-drop:abc',
  'post-anyway:abc',
  'schedule',
  'schedule:infra',
  'feeds-add',
  'report',
  'page:2',
  'hide:1',
];

/** What cases are run against; open until it is closed. */
async function openTarget() {
  const stage = await openStage();
  let hits = 0;
  const canary = createServer((_, response) => {
    hits += 1;
    response.end('<rss><channel><title>private</title></channel></rss>');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const { port } = canary.address() as AddressInfo;
  const spellings = [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/x`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://0:${port}/`,
    'http://169.254.169.254/latest/',
    'file:///etc/passwd',
  ];
  return {
    stage,
    ...(await documents()),
    spellings,
    hits: () => hits,
    async close() {
      canary.closeAllConnections();
      await new Promise((resolve) => canary.close(resolve));
      await stage.close();
    },
  };
}

type Target = Awaited<ReturnType<typeof openTarget>>;

function contextOf(random: () => number): Context {
  const workspace = pick(['slack:T1', 'discord:1', 'terminal:local'], random);
  return {
    ...OWNER,
    platform: workspace.split(':')[0] ?? '',
    workspace,
    channel: pick(['C1', 'infra', null], random),
    admin: random() < 0.7,
    owner: workspace.startsWith('terminal'),
  };
}

async function one(kind: Kind, target: Target, random: () => number): Promise<void> {
  const canary = pick(target.spellings, random);
  const { handlers } = target.stage.app;
  const written = (text: string, other?: string) => mutated(text, random, canary, other);
  switch (kind) {
    case 'feed': {
      const bytes = bytesOf(written(pick(target.feeds, random), pick(target.pages, random)), random);
      const feed = await TASKS.feed(bytes, { url: 'https://grid.example/feed', contentType: null }).catch(
        (error: unknown) => {
          if (!(error instanceof ParseError)) throw error;
          return null;
        },
      );
      const [entry] = feed?.items.filter(({ html }) => html !== null) ?? [];
      if (entry?.html != null) await TASKS.entry(entry.html);
      return;
    }
    case 'page': {
      const bytes = bytesOf(written(pick(target.pages, random), pick(target.feeds, random)), random);
      const { text } = await TASKS.page(bytes, { url: 'https://grid.example/a', contentType: null });
      const of = article('page', text);
      const { evidence } = await TASKS.mine(of);
      for (const figure of evidence.figures) restore('figure', figure, of);
      for (const quote of evidence.quotes) restore('quote', quote, of);
      return;
    }
    case 'command': {
      const line = written(pick(LINES, random).replace('{canary}', canary));
      expectHarmless((await handlers.text(contextOf(random), line)).document);
      return;
    }
    case 'interaction': {
      const context = contextOf(random);
      const id = written(pick(IDS, random));
      const values = {
        [written('times')]: [written('8:30')],
        schedule: [written('weekdays 8:30 Berlin')],
        reason: [written('wrong')],
      };
      const spec = pick(handlers.commands, random);
      const [option] = spec.options;
      const reply = await pick(
        [
          () => handlers.action(context, id),
          () => handlers.form(context, id),
          () => handlers.submit(context, id, values),
          () =>
            handlers.command(context, spec.path, option === undefined ? {} : { [option.name]: written(spec.example) }),
          async () => void (await handlers.complete(context, spec.path, option?.name ?? 'topic', written('north'))),
        ],
        random,
      )();
      if (reply !== undefined && 'document' in reply) expectHarmless(reply.document);
      return;
    }
    case 'reply': {
      const sentences = TEXTS.join(' ').split(/(?<=[.”"]) /);
      const line = () => ({
        text: written(pick(sentences, random)),
        rests: [pick(['s1', 's2', 's3', 's9'], random)],
        translation: null,
      });
      const reply =
        random() < 0.2
          ? JSON.parse(JSON.stringify({ headline: written('x'), points: [] }))
          : { headline: line(), lead: line(), points: [line(), line()] };
      const model = {
        name: 'scripted',
        async complete<T>(_prompt: unknown, schema: z.ZodType<T>) {
          const lines = { lines: [{ id: 'l1', ...line() }] };
          const parsed = [reply, lines].map((value) => schema.safeParse(value)).find(({ success }) => success);
          if (parsed?.data === undefined) throw new ModelError('shape', 'not what was asked for');
          return { value: parsed.data, usage: { inputTokens: 1, outputTokens: 1 }, model: 'scripted' };
        },
      };
      const template = { version: 'fuzz', fill: () => ({ version: 'fuzz', system: '', user: '' }) };
      const editor = {
        model,
        prompts: { story: template, repair: template, reader: template },
        timeLimitMs: 60_000,
        parallel: 4,
        secondReader: true,
        clock: virtualClock('2026-11-24T08:30:00Z'),
        log: quiet,
      };
      expectVerified(await write(inputOf(ARTICLES), { editor }), ARTICLES);
    }
  }
}

/** Runs `cases` cases from a seed on; the same seed makes the same cases. `onProgress` hears of each hundred. */
export async function fuzz(
  seed: number,
  cases: number,
  onProgress: (done: number) => void = () => {},
): Promise<Outcome> {
  const target = await openTarget();
  const failures: Failure[] = [];
  let slowestMs = 0;
  for (let at = 0; at < cases; at += 1) {
    const own = seed + at;
    const kind = SHARES[own % SHARES.length] ?? 'feed';
    const before = target.hits();
    let took = Number.POSITIVE_INFINITY;
    // What is slow is done again: the first time may have loaded a part of the program.
    for (let left = 2; left > 0 && took >= LONGEST_MS; left -= 1) {
      const started = process.cpuUsage().user;
      try {
        await one(kind, target, chance(own));
      } catch (error) {
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push({ kind, seed: own, what });
        took = 0;
        break;
      }
      took = (process.cpuUsage().user - started) / 1_000;
    }
    slowestMs = Math.max(slowestMs, took);
    if (took > LONGEST_MS) failures.push({ kind, seed: own, what: `takes ${took.toFixed(0)} ms` });
    if (target.hits() > before) failures.push({ kind, seed: own, what: 'a private address was asked' });
    if (at % 100 === 99) onProgress(at + 1);
  }
  await target.close();
  return { cases, slowestMs, failures };
}
