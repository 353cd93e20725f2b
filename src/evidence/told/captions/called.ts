import { isBody } from '../../../language/organisations.ts';
import { isPersonalNoun } from '../../../language/roles.ts';
import { dependent, dependents } from '../../../reading/tree.ts';
import { isBusiness } from '../antecedents.ts';
import { isNoName } from '../capitals.ts';
import { isName, isNoun, nounIn, nounPhrase, written } from '../place.ts';
import { isWhen } from '../when.ts';
import { possessive } from './owned.ts';
import { phrasesOf } from './phrase.ts';
import { holdsFigure, type Words } from './whole.ts';

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
  // "The commission" is told as well by its own words.
  const stands = word.class === 'PRON' || isBusiness(word.lemma) || word.lemma === 'operator';
  // "The supplier, Glacius, has sold"
  const by = dependents(tree, n, 'appos').find((k) => isName(tree, k));
  const name =
    cast.nameAt(tree, n) ??
    (by !== undefined && word.tag === 'NN' ? cast.nameAt(tree, by) : null) ??
    (stands && cast.isAnaphor(tree, n) ? cast.meant(tree, n) : null);
  if (name !== null) return name;
  // "Spinners, weavers and Corvo hold": the first of several is not who does it.
  const isFirst = dependents(tree, n, 'conj').some((k) => isNoun(tree, k) || isName(tree, k));
  // "Tessera, Inc. plans"
  if (!isNoun(tree, n) || isFirst || (isName(tree, n) && isNoName(word.text))) return null;
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
  const own = article.find((text) => /^(?:the|an?|each)$/.test(text) && word.tag === 'NN');
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
