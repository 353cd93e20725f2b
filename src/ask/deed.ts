import type { Graph } from '../evidence/compare/graph.ts';
import { meaningsOf } from '../evidence/compare/keys.ts';
import { converse } from '../language/meaning.ts';
import { ALIKE, SAME } from './alike.ts';
import type { Asked, Part } from './asked.ts';

/** What the nodes of a sentence are of a question, by the places of both. */
export type Likeness = {
  /** How alike a node is to a part, 0 to 1. */
  of(part: number, node: number): number;
  /** Whether a node means a part by another word: "it", "the company". */
  means(part: number, node: number): boolean;
};

/** Who does in a sentence what is asked after, and to what. */
export type Deed = {
  /** How well what answers stands in the role that is asked for, -1 to 1. */
  readonly role: number;
  /** Does somebody do there to what is asked about what that is asked to do: shorten the queue that shrank? */
  readonly causes: boolean;
  /** Why it is another deed; null where nothing speaks against it. */
  readonly conflict: string | null;
};

/** What is somebody's or a piece of something hangs on it so: "Northwind's campus", "a stake in Dovey". */
const OF = /^(?:of|is|at:(?:of|at))$/;
const PART_OF = /^(?:of|is|and|X|at:(?:of|at|in|for|on)?)$/;
/** The other end of a deed: whom something is sold to, whom it is bought from. */
const OTHER_END = /^(?:I|at:(?:to|from))$/;

/** A deed told from its other end: what was sold to somebody was bought by them. */
export const isTurned = (part: Part, { nodes, clauseOf }: Graph, node: number): boolean =>
  part.kind === 'verb' &&
  clauseOf.has(node) &&
  converse(meaningsOf(part.node.keys), meaningsOf(nodes[node]?.keys ?? new Set()));

/** What is bought and what is sold is a thing; whom it is sold to is told with a preposition. */
const TRADE = /^(?:buy|sell)$/;

