import { vectorOf } from './network/network.ts';

/** How many words are kept whose vectors were asked for. */
const KEPT = 4_000;
const known = new Map<string, Float32Array | null>();

/** The vector of a word, of length 1. */
function unit(word: string): Float32Array | null {
  const made = known.get(word);
  if (made !== undefined) return made;
  const vector = vectorOf(word);
  const length = Math.hypot(...(vector ?? []));
  if (known.size >= KEPT) known.clear();
  const scaled = vector === null || length === 0 ? null : vector.map((one) => one / length);
  known.set(word, scaled);
  return scaled;
}

/** How near two words are, from 0 (unknown, or not at all) to 1. */
export function kinship(left: string, right: string): number {
  const [a, b] = [unit(left), unit(right)];
  if (a === null || b === null) return 0;
  let product = 0;
  for (let n = 0; n < a.length; n++) product += (a[n] ?? 0) * (b[n] ?? 0);
  return Math.max(0, product);
}
