import type { Reason } from '../../model.ts';
import type { Tree } from '../../reading/tree.ts';
import { stretchAround } from './apiece.ts';
import type { Graph, Node } from './graph.ts';
import { meaningsOf } from './keys.ts';
import type { Pairing } from './pairing.ts';

/** What an amount says of a change: by how much, to what level, from what level. */
type Part = 'by' | 'to' | 'from';

const CHANGES = /^(?:rise|fall|raise|cut|double|triple)$/;
/** How far before an amount the word stands that tells the change, in nodes. */
const REACH = 9;
/** "Compared to", "close to": no level that a change arrives at. */
const NO_LEVEL = /^(?:compare|close|equal|amount|accord|due|up|similar|next|about|down)$/;
const HEDGES =
  /^(?:about|around|roughly|approximately|nearly|almost|some|over|than|more|less|fewer|least|most|at|just|only|as|much|many|a|an|the|another|further|up|to)$/;

/** "Rose" and "fell" are also a flower and a hill. */
const isChange = ({ keys, text }: Node): boolean =>
  /^(?:rose|fell)$/.test(text) || meaningsOf(keys).some((name) => CHANGES.test(name));

/** Is there a word for a change before the amount, in the same stretch of the sentence? */
function changesBefore({ nodes, nodeOf, read: { tree } }: Graph, first: number): boolean {
  const passed = new Set<Node>();
  for (let n = first - 1; n >= 0 && passed.size < REACH; n--) {
    const low = tree.words[n]?.text.toLowerCase() ?? '';
    if (/^[;:.]$/.test(low)) return false;
    // "Written down by", "brought up to"; "up to 5" is none.
    if (/^(?:down|up)$/.test(low) && /^VERB$/.test(tree.words[tree.words[n]?.head ?? -1]?.class ?? '') && n < first - 2)
      return true;
    const node = nodes[nodeOf[n] ?? -1];
    if (node === undefined) continue;
    if (node.kind === 'word' && isChange(node)) return true;
    passed.add(node);
  }
  return false;
}

/** The words between an amount and the preposition before it, which the amount may have for its own. */
function prepositionOf(tree: Tree, first: number): number {
  const own = tree.words[first]?.text.toLowerCase() ?? '';
  if (/^(?:by|to|from)$/.test(own)) return first;
  let n = first - 1;
  for (let steps = 0; steps < 4; steps++, n--) {
    const low = tree.words[n]?.text.toLowerCase() ?? '';
    const upTo = low === 'to' && tree.words[n - 1]?.text.toLowerCase() === 'up';
    if (/^(?:by|to|from)$/.test(low) && !upTo) return n;
    if (!HEDGES.test(low)) return -1;
  }
  return -1;
}

/** "Up from 9%", "down from $12". */
const startsFrom = ({ read: { tree } }: Graph, { words }: Node): boolean => {
  const first = words[0] ?? -1;
  return tree.words[first - 1]?.lemma === 'from' && /^(?:up|down)$/i.test(tree.words[first - 2]?.text ?? '');
};

/** The unit, without what it is for each of, which one of two amounts may leave out. */
const measured = ({ figure }: Node): string | undefined => figure?.unit?.split(' per ')[0];

/** What an amount says of the change that the sentence tells; null where neither its preposition nor the amount behind it tells. */
function partOf(graph: Graph, node: Node): Part | null {
  const { nodes, nodeOf } = graph;
  const { tree } = graph.read;
  const first = node.words[0] ?? -1;
  if (startsFrom(graph, node)) return 'from';
  const next = nodes.slice(nodes.indexOf(node) + 1).find(({ kind }) => kind === 'figure');
  const level = next !== undefined && measured(next) === measured(node) && startsFrom(graph, next) ? 'to' : null;
  if (first < 0 || !changesBefore(graph, first)) return level;
  const at = prepositionOf(tree, first);
  const before = tree.words[at < 0 ? first - 1 : at - 1];
  if (at >= 0) {
    const low = tree.words[at]?.text.toLowerCase();
    return low === 'to' && NO_LEVEL.test(before?.lemma ?? '') ? null : (low as Part);
  }
  const beside = nodes[nodeOf[first - 1] ?? -1];
  return beside !== undefined && beside.kind === 'word' && isChange(beside) ? 'by' : level;
}

