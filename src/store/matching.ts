import type { Differences, Found, Matches, Matching, SearchIndex } from './differences.ts';
import type { Database } from './schema.ts';

type Bounds = {
  /** Ranking takes some microseconds a row and holds up everything else meanwhile: so many rows are ranked. */
  readonly ranked: number;
  /** With fewer rows of its rare words a search also looks at those that have common ones alone. */
  readonly enough: number;
  /** And ranks so many of those. */
  readonly filled: number;
};

const BOUNDS: Bounds = { ranked: 3_000, enough: 300, filled: 1_000 };

export type Met = {
  readonly word: string;
  /** How many rows have it, up to one more than are ranked. */
  readonly rows: number;
  /** Of a word with more: the share of the newer rows that have it, 0 to 1. */
  readonly share: number;
};

/** What a database's own full-text search answers; an index that it makes is kept in step by the statements of `Differences`. */
export type FullText = {
  /** The words that any row has, with how many do, where that is no more than `most`. `last`: the highest number of a row. */
  met(db: Database, index: SearchIndex, words: readonly string[], most: number, last: number): Promise<readonly Met[]>;
  /** The highest number of a row; 0 where there is none. */
  last(db: Database, index: SearchIndex): Promise<number>;
  /** All rows that have one of the words that lead, ranked by them and by those beside them. `few`: they lead to few rows. */
  led(index: SearchIndex, lead: readonly Met[], beside: readonly Met[], few: boolean, last: number): Matches;
  /** Of the rows that have any of the words, and none of the others, the newest. */
  newest(index: SearchIndex, words: readonly Met[], without: readonly Met[], most: number, last: number): Matches;
  readonly together: Differences['together'];
};

/** A word that a larger share of the rows has ranks nothing (its inverse document frequency is none). */
const MOST_TELLING = 0.5;

/** In the ledger what has all the words goes before the rest, which its rare words rank: walking along the common ones takes longest. */
const RANKED_BY_ALL: ReadonlySet<SearchIndex> = new Set(['articles']);

/**
 * Rows by their words. Words that are rare enough lead: each row that has one of them, however old, is ranked by all the words. Of the
 * rows that have nothing but common words the newest are ranked. To know how rare a word is its whole list is read, and one that is in
 * most rows counts for next to nothing: beside others it is left out.
 */
export function matchingOver(engine: FullText, { ranked: most, enough, filled }: Bounds = BOUNDS): Matching {
  return async (db, index, words) => {
    const last = await engine.last(db, index);
    const met = (await engine.met(db, index, words, most, last)).toSorted(
      (a, b) => a.rows - b.rows || a.share - b.share,
    );
    if (met.length === 0) return [];
    const found = met.filter(({ share }) => share <= MOST_TELLING);
    // Words that are in most rows tell none of those from the others that have them: the newest do.
    if (found.length === 0) return [{ matches: engine.together(index, met.map(textOf), most), by: 'newest' }];
    const [rare, common] = parted(found, most);
    if (rare.length === 0) return [ranked(engine.newest(index, common, [], most, last))];
    if (common.length === 0) return [ranked(engine.led(index, rare, [], false, last))];
    const few = rare.reduce((sum, { rows }) => sum + rows, 0) < enough;
    const led = engine.led(index, rare, RANKED_BY_ALL.has(index) ? common : [], few, last);
    return few ? [led, engine.newest(index, common, rare, filled, last)].map(ranked) : [ranked(led)];
  };
}

const textOf = ({ word }: Met): string => word;
const ranked = (matches: Matches): Found => ({ matches, by: 'rank' });

/** The rarest words, as many as together bring no more rows than are ranked, and the others. */
function parted(words: readonly Met[], most: number): readonly [readonly Met[], readonly Met[]] {
  let sum = 0;
  const rare = words.filter(({ rows }) => {
    sum += rows;
    return sum <= most;
  });
  return [rare, words.slice(rare.length)];
}
