import { converse } from '../../language/meaning.ts';
import type { Arc, Graph, Node } from './graph.ts';
import { meaningsOf } from './keys.ts';
import type { Place, Referents } from './refer.ts';

const GROUPS: readonly ReadonlySet<string>[] = [
  'in at on within inside across throughout',
  'to into towards toward onto for',
  'for of on about over',
  'by from of',
  'with of at for',
  'during in over through',
  'against than versus compared',
  'under in by',
  'above over than',
  'below under than',
  'because after since as when once following',
  'because on over',
  'while although though whereas but as',
  'if provided providing unless',
  'before until till',
  'among including of',
].map((row) => new Set(row.split(' ')));

const together = (left: string, right: string): boolean =>
  left === right || GROUPS.some((group) => group.has(left) && group.has(right));

const caseIn = (role: string): string => role.slice(role.indexOf(':') + 1);
const isAt = (role: string): boolean => role.startsWith('at:');
const isNominal = (role: string): boolean => role === 'of' || role === 'is' || isAt(role);

/** How an amount or a time hangs on its verb. */
const AMOUNTS = /^(?:O|of|how|at:(?:by|in|on|at|for|of|from|during|until|after|through|)|is)$/;

const LEVEL = /^at:(?:to|at|of)$/;
const CHANGE = /^(?:O|how|at:(?:by|))$/;
/** Where something came from, or what it is compared with. */
const BEFORE = /^at:(?:from|than|against|versus)$/;

/** How well one role says what another does: 1 the same, 0 another. */
function fits(claim: string, source: string, named: boolean, measured = false, changes = false): number {
  if (claim === source) return 1;
  if (measured && BEFORE.test(claim) !== BEFORE.test(source)) return 0;
  if (measured && BEFORE.test(claim)) return 0.8;
  // "Fell 11%" and "fell by 11%", but not "fell to 11%".
  if (measured && changes && (LEVEL.test(claim) || CHANGE.test(claim)) && (LEVEL.test(source) || CHANGE.test(source)))
    return LEVEL.test(claim) === LEVEL.test(source) ? 0.8 : 0;
  if (AMOUNTS.test(claim) && AMOUNTS.test(source) && measured) return 0.8;
  if (isAt(claim) && isAt(source)) return together(caseIn(claim), caseIn(source)) ? 0.8 : 0;
  if (claim + source === 'OI' || claim + source === 'IO') return 0.8;
  if (claim === 'I' || source === 'I') return /^at:(?:to|for)$/.test(claim === 'I' ? source : claim) ? 1 : 0;
  if (claim.startsWith('when:') && source.startsWith('when:')) return together(caseIn(claim), caseIn(source)) ? 0.8 : 0;
  if (/^(?:X|how|beside|when:)/.test(claim) && /^(?:X|how|of|beside|when:)/.test(source)) return 0.7;
  if (isNominal(claim) && isNominal(source)) return claim === 'is' || source === 'is' ? 0.6 : 0.8;
  // "Corvane's purchase of the site", "Corvane bought the site": one of the two is a noun.
  if (named && /^[SO]$/.test(claim + source)) return 0;
  if (named && (/^[SO]$/.test(claim) || /^[SO]$/.test(source))) {
    const other = /^[SO]$/.test(claim) ? source : claim;
    return other === 'of' || /^at:(?:of|in|by|for|to|on|from|with)$/.test(other) ? 0.7 : 0;
  }
  if (claim === 'and' || claim === 'beside') return 0.5;
  return 0;
}

/** Verbs that take whom they give to as their object or behind "to": "supply Arn with power", "supply power to Arn". */
const GIVES = /^(?:supply|provide|deliver|give|send|grant|pay|lend|sell|lease|offer|serve|award)$/;

const isMeasure = (node: Node | undefined): boolean => node?.kind === 'figure' || node?.kind === 'time';

/** How a claim's predicate is used: without an object; of who lets something, to whom it goes. */
export type Voice = { readonly intransitive: boolean; readonly lets: boolean };

const RECIPIENT = /^(?:at:to|I)$/;

