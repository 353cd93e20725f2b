import type { FigureReading } from '../../../model.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { about, nameOf, withEach } from '../../choice/hashed.ts';
import { roleOf } from '../../choice/path.ts';
import { conceptsFor, isOutright } from './concepts.ts';
import { beside, kindOf, lemmaAt, type Seen, tagsOf, verbOf } from './seen.ts';
import { standingsFor } from './standings.ts';
import { timesFor } from './times.ts';
import { subjectsFor } from './whose.ts';

/** What is chosen of a figure. */
export const FIELDS = ['concept', 'subject', 'standing', 'when'] as const;
export type Field = (typeof FIELDS)[number];
export type Candidates = Readonly<Record<Field, readonly Candidate[]>>;

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

const FINDERS: Readonly<Record<Field, (seen: Seen) => Candidate[]>> = {
  concept: (seen) => (isOutright(seen) ? [] : conceptsFor(seen)),
  subject: subjectsFor,
  standing: standingsFor,
  // A time that stands with the figure is not taken away.
  when: (seen) => (seen.when === null ? timesFor(seen) : []),
};

const each = (of: (field: Field) => Candidate[]): Candidates => ({
  concept: of('concept'),
  subject: of('subject'),
  standing: of('standing'),
  when: of('when'),
});

/** What each field of a figure may be. */
export function candidatesFor(seen: Seen): Candidates {
  return each((field) => {
    const found = FINDERS[field](seen);
    const known = field === 'standing' || found.length === 0 ? found : [...found, none(seen, found)];
    return known.map(({ value, names }) => ({ value, names: withEach(nameOf(field), names) }));
  });
}

/** The candidates with what rules made of the figure: which of them that is. */
export function ruled(candidates: Candidates, figure: Pick<FigureReading, Field>): Candidates {
  return each((field) => {
    const value = figure[field];
    const is = [
      `${field} by rule`,
      `${field} by rule ${value === null ? 'none' : field === 'standing' ? value : 'some'}`,
    ].map(nameOf);
    const found = candidates[field];
    const known = found.some((one) => one.value === value)
      ? found
      : [{ value, names: [nameOf(`${field} by rule alone`)] }, ...found];
    const not = [nameOf(`${field} not by rule`)];
    return known.map((one) => ({ value: one.value, names: [...one.names, ...(one.value === value ? is : not)] }));
  });
}
