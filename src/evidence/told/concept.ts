import { unitOf } from '../../domain/units.ts';
import { isGeneric } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { isChangeNoun } from '../figures/directions.ts';
import { gapAt } from './gap.ts';
import { caseOf, isCommon, isName, isNoun, nounPhrase, type Place, relationOf } from './place.ts';
import { isHolding, isMove, isTime as isSpanNoun } from './tells.ts';

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

/** The word that heads what a number is about, or its very words; null where the tree names none. */
type Found = number | Stretch | null;

/** Whoever has and tells numbers is none of what is measured. */
const isWho = (noun: string): boolean =>
  isGeneric(noun) || isPersonalNoun(noun) || /^(?:people|management|paragraph|report|plan)$/.test(noun);
/** Nouns that tell what somebody makes of a number: what it is of they have under them. */
export const OUTLOOK = /^(?:forecast|estimate|expectation|projection|guidance|outlook|target|goal)$/;
/** Nouns of a place among numbers, through which a number passes to what they are set against. */
const AMONG =
  /^(?:bottom|top|end|midpoint|middle|range|high|low|peak|record|level|basis|sign|fourth|third|second|first)$/;
/** Nouns that only say that there is a number: what it is of was told before. */
export const EMPTY = /^(?:figure|number|amount|sum|count|tally)$/;
const UPWARD = /^(?:up|down|higher|lower|more|less|above|below|over|ahead|off)$/;
const BEFORE = /^(?:nummod|det:predet|compound|amod|nmod|appos|dep|list|parataxis|obl|advmod|acl|flat|conj)/;
const STEPS = 10;

/** The noun that a number measures, as it stands in the text: what it is of, counts, is set before, what has it, what moved by it. */
export function conceptIn(tree: Tree, figures: Figures, at: number): Stretch | null {
  const place = figures.places[at];
  const found = headIn(tree, figures, at, 0);
  if (found === null || place === undefined || place === null) return null;
  if (typeof found !== 'number') return found;
  const whole = nounPhrase(tree, found, place, /^(?:of|for|per)$/);
  if (/^(?:hundred|thousand|million|billion|trillion)$/.test(tree.words[whole.from]?.lemma ?? '')) return null;
  const crosses = figures.places.some((one) => one !== null && one.from < whole.to && one.to > whole.from);
  return crosses ? nounPhrase(tree, found, place) : whole;
}

/** The figure that a word belongs to, or -1. */
const figureOf = (figures: Figures, word: number, but: number): number =>
  figures.places.findIndex((place, n) => n !== but && place !== null && word >= place.from && word < place.to);

