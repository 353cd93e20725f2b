import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { z } from 'zod';

const STATEMENTS: readonly string[] = [
  // Of a text that was thinned: what stood where, and how long it was.
  'alter table articles add column layout text',
  'alter table articles add column whole integer',
  'create index articles_whole on articles (fetched) where layout is null',
  'alter table items add column listed_at text',
  `create table debrief_articles (
    debrief text not null references debriefs (id) on delete cascade, article text not null, primary key (debrief, article))`,
  'create index debrief_articles_article on debrief_articles (article)',
];

const Row = z.object({ id: z.string(), body: z.string() });

/** What a text may be thinned to when it is old: what rests on it is found without reading every debrief. */
export const retention: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    const { rows } = await sql`select id from debriefs`.execute(db);
    for (const { id } of z.array(Row.pick({ id: true })).parse(rows)) {
      const { rows: one } = await sql`select id, body from debriefs where id = ${id}`.execute(db);
      const articles = new Set(
        z
          .array(Row)
          .parse(one)
          .flatMap(({ body }) => Array.from(body.matchAll(/"article":"([^"\\]+)"/g), ([, article = '']) => article)),
      );
      for (const article of articles)
        await sql`insert into debrief_articles (debrief, article) values (${id}, ${article})`.execute(db);
    }
  },
};
