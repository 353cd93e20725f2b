/**
 * The nouns of Debrief, as zod schemas and their types. Imports nothing of the project.
 *
 * Conventions: offsets are UTF-16 code units, end exclusive. Times are ISO 8601 in UTC (`2026-11-24T08:30:00.000Z`).
 * Money units are ISO 4217 codes. What is not known is `null`, never an empty or made-up string.
 */
export type * from './model/answer.ts';
export * from './model/day.ts';
export * from './model/debrief.ts';
export * from './model/delivery.ts';
export type * from './model/document.ts';
export * from './model/edit.ts';
export * from './model/evidence.ts';
export * from './model/gathered.ts';
export * from './model/instant.ts';
export * from './model/story.ts';
