import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { isChangeNoun } from '../figures/directions.ts';
import { type Found, labelBefore, sharing, thingBehind, UPWARD, wholeBehind } from './beside.ts';
import { changedBy, outlookOn } from './changed.ts';
import { gapAt } from './gap.ts';
import { AMONG, type Figures, figureOf, type Measure, OUTLOOK, usable } from './measurable.ts';
import { caseOf, isName, isNoun, nounPhrase, type Place, relationOf, standsFor } from './place.ts';
import { isFlow, isHolding, isMove, isTime as isSpanNoun } from './tells.ts';

const BEFORE = /^(?:nummod|det:predet|compound|amod|nmod|appos|dep|list|parataxis|obl|advmod|acl|flat|conj)/;
/** Nouns that only say in what pieces something is counted. */
const PIECES =
  /^(?:pair|kind|type|sort|piece|set|group|batch|row|lot|round|series|line|block|unit|page|member|copy|share|load|token|cent|barrel|bale|hectare|acre)$/;
const STEPS = 10;

/** The noun that a number measures, as it stands in the text: what it is of, counts, is set before, what has it, what moved by it. */
export function conceptIn(tree: Tree, figures: Figures, at: number): Stretch | null {
  const place = figures.places[at];
  const found = headIn(tree, figures, at, 0);
  if (found === null || place === undefined || place === null) return null;
  if (typeof found !== 'number') return found;
  const own = standsFor(tree, found, place) === null;
  const whole = nounPhrase(tree, found, place, own ? /^(?:of|for|per)$/ : null);
  if (/^(?:hundred|thousand|million|billion|trillion)$/.test(tree.words[whole.from]?.lemma ?? '')) return null;
  const crosses = figures.places.some((one) => one !== null && one.from < whole.to && one.to > whole.from);
  return crosses ? nounPhrase(tree, found, place) : whole;
}

function headIn(tree: Tree, figures: Figures, at: number, depth: number): Found {
  const place = figures.places[at];
  const measure = figures.measures[at];
  if (place === undefined || place === null || measure === undefined || depth > 6) return null;
  // "an eight-GPU node" is a node.
  const joined = measure.counted !== null && tree.words[place.from + 1]?.text === '-' ? thingBehind(tree, place) : null;
  if (joined !== null) return joined;
  const of = wholeBehind(tree, place, measure);
  // "five investigations of licences" are investigations, "two pairs of fibres" are fibres.
  const isThing = measure.counted !== null && !PIECES.test(tree.words[measure.counted.to - 1]?.lemma ?? '');
  const isApart = typeof of === 'number' && measure.counted !== null && measure.counted.from >= place.from;
  if (measure.counted !== null && (of === null || (isThing && isApart))) return measure.counted;
  if (of !== null) {
    if (of === 'nothing') return null;
    const share = measure.kind === 'part' ? sharing(tree, figures, place) : null;
    return share ?? of;
  }
  const like = gapAt(tree, figures.places, at)?.like ?? null;
  if (like !== null) return headIn(tree, figures, like, depth + 1);
  const found =
    thingBehind(tree, place) ?? labelBefore(tree, figures, place) ?? climb(tree, figures, at, place, measure, depth);
  if (found !== null) return found;
  // "topping forecasts of $6.9 billion": what it is compared with tells.
  const set = figures.measures.findLastIndex(
    ({ kind, unit, counted }, n) =>
      n < at && counted === null && (kind === 'money' ? measure.kind === kind : unit === measure.unit),
  );
  // "it has gained 45% since": what it is was told elsewhere.
  const own = tree.words[place.clause?.subject ?? -1];
  const elsewhere =
    /^(?:it|they)$/i.test(own?.text ?? '') && isMove(tree.words[place.clause?.predicate ?? -1]?.lemma ?? '');
  return set < 0 || measure.kind === 'span' || elsewhere ? null : headIn(tree, figures, set, depth + 1);
}

