import { mine } from '../../src/evidence/mine.ts';
import type { Article, Evidence } from '../../src/model.ts';
import { article } from '../samples.ts';

/** An article of invented news with a short id. */
export const articleOf = (id: string, title: string, text: string, published = '2026-11-24T06:00:00.000Z'): Article =>
  article(id, text, { id, title, published, fetched: published });

/** What is mined from articles, by their ids. */
export const evidenceOf = (articles: readonly Article[]): ReadonlyMap<string, Evidence> =>
  new Map(articles.map((each) => [each.id, mine(each)]));
