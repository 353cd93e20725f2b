import type { Point, Verified } from './evidence.ts';

export type Answer = {
  /** Sentences, each covered by its cites; empty when the sources do not tell. */
  readonly points: readonly Verified<Point>[];
  readonly abstained: boolean;
  /** The nearest that was found, for an honest "our sources do not tell". */
  readonly nearest: readonly Verified<Point>[];
  /** For multiple choice: the index of the choice that the articles support. */
  readonly choice: number | null;
  readonly writer: 'extractive' | 'model';
};
