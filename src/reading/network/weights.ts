import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A matrix of 8-bit numbers, each row with its scale: `values[row * columns + column] * scales[row]`. */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  readonly values: Int8Array;
};

export type Weights = {
  /** Universal classes, Penn tags and relations, by the index that the network gives. */
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** The row of each known word of the matrix `words`. */
  readonly rowOf: ReadonlyMap<string, number>;
  matrix(name: string): Matrix;
};

const Head = z.object({
  upos: z.array(z.string()),
  xpos: z.array(z.string()),
  relations: z.array(z.string()),
  matrices: z.array(z.tuple([z.string(), z.number().int(), z.number().int()])),
  words: z.string(),
});

/** The weights as `weights/train.py` writes them. */
export function readWeights(): Weights {
  const file = readFileSync(join(import.meta.dirname, '..', 'weights', 'reading.bin'));
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const length = new DataView(bytes).getUint32(0, true);
  const head = Head.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))));
  const matrices = new Map<string, Matrix>();
  let at = 4 + length;
  for (const [name, rows, columns] of head.matrices) {
    const scales = new Float32Array(bytes, at, rows);
    const values = new Int8Array(bytes, at + rows * 4, rows * columns);
    matrices.set(name, { rows, columns, scales, values });
    at += Math.ceil((rows * 4 + rows * columns) / 4) * 4;
  }
  return {
    classes: head.upos,
    tags: head.xpos,
    relations: head.relations,
    rowOf: new Map(head.words.split('\n').map((word, row) => [word, row])),
    matrix(name) {
      const found = matrices.get(name);
      if (found === undefined) throw new Error(`the weights have no matrix ${name}: make them again`);
      return found;
    },
  };
}
