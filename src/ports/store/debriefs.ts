import type { Article, Choice, Debrief } from '../../model.ts';

/** A debrief with the articles that it rests on, by their ids. */
export type OpenedDebrief = { readonly debrief: Debrief; readonly articles: ReadonlyMap<string, Article> };

export type DebriefStore = {
  /** Keeps a composed debrief; where one of its id stands already that stays, and is answered. */
  save(debrief: Debrief): Promise<Debrief>;
  /** All that it holds comes back through the gate; what does not pass is left out. */
  get(id: string): Promise<Debrief | null>;
  /** The same together with what it rests on, read once. */
  opened(id: string): Promise<OpenedDebrief | null>;
  /** The last editions of a choice whose windows ended before `before`, the newest first. */
  last(choice: Choice, before: Date, limit: number): Promise<readonly Debrief[]>;
};
