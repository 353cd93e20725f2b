/**
 * The tree of the highest sum of scores with a single root (Chu and Liu 1965, Edmonds 1967). `scores[d * (count + 1) + g]` is that
 * of word `d` under governor `g - 1`, where governor -1 is the root. Gives each word's governor.
 */
export function treeOf(scores: Float32Array, count: number): number[] {
  const score = (dependent: number, governor: number): number => scores[dependent * (count + 1) + governor + 1] ?? 0;
  const words = Array.from({ length: count }, (_, n) => n);
  const greedy = words.map((d) => bestOf(words, d, score));
  const roots = words.filter((d) => score(d, -1) > score(d, greedy[d] ?? -1));
  const root = (roots.length > 0 ? roots : words).reduce((a, b) => (gain(a) >= gain(b) ? a : b));
  /** What a word's standing at the root is worth, against its best governor. */
  function gain(d: number): number {
    return score(d, -1) - score(d, greedy[d] ?? -1);
  }
  const heads = words.map((d) => (d === root ? -1 : (greedy[d] ?? root)));
  const loop = cycleIn(heads);
  return loop === null ? heads : arborescence(words, root, score);
}

function bestOf(
  governors: readonly number[],
  dependent: number,
  score: (dependent: number, governor: number) => number,
): number {
  let best = -1;
  for (const g of governors) {
    if (g === dependent) continue;
    if (best < 0 || score(dependent, g) > score(dependent, best)) best = g;
  }
  return best;
}

/** The words of a loop of governors, if there is one. */
function cycleIn(heads: readonly number[]): number[] | null {
  const seen = new Int32Array(heads.length).fill(-1);
  for (let start = 0; start < heads.length; start++) {
    let at = start;
    while (at >= 0 && seen[at] === -1) {
      seen[at] = start;
      at = heads[at] ?? -1;
    }
    if (at < 0 || seen[at] !== start) continue;
    const loop = [at];
    for (let next = heads[at] ?? -1; next !== at; next = heads[next] ?? -1) loop.push(next);
    return loop;
  }
  return null;
}

/** Loops are drawn together into one word each, until none is left; then opened again where the rest enters them. */
function arborescence(
  nodes: readonly number[],
  root: number,
  score: (dependent: number, governor: number) => number,
): number[] {
  const heads: number[] = [];
  for (const d of nodes) heads[d] = d === root ? -1 : bestOf(nodes, d, score);
  const index = new Map(nodes.map((node, n) => [node, n]));
  const loop = cycleIn(nodes.map((d) => index.get(heads[d] ?? -1) ?? -1))?.map((n) => nodes[n] ?? -1);
  if (loop === undefined) return heads;
  const inside = new Set(loop);
  const merged = Math.max(...nodes) + 1;
  const rest = nodes.filter((node) => !inside.has(node));
  const lost = (d: number): number => score(d, heads[d] ?? -1);
  /** The word of the loop by which an outer governor enters it at the least cost. */
  const entry = (governor: number): number =>
    loop.reduce((a, b) => (score(a, governor) - lost(a) >= score(b, governor) - lost(b) ? a : b));
  /** The word of the loop that governs an outer word best. */
  const exit = (dependent: number): number =>
    loop.reduce((a, b) => (score(dependent, a) >= score(dependent, b) ? a : b));
  const outer = arborescence([...rest, merged], root, (d, g) => {
    if (d === merged) return score(entry(g), g) - lost(entry(g));
    return g === merged ? score(d, exit(d)) : score(d, g);
  });
  for (const d of rest) heads[d] = outer[d] === merged ? exit(d) : (outer[d] ?? -1);
  const from = outer[merged] ?? root;
  heads[entry(from)] = from;
  return heads;
}
