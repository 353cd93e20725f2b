import { readFileSync } from 'node:fs';
import { Field } from '../domain/field.ts';
import { UsageError } from '../errors.ts';

/** A field of news from its JSON file (`docs/field.md`). Throws a UsageError that names every fault. */
export function readField(file: string): Field {
  const refuse = (why: string): UsageError =>
    new UsageError([`DEBRIEF_FIELD: ${file} ${why}; docs/field.md shows one`]);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse(`is no JSON (${error.message})`);
    throw refuse(`cannot be read (${error instanceof Error ? error.message : error})`);
  }
  const parsed = Field.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map(
      ({ path, message }) => `DEBRIEF_FIELD: ${file}: ${path.join('.') || 'the whole'}: ${message}`,
    ),
  );
}
