import type { Candidate } from '../../choice/candidate.ts';
import { about, nameOf, withEach } from '../../choice/hashed.ts';
import { roleOf } from '../../choice/path.ts';
import type { Told } from '../captions/ways.ts';
import { captionsFor } from './captions.ts';
import { conceptsFor } from './concepts.ts';
import { beside, kindOf, lemmaAt, type Seen, tagsOf, verbOf } from './seen.ts';
import { standingsFor } from './standings.ts';
import { timesFor } from './times.ts';
import { subjectsFor } from './whose.ts';

/** What is chosen of a figure. */
export const FIELDS = ['concept', 'subject', 'standing', 'when', 'caption', 'unit'] as const;
export type Field = (typeof FIELDS)[number];
/** What is chosen with what rules make of it. */
export type Ruled = Exclude<Field, 'caption' | 'unit'>;

/** That the text does not tell. */
function none(seen: Seen, others: readonly Candidate[]): Candidate {
  const { sentence, place, quote } = seen;
  const { before, behind } = beside(seen);
  const names = [
    kindOf(seen),
    `verb ${verbOf(seen)}`,
    `of ${about(others.length)}`,
    `role ${roleOf(sentence.tree, place.head)}`,
    `mood ${place.clause?.mood ?? 'none'}`,
    `frames ${place.clause?.frames.length ?? 0}`,
    quote === undefined ? 'told' : 'quoted',
    `on ${lemmaAt(sentence.tree, sentence.tree.words[place.head]?.head)}`,
    `tags ${tagsOf(seen)}`,
    ...before.slice(-3).map((word) => `before ${word}`),
    ...behind.slice(0, 4).map((word) => `behind ${word}`),
  ];
  const no = nameOf('none');
  return { value: null, names: [no, ...withEach(no, names.map(nameOf))] };
}

const FINDERS: Readonly<Record<Ruled, (seen: Seen) => Candidate[]>> = {
  concept: conceptsFor,
  subject: subjectsFor,
  standing: standingsFor,
  // A time that stands with the figure is not taken away.
  when: (seen) => (seen.when === null ? timesFor(seen) : []),
};

/** What a field of a figure may be. */
export const candidatesFor = (field: Ruled, seen: Seen): Candidate[] => orNone(field, seen, FINDERS[field](seen));

/** The captions that a figure may have. */
export const captionsOf = (seen: Seen, told: Told): Candidate[] => orNone('caption', seen, captionsFor(seen, told));

function orNone(field: Field, seen: Seen, found: readonly Candidate[]): Candidate[] {
  const known = field === 'standing' || found.length === 0 ? [...found] : [...found, none(seen, found)];
  return known.map(({ value, names }) => ({ value, names: withEach(nameOf(field), names) }));
}

/** The candidates with what rules made of the figure: which of them that is. */
export function ruled(field: Field, found: readonly Candidate[], value: string | null): Candidate[] {
  const is = [
    `${field} by rule`,
    `${field} by rule ${value === null ? 'none' : field === 'standing' ? value : 'some'}`,
  ].map(nameOf);
  const known = found.some((one) => one.value === value)
    ? found
    : [{ value, names: [nameOf(`${field} by rule alone`)] }, ...found];
  const not = [nameOf(`${field} not by rule`)];
  return known.map((one) => ({ value: one.value, names: [...one.names, ...(one.value === value ? is : not)] }));
}
