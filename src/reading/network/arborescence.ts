/** Scores of words under governors: `scores[d * size + g]`. */
type Table = { readonly size: number; readonly scores: Float32Array };

/**
 * The tree of the highest sum of scores with a single root (Chu and Liu 1965, Edmonds 1967). `scores[d * (count + 1) + g]` is that
 * of word `d` under governor `g - 1`, where governor -1 is the root. Gives each word's governor. Cubic in the words at worst.
 */
export function treeOf(scores: Float32Array, count: number): number[] {
  const rows = count + 1;
  const greedy: number[] = [];
  let [root, gained] = [0, Number.NEGATIVE_INFINITY];
  for (let d = 0; d < count; d++) {
    let [best, most] = [-1, 0];
    for (let g = 0; g < count; g++) {
      const score = scores[d * rows + g + 1] ?? 0;
      if (g !== d && (best < 0 || score > most)) [best, most] = [g, score];
    }
    greedy.push(best);
    /** What the word's standing at the root is worth, against its best governor. */
    const gain = (scores[d * rows] ?? 0) - most;
    if (d === 0 || gain > gained) [root, gained] = [d, gain];
  }
  greedy[root] = -1;
  if (loopIn(greedy) === null) return greedy;
  const table: Table = { size: count, scores: new Float32Array(count * count) };
  for (let d = 0; d < count; d++) table.scores.set(scores.subarray(d * rows + 1, (d + 1) * rows), d * count);
  return arborescence(table, root);
}

const scoreOf = ({ scores, size }: Table, d: number, g: number): number => (g < 0 ? 0 : (scores[d * size + g] ?? 0));

function bestOf(table: Table, d: number): number {
  let best = -1;
  for (let g = 0; g < table.size; g++)
    if (g !== d && (best < 0 || scoreOf(table, d, g) > scoreOf(table, d, best))) best = g;
  return best;
}

/** The words of a loop of governors, if there is one. */
export function loopIn(heads: readonly number[]): number[] | null {
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

/**
 * A loop is drawn together into one word, the last of a smaller table, and opened again where the rest enters it. Each table is
 * reckoned once, since looking through the loops at every score grows exponentially with how deep they lie.
 */
function arborescence(table: Table, root: number): number[] {
  const heads = Array.from({ length: table.size }, (_, d) => (d === root ? -1 : bestOf(table, d)));
  const loop = loopIn(heads);
  if (loop === null) return heads;
  const inside = new Set(loop);
  const rest = heads.map((_, d) => d).filter((d) => !inside.has(d));
  const size = rest.length + 1;
  const merged = rest.length;
  const scores = new Float32Array(size * size);
  /** Of each word of the rest: the word of the loop by which it enters, as governor, at the least cost; and that which governs it best. */
  const entries = rest.map((g) => highest(loop, (d) => scoreOf(table, d, g) - scoreOf(table, d, heads[d] ?? -1)));
  const exits = rest.map((d) => highest(loop, (g) => scoreOf(table, d, g)));
  rest.forEach((word, n) => {
    const entry = entries[n] ?? root;
    scores[merged * size + n] = scoreOf(table, entry, word) - scoreOf(table, entry, heads[entry] ?? -1);
    scores[n * size + merged] = scoreOf(table, word, exits[n] ?? root);
    rest.forEach((governor, k) => {
      scores[n * size + k] = scoreOf(table, word, governor);
    });
  });
  const outer = arborescence({ size, scores }, rest.indexOf(root));
  rest.forEach((word, n) => {
    const governor = outer[n] ?? -1;
    heads[word] = governor === merged ? (exits[n] ?? -1) : governor < 0 ? -1 : (rest[governor] ?? -1);
  });
  const from = outer[merged] ?? 0;
  heads[entries[from] ?? root] = rest[from] ?? -1;
  return heads;
}

function highest(words: readonly number[], worth: (word: number) => number): number {
  let best = words[0] ?? 0;
  for (const word of words) if (worth(word) > worth(best)) best = word;
  return best;
}
