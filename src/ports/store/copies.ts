/** An article whose words were taken from another and changed, its quotes among them: no source of a figure or quote. */
export type AlteredCopy = { readonly article: string; readonly source: string };

/** Which articles are alike, and which of them is another's copy. */
export type CopyStore = {
  /** Keeps the sketch of an article: numbers of which its copies have some. */
  sketch(article: string, sketch: readonly number[], at: Date): Promise<void>;
  /** Articles that share at least `least` of these numbers, those that share most first. */
  alike(sketch: readonly number[], least: number, limit: number): Promise<readonly string[]>;
  /**
   * Says of these articles which are altered copies, in place of what was said of them before. Whoever may see the source finds
   * nothing of the copy in the ledger or by a search.
   */
  settle(articles: readonly string[], altered: readonly AlteredCopy[]): Promise<void>;
};
