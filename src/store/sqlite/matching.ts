import { sql } from 'kysely';
import type { Matches, SearchIndex } from '../differences.ts';
import type { FullText, Met } from '../matching.ts';

/** Each word is a string of FTS5's query language: nothing in it is an operator. */
const phrase = (word: string): string => `"${word.replaceAll('"', '')}"`;
const any = (words: readonly Met[]): string => words.map(({ word }) => phrase(word)).join(' OR ');

/** The full-text search of FTS5, by BM25. */
export const FTS5: FullText = {
  async met(db, index, words, most, last) {
    const table = sql.table(`${index}_fts`);
    const met: Met[] = [];
    for (const word of words) {
      const { rows } = await sql<{ count: number; oldest: number | null }>`
        select count(*) as count, min(n) as oldest from (
          select rowid as n from ${table} where ${table} match ${phrase(word)} order by rowid desc limit ${sql.lit(most + 1)})`.execute(
        db,
      );
      const { count = 0, oldest = null } = rows[0] ?? {};
      if (oldest !== null) met.push({ word, rows: count, share: count > most ? count / (last + 1 - oldest) : 0 });
    }
    return met;
  },
  async last(db, index) {
    const { rows } = await sql<{ n: number | null }>`select max(n) as n from ${sql.table(index)}`.execute(db);
    return rows[0]?.n ?? 0;
  },
  led(index, lead, beside, few) {
    if (beside.length === 0) return all(index, any(lead));
    // What stands twice in a query counts twice. The rare words do, once to choose the rows and once to rank them; so all do, but
    // where the rows are few: reading the long list of a common word once more costs more than it tells.
    return all(index, `(${any(lead)}) AND (${any([...lead, ...beside, ...(few ? [] : beside)])})`);
  },
  // FTS5 walks along its lists side by side, the newest row first, and stops with who reads.
  together: (index, words, most) => newest(index, words.map(phrase).join(' AND '), most, sql`-rowid`),
  newest: (index, words, without, most) =>
    newest(index, without.length === 0 ? any(words) : `(${any(words)}) NOT (${any(without)})`, most),
};

// FTS5 gives its rows in the order of their rank, so that a query which takes the best few looks at no more than those.
function all(index: SearchIndex, query: string): Matches {
  const table = sql.table(`${index}_fts`);
  return sql`(select rowid as n, rank from ${table} where ${table} match ${query})`;
}

function newest(index: SearchIndex, query: string, most: number, rank = sql`rank`): Matches {
  const table = sql.table(`${index}_fts`);
  const matches = sql`from ${table} where ${table} match ${query}`;
  const oldest = sql`select rowid ${matches} order by rowid desc limit 1 offset ${sql.lit(most)}`;
  return sql`(select rowid as n, ${rank} as rank ${matches} and rowid > coalesce((${oldest}), 0))`;
}
