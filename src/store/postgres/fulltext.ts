import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Matches, SEARCHED, type SearchIndex } from '../differences.ts';
import type { FullText, Met } from '../matching.ts';
import type { Database } from '../schema.ts';

const wordsVector = (row: string): string => `to_tsvector('debrief', debrief_words(left(${row}.words, 200000)))`;

/** A word of a title says more about an article than one of its body. A vector has at most a megabyte of words. */
const VECTORS: Readonly<
  Record<SearchIndex, { readonly columns: readonly string[]; readonly vector: (row: string) => string }>
> = {
  articles: {
    columns: ['title', 'text'],
    vector: (row) => `setweight(to_tsvector('debrief', debrief_words(${row}.title)), 'A') ||
      to_tsvector('debrief', debrief_words(left(${row}.text, 200000)))`,
  },
  ledger_figures: { columns: ['words'], vector: wordsVector },
  ledger_quotes: { columns: ['words'], vector: wordsVector },
};

/** Of the weights D, C, B and A: a text's own words and a title's. */
const WEIGHTS = '{0.25, 0.25, 0.25, 1}';

/**
 * Words as the SQLite store has them: parted at every sign, without accents, by their stem, none of them left out
 * (postgresql.org/docs/current/textsearch-dictionaries.html).
 */
const CONFIGURATION: readonly string[] = [
  `create function debrief_words(given text) returns text language sql immutable strict parallel safe return
    translate(regexp_replace(normalize(given, nfd), '[\u0300-\u036f]', '', 'g'), './\\-_@:=&?#%+~''’', '               ')`,
  `create text search dictionary debrief_stem (template = snowball, language = english)`,
  `create text search configuration debrief (copy = simple)`,
  `alter text search configuration debrief alter mapping for
    asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart with debrief_stem`,
];

/** The vectors stand in a table of their own: whoever reads a row does not read its vector with it. */
function indexOf(table: SearchIndex): string[] {
  const { columns, vector } = VECTORS[table];
  return [
    `create table ${table}_search (n bigint primary key references ${table} (n) on delete cascade, words tsvector not null)`,
    `create index ${table}_search_words on ${table}_search using gin (words) with (fastupdate = off)`,
    `create function ${table}_search_keep() returns trigger language plpgsql as $$ begin
      insert into ${table}_search (n, words) values (new.n, ${vector('new')}) on conflict (n) do update set words = excluded.words;
      return null;
    end $$`,
    `create trigger ${table}_search_keep after insert or update of ${columns.join(', ')} on ${table}
      for each row execute function ${table}_search_keep()`,
  ];
}

/** Makes the vectors of all rows of a table that has none. */
export const fillSearch = (table: SearchIndex): string =>
  `insert into ${table}_search (n, words) select n, ${VECTORS[table].vector('t')} from ${table} t order by n`;

/** Makes the vectors of these rows anew. */
export const refillSearch = (table: SearchIndex, where: string): string =>
  `update ${table}_search s set words = ${VECTORS[table].vector('t')} from ${table} t where t.n = s.n and ${where}`;

/** Whether the vectors are kept in step with their table. */
export const keepSearch = (table: SearchIndex, isOn: boolean): string =>
  `alter table ${table} ${isOn ? 'enable' : 'disable'} trigger ${table}_search_keep`;

/** The configuration and the tables of vectors, kept in step with their tables. */
export const SEARCH_TABLES: readonly string[] = [...CONFIGURATION, ...SEARCHED.flatMap(indexOf)];

const queryOf = (word: string): RawBuilder<unknown> => sql`phraseto_tsquery('debrief', debrief_words(${word}))`;
const any = (words: readonly Met[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    words.map(({ word }) => queryOf(word)),
    sql` || `,
  )})`;

/** What a word tells by its rarity, as BM25 has it; `ts_rank` brings how often it stands in a row of what length. */
function weightOf({ rows, share }: Met, last: number): number {
  const have = share > 0 ? share * last : rows;
  return Math.log(1 + (last - have + 0.5) / (have + 0.5));
}

/** Divided once by how long the row is: `ts_rank` itself would count its words anew for each word that is asked for. */
function rankBy(words: readonly Met[], last: number): RawBuilder<unknown> {
  const parts = words.map(
    (met) => sql`${sql.lit(weightOf(met, last))} * ts_rank(${sql.lit(WEIGHTS)}, s.words, ${queryOf(met.word)})`,
  );
  return sql`-(${sql.join(parts, sql` + `)}) / ln(2 + length(s.words))`;
}

/** A word that the index has as one too: of several the planner supposes that none has to do with another. */
const ONE = /^[\p{L}\p{N}]+$/u;
/** Of a word that it has not counted the planner supposes that half a percent of the rows have it. */
const KNOWN = 0.01;

const Plan = z.object({ Plan: z.object({ 'Plan Rows': z.number() }) });
const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([Plan]) })]);

/**
 * The share of the rows that has a word, by what the planner goes by: PostgreSQL counts the thousand words that most rows of a table have whenever a
 * tenth of it has changed (postgresql.org/docs/current/planner-stats.html). 0 of any other.
 */
async function knownShare(db: Database, index: SearchIndex, word: string, last: number): Promise<number> {
  if (!ONE.test(word)) return 0;
  const query = sql`explain (format json) select from ${sql.table(`${index}_search`)} where words @@ ${queryOf(word)}`;
  const [explained] = Explained.parse((await query.execute(db)).rows);
  const share = explained['QUERY PLAN'][0].Plan['Plan Rows'] / Math.max(1, last);
  return share < KNOWN ? 0 : Math.min(1, share);
}

/** How many rows have a word, up to one more than `most`: each is looked at. */
async function counted(db: Database, index: SearchIndex, word: string, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select from ${sql.table(`${index}_search`)} where words @@ ${queryOf(word)} limit ${sql.lit(most + 1)}) s`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** The full-text search of PostgreSQL. */
export const TSEARCH: FullText = {
  async met(db, index, words, most, last) {
    const met: Met[] = [];
    for (const word of words) {
      const share = await knownShare(db, index, word, last);
      const rows = share * last > most ? most + 1 : await counted(db, index, word, most);
      if (rows > 0) met.push({ word, rows, share: rows > most ? Math.max(share, rows / last) : 0 });
    }
    return met;
  },
  async last(db, index) {
    const { rows } = await sql<{ n: number | null }>`select max(n) as n from ${sql.table(index)}`.execute(db);
    return rows[0]?.n ?? 0;
  },
  led: (index, lead, beside, _few, last) =>
    sql`(select s.n, ${rankBy([...lead, ...beside], last)} as rank from ${sql.table(`${index}_search`)} s
      where s.words @@ ${any(lead)} order by rank)`,
  together(index, words, most) {
    const all = sql.join(words.map(queryOf), sql` && `);
    return sql`(select s.n, -s.n as rank from ${sql.table(`${index}_search`)} s where s.words @@ (${all})
      order by s.n desc limit ${sql.lit(most)})`;
  },
  newest(index, words, without, most, last): Matches {
    const table = sql.table(`${index}_search`);
    const others = without.length === 0 ? sql`` : sql` and not s.words @@ ${any(without)}`;
    return sql`(select s.n, ${rankBy(words, last)} as rank from (
      select s.n, s.words from ${table} s where s.words @@ ${any(words)}${others} order by s.n desc limit ${sql.lit(most)}) s
      order by rank)`;
  },
};
