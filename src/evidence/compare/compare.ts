import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import type { Reason } from '../../model.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Prepared } from '../verify/prepare.ts';
import { exchangedIn } from './exchanged.ts';
import { narrowedIn } from './narrowed.ts';
import { pair } from './pairing.ts';
import { saidOtherwise } from './predicates.ts';
import { copiedShare } from './runs.ts';
import { untiedIn } from './untied.ts';

/** The share of a sentence's words that must stand in the sources for what is missing to be left out, and what differs to be exchanged. */
const EDITED = 0.9;

/** Do enough of its words stand anywhere in the sources for it to be an edit? Asked before any sentence is read closely. */
function mayBeEdited(text: string, sources: readonly Prepared[]): boolean {
  const words = wordsIn(text)
    .map((word) => word.text.toLowerCase())
    .filter((word) => !STOP_WORDS.has(word));
  const known = words.filter((word) => sources.some(({ index }) => index.has(stem(word))));
  return known.length >= (EDITED - 0.1) * words.length;
}

/** What a claim that was made by editing sentences of its sources changed in them, field by field; empty for one that was not so made. */
export function editReasons(
  claim: string,
  sources: readonly Prepared[],
  matches: readonly FigureMatch[],
  quoted: readonly { readonly start: number; readonly end: number }[],
): Reason[] {
  return sentencesIn(claim).flatMap((sentence) => {
    const { start, end } = sentence;
    if (!mayBeEdited(sentence.text, sources)) return [];
    const own = matches.filter(({ given }) => given.start >= start && given.end <= end);
    const pairing = pair(sentence, sources, own, quoted);
    if (pairing === null || copiedShare(pairing) < EDITED) return [];
    return [...exchangedIn(pairing, untiedIn(pairing)), ...saidOtherwise(pairing), ...narrowedIn(pairing)];
  });
}
