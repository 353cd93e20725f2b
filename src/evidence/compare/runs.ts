import type { Option } from './align.ts';
import type { Graph } from './graph.ts';
import { LIGHT, type Pairing } from './pairing.ts';

type Item = { readonly node: number; readonly low: string };

/** The words of a sentence without marks, each node as one. */
function itemsOf({ read, nodeOf }: Graph): Item[] {
  const items: Item[] = [];
  read.tree.words.forEach((word, n) => {
    const node = nodeOf[n] ?? -1;
    if (node >= 0 && items.at(-1)?.node === node) return;
    if (node >= 0 || word.class !== 'PUNCT') items.push({ node, low: word.text.toLowerCase() });
  });
  return items;
}

/** Which of the claim's nodes stand in one run of words with others, taken over as it is: what hangs together there does here. */
export function runsOf({ claim, graphs, chosen }: Pairing): (number | undefined)[] {
  const runs: (number | undefined)[] = [];
  const theirs = graphs.map(itemsOf);
  const items = itemsOf(claim);
  const places = theirs.map((list) => new Map(list.map(({ node }, n) => [node, n])));
  let run = 0;
  let last: { graph: number; at: number } | null = null;
  for (const { node, low } of items) {
    const option: Option | null = node < 0 ? null : (chosen[node] ?? null);
    let here: { graph: number; at: number } | null = null;
    if (option !== null) {
      const at = places[option.graph]?.get(option.node);
      if (at !== undefined && option.likeness >= 0.9) here = { graph: option.graph, at };
    } else if (node < 0 && last !== null && theirs[last.graph]?.[last.at + 1]?.low === low)
      here = { graph: last.graph, at: last.at + 1 };
    if (here === null || last === null || here.graph !== last.graph || here.at !== last.at + 1) run++;
    if (here !== null && node >= 0) runs[node] = run;
    last = here;
  }
  return runs;
}

/** The share of a claim's words that stand in the sources as they are, or by a name of the same. */
export function copiedShare({ claim, chosen }: Pairing): number {
  const content = claim.nodes.flatMap(({ kind, lemma }, n) => (kind === 'pronoun' || LIGHT.test(lemma) ? [] : [n]));
  const copied = content.filter((n) => (chosen[n]?.likeness ?? 0) >= 0.6);
  return content.length === 0 ? 0 : copied.length / content.length;
}
