import { z } from 'zod';
import type { Clause } from '../reading/clauses.ts';
import { read } from '../reading/read.ts';
import { phraseOf, placeOf, type Stretch, type Tree, textOf } from '../reading/tree.ts';
import type { Filter } from './filter.ts';

const Line = z.object({ text: z.string() });

type Place = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly head: { readonly start: number; readonly end: number };
};

function placed(tree: Tree, stretch: Stretch, head: number): Place {
  return { ...placeOf(tree, stretch), text: textOf(tree, stretch), head: placeOf(tree, { from: head, to: head + 1 }) };
}

const phrase = (tree: Tree, head: number | null): Place | null =>
  head === null ? null : placed(tree, phraseOf(tree, head), head);

/** A bare participle or infinitive belongs to the phrase that it stands in, and tells nothing of its own. */
const tells = ({ subject, object }: Clause): boolean => subject !== null || object !== null;

function written(tree: Tree, clause: Clause): object {
  const { predicate, subject, object, agent, negated, passive, mood, frames } = clause;
  return {
    verb: placed(tree, { from: predicate, to: predicate + 1 }, predicate),
    subject: phrase(tree, subject),
    object: phrase(tree, object),
    agent: phrase(tree, agent),
    negated,
    passive,
    mood,
    frames: frames.map(({ by, verb, stance }) => ({
      by: phrase(tree, by),
      verb: placed(tree, { from: verb, to: verb + 1 }, verb),
      stance,
    })),
  };
}

export const filter: Filter = {
  options: {},
  open: () => ({
    line: (input) => {
      const { text } = Line.parse(input);
      return {
        clauses: read(text).flatMap(({ tree, clauses }) =>
          clauses.filter(tells).map((clause) => written(tree, clause)),
        ),
      };
    },
  }),
};
