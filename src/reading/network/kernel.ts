/**
 * The loops of `kernel.wat` with their memory. Sums are of whole numbers and floats are rounded alike everywhere, so that the same words
 * give the same numbers on every machine.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matrix } from './matrices.ts';

const PAGE = 65_536;
/** Weights are packed for sixteen outputs at a time, and two such blocks are reckoned at once. */
const BLOCK = 16;
const OUTPUTS = 2 * BLOCK;
/** What an LSTM shows lies between -1 and 1, and is kept in these parts. */
const PARTS = 32_767;

/** Rows of 16-bit integers at an address, with the address of their scale: one for all (`step` 0) or one for each (`step` 4). */
export type Integers = { readonly at: number; readonly scale: number; readonly step: 0 | 4 };
/** Rows of `n` floats at an address. */
export type Floats = { readonly at: number; readonly n: number };
/** A layer: addresses of its weights, their scales and its bias, and its size, outputs rounded up to whole blocks. */
export type Layer = {
  readonly w: number;
  readonly scales: number;
  readonly bias: number;
  readonly k: number;
  readonly n: number;
};
/** A table whose rows are looked up: addresses of its rows and their scales, and its columns. */
export type Table = { readonly w: number; readonly scales: number; readonly n: number };

const LOOPS = ['affine', 'lstm', 'gather', 'copy', 'bend', 'round', 'highest', 'products'] as const;
type Loop = (...args: readonly number[]) => void;
type Loops = Readonly<Record<(typeof LOOPS)[number], Loop>>;

const isLoops = (exported: Readonly<Record<string, unknown>>): exported is Loops =>
  LOOPS.every((name) => typeof exported[name] === 'function');

export class Kernel {
  readonly #memory: WebAssembly.Memory;
  readonly #loops: Loops;
  /** The memory by its kinds of numbers; other arrays after it has grown. */
  floats: Float32Array;
  integers: Int32Array;
  #free = 0;
  /** Where the scale of what an LSTM shows stands. */
  readonly #shown: number;
  readonly #zeros: number;

  /** `most` is the most outputs that a layer without a bias has. */
  constructor(most: number) {
    const module = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
    const { memory, ...loops } = new WebAssembly.Instance(module).exports;
    if (!(memory instanceof WebAssembly.Memory) || !isLoops(loops))
      throw new Error('kernel.wasm is not made from kernel.wat');
    this.#memory = memory;
    this.#loops = loops;
    this.floats = new Float32Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
    this.#zeros = this.take(4 * most);
    this.#shown = this.take(4);
    this.floats[this.#shown / 4] = 1 / PARTS;
  }

  /** The address of that many bytes more, on which any number may stand. */
  take(bytes: number): number {
    const at = this.#free;
    this.#free += Math.ceil(bytes / 16) * 16;
    const missing = this.#free - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.floats = new Float32Array(this.#memory.buffer);
      this.integers = new Int32Array(this.#memory.buffer);
    }
    return at;
  }

  /** Runs what takes memory of which nothing is needed behind it. */
  scratch<T>(run: () => T): T {
    const before = this.#free;
    try {
      return run();
    } finally {
      this.#free = before;
    }
  }

  #floatsAt(values: Float32Array, count = values.length): number {
    const at = this.take(4 * count);
    this.floats.set(values, at / 4);
    return at;
  }

