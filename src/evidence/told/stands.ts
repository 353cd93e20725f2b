import { isFunctionWord } from '../../language/lexicon.ts';
import { stem } from '../../language/stem.ts';
import { wordsIn } from '../../language/words.ts';
import type { Figure } from '../../model.ts';

/** A sentence is read as far as its two hundredth word: a caption's words lie no further from its figure, in UTF-16 code units. */
const REACH = 2_000;

const stemsOf = (text: string): string[] =>
  wordsIn(text)
    .map((word) => word.text.toLowerCase())
    .filter((word) => !isFunctionWord(word))
    .map(stem);

const PART_OF_WORD = /[\p{L}\p{N}’'-]/u;

/** Whether a word stands in a text as it is, not as a part of another: nearly every caption's words do, and need no stems. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!PART_OF_WORD.test(text[at - 1] ?? '') && !PART_OF_WORD.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}

/** Does each content word of a figure's caption stand around it in the text, or in the name of whose it is? */
export function standsAround(
  text: string,
  { caption, subject, start, end }: Pick<Figure, 'caption' | 'subject' | 'start' | 'end'>,
): boolean {
  if (caption === null) return true;
  const around = text.slice(Math.max(0, start - REACH), end + REACH);
  // "share of" only says that the number is a part.
  const plain = caption.replace(/[’']s?(?= |$)/g, '').replace(/(?<=^|: )share of /, '');
  const near = around.toLowerCase();
  if (wordsIn(plain).every((word) => hasWord(near, word.text.toLowerCase()))) return true;
  return new Set(stemsOf(plain)).isSubsetOf(new Set(stemsOf(`${around} ${subject ?? ''}`)));
}
