import { type Entity, entityOf } from '../domain/entities.ts';
import { publisherAt, publisherNamed } from '../domain/publishers.ts';
import type { Article } from '../model.ts';
import { originNamed } from './copies.ts';

const known = (article: Article) => publisherNamed(article.publisher) ?? publisherAt(article.url);

/** The owner of a company, as far up as the table goes: Google Cloud and DeepMind are Alphabet. */
function owner(entity: Entity): string {
  const above = entity.parent === null ? null : entityOf(entity.parent);
  return above === null || above === entity ? entity.name : owner(above);
}

/** The company that publishes about itself, or null for a publisher that is none of the field's companies. */
function company(article: Article): Entity | null {
  if (known(article) !== null) return null;
  const name = article.publisher.replace(
    /\b(?:blogs?|news(?:room)?|technical|developer|official|press|engineering|research)\b/gi,
    ' ',
  );
  return entityOf(article.publisher) ?? entityOf(name.replace(/\s+/g, ' ').trim());
}

/**
 * Whose word an article is: the owner of the wire that its text is credited to, else the owner of its publisher. Two
 * articles with one voice are one witness.
 */
export function voiceOf(article: Article): string {
  const origin = originNamed(article);
  if (origin !== null) return publisherNamed(origin)?.group ?? origin;
  const self = company(article);
  return known(article)?.group ?? (self === null ? article.publisher : owner(self));
}

const LEAD = 600;

/** Whether a text tells of a name as of one who acts, and not as of a paper that reported or was told something. */
function tellsOf(name: string, text: string): boolean {
  const credited = /(?:\b(?:told|by|to|per|interview with|according to|seen by)\s+|\()$/i;
  for (const { index } of text.matchAll(new RegExp(`\\b${RegExp.escape(name)}\\b`, 'g'))) {
    const after = text.slice(index + name.length, index + name.length + 24);
    if (
      !credited.test(text.slice(Math.max(0, index - 16), index)) &&
      !/^\)?\s*(?:\)|reports?|reported|said|wrote|first)\b/i.test(after)
    )
      return true;
  }
  return false;
}

/**
 * Whether an article is a party's own word: a press release, a company's own pages about itself, or the pages of somebody whom
 * most other reports of the same event tell of.
 */
export function isStatement(article: Article, among: readonly Article[] = []): boolean {
  const origin = originNamed(article);
  const by = (origin === null ? null : publisherNamed(origin)) ?? known(article);
  if (by?.wire === 'releases' || by?.kind === 'vendor') return true;
  if (company(article) !== null) return true;
  if (by !== null || origin !== null) return false;
  const others = among.filter(({ publisher }) => publisher !== article.publisher);
  const telling = others.filter(({ title, text }) => tellsOf(article.publisher, `${title}\n${text.slice(0, LEAD)}`));
  return telling.length > 0 && telling.length * 2 >= others.length;
}

/** The ids of those of these articles, which tell of one event, that are a party's own word. */
export const statementsAmong = (articles: readonly Article[]): ReadonlySet<string> =>
  new Set(articles.filter((article) => isStatement(article, articles)).map(({ id }) => id));

/** Names of the independent publishers of these articles, in their order; statements count only where there is nothing else. */
export function independent(articles: readonly Article[], statements = statementsAmong(articles)): string[] {
  const reports = articles.filter(({ id }) => !statements.has(id));
  const voices = new Map<string, string>();
  for (const article of reports.length > 0 ? reports : articles) {
    const voice = voiceOf(article);
    if (!voices.has(voice)) voices.set(voice, article.publisher);
  }
  return [...voices.values()];
}
