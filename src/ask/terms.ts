import { smallNumber } from '../language/numbers.ts';
import { sentencesIn } from '../language/sentences.ts';
import { stem } from '../language/stem.ts';
import { STOP_WORDS, wordTextsIn } from '../language/words.ts';

/** Pasts that a stem does not tell: "fell" is asked for as "fall". */
const IRREGULAR = new Map(
  `began begin,begun begin,bought buy,broke break,brought bring,built build,came come,chose choose,chosen choose,drew draw,drove drive,
  driven drive,fell fall,fallen fall,found find,gave give,given give,grew grow,grown grow,held hold,kept keep,knew know,known know,
  led lead,left leave,lent lend,lost lose,made make,meant mean,met meet,paid pay,ran run,rose rise,risen rise,said say,saw see,
  seen see,sent send,shown show,sold sell,spent spend,spoke speak,stood stand,struck strike,taught teach,took take,taken take,
  told tell,thought think,threw throw,won win,wrote write,written write`
    .split(',')
    .map((pair) => {
      const [past = '', present = ''] = pair.trim().split(' ');
      return [past, present] as const;
    }),
);

/** Words that a question is put with, which say nothing of what it is about. */
export const ASKING: ReadonlySet<string> = new Set(
  'which what who whom whose when where why how much many does did do following name called according kind type week recently recent year new now current currently latest monthly happen happened tell know per go goes going gone went get gets got'
    .split(' ')
    .flatMap((word) => [word, stem(word)]),
);

/** Terms among which one is looked for. */
export type Terms = { has(term: string): boolean };

/** The terms of words as they are written: most come again in the next sentence. */
const known = new Map<string, readonly string[]>();
const KNOWN = 20_000;

/** The content of a word as it is written, as `termsOf` has it. */
export function termsOfWord(written: string): readonly string[] {
  const before = known.get(written);
  if (before !== undefined) return before;
  const made = written
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .split('-')
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map((word) => smallNumber(word)?.toString() ?? stem(IRREGULAR.get(word) ?? word));
  if (known.size >= KNOWN) known.clear();
  known.set(written, made);
  return made;
}

/** The content of a text as stems, small numbers in digits, hyphens split; each once, in order. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const written of wordTextsIn(text)) for (const term of termsOfWord(written)) terms.add(term);
  return [...terms];
}

/** Something that a question asks for. */
export type AskedTerm = {
  readonly term: string;
  /** How much of its rarity counts, 0 to 1: what only leads up to the question counts for less. */
  readonly share: number;
};

const LEADING_UP = 0.6;

/** What a question is about, without the words it is put with. Of several sentences the last one asks. */
export function topicOf(question: string): AskedTerm[] {
  const sentences = sentencesIn(question);
  const asking = new Set(termsOf(sentences.at(-1)?.text ?? question));
  const all = termsOf(question);
  const telling = all.filter((term) => !ASKING.has(term));
  return (telling.length === 0 ? all : telling).map((term) => ({ term, share: asking.has(term) ? 1 : LEADING_UP }));
}
