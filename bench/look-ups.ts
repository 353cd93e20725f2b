import { createHash } from 'node:crypto';
import { restore } from '../src/evidence/verify.ts';
import type { Article } from '../src/model.ts';
import type { FigureEntry, QuoteEntry, Store } from '../src/ports/store.ts';
import { openSqlite } from '../src/store/sqlite/open.ts';

/** What a look-up takes once two years of news are kept: 100,000 articles with 500,000 figures. */
const ARTICLES = 100_000;
const FIGURES_EACH = 5;
const LIMIT_MS = 50;
const RUNS = 60;
const FEEDS = 40;
export const START = Date.UTC(2025, 0, 1);
export const NOW = START + 730 * 86_400_000;

export const log = { debug() {}, info() {}, warn() {}, error: console.error };

/** Numbers between 0 and 1, the same on every run (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
const random = randomFrom(20_261_124);

/** As in any language a few words are everywhere and most are rare: the nth comes 1/n as often as the first. */
const WORDS = 30_000;
export const wordAt = (rank: number) => `w${rank.toString(36)}`;
const someWord = () => wordAt(Math.floor(WORDS ** random()));
/** Entities are spread as unevenly: the first has about one figure in ten. */
const someEntity = () => `entity-${Math.floor(500 ** random())}`;
const UNITS = ['gigawatt', 'USD', 'percentage', 'GPU', 'employee'];

function articleAt(n: number): Article {
  const sentences = Array.from({ length: 15 }, (_, s) => {
    const words = Array.from({ length: 18 }, someWord).join(' ');
    return s < FIGURES_EACH ? `${words} ${100 + s} GW.` : `${words}.`;
  });
  const text = `${sentences.join(' ')} Said "we build ${n}" once.`;
  const hash = createHash('sha256').update(text).digest('hex');
  const at = new Date(START + (n / ARTICLES) * (NOW - START)).toISOString();
  return {
    id: hash.slice(0, 32),
    url: `https://news.example/${n}`,
    title: Array.from({ length: 8 }, someWord).join(' '),
    text,
    hash,
    author: null,
    publisher: `Publisher ${n % FEEDS}`,
    published: at,
    fetched: at,
    origin: 'page',
    note: null,
    supersedes: null,
  };
}

function entriesOf(article: Article): { figures: FigureEntry[]; quotes: QuoteEntry[] } {
  const at = article.published ?? article.fetched;
  const figures = Array.from({ length: FIGURES_EACH }, (_, n): FigureEntry => {
    const text = `${100 + n} GW`;
    const start = article.text.indexOf(text);
    const from = article.text.lastIndexOf('.', start) + 1;
    const end = start + text.length;
    const unit = UNITS[Math.floor(random() * UNITS.length)] ?? null;
    const figure = restore(
      'figure',
      {
        article: article.id,
        start,
        end,
        text,
        value: 100 + n,
        hedge: '=',
        direction: null,
        unit,
        unitText: 'GW',
        concept: someWord(),
        caption: null,
        when: null,
        attributedTo: null,
      },
      article,
    );
    return {
      figure,
      entities: [...new Set([someEntity(), someEntity()])],
      topics: ['power'],
      low: 100 + n,
      high: 100 + n,
      from: null,
      to: null,
      forecast: false,
      at,
      sentence: { start: from, end: end + 1, text: article.text.slice(from, end + 1) },
      words: article.title,
      weight: random() * 10,
    };
  });
  const said = article.text.lastIndexOf('we build');
  const end = article.text.indexOf('"', said);
  const quote = restore(
    'quote',
    {
      article: article.id,
      start: said,
      end,
      text: article.text.slice(said, end),
      speaker: `Speaker ${someWord()}`,
      role: null,
      organisation: null,
    },
    article,
  );
  return { figures, quotes: [{ quote, entities: [someEntity()], topics: [], at, words: article.title, weight: 1 }] };
}

export async function fill(store: Store): Promise<void> {
  for (let n = 0; n < FEEDS; n += 1) {
    const id = `feed-${n}`;
    const feed = { id, url: `https://${id}.example/`, title: id, site: null, publisher: id, topics: [], owner: null };
    await store.feeds.save({ ...feed, kind: 'news' }, new Date(START));
  }
  for (let n = 0; n < ARTICLES; n += 1) {
    const article = articleAt(n);
    await store.articles.save(article);
    await store.articles.brought(article.url, `feed-${n % FEEDS}`, new Date(article.fetched));
    const { figures, quotes } = entriesOf(article);
    await store.ledger.save(article.id, figures, quotes);
  }
}

