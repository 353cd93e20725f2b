import type { RawBuilder } from 'kysely';

export type SearchIndex = 'articles' | 'ledger_figures' | 'ledger_quotes';

/** All in which one database differs from another; the queries themselves are the same. */
export type Differences = {
  /** The column type of a number that the database gives each row. */
  readonly rowNumber: string;
  /** Statements that make the full-text indexes and keep them in step with their tables. */
  readonly searchTables: readonly string[];
  /**
   * A table of rows (`n`, `rank`: lower is better) that have any of the words. A word is letters and digits with the
   * points and hyphens inside it. Of very many matches only the newest count.
   */
  matching(index: SearchIndex, words: readonly string[]): RawBuilder<{ n: number; rank: number }>;
};
