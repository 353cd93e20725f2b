import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import type { Reason } from '../../model.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Prepared } from '../verify/prepare.ts';
import { exchangedBases } from './against.ts';
import { exchangedApiece } from './apiece.ts';
import type { Base } from './bases.ts';
import { carriedFrom } from './carried.ts';
import { addedWholes, exchangedLevels, exchangedParts } from './changes.ts';
import { lostConditions } from './conditions.ts';
import { exchangedAny, exchangedDegrees } from './degrees.ts';
import { exchangedDoers, exchangedKin, exchangedOwners } from './doers.ts';
import { exchangedIn } from './exchanged.ts';
import { joinedToDenied, realisedWishes, undoubtedIn } from './framed.ts';
import { exchangedMoments, unboundTimes } from './moments.ts';
import { narrowedIn } from './narrowed.ts';
import { type Pairing, pair } from './pairing.ts';
import { answeredIn, saidOtherwise } from './predicates.ts';
import { copiedShare } from './runs.ts';
import { exchangedShares, widenedSets } from './sets.ts';
import { exchangedSides } from './sides.ts';
import { exchangedTellers } from './speakers.ts';
import { widenedSuperlatives } from './superlatives.ts';
import { exchangedTenses } from './tense.ts';
import { untiedIn } from './untied.ts';
import { exchangedVotes } from './votes.ts';
import { realisedIn } from './weighed.ts';

/** The share of a sentence's words that must stand in the sources for what is missing to be left out, and what differs to be exchanged. */
const EDITED = 0.9;
/** The share of them that must be known at all, by their stems, for an edit, and for a turn of the language to be compared. */
const KNOWN = { edit: 0.8, turn: 0.65, looked: 0.4 };

type Quoted = readonly { readonly start: number; readonly end: number }[];

/** The share of a sentence's words that stand anywhere in the sources; figures and a single other one are left out of account. Asked before any sentence is read closely. */
function knownShare(
  { text, start }: { readonly text: string; readonly start: number },
  sources: readonly Prepared[],
  figures: readonly FigureMatch[],
): number {
  const words = wordsIn(text)
    .filter((word) => !figures.some(({ given }) => word.start + start >= given.start && word.end + start <= given.end))
    .map((word) => word.text.toLowerCase())
    .filter((word) => !STOP_WORDS.has(word));
  const known = words.filter((word) => sources.some(({ index }) => index.has(stem(word))));
  return known.length >= words.length - 1 ? 1 : known.length / words.length;
}

/** How a claim stands to the sentences of its sources that it may have been made of. */
export type Edit = {
  /** What it changed in them, field by field. */
  readonly reasons: readonly Reason[];
  /** Those of them that tell for certain that it is another thing, whatever else the two have in common. */
  readonly certain: readonly Reason[];
  /** The sentences that it was made of by leaving out, joining and turning alone; null for one that was not so made. */
  readonly of: readonly Base[] | null;
  /** Each of its sentences beside those of the sources; null for one that has too few of their words. */
  readonly pairings: readonly (Pairing | null)[];
};

/** Fields that are the same or not: what a change is measured against, more or less, for or against, on what condition, doubted or hoped for. */
const exactIn = (pairing: Pairing): Reason[] => [
  ...exchangedBases(pairing),
  ...unboundTimes(pairing),
  ...exchangedLevels(pairing),
  ...addedWholes(pairing),
  ...exchangedDegrees(pairing),
  ...exchangedAny(pairing),
  ...exchangedVotes(pairing),
  ...exchangedKin(pairing),
  ...exchangedOwners(pairing),
  ...lostConditions(pairing),
  ...undoubtedIn(pairing),
  ...realisedWishes(pairing),
  ...joinedToDenied(pairing),
];

function changedIn(pairing: Pairing, known: number, quoted: Quoted): Reason[] {
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
}

/** Compares a claim, sentence by sentence, with the sentences that it may have been made of: one that was refused for its words, only where all of them stand there. */
export function editOf(
  claim: string,
  sources: readonly Prepared[],
  matches: readonly FigureMatch[],
  quoted: Quoted,
  refused: boolean,
): Edit {
  const least = refused ? 1 : KNOWN.turn;
  const bases = new Set<Base>();
  const certain: Reason[] = [];
  let carried = true;
  const pairings: (Pairing | null)[] = [];
  const reasons = sentencesIn(claim).flatMap((sentence): Reason[] => {
    const own = matches.filter(({ given }) => given.start >= sentence.start && given.end <= sentence.end);
    const known = knownShare(sentence, sources, refused ? own : []);
    const seen = known < KNOWN.looked ? null : pair(sentence, sources, own, quoted);
    pairings.push(seen);
    if (seen !== null) certain.push(...exactIn(seen));
    const pairing = known < least ? null : seen;
    const housed = pairing === null ? null : carriedFrom(pairing);
    if (housed === null) carried = false;
    for (const option of housed?.chosen ?? []) {
      const base = pairing?.bases[option?.graph ?? -1];
      if (base !== undefined) bases.add(base);
    }
    return pairing === null ? [] : changedIn(refused ? (housed ?? pairing) : pairing, known, quoted);
  });
  const of = carried && reasons.length + certain.length === 0 && bases.size > 0 ? [...bases] : null;
  return { reasons: [...certain, ...reasons], certain, of, pairings };
}
