import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { choose, type Option } from './align.ts';
import { CONTENDS, conditionsOf, denials } from './fields.ts';
import type { Arc, Graph, Node } from './graph.ts';
import { governorsLost, leftOut } from './hung.ts';
import { THING } from './names.ts';
import { isReporting, type Pairing } from './pairing.ts';
import { regionOf } from './support.ts';
import { isSentence } from './tense.ts';
import { isToldBy } from './untied.ts';

/** From here on a word of the claim is the source's own, whatever its form; a name, also by a pronoun. */
const OWN = { word: 0.8, name: 0.6, time: 0.7, figure: 1, pronoun: 0.4 } as const;
/** From here on two words are tied in the source; who does it, and what it is done to, are told there and not only understood. */
const TIED = { told: 0.6, loosely: 0.5 };
/** Words that any sentence may have. */
const FREE =
  /^(?:be|have|do|also|too|meanwhile|however|separately|there|then|so|thus|as|when|where|that|this|which|what|how|percent|%)$/;
/** How one clause is set beside another: both are said. */
const JOINS = /^(?:and|beside|when:(?:while|whereas|though|although|but))$/;
/** Where a change starts, or what something is compared with. */
const BEFORE = /^at:(?:from|than|against|versus)$/;
const CAUSE = /^at:(?:because|due|owing|thanks)/;
/** Determiners and adverbs that say no more than their sentence does. */
const PLAIN =
  /^(?:the|a|an|its|their|his|her|our|my|your|this|that|these|those|also|too|meanwhile|however|there|then|so|as|when|where|which|what|who|whose|how|up|down|out|off|over|on|in|back|about|by)$/;

const spot = ({ graph, node }: { readonly graph: number; readonly node: number }): string => `${graph} ${node}`;

/** The sentence that most words of each clause of the claim stand in, by the clause's predicate. */
function homesOf({ claim, graphs, options, chosen }: Pairing): Map<number, number> {
  const votes = new Map<number, number[]>();
  claim.nodes.forEach((node, n) => {
    const region = regionOf(claim, node.head);
    const counts = votes.get(region) ?? graphs.map(() => 0);
    votes.set(region, counts);
    for (const g of new Set(
      (options[n] ?? []).flatMap(({ graph, likeness }) => (likeness >= OWN[node.kind] ? [graph] : [])),
    ))
      counts[g] = (counts[g] ?? 0) + (chosen[n]?.graph === g ? 1.1 : 1);
  });
  return new Map([...votes].map(([region, counts]) => [region, counts.indexOf(Math.max(...counts))]));
}

/**
 * Why the claim is not made of sentences of the sources by leaving out, joining and turning; empty where it is. The first word
 * of each names the kind (`word`, `arc`, `mood` ...).
 */
