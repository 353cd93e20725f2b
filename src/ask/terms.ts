import { stem } from '../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';

const NUMBERS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)] as const),
);

/** Words that a question is put with, which say nothing of what it is about. */
const ASKING = new Set(
  'which what who whom whose when where why how much many does did do following name called according kind type week recently year new now currently latest'.split(
    ' ',
  ),
);

/** The content of a text as stems, small numbers in digits; each once, in order. */
export function termsOf(text: string): string[] {
  const terms = wordsIn(text)
    .map(({ text: word }) => word.toLowerCase().replace(/['’]s?$/, ''))
    .flatMap((word) => word.split('-'))
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map((word) => NUMBERS.get(word) ?? stem(word));
  return [...new Set(terms)];
}

/** What a question is about, without the words it is put with. */
export function topicOf(question: string): string[] {
  const asking = new Set([...ASKING].map(stem));
  const terms = termsOf(question).filter((term) => !asking.has(term) && !ASKING.has(term));
  return terms.length === 0 ? termsOf(question) : terms;
}
