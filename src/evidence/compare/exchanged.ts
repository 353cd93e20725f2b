import { measure } from '../../domain/units.ts';
import { isRoleNoun } from '../../language/roles.ts';
import type { Reason, ReasonKind } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import { dependents, type Word } from '../../reading/tree.ts';
import type { Graph, Node } from './graph.ts';
import { BODY } from './names.ts';
import { LIGHT, type Pairing, phrase, statement } from './pairing.ts';
import { type Untied, untiedIn } from './untied.ts';

/** Could the one stand in the other's place: names and nouns, amounts of one measure, times? What stands for something else is left open. */
function sameKind(left: Node, right: Node): boolean {
  if (left.kind === 'pronoun' || right.kind === 'pronoun') return false;
  if (left.kind === 'time' || right.kind === 'time') return left.kind === right.kind;
  if (left.figure !== null || right.figure !== null)
    return (
      left.figure !== null &&
      right.figure !== null &&
      measure(left.figure.unit).kind === measure(right.figure.unit).kind
    );
  if (left.kind !== right.kind || BODY.test(left.lemma)) return false;
  return left.kind !== 'name' || left.words.every((n) => Math.abs(n - right.head) > 1);
}

const kindOf = (role: string, from: Node, to: Node): ReasonKind =>
  /^[SO]$/.test(role)
    ? 'subject'
    : to.kind === 'time'
      ? 'time'
      : to.kind === 'figure' || from.kind === 'figure'
        ? 'figure'
        : 'statement';

/** A noun that is no doing: "training took" leaves open who trained. */
const isThing = (word: Word | undefined): boolean => word?.class === 'NOUN' && !/ing$/i.test(word.text);

/** Is the noun nobody who could go by a name: "analysts", "the shares", "demand"? */
function isSomethingElse({ read: { tree } }: Graph, { kind, head, lemma }: Node): boolean {
  return kind === 'word' && isThing(tree.words[head]) && !BODY.test(lemma) && !isRoleNoun(lemma);
}

/** What the source has in the place where the claim has another thing of the kind. */
function rivalOf({ claim, graphs, chosen }: Pairing, { arc, a, b }: Untied): Node | null {
  const graph = graphs[a.graph];
  const to = claim.nodes[arc.to];
  if (graph === undefined || to === undefined || a.likeness < 0.9 || b.likeness < 0.6) return null;
  if (!/^[SOI]$|^at:/.test(arc.role)) return null;
  // A noun may be what another means; two names are two things.
  if (to.kind === 'word') return null;
  const filled = graph.arcs.filter(
    ({ from, role, implied }) => from === a.node && role === arc.role && implied !== true,
  );
  const rivals = filled.flatMap(({ to: one }) => {
    const node = graph.nodes[one];
    // "The number of openings": one phrase, not two things.
    const head = graph.arcs.some(({ from, to: inner }) => from === one && a.graph === b.graph && inner === b.node);
    if (node === undefined || head) return [];
    const stands = /^[SI]$/.test(arc.role) && to.kind === 'name' && isSomethingElse(graph, node);
    return stands || sameKind(node, to) ? [one] : [];
  });
  // Said of both in the claim: nothing is exchanged.
  const told = rivals.some((one) =>
    claim.arcs.some(({ from, role, to: other }) => {
      const option = chosen[other] ?? null;
      return from === arc.from && role === arc.role && option?.graph === a.graph && option.node === one;
    }),
  );
  return told ? null : (graph.nodes[rivals[0] ?? -1] ?? null);
}

/** The amount that the source gives for what the claim says is another: "the margin was 64%". */
function amountOf({ graphs, claim }: Pairing, { arc, from, a, b }: Untied): Node | null {
  const graph = graphs[b.graph];
  if (graph === undefined || arc.role !== 'is' || from.figure === null || a.graph !== b.graph || b.likeness < 0.9)
    return null;
  const others = graph.arcs.flatMap(({ from: one, role, to }) =>
    role === 'is' && to === b.node ? (graph.nodes[one] ?? []) : [],
  );
  const found = others.find((node) => node.figure !== null && sameKind(node, from));
  const told = claim.arcs.filter(({ role, to }) => role === 'is' && to === arc.to).length > 1;
  return told ? null : (found ?? null);
}

