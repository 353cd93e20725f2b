import type { DomDocument } from './dom.ts';

/** The `<meta>` values of a page by lower-case name: the first of each, and all where there are several. */
export type MetaTags = {
  /** The first value under the first of the names that has one. */
  first(...names: readonly string[]): string | null;
  all(name: string): readonly string[];
};

export function metaTagsOf(document: DomDocument): MetaTags {
  const values = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = (element.getAttribute('content') ?? element.getAttribute('value') ?? '').trim();
    if (content === '') continue;
    const named = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((key) => element.getAttribute(key) ?? []);
    for (const name of named.join(' ').toLowerCase().split(/\s+/)) {
      if (name === '') continue;
      const found = values.get(name);
      if (found === undefined) values.set(name, [content]);
      else found.push(content);
    }
  }
  return {
    first: (...names) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined) ?? null,
    all: (name) => values.get(name) ?? [],
  };
}