/** From the figure's head up, until a noun is met that can have it. */
function climb(tree: Tree, figures: Figures, at: number, place: Place, { kind }: Measure, depth: number): Found {
  let word = place.head;
  for (let steps = 0; steps < STEPS; steps++) {
    const { relation = 'root', head = -1 } = tree.words[word] ?? {};
    const subject = dependent(tree, word, 'nsubj');
    // "Profit was $1.42", "with revenue up 47%"
    // "backlog that is up by $22 billion"
    if (
      subject !== null &&
      isRelative(tree, subject) &&
      relation.startsWith('acl') &&
      UPWARD.test(tree.words[word]?.lemma ?? '')
    )
      return ownNoun(tree, figures, at, head, depth);
    if (subject !== null && (isCopular(tree, word) || UPWARD.test(tree.words[word]?.lemma ?? '')))
      return ownNoun(tree, figures, at, subject, depth);
    if (head < 0) return null;
    // "Power for the halls, about 220 megawatts in all, comes from wind."
    const twin = /^nsubj/.test(relation) ? dependent(tree, head, 'nsubj') : null;
    if (twin !== null && twin < place.from) return ownNoun(tree, figures, at, twin, depth);
    const other = figureOf(figures, head, at);
    if (other >= 0) return headIn(tree, figures, other, depth + 1);
    if (BEFORE.test(relation) && (isNoun(tree, head) || usable(tree, head) !== null)) {
      const lemma = tree.words[head]?.lemma ?? '';
      // "profit before tax of $6.9 million"
      const ahead = (dependent(tree, head, 'case') ?? 0) - 1;
      if (/^(?:before|after)$/.test(caseOf(tree, head)) && isFlow(tree.words[ahead]?.lemma ?? ''))
        return usable(tree, ahead);
      if (isChangeNoun(lemma)) {
        const changed = changedBy(tree, figures, head);
        if (changed !== null) return changed;
        // "a decline from the expectation of $20 billion" is no decline of that size.
        // "a net loss of 44 million", of what was told in euros
        if (
          (kind === 'money' || lemma === 'loss') &&
          caseOf(tree, word) !== 'from' &&
          !OUTLOOK.test(tree.words[word]?.lemma ?? '')
        )
          return usable(tree, head);
      } else if (AMONG.test(lemma) && caseOf(tree, head) === 'to' && dependent(tree, head, 'det') !== null) {
        // "would add 31 MW to a peak of 2,450 MW"
        return null;
      } else if (!OUTLOOK.test(lemma) && !AMONG.test(lemma) && !isSpanNoun(lemma) && caseOf(tree, head) !== 'per') {
        if (!isName(tree, head)) return usable(tree, head);
      }
      word = head;
      continue;
    }
    const isVerb = /^(?:VERB|AUX)$/.test(tree.words[head]?.class ?? '');
    const joined = /^conj|^parataxis|^advcl/.test(relation) && tree.words[word]?.class !== 'VERB' && steps > 0;
    if (UPWARD.test(tree.words[head]?.lemma ?? '') || !isVerb || joined) {
      word = head;
      continue;
    }
    // A time that something takes is about nothing but what is done.
    const lasting =
      kind === 'span' &&
      /^(?:for|in|within|after|over)$/.test(caseOf(tree, word)) &&
      dependent(tree, head, 'obj') !== null;
    return lasting ? null : underVerb(tree, figures, at, { word, verb: head, money: kind === 'money' }, depth);
  }
  return null;
}

const isRelative = (tree: Tree, n: number): boolean =>
  /^(?:WDT|WP)$/.test(tree.words[n]?.tag ?? '') || tree.words[n]?.lemma === 'that';

const isCopular = (tree: Tree, word: number): boolean => dependent(tree, word, 'cop') !== null;

/** Verbs whose object is the level or the size of their subject. */
const LEVEL =
  /^(?:reach|hit|top|exceed|total|cost|average|pass|equal|near|approach|surpass|beat|fetch|gain|lose|rise|fall|add|climb|drop|shed|jump|be|become|remain|represent|mean|match|outpace|trail|miss|yield|bring|carry|net|gross|command)$/;

const PURPOSES = [/^(?:on|into|for|toward|towards)$/, /^(?:through|via)$/] as const;

