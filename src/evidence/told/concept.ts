import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { isChangeNoun } from '../figures/directions.ts';
import { caseOf, isName, isNoun, nounPhrase, type Place, relationOf } from './place.ts';

/** What a figure is measured in, as far as it tells what may be about it. */
export type Measure = { readonly counted: Stretch | null; readonly money: boolean };

/** What a number may be about, once the figures of its sentence are known by the words that they take. */
export type Figures = {
  readonly places: readonly (Place | null)[];
  readonly measures: readonly Measure[];
};

const TIME =
  /^(?:year|month|week|day|hour|quarter|minute|second|decade|time|half|period|total|one|percent|percentage|point|rate_of|cent)$/;
const UPWARD = /^(?:up|down|higher|lower|more|less|above|below|over|ahead|off)$/;
const STEPS = 10;

const strip = (tree: Tree, head: number, place: Place): Stretch => nounPhrase(tree, head, place, /^(?:of|for)$/);

/**
 * The noun that a number measures, as it stands in the text: what it is of, what it counts, what it is set before, what has it, what
 * was brought to it, or what moved by it. Null where the tree names none.
 */
export function conceptIn(tree: Tree, figures: Figures, at: number): Stretch | null {
  const found = headIn(tree, figures, at, 0);
  if (found === null) return null;
  if (typeof found !== 'number') return found;
  const place = figures.places[at];
  if (place === undefined || place === null) return null;
  const whole = strip(tree, found, place);
  const crosses = figures.places.some((one) => one !== null && one.from < whole.to && one.to > whole.from);
  return crosses ? nounPhrase(tree, found, place) : whole;
}

/** The figure that a word belongs to, or -1. */
const figureOf = (figures: Figures, word: number, but: number): number =>
  figures.places.findIndex((place, n) => n !== but && place !== null && word >= place.from && word < place.to);

function headIn(tree: Tree, figures: Figures, at: number, depth: number): number | Stretch | null {
  const place = figures.places[at];
  const measure = figures.measures[at];
  if (place === undefined || place === null || measure === undefined || depth > 6) return null;
  const of = wholeBehind(tree, place);
  if (of !== null) return of;
  if (measure.counted !== null) return measure.counted;
  const gapped = gappedFrom(tree, figures, at);
  if (gapped !== null) return headIn(tree, figures, gapped, depth + 1);
  const found = labelBefore(tree, figures, place) ?? climb(tree, figures, at, place, measure, depth);
  if (found !== null) return found;
  // "topping forecasts of $6.9 billion": what it is compared with tells.
  const before = figures.measures[at - 1];
  return before !== undefined && before.money === measure.money && before.counted === null
    ? headIn(tree, figures, at - 1, depth + 1)
    : null;
}

/** Those who have and tell numbers, and are none of what is measured. */
const WHO =
  /^(?:company|firm|group|chipmaker|startup|maker|developer|management|analyst|investor|trader|executive|official|regulator|utility|operator|supplier|vendor|builder|bank|lender|government|ministry|agency|people|paragraph|report|plan)$/;

/** A common noun, also with the capital of the first word, that is no span of time and nobody. */
function usable(tree: Tree, n: number | null): number | null {
  const word = n === null ? undefined : tree.words[n];
  if (n === null || word === undefined || TIME.test(word.lemma) || WHO.test(word.lemma)) return null;
  return word.class === 'NOUN' ||
    (word.class === 'PROPN' &&
      (/^\p{Ll}/u.test(word.text) || (n === 0 && word.tag === 'NNPS') || /^NNS?$/.test(word.tag)))
    ? n
    : null;
}

/** "servers $7.02 billion", "data-center revenue up 47%": the noun that stands right before the figure. */
function labelBefore(tree: Tree, figures: Figures, { from, to, head }: Place): number | null {
  const governor = tree.words[head]?.head ?? -1;
  if (governor >= to && isNoun(tree, governor) && relationOf(tree, head) !== 'nsubj') return null;
  const direction = UPWARD.test(tree.words[from - 1]?.lemma ?? '');
  const at = direction || tree.words[from - 1]?.text === ':' ? from - 2 : from - 1;
  return figureOf(figures, at, -1) >= 0 || at < 0 ? null : usable(tree, at);
}

/** "432 GB of HBM4E", "two-thirds of the backlog", "$300 million in cash". */
function wholeBehind(tree: Tree, place: Place): number | null {
  const inner = Array.from({ length: place.to - place.from }, (_, n) => place.from + n).find(
    (n) => n > place.head && tree.words[n]?.lemma === 'of',
  );
  const at = inner ?? place.to;
  const word = tree.words[at];
  if (word === undefined || !/^(?:of|in)$/.test(word.lemma) || word.relation !== 'case') return null;
  const noun = word.head;
  if (noun < at || !isNoun(tree, noun)) return null;
  if (TIME.test(tree.words[noun]?.lemma ?? '')) return null;
  return word.lemma === 'of' ||
    (tree.words[noun]?.class === 'NOUN' && dependent(tree, noun, 'det', 'amod', 'nmod:poss') === null)
    ? noun
    : null;
}

/** "Wexford 33,500 and Lixin 29,000": who stands right before a bare number has what the one before has. The earlier figure's index. */
export function gappedFrom(tree: Tree, figures: Figures, at: number): number | null {
  const place = figures.places[at];
  if (place === undefined || place === null || at === 0) return null;
  const before = tree.words[place.from - 1];
  if (before?.class !== 'PROPN') return null;
  let first = place.from - 1;
  while (tree.words[first - 1]?.class === 'PROPN') first--;
  return /^(?:,|;|and|but|while|with)$/.test(tree.words[first - 1]?.text ?? '') && figures.places[at - 1] !== null
    ? at - 1
    : null;
}