/** "Cut by $2 billion, to $6 billion" told as "cut to $2 billion": what the amount says of the change. */
export function exchangedParts({ claim, graphs, options }: Pairing): Reason[] {
  return claim.nodes.flatMap((node, n): Reason[] => {
    const given = node.kind === 'figure' ? partOf(claim, node) : null;
    if (given === null) return [];
    const found = (options[n] ?? []).flatMap(({ graph: g, node: there }) => {
      const graph = graphs[g];
      const other = graph?.nodes[there];
      return graph === undefined || other?.kind !== 'figure' ? [] : [{ node: other, part: partOf(graph, other) }];
    });
    const [first] = found;
    if (first === undefined || found.some(({ part }) => part === null || part === given)) return [];
    return [{ kind: 'direction', given: `${given} ${node.text}`, found: `${first.part} ${first.node.text}` }];
  });
}

/** Words before an amount that was, beside one that is: "up from", "against", "compared with". */
const AGAINST =
  /(?:\b(?:up|down|,) from|\b(?:against|versus|compared (?:with|to)))(?: (?:about|around|some|roughly|only|just))? $/iu;

const isFormer = ({ read: { tree } }: Graph, { words }: Node): boolean =>
  AGAINST.test(tree.text.slice(0, (tree.words[words[0] ?? -1]?.start ?? tree.start) - tree.start));

/** What was told as what is, and the other way round: "3 GW, against 9 GW a year ago" of "9 GW, up from 3 GW a year ago". */
export function exchangedLevels({ claim, graphs, options }: Pairing): Reason[] {
  return claim.nodes.flatMap((node, n): Reason[] => {
    if (node.kind !== 'figure' || !isFormer(claim, node)) return [];
    return claim.nodes.flatMap((other, k): Reason[] => {
      if (other.kind !== 'figure' || k >= n || isFormer(claim, other) || measured(other) !== measured(node)) return [];
      const swapped = graphs.some((graph, g) => {
        const [was, is] = [n, k].map((at) =>
          (options[at] ?? []).flatMap((option) => (option.graph === g ? (graph.nodes[option.node] ?? []) : [])),
        );
        const turned = was?.some((one) => is?.some((two) => one !== two && isFormer(graph, two))) === true;
        return turned && was?.every((one) => !isFormer(graph, one)) === true;
      });
      return swapped ? [{ kind: 'direction', given: node.text, found: other.text }] : [];
    });
  });
}

/** "$38 billion more than": an amount that is added, of one that is the whole. */
const ADDED = /^\s*(?:(?!of\b)[\p{L}-]+ )?(?:more|less|fewer|higher|lower)\b[^;.]*\bthan\b/iu;
const DIFFERS =
  /\b(?:more|less|fewer|higher|lower|additional|another|extra|further|up|down|above|below|gap|differ\w*|exceed\w*|over|short|r[io]se\w*|increas\w*|f[ae]ll\w*|cut\w*|rais\w*|add\w*|premium|discount|than|by)\b/iu;

/** The whole told as what it is more: "$38 billion more than in May" of "$38 billion, two-thirds more than in May". */
export function addedWholes({ claim, graphs, options }: Pairing): Reason[] {
  const { tree } = claim.read;
  return claim.nodes.flatMap((node, n): Reason[] => {
    const { figure } = node;
    if (figure === null || !ADDED.test(tree.text.slice(figure.end - tree.start))) return [];
    const found = (options[n] ?? []).flatMap(({ graph: g, node: k }) => {
      const [theirs, there] = [graphs[g]?.read.tree, graphs[g]?.nodes[k]?.figure];
      return theirs === undefined || there == null
        ? []
        : [stretchAround(theirs.text, there.start - theirs.start, there.end - theirs.start)];
    });
    const [first] = found;
    return first === undefined || found.some((stretch) => DIFFERS.test(stretch))
      ? []
      : [{ kind: 'direction', given: `${node.text} more`, found: first.trim() }];
  });
}
