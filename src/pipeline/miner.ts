import type { Begin } from '../gather/reader.ts';
import type { Entries } from '../ledger/entries.ts';
import type { Article, Evidence } from '../model.ts';
import type { CopySet, Quoting } from '../stories/copies.ts';

/** What an article holds: its evidence, the ledger's entries of it, and the sketch that its copies are found by. */
export type Mined = { readonly evidence: Evidence; readonly entries: Entries; readonly sketch: readonly number[] };

/** Computes over articles, whose words are strangers' too. Rejects with a ReadingError as the `Reader` does. */
export type Miner = {
  mine(article: Article, begin?: Begin): Promise<Mined>;
  /** Which of these are one text. */
  copies(articles: readonly Article[], evidence: ReadonlyMap<string, Quoting>): Promise<readonly CopySet[]>;
};
