import { entitiesIn } from '../domain/mentions.ts';
import { otherNameOfCountry } from '../language/countries.ts';
import { wordTextsIn } from '../language/words.ts';
import type { Article } from '../model.ts';
import type { Indexed } from './index-of.ts';
import { termsOf, termsOfWord } from './terms.ts';

/** Sentences right before one by which it is understood, beside the article's first. */
const NEAREST = 2;
/** What may stand for something that was told before: a pronoun, or what tells that it is known. */
const STANDS =
  /\b(?:he|she|him|her|his|its?|they|them|their|we|our|us|the|this|that|these|those|management|executives?)\b/i;
const NAMED = /[\p{Lu}\p{N}]/u;

const names = new WeakMap<object, ReadonlySet<string>>();

/** The words of a sentence that may be names, as terms; a country by its other name too, and the field's entities. */
function namesAt({ sentences }: Indexed<Article>, at: number): ReadonlySet<string> {
  const sentence = sentences[at];
  const known = sentence === undefined ? new Set<string>() : names.get(sentence);
  if (known !== undefined || sentence === undefined) return known ?? new Set();
  const found = new Set([...entitiesIn(sentence.text).keys()].map(({ name }) => `@${name}`));
  for (const word of wordTextsIn(sentence.text).filter((each) => NAMED.test(each)))
    for (const term of [...termsOfWord(word), ...termsOf(otherNameOfCountry(word.replace(/['’]s?$/, '')) ?? '')])
      found.add(term);
  names.set(sentence, found);
  return found;
}

/**
 * The sentences by which one is understood: the article's first, and those right before it. None where no word of it can mean what they tell by
 * another word: it has neither a pronoun nor "the company", nor a name that one of them has.
 */
export function before(indexed: Indexed<Article>, at: number): readonly number[] {
  const nearest = Array.from({ length: NEAREST }, (_, n) => at - NEAREST + n);
  const places = [...new Set([0, ...nearest])].filter((n) => n >= 0 && n < at);
  if (STANDS.test(indexed.sentences[at]?.text ?? '')) return places;
  const own = namesAt(indexed, at);
  return places.some((n) => !own.isDisjointFrom(namesAt(indexed, n))) ? places : [];
}
