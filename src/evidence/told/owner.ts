import { participleOf } from '../../reading/lemma.ts';
import { dependents } from '../../reading/tree.ts';
import { called } from './called.ts';
import { doerOf } from './chain.ts';
import { isLight } from './deed.ts';
import { OUTLOOK } from './measurable.ts';
import { changes } from './measured.ts';
import { possessive } from './phrase.ts';
import { caseOf, nounPhrase, type Place } from './place.ts';
import type { Shown } from './shown.ts';
import { isMeasure, isPriced, isSizeOf, isSomebodys } from './sums.ts';
import { isFlow, isMove } from './tells.ts';
import type { Words } from './whole.ts';

/** What tells things apart without telling what they are. */
const PALE =
  /^(?:same|such|other|total|final|correct|new|old|last|first|next|previous|current|own|whole|full|average|overall|more|fewer|less|many|several|net|gross|further|additional|extra|big|large|small|largest|smallest|bigger|smaller|median|separate|certain)$/;
/** Whom the figure is about, where what is measured is theirs, and the noun as it stands behind their name. */
export function subjectAsOwner(
  words: Words,
  place: Place,
  { subject: about, named, kind, counted, standing }: Shown,
  { noun, phrase, thing }: { readonly noun: number; readonly phrase: string; readonly thing: number | null },
): { readonly name: string; readonly noun: string } | null {
  const { tree } = words;
  const { clause } = place;
  const verb = tree.words[clause?.predicate ?? -1]?.lemma ?? '';
  const who =
    clause === null
      ? null
      : (words.instead ?? called(words, doerOf(tree, clause))?.replace(/^(?:the|an?) /, '') ?? null);
  // "The previous draft had a ceiling of 30,000"
  const isOwn =
    clause?.doer !== noun &&
    !isSum(tree.words[clause?.doer ?? -1]?.lemma ?? '') &&
    !/^\p{Ll}.* (?:in|of|at|near|for|on) /u.test(who ?? '');
  const has = thing !== null && clause?.object === thing && isLight(verb) && isOwn;
  const all = who !== null && about !== null && / and /.test(who) && names(who, about) ? who : about;
  const subject = named && all !== null ? all : has ? who : null;
  if (subject === null || (thing !== null && standing === 'denied')) return null;
  if (counted && !(has && verb === 'have')) return null;
  // "Datacom made up 68% of sales": whoever is the part does not own the whole.
  if (kind === 'part' && who === subject && noun >= place.to) return null;
  // "permits for 1.5 gigawatts of data centres"
  if (
    thing !== null &&
    thing !== noun &&
    /^(?:nmod|obl)/.test(tree.words[thing]?.relation ?? '') &&
    caseOf(tree, thing) === 'for'
  )
    return null;
  // "plans its lines for 15 gigawatts" tells what they are for.
  if (
    thing === null &&
    clause?.object === noun &&
    caseOf(tree, place.head) === 'for' &&
    /^obl/.test(tree.words[place.head]?.relation ?? '')
  )
    return null;
  const own = without(phrase, subject);
  if (own === '' || (own === phrase && names(phrase, subject))) return null;
  const lemma = tree.words[noun]?.lemma ?? '';
  const isSize = isSizeOf(lemma);
  const dets = dependents(tree, noun, 'det').map((n) => tree.words[n]?.lemma ?? '');
  // "a third of the market": what everybody knows is nobody's.
  if (dets.some((det) => /^(?:the|each|every|all|any)$/.test(det)) && !isSize) return null;
  const isRole = clause?.object === noun || clause?.subject === noun || thing === clause?.object;
  if (dets.some((det) => /^(?:an?|another)$/.test(det)) && !has && !(who === subject && isRole)) return null;
  // "The bank estimated spending of $265 billion": theirs is the estimate alone.
  if (
    /^(?:estimate|put|value|peg|model|count|calculate|reckon|price)$/.test(verb) &&
    clause?.object === noun &&
    caseOf(tree, place.head) !== 'at' &&
    who === subject
  )
    return null;
  const tellsKind = own.includes(' ') || isPriced(lemma) || /^(?:part|span)$/.test(kind) || has;
  return isSize || has || tellsKind ? { name: subject, noun: own } : null;
}

