/** Replies of a model by the hash of all that went into them, so that equal inputs are not paid for twice. */
export type CacheStore = {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, expires: Date): Promise<void>;
};

/** `micros`: millionths of a US dollar. */
export type Spent = {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly micros: number;
};

/** What was spent in a scope (`all`, a workspace, a person) on a day (`YYYY-MM-DD`, UTC). */
export type BudgetStore = {
  /** Adds to the day's sum, atomically, and answers it. */
  add(scope: string, day: string, spent: Spent): Promise<Spent>;
  get(scope: string, day: string): Promise<Spent>;
  days(scope: string, from: string, to: string): Promise<readonly (Spent & { readonly day: string })[]>;
};
