import { unitOf } from '../../domain/units.ts';
import { isGeneric } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { caseOf, isCommon, type Place } from './place.ts';
import { isTime as isSpanNoun } from './tells.ts';

/** What a figure is measured in, as far as it tells what may be about it. */
export type Measure = {
  readonly counted: Stretch | null;
  /** `part` of something (a percentage, a fraction), `span` of time. */
  readonly kind: 'money' | 'part' | 'span' | 'other';
  readonly unit: string | null;
};

/** What a number may be about, once the figures of its sentence are known by the words that they take. */
export type Figures = {
  readonly places: readonly (Place | null)[];
  readonly measures: readonly Measure[];
};

/** The figure that a word belongs to, or -1. */
export const figureOf = (figures: Figures, word: number, but: number): number =>
  figures.places.findIndex((place, n) => n !== but && place !== null && word >= place.from && word < place.to);

/** Whoever has and tells numbers is none of what is measured. */
const isWho = (noun: string): boolean =>
  isGeneric(noun) || isPersonalNoun(noun) || /^(?:people|owner|management|paragraph|report|plan)$/.test(noun);

/** Nouns of a place among numbers, through which a number passes to what they are set against. */
export const AMONG =
  /^(?:bottom|top|end|midpoint|middle|range|high|low|peak|record|level|basis|sign|fourth|third|second|first)$/;

/** Nouns that tell what somebody makes of a number: what it is of they have under them. */
export const OUTLOOK = /^(?:forecast|estimate|expectation|projection|guidance|outlook|target|goal)$/;

/** Nouns that only say that there is a number: what it is of was told before. */
export const EMPTY = /^(?:figure|number|amount|sum|count|tally)$/;

/** What a result is called by its letters. */
const RESULT = /^(?:EBITDA|EBITDAR|EBIT|EPS|FFO|AFFO|NOI|ARR|CAPEX|OPEX)$/;

/** A span of time, or a share, by itself: "training time" and "lead times" are none. */
export const isTime = (tree: Tree, n: number): boolean => {
  const { lemma = '' } = tree.words[n] ?? {};
  // "capex of $1.9 billion in Q3"
  if (/^(?:q[1-4]|h[12]|fy ?\d*)$/i.test(lemma)) return true;
  return isSpanNoun(lemma) && !(/^(?:time|total)$/.test(lemma) && dependent(tree, n, 'compound', 'amod') !== null);
};

/** A common noun, also with the capital of the first word, that is no span of time and nobody. */
export function usable(tree: Tree, n: number | null): number | null {
  const word = n === null ? undefined : tree.words[n];
  // "a $9 billion repair plan"
  const isKind = word?.lemma === 'plan' && word.tag === 'NN' && n !== null && dependent(tree, n, 'compound') !== null;
  // "a deal worth up to $14 billion", "$6.9 billion worth of projects"
  if (word?.lemma === 'worth' && n !== null) {
    const of = dependents(tree, n, 'nmod').find((k) => caseOf(tree, k) === 'of');
    return usable(tree, of ?? dependents(tree, n, 'compound').at(-1) ?? null);
  }
  // "raised its plan for capital spending": what is planned is measured.
  if (word?.lemma === 'plan' && !isKind && n !== null)
    return usable(tree, dependents(tree, n, 'nmod').find((k) => /^(?:of|for|on)$/.test(caseOf(tree, k))) ?? null);
  if (n === null || word === undefined || (isWho(word.lemma) && !isKind)) return null;
  if (
    isTime(tree, n) ||
    unitOf(word.lemma)?.kind === 'power' ||
    (AMONG.test(word.lemma) && dependent(tree, n, 'compound') === null)
  )
    return null;
  // "a fine of 3.4 million kroner"
  const noun = word.tag === 'JJ' && /^(?:obj|nsubj)/.test(word.relation) && dependent(tree, n, 'det') !== null;
  const isThing = word.class === 'NOUN' || (word.class === 'PROPN' && (isCommon(tree, n) || RESULT.test(word.text)));
  return isThing || noun ? n : null;
}
