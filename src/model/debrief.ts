import { z } from 'zod';
import type { Dropped, Point, Quote, Verified } from './evidence.ts';
import { Instant } from './instant.ts';
import type { Novelty, Quantity, RankReason } from './story.ts';

/** What a channel wants: channels with the same choice share one composed debrief. */
export const Choice = z.object({
  /** Feed ids, sorted; empty for the default pack. */
  feeds: z.array(z.string()),
  /** Topic ids, sorted; empty for all of the field; `any` takes stories as they come. */
  topics: z.array(z.string()),
  /** Length of the window in hours. */
  hours: z.number(),
  /** Words and names that rank higher, and those whose stories are left out; sorted. */
  follow: z.array(z.string()),
  mute: z.array(z.string()),
  /** BCP 47; another than `en` needs a model. */
  language: z.string(),
  length: z.enum(['short', 'long']),
});
export type Choice = z.infer<typeof Choice>;

/** An article as a debrief lists it; `n` is the number that [n] refers to. */
export const Source = z.object({
  n: z.number().int(),
  article: z.string(),
  title: z.string(),
  url: z.string(),
  publisher: z.string(),
  published: Instant.nullable(),
  corrected: z.boolean(),
});
export type Source = z.infer<typeof Source>;

export type StoryBrief = {
  readonly id: string;
  readonly headline: Verified<Point>;
  /** Told in this one line alone: what is of weight on a day that has more than it can tell at length. */
  readonly brief: boolean;
  readonly points: readonly Verified<Point>[];
  readonly quantities: readonly Quantity[];
  readonly quotes: readonly Verified<Quote>[];
  /** Article ids, the source first; copies are not among them. */
  readonly articles: readonly string[];
  readonly copies: readonly string[];
  /** Number of independent publishers. */
  readonly publishers: number;
  readonly topics: readonly string[];
  readonly novelty: Novelty;
  /** Its weight that day, and why: for `why`. */
  readonly rank: number;
  readonly reasons: readonly RankReason[];
};

export type SilentFeed = { readonly feed: string; readonly title: string; readonly reason: string };
export type LeftOut = { readonly story: string; readonly title: string; readonly url: string; readonly reason: string };

/** Counts of lines. `refused` by the gate, `doubted` by the second reader, `replaced` by the articles' own sentences. */
export const ModelShare = z.object({
  lines: z.number().int(),
  byModel: z.number().int(),
  written: z.number().int(),
  refused: z.number().int(),
  doubted: z.number().int(),
  repaired: z.number().int(),
  replaced: z.number().int(),
});
export type ModelShare = z.infer<typeof ModelShare>;

export type Debrief = {
  readonly id: string;
  readonly choice: Choice;
  /** An edition is what channels are told; a look is for whoever asked, and tells nobody. */
  readonly purpose: 'edition' | 'look';
  /** What was gathered in `from <= t < to`: since the edition before, where there was one. */
  readonly window: { readonly from: string; readonly to: string };
  readonly composedAt: string;
  readonly writer: {
    readonly kind: 'extractive' | 'model';
    readonly model: string | null;
    readonly prompt: string | null;
    readonly note: string | null;
    /** With a model: how many lines there are and how many are its own, and what became of those that it wrote. */
    readonly share: ModelShare | null;
  };
  /** Null on a quiet day. */
  readonly headline: Verified<Point> | null;
  readonly inShort: readonly Verified<Point>[];
  readonly stories: readonly StoryBrief[];
  /** The day's key figures, weightiest first. */
  readonly figures: readonly Quantity[];
  readonly quotes: readonly Verified<Quote>[];
  readonly sources: readonly Source[];
  readonly counts: { readonly articles: number; readonly publishers: number; readonly minutes: number };
  /** No feed could be read and nothing came: what happened is not known, which is not that nothing did. */
  readonly outage: boolean;
  readonly silent: readonly SilentFeed[];
  readonly leftOut: readonly LeftOut[];
  readonly dropped: readonly Dropped[];
};