  /** Matrices of as many columns, one below the other. */
  table(matrices: readonly Matrix[]): Table {
    const n = matrices[0]?.columns ?? 0;
    const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
    const [w, scales] = [this.take(rows * n), this.take(4 * rows)];
    let row = 0;
    for (const matrix of matrices) {
      new Int8Array(this.#memory.buffer).set(matrix.values, w + row * n);
      this.floats.set(matrix.scales, scales / 4 + row);
      row += matrix.rows;
    }
    return { w, scales, n };
  }

  /** A row of a table. */
  row({ w, scales, n }: Table, row: number): Float32Array {
    const scale = this.floats[scales / 4 + row] ?? 0;
    return Float32Array.from(new Int8Array(this.#memory.buffer, w + row * n, n), (value) => value * scale);
  }

  /** Packs a matrix of an even number of columns, with its bias, as the loops want it. */
  layer({ rows, columns, values, scales }: Matrix, bias: Float32Array | null): Layer {
    const n = Math.ceil(rows / OUTPUTS) * OUTPUTS;
    const w = this.take(2 * n * columns);
    const packed = new Int16Array(this.#memory.buffer, w, n * columns);
    for (let row = 0; row < rows; row++) {
      const at = Math.floor(row / BLOCK) * columns * BLOCK + (row % BLOCK) * 2;
      for (let k = 0; k < columns; k++) packed[at + (k >> 1) * BLOCK * 2 + (k & 1)] = values[row * columns + k] ?? 0;
    }
    const at = bias === null ? this.#zeros : this.#floatsAt(bias, n);
    return { w, scales: this.#floatsAt(scales, n), bias: at, k: columns, n };
  }

  /** The sums of rows of a table: of each word the `each` rows that `picks` has for it, -1 for none. */
  gather(picks: readonly number[], each: number, { w, scales, n }: Table): Integers {
    const rows = picks.length / each;
    const [from, y] = [this.take(4 * picks.length), this.take(4 * rows * n)];
    this.integers.set(picks, from / 4);
    this.#loops.gather(from, each, w, scales, y, rows, n);
    return this.#rounded({ at: y, n }, rows);
  }

  #rounded({ at, n }: Floats, rows: number): Integers {
    const [x, scale] = [this.take(2 * rows * n), this.take(4 * rows)];
    this.#loops.round(at, x, scale, rows, n);
    return { at: x, scale, step: 4 };
  }

  /** Rows of others of n floats, in the order of `picks`. */
  copy(picks: readonly number[], { at, n }: Floats): Floats {
    const [from, to] = [this.take(4 * picks.length), this.take(4 * picks.length * n)];
    this.integers.set(picks, from / 4);
    this.#loops.copy(from, at, to, picks.length, 4 * n);
    return { at: to, n };
  }

  /** A layer over rows of its inputs, to those at `to`. */
  affine(x: Integers, { w, scales, bias, k, n }: Layer, rows: number, to = this.take(4 * rows * n)): Floats {
    this.#loops.affine(x.at, x.scale, x.step, w, scales, bias, 0, to, rows, k, n);
    return { at: to, n };
  }

  /** A layer without a bias over rows of its inputs, each added to that of another. */
  added(x: Integers, { w, scales, k, n }: Layer, rows: number, other: Floats): Floats {
    const to = this.take(4 * rows * n);
    this.#loops.affine(x.at, x.scale, x.step, w, scales, other.at, 4 * n, to, rows, k, n);
    return { at: to, n };
  }

  /**
   * Both directions of an LSTM, each with what its inputs bring to its gates and with the layer of what it shows; each row what the first
   * shows, then what the second shows.
   */
  lstm(ways: readonly { readonly gates: Floats; readonly hidden: Layer }[], rows: number): Integers {
    const cells = ways[0]?.hidden.k ?? 0;
    const width = 2 * cells * ways.length;
    const out = this.take(width * rows);
    const state = this.take(26 * cells);
    ways.forEach(({ gates, hidden }, way) => {
      const [first, sign] = way === 0 ? [0, 1] : [rows - 1, -1];
      const from = gates.at + first * 4 * gates.n;
      const to = out + first * width + way * 2 * cells;
      this.#loops.lstm(from, sign * 4 * gates.n, hidden.w, hidden.scales, state, to, sign * width, rows, cells);
    });
    return { at: out, scale: this.#shown, step: 0 };
  }

  /** Puts nought for what is below it, in place, and gives the rows as integers as well. */
  bend(y: Floats, rows: number): Integers {
    this.#loops.bend(y.at, rows * y.n);
    return this.#rounded(y, rows);
  }

  /** Which of the first `names` numbers of each row is the highest. */
  highest({ at, n }: Floats, rows: number, names: number): Int32Array {
    const out = this.take(4 * rows);
    this.#loops.highest(at, n, names, out, rows);
    return this.integers.subarray(out / 4, out / 4 + rows);
  }

  /** The product of each row of the one with each of the other, and the bias of the latter, which is the first number of its row there. */
  products(left: Floats, right: Floats, bias: Floats, rows: number, columns: number): Float32Array {
    const out = this.take(4 * rows * columns);
    this.#loops.products(left.at, right.at, bias.at, 4 * bias.n, out, rows, columns, left.n);
    return this.floats.subarray(out / 4, out / 4 + rows * columns);
  }
}
