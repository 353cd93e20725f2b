import type { StoryArticle } from '../../model.ts';

export type StoryAssignment = StoryArticle & { readonly story: string };

export type StoryStore = {
  /** Puts each article into its story, out of the one it was in: merging and splitting are assignments. */
  assign(assignments: readonly StoryAssignment[]): Promise<void>;
  of(articles: readonly string[]): Promise<ReadonlyMap<string, StoryAssignment>>;
  members(story: string): Promise<readonly StoryAssignment[]>;
};
