import { readFileSync } from 'node:fs';
import type { Name } from './hashed.ts';

/** Weights are kept in steps of this many log odds, from -127 to 127 of them. */
export const STEP = 1 / 40;

/** The hash of the marks that they were learned from, then how many there are, the names, and the steps of each. */
const HASH = 64;

/** What each name is worth, found by its hash: a table that is twice as long as they are many, with the place of a name taken by its lowest bits. */
export class Weights {
  readonly #names: Uint32Array;
  readonly #worths: Float32Array;
  readonly #mask: number;

  constructor(weights: Iterable<readonly [Name, number]>, count: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#names = new Uint32Array(slots);
    this.#worths = new Float32Array(slots);
    this.#mask = slots - 1;
    for (const [name, worth] of weights) {
      let slot = name & this.#mask;
      while (this.#worths[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#names[slot] = name;
      this.#worths[slot] = worth;
    }
  }

  /** What a candidate is worth by the names of what is known of it, in log odds against the others of its choice. */
  of(names: readonly Name[]): number {
    let sum = 0;
    for (const name of names) {
      let slot = name & this.#mask;
      while (this.#worths[slot] !== 0 && this.#names[slot] !== name) slot = (slot + 1) & this.#mask;
      sum += this.#worths[slot] ?? 0;
    }
    return sum;
  }
}

/** What was learned, and the marks that it was learned from, by their hash. */
export type Learned = { readonly marks: string; readonly weights: Weights };

/** Reads a file that `written` made. Throws where there is none. */
export function readWeights(path: string): Learned {
  const file = readFileSync(path);
  const count = file.readUInt32LE(HASH);
  const names = HASH + 4;
  const steps = names + 4 * count;
  const all = Array.from({ length: count }, (_, n): [Name, number] => [
    file.readUInt32LE(names + 4 * n),
    file.readInt8(steps + n) * STEP,
  ]);
  return { marks: file.toString('latin1', 0, HASH), weights: new Weights(all, count) };
}

/** Weights as they are written down; names that tell nothing are left out. */
export function written(marks: string, weights: ReadonlyMap<Name, number>): Buffer {
  const kept = [...weights].flatMap(([name, weight]): [Name, number][] => {
    const steps = Math.max(-127, Math.min(127, Math.round(weight / STEP)));
    return steps === 0 ? [] : [[name, steps]];
  });
  kept.sort(([a], [b]) => a - b);
  const file = Buffer.alloc(HASH + 4 + 5 * kept.length);
  file.write(marks, 'latin1');
  file.writeUInt32LE(kept.length, HASH);
  kept.forEach(([name, steps], n) => {
    file.writeUInt32LE(name, HASH + 4 + 4 * n);
    file.writeInt8(steps, HASH + 4 + 4 * kept.length + n);
  });
  return file;
}
