import { measure } from '../../domain/units.ts';
import { otherNameOfCountry } from '../../language/countries.ts';
import { givenName } from '../../language/given-names.ts';
import { isHonorific, isRoleNoun } from '../../language/roles.ts';
import { dependents } from '../../reading/tree.ts';
import type { Graph, Node } from './graph.ts';
import { BODY, PUBLIC } from './names.ts';

/** A node of one of several graphs. */
export type Place = { readonly graph: number; readonly node: number };

/** Which nodes of some sentences, in the order of their text, speak of the same. */
export type Referents = {
  /** A number that all nodes of one thing share. */
  readonly of: (place: Place) => number;
  readonly same: (left: Place, right: Place) => boolean;
  /** All that a pronoun, or "the company", may mean: the numbers of things. */
  readonly meaningOf: (place: Place) => ReadonlySet<number>;
  /** Whom a sentence may speak of without naming them. */
  readonly about: (graph: number) => ReadonlySet<number>;
};

/** "Malaysia" of "Malaysian"; null for what is no country. */
function countryOf({ text }: Node): string | null {
  const low = text.toLowerCase();
  const other = otherNameOfCountry(low);
  return other === null ? null : [low, other].sort().join(' ');
}

/** Could one name be the other, whole or in part? "Ms" and "Dr" are no part of it, and Moody's is not Mr Moody. */
export function sameName(left: Node, right: Node): boolean {
  if (left.ending !== right.ending && left.ending !== 'open' && right.ending !== 'open') return false;
  const words = ({ keys }: Node): string[] =>
    [...keys].filter((key) => (key.startsWith('=') && !isHonorific(key.slice(1))) || key.startsWith('@'));
  const [a, b] = [words(left), words(right)];
  if (countryOf(left) !== null && countryOf(left) === countryOf(right)) return true;
  const entity = a.find((key) => key.startsWith('@'));
  if (entity !== undefined && right.keys.has(entity)) return true;
  const [short, long] = a.length <= b.length ? [a, right.keys] : [b, left.keys];
  return short.length > 0 && short.filter((key) => key.startsWith('=')).every((key) => long.has(key));
}

const isPerson = ({ text, kind }: Node, graph: Graph, n: number): boolean => {
  if (kind !== 'name') return false;
  const [first = '', second] = text.split(' ');
  if (second !== undefined && givenName(first) !== null) return true;
  return graph.arcs.some((arc) => {
    if (arc.role !== 'is' || (arc.to !== n && arc.from !== n)) return false;
    const other = graph.nodes[arc.to === n ? arc.from : arc.to];
    return other !== undefined && other.kind === 'word' && isRoleNoun(other.lemma);
  });
};

const isPlural = (graph: Graph, { head }: Node): boolean => {
  const word = graph.read.tree.words[head];
  return /^NN(?:P)?S$/.test(word?.tag ?? '') || dependents(graph.read.tree, head, 'conj').length > 0;
};

/** Something that has a name or could have one: no amount, no time. */
const isThing = ({ kind, figure }: Node): boolean =>
  kind !== 'time' && (figure === null || measure(figure.unit).kind.startsWith('count '));

