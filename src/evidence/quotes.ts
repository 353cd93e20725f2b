import type { QuoteReading } from '../model.ts';
import { markedIn } from './quotes/marks.ts';

/**
 * What is quoted in a text, in order and without overlaps: `text.slice(start, end)` is exactly `text`, the marks outside.
 * `docs/contracts.md` gives the rules of each field. Linear in the length of the text; throws for no text.
 */
export function quotesIn(text: string): QuoteReading[] {
  return markedIn(text)
    .filter(({ start, end }) => (text.slice(start, end).match(/\s+/g)?.length ?? 0) >= 2)
    .map(({ start, end }) => ({
      start,
      end,
      text: text.slice(start, end),
      speaker: null,
      role: null,
      organisation: null,
    }));
}
