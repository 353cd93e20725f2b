/**
 * The network that reads a sentence: vectors of words, a bidirectional LSTM of two layers, and heads for the class, the governor
 * (biaffine: Dozat and Manning 2017) and the relation of each word.
 */

import { treeOf } from './arborescence.ts';
import { featuresOf, PARTS } from './features.ts';
import { type Floats, type Integers, Kernel, type Layer, type Table } from './kernel.ts';
import type { Matrix } from './matrices.ts';
import { readWeights, type Weights } from './weights.ts';

/** What the network says of a sentence's words. A governor is the index of a word, or -1 for the root. */
export type Analysis = {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
};

/** Sentences of more words are tables, or no language. */
export const MOST_WORDS = 200;
/** Of how many words is kept what the first layer makes of them, which does not hang on the words beside them. */
const KEPT = 2_048;

/** One direction of an LSTM. */
type Way = { readonly input: Layer; readonly hidden: Layer };

class Network {
  readonly #names: Pick<Weights, 'classes' | 'tags' | 'relations'>;
  readonly #rowOf: Weights['rowOf'];
  readonly #kernel: Kernel;
  readonly #layers: ReadonlyMap<string, Layer>;
  /** The rows of the root, before the words, for the heads that may choose it. */
  readonly #roots: ReadonlyMap<string, Float32Array>;
  /** The words that are known, and below them the rows of their parts. */
  readonly #table: Table;
  readonly #parts: number;
  readonly #one: readonly Way[];
  readonly #two: readonly Way[];
  /** Where the words that were last met stand among what the first layer made of them, for each of its ways. */
  readonly #met = new Map<string, number>();
  readonly #made: readonly Floats[];

  constructor() {
    // The matrices are copied to where the kernel has them, and the file is let go.
    const { matrix, rowOf: rowOfWord, ...names } = readWeights();
    this.#names = names;
    this.#rowOf = rowOfWord;
    this.#kernel = new Kernel(4 * matrix('one.forth.hidden').columns);
    const layer = (name: string, bias: string | null): [string, Layer] => [
      name,
      this.#kernel.layer(matrix(name), bias === null ? null : rowOf(matrix(bias), 0)),
    ];
    const ways = (name: string): Way[] =>
      ['forth', 'back'].map((way) => ({
        input: layer(`${name}.${way}.input`, `${name}.${way}.bias`)[1],
        hidden: layer(`${name}.${way}.hidden`, null)[1],
      }));
    this.#one = ways('one');
    this.#two = ways('two');
    this.#made = this.#one.map(({ input: { n } }) => ({ at: this.#kernel.take(4 * KEPT * n), n }));
    this.#layers = new Map([
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
  #rowsOf(form: string): number[] {
    const { word, parts } = featuresOf(form);
    return [this.#rowOf(word) ?? -1, ...parts.map((part) => this.#parts + part)];
  }

  /** What words bring to the gates of the first layer, for each of its ways. */
  #gatesOf(forms: readonly string[]): Floats[] {
    if (this.#met.size + forms.length > KEPT) this.#met.clear();
    const before = this.#met.size;
    const fresh: string[] = [];
    const places = forms.map((form) => {
      const known = this.#met.get(form);
      if (known !== undefined) return known;
      fresh.push(form);
      this.#met.set(form, this.#met.size);
      return this.#met.size - 1;
    });
    if (fresh.length > 0) {
      const picks = fresh.flatMap((form) => this.#rowsOf(form));
      const input = this.#kernel.gather(picks, PARTS + 1, this.#table);
      this.#one.forEach((way, n) => {
        const { at = 0, n: width = 0 } = this.#made[n] ?? {};
        this.#kernel.affine(input, way.input, fresh.length, at + 4 * before * width);
      });
    }
    return this.#made.map((made) => this.#kernel.copy(places, made));
  }

  /** What the two layers make of words, one on the other. */
  #words(forms: readonly string[]): Integers {
    const { length } = forms;
    const gates = this.#gatesOf(forms);
    const first = this.#kernel.lstm(
      this.#one.flatMap(({ hidden }, n) => (gates[n] === undefined ? [] : [{ gates: gates[n], hidden }])),
      length,
    );
    return this.#kernel.lstm(
      this.#two.map(({ input, hidden }) => ({ gates: this.#kernel.affine(first, input, length), hidden })),
      length,
    );
  }

  /** The name of the highest output of a layer, for each row. */
  #best(name: string, x: Integers, rows: number, names: readonly string[]): string[] {
    const scores = this.#kernel.affine(x, this.#layer(name), rows);
    const found: string[] = [];
    for (const best of this.#kernel.highest(scores, rows, names.length)) found.push(names[best] ?? 'X');
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
    const governors = this.#kernel.copy(
      heads.map((head) => head + 1),
      this.#rooted('relhead', words, count),
    );
    const hidden = this.#kernel.added(words, this.#layer('reldep'), count, governors);
    return this.#best('rel', this.#kernel.bend(hidden, count), count, this.#names.relations);
  }

  knows(word: string): boolean {
    return this.#rowOf(word) !== null;
  }

  vectorOf(word: string): Float32Array | null {
    const row = this.#rowOf(word);
    return row === null ? null : this.#kernel.row(this.#table, row);
  }

  analyse(forms: readonly string[]): Analysis {
    const count = forms.length;
    return this.#kernel.scratch(() => {
      const words = this.#words(forms);
      const heads = this.#heads(words, count);
      return {
        classes: this.#best('upos', words, count, this.#names.classes),
        tags: this.#best('xpos', words, count, this.#names.tags),
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

/** What the network knows of a word, in lower case, by itself: words that stand among the same words lie near each other. Null for an unknown one. */
export const vectorOf = (word: string): Float32Array | null => loaded().vectorOf(word);

/** The classes, governors and relations of a sentence's words, of which there are at least one and at most `MOST_WORDS`. */
export function analyse(forms: readonly string[]): Analysis {
  return loaded().analyse(forms);
}