function headIn(tree: Tree, figures: Figures, at: number, depth: number): Found {
  const place = figures.places[at];
  const measure = figures.measures[at];
  if (place === undefined || place === null || measure === undefined || depth > 6) return null;
  const before = figures.places[at - 1];
  // "€600 million (approximately $702 million)"
  const converted = before !== undefined && before !== null && place.from - before.to <= 3;
  if (converted && tree.words[before.to]?.text === '(' && measure.kind === 'money')
    return headIn(tree, figures, at - 1, depth + 1);
  // "an eight-GPU node" is a node.
  const joined = measure.counted !== null && tree.words[place.from + 1]?.text === '-' ? thingBehind(tree, place) : null;
  if (joined !== null) return joined;
  const of = wholeBehind(tree, place, measure);
  // "6 million customers of Banco Sereno" are customers.
  const isOfName = typeof of === 'number' && isName(tree, of) && !isCommon(tree, of);
  if (measure.counted !== null && (of === null || isOfName)) return measure.counted;
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

/** A span of time, or a share, by itself: "training time" and "lead times" are none. */
const isTime = (tree: Tree, n: number): boolean => {
  const { lemma = '' } = tree.words[n] ?? {};
  // "capex of $1.9 billion in Q3"
  if (/^(?:q[1-4]|h[12]|fy ?\d*)$/i.test(lemma)) return true;
  return isSpanNoun(lemma) && !(/^(?:time|total)$/.test(lemma) && dependent(tree, n, 'compound', 'amod') !== null);
};

/** A common noun, also with the capital of the first word, that is no span of time and nobody. */
function usable(tree: Tree, n: number | null): number | null {
  const word = n === null ? undefined : tree.words[n];
  // "a $9 billion repair plan"
  const isKind = word?.lemma === 'plan' && word.tag === 'NN' && n !== null && dependent(tree, n, 'compound') !== null;
  // "a deal worth up to $14 billion", "$6.9 billion worth of projects"
  if (word?.lemma === 'worth' && n !== null) {
    const of = dependents(tree, n, 'nmod').find((k) => caseOf(tree, k) === 'of');
    return usable(tree, of ?? dependents(tree, n, 'compound').at(-1) ?? null);
  }
  if (n === null || word === undefined || (isWho(word.lemma) && !isKind)) return null;
  // "3.4 billion crowns"
  if (/^(?:crown|krona|krone|kroner|kronor|rand|ruble|rouble|real|franc)s?$/.test(word.lemma)) return null;
  if (
    isTime(tree, n) ||
    unitOf(word.lemma)?.kind === 'power' ||
    (AMONG.test(word.lemma) && dependent(tree, n, 'compound') === null)
  )
    return null;
  // "a fine of 3.4 million kroner"
  const noun = word.class === 'ADJ' && /^(?:obj|nsubj)/.test(word.relation) && dependent(tree, n, 'det') !== null;
  return word.class === 'NOUN' || noun || (word.class === 'PROPN' && isCommon(tree, n)) ? n : null;
}

/** "a $38 million contract": the noun that a figure is set right before. */
function thingBehind(tree: Tree, { from, to }: Place): number | null {
  if (tree.words[from - 1]?.class === 'DET' && tree.words[to]?.class === 'NOUN') {
    const last = nounAbove(tree, to);
    if (!isChangeNoun(tree.words[last]?.lemma ?? '')) return usable(tree, last);
  }
  for (let n = from; n < to; n++) {
    const { relation = '' } = tree.words[n] ?? {};
    const head = nounAbove(tree, tree.words[n]?.head ?? -1);
    if (head < to || head > to + 4 || !/^(?:nummod|compound|amod|obl:unmarked)/.test(relation)) continue;
    // "a 90 MW expansion" is that size itself, "a 4% increase" is of something.
    const isSize = !/^%$|^percent/.test(tree.words[to - 1]?.text ?? '') && dependent(tree, head, 'nmod') === null;
    if ((isSize || !isChangeNoun(tree.words[head]?.lemma ?? '')) && isNoun(tree, head)) return usable(tree, head);
  }
  return null;
}

/** The noun that a word before it belongs to: "compound" in "a 107% compound annual growth rate", "series" in "a series B round". */
function nounAbove(tree: Tree, word: number): number {
  for (let n = word; ; ) {
    const { relation = '', head = -1 } = tree.words[n] ?? {};
    if (!/^(?:compound|amod)$/.test(relation) || head <= n) return n;
    n = head;
  }
}

/** "servers $7.02 billion", "data-center revenue up 47%": the noun that stands right before the figure. */
function labelBefore(tree: Tree, figures: Figures, { from, to, head }: Place): Found {
  const governor = tree.words[head]?.head ?? -1;
  if (governor >= to && isNoun(tree, governor) && relationOf(tree, head) !== 'nsubj') return null;
  const ahead = tree.words[from - 1]?.text ?? '';
  // "servers, $7.02 billion; storage, $1.64 billion"
  const listed = ahead === ',' && /^(?:[;.,]|apiece|each)?$/.test(tree.words[to]?.text ?? '') && /[;:]/.test(tree.text);
  if (listed) {
    // "stack height, 85 feet;": all between the marks is what it is of.
    let first = from - 1;
    while (/^(?:NOUN|ADJ|PROPN)$/.test(tree.words[first - 1]?.class ?? '')) first--;
    const label =
      first < from - 1 && /^(?:[;:]|and)$/.test(tree.words[first - 1]?.text ?? '') && isNoun(tree, from - 2);
    if (label) return { from: first, to: from - 1 };
  }
  // "cut batch rates another 25%"
  const more = UPWARD.test(tree.words[from - 1]?.lemma ?? '') || ahead === 'another';
  const at = more || ahead === ':' || listed ? from - 2 : from - 1;
  // "rent per kilowatt $148 a month"
  const per = tree.words[at - 1]?.lemma === 'per' ? usable(tree, at - 2) : null;
  return figureOf(figures, at, -1) >= 0 || at < 0 ? null : (per ?? usable(tree, at));
}

/** "432 GB of HBM4E", "one in five warehouses", "$300 million in cash". `nothing` where what it is of is nothing that is named. */
function wholeBehind(tree: Tree, place: Place, { kind, counted }: Measure): number | 'nothing' | null {
  let at = -1;
  for (let n = place.from; n <= place.to && at < 0; n++)
    if (relationOf(tree, n) === 'case' && isOutward(tree, n, place)) at = n;
  // "€600 million ($702 million) of notes"
  if (at < 0 && tree.words[place.to]?.text === '(')
    at = tree.words.findIndex(({ text }, n) => n > place.to && text === ')') + 1;
  const word = tree.words[at];
  const inside = at < place.to;
  if (word === undefined || !/^(?:of|in)$/.test(word.lemma) || word.relation !== 'case') return null;
  const noun = nounAbove(tree, word.head);
  if (word.lemma === 'of' && tree.words[noun]?.class === 'PRON') return 'nothing';
  if (noun < at || !isNoun(tree, noun) || isTime(tree, noun)) return null;
  // "hundreds of thousands of chips"
  if (noun < place.to && /^(?:hundred|thousand|million|billion|dozen|ten|score)$/.test(tree.words[noun]?.lemma ?? ''))
    return null;
  // "24% of Halden" is of nothing that is called by a noun, "fell 9% in Oslo" tells where.
  const named = tree.words[noun]?.class === 'PROPN' && !isCommon(tree, noun);
  if (kind === 'part' && named) return word.lemma === 'of' ? 'nothing' : null;
  if (word.lemma === 'of' || inside) return noun;
  const bare = dependent(tree, noun, 'det', 'nmod:poss') === null;
  // "12.5 megawatts in net absorption" are of it, "9 gigawatts in winter" are had then.
  const sized =
    kind === 'money' || (kind === 'other' && counted === null && dependent(tree, noun, 'amod', 'compound') !== null);
  return tree.words[noun]?.class === 'NOUN' && bare && sized ? noun : null;
}

/** Is a preposition at or within a figure that of what the figure is of: "one in five warehouses", "2 million litres of water a day"? */
function isOutward(tree: Tree, n: number, { to, head }: Place): boolean {
  const { lemma, head: noun = -1 } = tree.words[n] ?? {};
  return n === to || noun >= to || (lemma === 'of' && n > head);
}

/** "Capital spending is 42% of sales", "landed at 42% of sales": a part that is set beside the whole, so that what has it is told. */
function sharing(tree: Tree, figures: Figures, { head }: Place): number | null {
  const verb = tree.words[head]?.head ?? -1;
  const own = dependent(tree, head, 'cop') !== null;
  if (!own && !(/^obl/.test(relationOf(tree, head)) && /^(?:at|to)$/.test(caseOf(tree, head)))) return null;
  const subject = dependent(tree, own ? head : verb, 'nsubj');
  return subject === null || figureOf(figures, subject, -1) >= 0 ? null : usable(tree, subject);
}

/** From the figure's head up, until a noun is met that can have it. */
function climb(tree: Tree, figures: Figures, at: number, place: Place, { kind }: Measure, depth: number): Found {
  let word = place.head;
  for (let steps = 0; steps < STEPS; steps++) {
    const { relation = 'root', head = -1 } = tree.words[word] ?? {};
    const subject = steps === 0 ? subjectWithin(tree, place) : dependent(tree, word, 'nsubj');
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
      if (isChangeNoun(lemma)) {
        const changed = changedBy(tree, figures, head);
        if (changed !== null) return changed;
        // "a decline from the expectation of $20 billion" is no decline of that size.
        if (kind === 'money' && caseOf(tree, word) !== 'from' && !OUTLOOK.test(tree.words[word]?.lemma ?? ''))
          return usable(tree, head);
      } else if (OUTLOOK.test(lemma)) {
        const of = outlookOn(tree, figures, head);
        if (of !== null) return of;
      } else if (!AMONG.test(lemma) && !isSpanNoun(lemma) && caseOf(tree, head) !== 'per') {
        if (!isName(tree, head)) return usable(tree, head);
        if (relation === 'nummod' || relation === 'compound') return null;
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

/** The subject of a predicate that a figure is, whichever of its words the tree takes for the head. */
function subjectWithin(tree: Tree, { from, to, head }: Place): number | null {
  const own = dependent(tree, head, 'nsubj');
  if (own !== null || !isCopular(tree, head)) return own;
  for (let n = from; n < to; n++) {
    const subject = dependent(tree, n, 'nsubj');
    if (subject !== null && subject < from) return subject;
  }
  return null;
}

/** "an increase of 4% in spending", "a price cut of 10%": what a noun of change is the change of. */
function changedBy(tree: Tree, figures: Figures, change: number): Found {
  const free = (n: number): boolean => figureOf(figures, n, -1) < 0 && usable(tree, n) !== null;
  const changed = dependents(tree, change, 'nmod').find((n) => /^(?:in|of|to|for)$/.test(caseOf(tree, n)) && free(n));
  if (changed !== undefined) return changed;
  const kind = dependents(tree, change, 'compound').find(
    (n) => free(n) && !/^(?:net|gross)$/.test(tree.words[n]?.lemma ?? ''),
  );
  return kind === undefined ? null : { from: kind, to: kind + 1 };
}

/** "its forecast of net sales", "its capital expenditure projection": what a forecast is of. */
function outlookOn(tree: Tree, figures: Figures, outlook: number): number | null {
  const of = dependents(tree, outlook, 'nmod').find(
    (n) => /^(?:of|for|on)$/.test(caseOf(tree, n)) && figureOf(figures, n, -1) < 0 && usable(tree, n) !== null,
  );
  const kind = tree.words[outlook - 1];
  const isOwn = kind?.class === 'NOUN' && kind.relation === 'compound' && !isPersonalNoun(kind.lemma);
  return of ?? (isOwn && !/^(?:consensus|street|market)$/.test(kind.lemma) ? outlook : null);
}

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
  if (money && !passive && (subject === null || !usable(tree, subject) || relationOf(tree, word).startsWith('obj'))) {
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
