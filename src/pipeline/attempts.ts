import type { NoteStore } from '../ports/store.ts';

/** How often something is begun that does not come to its end. */
export const TRIES = 2;

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

export function attemptsIn(notes: Pick<NoteStore, 'get' | 'set' | 'forget'>): Attempts {
  const keyOf = (what: string) => `begun:${what}`;
  const count = async (what: string) => Number((await notes.get(keyOf(what))) ?? 0);
  return {
    count,
    begin: async (what) => notes.set(keyOf(what), String((await count(what)) + 1)),
    end: (what) => notes.forget(keyOf(what)),
  };
}