/** One event told from its other end ("sold to", "bought from"; "let to", "rented from"): how well the roles fit; null for the same end. */
function otherEnd(
  claim: Node,
  source: Node,
  role: string,
  other: string,
  lets: boolean,
  theirs: boolean,
): number | null {
  const [mine, found] = [meaningsOf(claim.keys), meaningsOf(source.keys)];
  const leased = mine.includes('lease') && found.includes('lease') && lets !== theirs;
  const same = claim.lemma === source.lemma || mine.some((name) => found.includes(name));
  if (!leased && (same || !converse(mine, found))) return null;
  if (role === 'S') return RECIPIENT.test(other) || other === 'O' ? 0.8 : 0;
  if (other === 'S') return /^at:(?:from|to|by)$|^[IO]$/.test(role) ? 0.8 : 0;
  return null;
}

/** What the sentences of the sources tie together, looked up by what the nodes stand for. */
export class Ties {
  readonly graphs: readonly Graph[];
  readonly referents: Referents;
  readonly #between = new Map<string, { readonly arc: Arc; readonly graph: number }[]>();
  readonly #from = new Map<number, { readonly arc: Arc; readonly graph: number }[]>();
  readonly #region: number[][];
  /** What has a name. */
  readonly #named: ReadonlySet<number>;

