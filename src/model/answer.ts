import type { Figure, Point, Verified } from './evidence.ts';

/** Why an answer is not what another article says: it was put right, or newer word came. */
export type Superseding = {
  readonly how: 'corrected' | 'newer' | 'differs';
  /** What was told before, or is told by another publisher. */
  readonly before: Verified<Figure>;
};

export type Answer = {
  /** Sentences, each covered by its cites; empty when the sources do not tell. */
  readonly points: readonly Verified<Point>[];
  readonly abstained: boolean;
  /** The nearest that was found, for an honest "our sources do not tell". */
  readonly nearest: readonly Verified<Point>[];
  /** For multiple choice: the index of the choice that the articles support. */
  readonly choice: number | null;
  /** What it puts in the place of an earlier word; null where there is none. */
  readonly supersedes: Superseding | null;
  readonly writer: 'extractive' | 'model';
};
