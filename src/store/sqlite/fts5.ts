import { sql } from 'kysely';
import type { Differences, SearchIndex } from '../differences.ts';

const COLUMNS: Readonly<Record<SearchIndex, readonly string[]>> = {
  articles: ['title', 'text'],
  ledger_figures: ['words'],
  ledger_quotes: ['words'],
};

/** A word of a title says more about an article than one of its body. */
const WEIGHTS: Readonly<Record<SearchIndex, readonly number[]>> = {
  articles: [4, 1],
  ledger_figures: [1],
  ledger_quotes: [1],
};

/**
 * Ranking takes about a microsecond a match, and holds up everything else meanwhile: of the matches of a word that is
 * everywhere only the newest so many are ranked.
 */
const RANKED: Readonly<Record<SearchIndex, number>> = {
  articles: 60_000,
  ledger_figures: 10_000,
  ledger_quotes: 10_000,
};

/** An external-content index: the text itself is kept once, in its table (https://sqlite.org/fts5.html, 4.4.3). */
function indexOf(table: SearchIndex): string[] {
  const columns = COLUMNS[table];
  const list = columns.join(', ');
  const values = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const weights = WEIGHTS[table].join(', ');
  const forget = `insert into ${table}_fts (${table}_fts, rowid, ${list}) values ('delete', old.n, ${values('old')});`;
  const keep = `insert into ${table}_fts (rowid, ${list}) values (new.n, ${values('new')});`;
  return [
    `create virtual table ${table}_fts using fts5 (${list}, content = '${table}', content_rowid = 'n',
      tokenize = 'porter unicode61 remove_diacritics 2')`,
    `insert into ${table}_fts (${table}_fts, rank) values ('rank', 'bm25(${weights})')`,
    `create trigger ${table}_fts_insert after insert on ${table} begin ${keep} end`,
    `create trigger ${table}_fts_delete after delete on ${table} begin ${forget} end`,
    `create trigger ${table}_fts_update after update of ${list} on ${table} begin ${forget} ${keep} end`,
  ];
}

export const SQLITE: Differences = {
  rowNumber: 'integer primary key',
  searchTables: (['articles', 'ledger_figures', 'ledger_quotes'] as const).flatMap(indexOf),
  matching(index, words) {
    const table = sql.table(`${index}_fts`);
    // Each word is a string of FTS5's query language: nothing in it is an operator.
    const query = words.map((word) => `"${word.replaceAll('"', '')}"`).join(' OR ');
    const matches = sql`from ${table} where ${table} match ${query}`;
    const oldest = sql`select rowid ${matches} order by rowid desc limit 1 offset ${sql.lit(RANKED[index])}`;
    // FTS5 gives its rows in the order of their rank, so that a query which takes the best few looks at no more than those.
    return sql`(select rowid as n, rank ${matches} and rowid > coalesce((${oldest}), 0))`;
  },
};
