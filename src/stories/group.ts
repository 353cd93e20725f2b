import { HOUR_MS } from '../durations.ts';
import { sha256 } from '../hash.ts';
import { createBackground } from './background.ts';
import type { Cluster } from './cluster.ts';
import { Shelf } from './shelf.ts';
import { quartersOf, termsOf } from './terms.ts';

/** An article as grouping sees it: what is not known is null, and more knowledge groups better. */
export type Groupable = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  readonly text: string | null;
};

/** A story and its articles, in the order they came. */
export type Group = { readonly id: string; readonly items: readonly string[] };

export type GroupingOptions = {
  /** How wide a story is, 0 to 1: near 0 only reports in the same words are one, near 1 all that shares its main names. */
  readonly width?: number;
  /** A story that brought nothing for this long is over. */
  readonly windowHours?: number;
};

/** What a digest needs: one story for all that an event set off within days, and two for two events of one company. */
const STORY_WIDTH = 0.5;
const STORY_WINDOW_HOURS = 96;

/** Likeness of two stories that are one, at the default width. Titles alone share few words even of one event. */
const TITLES = 0.18;
const TEXTS = 0.37;
/** A text of this many characters says as much as any. */
const TEXT_CHARACTERS = 200;
/** Share of the window between two looks for stories that are over. */
const RETIRE_EVERY = 0.25;

export type Grouping = {
  /**
   * Puts an article where it belongs and returns its story's id, which may change as stories merge and split. The cost does
   * not grow with what came before.
   */
  add(item: Groupable): string;
  /** Every story so far, those that have become alike merged. */
  stories(): readonly Group[];
};

/** A story's id: the hash of its first article's address, or of that article's id where it has none. */
export const storyIdOf = (first: Pick<Groupable, 'url' | 'id'>): string => sha256(first.url || first.id).slice(0, 16);

function timeOf(published: string | null): number | null {
  const at = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(at) ? null : at;
}

/**
 * Groups articles into stories as they arrive, by single-pass clustering (Allan et al. 1998) with merges and splits. What counts is
 * what sets a story apart from all news read so far (people, organisations, places, figures, rare words), by the cosine of their
 * signatures; articles need not come in order of time.
 */
export function createGrouping(options: GroupingOptions = {}): Grouping {
  const { width = STORY_WIDTH, windowHours = STORY_WINDOW_HOURS } = options;
  const narrowness = 2 ** (1 - 2 * width);
  const background = createBackground();
  const windowMs = windowHours * HOUR_MS;
  const shelf = new Shelf({ background, titles: TITLES * narrowness, texts: TEXTS * narrowness, windowMs });
  const over: Cluster[] = [];
  let count = 0;
  let newest: number | null = null;
  let retired: number | null = null;
  return {
    add(item) {
      const text = item.text ?? '';
      const terms = termsOf(item.title, text);
      const at = timeOf(item.published);
      background.learn(terms);
      count += 1;
      const home = shelf.place({
        id: item.id,
        story: storyIdOf(item),
        place: count,
        at,
        terms,
        informed: Math.min(1, text.length / TEXT_CHARACTERS),
        quarters: quartersOf(item.title, text),
      });
      if (at !== null) {
        newest = Math.max(newest ?? at, at);
        // Looked at now and then, so that it costs little; what comes late still finds its story.
        if (retired === null) retired = newest;
        else if (newest - retired > windowMs * RETIRE_EVERY) {
          shelf.settle();
          over.push(...shelf.retire(newest - windowMs));
          retired = newest;
        }
      }
      return home.story;
    },
    stories() {
      shelf.settle();
      return [...over, ...shelf.clusters].map((cluster) => ({
        id: cluster.story,
        items: cluster.entries.toSorted((a, b) => a.place - b.place).map(({ id }) => id),
      }));
    },
  };
}

/** The stories of articles that are all there: in time order, those without a time last. */
export function groupAll(items: readonly Groupable[], options: GroupingOptions = {}): readonly Group[] {
  const grouping = createGrouping(options);
  const timed = items.map((item) => ({ item, at: timeOf(item.published) ?? Number.POSITIVE_INFINITY }));
  for (const { item } of timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))) grouping.add(item);
  return grouping.stories();
}
