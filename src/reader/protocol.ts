import type { Field } from '../domain/field.ts';
import type { TASKS } from './tasks.ts';

export type Task = keyof typeof TASKS;

/** What a thread is given when it is started: where the process keeps what it compiled, for the thread to start as fast; the field, where it is another. */
export type Birth = { readonly compileCache: string | null; readonly field: Field | null };

export type Ask = { readonly task: Task; readonly given: readonly unknown[] };

/** What came of it. Errors do not cross threads as what they are: those that callers tell apart are named. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'parse'; readonly subject: string; readonly message: string }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string };

/** The first message of a thread: it takes asks from now on. */
export const READY = 'ready';
