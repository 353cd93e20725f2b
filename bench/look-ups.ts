import { NOW, START } from './history/articles.ts';
import { openHistory } from './history/store.ts';
import { entityAt, wordAt } from './history/words.ts';
import { measure } from './timing/measure.ts';

const LIMIT_MS = 50;
const COMMON = 40;

/** What the store's look-ups take once two years of news are kept: 100,000 articles with 500,000 figures. */
export async function run(): Promise<void> {
  const store = await openHistory();
  const feeds = (await store.feeds.pack()).map(({ id }) => id);
  const sight = { workspace: 'terminal:local', feeds };
  const from = new Date(START);
  const to = new Date(NOW);
  const month = new Date(NOW - 30 * 86_400_000);
  const { ledger, articles } = store;
  const of = async (page: Promise<{ readonly entries: readonly unknown[] }>) => (await page).entries.length;
  const newest = { sight, order: 'newest', limit: 300 } as const;
  const match = { sight, order: 'match', limit: 300 } as const;
  const common = (n: number) => wordAt(1 + (n % COMMON));
  const check = (name: string, lookUp: (n: number) => Promise<number>) => measure(name, lookUp, LIMIT_MS);

  await check('figures of a common entity, newest 300', (n) =>
    of(ledger.figures({ ...newest, entities: [entityAt(n % 9)] })),
  );
  await check('figures of a rare entity, newest 300', (n) =>
    of(ledger.figures({ ...newest, entities: [entityAt(300 + n)] })),
  );
  await check('figures of an entity in a unit that nobody uses', (n) =>
    of(ledger.figures({ ...newest, entities: [entityAt(n % 9)], units: ['terawatt'] })),
  );
  await check('figures of an entity and a topic, weightiest 20', (n) =>
    of(ledger.figures({ sight, order: 'weight', limit: 20, entities: [entityAt(5 + n)], topics: ['power'] })),
  );
  await check('figures by a common word, best 300', (n) => of(ledger.figures({ ...match, words: common(n) })));
  await check('figures by two common words, best 300', (n) =>
    of(ledger.figures({ ...match, words: `${common(n)} ${common(n * 7 + 3)}` })),
  );
  await check('figures by rare words, best 300', (n) =>
    of(ledger.figures({ ...match, words: `${wordAt(2000 + n)} ${wordAt(9000 + n)}` })),
  );
  await check('figures by a common and a rare word, best 300', (n) =>
    of(ledger.figures({ ...match, words: `${common(n)} ${wordAt(1000 + 20 * n)}` })),
  );
  await check('quotes by a common word, best 20', (n) => of(ledger.quotes({ sight, limit: 20, words: common(n) })));
  await check(
    'speakers that begin so',
    async (n) => (await ledger.speakers(sight, `speaker ${wordAt(n).slice(0, 2)}`, 25)).length,
  );
  const searched = async (words: string, since = from) =>
    (await articles.search(words, { feeds, from: since, to, limit: 20 })).length;
  await check('articles by a common word, best 20', (n) => searched(common(n)));
  await check('articles by three words of a question, best 20', (n) =>
    searched(`${wordAt(20 + n)} ${wordAt(300 + n)} ${wordAt(4000 + n)}`),
  );
  await check('articles by five common words, best 20', (n) =>
    searched([1, 3, 7, 15, 31].map((step) => wordAt(1 + ((n * step) % 99))).join(' ')),
  );
  await check('articles by a common word in the last month', (n) => searched(common(n), month));
  await check('the window of a day', async (n) => {
    const end = new Date(NOW - n * 86_400_000);
    return (await articles.window({ feeds, from: new Date(end.getTime() - 86_400_000), to: end, limit: 500 })).length;
  });
  await store.close();
}
