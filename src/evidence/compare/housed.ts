import { choose } from './align.ts';
import type { Pairing } from './pairing.ts';
import { regionOf } from './support.ts';

/** From here on a word of the claim is the source's own, whatever its form; a name, also by a pronoun. */
const OWN = { word: 0.8, name: 0.6, time: 0.7, figure: 1, pronoun: 0.4 } as const;

/** The sentence that most words of each clause of the claim stand in, by the clause's predicate. */
function homesOf({ claim, graphs, options, chosen }: Pairing): Map<number, number> {
  const votes = new Map<number, number[]>();
  claim.nodes.forEach((node, n) => {
    const region = regionOf(claim, node.head);
    const counts = votes.get(region) ?? graphs.map(() => 0);
    votes.set(region, counts);
    for (const g of new Set(
      (options[n] ?? []).flatMap(({ graph, likeness }) => (likeness >= OWN[node.kind] ? [graph] : [])),
    ))
      counts[g] = (counts[g] ?? 0) + (chosen[n]?.graph === g ? 1.1 : 1);
  });
  return new Map([...votes].map(([region, counts]) => [region, counts.indexOf(Math.max(...counts))]));
}

/** The pairing with each clause of the claim held to one sentence of the sources, names aside. */
export function housed(pairing: Pairing): Pairing {
  const { claim, graphs, support } = pairing;
  const homes = homesOf(pairing);
  const options = pairing.options.map((found, n) => {
    const node = claim.nodes[n];
    const here = found.filter(({ graph }) => graph === homes.get(regionOf(claim, node?.head ?? -1)));
    return here.length === 0 && /^(?:name|pronoun)$/.test(node?.kind ?? '') ? found : here;
  });
  return { ...pairing, options, chosen: choose(claim, graphs, options, support) };
}
