import { TASKS } from '../src/reader/tasks.ts';

/** Reads in the test's own thread, which has the program loaded already. */
export const readingHere = { ...TASKS, close: async () => {} };