/** The processor time of this process, in milliseconds: what others do on the machine does not count. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Prints the median and the 99th percentile of what a look-up takes of one core, in milliseconds. */
export async function measure(name: string, lookUp: (run: number) => Promise<number>, limit = LIMIT_MS): Promise<void> {
  let found = 0;
  await lookUp(0);
  const times: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const started = worked();
    found += await lookUp(run);
    times.push(worked() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const verdict = at(0.99) <= limit ? 'ok' : `over ${limit} ms`;
  const spent = `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`;
  console.log(`${name.padEnd(48)} ${spent}, ${Math.round(found / RUNS)} found: ${verdict}`);
}

export async function run(): Promise<void> {
  const store = await openSqlite(':memory:', log);
  const started = worked();
  await fill(store);
  const seconds = (worked() - started) / 1000;
  console.log(`${ARTICLES} articles, ${ARTICLES * FIGURES_EACH} figures kept in ${seconds.toFixed(0)} s`);

  const feeds = (await store.feeds.pack()).map(({ id }) => id);
  const sight = { workspace: 'terminal:local', feeds };
  const from = new Date(START);
  const to = new Date(NOW);
  const month = new Date(NOW - 30 * 86_400_000);
  const { ledger, articles } = store;
  const of = async (page: Promise<{ readonly entries: readonly unknown[] }>) => (await page).entries.length;
  const newest = { sight, order: 'newest', limit: 300 } as const;

  await measure('figures of the commonest entity, newest 300', (n) =>
    of(ledger.figures({ ...newest, entities: [`entity-${1 + (n % 3)}`] })),
  );
  await measure('figures of a rare entity, newest 300', (n) =>
    of(ledger.figures({ ...newest, entities: [`entity-${400 + n}`] })),
  );
  await measure('figures of an entity in a rare unit', (n) =>
    of(ledger.figures({ ...newest, entities: [`entity-${1 + (n % 3)}`], units: ['terawatt'] })),
  );
  await measure('figures of an entity and a topic, weightiest 20', (n) =>
    of(ledger.figures({ sight, order: 'weight', limit: 20, entities: [`entity-${5 + n}`], topics: ['power'] })),
  );
  await measure('figures by a common word, best 300', (n) =>
    of(ledger.figures({ sight, order: 'match', limit: 300, words: wordAt(2 + (n % 5)) })),
  );
  await measure('figures by two common words, best 300', (n) =>
    of(ledger.figures({ sight, order: 'match', limit: 300, words: `${wordAt(2 + (n % 5))} ${wordAt(9)}` })),
  );
  await measure('figures by rare words, best 300', (n) =>
    of(ledger.figures({ sight, order: 'match', limit: 300, words: `${wordAt(2000 + n)} ${wordAt(9000 + n)}` })),
  );
  await measure('quotes by a common word, best 20', (n) =>
    of(ledger.quotes({ sight, limit: 20, words: wordAt(2 + (n % 5)) })),
  );
  await measure('speakers that begin so', async (n) => (await ledger.speakers(sight, `speaker w${n % 9}`, 25)).length);
  await measure(
    'articles by a common word, best 20',
    async (n) => (await articles.search(wordAt(2 + (n % 5)), { feeds, from, to, limit: 20 })).length,
  );
  await measure(
    'articles by three words of a question, best 20',
    async (n) =>
      (
        await articles.search(`${wordAt(20 + n)} ${wordAt(300 + n)} ${wordAt(4000 + n)}`, {
          feeds,
          from,
          to,
          limit: 20,
        })
      ).length,
  );
  await measure(
    'articles by a common word in the last month',
    async (n) => (await articles.search(wordAt(2 + (n % 5)), { feeds, from: month, to, limit: 20 })).length,
  );
  await measure('the window of the last day', async (n) => {
    const end = new Date(NOW - (n % 5) * 86_400_000);
    return (await articles.window({ feeds, from: new Date(end.getTime() - 86_400_000), to: end, limit: 500 })).length;
  });
  await store.close();
}
