import type { Part } from './asked.ts';

/**
 * Where a part of a question is said, seen from what would answer: in its clause, by a word or one like it; by what a word there means;
 * elsewhere in the sentence; in the title, the sentence before, the article's first; elsewhere in the article; nowhere.
 */
export type Level =
  | 'clause'
  | 'meant'
  | 'sentence'
  | 'like'
  | 'meantFar'
  | 'likeFar'
  | 'leaned'
  | 'title'
  | 'previous'
  | 'lead'
  | 'article'
  | 'none';

/**
 * What that is worth. Names and circumstances may be understood from what the article is about; the verb and what is counted must be said
 * with the answer.
 */
export const WORTH: Readonly<Record<Part['kind'], Readonly<Record<Level, number>>>> = {
  name: row(1, 0.95, 0.95, 0.9, 0.9, 0.85, 0.85, 0.8, 0.75, 0.7, 0.25),
  word: row(1, 0.9, 0.9, 0.85, 0.8, 0.75, 0.7, 0.75, 0.6, 0.6, 0.25),
  verb: row(1, 0.7, 0.75, 0.9, 0.6, 0.6, 0.5, 0.45, 0.4, 0.35, 0.1),
  focus: row(1, 0.85, 0.8, 0.85, 0.7, 0.6, 0.65, 0.45, 0.4, 0.35, 0.1),
};

function row(...worth: readonly number[]): Record<Level, number> {
  const [
    clause = 0,
    meant = 0,
    sentence = 0,
    like = 0,
    meantFar = 0,
    likeFar = 0,
    leaned = 0,
    title = 0,
    previous = 0,
    lead = 0,
    article = 0,
  ] = worth;
  return { clause, meant, sentence, like, meantFar, likeFar, leaned, title, previous, lead, article, none: 0 };
}

/** How much of what a question asks must stand in and around a sentence for it to be an answer. */
export const ENOUGH = 0.62;
/** What lacks no more than this of another says as much as that. */
export const AS_MUCH = 0.12;

/** Of several that are offered, what the one that is told counts for; that the others are told too counts for the rest. */
const BEST = 0.7;
const OFFERED = 2;

/** Is a part one of several of which one is enough? */
export const isOffered = ({ kind, offered }: Part, anyName: boolean): boolean =>
  offered || (anyName && kind === 'name');

/** How much of what is asked is said, 0 to 1, by what each part is worth where it is said. */
export function fitOf(parts: readonly Part[], worths: readonly number[], anyName: boolean): number {
  let [sum, total] = [0, 0];
  const offered: number[] = [];
  for (const [p, part] of parts.entries()) {
    const worth = worths[p] ?? 0;
    if (isOffered(part, anyName)) offered.push(worth);
    else {
      sum += part.weight * worth;
      total += part.weight;
    }
  }
  if (offered.length > 0) {
    const mean = offered.reduce((all, each) => all + each, 0) / offered.length;
    sum += OFFERED * (BEST * Math.max(...offered) + (1 - BEST) * mean);
    total += OFFERED;
  }
  return sum / (total || 1);
}

/** Does an answer lack a part that must be said with it, where the part is said at this level: a name, a product, what is done to? */
export function lacks(part: Part, level: Level): boolean {
  const { kind, weight, hangs, named, known, any, node } = part;
  const away = level === 'none' || level === 'article';
  const beside = /^(?:title|previous|lead)$/.test(level);
  // A product is named where it is meant.
  if (kind === 'name') return away || (beside && /\d/.test(node.text));
  if (kind !== 'word') return false;
  const must = hangs && weight >= 1 && !named && (level === 'none' || (away && !known));
  return must || (any && (away || beside));
}

/** What the weakest of the names is worth, of what hangs on the verb, of the other words, of the verb and what is counted; 1 where there is none. */
export type Weakest = { readonly name: number; readonly hanging: number; readonly word: number; readonly verb: number };

export function weakestOf(parts: readonly Part[], worths: readonly number[], anyName: boolean): Weakest {
  const of = (is: (part: Part) => boolean): number =>
    Math.min(1, ...parts.flatMap((part, p) => (is(part) ? [worths[p] ?? 0] : [])));
  return {
    name: of((part) => part.kind === 'name' && !isOffered(part, anyName)),
    hanging: of(({ kind, hangs }) => kind === 'word' && hangs),
    word: of(({ kind, hangs }) => kind === 'word' && !hangs),
    verb: of(({ kind }) => kind === 'verb' || kind === 'focus'),
  };
}