export function blockers(within: Pairing): string[] {
  const { claim, graphs, support, chosen } = within;
  const { tree } = claim.read;
  const out: string[] = [];
  const homes = homesOf(within);
  const kept = new Map(chosen.flatMap((one, n) => (one === null ? [] : [[spot(one), n] as const])));
  if (
    ![...claim.clauseOf.keys()].some(
      (n) =>
        (chosen[n] !== null || isReporting(within, n)) && tree.words[claim.nodes[n]?.head ?? -1]?.relation === 'root',
    )
  )
    out.push('no root');
  const own = (n: number): boolean => {
    const node = claim.nodes[n];
    return (chosen[n]?.likeness ?? 0) >= OWN[node?.kind ?? 'word'];
  };
  claim.nodes.forEach((node, n) => {
    const verb = claim.clauseOf.has(n) && tree.words[node.head]?.class === 'VERB';
    if (isReporting(within, n) || (node.kind === 'word' && FREE.test(node.lemma) && !verb)) return;
    if (!own(n) && isToldOtherwise(within, n)) return;
    if (!own(n)) out.push(`word ${node.text} ${chosen[n]?.likeness ?? '-'}`);
    else if (isAmbiguous(within, n)) out.push(`ambiguous ${node.text}`);
  });
  // Words that are no nodes: "all", "only", "up to".
  tree.words.forEach((word, n) => {
    if (!/^(?:DET|ADV|PRON)$/.test(word.class) && word.relation !== 'cc:preconj') return;
    const node = claim.nodes[claim.nodeOf[n] ?? -1];
    if (node !== undefined || PLAIN.test(word.lemma) || PLAIN.test(word.text.toLowerCase())) return;
    const home = graphs[homes.get(regionOf(claim, n)) ?? -1];
    if (home?.read.tree.words.some(({ lemma }) => lemma === word.lemma) !== true) out.push(`added ${word.text}`);
  });
  for (const arc of claim.arcs) {
    const [a, b] = [chosen[arc.from] ?? null, chosen[arc.to] ?? null];
    const [from, to] = [claim.nodes[arc.from], claim.nodes[arc.to]];
    if (from === undefined || to === undefined || arc.implied === true) continue;
    if (isReporting(within, arc.from)) {
      if (arc.role === 'X' && b !== null && !isToldBy(within, arc, b)) out.push(`teller ${from.text}`);
      continue;
    }
    if (a === null || b === null) continue;
    if (JOINS.test(arc.role)) {
      if (from.kind !== to.kind && !hasArc(graphs, arc, a, b)) out.push(`joined ${from.text} ${to.text}`);
      continue;
    }
    const least = /^(?:[SOI]|is|when:.*)$/.test(arc.role) ? TIED.told : TIED.loosely;
    const held = support(arc, a, b);
    // "an analyst at Ardent" beside another firm, "because of" what came before: whose and why are told, and not only near.
    const isClose =
      (from.kind === 'word' && to.kind === 'name' && !claim.clauseOf.has(arc.from)) || CAUSE.test(arc.role);
    const isLoose = held < TIED.told && !BEFORE.test(arc.role) && (isClose || crosses(graphs, a, b));
    if (held < least || isLoose || (CAUSE.test(arc.role) && held < 1))
      out.push(`arc ${from.text} -${arc.role}-> ${to.text} ${held}`);
  }
  for (const [n, clause] of claim.clauseOf) {
    const one = chosen[n] ?? null;
    const graph = graphs[one?.graph ?? -1];
    if (one === null || graph === undefined || isReporting(within, n)) continue;
    const source = graph.clauseOf.get(one.node);
    if (source === undefined) {
      if (tree.words[clause.predicate]?.class === 'VERB') out.push(`no clause ${claim.nodes[n]?.text}`);
      continue;
    }
    out.push(
      ...otherwise(claim, clause, graph, source, (word) =>
        kept.has(spot({ graph: one.graph, node: graph.nodeOf[word] ?? -1 })),
      ),
    );
    out.push(
      ...governorsLost(graph, source.predicate, (word) => {
        const k = kept.get(spot({ graph: one.graph, node: graph.nodeOf[word] ?? -1 }));
        return k !== undefined && isAbove(claim, k, clause.predicate);
      }),
    );
  }
  chosen.forEach((one, n) => {
    const graph = graphs[one?.graph ?? -1];
    if (one !== null && graph !== undefined)
      out.push(...leftOut(claim, n, graph, one.node, (node) => kept.get(spot({ graph: one.graph, node }))));
  });
  return out;
}

/** "The Krzemienna campus", of a half that was built at Krzemienna: is it only what the thing is called that is named, or known? */
function isToldOtherwise({ claim, chosen }: Pairing, n: number): boolean {
  const node = claim.nodes[n];
  const { tree } = claim.read;
  if (node?.kind !== 'word' || !THING.test(node.lemma) || claim.clauseOf.has(n)) return false;
  const known = dependents(tree, node.head, 'det').some((k) =>
    /^(?:the|this|that|these|those)$/.test(tree.words[k]?.lemma ?? ''),
  );
  return (
    known || claim.arcs.some(({ from, to }) => from === n && claim.nodes[to]?.kind === 'name' && chosen[to] != null)
  );
}

/** May the pronoun that a name stands for mean somebody else as well? */
function isAmbiguous({ claim, graphs, chosen, ties: { referents } }: Pairing, n: number): boolean {
  const one = chosen[n] ?? null;
  if (one === null || claim.nodes[n]?.kind !== 'name' || graphs[one.graph]?.nodes[one.node]?.kind !== 'pronoun')
    return false;
  const names = new Set(
    graphs.flatMap(({ nodes }, graph) =>
      nodes.flatMap(({ kind }, node) => (kind === 'name' ? [referents.of({ graph, node })] : [])),
    ),
  );
  return [...referents.meaningOf(one)].filter((id) => names.has(id)).length > 1;
}

