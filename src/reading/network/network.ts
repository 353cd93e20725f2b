/**
 * The network that reads a sentence: vectors of words, a bidirectional LSTM of two layers, and heads for the class, the governor
 * (biaffine: Dozat and Manning 2017) and the relation of each word.
 */

import { treeOf } from './arborescence.ts';
import { featuresOf } from './features.ts';
import { type Floats, type Integers, Kernel, type Layer } from './kernel.ts';
import { type Matrix, readWeights } from './weights.ts';

/** What the network says of a sentence's words. A governor is the index of a word, or -1 for the root. */
export type Analysis = {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
};

/** Sentences of more words are tables, or no language. */
export const MOST_WORDS = 200;
/** How many words' vectors are kept. */
const KEPT = 4_096;
const PARTS = 32_767;

class Network {
  readonly #weights = readWeights();
  readonly #kernel: Kernel;
  readonly #layers: ReadonlyMap<string, Layer>;
  readonly #width = this.#weights.matrix('words').columns;
  /** The rows of the root, before the words, for the heads that may choose it. */
  readonly #roots: ReadonlyMap<string, Float32Array>;
  /** Vectors of words as they were last met, and which row is whose. */
  readonly #vectors: number;
  readonly #scales: number;
  readonly #rowOf = new Map<string, number>();

