import { dependent, type Tree } from '../../reading/tree.ts';
import { isChangeNoun } from '../figures/directions.ts';
import { UPWARD } from './beside.ts';
import { called, ownerOf } from './called.ts';
import { doerOf } from './chain.ts';
import { changes } from './measured.ts';
import { names } from './owner.ts';
import { phrasesOf, possessive } from './phrase.ts';
import { caseOf, type Place, written } from './place.ts';
import type { Shown } from './shown.ts';
import { isSizeOf } from './sums.ts';
import type { Words } from './whole.ts';

/** "about half of its revenue": what is measured is the part, not the whole. */
export const isPartOf = (tree: Tree, { to }: Place, { kind, counted, concept }: Shown): boolean =>
  kind === 'part' && !counted && tree.words[to]?.lemma === 'of' && concept !== null && concept.from >= to;

/** Nouns of what is told in parts by itself. */
const RATIO =
  /^(?:rate|margin|share|stake|interest|coupon|yield|utili[sz]ation|occupancy|vacancy|growth|efficiency|factor|proportion|ratio|premium|discount|levy|tax|duty|tariff|fee|escalator|ceiling|floor|cap|target|probability|chance|turnout|deposit|holding|markup)$/;
const LEVELS = /^(?:stand|reach|hit|average|remain|run|total|come|exceed|top|near|approach|become|start|end)$/;

/** Is a part or a bare number of nothing that its clause gives such a size, or only set beside a noun ("for 40% less", "the six-year rule cut to four")? */
export function isLoose(tree: Tree, place: Place, told: Shown, noun: number | null): boolean {
  const { clause } = place;
  const isPart = told.kind === 'part';
  if (
    told.counted ||
    (!isPart && told.instead !== null) ||
    (isPart ? isPartOf(tree, place, told) : told.kind !== 'other' || told.unit !== null)
  )
    return false;
  // "3,400 direct and indirect jobs"
  if (
    !isPart &&
    noun !== null &&
    noun >= place.to &&
    /\d/.test(written(tree, place)) &&
    tree.words[place.head]?.head === noun
  )
    return false;
  const { lemma = '' } = tree.words[noun ?? -1] ?? {};
  const isSized = isPart
    ? RATIO.test(lemma)
    : /\d/.test(written(tree, place)) && (isSizeOf(lemma) || /^(?:shipment|sale)$/.test(lemma));
  const verb = tree.words[clause?.predicate ?? -1]?.lemma ?? '';
  // "up 9%", "an increase of 9%", "9% less than in May"; but not "for 40% less"
  const [of, ahead] = [tree.words[place.from - 1]?.lemma ?? '', tree.words[place.from - 2]?.lemma ?? ''];
  const isChange =
    /^(?:up|down|by|another|further)$/.test(of) ||
    (of === 'of' && isChangeNoun(ahead)) ||
    (of !== 'for' && UPWARD.test(tree.words[place.to]?.lemma ?? ''));
  if (isPart && isChange) return false;
  // "Servers made up 62% of revenue; a year ago they were 49%": what "they" are is another thing.
  const isAnother = clause?.subject != null && clause.subject !== noun && tree.words[clause.subject]?.class === 'PRON';
  const isLevel =
    clause !== null &&
    !isAnother &&
    (isEqual(tree, place, clause.predicate) || LEVELS.test(verb) || changes(tree, clause.predicate));
  return isPart ? !isSized && !isLevel : !isSized || !isLevel;
}

/** "Margin was 9%", "28% higher"; "54% full" is no level of it. */
const isEqual = (tree: Tree, { from, to }: Place, predicate: number): boolean =>
  dependent(tree, predicate, 'cop') !== null &&
  ((predicate >= from && predicate < to) || UPWARD.test(tree.words[predicate]?.lemma ?? ''));

/** Verbs of whoever has a part of a whole. */
const SHARES =
  /^(?:account|make|represent|contribute|provide|have|take|command|win|control|get|supply|form|hold|keep|capture)$/;

/** "China takes 17% of these machines": whose share it is, of what. */
export function heldBy(words: Words, { clause, head }: Place, told: Shown, whole: number): string[] {
  const { tree } = words;
  if (clause === null || clause.passive || clause.negated) return [];
  const isHolding = SHARES.test(tree.words[clause.predicate]?.lemma ?? '') || caseOf(tree, head) === 'with';
  const who = isHolding ? (words.instead ?? called(words, doerOf(tree, clause))) : null;
  if (who === null) return [];
  const own = ownerOf(words, whole);
  const implied =
    told.named && told.subject !== null && !who.includes(told.subject) && own === null ? possessive(told.subject) : own;
  if (implied === 'unknown') return [];
  return phrasesOf(words, whole, null, null).flatMap((phrase) =>
    implied === null && !phrase.includes(' ')
      ? []
      : [`${possessive(who)} share of ${implied === null || names(phrase, implied) ? '' : `${implied} `}${phrase}`],
  );
}
