/**
 * The network that reads a sentence: vectors of words, a bidirectional LSTM of two layers, and heads for the class, the governor
 * (biaffine: Dozat and Manning 2017) and the relation of each word. Its inner loops are WebAssembly (`kernel.wat`), so that
 * the same words give the same numbers on every machine.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeOf } from './arborescence.ts';
import { featuresOf } from './features.ts';
import { type Matrix, readWeights, type Weights } from './weights.ts';

/** What the network says of a sentence's words. A governor is the index of a word, or -1 for the root. */
export type Analysis = {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
};

/** Sentences of more words are tables, or no language. */
export const MOST_WORDS = 200;
const PAGE = 65_536;
/** Outputs are reckoned sixteen at a time. */
const BLOCK = 16;

type Affine = (x: number, w: number, b: number, bstep: number, y: number, rows: number, k: number, n: number) => void;
type Cell = (gates: number, c: number, h: number, n: number) => void;

/** A layer in the kernel's memory: addresses, and its size, outputs rounded up to whole blocks. */
type Layer = { readonly w: number; readonly b: number; readonly k: number; readonly n: number };

const rounded = (n: number): number => Math.ceil(n / BLOCK) * BLOCK;

class Network {
  readonly #weights: Weights = readWeights();
  readonly #memory: WebAssembly.Memory;
  readonly #affine: Affine;
  readonly #cell: Cell;
  #floats: Float32Array;
  #free = 0;
  readonly #layers = new Map<string, Layer>();
  readonly #hidden: number;
  readonly #width: number;
  readonly #root: number;
  readonly #zeros: number;
  /** Where a sentence's numbers begin. */
  readonly #scratch: number;
  readonly #vectors = new Map<string, Float32Array>();

