import { entitiesIn } from '../../domain/mentions.ts';
import { givenName } from '../../language/given-names.ts';
import { bare, WORD } from './names.ts';
import { isRegionOf, regionIn } from './regions.ts';
import { fold, skeleton } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

const CAPITAL = /\p{Lu}[\p{L}\p{M}\d&.’'-]*/gu;
/** Among characters: letters of the alphabet alone. */
const ALPHABET = /[A-Z][A-Za-zÀ-ÿ&.’'-]*/gu;
const FIRST = /(?:^|[.!?:;«“„"”»（(—–])\s*$/u;

/** Abbreviations that stand for words in every language. */
const SHORT =
  /^(?:AI|KI|IA|IT|TI|EE|UU|USA|US|UE|EU|EUA|GPUs?|CPUs?|CEO|PDG|CFO|CTO|ONU|UN|VN|OTAN|OMC|UK|GB|VR|PIB|[kMGT]Wh?|[TQ][1-4]|[IVX]+|\p{Lu})$/u;
/** A word with the first consonants of an English one is that in the other language: "Commission", "Comisión". */
const COGNATE = 3;

/** Names of the translation that the English line has not. */
export function strangeNames(original: string, translation: string, { language }: Vocabulary): string[] {
  const { tag, spaced, capitals } = language;
  const words = Array.from(original.matchAll(WORD), ([word]) => bare(word));
  const own = new Set(words.flatMap((word) => [fold(word), ...word.split('-').map(fold)]));
  const rows = words.map(skeleton);
  const common = new Set(capitals.split(' '));
  const isOwn = (word: string): boolean => {
    const plain = fold(bare(word));
    return (
      own.has(plain) ||
      SHORT.test(word) ||
      common.has(word.toLowerCase()) ||
      (tag === 'de' && own.has(plain.replace(/s$/, '')))
    );
  };
  /** Of a compound, the parts with a capital. */
  const isCompound = (word: string): boolean =>
    /[-’']/.test(word) && word.split(/[-’']/).every((part) => !/^\p{Lu}\p{L}/u.test(part) || isOwn(part));
  const isCognate = (word: string): boolean => {
    const row = skeleton(word);
    return (
      row.length > 1 &&
      rows.some((each) => each === row || (row.length >= COGNATE && each.slice(0, COGNATE) === row.slice(0, COGNATE)))
    );
  };
  const isStrange = (word: string, at: number): boolean => {
    if (isOwn(word) || isCompound(word)) return false;
    // German gives every noun a capital: a given name before another tells a person.
    if (tag === 'de') return givenName(word) !== null && /^\s\p{Lu}/u.test(translation.slice(at + word.length));
    return !spaced || !(FIRST.test(translation.slice(0, at)) || isRegionOf(word, tag, original) || isCognate(word));
  };
  // A company of the field that comes in by translation, whatever the language writes with a capital.
  const told = entitiesIn(original);
  const entered = [...entitiesIn(translation).keys()].filter(
    (entity) => !told.has(entity) && regionIn(entity.name, tag) === null,
  );
  const strange = Array.from(translation.matchAll(spaced ? CAPITAL : ALPHABET), (match) => ({
    word: match[0].replace(/[’'.]$/u, ''),
    at: match.index,
  })).filter(({ word, at }) => isStrange(word, at));
  return [...entered.map(({ name }) => name), ...strange.map(({ word }) => word)];
}
