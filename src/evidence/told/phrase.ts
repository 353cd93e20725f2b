import { isCalendar } from '../../language/calendar.ts';
import { isBody } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { branch, dependent, dependents, isOf, type Stretch, type Tree } from '../../reading/tree.ts';
import { isPastMove } from '../figures/directions.ts';
import type { Cast } from './cast.ts';
import { caseOf, isName, isNoun, nounIn, nounPhrase, type Place, written } from './place.ts';
import { isMove, isTime } from './tells.ts';

/** What the words of a caption are taken from. */
export type Words = {
  readonly tree: Tree;
  readonly cast: Cast;
  /** The figures of the sentence: no caption holds one in digits. */
  readonly places: readonly (Place | null)[];
  /** Who stands before the number in a shortened list, in the place of who does it or has it in the part before. */
  readonly instead: string | null;
};

/** What hangs on a word without being said of it by way of a name. */
const ASIDE = ['appos', 'parataxis', 'advcl', 'discourse', 'dep', 'list', 'orphan', 'vocative'];
/** What a predicate is not whole without. */
const CORE = ['nsubj', 'obj', 'iobj', 'xcomp', 'ccomp', 'cop', 'obl:agent', 'compound', 'case', 'mark', 'csubj', 'aux'];
const WHEN =
  /^(?:today|yesterday|tomorrow|q[1-4]|(?:19|20)\d\d|now|ago|night|morning|afternoon|evening|spring|summer|autumn|winter)$/;

/** Does a phrase tell when, by its head? */
export function isWhen(tree: Tree, n: number): boolean {
  const { text = '', lemma = '', relation = '' } = tree.words[n] ?? {};
  if (/^(?:per|for)$/.test(caseOf(tree, n)) && /^nmod/.test(relation)) return false;
  // "on average", "in advance"
  if (
    /^(?:average|advance|total|turn|full|part|once|person|place|all|addition|contrast|return|response|fact)$/.test(
      lemma,
    ) &&
    (tree.children[n]?.length ?? 0) < 2
  )
    return true;
  if (isCalendar(text) || WHEN.test(text.toLowerCase())) return true;
  return isTime(lemma) && !/^nsubj|^obj/.test(relation) && lemma !== 'rest';
}

/** Does a stretch hold a figure in digits, or the beginning of one? Numbers in words are read past: "two banks". */
const holdsFigure = ({ tree, places }: Words, n: number): boolean =>
  places.some((place) => {
    if (place === null || n < place.from || n >= place.to) return false;
    const { tag = '', relation = '' } = tree.words[n] ?? {};
    return (tag === 'CD' && !/^(?:nummod|compound)/.test(relation)) || /[\d%$€£¥]/.test(written(tree, place));
  });

/**
 * A word with what hangs on it, from a place in the sentence on without a gap: figures, times and asides are left out with all that
 * hangs on them. Null where that would leave out what the word is not whole without.
 */