const isSum = (noun: string): boolean => isSizeOf(noun) || isSomebodys(noun);

/** Does a noun alone tell what is measured: by a name, by what it is of, by its kind? */
export function saysEnough(
  { tree }: Words,
  place: Place,
  told: Shown,
  { noun, phrase, core: bare }: { readonly noun: number; readonly phrase: string; readonly core: string },
): boolean {
  const core = nounPhrase(tree, noun, place);
  const parts = Array.from({ length: core.to - core.from }, (_, n) => core.from + n).filter((n) => n !== noun);
  const { subject = null, object = null, predicate = -1 } = place.clause ?? {};
  const moves = isMove(tree.words[predicate]?.lemma ?? '') || changes(tree, predicate);
  const isNumber = (at: number): boolean =>
    (moves ? told.places : [place]).some((each) => each !== null && at >= each.from && at < each.to);
  // "The agreement starts with 600 megawatts"
  const isLevel = !/^(?:with|for|in)$/.test(caseOf(tree, place.head));
  const bears = isLevel && subject === noun && (object === null || isNumber(object));
  // "Gas plants won 58%, batteries 4%": who does it has no such size.
  if (subject === noun && !bears && !told.counted) return false;
  if (phrase !== bare) return true;
  if (told.counted) return false;
  const isSized =
    bears ||
    (told.kind === 'part' && subject !== noun) ||
    isFlow(tree.words[noun]?.lemma ?? '') ||
    isMeasure(tree.words[noun]?.lemma ?? '');
  return (
    isSized &&
    parts.some(
      (n) => /^(?:NOUN|PROPN|ADJ|VERB)$/.test(tree.words[n]?.class ?? '') && !PALE.test(tree.words[n]?.lemma ?? ''),
    )
  );
}

/** "expected", "forecast": the word by which its sentence tells that a number is not yet so. */
export function foreseen({ tree }: Words, { from, to, clause }: Place, { standing }: Shown): string {
  if (!/^(?:forecast|withdrawn)$/.test(standing)) return '';
  // "the 4.5 billion pounds expected by analysts"
  const frames = clause === null ? [] : [clause.predicate, ...clause.frames.map(({ verb }) => verb)];
  const verbs = [to, from - 1, ...frames].map((n) => tree.words[n]);
  const verb = verbs.find(
    (word) =>
      /^(?:VERB|ADJ)$/.test(word?.class ?? '') &&
      word !== undefined &&
      /^(?:expect|project|forecast|estimate|anticipate|guide)$/.test(word.lemma),
  );
  return verb === undefined ? '' : `${participleOf(verb.lemma)} `;
}

/** "forecasts of $6.9 billion", "its forecast of sales growth to 9%": a number that somebody only reckons with, by the noun that says so. */
export function reckonedIn({ tree }: Words, place: Place, noun: number | null): string {
  const [of, before] = [tree.words[place.from - 1]?.lemma ?? '', tree.words[place.from - 2]];
  const above = tree.words[noun ?? -1];
  const said =
    /^(?:of|for|to|at)$/.test(of) && before !== undefined && OUTLOOK.test(before.lemma)
      ? before
      : above?.relation.startsWith('nmod') === true
        ? tree.words[above.head]
        : undefined;
  return said !== undefined && OUTLOOK.test(said.lemma) ? `${said.lemma} for ` : '';
}

export const names = (text: string, subject: string): boolean =>
  text.toLowerCase().includes((subject.split(' ')[0] ?? subject).toLowerCase().replace(/['’]s?$/, ''));

/** "Halden shares" of Halden Compute's are its shares. */
function without(noun: string, subject: string): string {
  const words = noun.split(' ');
  const own = new Set(subject.split(' '));
  while (words.length > 0 && own.has((words[0] ?? '').replace(/['’]s?$/, ''))) words.shift();
  return words.join(' ');
}

/** What somebody has is theirs; what is a product's is told by its name. */
export const owned = (noun: string, subject: string): string =>
  /\d/.test(subject) ? `${subject} ${noun}` : `${possessive(subject)} ${noun}`;