/** Is it told who does it? Not so for infinitives and participles, and a verb of saying joined to another may have been misread. */
function hasDoer(graph: Graph | undefined, n: number): boolean {
  const clause = graph?.clauseOf.get(n);
  if (graph === undefined || clause === undefined) return false;
  const { tree } = graph.read;
  if (dependents(tree, clause.predicate, 'nsubj', 'csubj', 'obl:agent').length > 0) return true;
  return clause.link === 'joined' && clause.subject !== null && !STANCE_OF_VERB.has(graph.nodes[n]?.lemma ?? '');
}

/** Does the claim say of somebody what the sources say with the same verb, but not of them? */
function isUnsaid({ claim, graphs }: Pairing, { arc, to, a }: Untied): boolean {
  return (
    arc.role === 'S' &&
    a.likeness >= 0.9 &&
    /^(?:name|word|figure)$/.test(to.kind) &&
    claim.clauseOf.has(arc.from) &&
    hasDoer(graphs[a.graph], a.node)
  );
}

/** "Suppliers told": a headline leaves out the auxiliary of those to whom it is done. */
function isBarePassive({ claim, graphs }: Pairing, { arc, a, b }: Untied): boolean {
  const { tree } = claim.read;
  const verb = tree.words[claim.nodes[arc.from]?.head ?? -1];
  if (arc.role !== 'S' || a.graph !== b.graph || !/^VB[DN]$/.test(verb?.tag ?? '') || /[.!?]["”’')]*$/.test(tree.text))
    return false;
  return (graphs[a.graph]?.arcs ?? []).some(
    ({ from, role, to }) => from === a.node && to === b.node && /^[OI]$/.test(role),
  );
}

/** Is it sure who does it in the source: by name, or by a noun that stands for nobody who has one? */
function isTold({ graphs }: Pairing, { a, to }: Untied): boolean {
  const graph = graphs[a.graph];
  const doers = (graph?.arcs ?? []).flatMap(({ from, role, to: node }) =>
    from === a.node && role === 'S' ? [node] : [],
  );
  return (
    doers.length > 0 &&
    doers.every((node) => {
      const doer = graph?.nodes[node];
      if (doer === undefined || doer.kind === 'time') return false;
      if (to.kind === 'figure' || doer.kind === 'figure') return to.kind === doer.kind;
      if (doer.kind === 'name') return true;
      // "The group", "a rival": who goes by a name elsewhere.
      if (/ing$/i.test(doer.text)) return false;
      return doer.kind === 'word' && (to.kind !== 'name' || !(BODY.test(doer.lemma) || isRoleNoun(doer.lemma)));
    })
  );
}

/** Whoever does in the source what the claim says of another, as a phrase; null where nobody is named. */
function doerIn({ graphs }: Pairing, { a }: Untied): string | null {
  const graph = graphs[a.graph];
  const doer = graph?.arcs.find(({ from, role }) => from === a.node && role === 'S')?.to;
  const node = graph?.nodes[doer ?? -1];
  return graph === undefined || node === undefined ? null : phrase(graph.read.tree, node.head);
}

/** Where the claim has one thing and the source another in the same place: who did it, what it was done to, how much, when. */
export function exchangedIn(pairing: Pairing): Reason[] {
  return [
    ...twice(pairing),
    ...untiedIn(pairing).flatMap((one): Reason[] => {
      if (isBarePassive(pairing, one)) return [];
      const rival = rivalOf(pairing, one) ?? amountOf(pairing, one);
      const { arc, from, to } = one;
      if (rival !== null) return [{ kind: kindOf(arc.role, from, to), given: to.text, found: rival.text }];
      return isUnsaid(pairing, one) && isTold(pairing, one)
        ? [{ kind: 'subject', given: to.text, found: doerIn(pairing, one) }]
        : [];
    }),
  ];
}

/** One word of a source cannot stand for two of a claim. */
function twice({ claim, options, chosen }: Pairing): Reason[] {
  return claim.nodes.flatMap((node, n): Reason[] => {
    const option = chosen[n] ?? null;
    if (node.kind !== 'word' || option === null || LIGHT.test(node.lemma)) return [];
    const before = chosen.findIndex((one) => one?.graph === option.graph && one.node === option.node);
    const first = claim.nodes[before];
    const apart = (options[n] ?? []).every((one) => one.graph === option.graph && one.node === option.node);
    const verb = claim.read.tree.words[node.head]?.class === 'VERB';
    return before < n && first?.kind === 'word' && apart && !verb ? [statement(node.text, first.text)] : [];
  });
}
