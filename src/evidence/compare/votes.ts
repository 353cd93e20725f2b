import type { Reason } from '../../model.ts';
import type { Graph } from './graph.ts';
import { type Pairing, statement } from './pairing.ts';
import { low } from './sides.ts';

type Side = 'for' | 'against' | 'neither';

/** On which side a word tells that somebody voted; null where it tells none. */
function sideOf({ read: { tree }, nodes }: Graph, n: number): Side | null {
  const head = nodes[n]?.head ?? -1;
  const lemma = tree.words[head]?.lemma;
  if (lemma === 'abstain') return 'neither';
  if (lemma !== 'vote') return null;
  const behind = [1, 2, 3, 4].map((step) => low(tree, head + step));
  if (behind.includes('against') || /^(?:no|down)$/.test(behind[0] ?? '')) return 'against';
  return /^(?:for|to|in|yes)$/.test(behind[0] ?? '') ? 'for' : null;
}

const doersOf = ({ arcs }: Graph, n: number): number[] =>
  arcs.flatMap(({ from, role, to }) => (from === n && role === 'S' ? [to] : []));

/** "Voted against the offer", with the words that tell which side. */
const toldIn = ({ read: { tree } }: Graph, head: number): string =>
  tree.words
    .slice(head, head + 4)
    .map(({ text }) => text)
    .join(' ');

/** Somebody who voted against it told as one who voted for it, or who abstained. */
export function exchangedVotes({ claim, graphs, options, ties }: Pairing): Reason[] {
  return claim.nodes.flatMap(({ head }, n): Reason[] => {
    const given = sideOf(claim, n);
    if (given === null) return [];
    const voters = doersOf(claim, n).flatMap((to) => (options[to] ?? []).filter(({ likeness }) => likeness >= 0.6));
    const found = graphs.flatMap((graph, g) =>
      graph.nodes.flatMap((node, k) => {
        const side = sideOf(graph, k);
        const own = doersOf(graph, k).some((to) =>
          voters.some(
            (voter) => (voter.graph === g && voter.node === to) || ties.referents.same(voter, { graph: g, node: to }),
          ),
        );
        return side !== null && own ? [{ side, text: toldIn(graph, node.head) }] : [];
      }),
    );
    const [first] = found;
    return first === undefined || found.some(({ side }) => side === given)
      ? []
      : [statement(toldIn(claim, head), first.text)];
  });
}
