import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A feed's own text that stood under an address for whoever brought it becomes the text of the feed that brought it first. */
const STATEMENTS: readonly string[] = [
  `alter table article_feeds rename column url to line`,
  `alter table articles rename column url to line`,
  // Reckoned from the line, which stands before the text: a column that was added behind it could not be read without it.
  `alter table articles add column address text generated always as (substr(line, instr(line, ' ') + 1)) virtual`,
  `update articles set line = (
    select f.feed || ' ' || f.line from article_feeds f where f.line = articles.line order by f.at, f.feed limit 1)
    where origin = 'feed' and exists (select 1 from article_feeds f where f.line = articles.line)`,
  `create index articles_address on articles (address)`,
  `insert into article_feeds (line, feed, at)
    select distinct a.line, f.feed, f.at from articles a
    join article_feeds f on f.line = a.address and a.line = f.feed || ' ' || a.address`,
  ...['guid', 'page', 'face', 'print', 'odd', 'line', 'headline', 'answered', 'page_hash'].map(
    (column) => `alter table items add column ${column} text`,
  ),
  `alter table items add column changed_at text not null default ''`,
  `update items set changed_at = seen_at, line = (
    select min(a.line) from articles a
    where a.address = items.url and a.newest = 1 and a.line in (a.address, items.feed || ' ' || a.address))`,
  `create index items_guid on items (feed, guid)`,
  `create index items_page on items (page)`,
  `create index items_face on items (feed, face)`,
  `create index items_url on items (url)`,
  `create index items_answered on items (answered)`,
  `create index items_page_hash on items (page_hash)`,
];

/** Whose text an article is (its line), and what an entry of a feed is found again by. */
export const lines: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
