import { certainty } from '../compare/fields.ts';
import type { Graph } from '../compare/graph.ts';
import { type Part, partOf, type Sight } from './sight.ts';
import { most, share, type Trait } from './trait.ts';

const PARTS: readonly Part[] = ['verb', 'noun', 'name', 'figure', 'time', 'other'];

/** The nodes of a sentence of the sources that something of the claim stands for. */
const keptIn = ({ pairing: { graphs, chosen } }: Sight, graph: Graph): Set<number> => {
  const g = graphs.indexOf(graph);
  return new Set(chosen.flatMap((one) => (one?.graph === g ? [one.node] : [])));
};

/** What the claim leaves out of a sentence it is made of: below what it keeps (`to`), or above it (`from`). */
function leftOut(sight: Sight, part: Part, end: 'from' | 'to'): number {
  return most(
    sight.homes.map((graph) => {
      const kept = keptIn(sight, graph);
      const other = end === 'to' ? 'from' : 'to';
      const gone = graph.arcs.flatMap((arc) => (kept.has(arc[other]) && !kept.has(arc[end]) ? [arc[end]] : []));
      return [...new Set(gone)].filter((n) => {
        const node = graph.nodes[n];
        return node !== undefined && partOf(graph, node) === part;
      }).length;
    }),
    0,
  );
}

/** Modal verbs and auxiliaries of the future, by what they do. */
const MODALS = /^(?:will|would|shall|should|can|could|may|might|must|'ll)$/;
const modalsIn = ({ read: { tree } }: Graph): Set<string> =>
  new Set(
    tree.words.flatMap(({ text, tag }) =>
      tag === 'MD' && MODALS.test(text.toLowerCase()) ? [text.toLowerCase()] : [],
    ),
  );

/** What was left out, and how sure the whole is told. */
export const DROPS: readonly Trait[] = [
  ...PARTS.flatMap((part): Trait[] => [
    { name: `${part}: left out below`, of: (s) => leftOut(s, part, 'to') },
    { name: `${part}: left out above`, of: (s) => leftOut(s, part, 'from') },
  ]),
  {
    name: 'home: least share kept',
    of: (s) => Math.min(1, ...s.homes.map((graph) => keptIn(s, graph).size / Math.max(1, graph.nodes.length))),
  },
  {
    name: 'home: clauses left out',
    of: (s) =>
      most(
        s.homes.map((graph) => {
          const kept = keptIn(s, graph);
          return [...graph.clauseOf.keys()].filter((n) => !kept.has(n)).length;
        }),
        0,
      ),
  },
  {
    name: 'modals: added',
    of: (s) => {
      const theirs = new Set(s.homes.flatMap((graph) => [...modalsIn(graph)]));
      return [...modalsIn(s.pairing.claim)].filter((one) => !theirs.has(one)).length;
    },
  },
  {
    name: 'modals: left out',
    of: (s) => {
      const own = modalsIn(s.pairing.claim);
      return most(
        s.homes.map((graph) => [...modalsIn(graph)].filter((one) => !own.has(one)).length),
        0,
      );
    },
  },
  {
    name: 'clauses: share told as facts',
    of: ({ pairing: { claim } }) => share([...claim.clauseOf.values()], (clause) => certainty(clause) === 3),
  },
  {
    name: 'home: share of clauses told as facts',
    of: ({ homes }) =>
      share(
        homes.flatMap((graph) => [...graph.clauseOf.values()]),
        (clause) => certainty(clause) === 3,
      ),
  },
];
