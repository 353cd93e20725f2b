import { measure } from '../../domain/units.ts';
import { classesOf, converse, opposed } from '../../language/meaning.ts';
import { singular } from '../../language/nouns.ts';
import { stem } from '../../language/stem.ts';
import type { Reason } from '../../model.ts';
import { dependents } from '../../reading/tree.ts';
import { denying, isGeneric, NARROWS, narrowsAlike, quantitiesOf, restrictionsOf, WEAKENS } from './fields.ts';
import type { Graph, Node } from './graph.ts';
import { meaningsOf } from './keys.ts';
import { type Counterpart, counterpartOf, isKept, type Pairing, phrase, statement } from './pairing.ts';
import { regionOf } from './support.ts';

/** "All were offered credits" of what some were offered: how many it is said of. */
function exchangedQuantity(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  const { tree } = claim.read;
  return claim.arcs.flatMap(({ from, role, to }): Reason[] => {
    const node = claim.nodes[to];
    const there = counterpartOf(pairing, from);
    if (node === undefined || there === null || !/^[SO]$/.test(role) || counterpartOf(pairing, to) !== null) return [];
    const given = quantitiesOf(tree, node.head);
    if (given.length === 0 || there.option.likeness < 0.9) return [];
    const others = there.graph.arcs.filter((arc) => arc.from === there.option.node && arc.role === role);
    const found = others.flatMap((arc) => there.graph.nodes[arc.to] ?? []);
    if (found.every(({ head }) => quantitiesOf(there.graph.read.tree, head).length === 0)) return [];
    const same = found.some(({ head }) => quantitiesOf(there.graph.read.tree, head).some((one) => given.includes(one)));
    const [first] = found;
    return same || first === undefined ? [] : [statement(node.text, phrase(there.graph.read.tree, first.head))];
  });
}

/** What narrowed a word of the source and is gone from the claim's: "only", "planned", "some of", "above 20 megawatts"; or what it counts. */
export function narrowedIn(pairing: Pairing): Reason[] {
  const narrowed = pairing.claim.nodes.flatMap((node, n): Reason[] => {
    const there = counterpartOf(pairing, n);
    if (there === null || node.kind === 'pronoun') return [];
    return [
      ...contrary(pairing, n, there),
      ...narrowing(pairing, n, there),
      ...ofWhich(pairing, n, there),
      ...howMany(pairing, n, there),
    ];
  });
  return [...narrowed, ...exchangedQuantity(pairing)];
}

/** "Up" of "make up"; null for a verb without a particle. */
function particleOf({ read: { tree } }: Graph, { head }: Node): string | null {
  const particle = dependents(tree, head, 'compound:prt')[0];
  return particle === undefined ? null : (tree.words[particle]?.text.toLowerCase() ?? null);
}

const CONTRARY = ['for against', 'with without', 'above below', 'before after', 'inside outside', 'over under'].map(
  (pair) => pair.split(' '),
);

/** "Vote for" told of who votes against: the prepositions of the claim's word and the source's, where each has only the one. */
function turnedPreposition(claim: Graph, n: number, { graph, option }: Counterpart): readonly [string, string] | null {
  if (option.likeness < 0.9 || !claim.clauseOf.has(n)) return null;
  const of = ({ arcs }: Graph, from: number): string[] =>
    arcs.flatMap((arc) => (arc.from === from && arc.role.startsWith('at:') ? [arc.role.slice(3)] : []));
  const [own, other] = [of(claim, n), of(graph, option.node)];
  for (const [one = '', two = ''] of CONTRARY)
    for (const [given, found] of [
      [one, two],
      [two, one],
    ] as const)
      if (own.includes(given) && other.includes(found) && !own.includes(found) && !other.includes(given))
        return [given, found];
  return null;
}

