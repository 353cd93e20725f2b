import { isCalendar, isShortMonth } from '../../language/calendar.ts';
import { isFunctionWord, VERBS } from '../../language/lexicon.ts';
import type { Token } from './tokens.ts';

/** Words that a sentence opens with and that take a number after them as any word would. */
const OPENERS: ReadonlySet<string> = new Set(
  `about around nearly almost roughly approximately some only just over under more less fewer least most up exactly another all both every
  total additional meanwhile now then today yesterday yes sometimes currently still also even overall altogether`.split(
    /\s+/,
  ),
);

const capital = (text: string) => /^\p{Lu}/u.test(text);
/** Is it a word of a name, by its capital? */
export const isProper = (token: Token): boolean =>
  token.kind === 'word' &&
  capital(token.text) &&
  !isFunctionWord(token.lower) &&
  !VERBS.has(token.lower) &&
  !OPENERS.has(token.lower) &&
  !isCalendar(token.lower) &&
  !isShortMonth(token.lower) &&
  !token.lower.endsWith('ly');
