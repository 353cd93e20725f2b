import type { Reason } from '../../model.ts';
import { quantitiesOf } from './fields.ts';
import type { Graph } from './graph.ts';
import { counterpartOf, LIGHT, type Pairing, phrase, statement } from './pairing.ts';
import { isBreak, low, stretch } from './sides.ts';

/** That something is more, less or as much, and what it is measured by, without a figure: "below its covenants". Words. */
type Degree = { readonly is: 'more' | 'less' | 'as'; readonly text: string; readonly standard: readonly number[] };

const MORE = /^(?:more|higher|greater|larger|bigger)$/;
const LESS = /^(?:less|fewer|lower|smaller)$/;
const MULTIPLE = /^(?:twice|times|half|thrice|third|quarter|thirds)$/;
/** How far from "more" its "than" may stand. */
const REACH = 8;

function degreesIn({ read: { tree }, nodes, nodeOf }: Graph): Degree[] {
  const joint = (n: number, word: string): number => {
    for (let at = n; at < n + REACH && !isBreak(tree, at); at++) if (low(tree, at) === word) return at;
    return -1;
  };
  return tree.words.flatMap((_, n): Degree[] => {
    const [before, word] = [low(tree, n - 1), low(tree, n)];
    const than = MORE.test(word) || LESS.test(word);
    const as = word === 'as' && /^(?:much|many|high|large|big)$/.test(low(tree, n + 1)) && !MULTIPLE.test(before);
    const alone = /^(?:above|below|beneath|exceed.*)$/.test(word);
    const at = than ? joint(n + 1, 'than') : as ? joint(n + 2, 'as') : alone ? n : -1;
    // Beside a figure it bounds the figure.
    const counted =
      !/^(?:the|its|their|his|her)$/.test(low(tree, at + 1)) &&
      (nodes[nodeOf[at + 1] ?? -1]?.kind === 'figure' || /^(?:NUM|SYM)$/.test(tree.words[at + 1]?.class ?? ''));
    if (at < 0 || counted || /^(?:no|not|nor|never)$/.test(before)) return [];
    const less = LESS.test(word) || /^be/.test(word) || (as && /^(?:nearly|almost|quite)$/.test(before));
    const text = as ? `${before} ${word} ${low(tree, n + 1)}` : word;
    return [{ is: less ? 'less' : as ? 'as' : 'more', text, standard: stretch(tree, at + 1, 1) }];
  });
}

/** More told of what is less than the same, or only as much: "above the level in its covenants" of what is below that. */
export function exchangedDegrees({ claim, graphs, options }: Pairing): Reason[] {
  return degreesIn(claim).flatMap((given): Reason[] => {
    const own = [...new Set(given.standard.map((n) => claim.nodeOf[n] ?? -1))].filter(
      (n) => n >= 0 && !LIGHT.test(claim.nodes[n]?.lemma ?? ''),
    );
    const found = graphs.flatMap((graph, g) =>
      degreesIn(graph).filter(({ standard }) => {
        const shared = own.filter((n) =>
          (options[n] ?? []).some(
            ({ graph: k, node, likeness }) =>
              k === g && likeness >= 0.8 && graph.nodes[node]?.words.some((word) => standard.includes(word)),
          ),
        );
        return shared.length > 0 && shared.length * 2 >= own.length;
      }),
    );
    const [first] = found;
    return first === undefined || found.some(({ is }) => is === given.is)
      ? []
      : [{ kind: 'direction', given: given.text, found: first.text }];
  });
}

/** "In any winter" of "in every winter", beneath a doubt or a denial: one is not the other. */
export function exchangedAny(pairing: Pairing): Reason[] {
  const { tree } = pairing.claim.read;
  return pairing.claim.nodes.flatMap(({ kind, head }, n): Reason[] => {
    const there = counterpartOf(pairing, n);
    if (kind !== 'word' || there === null || there.option.likeness < 0.9) return [];
    const theirs = there.graph.read.tree;
    const [given, found] = [quantitiesOf(tree, head), quantitiesOf(theirs, there.node.head)].map((all) => all.join());
    return /^(?:any all|all any)$/.test(`${given} ${found}`)
      ? [statement(phrase(tree, head), phrase(theirs, there.node.head))]
      : [];
  });
}
