import { sql } from 'kysely';
import type { Differences, Matches, SearchIndex } from '../differences.ts';
import type { Database } from '../schema.ts';

export type Bounds = {
  /** Ranking takes about half a microsecond a match, and holds up everything else meanwhile: so many are ranked. */
  readonly ranked: Readonly<Record<SearchIndex, number>>;
  /** With fewer rows of its rare words a search also looks at those that have common ones alone. */
  readonly enough: number;
  /** And ranks so many of those. */
  readonly filled: number;
};

const BOUNDS: Bounds = {
  ranked: { articles: 30_000, ledger_figures: 10_000, ledger_quotes: 10_000 },
  enough: 300,
  filled: 3_000,
};

/**
 * Rows by BM25. Words that are rare enough lead: each row that has one of them, however old, is ranked by all the words. Of the
 * rows that have nothing but common words the newest are ranked. FTS5 reads the whole list of a word to know its rarity, and
 * counts one that is in most rows for next to nothing: beside others it is left out.
 */
export function matchingWithin({ ranked, enough, filled }: Bounds = BOUNDS): Differences['matching'] {
  return async (db, index, words) => {
    const met = await meet(db, index, words, ranked[index]);
    const telling = met.filter(({ share }) => share <= 0.5);
    const found = telling.length > 0 ? telling : met;
    const [rare, common] = parted(found, ranked[index]);
    if (found.length === 0) return [];
    if (rare.length === 0) return [newest(index, any(common), ranked[index])];
    if (common.length === 0) return [all(index, any(rare))];
    // What stands twice in a query counts twice. The rare words do, once to choose the rows and once to rank them; so all do, but
    // where the rows are few: reading the long list of a common word once more costs more than it tells.
    const few = rare.reduce((sum, { rows }) => sum + rows, 0) < enough;
    const led = all(index, `(${any(rare)}) AND (${any([...rare, ...common, ...(few ? [] : common)])})`);
    return few ? [led, newest(index, `(${any(common)}) NOT (${any(rare)})`, filled)] : [led];
  };
}

type Met = {
  readonly phrase: string;
  /** How many rows have it, counted up to one more than are ranked. */
  readonly rows: number;
  /** Of a word with more: the share of the rows that have it since the oldest that was counted, 0 to 1. */
  readonly share: number;
};

/** The words that any row has, the rarest first. */
async function meet(db: Database, index: SearchIndex, words: readonly string[], most: number): Promise<Met[]> {
  const table = sql.table(`${index}_fts`);
  const { rows: last } = await sql<{ n: number | null }>`select max(n) as n from ${sql.table(index)}`.execute(db);
  const end = (last[0]?.n ?? 0) + 1;
  const met: Met[] = [];
  for (const word of words) {
    // Each word is a string of FTS5's query language: nothing in it is an operator.
    const phrase = `"${word.replaceAll('"', '')}"`;
    const { rows: counted } = await sql<{ rows: number; oldest: number | null }>`
      select count(*) as rows, min(n) as oldest from (
        select rowid as n from ${table} where ${table} match ${phrase} order by rowid desc limit ${sql.lit(most + 1)})`.execute(
      db,
    );
    for (const { rows, oldest } of counted)
      if (oldest !== null) met.push({ phrase, rows, share: rows > most ? rows / (end - oldest) : 0 });
  }
  return met.toSorted((a, b) => a.rows - b.rows || a.share - b.share);
}

/** The rarest words, as many as together bring no more rows than are ranked, and the others. */
function parted(words: readonly Met[], most: number): readonly [readonly Met[], readonly Met[]] {
  let sum = 0;
  const rare = words.filter(({ rows }) => {
    sum += rows;
    return sum <= most;
  });
  return [rare, words.slice(rare.length)];
}

const any = (words: readonly Met[]): string => words.map(({ phrase }) => phrase).join(' OR ');

// FTS5 gives its rows in the order of their rank, so that a query which takes the best few looks at no more than those.
function all(index: SearchIndex, query: string): Matches {
  const table = sql.table(`${index}_fts`);
  return sql`(select rowid as n, rank from ${table} where ${table} match ${query})`;
}

function newest(index: SearchIndex, query: string, most: number): Matches {
  const table = sql.table(`${index}_fts`);
  const matches = sql`from ${table} where ${table} match ${query}`;
  const oldest = sql`select rowid ${matches} order by rowid desc limit 1 offset ${sql.lit(most)}`;
  return sql`(select rowid as n, rank ${matches} and rowid > coalesce((${oldest}), 0))`;
}