/** Ties names to their other mentions, pronouns and "the company" to whom they stand for, appositions to what they explain. */
export function referentsIn(
  graphs: readonly Graph[],
  follows: (graph: number) => boolean,
  textOf: ((graph: number) => string) | null = null,
): Referents {
  const offset: number[] = [];
  let total = 0;
  for (const { nodes } of graphs) {
    offset.push(total);
    total += nodes.length;
  }
  const parent = Array.from({ length: total }, (_, n) => n);
  const find = (n: number): number => {
    let at = n;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const idOf = ({ graph, node }: Place): number => (offset[graph] ?? 0) + node;
  const join = (left: Place, right: Place): void => {
    parent[find(idOf(right))] = find(idOf(left));
  };
  const names: Place[] = [];
  const people: number[] = [];
  const shares = new Set<number>();
  let persons: ReadonlySet<number> = new Set();
  const person = (place: Place): boolean => persons.has(find(idOf(place)));
  // What a text is about: the name that it has most, the first of them.
  const topicOf = (g: number): number[] => {
    if (textOf === null) return [];
    const counts = new Map<number, number>();
    const text = textOf(g);
    for (const place of names) {
      const node = graphs[place.graph]?.nodes[place.node];
      if (node === undefined || textOf(place.graph) !== text || person(place)) continue;
      const word = node.text.split(/[\s-]/)[0] ?? '';
      const first = place.graph === graphs.findIndex((_, n) => textOf(n) === text);
      const subject = /^nsubj/.test(graphs[place.graph]?.read.tree.words[node.head]?.relation ?? '');
      const id = find(idOf(place));
      counts.set(id, Math.max(counts.get(id) ?? 0, text.split(word).length - 1) + (first ? 1 : 0) + (subject ? 1 : 0));
    }
    const [first] = [...counts].sort((a, b) => b[1] - a[1]);
    return first === undefined ? [] : [first[0]];
  };
  graphs.forEach((graph, g) => {
    const { nodes, arcs } = graph;
    const here = (node: number): Place => ({ graph: g, node });
    nodes.forEach((node, n) => {
      if (node.kind !== 'name') return;
      const before = names.find((place) => {
        const other = graphs[place.graph]?.nodes[place.node];
        return other !== undefined && sameName(other, node);
      });
      if (before !== undefined) join(before, here(n));
      if (isPerson(node, graph, n)) people.push(idOf(here(n)));
      if (names.length < 200) names.push(here(n));
    });
    for (const { from, role, to } of arcs) {
      const [a, b] = [nodes[from], nodes[to]];
      if (role !== 'is' || a === undefined || b === undefined || graph.clauseOf.has(from)) continue;
      // "Candidates Arn Voss and Bea Lund": what several are makes none of them the other.
      const isShared = [a, b].some((one) => one.kind === 'word' && isPlural(graph, one));
      if (isShared && (a.kind === 'name' || b.kind === 'name')) continue;
      if (isThing(a) && isThing(b)) join(here(from), here(to));
    }
    if (follows(g)) shares.add(g);
  });
  const of = (place: Place): number => find(idOf(place));
  persons = new Set(people.map(find));
  const nodeAt = ({ graph, node }: Place): Node | undefined => graphs[graph]?.nodes[node];
  // Subjects, whose what follows is most often.
  const subjects = graphs.map((graph, g) =>
    graph.arcs.flatMap(({ from, role, to }): Place[] => {
      const relation = graph.read.tree.words[graph.nodes[to]?.head ?? -1]?.relation ?? '';
      return /^(?:S|O|is)$/.test(role) && relation.startsWith('nsubj') && graph.clauseOf.has(from)
        ? [{ graph: g, node: to }]
        : [];
    }),
  );
  const means: (ReadonlySet<number> | undefined)[] = Array.from({ length: total });
  const meaningOf = (place: Place): ReadonlySet<number> => means[idOf(place)] ?? new Set([of(place)]);
  const ownersOf = ({ graph, node }: Place): number[] =>
    (graphs[graph]?.arcs ?? []).flatMap(({ from, role, to }) =>
      from === node && /^(?:of|at:(?:of|at))$/.test(role) && graphs[graph]?.nodes[to]?.kind === 'name'
        ? [of({ graph, node: to })]
        : [],
    );
  // Whom a sentence is about: its named subjects, or what its pronouns mean.
  const about = (g: number): Set<number> =>
    new Set(
      (subjects[g] ?? []).flatMap((place) =>
        nodeAt(place)?.kind === 'figure' ? [] : [...meaningOf(place), ...ownersOf(place)],
      ),
    );
  const namesOf = new Set(names.map(of));
  const topics = graphs.map(() => new Set<number>());
  graphs.forEach((graph, g) => {
    const { nodes, read } = graph;
    const topic = topicOf(g);
    const last = shares.has(g) ? about(g - 1) : new Set<number>();
    const named = [...last].filter((id) => namesOf.has(id));
    // The nearest before a node that fits: a subject of this sentence, of the two before, or else what stands nearest.
    const nearest = (n: number, fits: (node: Node, place: Place) => boolean): Place | null => {
      const start = nodes[n]?.head ?? 0;
      for (let back = 0, at = g; back < 3; back++) {
        const ahead = (place: Place): boolean => at !== g || (nodeAt(place)?.head ?? 0) < start;
        const named = (subjects[at] ?? []).filter(ahead);
        const rest = (graphs[at]?.nodes ?? []).map((_, node) => ({ graph: at, node })).filter(ahead);
        for (const place of [...named, ...rest]) {
          const node = nodeAt(place);
          if (node !== undefined && fits(node, place)) return place;
        }
        if (!shares.has(at)) break;
        at--;
      }
      return null;
    };
    const set = (n: number, ids: Iterable<number>): void => {
      means[idOf({ graph: g, node: n })] = new Set([of({ graph: g, node: n }), ...ids]);
    };
    const idsOf = (place: Place | null): number[] => (place === null ? [] : [...meaningOf(place)]);
    nodes.forEach((node, n) => {
      const low = node.text.toLowerCase();
      if (node.kind === 'pronoun') {
        if (/^(?:he|she|him|her|his)$/.test(low)) {
          const known = nearest(n, (_, place) => person(place));
          set(
            n,
            idsOf(
              known ??
                nearest(n, ({ kind, text }) => kind === 'name' && /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]+$/u.test(text)),
            ),
          );
        } else if (/^(?:it|its)$/.test(low)) {
          const single = nearest(n, (other, place) => {
            const tag = graphs[place.graph]?.read.tree.words[other.head]?.tag ?? '';
            return !person(place) && (other.kind === 'name' || (other.kind === 'word' && tag === 'NN'));
          });
          set(n, [...idsOf(single), ...topic, ...last]);
        } else if (/^(?:they|them|their)$/.test(low)) {
          const many = nearest(n, (other, place) => {
            const graph = graphs[place.graph];
            return (
              graph !== undefined &&
              (other.kind === 'figure' || (other.kind !== 'pronoun' && other.kind !== 'time' && isPlural(graph, other)))
            );
          });
          set(n, [...idsOf(many), ...topic]);
        } else if (/^(?:we|our|us)$/.test(low)) set(n, topic);
        return;
      }
      if (node.kind !== 'word' || read.tree.words[node.head]?.class !== 'NOUN') return;
      const article = dependents(read.tree, node.head, 'det').some((k) =>
        /^(?:the|this|that|these|those)$/.test(read.tree.words[k]?.lemma ?? ''),
      );
      const told = (k: number): boolean =>
        read.tree.words[k]?.relation === 'acl:relcl' && read.tree.words[node.head + 1]?.text === ',';
      const described = dependents(read.tree, node.head, 'nmod', 'acl', 'nmod:poss', 'appos', 'nummod').some(
        (k) => !told(k),
      );
      // "Management lifted its forecast"
      const bodiless = /^(?:management|executive)$/.test(node.lemma);
      const titled = graph.arcs.some(({ from, role, to }) => role === 'is' && (from === n || to === n));
      if (bodiless && !described && !titled) set(n, [...topic, ...last]);
      if (!article || described || bodiless) return;
      const bare = dependents(read.tree, node.head, 'amod', 'compound').length === 0;
      const again = bare
        ? nearest(n, (other) => /^(?:word|figure)$/.test(other.kind) && other.lemma === node.lemma && other !== node)
        : null;
      if (again !== null) set(n, idsOf(again));
      else if (PUBLIC.test(node.lemma))
        set(n, idsOf(nearest(n, (other) => other.kind === 'name' && other.keys.has(`=${node.lemma}`))));
      else if (BODY.test(node.lemma))
        set(n, [...idsOf(nearest(n, (other, place) => other.kind === 'name' && !person(place))), ...topic, ...named]);
      else if (isRoleNoun(node.lemma))
        set(n, idsOf(nearest(n, (other, place) => other.kind === 'name' && person(place))));
    });
    topics[g] = new Set([...topic, ...last, ...about(g)]);
  });
  return {
    of,
    same: (left, right) => [...meaningOf(left)].some((id) => meaningOf(right).has(id)),
    meaningOf,
    about: (g) => topics[g] ?? NOBODY,
  };
}

const NOBODY: ReadonlySet<number> = new Set();