export function wholeFrom(words: Words, head: number, from: number, without: readonly string[] = []): Stretch | null {
  const { tree } = words;
  const kept = new Set<number>();
  const visit = (n: number): boolean => {
    if (holdsFigure(words, n)) return false;
    kept.add(n);
    const verb = /^(?:VERB|AUX)$/.test(tree.words[n]?.class ?? '');
    for (const child of tree.children[n] ?? []) {
      if (child < from) continue;
      const relation = tree.words[child]?.relation ?? '';
      const aside =
        isOf(relation, ASIDE) || isOf(relation, without) || (verb && isOf(relation, ['conj', 'cc', 'punct']));
      const when = isOf(relation, ['obl', 'nmod', 'advmod']) && isWhen(tree, child);
      if (aside || when || (relation === 'acl' && tellsOf(tree, child))) continue;
      const before = new Set(kept);
      if (visit(child)) continue;
      // "at a valuation of $9 billion" is nothing without its number.
      if (isOf(relation, CORE) || (relation.startsWith('nmod') && caseOf(tree, child) === 'of')) return false;
      for (const each of kept) if (!before.has(each)) kept.delete(each);
    }
    return true;
  };
  if (!visit(head) || !kept.has(from)) return null;
  let to = from;
  const joint = (n: number): boolean => /^[-–/]$/.test(tree.words[n]?.text ?? '') && kept.has(n + 1);
  const mark = (n: number): boolean => /^[,;:()“”"]$/.test(tree.words[n]?.text ?? '');
  // "sales, support and finance" is whole with all of them.
  const listed = (n: number): boolean =>
    tree.words[n]?.text === ',' &&
    tree.words.some(({ relation, head: of }, k) => kept.has(k) && k > n && relation === 'conj' && of < n);
  const ends = Math.max(...kept);
  const isList = (n: number): boolean =>
    tree.words.slice(n, ends).some(({ relation }) => relation === 'cc') &&
    Array.from({ length: ends - n }, (_, k) => n + k).every((k) => kept.has(k) || mark(k));
  while (kept.has(to) || joint(to) || (listed(to) && isList(to))) {
    if (mark(to) && listed(to) && !isList(to)) return null;
    if (mark(to) && !listed(to)) break;
    to++;
  }
  // A phrase does not end before what its last words lead to.
  while (to > from && cut(to)) to--;
  function cut(end: number): boolean {
    const last = tree.words[end - 1];
    const leads =
      last !== undefined &&
      last.head >= end &&
      /^(?:compound|amod|det|nummod|case|mark|advmod|flat|cc)/.test(last.relation);
    return leads || /^(?:PUNCT|CCONJ)$/.test(last?.class ?? '');
  }
  const whole = [head, ...dependents(tree, head, ...CORE)].every((n) => n < to || !kept.has(n));
  // "executives at Zephyr AI", "between Aswan and Luxor"
  while (isName(tree, to - 1) && isName(tree, to) && !holdsFigure(words, to)) to++;
  // "in a funding round", taken for two
  const isTwin = (n: number): boolean =>
    isNoun(tree, n) &&
    tree.words[n]?.head === tree.words[n - 1]?.head &&
    tree.words[n]?.relation === tree.words[n - 1]?.relation;
  while (isNoun(tree, to - 1) && isTwin(to) && !holdsFigure(words, to)) to++;
  if (tree.words[from]?.lemma === 'between' && tree.words[to]?.lemma === 'and' && isNoun(tree, to + 1)) to += 2;
  return head >= from && whole && to > from ? { from, to } : null;
}

/** The prepositions of what is said of a noun rather than of its verb. */
const OF = /^(?:of|for|at|in|from|to|per|on|between|with|under|near|among|against|outside)$/;

/**
 * A noun in words, the fullest first: with what is said of it right behind it ("providers tracked by RackWatch", "campuses that
 * Ridgeline Data is building west of Waco"), then without. `avoid` are the words of its number.
 */
export function phrasesOf(words: Words, head: number, avoid: Stretch | null, verb: number | null): string[] {
  const { tree, cast } = words;
  let core = nounPhrase(tree, head, avoid);
  // "eleven smaller turbines"
  const isCount = (n: number): boolean =>
    tree.words[n]?.tag === 'CD' &&
    /^(?:\p{Ll}+|[\d.,]+)$/u.test(tree.words[n]?.text ?? '') &&
    tree.words[n + 1]?.text !== '-';
  while (avoid !== null && core.from < head && isCount(core.from)) core = { from: core.from + 1, to: core.to };
  // "room-nights"
  const isJoined = tree.words[core.to]?.text === '-' && tree.words[core.to]?.start === tree.words[core.to - 1]?.end;
  if (isJoined && isNoun(tree, core.to + 1)) core = { from: core.from, to: core.to + 2 };
  // "half a second" is no second of the noun behind it.
  if (words.places.some((each) => each !== null && each.from < core.from && each.to > core.from && each.to <= head))
    return [];
  // "seven-year loan" without its "seven" is a stump.
  if (/^[-–]$/.test(tree.words[core.from - 1]?.text ?? '')) return [];
  let { to } = core;
  const stretches: Stretch[] = [core];
  const tails = [...(tree.children[head] ?? []), ...between(tree, head, verb)].sort((a, b) => a - b);
  for (const tail of tails) {
    const relation = tree.words[tail]?.relation ?? '';
    if (tail < to || !isOf(relation, ['nmod', 'acl', 'obl', 'xcomp'])) continue;
    // "revenue of $4 billion from its cloud unit": on from behind the number.
    const start = avoid !== null && to <= avoid.from && avoid.from - to <= 1 && tail >= avoid.to ? avoid.to : to;
    if (isWhen(tree, tail)) break;
    const prepositions = caseOf(tree, tail) || leadOf(tree, tail);
    if (!relation.startsWith('acl') && (!OF.test(prepositions) || !isNoun(tree, tail))) break;
    // "racks grew by a quarter": a verb that the number hangs on tells of the noun, whatever the tree makes of it.
    if (relation.startsWith('acl') && (tellsOf(tree, tail) || (avoid !== null && isAbove(tree, tail, avoid)))) break;
    const found = wholeFrom(words, tail, start);
    // "the halls planned for 2027" without the year
    if (found === null || (relation === 'acl' && found.to - found.from < 2)) break;
    stretches.push(found);
    to = found.to;
  }
  return stretches
    .map((_, n) => stretches.slice(0, n + 1))
    .toReversed()
    .map((parts) => parts.map((part, n) => (n === 0 ? nounIn(tree, part, cast) : resolved(words, part))))
    .flatMap((parts) => (parts.some((part) => part === null) ? [] : [joined(parts)]));
}

/** "The waves crept to": a verb of change without "that" tells what becomes of a noun, and does not tell which one it is. */
const tellsOf = (tree: Tree, verb: number): boolean => {
  const { lemma = '', text = '', tag = '', relation = '' } = tree.words[verb] ?? {};
  if (!/^VB[DN]$/.test(tag) || relation !== 'acl') return false;
  if (isMove(lemma) || isPastMove(text.toLowerCase())) return true;
  return STANCE_OF_VERB.get(lemma) === 'says' && dependent(tree, verb, 'obl:agent') === null;
};

/** Does a number hang on a word, at whatever depth? */
export function isAbove(tree: Tree, word: number, { from, to }: Stretch): boolean {
  return branch(tree, word).some((n) => n >= from && n < to);
}

const joined = (parts: readonly (string | null)[]): string => parts.join(' ').replace(/ (?=[-–/])/g, '');

/** The first word of a branch. */
const leadOf = (tree: Tree, n: number): string => tree.words[branch(tree, n)[0] ?? n]?.lemma ?? '';

/**
 * What stands between a subject and its verb is said of the subject, and what stands right behind an object that a number is the level of
 * ("lifted the ceiling in its draft to 45%") of the object, whatever the tree makes of it.
 */
const between = (tree: Tree, head: number, verb: number | null): number[] =>
  verb === null || tree.words[head]?.head !== verb
    ? []
    : dependents(tree, verb, 'obl', 'xcomp').filter(
        (n) => n > head && (n < verb || (head > verb && /^(?:in|for|of|on)$/.test(leadOf(tree, n)))),
      );

/** Words as they stand, with the name for "its": null where it is not known whose. */
export function resolved(words: Words, { from, to }: Stretch): string | null {
  const { tree, cast } = words;
  for (let n = from; n < to; n++) {
    const { class: kind, relation = '' } = tree.words[n] ?? {};
    // "the power they reserve"
    if (
      kind === 'PRON' &&
      /^(?:nsubj|obj|iobj|obl)/.test(relation) &&
      /^(?:it|they|them|we|us|you|i|me|he|him|she|her)$/i.test(tree.words[n]?.text ?? '')
    )
      return null;
    if (tree.words[n]?.relation !== 'nmod:poss' || tree.words[n]?.class !== 'PRON') continue;
    const owner = /^its|^their/i.test(tree.words[n]?.text ?? '') ? (cast.meant(tree, n) ?? boundTo(words, n)) : null;
    if (owner === null) return null;
    const [before, behind] = [
      n > from ? `${written(tree, { from, to: n })} ` : '',
      resolved(words, { from: n + 1, to }),
    ];
    return behind === null ? null : `${before}${possessive(owner)} ${behind}`;
  }
  return written(tree, { from, to });
}

/** The subject of the verb above "its", where it is one of its number and called by a common noun. */
function boundTo(words: Words, n: number): string | null {
  const { tree } = words;
  const tag = /^its$/i.test(tree.words[n]?.text ?? '') ? 'NN' : 'NNS';
  for (let at = tree.words[n]?.head ?? -1, steps = 0; at >= 0 && steps < 8; at = tree.words[at]?.head ?? -1, steps++) {
    const subject = dependent(tree, at, 'nsubj');
    if (subject === null || subject > n) continue;
    const isKnown = tree.words[subject]?.tag === tag && dependent(tree, subject, 'nmod:poss') === null;
    const the = dependents(tree, subject, 'det').some((det) => /^the$/i.test(tree.words[det]?.text ?? ''));
    return isKnown ? `${the ? 'the ' : ''}${nounIn(tree, nounPhrase(tree, subject, null), words.cast)}` : null;
  }
  return null;
}

export const possessive = (name: string): string => `${name}${name.endsWith('s') ? '’' : '’s'}`;

/** "Brazos Light, Pecan Valley Power and Comal Energy": all names of a row, by the surface, since trees of rows are often broken. */
function namesAround(words: Words, n: number): string | null {
  const { tree } = words;
  // "80 MW, and Amazon" names one.
  const isPart = (at: number): boolean =>
    !words.places.some((place) => place !== null && at >= place.from && at < place.to) &&
    (/^\p{Lu}/u.test(tree.words[at]?.text ?? '') || /^(?:,|and|&)$/.test(tree.words[at]?.text ?? ''));
  if (!isPart(n)) return null;
  let [from, to] = [n, n + 1];
  while (isPart(from - 1)) from--;
  while (isPart(to)) to++;
  while (/^(?:,|and|&)$/.test(tree.words[from]?.text ?? '')) from++;
  while (/^(?:,|and|&)$/.test(tree.words[to - 1]?.text ?? '')) to--;
  const joins = tree.words.slice(from, to).filter(({ text }) => text === 'and').length;
  return joins === 1 && !isName(tree, to) ? written(tree, { from, to }) : null;
}

/** Who does or gets something, as a caption calls them: all by name, the name that a word stands for, or what they are. */
export function called(words: Words, n: number | null): string | null {
  const { tree, cast } = words;
  const word = tree.words[n ?? -1];
  if (n === null || word === undefined || holdsFigure(words, n)) return null;
  const all = namesAround(words, n);
  if (all !== null) return all;
  // "Sweden's Borealis Compute", "hotel group Marlowe", taken for two
  const marked = dependents(tree, n, 'case').some((at) => at > n && /^['’]s?$/.test(tree.words[at]?.text ?? ''));
  const next = tree.words[n + 1];
  const isTwin = isName(tree, n + 1) && next?.relation === word.relation && next.head === word.head && !isName(tree, n);
  let last = marked || isTwin ? n + (marked ? 2 : 1) : n;
  while (last !== n && isName(tree, last + 1)) last++;
  if (last !== n && isName(tree, last)) return cast.nameAt(tree, last);
  // "The commission" is told as well by its own words.
  const stands = word.class === 'PRON' || /^(?:company|firm|startup|start-up|group)$|maker$/.test(word.lemma);
  const name = cast.nameAt(tree, n) ?? (stands && cast.isAnaphor(tree, n) ? cast.meant(tree, n) : null);
  if (name !== null) return name;
  if (!isNoun(tree, n)) return null;
  const phrase = phrasesOf(words, n, null, word.head).find((text) => text.split(' ').length <= 7);
  const owner = ownerOf(words, n);
  if (phrase === undefined || owner === 'unknown') return null;
  // "part would repay", "an engineer moved": nobody that a reader would know.
  const dets = dependents(tree, n, 'det').concat(tree.words[n - 1]?.class === 'DET' ? [n - 1] : []);
  const the = dets.some((det) => /^(?:the|this)$/i.test(tree.words[det]?.text ?? ''));
  const told =
    word.tag !== 'NN' ||
    isBody(word.lemma) ||
    the ||
    (!isPersonalNoun(word.lemma) && (owner !== null || phrase.includes(' ')));
  const article = dets.map((det) => tree.words[det]?.text.toLowerCase() ?? '');
  const own = article.find((text) => /^(?:the|an?)$/.test(text) && word.tag === 'NN');
  const before = owner === null ? (own === undefined ? '' : `${own} `) : `${owner} `;
  return told ? `${before}${phrase}` : null;
}

/** Whose a noun is said to be: "airline’s", "most teams’"; null where nobody is named, `unknown` for "his". */
export function ownerOf({ tree, cast, instead }: Words, noun: number): string | 'unknown' | null {
  const owner = dependent(tree, noun, 'nmod:poss');
  if (owner === null) return null;
  if (instead !== null) return possessive(instead);
  const name = cast.nameAt(tree, owner) ?? (cast.isAnaphor(tree, owner) ? cast.meant(tree, owner) : null);
  if (name !== null) return possessive(name);
  if (!isNoun(tree, owner) || isWhen(tree, owner)) return 'unknown';
  return possessive(nounIn(tree, nounPhrase(tree, owner, null), cast));
}
