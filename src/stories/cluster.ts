import type { Background } from './background.ts';
import type { Terms } from './terms.ts';

/** An article as it is compared. */
export type Entry = {
  readonly id: string;
  /** What its story is called if it comes first. */
  readonly story: string;
  /** Its place in the order of arrival. */
  readonly place: number;
  /** Milliseconds; null where it has no time. */
  readonly at: number | null;
  readonly terms: Terms;
  /** 0 for a title alone, 1 for a title with a text. */
  readonly informed: number;
  readonly quarters: ReadonlySet<string>;
};

/** Terms with weights, the heaviest first, of length 1: what sets articles apart from all others. */
export type Signature = ReadonlyMap<string, number>;

/** A signature keeps this many terms: what is left out weighs next to nothing. */
const SIGNATURE_TERMS = 100;
/** A signature is taken anew when its story, or all that was read, has grown by this much. */
const STORY_GROWTH = 1.1;
const BACKGROUND_GROWTH = 1.5;

/**
 * The terms that are more frequent here than anywhere (by the logarithm of how much more), times how frequent they are: what every
 * second article has counts little, however often it stands here.
 */
export function signatureOf(counts: Terms, articles: number, background: Background): Signature {
  const weighed: [string, number][] = [];
  for (const [term, count] of counts) {
    const share = count / articles;
    const excess = Math.log(share / background.rate(term));
    if (excess > 0) weighed.push([term, share * excess]);
  }
  weighed.sort((a, b) => b[1] - a[1]);
  weighed.length = Math.min(weighed.length, SIGNATURE_TERMS);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(weighed.map(([term, weight]) => [term, weight / length]));
}

/** Cosine, 0 to 1. */
export function likeness(a: Signature, b: Signature): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Articles that are one story so far. */
export class Cluster {
  readonly entries: Entry[] = [];
  readonly counts = new Map<string, number>();
  readonly quarters = new Set<string>();
  /** Time of its first and its last article; null where none has a time. */
  first: number | null = null;
  last: number | null = null;
  #informed = 0;
  #signature: Signature | null = null;
  #signedEntries = 0;
  #signedArticles = 0;

  add(entry: Entry): void {
    this.entries.push(entry);
    this.#informed += entry.informed;
    for (const quarter of entry.quarters) this.quarters.add(quarter);
    for (const [term, weight] of entry.terms) this.counts.set(term, (this.counts.get(term) ?? 0) + weight);
    if (entry.at === null) return;
    this.first = Math.min(this.first ?? entry.at, entry.at);
    this.last = Math.max(this.last ?? entry.at, entry.at);
  }

  get informed(): number {
    return this.#informed / this.entries.length;
  }

  /** The name of a story is that of its first article, and stays while that is in it. */
  get story(): string {
    return this.entries.reduce((first, entry) => (entry.place < first.place ? entry : first)).story;
  }

  signature(background: Background): Signature {
    const isStale =
      this.entries.length > this.#signedEntries * STORY_GROWTH ||
      background.articles() > this.#signedArticles * BACKGROUND_GROWTH;
    if (this.#signature === null || isStale) {
      this.#signature = signatureOf(this.counts, this.entries.length, background);
      this.#signedEntries = this.entries.length;
      this.#signedArticles = background.articles();
    }
    return this.#signature;
  }
}
