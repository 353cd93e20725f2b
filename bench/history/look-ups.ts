import type { Store } from '../../src/ports/store.ts';
import { NOW, START } from './articles.ts';
import { entityAt, wordAt } from './words.ts';

const DAY_MS = 86_400_000;
const COMMON = 40;

/** A look-up of the nth kind of its sort; answers how many rows it found. */
export type LookUp = (n: number) => Promise<number>;

/** What people's commands and debriefs look up in a store of two years of news. */
export async function lookUpsIn(store: Store): Promise<ReadonlyMap<string, LookUp>> {
  const feeds = (await store.feeds.pack()).map(({ id }) => id);
  const sight = { workspace: 'terminal:local', feeds };
  const from = new Date(START);
  const to = new Date(NOW);
  const month = new Date(NOW - 30 * DAY_MS);
  const { ledger, articles } = store;
  const of = async (page: Promise<{ readonly entries: readonly unknown[] }>) => (await page).entries.length;
  const newest = { sight, order: 'newest', limit: 300 } as const;
  const match = { sight, order: 'match', limit: 300 } as const;
  const common = (n: number) => wordAt(1 + (n % COMMON));
  const searched = async (words: string, since = from) =>
    (await articles.search(words, { feeds, from: since, to, limit: 20 })).length;
  return new Map<string, LookUp>([
    ['figures of a common entity, newest 300', (n) => of(ledger.figures({ ...newest, entities: [entityAt(n % 9)] }))],
    ['figures of a rare entity, newest 300', (n) => of(ledger.figures({ ...newest, entities: [entityAt(300 + n)] }))],
    [
      'figures of an entity in a unit that nobody uses',
      (n) => of(ledger.figures({ ...newest, entities: [entityAt(n % 9)], units: ['terawatt'] })),
    ],
    [
      'figures of an entity and a topic, weightiest 20',
      (n) => of(ledger.figures({ sight, order: 'weight', limit: 20, entities: [entityAt(5 + n)], topics: ['power'] })),
    ],
    ['figures by a common word, best 300', (n) => of(ledger.figures({ ...match, words: common(n) }))],
    [
      'figures by two common words, best 300',
      (n) => of(ledger.figures({ ...match, words: `${common(n)} ${common(n * 7 + 3)}` })),
    ],
    [
      'figures by rare words, best 300',
      (n) => of(ledger.figures({ ...match, words: `${wordAt(2000 + n)} ${wordAt(9000 + n)}` })),
    ],
    [
      'figures by a common and a rare word, best 300',
      (n) => of(ledger.figures({ ...match, words: `${common(n)} ${wordAt(1000 + 20 * n)}` })),
    ],
    ['quotes by a common word, best 20', (n) => of(ledger.quotes({ sight, limit: 20, words: common(n) }))],
    [
      'speakers that begin so',
      async (n) => (await ledger.speakers(sight, `speaker ${wordAt(n).slice(0, 2)}`, 25)).length,
    ],
    ['articles by a common word, best 20', (n) => searched(common(n))],
    [
      'articles by three words of a question, best 20',
      (n) => searched(`${wordAt(20 + n)} ${wordAt(300 + n)} ${wordAt(4000 + n)}`),
    ],
    [
      'articles by five common words, best 20',
      (n) => searched([1, 3, 7, 15, 31].map((step) => wordAt(1 + ((n * step) % 99))).join(' ')),
    ],
    ['articles by a common word in the last month', (n) => searched(common(n), month)],
    [
      'the window of a day',
      async (n) => {
        const end = new Date(NOW - n * DAY_MS);
        return (await articles.window({ feeds, from: new Date(end.getTime() - DAY_MS), to: end, limit: 500 })).length;
      },
    ],
  ]);
}
