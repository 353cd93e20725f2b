import { z } from 'zod';
import type { Figure, Span, Verified } from './evidence.ts';

/**
 * What an article is to its story: the best source; an independent report; a copy of another's text (never a witness);
 * a party's own statement about itself (not a confirmation).
 */
export const StoryRole = z.enum(['source', 'report', 'copy', 'statement']);
export type StoryRole = z.infer<typeof StoryRole>;

export const StoryArticle = z.object({
  article: z.string(),
  role: StoryRole,
  /** For a copy: the article whose text it repeats. */
  copyOf: z.string().nullable(),
  /** A copy whose quotes differ from the original's: nothing of it is quoted. */
  altered: z.boolean(),
});
export type StoryArticle = z.infer<typeof StoryArticle>;

/** How two figures about one quantity differ. */
export const DifferenceKind = z.enum(['rounding', 'time', 'scope', 'estimates', 'revision', 'disagreement']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** Another value that was given for one quantity. */
export type Difference = { readonly kind: DifferenceKind; readonly figure: Verified<Figure> };

/** One quantity of a story with everybody who states it. */
export type Quantity = {
  /** The figure as it is shown: from the best source. */
  readonly figure: Verified<Figure>;
  /** The same figure elsewhere, one an independent publisher, the shown one first. */
  readonly witnesses: readonly Verified<Figure>[];
  /** Other values that were given for the same quantity. */
  readonly differences: readonly Difference[];
};

/** Why something stands where it stands, in words for people, with its share of the weight. */
export const RankReason = z.object({ what: z.string(), weight: z.number() });
export type RankReason = z.infer<typeof RankReason>;

/** Reports of one event. */
export type Story = {
  /** Stable while the story goes on: the hash of its first article's address. */
  readonly id: string;
  readonly articles: readonly StoryArticle[];
  /** Independent publishers (by owner and by origin of the text), the source's first. */
  readonly publishers: readonly string[];
  readonly topics: readonly string[];
  readonly quantities: readonly Quantity[];
  /** Weight for today, higher first. */
  readonly rank: number;
  readonly reasons: readonly RankReason[];
  readonly novelty: Novelty;
  /** What of it was taken back since: nobody is told it any more. */
  readonly withdrawn: readonly Withdrawn[];
};

/** Sentences of an article that were corrected or denied; `whole` where it is what the article was about. */
export type Withdrawn = {
  readonly article: string;
  readonly whole: boolean;
  readonly spans: readonly Span[];
  readonly by: string;
};

/** What a story has that the channel was not told yet. */
export type Novelty = {
  readonly state: 'new' | 'update' | 'known';
  /** For an update: what changed, each with the sentence or figure that says so. */
  readonly changes: readonly Change[];
  /** The edition that told it last. */
  readonly toldIn: string | null;
};

export type Change = {
  readonly kind: 'figure' | 'changed figure' | 'decision' | 'denial' | 'correction' | 'report';
  /** The new sentence. */
  readonly span: Span;
  /** For a changed figure: what was told before. */
  readonly was: Verified<Figure> | null;
  readonly now: Verified<Figure> | null;
};
