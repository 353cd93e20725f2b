import { createHash } from 'node:crypto';
import { type Terms, termsOf } from './terms.ts';

/** An article as grouping sees it: what is not known is null, and more knowledge groups better. */
export type Groupable = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly text: string | null;
};

/** A story and its articles, in the order they came. */
export type Group = { readonly id: string; readonly items: readonly string[] };

export type GroupingOptions = {
  /** How wide a story is, 0 to 1: at 0 only reports in the same words are one, at 1 all that shares a name. */
  readonly width?: number;
  /** A story that brought nothing for this long is over. */
  readonly windowHours?: number;
};

/** What a digest needs: one story for all that an event set off within days, and two for two events of one company. */
export const STORY_WIDTH = 0.5;
export const STORY_WINDOW_HOURS = 96;

type Cluster = {
  readonly id: string;
  readonly items: { readonly id: string; readonly terms: Terms }[];
  readonly centre: Map<string, number>;
  last: number | null;
};

export type Grouping = {
  /** Puts an article where it belongs and returns its story's id; the cost does not grow with what came before. */
  add(item: Groupable): string;
  stories(): readonly Group[];
};

/** A story's id: the hash of its first article's address, or of that article's id where it has none. */
export const storyIdOf = (first: Pick<Groupable, 'url' | 'id'>): string =>
  createHash('sha256')
    .update(first.url ?? first.id)
    .digest('hex')
    .slice(0, 16);

/**
 * Groups articles into stories as they arrive: the centroid with the highest cosine over terms weighted by how rare they are
 * so far (Allan et al. 1998, on-line topic detection), among the clusters that share a rare term.
 */
export function createGrouping(options: GroupingOptions = {}): Grouping {
  const { width = STORY_WIDTH, windowHours = STORY_WINDOW_HOURS } = options;
  const threshold = 0.16 - 0.16 * width;
  const clusters: Cluster[] = [];
  const index = new Map<string, Set<Cluster>>();
  const documents = new Map<string, number>();
  let total = 0;

  const rarity = (term: string): number => Math.log(1 + (total + 1) / (1 + (documents.get(term) ?? 0)));

  const cosine = (terms: Terms, cluster: Cluster): number => {
    let dot = 0;
    let own = 0;
    let other = 0;
    for (const [term, weight] of terms) {
      const rare = rarity(term) ** 2;
      own += weight * weight * rare;
      dot += weight * (cluster.centre.get(term) ?? 0) * rare;
    }
    if (dot === 0) return 0;
    for (const [term, weight] of cluster.centre) other += (weight * rarity(term)) ** 2;
    return dot / Math.sqrt(own * other);
  };

  const nearest = (terms: Terms, at: number | null): Cluster | null => {
    const candidates = new Map<Cluster, number>();
    const rarest = [...terms.keys()].sort((a, b) => rarity(b) - rarity(a)).slice(0, 12);
    for (const term of rarest) {
      for (const cluster of index.get(term) ?? []) {
        const old = at !== null && cluster.last !== null && at - cluster.last > windowHours * 3_600_000;
        if (!old) candidates.set(cluster, (candidates.get(cluster) ?? 0) + rarity(term));
      }
    }
    let best: Cluster | null = null;
    let highest = threshold;
    for (const [cluster] of [...candidates].sort((a, b) => b[1] - a[1]).slice(0, 20)) {
      const score = cosine(terms, cluster);
      if (score > highest) [best, highest] = [cluster, score];
    }
    return best;
  };

  return {
    add(item) {
      const terms = termsOf(item.title, item.text ?? '');
      const at = item.published === null ? null : Date.parse(item.published);
      for (const term of terms.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
      total += 1;
      let cluster = nearest(terms, at);
      if (cluster === null) {
        cluster = { id: storyIdOf(item), items: [], centre: new Map(), last: at };
        clusters.push(cluster);
      }
      cluster.items.push({ id: item.id, terms });
      if (at !== null) cluster.last = Math.max(cluster.last ?? at, at);
      for (const [term, weight] of terms) {
        cluster.centre.set(term, (cluster.centre.get(term) ?? 0) + weight);
        const places = index.get(term) ?? new Set();
        places.add(cluster);
        index.set(term, places);
      }
      return cluster.id;
    },
    stories: () => clusters.map(({ id, items }) => ({ id, items: items.map((entry) => entry.id) })),
  };
}

/** The stories of articles that are all there: in time order, those without a time last. */
export function groupAll(items: readonly Groupable[], options: GroupingOptions = {}): readonly Group[] {
  const grouping = createGrouping(options);
  const times = new Map(items.map((item) => [item, item.published ?? '\uffff']));
  for (const item of [...items].sort((a, b) => ((times.get(a) ?? '') < (times.get(b) ?? '') ? -1 : 1))) {
    grouping.add(item);
  }
  return grouping.stories();
}
