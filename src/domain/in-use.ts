import { AI_INFRASTRUCTURE } from './ai-infrastructure/index.ts';
import type { Field } from './field.ts';

let chosen: Field | null = null;

/**
 * Says which field this process serves. It is said once, before anything is read of it: a process has one field, as it has one time.
 * Throws a RangeError when another is in use.
 */
export function chooseField(wanted: Field): void {
  if (chosen !== null && chosen !== wanted) throw new RangeError('this process serves another field already');
  chosen = wanted;
}

/** The field that this process serves; AI infrastructure where nobody chose. */
export function field(): Field {
  chosen ??= AI_INFRASTRUCTURE;
  return chosen;
}

/** The field of this process where it is not the built-in one. */
export const otherField = (): Field | null => (field() === AI_INFRASTRUCTURE ? null : field());

/** What is reckoned from the field, when it is first asked for. */
export function derived<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What readers of a language (a BCP 47 tag) call the field. */
export function fieldName(language = 'en'): string {
  const { names } = field();
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? names.en ?? '';
}