  constructor(graphs: readonly Graph[], referents: Referents) {
    this.graphs = graphs;
    this.referents = referents;
    graphs.forEach(({ arcs }, graph) => {
      for (const arc of arcs) {
        const from = referents.of({ graph, node: arc.from });
        for (const one of referents.meaningOf({ graph, node: arc.from }))
          for (const to of referents.meaningOf({ graph, node: arc.to })) {
            const key = `${one} ${to}`;
            const pair = this.#between.get(key);
            if (pair === undefined) this.#between.set(key, [{ arc, graph }]);
            else pair.push({ arc, graph });
          }
        const own = this.#from.get(from);
        if (own === undefined) this.#from.set(from, [{ arc, graph }]);
        else own.push({ arc, graph });
      }
    });
    this.#named = new Set(
      graphs.flatMap(({ nodes }, graph) =>
        nodes.flatMap(({ kind }, node) => (kind === 'name' ? [referents.of({ graph, node })] : [])),
      ),
    );
    this.#region = graphs.map((graph) => graph.nodes.map((node) => regionOf(graph, node.head)));
  }

  #node({ graph, node }: Place): Node | undefined {
    return this.graphs[graph]?.nodes[node];
  }

  /** The predicate of the clause that a node stands in, a word. */
  regionOf({ graph, node }: Place): number {
    return this.#region[graph]?.[node] ?? -1;
  }

  /** Is it said of who lets it, to whom it goes? */
  #lets(place: Place): boolean {
    const graph = this.graphs[place.graph];
    const own = graph?.arcs.filter(({ from }) => from === place.node) ?? [];
    // "Leased 300 megawatts to Arn": the phrase may hang on what is let.
    const things = own.filter(({ role }) => role === 'O').map(({ to }) => to);
    return (
      graph?.arcs.some(
        ({ from, role, to }) =>
          (from === place.node || things.includes(from)) &&
          role === 'at:to' &&
          /^(?:name|word|pronoun)$/.test(graph.nodes[to]?.kind ?? ''),
      ) === true
    );
  }

  /** Does the predicate have something of the role, but what stands for this? */
  #takes(place: Place, role: string): boolean {
    return (this.#from.get(this.referents.of(place)) ?? []).some(
      ({ arc, graph }) => arc.role === role && graph === place.graph && arc.from === place.node,
    );
  }

  /** Hangs the one on any of these words of its own sentence, in a role that fits? */
  #isTied(role: string, governors: readonly number[], to: Place): boolean {
    return (this.graphs[to.graph]?.arcs ?? []).some(
      (arc) => arc.to === to.node && governors.includes(arc.from) && fits(role, arc.role, true) > 0,
    );
  }

  /** The roles in which an amount stands in a clause that is said of the thing: "revenue rose to $3 million". */
  amountsOf(thing: Place, amount: Place): string[] {
    const region = this.regionOf(amount);
    const graph = this.graphs[amount.graph];
    const clause = graph?.nodeOf[region] ?? -1;
    if (graph === undefined || clause < 0) return [];
    const ids = this.referents.meaningOf(thing);
    const said = graph.arcs.some(
      ({ from, role, to }) =>
        from === clause &&
        /^(?:S|O|is)$/.test(role) &&
        to !== amount.node &&
        [...this.referents.meaningOf({ graph: amount.graph, node: to })].some((id) => ids.has(id)),
    );
    return said
      ? graph.arcs.filter(({ from, to }) => from === clause && to === amount.node).map(({ role }) => role)
      : [];
  }

  /** Hangs the one below the other, with nothing but phrases between, and on a preposition that fits? */
  #below(role: string, from: Place, to: Place): boolean {
    const graph = this.graphs[from.graph];
    if (graph === undefined) return false;
    let at = to.node;
    for (let steps = 0; steps < 3; steps++) {
      const up = graph.arcs.find((arc) => arc.to === at && arc.implied !== true);
      if (up === undefined || !/^(?:of|how|is|O|at:.*)$/.test(up.role)) return false;
      if (steps === 0 && fits(role, up.role, true) === 0) return false;
      if (up.from === from.node) return true;
      if (graph.clauseOf.has(up.from)) return false;
      at = up.from;
    }
    return false;
  }

  /** Is the clause that the one stands in told by the other, with whatever verb? */
  #isTold(from: Place, to: Place): boolean {
    const graph = this.graphs[from.graph];
    const clause = graph?.clauseOf.get(graph.nodeOf[this.regionOf(from)] ?? -1);
    return (clause?.frames ?? []).some(({ by, stance }) => {
      const node = graph?.nodeOf[by ?? -1] ?? -1;
      return stance === 'says' && node >= 0 && this.referents.same({ graph: from.graph, node }, to);
    });
  }

  /** How far the sources tie the two as the claim does, 0 to 1. `intransitive`: the claim's predicate has no object. */
  of(role: string, claim: Node, { intransitive, lets }: Voice, from: Place, to: Place): number {
    const { of } = this.referents;
    const [a, b] = [of(from), of(to)];
    if (from.graph === to.graph && from.node === to.node) return 0;
    if (a === b) return role === 'is' || role === 'of' ? 1 : 0;
    if (role === 'at:according' && this.#isTold(from, to)) return 1;
    let most = 0;
    const governor = this.#node(from);
    const kinds = (place: Place): string => {
      const word = this.graphs[place.graph]?.read.tree.words[this.#node(place)?.head ?? -1];
      return word?.class === 'VERB' ? 'VERB' : 'NOUN';
    };
    const named = kinds(from) !== 'VERB' || claim.kind !== 'word' || !claim.keys.size;
    for (const { arc, graph } of this.#between.get(`${a} ${b}`) ?? []) {
      const there = this.graphs[graph]?.nodes[arc.from];
      const nominal = named || this.graphs[graph]?.read.tree.words[there?.head ?? -1]?.class !== 'VERB';
      const amount = this.graphs[graph]?.nodes[arc.to];
      const turned =
        there === undefined
          ? null
          : otherEnd(claim, there, role, arc.role, lets, this.#lets({ graph, node: arc.from }));
      const changes = there !== undefined && [...there.keys].some((key) => /^#(?:rise|fall|raise|cut)$/.test(key));
      most = Math.max(most, turned ?? fits(role, arc.role, nominal, isMeasure(amount), changes));
      if (most > 0 || governor === undefined) continue;
      const verbs = meaningsOf(claim.keys);
      if (converse(verbs, meaningsOf(governor.keys)) && /^(?:S|O|I|at:(?:to|from))$/.test(role + arc.role) === false)
        continue;
      // "Shipments begin", "the firm begins shipments".
      if (role === 'S' && arc.role === 'O' && intransitive) most = 0.6;
      if (role === 'O' && arc.role === 'S' && !this.#takes({ graph, node: arc.from }, 'O')) most = 0.6;
      if (
        GIVES.test(governor.lemma) &&
        /^(?:O|I|at:(?:to|with))$/.test(role) &&
        /^(?:O|I|at:(?:to|with))$/.test(arc.role)
      )
        most = 0.6;
    }
    if (most > 0) return most;
    // Tied the other way round: "the site's owner", "who owns the site"; "a fall of 8%".
    for (const { arc } of this.#between.get(`${b} ${a}`) ?? []) {
      if (isNominal(role) && isNominal(arc.role)) return 0.6;
      if (/^(?:of|is|X|how)$/.test(role) && /^(?:of|is|S|O|X|how)$/.test(arc.role)) return 0.6;
      if (/^(?:S|O)$/.test(role) && /^(?:of|at:(?:of|for))$/.test(arc.role)) return 0.5;
    }
    // Whose it is, or who did it, is left to be understood: whom the sentence speaks of.
    const about = this.referents.about(from.graph);
    if (about.has(b)) {
      // Of one alone there is no doubt.
      const alone = this.#named.has(b) && [...about].filter((id) => this.#named.has(id)).length === 1;
      const understood = alone ? 0.6 : 0.5;
      const name = (arc: Arc): boolean => this.graphs[from.graph]?.nodes[arc.to]?.kind === 'name';
      const own = (this.graphs[from.graph]?.arcs ?? []).filter((arc) => arc.from === from.node);
      if (/^(?:of|at:(?:of|at|by))$/.test(role) && !own.some((arc) => isNominal(arc.role) && name(arc)))
        return understood;
      if (role === 'S' && !own.some((arc) => arc.role === 'S')) return understood;
    }
    if (from.graph !== to.graph) return 0;
    if (role === 'at:against') return 0.5;
    if (!/^[SOI]$/.test(role) && this.#below(role, from, to)) return 0.5;
    // "Agreed to supply it, provided that": what hangs on the one in the claim hangs on the verb above it there.
    const governs = this.graphs[from.graph]?.arcs.filter((arc) => arc.to === from.node && arc.role === 'X') ?? [];
    if (
      /^(?:X|when:)/.test(role) &&
      this.#isTied(
        role,
        governs.map((arc) => arc.from),
        to,
      )
    )
      return 0.5;
    // Within one clause, a phrase may hang on one word or the next.
    const loose =
      isAt(role) ||
      role === 'of' ||
      role === 'how' ||
      role === 'X' ||
      role.startsWith('when:') ||
      role === 'and' ||
      role === 'beside';
    if (!loose) return 0;
    // "A patent held by Arn on power shelves": what hangs on the participle says what the noun is.
    const region = this.regionOf(to);
    const participle = this.graphs[to.graph]?.read.tree.words[region];
    const described = participle?.relation === 'acl' && participle.head === governor?.head;
    const same = this.regionOf(from) === region || region === governor?.head || described;
    if (!same) return role === 'and' || role === 'beside' ? 0.3 : 0;
    if (!(this.graphs[to.graph]?.arcs ?? []).some((arc) => arc.to === to.node) && /^(?:X|how|of)$/.test(role))
      return 0.5;
    const there = this.graphs[to.graph]?.arcs.filter((arc) => arc.to === to.node) ?? [];
    return there.some((arc) => fits(role, arc.role, true) > 0) ? 0.5 : 0.2;
  }
}

/** The predicate of the clause that a word stands in, a word. */
export function regionOf({ read: { tree, clauses }, nodeOf, nodes }: Graph, head: number): number {
  const predicates = new Set(
    clauses.map(({ predicate }) => predicate).filter((n) => nodes[nodeOf[n] ?? -1]?.kind !== 'time'),
  );
  let at = head;
  for (let steps = 0; at >= 0 && steps < tree.words.length; steps++) {
    if (predicates.has(at)) return at;
    at = tree.words[at]?.head ?? -1;
  }
  return -1;
}
