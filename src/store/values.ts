import type { z } from 'zod';
import { sha256 } from '../hash.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';
import type { Choice } from '../model.ts';
import type { Database } from './schema.ts';

/** An instant as it is stored: every one in the same form, so that texts compare as times do. */
export function instant(at: Date | string): string {
  return (typeof at === 'string' ? new Date(at) : at).toISOString();
}

export function instantOrNull(at: Date | string | null): string | null {
  return at === null ? null : instant(at);
}

/** Does `work` in one transaction: that of `db`, where it is one already. */
export function inTransaction<T>(db: Database, work: (on: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** JSON that was stored, checked. */
export function read<T>(schema: z.ZodType<T>, stored: string): T {
  return schema.parse(JSON.parse(stored));
}

/** More would not make a search better, only slower. */
const SEARCH_WORDS = 32;

/** What a search looks for: words that say something, each once. */
export function searchWords(text: string): readonly string[] {
  const words = wordsIn(text.slice(0, 2_000))
    .map(({ text: word }) => word.toLowerCase().replaceAll('’', "'"))
    .filter((word) => !STOP_WORDS.has(word));
  return [...new Set(words)].slice(0, SEARCH_WORDS);
}

/** The same for equal choices, in whatever order their lists were named. */
export function choiceKey(choice: Choice): string {
  const { feeds, topics, hours, follow, mute, language, length } = choice;
  const lists = [feeds, topics, follow, mute].map((list) => list.toSorted());
  const canonical = JSON.stringify([...lists, hours, language, length]);
  return sha256(canonical);
}

/** Lists of values in one query stay under every database's bound of parameters. */
export function inChunks<T>(values: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}
