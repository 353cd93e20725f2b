import { dependents, type Tree } from '../../reading/tree.ts';
import { caseOf, type Place } from './place.ts';
import type { Shown } from './shown.ts';

/** "topping forecasts by $300 million", by the surface, since the number often hangs elsewhere: no size of what is compared. */
export function isMargin({ words }: Tree, { from }: Place): boolean {
  if (words[from - 1]?.lemma !== 'by') return false;
  const verb = words.slice(Math.max(0, from - 8), from - 1).findLast(({ class: kind }) => kind === 'VERB');
  return /^(?:top|beat|miss|exceed|surpass|trail|outpace|outstrip|overshoot)$/.test(verb?.lemma ?? '');
}

/**
 * Is a number a part of the one before ("$300 million, of which $180 million"), what that one is so many times of, what something else
 * is told by ("the price of a million tokens", "0.6 öre per kilowatt-hour"), or true of one place only ("employs 74 people there")?
 */
export function isOfAnother({ words }: Tree, { from, to, clause }: Place, { places, counted }: Shown): boolean {
  const before = places.findLast((each) => each !== null && each.to <= from);
  const stretch = words.slice(before?.to ?? 0, from);
  const between = stretch.map(({ lemma }) => lemma);
  // "600 jobs, or 5% of its workforce": what they are a share of is told without saying of what.
  const isOr = words[to]?.lemma === 'of' && before != null && between.length < 4 && between[1] === 'or';
  const isPart = isOr || between.some((lemma, n) => lemma === 'of' && /^(?:which|whom)$/.test(between[n + 1] ?? ''));
  const isBase =
    /^(?:of|the)$/.test(between.at(-1) ?? '') &&
    !stretch.slice(between.lastIndexOf('twice') + 1).some(({ class: kind }) => kind === 'VERB') &&
    (between.includes('twice') || (before != null && words[before.to - 1]?.text === 'times'));
  const isEach =
    /^an?$/i.test(words[from]?.text ?? '') &&
    /^(?:of|per|for)$/.test(words[from - 1]?.lemma ?? '') &&
    /^(?:price|cost|rate|rent|fee|charge|tariff|bill|spend|pay)$/.test(words[from - 2]?.lemma ?? '');
  const isUnit = words[to]?.class === 'NOUN' && words[to + 1]?.lemma === 'per';
  const isThere = counted && words[to]?.text === 'there' && clause !== null && !clause.passive;
  return isPart || isBase || (counted && isEach) || isUnit || isThere;
}

/** Does a number only stand beside a noun: how long something took ("over five months the mean time rose"), or before what another verb is about? */
export function isBeside(tree: Tree, place: Place, { kind }: Shown, noun: number): boolean {
  const { subject = null, predicate = -1 } = place.clause ?? {};
  const isAside = place.to <= noun || /^(?:over|in|within|after|during)$/.test(caseOf(tree, place.head));
  const isSpan = kind === 'span' && noun === subject && isAside && /^obl/.test(tree.words[place.head]?.relation ?? '');
  // "delivers 3.5 terabytes a second and cuts power use"
  const isBeyond =
    predicate === place.from - 1 && tree.words.slice(place.to, noun).some(({ tag }) => /^VB[DZP]$/.test(tag));
  return isSpan || isBeyond;
}

/**
 * Is a number of several nouns together: "1,300 megawatts of wind and solar farms", "bank debt and convertible notes were $2.1 billion"? What
 * names one of them only tells a part for the whole.
 */
export function isOfSeveral(tree: Tree, place: Place, noun: number): boolean {
  const { words } = tree;
  const first = words[noun]?.relation === 'conj' ? (words[noun]?.head ?? -1) : noun;
  const others = dependents(tree, first, 'conj').filter((n) => words[n]?.class === 'NOUN');
  if (noun >= place.to) return words[noun + 1]?.class === 'CCONJ' && others.length > 0;
  const isMoney = words.slice(place.from, place.to).some(({ text }) => /[$€£¥]/.test(text));
  return isMoney && first === place.clause?.subject && others.some((n) => n < place.from);
}
