import { isFunctionWord } from '../language/lexicon.ts';
import type { FigureReading, Sentence } from '../model.ts';
import { LONGEST_SENTENCE } from './captions/around.ts';
import { endsBehind } from './captions/behind.ts';
import { leadsTo } from './captions/leads.ts';
import { line } from './captions/line.ts';
import { word } from './captions/verbs.ts';
import type { Words } from './captions/words.ts';
import type { Phrase } from './figures/phrases.ts';
import { tokensOf } from './figures/tokens.ts';

/** What a reader takes in at a glance, and a table has room for. */
const LONGEST = 68;
/** Sentences of more figures are tables. */
const MOST_FIGURES = 16;

/**
 * What a figure is of, in the words of its sentence: the clause that it stands in with "…" for the figure and for what is left
 * out, or its subject alone where the verb only tells a level or a move. Every piece stands so in the sentence.
 */
export function captionOf(sentence: Sentence, figures: readonly FigureReading[], figure: FigureReading): string | null {
  const inside = within(figures, sentence);
  const at = inside.indexOf(figure);
  if (at < 0 || inside.length > MOST_FIGURES || sentence.text.length > LONGEST_SENTENCE) return null;
  const tokens = tokensOf(sentence.text);
  const places = inside.map(({ start, end }): Phrase => {
    const from = tokens.findIndex((token) => token.end > start - sentence.start);
    const to = tokens.findIndex((token) => token.start >= end - sentence.start);
    return { from, to: to < 0 ? tokens.length : to };
  });
  return written({ text: sentence.text, tokens, places, units: inside.map(({ unit }) => unit) }, at);
}

/** The figures of a sentence, of all that come in order. */
function within(figures: readonly FigureReading[], { start, end }: Sentence): readonly FigureReading[] {
  const firstFrom = (position: number): number => {
    let [low, high] = [0, figures.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((figures[middle]?.start ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return figures.slice(firstFrom(start), firstFrom(end));
}

function written(words: Words, at: number): string | null {
  const { tokens, places } = words;
  const { ways, isLed, isMove, figure } = leadsTo(words, at);
  const isFirst = ways.length > 0 && ways.every((way) => way.length === 0);
  const behind = (n: number): Phrase[] =>
    endsBehind(tokens, places[n]?.to ?? tokens.length, places.slice(n + 1), { isLed, isFirst });
  const own = behind(at);
  // A change tells what follows what it is a change of: "spend ... on accelerators, an increase of 4%".
  const ends = own.length > 0 || figure === at ? own : behind(figure);
  const first = word(tokens, ends[0]?.from ?? -1);
  // "4 GW of wind power" is 4 GW of that, whatever else there is no room for.
  const mayEnd = ends.length === 0 || (!isFirst && first !== 'of' && first !== 'apart');
  const kept = isMove
    ? ends.filter(() => /^(?:of|apart|in|for|at|across|per|above|below|under|over)$/.test(first))
    : ends;
  const choices: (Phrase | null)[] = mayEnd || kept.length === 0 ? [...kept, null] : kept;
  for (const way of ways)
    for (const end of choices) {
      const text = line(words, way, end);
      if (text.length <= LONGEST && tells(text)) return text;
    }
  return null;
}

/** Is there a word in it that is not of grammar? */
const tells = (text: string): boolean =>
  tokensOf(text).some(({ kind, lower }) => kind === 'word' && lower.length > 2 && !isFunctionWord(lower));
