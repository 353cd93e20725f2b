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

/** Whether an article is a party's own word: a press release, or a company's own pages about itself. */
export function isStatement(article: Article): boolean {
  const origin = originNamed(article);
  const by = (origin === null ? null : publisherNamed(origin)) ?? known(article);
  if (by?.wire === 'releases' || by?.kind === 'vendor') return true;
  return company(article) !== null;
}
