import { debrief } from './debrief.ts';
import { notices } from './notices.ts';

export const english = { tag: 'en-GB', debrief, notices };

/** The shape of a language's words. */
export type Words = typeof english;
