import type { Article } from '../../src/model.ts';
import { article } from '../samples.ts';

/** An article of invented news with a short id. */
export const articleOf = (id: string, title: string, text: string, published = '2026-11-24T06:00:00.000Z'): Article =>
  article(id, text, { id, title, published, fetched: published });
