/** Small values of the model for tests: each takes what matters to the test and makes up the rest. */
import { restore } from '../src/evidence/restore.ts';
import { sha256 } from '../src/hash.ts';
import type {
  Article,
  Channel,
  Choice,
  Debrief,
  Document,
  Feed,
  Figure,
  Point,
  Quote,
  Schedule,
  Verified,
} from '../src/model.ts';
import type { Log } from '../src/ports/log.ts';

export const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

export function feed(name: string, rest: Partial<Feed> = {}): Feed {
  const url = `https://${name}.example/feed.xml`;
  return {
    id: `feed-${name}`,
    url,
    title: name,
    site: `https://${name}.example/`,
    publisher: name,
    kind: 'news',
    topics: [],
    owner: null,
    ...rest,
  };
}

export function article(name: string, text: string, rest: Partial<Article> = {}): Article {
  const url = rest.url ?? `https://news.example/${name}`;
  return {
    id: sha256(`${url}\n${text}`).slice(0, 32),
    url,
    title: `About ${name}`,
    text,
    hash: sha256(text),
    author: null,
    publisher: 'Grid Weekly',
    published: '2026-11-24T05:00:00.000Z',
    fetched: '2026-11-24T05:10:00.000Z',
    origin: 'page',
    note: null,
    supersedes: null,
    ...rest,
  };
}

function placeIn(from: Article, text: string): { article: string; start: number; end: number; text: string } {
  const start = from.text.indexOf(text);
  return { article: from.id, start, end: start + text.length, text };
}

export function figure(from: Article, text: string, rest: Partial<Figure> = {}): Verified<Figure> {
  const reading = {
    value: 1,
    hedge: '=' as const,
    direction: null,
    unit: 'gigawatt',
    unitText: 'GW',
    concept: null,
    caption: null,
    subject: null,
    standing: 'stated' as const,
    when: null,
    attributedTo: null,
  };
  return restore('figure', { ...reading, ...rest, ...placeIn(from, text) }, from);
}

export function quote(from: Article, text: string, rest: Partial<Quote> = {}): Verified<Quote> {
  const reading = { speaker: null, role: null, organisation: null };
  return restore('quote', { ...reading, ...rest, ...placeIn(from, text) }, from);
}

export function point(from: Article, text: string): Verified<Point> {
  return restore('point', { text, cites: [placeIn(from, text)] }, from);
}

export const choice: Choice = {
  feeds: [],
  topics: [],
  hours: 24,
  follow: [],
  mute: [],
  language: 'en',
  length: 'short',
};

export const weekdays: Schedule = {
  rules: [{ days: [1, 2, 3, 4, 5], times: ['08:30'] }],
  zone: 'Europe/Berlin',
  pausedUntil: null,
  holidays: [],
};

/** A channel by its address, in the workspace `fake:acme` unless another is named. */
export function channel(address: string, rest: Partial<Channel> = {}): Channel {
  const workspace = rest.workspace ?? 'fake:acme';
  return {
    id: `${workspace}:${address}`,
    workspace,
    platform: 'fake',
    address,
    name: `#${address}`,
    schedule: weekdays,
    choice,
    state: 'active',
    note: null,
    nextDueAt: null,
    ...rest,
  };
}

export function debrief(id: string, to: string, rest: Partial<Debrief> = {}): Debrief {
  return {
    id,
    choice,
    purpose: 'edition',
    window: { from: new Date(Date.parse(to) - 86_400_000).toISOString(), to },
    composedAt: to,
    writer: { kind: 'extractive', model: null, prompt: null, note: null, share: null },
    headline: null,
    inShort: [],
    stories: [],
    figures: [],
    quotes: [],
    sources: [],
    counts: { articles: 0, publishers: 0, minutes: 0 },
    outage: false,
    silent: [],
    leftOut: [],
    dropped: [],
    ...rest,
  };
}

export function document(summary: string, thread: Document['thread'] = []): Document {
  return { summary, blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: summary }] }], thread };
}
