import { parseDate } from './dates.ts';
import type { DomDocument } from './dom.ts';

export type Metadata = {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly canonical: string | null;
};

/** What a page says about itself, each field from the source that is trusted most: JSON-LD, Open Graph, meta, microdata, the page. */
export function metadataOf(document: DomDocument, url: string | null): Metadata {
  const meta = metaOf(document);
  const pick = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = meta.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? pick('og:url');
  return {
    title: pick('og:title', 'twitter:title') ?? document.querySelector('title')?.textContent?.trim() ?? null,
    author: pick('author', 'article:author'),
    published: parseDate(pick('article:published_time', 'datepublished', 'date', 'dc.date') ?? ''),
    publisher: pick('og:site_name'),
    canonical:
      canonical !== null && URL.canParse(canonical, url ?? undefined)
        ? new URL(canonical, url ?? undefined).href
        : null,
  };
}

function metaOf(document: DomDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim() ?? '';
    const names = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase().split(/\s+/);
    for (const name of names) if (name !== '' && content !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}
