import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { wordsIn } from '../../language/words.ts';
import type { Reason } from '../../model.ts';
import { type ReadSentence, readSentence } from '../../reading/read.ts';
import type { FigureMatch } from '../verify/figures.ts';
import { align, type Base, isContent } from './align.ts';
import { faultsOf } from './faults.ts';

/** A claim's sentence is compared with at most this many sentences. */
const MOST = 3;
/** The share of a claim's words that must stand in the bases for what is missing to be read as left out. */
const EDITED = 0.8;
/** A shorter sentence has too few words to know where it comes from. */
const SHORTEST = 4;

const stems = (text: string): ReadonlySet<string> =>
  new Set(wordsIn(text).map((word) => stem(word.text.toLowerCase())));

/** The few sentences that together hold the most of the claim's words. */
function choose({ text }: ReadSentence, candidates: readonly Base[]): Base[] {
  const open = new Set(stems(text));
  const held = candidates.map((base) => ({ base, words: stems(base.read.text) }));
  const chosen: Base[] = [];
  while (chosen.length < MOST) {
    const gains = held.map(({ words }) => [...open].filter((word) => words.has(word)));
    const best = gains.reduce((most, gain, n) => (gain.length > (gains[most]?.length ?? 0) ? n : most), 0);
    const base = held[best]?.base;
    if (base === undefined || (gains[best] ?? []).length === 0) break;
    chosen.push(base);
    for (const word of gains[best] ?? []) open.delete(word);
  }
  return chosen;
}

/** What a claim that was made by editing sentences of its sources lost of them; empty for one that was not so made. */
export function editFaults(claim: string, candidates: readonly Base[], matches: readonly FigureMatch[]): Reason[] {
  return sentencesIn(claim).flatMap(({ text, start }) => {
    const read = readSentence(text, start);
    const alignment = align(read, choose(read, candidates), matches);
    const content = read.tree.words.flatMap((word, i) => (isContent(word) ? [i] : []));
    const carried = content.filter((i) => (alignment.options[i] ?? []).length > 0);
    return content.length < SHORTEST || carried.length < EDITED * content.length ? [] : faultsOf(alignment);
  });
}
