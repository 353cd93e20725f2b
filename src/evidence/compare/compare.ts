import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import type { Reason, Span } from '../../model.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Prepared } from '../verify/prepare.ts';
import { exchangedBases } from './against.ts';
import { exchangedApiece } from './apiece.ts';
import type { Base } from './bases.ts';
import { addedWholes, exchangedLevels, exchangedParts } from './changes.ts';
import { lostConditions } from './conditions.ts';
import { exchangedInCopy } from './copied.ts';
import { exchangedAny, exchangedDegrees } from './degrees.ts';
import { exchangedKin, exchangedOwners } from './doers.ts';
import { exchangedIn } from './exchanged.ts';
import { joinedToDenied, realisedWishes, undoubtedIn } from './framed.ts';
import { exchangedMoments, unboundTimes } from './moments.ts';
import { narrowedIn } from './narrowed.ts';
import { type Pairing, pair } from './pairing.ts';
import { answeredIn, saidOtherwise } from './predicates.ts';
import { exchangedShares, widenedSets } from './sets.ts';
import { exchangedSides } from './sides.ts';
import { exchangedTellers } from './speakers.ts';
import { unsaidRecords, widenedSuperlatives } from './superlatives.ts';
import { exchangedTenses } from './tense.ts';
import { unknownCauses, unknownCounted, unknownNames, unknownTimes } from './unknown.ts';
import { exchangedVotes } from './votes.ts';
import { wholeOfPart } from './wholly.ts';

/** A sentence that has less of its words in the sources is another's. */
const KNOWN = 0.25;

type Stretch = Pick<Span, 'start' | 'end'>;

/** A sentence of a claim beside its sources, with the stretches of the claim that are quoted and the sources themselves. */
type Compared = {
  readonly pairing: Pairing;
  readonly quoted: readonly Stretch[];
  readonly sources: readonly Prepared[];
};

/** Something of a sentence that must be as the sources have it. `certain`: where it differs, the sentence is false whatever else speaks for it. */
type Field = { readonly name: string; readonly certain: boolean; readonly of: (compared: Compared) => Reason[] };

const field = (certain: boolean, name: string, of: (pairing: Pairing) => Reason[]): Field => ({
  name,
  certain,
  of: ({ pairing }) => of(pairing),
});

const FIELDS: readonly Field[] = [
  { name: 'name', certain: true, of: ({ pairing, sources }) => unknownNames(pairing, sources) },
  { name: 'time', certain: true, of: ({ pairing, sources }) => unknownTimes(pairing, sources) },
  { name: 'counted', certain: true, of: ({ pairing, sources }) => unknownCounted(pairing, sources) },
  field(true, 'copy but for a word', exchangedInCopy),
  field(true, 'base of a change', exchangedBases),
  field(true, 'bound of a time', unboundTimes),
  field(true, 'level or change', exchangedLevels),
  field(true, 'whole', addedWholes),
  field(true, 'degree', exchangedDegrees),
  field(true, 'any', exchangedAny),
  field(true, 'votes', exchangedVotes),
  field(true, 'kin', exchangedKin),
  field(true, 'owner', exchangedOwners),
  field(true, 'share', exchangedShares),
  field(true, 'set', widenedSets),
  field(true, 'part told as whole', wholeOfPart),
  field(true, 'side', exchangedSides),
  field(true, 'superlative', widenedSuperlatives),
  field(true, 'record', unsaidRecords),
  field(true, 'condition', lostConditions),
  field(true, 'doubt', undoubtedIn),
  field(true, 'wish', realisedWishes),
  field(true, 'denial of one of two', joinedToDenied),
  field(false, 'cause', unknownCauses),
  field(false, 'part', exchangedParts),
  field(false, 'tense', exchangedTenses),
  field(false, 'answer', answeredIn),
  { name: 'teller', certain: false, of: ({ pairing, quoted }) => exchangedTellers(pairing, quoted) },
  field(false, 'apiece', exchangedApiece),
  field(false, 'moment', exchangedMoments),
  field(false, 'role', exchangedIn),
  field(false, 'predicate', saidOtherwise),
  field(false, 'narrowing', narrowedIn),
];

/** The names of the fields that tell for a fault without proving it. */
export const DOUBTFUL: readonly string[] = FIELDS.flatMap(({ name, certain }) => (certain ? [] : [name]));

/** A sentence of a claim: what it is made of, and what it changed there. */
export type Change = {
  readonly pairing: Pairing;
  readonly certain: readonly Reason[];
  /** By the names of `DOUBTFUL`. */
  readonly doubtful: ReadonlyMap<string, readonly Reason[]>;
};

/** The share of a sentence's words that stand anywhere in the sources, a single other one left out of account. Asked before any sentence is read closely. */
function knownShare(text: string, sources: readonly Prepared[]): number {
  const words = wordsIn(text)
    .map((word) => word.text.toLowerCase())
    .filter((word) => !STOP_WORDS.has(word));
  const known = words.filter((word) => sources.some(({ index }) => index.has(stem(word))));
  return known.length >= words.length - 1 ? 1 : known.length / words.length;
}

/**
 * Compares a claim, sentence by sentence, with the sentences that it may have been made of, those that `within` lets stand; null for a
 * sentence that is not about what the sources tell.
 */
export function changesIn(
  claim: string,
  sources: readonly Prepared[],
  matches: readonly FigureMatch[],
  quoted: readonly Stretch[],
  within: (base: Base) => boolean,
): (Change | null)[] {
  return sentencesIn(claim).map((sentence) => {
    const own = matches.filter(({ given }) => given.start >= sentence.start && given.end <= sentence.end);
    if (knownShare(sentence.text, sources) < KNOWN) return null;
    const pairing = pair(sentence, sources, own, quoted, within);
    if (pairing === null) return null;
    const compared = { pairing, quoted, sources };
    const certain = FIELDS.flatMap((one) => (one.certain ? one.of(compared) : []));
    const doubtful = FIELDS.flatMap((one): [string, Reason[]][] => (one.certain ? [] : [[one.name, one.of(compared)]]));
    return { pairing, certain, doubtful: new Map(certain.length > 0 ? [] : doubtful) };
  });
}
