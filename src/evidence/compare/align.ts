import { converse } from '../../language/meaning.ts';
import { compareTimes } from '../../reading/times/compare.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Arc, Graph, Node } from './graph.ts';
import { meaningsOf } from './keys.ts';
import { type Place, type Referents, sameName } from './refer.ts';

/** A word has at most this many counterparts that come into question. */
const MOST_OPTIONS = 10;
const ROUNDS = 4;
const BESIDE = 0.2;

export type Option = Place & { readonly likeness: number };

/** How much two words have in common, from 0 (nothing) by a meaning, a root, a stem to 1 (the word). */
export function sharedKeys({ keys }: Node, { keys: others }: Node): number {
  let most = 0;
  for (const key of keys) {
    if (!others.has(key)) continue;
    most = Math.max(most, key.startsWith('=') ? 1 : key.startsWith('#') ? 0.5 : key.startsWith('~') ? 0.8 : 0.9);
    if (most === 1) break;
  }
  return most;
}

/** "Two former Holm engineers": the names that tell what a number counts. */
const namesWithin = (text: string): string[] => text.match(/(?<=\s)\p{Lu}\p{Ll}+/gu) ?? [];

/** Could one name or word stand for the other, from 0 (no) to 1 (the same)? */
export function likeness(claim: Node, source: Node, matches: readonly FigureMatch[]): number {
  if (claim.kind === 'figure' || source.kind === 'figure') {
    if (claim.figure === null || source.figure === null) return 0;
    const { start } = source.figure;
    const match = matches.find(({ given }) => given === claim.figure);
    const isSame = match?.found.some((found) => found.start === start) === true;
    return isSame && namesWithin(claim.text).every((name) => source.text.includes(name)) ? 1 : 0;
  }
  if (claim.kind === 'time' || source.kind === 'time') {
    if (claim.time === null || source.time === null) return 0;
    const match = compareTimes(claim.time, source.time);
    return match === 'same' ? 1 : match === 'wider' ? 0.7 : 0;
  }
  if (claim.kind === 'name' && source.kind === 'name') return sameName(claim, source) ? 1 : 0;
  if (claim.kind === 'pronoun' || source.kind === 'pronoun') return 0;
  let most = sharedKeys(claim, source);
  if (most === 0 && converse(meaningsOf(claim.keys), meaningsOf(source.keys))) return 0.45;
  if (most > 0 && (claim.kind === 'name') !== (source.kind === 'name')) most = Math.max(most - 0.2, 0);
  return most;
}

const NAMED_BY = 0.6;

/** The nodes of the sources that each node of the claim may stand for; names also by the pronouns that mean them. */
export function optionsOf(
  claim: Graph,
  graphs: readonly Graph[],
  matches: readonly FigureMatch[],
  referents: Referents,
): Option[][] {
  return claim.nodes.map((node) => {
    const found: Option[] = [];
    graphs.forEach((graph, g) => {
      graph.nodes.forEach((other, n) => {
        const like = likeness(node, other, matches);
        if (like > 0) found.push({ graph: g, node: n, likeness: like });
      });
    });
    const direct = new Set(found.filter(({ likeness: like }) => like >= 0.9).map(referents.of));
    graphs.forEach((graph, g) => {
      graph.nodes.forEach((_, n) => {
        const place = { graph: g, node: n };
        if (
          [...referents.meaningOf(place)].some((id) => direct.has(id)) &&
          !found.some((one) => one.graph === g && one.node === n)
        )
          found.push({ ...place, likeness: NAMED_BY });
      });
    });
    return found.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_OPTIONS);
  });
}

/** How well the sources have what the claim ties together: 1 in the same role, less where it only stands near, 0 not at all. */
export type Support = (arc: Pick<Arc, 'from' | 'role'>, from: Place, to: Place) => number;

/** The node that stands right before each node, -1 for none. */
function precedingIn({ nodeOf, nodes }: Graph): number[] {
  const before = nodes.map(() => -1);
  let last = -1;
  for (const node of nodeOf) {
    if (node < 0 || node === last) continue;
    if (before[node] === -1) before[node] = last;
    last = node;
  }
  return before;
}

/** For each node of the claim the option that keeps most of what hangs together; null where there is none. */
export function choose(
  claim: Graph,
  graphs: readonly Graph[],
  options: readonly (readonly Option[])[],
  support: Support,
): (Option | null)[] {
  const follows = graphs.map((graph) => new Map(precedingIn(graph).map((before, n) => [before, n])));
  let chosen: (Option | null)[] = options.map((found) => found[0] ?? null);
  const before = precedingIn(claim);
  const behind = new Map(before.map((left, n) => [left, n]));
  const around = claim.nodes.map((_, n) => claim.arcs.filter(({ from, to }) => from === n || to === n).slice(0, 12));
  for (let round = 0; round < ROUNDS; round++) {
    const last = chosen;
    const chosenAt = (n: number): Option | null => last[n] ?? null;
    chosen = options.map((found, n) => {
      let best: Option | null = null;
      let most = Number.NEGATIVE_INFINITY;
      for (const option of found) {
        let worth = 1.5 * option.likeness;
        for (const arc of around[n] ?? []) {
          const other = arc.from === n ? arc.to : arc.from;
          const theirs = round === 0 ? (options[other] ?? []) : last[other] ? [last[other]] : [];
          worth += Math.max(
            0,
            ...theirs.map((one) => (arc.from === n ? support(arc, option, one) : support(arc, one, option))),
          );
        }
        // What stands side by side stood so in the source.
        const [left, right] = [chosenAt(before[n] ?? -1), chosenAt(behind.get(n) ?? -1)];
        const next = follows[option.graph];
        if (left?.graph === option.graph && next?.get(left.node) === option.node) worth += BESIDE;
        if (right?.graph === option.graph && next?.get(option.node) === right.node) worth += BESIDE;
        if (worth > most) [best, most] = [option, worth];
      }
      return best;
    });
  }
  return chosen;
}
