import { createHash } from 'node:crypto';
import { mine } from '../../src/evidence/mine.ts';
import type { Article, Evidence } from '../../src/model.ts';
import type { Report } from './press.ts';

export const MONDAY = Date.parse('2026-11-23T06:00:00.000Z');
const HOUR = 3_600_000;

/** An instant so many hours after Monday morning. */
export const hour = (hours: number): string => new Date(MONDAY + hours * HOUR).toISOString();

/** An article as the gathering stage would have made it. */
export function article(given: Partial<Article> & Pick<Article, 'title' | 'text'>): Article {
  const publisher = given.publisher ?? 'Grid Weekly';
  const hash = createHash('sha256').update(given.text).digest('hex');
  const slug = `${publisher} ${given.title}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const published = given.published === undefined ? hour(0) : given.published;
  return {
    id: slug,
    url: `https://news.example/${slug}`,
    hash,
    author: null,
    publisher,
    published,
    fetched: published ?? hour(0),
    origin: 'page',
    note: null,
    supersedes: null,
    ...given,
  };
}

export const articleOf = ({ publisher, title, text, hours }: Report): Article =>
  article({ publisher, title, text, published: hour(hours) });

export const evidenceOf = (articles: readonly Article[]): ReadonlyMap<string, Evidence> =>
  new Map(articles.map((each) => [each.id, mine(each)]));
