import type { Choice, Debrief } from '../../model.ts';

export type DebriefStore = {
  /**
   * Keeps a composed debrief; an edition under its choice and the end of its window. Where one stands there already it
   * stays, so that all channels of a choice post the same; the kept one is answered. A look is found by its id alone.
   */
  save(debrief: Debrief): Promise<Debrief>;
  /** All that it holds comes back through the gate; what does not pass is left out. */
  get(id: string): Promise<Debrief | null>;
  /** The last editions of a choice whose windows ended before `before`, the newest first. */
  last(choice: Choice, before: Date, limit: number): Promise<readonly Debrief[]>;
};
