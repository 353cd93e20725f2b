import { copiedShare, runsOf } from '../compare/runs.ts';
import type { Part, Sight, Told } from './sight.ts';
import { least, share, sum, type Trait } from './trait.ts';

const PARTS: readonly Part[] = ['verb', 'noun', 'other', 'name'];
const UNKNOWN = 0.1;
const LOOSE = 0.8;

const like = ({ at }: Told): number => at?.likeness ?? 0;
const near = ({ home }: Told): number => home?.likeness ?? 0;
const count = ({ told }: Sight, is: (one: Told) => boolean): number => told.filter(is).length;

/** The told words that one sentence of the sources has, a name also where it speaks of whoever bears it. */
function within({ pairing: { options, ties, graphs } }: Sight, graph: number, { n, part }: Told): boolean {
  const about = ties.referents.about(graph);
  return (options[n] ?? []).some(
    (option) =>
      option.graph === graph || (part === 'name' && graphs.length > 0 && about.has(ties.referents.of(option))),
  );
}

/** The largest share of these words that any sentence has, and that any two have. */
function heldTogether(sight: Sight, told: readonly Told[]): readonly [one: number, two: number] {
  const sets = sight.pairing.graphs.map((_, g) => told.map((one) => within(sight, g, one)));
  let [one, two] = [0, 0];
  sets.forEach((left, k) => {
    one = Math.max(one, left.filter(Boolean).length);
    for (const right of sets.slice(k + 1)) two = Math.max(two, left.filter((has, n) => has || right[n]).length);
  });
  return told.length === 0 ? [1, 1] : [one / told.length, Math.max(one, two) / told.length];
}

const rootOf = ({ told, pairing: { claim } }: Sight): Told | undefined =>
  told.find(({ node }) => claim.read.tree.words[node.head]?.relation === 'root');

/** Which of its words the sources have, and how many of them together. */
export const WORDS: readonly Trait[] = [
  {
    name: 'sources: sentences',
    of: ({ pairing: { bases } }) =>
      sum([...new Set(bases.map(({ prepared }) => prepared))].map(({ sentences }) => sentences.length)),
  },
  ...PARTS.flatMap((part): Trait[] => [
    { name: `${part}: unknown`, of: (s) => count(s, (one) => one.part === part && like(one) < UNKNOWN) },
    {
      name: `${part}: by its meaning alone`,
      of: (s) => count(s, (one) => one.part === part && like(one) >= UNKNOWN && like(one) < LOOSE),
    },
    {
      name: `${part}: not in its clause's sentence`,
      of: (s) => count(s, (one) => one.part === part && like(one) >= LOOSE && near(one) < UNKNOWN),
    },
  ]),
  { name: 'words: share unknown', of: ({ told }) => share(told, (one) => like(one) < UNKNOWN) },
  { name: 'words: share as they stand', of: ({ told }) => share(told, (one) => like(one) >= LOOSE) },
  { name: "words: share in their clause's sentence", of: ({ told }) => share(told, (one) => near(one) >= LOOSE) },
  { name: 'words: copied', of: ({ pairing }) => copiedShare(pairing) },
  { name: 'words: held by one sentence', of: (s) => heldTogether(s, s.told)[0] },
  { name: 'words: held by two sentences', of: (s) => heldTogether(s, s.told)[1] },
  {
    name: 'words: runs to a word',
    of: ({ pairing, told }) =>
      new Set(runsOf(pairing).filter((run) => run !== undefined)).size / Math.max(told.length, 1),
  },
  { name: 'words: sentences', of: ({ told }) => new Set(told.flatMap(({ at }) => at?.graph ?? [])).size },
  { name: 'root: likeness', of: (s) => rootOf(s)?.at?.likeness ?? 0 },
  { name: 'root: likeness in its sentence', of: (s) => rootOf(s)?.home?.likeness ?? 0 },
  {
    name: 'figure: share of the words in its sentence',
    of: (s) =>
      least(
        s.told.flatMap(({ part, at }) =>
          part === 'figure' && at !== null ? [share(s.told, (one) => within(s, at.graph, one))] : [],
        ),
        1,
      ),
  },
  {
    name: 'time: share of the words in its sentence',
    of: (s) =>
      least(
        s.told.flatMap(({ part, at }) =>
          part === 'time' && at !== null ? [share(s.told, (one) => within(s, at.graph, one))] : [],
        ),
        1,
      ),
  },
  { name: 'time: unknown', of: (s) => count(s, (one) => one.part === 'time' && like(one) < UNKNOWN) },
  { name: 'time: loose', of: (s) => count(s, (one) => one.part === 'time' && like(one) >= UNKNOWN && like(one) < 1) },
];
