import type { Tree } from '../../src/learned/trees.ts';
import { weightOf } from '../../src/learned/trees.ts';

/** What a model learns from: traits, whether it is so, and how much it counts. */
export type Row = { readonly traits: readonly number[]; readonly is: boolean; readonly weight: number };

export type Marks = {
  readonly rounds: number;
  readonly depth: number;
  /** The share of a tree's answer that is taken. */
  readonly pace: number;
  /** The rows' weight that a leaf must have at least, and what is added to it against chance. */
  readonly leaf: number;
  readonly calm: number;
  /** The shares of rows and traits that each tree is shown. */
  readonly rows: number;
  readonly traits: number;
};

/** Numbers from 0 to 1 that a seed gives, always the same (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BINS = 24;

/** Where a trait may be cut: halfway between neighbouring values, a couple of dozen at most. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) {
    const value = sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0;
    cuts.add(value);
  }
  // Rare values at the end of a count.
  for (const value of [...new Set(sorted)].slice(0, 12)) cuts.add(value);
  return [...cuts].sort((a, b) => a - b).slice(0);
}

/** Gradient boosting of small trees for the log odds (Friedman 2001), each step by second derivatives. */
export function boost(rows: readonly Row[], marks: Marks, seed: number): Tree[] {
  const next = random(seed);
  const width = rows[0]?.traits.length ?? 0;
  const cuts = Array.from({ length: width }, (_, t) => cutsOf(rows.map(({ traits }) => traits[t] ?? 0)));
  const bins = cuts.map((own, t) =>
    Uint8Array.from(rows, ({ traits }) => {
      let bin = 0;
      while (bin < own.length && (traits[t] ?? 0) >= (own[bin] ?? 0)) bin++;
      return bin;
    }),
  );
  const total = rows.map(() => 0);
  const slope = new Float64Array(rows.length);
  const bend = new Float64Array(rows.length);
  const trees: Tree[] = [];
  const grow = (at: readonly number[], allowed: readonly number[], depth: number): Tree => {
    let [g, h] = [0, 0];
    for (const n of at) {
      g += slope[n] ?? 0;
      h += bend[n] ?? 0;
    }
    const leaf = (marks.pace * g) / (h + marks.calm);
    if (depth === 0) return leaf;
    const base = (g * g) / (h + marks.calm);
    let best = 1e-6;
    let [trait, cut] = [-1, -1];
    for (const t of allowed) {
      const own = bins[t] ?? new Uint8Array();
      const count = (cuts[t]?.length ?? 0) + 1;
      if (count < 2) continue;
      const gs = new Float64Array(count);
      const hs = new Float64Array(count);
      for (const n of at) {
        const bin = own[n] ?? 0;
        gs[bin] = (gs[bin] ?? 0) + (slope[n] ?? 0);
        hs[bin] = (hs[bin] ?? 0) + (bend[n] ?? 0);
      }
      let [left, weight] = [0, 0];
      for (let bin = 0; bin < count - 1; bin++) {
        left += gs[bin] ?? 0;
        weight += hs[bin] ?? 0;
        if (weight < marks.leaf || h - weight < marks.leaf) continue;
        const right = g - left;
        const gain = (left * left) / (weight + marks.calm) + (right * right) / (h - weight + marks.calm) - base;
        if (gain > best) [best, trait, cut] = [gain, t, bin];
      }
    }
    if (trait < 0) return leaf;
    const own = bins[trait] ?? new Uint8Array();
    const part = (above: boolean): Tree =>
      grow(
        at.filter((n) => (own[n] ?? 0) > cut === above),
        allowed,
        depth - 1,
      );
    return [trait, cuts[trait]?.[cut] ?? 0, part(false), part(true)];
  };
  for (let round = 0; round < marks.rounds; round++) {
    rows.forEach(({ is, weight }, n) => {
      const likely = 1 / (1 + Math.exp(-(total[n] ?? 0)));
      slope[n] = weight * ((is ? 1 : 0) - likely);
      bend[n] = weight * likely * (1 - likely);
    });
    const at = rows.flatMap((_, n) => (next() < marks.rows ? [n] : []));
    const allowed = cuts.flatMap((_, t) => (next() < marks.traits ? [t] : []));
    const tree = grow(at, allowed, marks.depth);
    trees.push(tree);
    rows.forEach(({ traits }, n) => {
      total[n] = (total[n] ?? 0) + weightOf([tree], traits);
    });
  }
  return trees;
}

/** Trees that ask by the names of traits, in the order of their places there. */
export type Placed = { readonly traits: readonly string[]; readonly trees: readonly Tree[] };

/** Trees with the traits that they ask alone, to be written down. Weights to four digits: the same rows give the same file. */
export function placed(trees: readonly Tree[], traits: readonly { readonly name: string }[]): Placed {
  const asked = new Set<number>();
  const note = (tree: Tree): void => {
    if (typeof tree === 'number') return;
    asked.add(tree[0]);
    note(tree[2]);
    note(tree[3]);
  };
  trees.forEach(note);
  const order = [...asked].sort((a, b) => a - b);
  const round = (value: number): number => Number(value.toFixed(4));
  const at = (tree: Tree): Tree =>
    typeof tree === 'number' ? round(tree) : [order.indexOf(tree[0]), round(tree[1]), at(tree[2]), at(tree[3])];
  return { traits: order.map((n) => traits[n]?.name ?? ''), trees: trees.map(at) };
}
