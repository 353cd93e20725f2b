import { type KyselyPlugin, RawNode } from 'kysely';

const DEFINES = /^\s*(?:create|alter)\s+table\b/i;

/**
 * The tables of the migrations, as PostgreSQL has them: texts sort by their bytes whatever order the database has for people, whole
 * numbers have eight bytes, and what is reckoned from other columns is stored.
 */
export function ofPostgres(statement: string): string {
  if (!DEFINES.test(statement)) return statement;
  return (
    statement
      // A type follows the name of its column; a column may itself be called "text".
      .replace(/(?<=\w"? )text(?=[\s,)]|$)/g, 'text collate "C"')
      .replace(/(?<=\w"? )integer(?=[\s,)]|$)/g, 'bigint')
      .replaceAll('instr(', 'strpos(')
      .replace(/\) virtual\b/g, ') stored')
  );
}

/** Has every statement that defines a table say it so. */
export const POSTGRES_DDL: KyselyPlugin = {
  transformQuery({ node }) {
    if (!RawNode.is(node)) return node;
    return RawNode.create(node.sqlFragments.map(ofPostgres), node.parameters);
  },
  transformResult: async ({ result }) => result,
};
