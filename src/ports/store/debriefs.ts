import type { Choice, Debrief } from '../../model.ts';

export type DebriefStore = {
  /** Keeps a composed debrief; where one of its id stands already that stays, and is answered. */
  save(debrief: Debrief): Promise<Debrief>;
  /** All that it holds comes back through the gate; what does not pass is left out. */
  get(id: string): Promise<Debrief | null>;
  /** The last editions of a choice whose windows ended before `before`, the newest first. */
  last(choice: Choice, before: Date, limit: number): Promise<readonly Debrief[]>;
};