  constructor() {
    const module = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
    const { memory, affine, cell } = new WebAssembly.Instance(module).exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof affine !== 'function' || typeof cell !== 'function')
      throw new Error('kernel.wasm is not made from kernel.wat');
    this.#memory = memory;
    this.#affine = (...args) => affine(...args);
    this.#cell = (...args) => cell(...args);
    this.#floats = new Float32Array(memory.buffer);
    this.#width = this.#weights.matrix('words').columns;
    this.#hidden = this.#weights.matrix('one.forth.hidden').columns;
    this.#zeros = this.#take(rounded(4 * this.#hidden));
    for (const layer of ['one', 'two'])
      for (const way of ['forth', 'back']) {
        this.#add(`${layer}.${way}.input`, `${layer}.${way}.bias`);
        this.#add(`${layer}.${way}.hidden`, null);
      }
    for (const head of ['upos', 'xpos', 'head', 'dep', 'arc', 'relhead', 'rel']) this.#add(head, `${head}.bias`);
    this.#add('bias', 'bias.bias');
    this.#add('reldep', null);
    this.#root = this.#take(2 * this.#hidden);
    this.#floats.set(rowOf(this.#weights.matrix('root'), 0), this.#root / 4);
    this.#scratch = this.#free;
  }

  /** Addresses of that many floats more. */
  #take(count: number): number {
    const at = this.#free;
    this.#free += count * 4;
    const missing = this.#free - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#floats = new Float32Array(this.#memory.buffer);
    }
    return at;
  }

  /** Packs a matrix as the kernel wants it. */
  #add(name: string, bias: string | null): void {
    const matrix = this.#weights.matrix(name);
    const { rows, columns } = matrix;
    const n = rounded(rows);
    const w = this.#take(n * columns);
    for (let row = 0; row < rows; row++) {
      const scale = matrix.scales[row] ?? 0;
      const at = w / 4 + Math.floor(row / BLOCK) * columns * BLOCK + (row % BLOCK);
      for (let k = 0; k < columns; k++) this.#floats[at + k * BLOCK] = scale * (matrix.values[row * columns + k] ?? 0);
    }
    let b = this.#zeros;
    if (bias !== null) {
      b = this.#take(n);
      this.#floats.set(rowOf(this.#weights.matrix(bias), 0), b / 4);
    }
    this.#layers.set(name, { w, b, k: columns, n });
  }

  #layer(name: string): Layer {
    const layer = this.#layers.get(name);
    if (layer === undefined) throw new Error(`the network has no layer ${name}`);
    return layer;
  }

  /** A layer over rows of its inputs; gives the address of its outputs, rows of `n`. */
  #apply(name: string, x: number, rows: number): { readonly at: number; readonly n: number } {
    const { w, b, k, n } = this.#layer(name);
    const at = this.#take(rows * n);
    this.#affine(x, w, b, 0, at, rows, k, n);
    return { at, n };
  }

  #relu({ at, n }: { readonly at: number; readonly n: number }, rows: number): void {
    for (let k = at / 4; k < at / 4 + rows * n; k++) if ((this.#floats[k] ?? 0) < 0) this.#floats[k] = 0;
  }

  /** Both directions over `rows` inputs at `x`; gives the address of rows of 2 x hidden. */
  #both(layer: string, x: number, rows: number): number {
    const h = this.#hidden;
    const out = this.#take(rows * 2 * h);
    const [state, gates] = [this.#take(2 * h), this.#take(4 * h)];
    const [before, cells] = [state, state + 4 * h];
    for (const way of ['forth', 'back']) {
      const { at, n } = this.#apply(`${layer}.${way}.input`, x, rows);
      const { w } = this.#layer(`${layer}.${way}.hidden`);
      this.#floats.fill(0, state / 4, state / 4 + 2 * h);
      for (let step = 0; step < rows; step++) {
        const row = way === 'forth' ? step : rows - 1 - step;
        this.#affine(before, w, at + row * n * 4, 0, gates, 1, h, n);
        this.#cell(gates, cells, before, h);
        const to = out / 4 + row * 2 * h + (way === 'forth' ? 0 : h);
        this.#floats.copyWithin(to, before / 4, before / 4 + h);
      }
    }
    return out;
  }

  /** What the tables know of a word. */
  #vectorOf(form: string): Float32Array {
    const known = this.#vectors.get(form);
    if (known !== undefined) return known;
    const { word, parts } = featuresOf(form);
    const vector = new Float32Array(this.#width);
    const row = this.#weights.rowOf.get(word);
    if (row !== undefined) addRow(vector, this.#weights.matrix('words'), row);
    for (const part of parts) addRow(vector, this.#weights.matrix('hashed'), part);
    if (this.#vectors.size >= 4_000) this.#vectors.clear();
    this.#vectors.set(form, vector);
    return vector;
  }

  #best(scores: { readonly at: number; readonly n: number }, rows: number, names: readonly string[]): string[] {
    return Array.from({ length: rows }, (_, row) => {
      const from = scores.at / 4 + row * scores.n;
      let best = 0;
      for (let k = 1; k < names.length; k++)
        if ((this.#floats[from + k] ?? 0) > (this.#floats[from + best] ?? 0)) best = k;
      return names[best] ?? 'X';
    });
  }

  knows(word: string): boolean {
    return this.#weights.rowOf.has(word);
  }

  analyse(forms: readonly string[]): Analysis {
    const count = forms.length;
    this.#free = this.#scratch;
    const input = this.#take(count * this.#width);
    forms.forEach((form, n) => {
      this.#floats.set(this.#vectorOf(form), input / 4 + n * this.#width);
    });
    const one = this.#both('one', input, count);
    // The root stands before the words for those heads that may choose it.
    const h2 = 2 * this.#hidden;
    const rooted = this.#take(h2 * (count + 1));
    const two = this.#both('two', one, count);
    this.#floats.copyWithin(rooted / 4, this.#root / 4, this.#root / 4 + h2);
    this.#floats.copyWithin(rooted / 4 + h2, two / 4, two / 4 + count * h2);
    const classes = this.#best(this.#apply('upos', two, count), count, this.#weights.classes);
    const tags = this.#best(this.#apply('xpos', two, count), count, this.#weights.tags);
    const heads = this.#heads(rooted, two, count);
    return { classes, tags, heads, relations: this.#relations(rooted, two, heads) };
  }

  #heads(rooted: number, words: number, count: number): number[] {
    const head = this.#apply('head', rooted, count + 1);
    this.#relu(head, count + 1);
    const dep = this.#apply('dep', words, count);
    this.#relu(dep, count);
    const turned = this.#apply('arc', dep.at, count);
    const bias = this.#apply('bias', head.at, count + 1);
    const scores = new Float32Array(count * (count + 1));
    for (let d = 0; d < count; d++)
      for (let g = 0; g <= count; g++) {
        let sum = this.#floats[bias.at / 4 + g * bias.n] ?? 0;
        const [left, right] = [turned.at / 4 + d * turned.n, head.at / 4 + g * head.n];
        for (let k = 0; k < turned.n; k++) sum += (this.#floats[left + k] ?? 0) * (this.#floats[right + k] ?? 0);
        scores[d * (count + 1) + g] = sum;
      }
    return treeOf(scores, count);
  }

  #relations(rooted: number, words: number, heads: readonly number[]): string[] {
    const governor = this.#apply('relhead', rooted, heads.length + 1);
    const hidden = this.#apply('reldep', words, heads.length);
    heads.forEach((head, n) => {
      const [to, from] = [hidden.at / 4 + n * hidden.n, governor.at / 4 + (head + 1) * governor.n];
      for (let k = 0; k < hidden.n; k++)
        this.#floats[to + k] = Math.max(0, (this.#floats[to + k] ?? 0) + (this.#floats[from + k] ?? 0));
    });
    const scores = this.#apply('rel', hidden.at, heads.length);
    return this.#best(scores, heads.length, this.#weights.relations);
  }
}

function addRow(vector: Float32Array, matrix: Matrix, row: number): void {
  const scale = matrix.scales[row] ?? 0;
  const from = row * matrix.columns;
  for (let k = 0; k < matrix.columns; k++) vector[k] = (vector[k] ?? 0) + scale * (matrix.values[from + k] ?? 0);
}

function rowOf(matrix: Matrix, row: number): Float32Array {
  const vector = new Float32Array(matrix.columns);
  addRow(vector, matrix, row);
  return vector;
}

let network: Network | null = null;
const loaded = (): Network => {
  network ??= new Network();
  return network;
};

/** Is this, in lower case, a word that the network has met? */
export const isWord = (word: string): boolean => loaded().knows(word);

/** The classes, governors and relations of a sentence's words, of which there are at least one and at most `MOST_WORDS`. */
export function analyse(forms: readonly string[]): Analysis {
  return loaded().analyse(forms);
}