function contrary({ claim }: Pairing, n: number, there: Counterpart): Reason[] {
  const node = claim.nodes[n];
  if (node === undefined) return [];
  if (node.figure !== null && there.node.figure !== null && !sameCounted(node.figure.unit, there.node.figure.unit))
    return [{ kind: 'unit', given: node.figure.text, found: there.node.figure.text }];
  const [own, other] = [particleOf(claim, node), particleOf(there.graph, there.node)];
  if (own !== other && own !== null && other !== null)
    return [{ kind: 'direction', given: `${node.text} ${own}`, found: `${there.node.text} ${other}` }];
  const against = turnedPreposition(claim, n, there);
  if (against !== null) return [statement(`${node.text} ${against[0]}`, `${there.node.text} ${against[1]}`)];
  const [mine, theirs] = [meaningsOf(node.keys), meaningsOf(there.node.keys)];
  const same = [...node.keys].some((key) => there.node.keys.has(key));
  return !same && opposed(mine, theirs) && !converse(mine, theirs) ? [statement(node.text, there.node.text)] : [];
}

function narrowing({ claim }: Pairing, n: number, { graph, node: source, option }: Counterpart): Reason[] {
  const node = claim.nodes[n];
  const { tree } = claim.read;
  const theirs = graph.read.tree;
  if (node === undefined || (option.likeness < 0.65 && source.kind !== node.kind)) return [];
  const told = new Set(tree.words.flatMap(({ lemma, text }) => [lemma, text.toLowerCase()]));
  return (theirs.children[source.head] ?? []).flatMap((child): Reason[] => {
    const word = theirs.words[child];
    if (word === undefined || source.words.includes(child) || !/^(?:advmod|amod|det|compound)/.test(word.relation))
      return [];
    // Who is named needs no description.
    if (node.kind === 'name' && word.class === 'ADJ') return [];
    if (!NARROWS.test(word.lemma) && !(word.class === 'ADJ' && WEAKENS.test(word.lemma))) return [];
    if (told.has(word.lemma) || told.has(word.text.toLowerCase()) || denying(word.lemma)) return [];
    if ([...told].some((other) => narrowsAlike(other, word.lemma))) return [];
    return [statement(phrase(tree, node.head), phrase(theirs, source.head))];
  });
}

function ofWhich(pairing: Pairing, n: number, there: Counterpart): Reason[] {
  const { claim } = pairing;
  const node = claim.nodes[n];
  const { tree, clauses } = claim.read;
  if (node?.kind !== 'word') return [];
  const region = regionOf(claim, node.head);
  if (!isGeneric(tree, node.head, clauses.find(({ predicate }) => predicate === region) ?? null)) return [];
  const theirs = there.graph.read.tree;
  return restrictionsOf(theirs, there.node.head)
    .filter((k) => ![k, ...(theirs.children[k] ?? [])].some((word) => isKept(pairing, there, word)))
    .map((k) => statement(phrase(tree, node.head), phrase(theirs, k)));
}

function howMany({ claim }: Pairing, n: number, { graph, node: source, option }: Counterpart): Reason[] {
  const node = claim.nodes[n];
  if (node === undefined || node.kind === 'figure' || source.kind === 'figure') return [];
  if (option.likeness < 0.65 && source.kind !== node.kind) return [];
  const { tree } = claim.read;
  const theirs = graph.read.tree;
  const [given, found] = [quantitiesOf(tree, node.head), quantitiesOf(theirs, source.head)];
  const more = given.some((one) => !found.includes(one) && /^(?:all|most|only)$/.test(one));
  const lost = found.some((one) => !given.includes(one) && /^(?:most|some|part|half|few)$/.test(one));
  return more || lost ? [statement(phrase(tree, node.head), phrase(theirs, source.head))] : [];
}

/** Are two counts of the same things? "Flats" and "homes", "H100s" and "GPUs". */
function sameCounted(left: string | null, right: string | null): boolean {
  if (left === null || right === null || left === right || / per /.test(left + right)) return true;
  if (!measure(left).kind.startsWith('count ') || !measure(right).kind.startsWith('count ')) return true;
  const words = (unit: string): string[] =>
    unit
      .toLowerCase()
      .split(/[\s-]+/)
      .map(singular);
  const [some, others] = [words(left), words(right)];
  if (some.some((word) => others.some((other) => stem(other) === stem(word)))) return true;
  if (/\p{Lu}/u.test(left + right) || [...some, ...others].some((word) => GENERAL.test(word))) return true;
  const meant = (list: readonly string[]): string[] => list.flatMap((word) => [...classesOf(word)]);
  return meant(some).some((name) => meant(others).includes(name));
}

const GENERAL = /^(?:unit|person|people|piece|item|one|thing|case|time|type|kind|site|facility|company|firm)$/;
