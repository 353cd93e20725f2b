import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * A condition that is asked of each row that comes to it, with what was found until then. A planner would rather make a join of it, over all articles
 * that there are, where a look-up ends with its first three hundred rows.
 */
export const asked = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> => sql<SqlBool>`(${condition}) is true`;

/**
 * That one of these feeds brought the article of this alias: led to its page, or has it as its own text. Few feeds bring one article, and they are
 * compared with those given; an index would look for each of those. What feeds they are `Differences.among` tells.
 */
export function isSeen(alias: string, feeds: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from article_feeds sf
    where sf.line = ${sql.ref(`${alias}.line`)} and ${asked(sql`sf.feed ${feeds}`)})`;
}

/**
 * That the article of this alias is what stands at its address for whoever sees these feeds: the newest version of its line, and of the lines
 * that they may see there (the page, what one feed or another has of it) the one that says most.
 * The plus keeps a database from looking for the others among all that are the newest of their line (https://sqlite.org/optoverview.html, 2.1).
 */
export function stands(alias: string, feeds: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  const length = (of: string) => sql`coalesce(${sql.ref(`${of}.whole`)}, length(${sql.ref(`${of}.text`)}))`;
  const most = sql<SqlBool>`${isSeen(alias, feeds)} and not exists (
    select 1 from articles other where other.address = ${of('address')} and other.n != ${of('n')} and +other.newest = 1
    and ${isSeen('other', feeds)}
    and (${length('other')} > ${length(alias)} or (${length('other')} = ${length(alias)} and other.n < ${of('n')})))`;
  return sql<SqlBool>`(${of('newest')} = 1 and ${asked(most)})`;
}
