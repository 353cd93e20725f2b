import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { SEARCHED } from '../differences.ts';
import { refillSearch } from './fulltext.ts';

/** Vectors that a page has room for are neither packed nor laid beside their table, which costs more than to rank them; those from before stay so. */
const unpacked: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of SEARCHED)
      await sql.raw(`alter table ${table}_search set (toast_tuple_target = 8160)`).execute(db);
  },
};

/**
 * Words were run together at a curly apostrophe. Accents are looked for where a text has any other letter than ASCII's alone: below U+00C0 and
 * among the signs of U+2002 to U+20CF nothing is composed, and to go through a text with `normalize` takes as long as to find its words.
 */
const parted: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create or replace function debrief_words(given text) returns text language sql immutable strict parallel safe return
          regexp_replace(
            case when given ~ '[^\\u0001-\\u00bf\\u2002-\\u20cf]'
              then regexp_replace(normalize(given, nfd), '[\\u0300-\\u036f]', '', 'g') else given end,
            '[-./\\\\_@:=&?#%+~''’]', ' ', 'g')`,
      )
      .execute(db);
    await sql.raw(refillSearch('articles', `(strpos(t.text, '’') > 0 or strpos(t.title, '’') > 0)`)).execute(db);
    for (const table of ['ledger_figures', 'ledger_quotes'] as const)
      await sql.raw(refillSearch(table, `strpos(t.words, '’') > 0`)).execute(db);
  },
};

/** In order of their names, among those of every database. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = { '013-unpacked': unpacked, '015-parted': parted };
