import type { Figure } from '../../model.ts';

/** What stands in a caption for its figure and for what is left out. */
export const GAP = '…';
/** Longer sentences are no language; a caption's words lie no further from its figure. */
export const LONGEST_SENTENCE = 1_000;

/** Do the pieces of a figure's caption stand around it in the text, word for word and in order? */
export function standsAround(
  text: string,
  { caption, start, end }: Pick<Figure, 'caption' | 'start' | 'end'>,
): boolean {
  if (caption === null) return true;
  const around = text.slice(Math.max(0, start - LONGEST_SENTENCE), end + LONGEST_SENTENCE).replace(/\s+/g, ' ');
  let at = 0;
  for (const piece of caption.split(GAP)) {
    const found = around.indexOf(piece.trim(), at);
    if (found < 0) return false;
    at = found + piece.trim().length;
  }
  return true;
}
