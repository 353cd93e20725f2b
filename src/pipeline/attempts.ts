import { DAY_MS } from '../durations.ts';
import type { Clock } from '../ports/clock.ts';
import type { NoteStore } from '../ports/store.ts';

/** How often something is begun that does not come to its end. */
export const TRIES = 2;
/** An entry that went away meanwhile is begun for ever. */
const KEPT_MS = 30 * DAY_MS;

/**
 * Remembers what was begun and has not ended, so that a document that ends the whole process is known to have been tried when the next
 * one starts.
 */
export type Attempts = {
  /** How often it was begun since it last ended. */
  count(what: string): Promise<number>;
  begin(what: string): Promise<void>;
  end(what: string): Promise<void>;
};

export function attemptsIn(notes: Pick<NoteStore, 'get' | 'set' | 'forget'>, clock: Clock): Attempts {
  const keyOf = (what: string) => `begun:${what}`;
  const count = async (what: string) => Number((await notes.get(keyOf(what))) ?? 0);
  return {
    count,
    begin: async (what) =>
      notes.set(keyOf(what), String((await count(what)) + 1), new Date(clock.now().getTime() + KEPT_MS)),
    end: (what) => notes.forget(keyOf(what)),
  };
}