/** From the figure's head up, until a noun is met that can have it. */
function climb(
  tree: Tree,
  figures: Figures,
  at: number,
  place: Place,
  { money }: Measure,
  depth: number,
): number | Stretch | null {
  let word = place.head;
  for (let steps = 0; steps < STEPS; steps++) {
    const { relation = 'root', head = -1 } = tree.words[word] ?? {};
    const subject = dependent(tree, word, 'nsubj');
    // "Profit was $1.42", "with revenue up 47%"
    if (subject !== null && (dependent(tree, word, 'cop') !== null || UPWARD.test(tree.words[word]?.lemma ?? '')))
      return ownNoun(tree, figures, at, subject, depth);
    if (head < 0) return null;
    const other = figureOf(figures, head, at);
    if (other >= 0) return headIn(tree, figures, other, depth + 1);
    const noun = isNoun(tree, head);
    if (noun && /^(?:nummod|compound|amod|nmod|appos|dep|list|parataxis|obl|advmod|acl)/.test(relation)) {
      if (isChangeNoun(tree.words[head]?.lemma ?? '')) {
        const changed = dependents(tree, head, 'nmod').find(
          (n) => /^(?:in|of|to|for)$/.test(caseOf(tree, n)) && figureOf(figures, n, -1) < 0 && usable(tree, n) !== null,
        );
        if (changed !== undefined) return changed;
        const kind = dependents(tree, head, 'compound').find(
          (n) => usable(tree, n) !== null && figureOf(figures, n, -1) < 0,
        );
        if (kind !== undefined) return { from: kind, to: kind + 1 };
        word = head;
        continue;
      }
      if (/^(?:forecast|estimate|expectation|projection|guidance|outlook)$/.test(tree.words[head]?.lemma ?? '')) {
        word = head;
        continue;
      }
      if (TIME.test(tree.words[head]?.lemma ?? '')) {
        word = head;
        continue;
      }
      if (!isName(tree, head)) return usable(tree, head);
      if (relation === 'nummod' || relation === 'compound') return null;
      word = head;
      continue;
    }
    if (UPWARD.test(tree.words[head]?.lemma ?? '') || !/^(?:VERB|AUX)$/.test(tree.words[head]?.class ?? '')) {
      word = head;
      continue;
    }
    if (/^conj|^parataxis|^advcl/.test(relation) && tree.words[word]?.class !== 'VERB' && steps > 0) {
      word = head;
      continue;
    }
    return underVerb(tree, figures, at, { word, verb: head, money }, depth);
  }
  return null;
}

const PURPOSE = /^(?:on|into|for|toward|towards)$/;

function underVerb(
  tree: Tree,
  figures: Figures,
  at: number,
  { word, verb, money }: { readonly word: number; readonly verb: number; readonly money: boolean },
  depth: number,
): number | Stretch | null {
  const free = (n: number): boolean => n !== word && figureOf(figures, n, -1) < 0;
  const object = dependents(tree, verb, 'obj').find(free);
  if (object !== undefined) return ownNoun(tree, figures, at, object, depth);
  const subject =
    /^(?:says|expects)$/.test(STANCE_OF_VERB.get(tree.words[verb]?.lemma ?? '') ?? '') &&
    dependent(tree, verb, 'aux:pass') === null
      ? null
      : subjectAbove(tree, verb);
  const passive = dependent(tree, verb, 'aux:pass') !== null;
  if (money && !passive && (subject === null || !usable(tree, subject) || relationOf(tree, word).startsWith('obj'))) {
    const purpose = [...dependents(tree, verb, 'obl'), ...dependents(tree, word, 'nmod')].find(
      (n) => n > word && free(n) && PURPOSE.test(caseOf(tree, n)) && usable(tree, n) !== null,
    );
    if (purpose !== undefined) return purpose;
  }
  return subject === null || !free(subject) ? null : ownNoun(tree, figures, at, subject, depth);
}

/** The subject of a verb, or of that which it hangs on without one of its own. */
function subjectAbove(tree: Tree, verb: number): number | null {
  for (let n = verb, steps = 0; n >= 0 && steps < 6; steps++) {
    const subject = dependents(tree, n, 'nsubj').at(-1) ?? null;
    const { relation = '', head = -1 } = tree.words[n] ?? {};
    if (subject !== null) {
      const relative = /^(?:WDT|WP)$/.test(tree.words[subject]?.tag ?? '') || tree.words[subject]?.lemma === 'that';
      return relative && relation.startsWith('acl') ? head : subject;
    }
    if (/^acl/.test(relation)) return head;
    if (/^xcomp/.test(relation)) {
      const object = dependent(tree, head, 'obj');
      if (object !== null) return object;
    }
    if (!/^(?:conj|xcomp|advcl|ccomp|parataxis)/.test(relation)) return null;
    n = head;
  }
  return null;
}

/** The noun itself, where it is one that a number can be about; of a part or a number of things the things. */
function ownNoun(tree: Tree, figures: Figures, at: number, noun: number, depth: number): number | Stretch | null {
  const other = figureOf(figures, noun, at);
  if (other >= 0) return headIn(tree, figures, other, depth + 1);
  return usable(tree, noun);
}
