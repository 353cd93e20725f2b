import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Matrix, readMatrices } from './matrices.ts';

export type Weights = {
  /** Universal classes, Penn tags and relations, by the index that the network gives. */
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** The row of a known word of the matrix `words`; null for another. */
  rowOf(word: string): number | null;
  matrix(name: string): Matrix;
};

type Head = {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
};

/** Finds a word's place among words on a line each. Two arrays of numbers take a third of what a map of forty thousand words takes. */
function rowsOf(words: string): (word: string) => number | null {
  const starts: number[] = [];
  for (let at = 0; at > 0 || starts.length === 0; at = words.indexOf('\n', at) + 1) starts.push(at);
  const from = Uint32Array.from(starts);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * from.length))).fill(-1);
  const mask = slots.length - 1;
  const hash = (text: string, at: number, to: number): number => {
    let sum = 0;
    for (let n = at; n < to; n++) sum = (Math.imul(sum, 31) + text.charCodeAt(n)) | 0;
    return Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> 8;
  };
  const endOf = (row: number): number => (from[row + 1] ?? words.length + 1) - 1;
  from.forEach((at, row) => {
    let slot = hash(words, at, endOf(row)) & mask;
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot] = row;
  });
  return (word) => {
    for (let slot = hash(word, 0, word.length) & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot] ?? -1;
      if (row < 0) return null;
      const at = from[row] ?? 0;
      if (endOf(row) - at === word.length && words.startsWith(word, at)) return row;
    }
  };
}

/** The weights as `weights/train.py` writes them. */
export function readWeights(): Weights {
  const { head, matrix } = readMatrices<Head>(readFileSync(join(import.meta.dirname, '..', 'weights', 'reading.bin')));
  return { classes: head.upos, tags: head.xpos, relations: head.relations, rowOf: rowsOf(head.words), matrix };
}
