import type { Option } from '../compare/align.ts';
import type { Graph } from '../compare/graph.ts';
import type { Sight, Tie } from './sight.ts';
import { least, most, share, sum, type Trait } from './trait.ts';

/** From here on the sources tie two words as the claim does. */
const TIED = 0.5;
const FAR = 9;

const cache = new WeakMap<Graph, Map<number, readonly number[]>>();

/** The steps from a node of a sentence to each other, over what hangs together; `FAR` where nothing leads there. */
export function stepsFrom(graph: Graph, node: number): readonly number[] {
  const known = cache.get(graph) ?? new Map<number, readonly number[]>();
  cache.set(graph, known);
  const made = known.get(node);
  if (made !== undefined) return made;
  const steps = graph.nodes.map(() => FAR);
  steps[node] = 0;
  let open = [node];
  for (let far = 1; far < FAR && open.length > 0; far++) {
    const here = new Set(open);
    open = graph.arcs.flatMap(({ from, to }) => [...(here.has(from) ? [to] : []), ...(here.has(to) ? [from] : [])]);
    open = [...new Set(open)].filter((n) => (steps[n] ?? 0) === FAR && n !== node);
    for (const n of open) steps[n] = far;
  }
  known.set(node, steps);
  return steps;
}

/** The steps between what two words stand for; null where they stand in two sentences. */
const stepsBetween = ({ pairing: { graphs } }: Sight, a: Option, b: Option): number | null => {
  const graph = graphs[a.graph];
  return graph === undefined || a.graph !== b.graph ? null : (stepsFrom(graph, a.node)[b.node] ?? FAR);
};

const ROLES: readonly (readonly [string, RegExp])[] = [
  ['who', /^S$/],
  ['whom', /^[OI]$/],
  ['is', /^is$/],
  ['of', /^of$/],
  ['at', /^at:/],
  ['how', /^how$/],
  ['that', /^(?:X|when:)/],
  ['and', /^(?:and|beside)$/],
];

const loose = ({ held }: Tie): boolean => held !== null && held < TIED;
const heldOf = (ties: readonly Tie[]): number[] => ties.flatMap(({ held }) => held ?? []);
const ends = (part: string) => (tie: Tie) => tie.from.part === part || tie.to.part === part;

function steps(sight: Sight, ties: readonly Tie[]): number[] {
  return ties.flatMap(({ from, to }) =>
    from.at === null || to.at === null ? [] : (stepsBetween(sight, from.at, to.at) ?? FAR),
  );
}

function traitsOf(name: string, of: (tie: Tie) => boolean): Trait[] {
  return [
    { name: `${name}: least held`, of: ({ ties }) => least(heldOf(ties.filter(of)), 1) },
    { name: `${name}: not held`, of: ({ ties }) => ties.filter((tie) => of(tie) && loose(tie)).length },
    { name: `${name}: no counterpart`, of: ({ ties }) => ties.filter((tie) => of(tie) && tie.held === null).length },
    { name: `${name}: most steps`, of: (s) => most(steps(s, s.ties.filter(of)), 0) },
  ];
}

/** Which words that hang together here hang together there. */
export const TIES: readonly Trait[] = [
  ...ROLES.flatMap(([name, roles]) => traitsOf(`pairs ${name}`, ({ arc }) => roles.test(arc.role))),
  ...['figure', 'time', 'name', 'verb'].flatMap((part) => traitsOf(`pairs with a ${part}`, ends(part))),
  { name: 'pairs: mean held', of: ({ ties }) => (ties.length === 0 ? 1 : sum(heldOf(ties)) / ties.length) },
  { name: 'pairs: share held', of: ({ ties }) => share(ties, ({ held }) => held !== null && held >= TIED) },
  { name: 'pairs: share not held', of: ({ ties }) => share(ties, loose) },
  { name: 'pairs: held in no role', of: ({ ties }) => ties.filter(({ held }) => held === 0).length },
  {
    name: 'pairs: mean steps',
    of: (s) => {
      const all = steps(s, s.ties);
      return all.length === 0 ? 1 : sum(all) / all.length;
    },
  },
  {
    name: 'pairs: across sentences and not held',
    of: ({ ties }) => ties.filter((tie) => loose(tie) && tie.from.at?.graph !== tie.to.at?.graph).length,
  },
];
