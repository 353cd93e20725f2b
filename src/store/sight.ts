import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether a query finds a row, asked of each row that comes to it. A planner would rather make a join of it, over all articles that there are, where a
 * look-up ends with its first three hundred rows; PostgreSQL also plans each a second time, answered once for all rows, and with it again whatever it
 * holds. An offset keeps it from both. SQLite has one only behind a limit.
 */
export const finds = (query: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (${query} limit 1 offset 0)`;

/**
 * That one of these feeds brought the article of this alias: led to its page, or has it as its own text. Few feeds bring one article, and they are
 * compared with those given: by what `is true` hides from it, an index would look for each of those. What feeds they are `Differences.among` tells.
 */
export function isSeen(alias: string, feeds: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return finds(
    sql`select 1 from article_feeds sf where sf.line = ${sql.ref(`${alias}.line`)} and (sf.feed ${feeds}) is true`,
  );
}

/**
 * That the article of this alias is what stands at its address for whoever sees these feeds: the newest version of its line, and of the lines
 * that they may see there (the page, what one feed or another has of it) the one that says most.
 * The plus keeps a database from looking for the others among all that are the newest of their line (https://sqlite.org/optoverview.html, 2.1).
 */
export function stands(alias: string, feeds: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  const length = (of: string) => sql`coalesce(${sql.ref(`${of}.whole`)}, length(${sql.ref(`${of}.text`)}))`;
  const longer = sql`select 1 from articles other where other.address = ${of('address')} and other.n != ${of('n')} and +other.newest = 1
    and ${isSeen('other', feeds)}
    and (${length('other')} > ${length(alias)} or (${length('other')} = ${length(alias)} and other.n < ${of('n')}))`;
  return sql<SqlBool>`(${of('newest')} = 1 and ${isSeen(alias, feeds)} and not ${finds(longer)})`;
}
