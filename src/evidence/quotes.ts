import { withoutTables } from '../language/tables.ts';
import type { QuoteReading } from '../model.ts';
import { castOf } from './people/cast.ts';
import { officeOf } from './people/office.ts';
import { proseOf } from './people/tokens.ts';
import { workplaceOf } from './people/workplace.ts';
import { attribute } from './quotes/attribute.ts';
import { type Marked, markedIn } from './quotes/marks.ts';
import { type Paragraph, paragraphsOf } from './quotes/paragraphs.ts';
import { isSpeech } from './quotes/speech.ts';
import { type Attributed, attributed } from './voices/choose.ts';
import { narrationOf } from './voices/narration.ts';

/**
 * What is quoted in a text, in order and without overlaps: `whole.slice(start, end)` is exactly `text`, the marks outside.
 * `docs/contracts.md` gives the rules of each field. Linear in the length of the text; throws for no text.
 */
export function quotesIn(whole: string): QuoteReading[] {
  const text = withoutTables(whole);
  const paragraphs = paragraphsOf(text);
  const marked = markedIn(text, paragraphs);
  const byRule = ruledIn(text, paragraphs, marked);
  if (byRule.every((one) => one === undefined)) return [];
  const told = attributed(narrationOf(text, marked, paragraphs), byRule);
  return marked.flatMap(({ start, end }, at) => {
    const found = told[at];
    return found == null ? [] : [{ start, end, text: whole.slice(start, end), ...found }];
  });
}

/** What rules make of each stretch between marks; undefined for what is no speech. */
export function quotesByRule(text: string): (Attributed | undefined)[] {
  const paragraphs = paragraphsOf(text);
  return ruledIn(text, paragraphs, markedIn(text, paragraphs));
}

function ruledIn(
  text: string,
  paragraphs: readonly Paragraph[],
  marked: readonly Marked[],
): (Attributed | undefined)[] {
  if (marked.length === 0) return [];
  const prose = proseOf(text, marked, paragraphs);
  const cast = castOf(prose);
  const attributions = attribute(prose, marked, cast);
  return marked.map((mark, index) => {
    const attribution = attributions[index];
    if (attribution === undefined || !isSpeech(text, mark, attribution)) return undefined;
    const { speaker } = attribution;
    const person = speaker?.person ?? null;
    const office = person === null || person.role !== null ? null : officeOf(prose, cast, person);
    return {
      speaker: person?.name ?? speaker?.name ?? null,
      role: person?.role ?? office?.role ?? speaker?.role ?? null,
      organisation:
        (person === null ? speaker?.organisation : (office?.organisation ?? workplaceOf(cast, person))) ?? null,
    };
  });
}
