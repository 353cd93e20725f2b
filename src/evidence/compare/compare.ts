import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import type { Reason } from '../../model.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Prepared } from '../verify/prepare.ts';
import { exchangedApiece } from './apiece.ts';
import { exchangedParts } from './changes.ts';
import { exchangedDoers } from './doers.ts';
import { exchangedIn } from './exchanged.ts';
import { exchangedMoments } from './moments.ts';
import { narrowedIn } from './narrowed.ts';
import { pair } from './pairing.ts';
import { answeredIn, saidOtherwise } from './predicates.ts';
import { copiedShare } from './runs.ts';
import { exchangedShares, widenedSets } from './sets.ts';
import { exchangedSides } from './sides.ts';
import { exchangedTellers } from './speakers.ts';
import { widenedSuperlatives } from './superlatives.ts';
import { exchangedTenses } from './tense.ts';
import { untiedIn } from './untied.ts';
import { realisedIn } from './weighed.ts';

/** The share of a sentence's words that must stand in the sources for what is missing to be left out, and what differs to be exchanged. */
const EDITED = 0.9;
/** The share of them that must be known at all, by their stems, for an edit, and for a turn of the language to be compared. */
const KNOWN = { edit: 0.8, turn: 0.65 };

/** The share of a text's words that stand anywhere in the sources, a single other one left out of account. Asked before any sentence is read closely. */
function knownShare(text: string, sources: readonly Prepared[]): number {
  const words = wordsIn(text)
    .map((word) => word.text.toLowerCase())
    .filter((word) => !STOP_WORDS.has(word));
  const known = words.filter((word) => sources.some(({ index }) => index.has(stem(word))));
  return known.length >= words.length - 1 ? 1 : known.length / words.length;
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
    const known = knownShare(sentence.text, sources);
    if (known < KNOWN.turn) return [];
    const own = matches.filter(({ given }) => given.start >= start && given.end <= end);
    const pairing = pair(sentence, sources, own, quoted);
    if (pairing === null) return [];
    const turned = [
      ...exchangedParts(pairing),
      ...exchangedShares(pairing),
      ...widenedSets(pairing),
      ...exchangedSides(pairing),
      ...exchangedTenses(pairing),
      ...answeredIn(pairing),
      ...exchangedTellers(pairing, quoted),
      ...widenedSuperlatives(pairing),
      ...exchangedDoers(pairing),
      ...realisedIn(pairing),
      ...exchangedApiece(pairing),
      ...exchangedMoments(pairing),
    ];
    if (turned.length > 0 || known < KNOWN.edit || copiedShare(pairing) < EDITED) return turned;
    return [...exchangedIn(pairing, untiedIn(pairing)), ...saidOtherwise(pairing), ...narrowedIn(pairing)];
  });
}
