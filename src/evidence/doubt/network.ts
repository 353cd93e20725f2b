import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { once } from '../../once.ts';
import { layer, positive } from '../../reading/network/layers.ts';
import { readMatrices } from '../../reading/network/matrices.ts';
import { type Known, nodesOf } from './nodes.ts';
import type { Trait } from './trait.ts';

/** A row of numbers a word. */
type Rows = readonly Float32Array[];

/** How much of the sum of a sentence's words is taken. */
const PART = 1 / 4;

const learned = once(() => {
  const { head, matrix } = readMatrices(brotliDecompressSync(readFileSync(join(import.meta.dirname, 'network.bin'))));
  const networks = [...new Set(head.matrices.map(([name]) => name.split('.')[0] ?? ''))];
  return { rowOf: new Map(head.words.split('\n').map((name, row) => [name, row])), matrix, networks };
});

const add = (to: Float32Array, from: Float32Array): void => {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] ?? 0) + (from[n] ?? 0);
};

function joined(...rows: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const row of rows) {
    out.set(row, at);
    at += row.length;
  }
  return out;
}

/** A word as the sum of its names. */
function summed(network: string, { names }: Known): Float32Array {
  const { rowOf, matrix } = learned();
  const { columns, scales, values } = matrix(`${network}.names.weight`);
  const out = new Float32Array(columns);
  const known = names.flatMap((name) => rowOf.get(name) ?? []);
  for (const row of known.length === 0 ? [0] : known) {
    const scale = scales[row] ?? 0;
    for (let c = 0, at = row * columns; c < columns; c++, at++) out[c] = (out[c] ?? 0) + (values[at] ?? 0) * scale;
  }
  return positive(out);
}

/** Each word with what it hangs on, and with what hangs on it. */
function looked(name: string, words: readonly Known[], rows: Rows): Rows {
  const { matrix } = learned();
  const width = rows[0]?.length ?? 0;
  const below = rows.map(() => new Float32Array(width));
  words.forEach(({ above }, n) => {
    const [to, from] = [below[above], rows[n]];
    if (to !== undefined && from !== undefined) add(to, from);
  });
  return rows.map((row, n) => {
    const above = rows[words[n]?.above ?? -1] ?? new Float32Array(width);
    return positive(layer(matrix, name, joined(row, above, below[n] ?? new Float32Array(width))));
  });
}

/** What one network makes of a sentence. */
function doubtBy(network: string, words: readonly Known[]): number {
  const { matrix } = learned();
  const first = words.map((word) => summed(network, word));
  const rows = looked(`${network}.second`, words, looked(`${network}.first`, words, first));
  const width = rows[0]?.length ?? 0;
  const [most, sum] = [new Float32Array(width), new Float32Array(width)];
  for (const row of rows) {
    add(sum, row);
    for (let n = 0; n < width; n++) most[n] = Math.max(most[n] ?? 0, row[n] ?? 0);
  }
  const inner = positive(
    layer(
      matrix,
      `${network}.third`,
      joined(
        most,
        sum.map((one) => one * PART),
      ),
    ),
  );
  return layer(matrix, `${network}.last`, inner)[0] ?? 0;
}

/** How much a sentence is doubted by its words and those that they stand for, in log odds: the mean of networks that learned the same from other seeds. */
export function networkOf(words: readonly Known[]): number {
  const { networks } = learned();
  return networks.reduce((sum, network) => sum + doubtBy(network, words), 0) / networks.length;
}

/** What a small network makes of the words one by one and of what they hang on, in log odds: it sees what stands with what, which a sum of differences does not. */
export const NETWORK: Trait = { name: 'network', of: (sight) => networkOf(nodesOf(sight)) };