/** Does the source's sentence join the two as the claim does? */
const hasArc = (graphs: readonly Graph[], { role }: Arc, a: Option, b: Option): boolean =>
  a.graph === b.graph &&
  (graphs[a.graph]?.arcs ?? []).some((arc) => arc.role === role && arc.from === a.node && arc.to === b.node);

/** Stands "and", or another amount, between two words of a source's sentence? */
function crosses(graphs: readonly Graph[], a: Option, b: Option): boolean {
  const graph = graphs[a.graph];
  if (graph === undefined || a.graph !== b.graph) return false;
  const [one, two] = [graph.nodes[a.node], graph.nodes[b.node]];
  const [from, to] = [one?.head ?? 0, two?.head ?? 0].sort((x, y) => x - y);
  return graph.read.tree.words.some((word, n) => {
    if (n <= (from ?? 0) || n >= (to ?? 0)) return false;
    const node: Node | undefined = graph.nodes[graph.nodeOf[n] ?? -1];
    return word.relation === 'cc' || word.text === ';' || (node?.kind === 'figure' && node !== one && node !== two);
  });
}

/** Past or present by the first of a clause's verbs; "has run" is neither. */
function tenseOf({ words }: Tree, { verbs }: Clause): string {
  const [first, ...rest] = verbs.flatMap((n) => words[n] ?? []);
  if (first?.tag === 'VBD') return 'past';
  return /^VB[ZP]$/.test(first?.tag ?? '') && (first?.lemma !== 'have' || rest.length === 0) ? 'present' : 'other';
}

const moodOf = ({ mood }: Clause): string => (mood === 'forecast' ? 'plan' : mood);

/** Is one clause said otherwise than the other: denied, surer, on no condition, without who doubts it? */
function otherwise(
  claim: Graph,
  clause: Clause,
  graph: Graph,
  source: Clause,
  keeps: (word: number) => boolean,
): string[] {
  const theirs = graph.read.tree;
  const out: string[] = [];
  const tenses = [tenseOf(claim.read.tree, clause), tenseOf(theirs, source)];
  const told = isSentence(claim.read.tree) && clause.frames.length + source.frames.length === 0;
  if (told && tenses.includes('past') && tenses.includes('present')) out.push('tense');
  if (moodOf(clause) !== moodOf(source)) out.push(`mood ${clause.mood} ${source.mood}`);
  if (denials(claim, clause).length !== denials(graph, source).length) out.push('denial');
  for (const k of conditionsOf(theirs, source.predicate))
    if (![k, ...(theirs.children[k] ?? [])].some(keeps)) out.push(`condition ${theirs.words[k]?.text}`);
  for (const { stance, verb } of source.frames) {
    const light = stance === 'says' && !CONTENDS.test(theirs.words[verb]?.lemma ?? '');
    if (!light && !clause.frames.some((frame) => frame.stance === stance)) out.push(`frame ${stance}`);
  }
  for (const { stance } of clause.frames)
    if (stance !== 'says' && !source.frames.some((frame) => frame.stance === stance)) out.push(`new frame ${stance}`);
  return out;
}

/** Hangs a word of the claim below one of its nodes? */
function isAbove({ read, nodeOf }: Graph, node: number, word: number): boolean {
  const { words }: Tree = read.tree;
  let at = word;
  for (let steps = 0; at >= 0 && steps < words.length; steps++) {
    if (nodeOf[at] === node) return true;
    at = words[at]?.head ?? -1;
  }
  return false;
}

/** The pairing with each clause of the claim held to one sentence of the sources, names aside. */
export function housed(pairing: Pairing): Pairing {
  const { claim, graphs, support } = pairing;
  const homes = homesOf(pairing);
  const options = pairing.options.map((found, n) => {
    const node = claim.nodes[n];
    const here = found.filter(({ graph }) => graph === homes.get(regionOf(claim, node?.head ?? -1)));
    return here.length === 0 && /^(?:name|pronoun)$/.test(node?.kind ?? '') ? found : here;
  });
  return { ...pairing, options, chosen: choose(claim, graphs, options, support) };
}
