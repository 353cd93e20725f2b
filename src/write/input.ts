import type { Article, Choice, Debrief, Evidence, LeftOut, SilentFeed, Story } from '../model.ts';
import type { Bounds } from './choose.ts';

/** All that a debrief is written from. Stories come weightiest first, with their novelty; articles and evidence by article id. */
export type WriteInput = {
  readonly id: string;
  readonly choice: Choice;
  readonly purpose: Debrief['purpose'];
  readonly window: Debrief['window'];
  /** ISO 8601. */
  readonly composedAt: string;
  readonly stories: readonly Story[];
  /** What the reader was told in the days before, which is not told again. */
  readonly told: readonly Pick<Debrief, 'inShort' | 'stories' | 'figures' | 'quotes'>[];
  /** Ids of the articles that are news; the others are background. */
  readonly fresh: ReadonlySet<string>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly outage: boolean;
  readonly silent: readonly SilentFeed[];
  readonly leftOut: readonly LeftOut[];
  /** Of "In short": how many points, and how long they may be together. */
  readonly bounds?: Bounds;
};

/** How much of a day each length tells. */
export const EXTENT = {
  short: {
    inShort: { points: 5, characters: 900 },
    stories: 8,
    lines: 12,
    points: 2,
    quantities: 4,
    figures: 6,
    quotes: 2,
  },
  long: {
    inShort: { points: 5, characters: 1100 },
    stories: 24,
    lines: 12,
    points: 3,
    quantities: 8,
    figures: 10,
    quotes: 4,
  },
} as const;
