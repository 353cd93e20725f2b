/**
 * The network that reads a sentence: vectors of words, a bidirectional LSTM of two layers, and heads for the class, the governor
 * (biaffine: Dozat and Manning 2017) and the relation of each word.
 */

import { treeOf } from './arborescence.ts';
import { featuresOf, PARTS } from './features.ts';
import { type Floats, type Integers, Kernel, type Layer, type Table } from './kernel.ts';
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
/** How many words' rows are kept. */
const KEPT = 8_192;

class Network {
  readonly #weights = readWeights();
  readonly #kernel: Kernel;
  readonly #layers: ReadonlyMap<string, Layer>;
  /** The rows of the root, before the words, for the heads that may choose it. */
  readonly #roots: ReadonlyMap<string, Float32Array>;
  /** The words that are known, and below them the rows of their parts. */
  readonly #table: Table;
  readonly #parts: number;
  /** The rows of the words that were last met. */
  readonly #picked = new Map<string, readonly number[]>();

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
    const words = matrix('words');
    this.#table = this.#kernel.table([words, matrix('hashed')]);
    this.#parts = words.rows;
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

  /** The rows of what the table knows of a word: its own, if any, and those of its parts. */
  #rowsOf(form: string): readonly number[] {
    const known = this.#picked.get(form);
    if (known !== undefined) return known;
    const { word, parts } = featuresOf(form);
    const rows = [this.#weights.rowOf(word) ?? -1, ...parts.map((part) => this.#parts + part)];
    if (this.#picked.size >= KEPT) this.#picked.clear();
    this.#picked.set(form, rows);
    return rows;
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
    const scores = this.#kernel.affine(x, this.#layer(name), rows);
    return Array.from(this.#kernel.highest(scores, rows, names.length), (best) => names[best] ?? 'X');
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
      const picks = forms.flatMap((form) => this.#rowsOf(form));
      const input = this.#kernel.gather(picks, PARTS + 1, this.#table);
      const words = this.#lstm('two', this.#lstm('one', input, count), count);
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
