import { request } from 'node:http';
import { startWeb } from '../adapters/web/index.ts';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { DEFAULT_CHOICE } from '../src/domain/habits.ts';
import { createChart } from '../src/effects/chart/index.ts';
import { restore } from '../src/evidence/restore.ts';
import { sentencesIn } from '../src/language/sentences.ts';
import type { Article, Debrief, Quantity, StoryBrief } from '../src/model.ts';
import { createPages } from '../src/pages/index.ts';
import type { Store } from '../src/ports/store.ts';
import { NOW } from './history/articles.ts';
import { historyFile } from './history/store.ts';
import { entityAt } from './history/words.ts';
import { measure } from './timing/measure.ts';

const LIMIT_MS = 50;
const STORIES = 15;
const SOURCES = 33;
const WORKSPACE = 'terminal:local';
const log = { debug() {}, info() {}, warn() {}, error: console.error };

/** A debrief as large as they come, of the last articles of the history. */
async function fullDebrief({ articles, ledger, feeds }: Store): Promise<Debrief> {
  const ids = (await feeds.pack()).map(({ id }) => id);
  const to = new Date(NOW);
  const day = await articles.window({ feeds: ids, from: new Date(NOW - 2 * 86_400_000), to, limit: 100_000 });
  const told = day.slice(-SOURCES);
  const figures = await ledger.figures({ sight: { workspace: WORKSPACE, feeds: ids }, order: 'newest', limit: 300 });
  const quantitiesOf = ({ id }: Article): Quantity[] =>
    figures.entries
      .filter(({ figure }) => figure.article === id)
      .slice(0, 4)
      .map(({ figure }) => ({ figure, witnesses: [], differences: [] }));
  const pointOf = (article: Article, n: number) => {
    const sentence = sentencesIn(article.text)[n] ?? { start: 0, end: 40, text: article.text.slice(0, 40) };
    return restore('point', { text: sentence.text, cites: [{ article: article.id, ...sentence }] }, article);
  };
  const stories = told.slice(0, STORIES).map(
    (article, n): StoryBrief => ({
      id: `story-${n}`,
      headline: pointOf(article, 0),
      brief: false,
      points: [pointOf(article, 1), pointOf(told[(n + STORIES) % told.length] ?? article, 1)],
      quantities: quantitiesOf(article),
      quotes: [],
      articles: [article.id],
      copies: [],
      publishers: 2,
      topics: ['power'],
      novelty: { state: 'new', changes: [], toldIn: null },
      rank: 1,
      reasons: [],
    }),
  );
  return {
    id: 'bec0bec0bec0bec0',
    choice: DEFAULT_CHOICE,
    purpose: 'edition',
    window: { from: new Date(NOW - 86_400_000).toISOString(), to: to.toISOString() },
    composedAt: to.toISOString(),
    writer: { kind: 'extractive', model: null, prompt: null, note: null, share: null },
    headline: stories[0]?.headline ?? null,
    inShort: told.slice(0, 5).map((article) => pointOf(article, 0)),
    stories,
    figures: told.slice(0, 6).flatMap((article) => quantitiesOf(article).slice(0, 1)),
    quotes: [],
    sources: told.map(({ id, title, url, publisher, published }, index) => ({
      n: index + 1,
      article: id,
      title,
      url,
      publisher,
      published,
      corrected: false,
    })),
    counts: { articles: told.length, publishers: 10, minutes: 4 },
    outage: false,
    silent: [],
    leftOut: [],
    dropped: [],
  };
}

/** Opens a page whole; answers how many bytes it has. The first of them comes no later than the last. */
function opened(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${response.statusCode}`)),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** What opening a page takes, from the request to its last byte, over two years of news: 100,000 articles with 500,000 figures. */
export async function run(): Promise<void> {
  let origin: string | null = null;
  const app = await openApp({
    config: { ...readConfig({}), log: { level: 'silent' } },
    clock: { now: () => new Date(NOW), sleep: async () => {} },
    log,
    random: () => 0.5,
    database: await historyFile(),
    origin: () => origin,
  });
  const { store, world, handlers } = app;
  const { id } = await store.debriefs.save(await fullDebrief(store));
  await store.looks.add({ workspace: WORKSPACE, reader: 'bench', debrief: id, at: new Date(NOW).toISOString() });
  const pages = createPages({ world: { ...world, handlers, previews: [] }, anybody: null });
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    ready: async () => ({ ok: true, parts: {} }),
    metrics: async () => '',
    mounts: new Map(),
    pages: { pages, chart: createChart() },
  });
  origin = web.origin;
  const linker = await world.links.of(WORKSPACE);
  if (linker === null) throw new Error('no pages are served');
  const now = new Date(NOW);
  const edition = linker.edition(id, 'terminal', now);
  const cite = (await store.debriefs.get(id))?.inShort[0]?.cites[0];
  const root = linker.pages('reader', 'terminal', now);
  try {
    await measure('an edition of 15 stories, bytes', () => opened(edition), LIMIT_MS);
    await measure('the newest edition, for a reader', () => opened(root), LIMIT_MS);
    if (cite !== undefined)
      await measure('a receipt', () => opened(linker.receipt(now)({ n: 1, url: '' }, cite)), LIMIT_MS);
    await measure('the archive', () => opened(`${root}archive`), LIMIT_MS);
    await measure(
      'a look-up',
      (n) => opened(`${root}search?kind=figures&q=${encodeURIComponent(entityAt(n))}`),
      LIMIT_MS,
    );
    await measure('the channel’s feed', () => opened(linker.feed('terminal', 'atom')), LIMIT_MS);
  } finally {
    await web.stop();
    await app.close();
  }
}
