import type { ParseArgsOptionsConfig } from 'node:util';

/** The options of a filter's command line, as `parseArgs` of `node:util` returns them. */
export type FilterOptions = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** A stage as a filter: JSON lines in, JSON lines out (`docs/contracts.md`). */
export type Filter = {
  readonly options: ParseArgsOptionsConfig;
  /** Checks the options (UsageError) and loads what a run needs before its first line. */
  open(options: FilterOptions): Run | Promise<Run>;
};

export type Run = {
  /**
   * One line in. Returns the line out, without its `id`, or null where the answer comes after the end of input. What it throws becomes
   * the line's `error`, and the filter goes on.
   */
  line(input: unknown): object | null | Promise<object | null>;
  /** What is written after the end of input, whole lines. */
  end?(): readonly object[] | Promise<readonly object[]>;
};
