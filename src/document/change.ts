import { pointsBack } from '../language/stand.ts';
import type { Words } from '../locale/index.ts';
import type { Change } from '../model.ts';
import { coresOf } from '../reading/core.ts';
import { figureInWords } from './quantity.ts';

const LONGEST = 120;

/** What was done, in the words of its sentence without what stands beside it; null where they are no short phrase that says who and what. */
function inItsWords({ span }: Change): string | null {
  const isShort = (form: string): boolean => form.length <= LONGEST && !pointsBack(form);
  const plain = span.text.replace(/\s+/gu, ' ');
  // Most sentences are short, and a tree takes a millisecond.
  const said = isShort(plain) ? plain : coresOf(span.text).find(isShort);
  return said?.replace(/[.!]$/u, '') ?? null;
}

/** In the order of their articles: what a report leads with comes first. */
const inOrder = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => (a.span.article === b.span.article ? a.span.start - b.span.start : 0));

/**
 * What is new in a story that was told before: what was corrected, the changed figure with what it was, else what was denied, done or reported, in its
 * own words. Nothing where one of the lines that are `told` beside it says it.
 */
export function changeInWords(
  changes: readonly Change[],
  { debrief: words }: Words,
  told: readonly string[] = [],
): string {
  const corrected = changes.find(({ kind, was, now }) => kind === 'correction' && was !== null && now !== null);
  if (corrected?.was != null && corrected.now !== null)
    return `: ${words.corrects(figureInWords(corrected.now), figureInWords(corrected.was))}`;
  const changed = changes.find(({ was }) => was !== null);
  if (changed?.was != null) return `: ${words.was(figureInWords(changed.was))}`;
  const taken = changes.find(({ kind }) => kind === 'correction' || kind === 'denial');
  const first = taken ?? inOrder(changes)[0];
  const said = first === undefined ? null : inItsWords(first);
  if (said !== null) return told.some((line) => line.replace(/[.!]$/u, '') === said) ? '' : `: ${said}`;
  if (taken?.kind === 'correction' || taken?.kind === 'denial') return `: ${words[taken.kind]}`;
  const now = first?.now ?? null;
  return now === null ? '' : `: ${words.newIs(figureInWords(now))}`;
}
