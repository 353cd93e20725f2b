import { withoutTables } from '../language/tables.ts';
import type { QuoteReading } from '../model.ts';
import { castOf } from './people/cast.ts';
import { officeOf } from './people/office.ts';
import { proseOf } from './people/tokens.ts';
import { workplaceOf } from './people/workplace.ts';
import { attribute } from './quotes/attribute.ts';
import { markedIn } from './quotes/marks.ts';
import { paragraphsOf } from './quotes/paragraphs.ts';
import { isSpeech } from './quotes/speech.ts';

/**
 * What is quoted in a text, in order and without overlaps: `whole.slice(start, end)` is exactly `text`, the marks outside.
 * `docs/contracts.md` gives the rules of each field. Linear in the length of the text; throws for no text.
 */
export function quotesIn(whole: string): QuoteReading[] {
  const text = withoutTables(whole);
  const paragraphs = paragraphsOf(text);
  const marked = markedIn(text, paragraphs);
  if (marked.length === 0) return [];
  const prose = proseOf(text, marked, paragraphs);
  const cast = castOf(prose);
  const attributions = attribute(prose, marked, cast);
  return marked.flatMap(({ start, end }, index) => {
    const attribution = attributions[index];
    const mark = marked[index];
    if (attribution === undefined || mark === undefined || !isSpeech(text, mark, attribution)) return [];
    const { speaker } = attribution;
    const person = speaker?.person ?? null;
    const office = person === null || person.role !== null ? null : officeOf(prose, cast, person);
    return {
      start,
      end,
      text: whole.slice(start, end),
      speaker: person?.name ?? speaker?.name ?? null,
      role: person?.role ?? office?.role ?? speaker?.role ?? null,
      organisation:
        (person === null ? speaker?.organisation : (office?.organisation ?? workplaceOf(cast, person))) ?? null,
    };
  });
}