function underVerb(
  tree: Tree,
  figures: Figures,
  at: number,
  { word, verb, money }: { readonly word: number; readonly verb: number; readonly money: boolean },
  depth: number,
): Found {
  const free = (n: number): boolean => n !== word && figureOf(figures, n, -1) < 0;
  const place = figures.places[at];
  const within = tree.words
    .map((_, n) => n)
    .filter((n) => n === word || (place != null && n >= place.from && n < place.to));
  // "reaching $109 billion in 2025": a level has no object beside it.
  const levels =
    /^obj/.test(relationOf(tree, word)) &&
    /^(?:reach|hit|top|exceed|total|near|surpass)$/.test(tree.words[verb]?.lemma ?? '');
  const object = levels ? undefined : dependents(tree, verb, 'obj').find(free);
  if (object !== undefined) {
    const relative = /^(?:WDT|WP)$/.test(tree.words[object]?.tag ?? '') && relationOf(tree, verb).startsWith('acl');
    return ownNoun(tree, figures, at, relative ? (tree.words[verb]?.head ?? object) : object, depth);
  }
  const passive = dependent(tree, verb, 'aux:pass') !== null;
  const says = /^(?:says|expects)$/.test(STANCE_OF_VERB.get(tree.words[verb]?.lemma ?? '') ?? '');
  // "The work adds up to $70 million."
  // "Prices will see an increase of 3%": it comes over them.
  const undergoes = tree.words[verb]?.lemma === 'see' && isChangeNoun(tree.words[word]?.lemma ?? '');
  const tells = says && !undergoes && dependent(tree, verb, 'compound:prt') === null;
  const subject = tells && !passive ? null : subjectAbove(tree, verb);
  // "charges $9 a day for its ship": a price is no money laid out for it.
  const lays = money && tree.words[verb]?.lemma !== 'charge';
  if (lays && !passive && (subject === null || !usable(tree, subject) || relationOf(tree, word).startsWith('obj'))) {
    const isCounted = (n: number): boolean => {
      const counted = figures.measures[figureOf(figures, n, at)]?.counted;
      return counted != null && counted.to === n + 1;
    };
    const laid = [...dependents(tree, verb, 'obl'), ...within.flatMap((n) => dependents(tree, n, 'nmod'))].filter(
      (n) => n > word && (free(n) || isCounted(n)) && usable(tree, n) !== null,
    );
    for (const purpose of PURPOSES) {
      const found = laid.find((n) => purpose.test(caseOf(tree, n)));
      if (found !== undefined) return figures.measures[figureOf(figures, found, at)]?.counted ?? found;
    }
  }
  // "halls used 3.2 terawatt-hours": whoever has it is not what is measured.
  if (!undergoes && !passive && /^obj/.test(relationOf(tree, word)) && isHolding(tree.words[verb]?.lemma ?? ''))
    return null;
  // "Funds have lent $61 billion": money that somebody does something with is not about them.
  const done = money || (figures.measures[at]?.kind === 'other' && /^xcomp/.test(relationOf(tree, verb)));
  if (done && !passive && /^obj/.test(relationOf(tree, word)) && !LEVEL.test(tree.words[verb]?.lemma ?? ''))
    return null;
  return subject === null || !free(subject) ? null : ownNoun(tree, figures, at, subject, depth);
}

/** The subject of a verb, or of that which it hangs on without one of its own. */
function subjectAbove(tree: Tree, verb: number): number | null {
  for (let n = verb, steps = 0; n >= 0 && steps < 6; steps++) {
    const subject = dependents(tree, n, 'nsubj').at(-1) ?? null;
    const { relation = '', head = -1 } = tree.words[n] ?? {};
    if (subject !== null) {
      return isRelative(tree, subject) && relation.startsWith('acl') ? head : subject;
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

/** The noun itself, where it is one that a number can be about; of a figure what that is about. */
function ownNoun(tree: Tree, figures: Figures, at: number, noun: number, depth: number): Found {
  const other = figureOf(figures, noun, at);
  if (other >= 0) return headIn(tree, figures, other, depth + 1);
  const { lemma = '' } = tree.words[noun] ?? {};
  if (OUTLOOK.test(lemma)) return outlookOn(tree, figures, noun) ?? noun;
  return (isChangeNoun(lemma) ? changedBy(tree, figures, noun) : null) ?? usable(tree, noun);
}
