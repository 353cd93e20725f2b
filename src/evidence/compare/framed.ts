import type { Reason } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { certainty, denials } from './fields.ts';
import type { Graph } from './graph.ts';
import { counterpartOf, isKept, isReporting, LIGHT, type Pairing, phrase, statement } from './pairing.ts';
import { regionOf } from './support.ts';

/** Words by which a line tells a doubt, a refusal; a denial told of what is only doubted is none. */
const DOUBTS =
  /\b(?:doubt\w*|s[ck]eptic\w*|question\w*|whether|unlikely|unsure|uncertain|challeng\w*|disput\w*|wonder\w*|unclear|suspect\w*|not (?:sure|certain|expect\w*|convinced|believe))\b/i;

/** Told as so, or as not so, what the source has somebody doubt. */
export function undoubtedIn(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  if (DOUBTS.test(claim.read.tree.text)) return [];
  return [...claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    const source = there?.graph.clauseOf.get(there.option.node);
    if (there === null || source === undefined || there.option.likeness < 0.8 || isReporting(pairing, n)) return [];
    const frame = source.frames.find(({ stance }) => stance === 'doubts');
    return frame === undefined
      ? []
      : [statement(phrase(claim.read.tree, clause.predicate), phrase(there.graph.read.tree, frame.verb))];
  });
}

/** Words by which a line tells that something is only foreseen, wanted or weighed. */
const FORESEES =
  /\b(?:doubt\w*|look(?:s|ed|ing)? at|stud(?:y|ies|ied|ying)|claim\w*|explor\w*|weigh\w*|mull\w*|contemplat\w*|discuss\w*|evaluat\w*|talks|negotiat\w*|possib\w*|potential\w*|can|expect\w*|forecast\w*|predict\w*|project(?:s|ed|ion|ions)|anticipat\w*|foresee\w*|guid(?:es?|ed|ance)|estimat\w*|plan\w*|aim\w*|target\w*|hop(?:e|es|ed|ing)|ask\w*|se(?:ek|eks|eking|es?|en)|sought|want\w*|request\w*|should|may|might|could|would|likely|reckon\w*|puts?|intend\w*|set to|due|bids?|propos\w*|consider\w*|demand\w*|calls?|called|urg\w*|apply\w*|applie\w*|application\w*|option|goal|assum\w+|outlook|if|need\w*|recommend\w*|budget\w*|schedul\w*|on track|push\w*|petition\w*|lobb\w+|prefer\w*|wish\w*|fear\w*|invit\w*|requir\w*|must|orders?|ordered)\b/i;

/** Verbs of what is only looked at, and not decided. */
const WEIGHS = /^(?:consider|weigh|mull|explore|contemplate|discuss|evaluate|examine|debate|study)$/;

/** The verb by which somebody expects, asks or hopes for what a word tells, through the noun that it is part of; -1 for none. */
function foreseenBy(tree: Tree, n: number): number {
  let at = n;
  for (let steps = 0; steps < 3; steps++) {
    const word = tree.words[at];
    if (word === undefined || !/^(?:obj|nmod|obl|xcomp|ccomp|conj|compound)$/.test(word.relation)) return -1;
    at = word.head;
    const above = tree.words[at];
    if (above?.class !== 'VERB') continue;
    const stance = STANCE_OF_VERB.get(above.lemma) ?? '';
    // "Asks sellers", "calls it a deal", "pushed prices": nothing is hoped for.
    const other =
      above.lemma === 'ask' ? word.relation === 'obj' : /^(?:call|push|press|order|invite)$/.test(above.lemma);
    return (/^(?:expects|hopes|asks)$/.test(stance) && !other) || WEIGHS.test(above.lemma) ? at : -1;
  }
  return -1;
}

/** Told as what is or will be what somebody only expects, asks or hopes for. */
export function realisedWishes(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  const { tree } = claim.read;
  if (FORESEES.test(tree.text)) return [];
  return [...claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    // "Spending to reach $5 billion": a headline's forecast.
    const coming = dependents(tree, clause.predicate, 'mark').some((k) => tree.words[k]?.lemma === 'to');
    if (certainty(clause) < 2 || coming || isReporting(pairing, n) || clause.negations.length > 0) return [];
    const told = [n, ...claim.arcs.flatMap(({ from, role, to }) => (from === n && role === 'O' ? [to] : []))];
    return told.flatMap((k): Reason[] => {
      const there = counterpartOf(pairing, k);
      if (there === null || there.option.likeness < 0.8 || LIGHT.test(claim.nodes[k]?.lemma ?? '')) return [];
      const verb = foreseenBy(there.graph.read.tree, there.node.head);
      return verb < 0 || isKept(pairing, there, verb)
        ? []
        : [statement(phrase(tree, clause.predicate), phrase(there.graph.read.tree, verb))];
    });
  });
}

/** Is the word under a denial in its clause, as what it is done to or what is joined to that? */
function isDenied(graph: Graph, node: number): boolean {
  const region = regionOf(graph, graph.nodes[node]?.head ?? -1);
  const clause = graph.read.clauses.find(({ predicate }) => predicate === region);
  const does = graph.arcs.some(({ to, role }) => to === node && role === 'S');
  return clause !== undefined && !does && denials(graph, clause).length % 2 === 1;
}

const EXCLUDES =
  /\b(?:no|not|never|none|neither|nor|without|n[’']t|except|excluding|but|besides|other than|apart|rather|instead|exempt\w*|outside|only)\b/i;

/** Joined to what the source tells what it denies: "promised to keep the office and the laboratory" of one who "made no such promise for the laboratory". */
export function joinedToDenied(pairing: Pairing): Reason[] {
  const { claim, graphs, options } = pairing;
  if (EXCLUDES.test(claim.read.tree.text)) return [];
  const denied = (n: number): boolean[] =>
    (options[n] ?? [])
      .filter(({ likeness }) => likeness >= 0.8)
      .flatMap(({ graph: g, node }) => {
        const graph = graphs[g];
        return graph === undefined ? [] : [isDenied(graph, node)];
      });
  return claim.arcs.flatMap(({ from, role, to }): Reason[] => {
    if (role !== 'and') return [];
    const [one, two] = [denied(from), denied(to)];
    const all = (list: boolean[]): boolean => list.length > 0 && !list.includes(false);
    if (all(one) === all(two) || one.length === 0 || two.length === 0) return [];
    if (claim.clauseOf.has(from) || claim.clauseOf.has(to)) return [];
    const node = claim.nodes[all(one) ? from : to];
    return node === undefined ? [] : [statement(phrase(claim.read.tree, node.head), null)];
  });
}
