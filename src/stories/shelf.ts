import type { Background } from './background.ts';
import { Cluster, type Entry, likeness, type Signature, signatureOf } from './cluster.ts';

/** How alike two things must be to be one story, and how far apart in time they may be. */
export type Measure = {
  readonly background: Background;
  /** Likeness at which two clusters are one, where only titles are known and where texts are. */
  readonly titles: number;
  readonly texts: number;
  readonly windowMs: number;
};

/** What an article needs to be put to a cluster, as a share of what two clusters need to be one. */
const JOIN = 0.9;
/** The terms by which stories are looked up, and how many stories at most are looked at: cost does not grow with the archive. */
const LOOKUPS = 14;
const LONGEST_POSTING = 40;
const CANDIDATES = 8;
const MERGE_CANDIDATES = 4;
/** A story is looked at as a whole when it has this many articles, and each time it doubles. */
/** What was joined is split only where it is clearly apart. */
const SPLIT = 0.85;
const FIRST_REVIEW = 8;
const SMALLEST_REVIEW = 2;
/** A larger one is looked at when it doubles alone. */
const LARGEST_REVIEW = 64;

/** The running stories, found by their terms. */
export class Shelf {
  readonly clusters = new Set<Cluster>();
  readonly #index = new Map<string, Set<Cluster>>();
  readonly #measure: Measure;
  readonly #isReview: boolean;
  readonly #changed = new Set<Cluster>();

  constructor(measure: Measure, isReview = false) {
    this.#measure = measure;
    this.#isReview = isReview;
  }

  /** Puts an article to the story it is most like, or to a new one; stories that it shows to be one are merged. */
  place(entry: Entry): Cluster {
    const { background } = this.#measure;
    const signature = signatureOf(entry.terms, 1, background);
    const near = this.#candidates(signature)
      .map((cluster) => ({ cluster, alike: likeness(signature, cluster.signature(background)) }))
      .filter(({ cluster, alike }) => alike > 0 && this.#compatible(cluster, entry))
      .sort((a, b) => b.alike - a.alike);
    const best = near.find(({ cluster, alike }) => alike >= JOIN * this.#needed(cluster.informed, entry.informed));
    let home = best?.cluster ?? new Cluster();
    home.add(entry);
    this.#shelve(home, entry.terms.keys());
    for (const { cluster } of near.slice(0, MERGE_CANDIDATES)) {
      if (cluster !== home && this.#areOne(cluster, home)) home = this.#merge(cluster, home);
    }
    const size = home.entries.length;
    const isDue = size >= FIRST_REVIEW && Number.isInteger(Math.log2(size));
    if (!isDue || this.#isReview) return home;
    return this.#review(home).find(({ entries }) => entries.includes(entry)) ?? home;
  }

  /** Splits and merges the stories that changed since this was last done, by what is known by now. */
  settle(): void {
    const { background } = this.#measure;
    if (!this.#isReview) {
      for (const cluster of [...this.#changed]) if (cluster.entries.length <= LARGEST_REVIEW) this.#review(cluster);
    }
    const waiting = [...this.#changed];
    this.#changed.clear();
    for (let cluster = waiting.pop(); cluster !== undefined; cluster = waiting.pop()) {
      if (!this.clusters.has(cluster)) continue;
      const signature = cluster.signature(background);
      let best: Cluster | null = null;
      let highest = 0;
      for (const other of this.#candidates(signature)) {
        if (other === cluster || !this.#areOne(cluster, other)) continue;
        const alike = likeness(signature, other.signature(background));
        if (alike > highest) [best, highest] = [other, alike];
      }
      if (best !== null) waiting.push(this.#merge(cluster, best));
    }
    this.#changed.clear();
  }

  /** Takes stories that brought nothing since `before` (milliseconds) off the shelf. */
  retire(before: number): Cluster[] {
    const over = [...this.clusters].filter(({ last }) => last !== null && last < before);
    for (const cluster of over) this.#remove(cluster);
    return over;
  }

  /** The stories that share the heaviest terms, those that share most first. */
  #candidates(signature: Signature): Cluster[] {
    const found = new Map<Cluster, number>();
    let looked = 0;
    for (const [term, weight] of signature) {
      const posting = this.#index.get(term);
      if (posting === undefined || posting.size > LONGEST_POSTING) continue;
      for (const cluster of posting) found.set(cluster, (found.get(cluster) ?? 0) + weight);
      looked += 1;
      if (looked === LOOKUPS) break;
    }
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, CANDIDATES)
      .map(([cluster]) => cluster);
  }

  #needed(a: number, b: number): number {
    const { titles, texts } = this.#measure;
    return titles + (texts - titles) * Math.min(a, b);
  }

  #compatible(
    a: Cluster,
    b: Pick<Entry, 'at' | 'quarters'> | { first: number | null; last: number | null; quarters: ReadonlySet<string> },
  ): boolean {
    if (a.quarters.size > 0 && b.quarters.size > 0 && a.quarters.isDisjointFrom(b.quarters)) return false;
    const [first, last] = 'at' in b ? [b.at, b.at] : [b.first, b.last];
    if (a.first === null || a.last === null || first === null || last === null) return true;
    return Math.max(first - a.last, a.first - last) <= this.#measure.windowMs;
  }

  #areOne(a: Cluster, b: Cluster): boolean {
    const { background } = this.#measure;
    return (
      this.#compatible(a, b) &&
      likeness(a.signature(background), b.signature(background)) >= this.#needed(a.informed, b.informed)
    );
  }

  #shelve(cluster: Cluster, terms: Iterable<string>): void {
    this.clusters.add(cluster);
    this.#changed.add(cluster);
    for (const term of terms) {
      const posting = this.#index.get(term);
      if (posting === undefined) this.#index.set(term, new Set([cluster]));
      else posting.add(cluster);
    }
  }

  #remove(cluster: Cluster): void {
    this.clusters.delete(cluster);
    this.#changed.delete(cluster);
    for (const term of cluster.counts.keys()) {
      const posting = this.#index.get(term);
      posting?.delete(cluster);
      if (posting?.size === 0) this.#index.delete(term);
    }
  }

  #merge(a: Cluster, b: Cluster): Cluster {
    const [large, small] = a.entries.length >= b.entries.length ? [a, b] : [b, a];
    this.#remove(small);
    for (const entry of small.entries) large.add(entry);
    this.#shelve(large, small.counts.keys());
    return large;
  }

  /** Groups a story's articles again, knowing what is known now: what turns out to be several stories is split. */
  #review(cluster: Cluster): Cluster[] {
    if (cluster.entries.length < SMALLEST_REVIEW) return [cluster];
    const { titles, texts } = this.#measure;
    const parts = new Shelf({ ...this.#measure, titles: titles * SPLIT, texts: texts * SPLIT }, true);
    for (const entry of cluster.entries) parts.place(entry);
    parts.settle();
    if (parts.clusters.size < 2) return [cluster];
    this.#remove(cluster);
    for (const part of parts.clusters) this.#shelve(part, part.counts.keys());
    return [...parts.clusters];
  }
}
