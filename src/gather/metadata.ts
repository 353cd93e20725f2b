import type { DomDocument } from './dom.ts';
import { jsonLdOf, mainNode, namesIn, textIn } from './json-ld.ts';
import { metaTagsOf } from './meta-tags.ts';
import type { Outline } from './outline.ts';
import { pageAuthor } from './page-author.ts';
import { pageDate } from './page-date.ts';
import { pageTitle } from './page-title.ts';
import { resolve } from './xml.ts';

export type Metadata = {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly canonical: string | null;
  /** The body, where the page gives it as data too. */
  readonly articleBody: string | null;
  /** False where the page declares that only subscribers may read it all (schema.org `isAccessibleForFree`). */
  readonly isFree: boolean;
};

/** What a page says about itself, each field from the source that is trusted most: JSON-LD, Open Graph, meta, microdata, the page. */
export function metadataOf(document: DomDocument, outline: Outline, url: string | null): Metadata {
  const nodes = jsonLdOf(document);
  const node = mainNode(nodes);
  const meta = metaTagsOf(document);
  const publisher =
    (node === null ? undefined : namesIn(node, 'publisher', nodes)[0]) ??
    meta.first('og:site_name', 'application-name', 'dc.publisher', 'publisher');
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta.first('og:url');
  const address = url ?? canonical;
  const site = [
    publisher,
    address !== null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null,
  ];
  const names = site.filter((name) => name !== null);
  return {
    title: pageTitle({ document, outline, node, meta, site: names }),
    author: pageAuthor({ outline, node, nodes, meta, site: names }),
    published: pageDate({ outline, node, meta, url: address }),
    publisher,
    canonical: canonical === null ? null : resolve(canonical, url),
    articleBody: node === null ? null : textIn(node, 'articleBody'),
    isFree: !nodes.some((part) => /^false$/i.test(String(part.isAccessibleForFree))),
  };
}
