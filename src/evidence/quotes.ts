import type { QuoteReading } from '../model.ts';
import { castOf } from './people/cast.ts';
import { proseOf } from './people/tokens.ts';
import { attribute } from './quotes/attribute.ts';
import { markedIn } from './quotes/marks.ts';
import { paragraphsOf } from './quotes/paragraphs.ts';
import { isSpeech } from './quotes/speech.ts';

/**
 * What is quoted in a text, in order and without overlaps: `text.slice(start, end)` is exactly `text`, the marks outside.
 * `docs/contracts.md` gives the rules of each field. Linear in the length of the text; throws for no text.
 */
export function quotesIn(text: string): QuoteReading[] {
  const paragraphs = paragraphsOf(text);
  const marked = markedIn(text, paragraphs);
  if (marked.length === 0) return [];
  const prose = proseOf(text, marked, paragraphs);
  const attributions = attribute(prose, marked, castOf(prose));
  return marked.flatMap(({ start, end }, index) => {
    const attribution = attributions[index];
    const mark = marked[index];
    if (attribution === undefined || mark === undefined || !isSpeech(text, mark, attribution)) return [];
    const { speaker } = attribution;
    return {
      start,
      end,
      text: text.slice(start, end),
      speaker: speaker?.person?.name ?? speaker?.name ?? null,
      role: speaker?.person?.role ?? speaker?.role ?? null,
      organisation: speaker?.person?.organisation ?? speaker?.organisation ?? null,
    };
  });
}
