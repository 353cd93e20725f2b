import { isFunctionWord } from '../../language/lexicon.ts';
import { stem } from '../../language/stem.ts';
import { hasWord, wordTextsIn } from '../../language/words.ts';
import type { Figure } from '../../model.ts';

/** A sentence is read as far as its two hundredth word: a caption's words lie no further from its figure, in UTF-16 code units. */
const REACH = 2_000;

const stemsOf = (text: string): string[] =>
  wordTextsIn(text)
    .map((word) => word.toLowerCase())
    .filter((word) => !isFunctionWord(word))
    .map(stem);

/** What a word goes on with. */
const JOINS = /[\p{L}\p{N}’'-]/u;

/** The mark of an owner. */
const OWNS = /[’']s?(?=[ .,;:]|$)/g;

/** Does each content word of a figure's caption stand around it in the text, or in the name of whose it is? */
export function standsAround(
  text: string,
  { caption, subject, start, end }: Pick<Figure, 'caption' | 'subject' | 'start' | 'end'>,
): boolean {
  if (caption === null) return true;
  const around = text.slice(Math.max(0, start - REACH), end + REACH).replace(OWNS, '');
  // "share of" only says that the number is a part.
  const plain = caption.replace(OWNS, '').replace(/(?<=^|: | )share of /, '');
  const near = around.toLowerCase();
  // Nearly every caption's words stand there as they are, and need no stems.
  if (wordTextsIn(plain).every((word) => hasWord(near, word.toLowerCase(), JOINS))) return true;
  return new Set(stemsOf(plain)).isSubsetOf(new Set(stemsOf(`${around} ${subject ?? ''}`)));
}
