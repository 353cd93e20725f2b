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

/** Does each content word of a figure's caption stand around it in the text, or in the name of whose it is? */
export function standsAround(
  text: string,
  { caption, subject, start, end }: Pick<Figure, 'caption' | 'subject' | 'start' | 'end'>,
): boolean {
  if (caption === null) return true;
  const around = text.slice(Math.max(0, start - REACH), end + REACH);
  return new Set(stemsOf(caption.replace(/[’']s?(?= |$)/g, ''))).isSubsetOf(
    new Set(stemsOf(`${around} ${subject ?? ''}`)),
  );
}
