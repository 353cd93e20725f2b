import { castOf } from '../../src/evidence/people/cast.ts';
import { proseOf } from '../../src/evidence/people/tokens.ts';
import { workplaceOf } from '../../src/evidence/people/workplace.ts';
import { markedIn } from '../../src/evidence/quotes/marks.ts';
import { paragraphsOf } from '../../src/evidence/quotes/paragraphs.ts';

/** Somebody whom a text names. */
export type Person = {
  /** The fullest name that the text gives. */
  readonly name: string;
  /** Where the narration names them, in order: in full, by surname, or by given name. Offsets are UTF-16 code units. */
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly role: string | null;
  readonly organisation: string | null;
};

/** Who is named in a text, in the order of their full names, with the role and the organisation that it introduces them with. */
export function peopleIn(text: string): Person[] {
  const paragraphs = paragraphsOf(text);
  const cast = castOf(proseOf(text, markedIn(text, paragraphs), paragraphs));
  return cast.people.map((person) => ({ ...person, organisation: workplaceOf(cast, person) }));
}