  constructor() {
    const { matrix } = this.#weights;
    this.#kernel = new Kernel(4 * matrix('one.forth.hidden').columns);
    const layer = (name: string, bias: string | null): [string, Layer] => [
      name,
      this.#kernel.layer(matrix(name), bias === null ? null : rowOf(matrix(bias), 0)),
    ];
    const ways = ['one.forth', 'one.back', 'two.forth', 'two.back'];
    this.#layers = new Map([
      ...ways.flatMap((way) => [layer(`${way}.input`, `${way}.bias`), layer(`${way}.hidden`, null)]),
      ...['upos', 'xpos', 'head', 'dep', 'arc', 'bias', 'relhead', 'rel'].map((name) => layer(name, `${name}.bias`)),
      layer('reldep', null),
    ]);
    const root = rowOf(matrix('root'), 0);
    this.#roots = new Map(
      ['head', 'relhead'].map((name) => [name, applied(matrix(name), rowOf(matrix(`${name}.bias`), 0), root)]),
    );
    this.#vectors = this.#kernel.take(2 * KEPT * this.#width);
    this.#scales = this.#kernel.take(4 * KEPT);
  }

  #layer(name: string): Layer {
    const layer = this.#layers.get(name);
    if (layer === undefined) throw new Error(`the network has no layer ${name}`);
    return layer;
  }

  /** A layer over the root and the words behind it. */
  #rooted(name: string, words: Integers, count: number): Floats {
    const layer = this.#layer(name);
    const at = this.#kernel.take(4 * (count + 1) * layer.n);
    this.#kernel.affine(words, layer, count, at + 4 * layer.n);
    this.#kernel.floats.set(this.#roots.get(name) ?? [], at / 4);
    return { at, n: layer.n };
  }

  /** Which of the kept rows has what the tables know of a word. */
  #vectorOf(form: string): number {
    const known = this.#rowOf.get(form);
    if (known !== undefined) return known;
    const { word, parts } = featuresOf(form);
    const vector = new Float32Array(this.#width);
    const own = this.#weights.rowOf(word);
    if (own !== null) addRow(vector, this.#weights.matrix('words'), own);
    const hashed = this.#weights.matrix('hashed');
    for (const part of parts) addRow(vector, hashed, part);
    let most = 0;
    for (const value of vector) most = Math.max(most, Math.abs(value));
    if (this.#rowOf.size >= KEPT) this.#rowOf.clear();
    const row = this.#rowOf.size;
    this.#rowOf.set(form, row);
    const at = this.#vectors / 2 + row * this.#width;
    const { integers, floats } = this.#kernel;
    vector.forEach((value, k) => {
      integers[at + k] = most === 0 ? 0 : Math.round((value * PARTS) / most);
    });
    floats[this.#scales / 4 + row] = most / PARTS;
    return row;
  }

  #inputs(forms: readonly string[]): Integers {
    const width = this.#width;
    const at = this.#kernel.take(2 * forms.length * width);
    const scale = this.#kernel.take(4 * forms.length);
    const { integers, floats } = this.#kernel;
    forms.forEach((form, n) => {
      const from = this.#vectorOf(form);
      const vector = this.#vectors / 2 + from * width;
      integers.copyWithin(at / 2 + n * width, vector, vector + width);
      floats[scale / 4 + n] = floats[this.#scales / 4 + from] ?? 0;
    });
    return { at, scale, step: 4 };
  }

  #lstm(name: string, x: Integers, count: number): Integers {
    const ways = ['forth', 'back'].map((way) => ({
      input: this.#layer(`${name}.${way}.input`),
      hidden: this.#layer(`${name}.${way}.hidden`),
    }));
    return this.#kernel.lstm(x, ways, count);
  }

  /** The name of the highest output of a layer, for each row. */
  #best(name: string, x: Integers, rows: number, names: readonly string[]): string[] {
    const { at, n } = this.#kernel.affine(x, this.#layer(name), rows);
    const { floats } = this.#kernel;
    const found: string[] = [];
    for (let row = 0; row < rows; row++) {
      const from = at / 4 + row * n;
      let best = 0;
      for (let k = 1; k < names.length; k++) if ((floats[from + k] ?? 0) > (floats[from + best] ?? 0)) best = k;
      found.push(names[best] ?? 'X');
    }
    return found;
  }

  #heads(words: Integers, count: number): number[] {
    const head = this.#rooted('head', words, count);
    const bent = this.#kernel.bend(head, count + 1);
    const dep = this.#kernel.affine(words, this.#layer('dep'), count);
    const turned = this.#kernel.affine(this.#kernel.bend(dep, count), this.#layer('arc'), count);
    const bias = this.#kernel.affine(bent, this.#layer('bias'), count + 1);
    return treeOf(this.#kernel.products(turned, head, bias, count, count + 1), count);
  }

  #relations(words: Integers, heads: readonly number[]): string[] {
    const count = heads.length;
    const governor = this.#rooted('relhead', words, count);
    const hidden = this.#kernel.affine(words, this.#layer('reldep'), count);
    const { floats } = this.#kernel;
    heads.forEach((head, n) => {
      const [to, from] = [hidden.at / 4 + n * hidden.n, governor.at / 4 + (head + 1) * hidden.n];
      for (let k = 0; k < hidden.n; k++) floats[to + k] = (floats[to + k] ?? 0) + (floats[from + k] ?? 0);
    });
    return this.#best('rel', this.#kernel.bend(hidden, count), count, this.#weights.relations);
  }

  knows(word: string): boolean {
    return this.#weights.rowOf(word) !== null;
  }

  analyse(forms: readonly string[]): Analysis {
    const count = forms.length;
    return this.#kernel.scratch(() => {
      const words = this.#lstm('two', this.#lstm('one', this.#inputs(forms), count), count);
      const heads = this.#heads(words, count);
      return {
        classes: this.#best('upos', words, count, this.#weights.classes),
        tags: this.#best('xpos', words, count, this.#weights.tags),
        heads,
        relations: this.#relations(words, heads),
      };
    });
  }
}

function addRow(vector: Float32Array, matrix: Matrix, row: number): void {
  const { columns, values } = matrix;
  const scale = matrix.scales[row] ?? 0;
  const from = row * columns;
  for (let k = 0; k < columns; k++) vector[k] = (vector[k] ?? 0) + scale * (values[from + k] ?? 0);
}

function rowOf(matrix: Matrix, row: number): Float32Array {
  const vector = new Float32Array(matrix.columns);
  addRow(vector, matrix, row);
  return vector;
}

/** A layer's outputs for one input. */
function applied(matrix: Matrix, bias: Float32Array, input: Float32Array): Float32Array {
  return bias.map((start, row) => rowOf(matrix, row).reduce((sum, weight, k) => sum + weight * (input[k] ?? 0), start));
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
