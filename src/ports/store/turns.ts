/** Who goes when, where all processes together may do something only so often. */
export type TurnStore = {
  /**
   * Takes the next turn in a lane and answers in how many milliseconds it comes; the one after it comes `gapMs` later. Where it
   * is more than `longestMs` ahead none is taken.
   */
  take(lane: string, now: Date, gapMs: number, longestMs: number): Promise<number>;
};
