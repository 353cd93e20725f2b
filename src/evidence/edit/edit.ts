import type { Reason } from '../../model.ts';
import { readSentence } from '../../reading/read.ts';
import type { FigureMatch } from '../verify/figures.ts';
import { sentencesIn } from '../../language/sentences.ts';
import { type Alignment, align, type Base, distance, isContent } from './align.ts';
import { faultsOf } from './faults.ts';

/** How a claim stands to sentences of the sources that it was made from by editing. */
export type Edit = {
  /** Every word stands in them, and what hangs together there hangs together here. */
  readonly whole: boolean;
  readonly faults: readonly Reason[];
  readonly bases: readonly Base[];
};

/** A claim's sentence is made of at most this many sentences. */
const MOST = 3;
/** The share of a claim's words that must stand in the bases for what is missing to be read as left out. */
const EDITED = 0.8;
/** Two words that hang together are at most so many steps apart where they come from. */
const STEPS = 3;
/** Relations by which an edit joins what it takes from several places. */
const JOINS = /^(?:conj|parataxis|advcl|appos|acl|root|punct|cc|mark|nmod:poss|discourse|dep|list)/;

/** The few sentences that together hold the most of the claim's words. */
function choose(all: Alignment): Base[] {
  const { words } = all.claim.tree;
  const open = new Set(words.map((_, i) => i).filter((i) => isContent(words[i] as never)));
  const chosen: number[] = [];
  while (chosen.length < MOST && open.size > 0) {
    const gains = all.bases.map((_, n) =>
      [...open].filter((i) => all.options[i]?.some(({ base }) => base === n)),
    );
    const best = gains.reduce((most, gain, n) => (gain.length > (gains[most]?.length ?? 0) ? n : most), 0);
    const gain = gains[best] ?? [];
    if (gain.length === 0) break;
    chosen.push(best);
    for (const i of gain) open.delete(i);
  }
  return chosen.flatMap((n) => all.bases[n] ?? []);
}

function together({ claim, bases, options }: Alignment, carried: (i: number) => boolean): boolean {
  return claim.tree.words.every((word, i) => {
    const head = claim.tree.words[word.head];
    if (head === undefined || !isContent(word) || !isContent(head) || JOINS.test(word.relation)) return true;
    if (!carried(i) || !carried(word.head)) return false;
    return (options[i] ?? []).some((one) =>
      (options[word.head] ?? []).some((other) => {
        const tree = bases[one.base]?.read.tree;
        return one.base === other.base && tree !== undefined && distance(tree, one.word, other.word, STEPS) <= STEPS;
      }),
    );
  });
}

/** Reads a claim as an edit of sentences of its sources; null where it is none. */
export function editOf(claim: string, candidates: readonly Base[], matches: readonly FigureMatch[]): Edit | null {
  const edits = sentencesIn(claim).map(({ text, start }): Edit | null => {
    const read = readSentence(text, start);
    const bases = choose(align(read, candidates, matches));
    const alignment = align(read, bases, matches);
    const carried = (i: number): boolean => (alignment.options[i] ?? []).length > 0;
    const content = read.tree.words.flatMap((word, i) => (isContent(word) ? [i] : []));
    const share = content.filter(carried).length / Math.max(1, content.length);
    if (content.length < 4 || share < EDITED) return null;
    const whole = share === 1 && together(alignment, carried);
    return { whole, faults: faultsOf(alignment), bases };
  });
  if (edits.length === 0 || edits.some((edit) => edit === null)) return null;
  const all = edits.flatMap((edit) => edit ?? []);
  return {
    whole: all.every(({ whole }) => whole),
    faults: all.flatMap(({ faults }) => faults),
    bases: all.flatMap(({ bases }) => bases),
  };
}
