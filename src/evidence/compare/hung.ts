import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { CONTENDS, denying, NARROWS, quantitiesOf, restrictionsOf, WEAKENS } from './fields.ts';
import type { Graph } from './graph.ts';

/** What opens a clause that is not said to be so. */
const CLOSED = /^(?:if|unless|until|before|lest|whether|to|without|provide|assume|once)$/;
/** What says how something holds of several. */
const OF_SEVERAL = /^(?:together|each|either|jointly|combined|other|another|same)$/;
const EXCEPT = /^(?:without|except|excluding|besides|barring|unless|until|if|pending|subject|instead|short|but|than)$/;
const PARTLY = /^(?:part|theory|principle|paper|average|talk)$/;

const lemmasOf = (tree: Tree, n: number, ...relations: readonly string[]): string[] =>
  dependents(tree, n, ...relations).map((k) => tree.words[k]?.lemma ?? '');

/** What stood above a clause that was kept, and is gone: "plans to", "asked whether", "the refusal to". Who only says it may go. */
export function governorsLost(
  { read: { tree } }: Graph,
  predicate: number,
  isKept: (word: number) => boolean,
): string[] {
  const out: string[] = [];
  let at = predicate;
  for (let steps = 0; at >= 0 && steps < tree.words.length; steps++) {
    const word = tree.words[at];
    const up = word?.head ?? -1;
    const above = tree.words[up];
    if (word === undefined || above === undefined) break;
    const { relation } = word;
    const open = !lemmasOf(tree, at, 'mark').some((mark) => CLOSED.test(mark));
    if (/relcl|parataxis|appos/.test(relation) || (relation.startsWith('advcl') && open)) break;
    if (relation.startsWith('acl') && /^VB[NG]$/.test(word.tag)) break;
    const says =
      relation.startsWith('ccomp') && STANCE_OF_VERB.get(above.lemma) === 'says' && !CONTENDS.test(above.lemma);
    if (!relation.startsWith('conj') && !says && !isKept(up)) out.push(`governor ${above.text}`);
    at = up;
  }
  return out;
}

/** What hung on a word of the source that was kept, and cannot be left out: "only", "planned", "most of", "or", "above 20 megawatts". */
export function leftOut(
  claim: Graph,
  n: number,
  graph: Graph,
  m: number,
  keptBy: (node: number) => number | undefined,
): string[] {
  const out: string[] = [];
  const { tree } = claim.read;
  const theirs = graph.read.tree;
  const [node, own] = [graph.nodes[m], claim.nodes[n]];
  if (node === undefined || own === undefined) return out;
  const keeps = (word: number): boolean => keptBy(graph.nodeOf[word] ?? -1) !== undefined;
  const told = new Set(tree.words.flatMap(({ lemma, text }) => [lemma, text.toLowerCase()]));
  const doer = claim.arcs.some(({ to, role }) => to === n && /^(?:S|is)$/.test(role));
  const either = (word: number): boolean => lemmasOf(theirs, word, 'cc').some((lemma) => /^n?or$/.test(lemma));
  for (const child of node.words.flatMap((word) => theirs.children[word] ?? [])) {
    const word = theirs.words[child];
    if (word === undefined || node.words.includes(child) || keeps(child)) continue;
    const { lemma, relation, tag, text } = word;
    if (
      /^(?:advmod|amod|det|compound|cc:preconj|nummod)/.test(relation) &&
      !told.has(lemma) &&
      !told.has(text.toLowerCase())
    )
      if (
        [NARROWS, WEAKENS, OF_SEVERAL].some((row) => row.test(lemma)) ||
        denying(lemma) ||
        /^(?:JJ|RB)[RS]$/.test(tag)
      )
        out.push(`dropped ${text}`);
    if (/^(?:obl|nmod|advcl)/.test(relation))
      if (PARTLY.test(lemma) || lemmasOf(theirs, child, 'case', 'mark').some((one) => EXCEPT.test(one)))
        out.push(`dropped ${text}`);
    if (relation.startsWith('conj') && (doer || either(child))) out.push(`parted from ${text}`);
  }
  const head = theirs.words[node.head];
  if (head?.relation.startsWith('conj') && node.kind !== 'figure' && !keeps(head.head))
    if (doer || either(node.head)) out.push(`parted from ${theirs.words[head.head]?.text}`);
  // A verb that is told as no verb was misread here or there.
  const source = graph.clauseOf.get(m);
  if (
    source !== undefined &&
    head?.class === 'VERB' &&
    !claim.clauseOf.has(n) &&
    !/^VB[NG]$/.test(tree.words[own.head]?.tag ?? '')
  )
    out.push(`no verb ${own.text}`);
  if (node.kind !== 'name')
    for (const arc of graph.arcs)
      if (
        arc.to === m &&
        arc.role === 'at:of' &&
        keptBy(arc.from) === undefined &&
        claim.arcs.some(({ to, role }) => to === n && /^(?:[SOI]|is)$/.test(role))
      )
        out.push(`beheaded ${node.text}`);
  if (node.kind !== 'word' || own.kind !== 'word') return out;
  if (quantitiesOf(tree, own.head).join() !== quantitiesOf(theirs, node.head).join()) out.push(`quantity ${own.text}`);
  const [given, found] = [tree.words[own.head]?.tag ?? '', head?.tag ?? ''];
  // "Power shelves", "a power-shelf patent": within a compound there is no plural.
  const within = [tree.words[own.head], head].some((word) => word?.relation.startsWith('compound'));
  if (/^NNS?$/.test(given) && /^NNS?$/.test(found) && given !== found && !within) out.push(`number ${own.text}`);
  const most = dependents(tree, own.head, 'amod').some(
    (k) =>
      /^(?:JJS|RBS)$/.test(tree.words[k]?.tag ?? '') ||
      /^(?:first|last|only|second|third)$/.test(tree.words[k]?.lemma ?? ''),
  );
  const definite = lemmasOf(theirs, node.head, 'det').some((lemma) => /^(?:the|this|that|these|those)$/.test(lemma));
  const counted = dependents(theirs, node.head, 'nummod').length > 0;
  if (most || (found === 'NNS' && !definite && !counted))
    for (const k of restrictionsOf(theirs, node.head))
      if (![k, ...(theirs.children[k] ?? [])].some(keeps)) out.push(`restriction ${theirs.words[k]?.text}`);
  return out;
}