export function deedIn(
  { parts, doer, asksDoer }: Asked,
  graph: Graph,
  region: readonly number[],
  slot: number | null,
  isNumber: boolean,
  like: Likeness,
): Deed {
  const { nodes, arcs } = graph;
  const v = parts.findIndex(({ kind }) => kind === 'verb');
  const verb = parts[v];
  const isSaid = (part: number, node: number): boolean => like.of(part, node) >= ALIKE || like.means(part, node);
  const isTurnedAt = (node: number): boolean =>
    verb !== undefined && like.of(v, node) <= ALIKE && isTurned(verb, graph, node);
  const saidIn = (at: readonly number[]): number[] => at.filter((n) => v >= 0 && like.of(v, n) >= ALIKE);
  const near = saidIn(region);
  // "Agreed to sell it to Verity": the other end stands beside the first verb.
  const heads = new Set(near.length > 0 || !asksDoer ? near : saidIn([...nodes.keys()]));
  const own = new Set([...heads].filter((n) => !isTurnedAt(n)));
  const from = (of: ReadonlySet<number>, role: RegExp): number[] =>
    arcs.flatMap((arc) => (of.has(arc.from) && role.test(arc.role) && arc.implied !== true ? [arc.to] : []));
  /** What stands below these nodes as a part of them. */
  const within = (at: readonly number[], role: RegExp): Set<number> => {
    const found = new Set(at);
    for (const n of found) for (const below of from(new Set([n]), role)) found.add(below);
    return found;
  };
  const turned = new Set([...heads].filter(isTurnedAt));
  const isTrade = verb !== undefined && meaningsOf(verb.node.keys).some((name) => TRADE.test(name));
  const ends = within([...from(turned, /^(?:O|X|at:.*)$/)], PART_OF);
  const sides = from(new Set([...turned, ...ends]), OTHER_END);
  // "The Dunmore family"
  const doers = [...from(own, /^S$/), ...(turned.size === 0 ? [] : within(sides, /^(?:of|is)$/))];

  const done = doer === null ? -1 : parts.indexOf(doer);
  const isDoer = (n: number): boolean =>
    isSaid(done, n) ||
    nodes[n]?.kind === 'pronoun' ||
    (doer !== null && isWithin(graph, n, doer)) ||
    // "Northwind's campus": what is somebody's is done by them.
    arcs.some((arc) => arc.from === n && OF.test(arc.role) && isSaid(done, arc.to));
  const isByAnother =
    doer?.kind === 'name' &&
    (doers.length > 0 || [...from(turned, /^S$/), ...(isTrade ? others() : [])].some(isDoer)) &&
    !doers.some(isDoer);

  return {
    role: roleOf(),
    causes:
      done >= 0 && doers.length > 0 && from(heads, /^O$/).some((n) => like.of(done, n) >= SAME || like.means(done, n)),
    conflict: isByAnother ? 'done by another' : asksDoer && !isNumber && isToAnother() ? 'done to another' : null,
  };

  /** Whom it is sold to or bought from. */
  function others(): number[] {
    return from(new Set([...own, ...within(from(own, /^O$/), PART_OF)]), OTHER_END);
  }

  /** "It has 310 employees" tells not who has the firm, nor does "Corran bought the stake from Pell" who bought Pell. */
  function isToAnother(): boolean {
    const objects = from(heads, /^[OI]$/);
    const below = [...within(objects, PART_OF)];
    // "Runs the campus" tells nothing of who owns its land: what is done to there has another place in the question.
    const object = parts.findIndex((part) => part.object);
    const isElse = (n: number): boolean => parts.some((_, p) => p !== object && p !== v && isSaid(p, n));
    const isPronoun = objects.some((n) => nodes[n]?.kind === 'pronoun');
    if (object >= 0 && objects.length > 0 && !isPronoun && !below.some((n) => isSaid(object, n)))
      if (isTrade || objects.some(isElse)) return true;
    // "The chips business" is not "the sensors business".
    const which = parts.findIndex(({ kind, of }) => kind === 'word' && of);
    const told = from(new Set(objects), /^of$/).filter((n) => nodes[n]?.kind === 'word');
    if (which >= 0 && told.length > 0 && !below.some((n) => isSaid(which, n))) return true;
    const o = parts.findIndex((part) => part.kind === 'name' && part.object);
    if (o < 0) {
      // For whom, where: "near Yuma", "to Varda Cables".
      const beside = parts.findIndex(({ kind, hangs }) => kind === 'name' && hangs);
      if (beside >= 0) return objects.length > 0 && !isPronoun && !nodes.some((_, n) => isSaid(beside, n));
      // Whose it is, or where: "the Kastrup campus". What comes as "a hall" is another.
      const whose = parts.findIndex(({ kind, of }) => kind === 'name' && of);
      return (
        whose >= 0 &&
        objects.length > 0 &&
        !below.some((n) => isSaid(whose, n)) &&
        objects.every((n) => isNew(graph, n))
      );
    }
    const isIt = (n: number): boolean => isSaid(o, n);
    const does = from(heads, /^S$/);
    // Whom somebody pays receives it; who sells is not what is bought.
    const givers = isTrade ? does : from(own, /^S$/);
    if (givers.some(isIt)) return true;
    // "The land belongs to the city": what belongs to it is not what was asked for.
    if (slot !== null && does.length > 0 && within(from(own, OTHER_END), PART_OF).has(slot)) return !does.some(isIt);
    if (objects.length === 0 || below.some(isIt)) return false;
    if ([...from(heads, OTHER_END), ...from(new Set(below), OTHER_END)].some(isIt)) return true;
    return !isPronoun;
  }

  /** Does what would answer do it, where who does it is asked for, or is it done to, where it is not? */
  function roleOf(): number {
    if (slot === null || heads.size === 0) return 0;
    const does =
      doers.includes(slot) ||
      arcs.some(({ from, role, to }) => to === slot && own.has(from) && /^(?:S|is)$/.test(role));
    const touches = does || arcs.some(({ from, to }) => to === slot && heads.has(from));
    if (!touches) return asksDoer ? -0.5 : 0;
    if (does === asksDoer) return 1;
    // Another word may tell it from its other end: who works there is employed.
    return arcs.some(({ from, to }) => to === slot && like.of(v, from) >= SAME) || turned.size > 0 ? -1 : 0;
  }
}

/** Is a node a piece of a name that its reading took apart: "Data" of "Data Forward"? */
function isWithin({ read, nodes }: Graph, n: number, { kind, node: { text } }: Part): boolean {
  const at = kind === 'name' ? read.text.indexOf(text) : -1;
  const start = (read.tree.words[nodes[n]?.head ?? -1]?.start ?? -1) - read.tree.start;
  return at >= 0 && start >= at && start < at + text.length;
}

/** Is a thing spoken of for the first time: "a hall", "another site"? */
function isNew({ read: { tree }, nodes }: Graph, n: number): boolean {
  const head = nodes[n]?.head ?? -1;
  return (tree.children[head] ?? []).some((below) => /^(?:an?|another)$/i.test(tree.words[below]?.text ?? ''));
}
