import { findDate, parseDate } from './dates.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

/** What pages call the time of publication in `<meta>`, the surest first. */
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'pubdate',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'og:published_time',
  'originalpublicationdate',
  'article_date_original',
  'date',
  'dc.date',
  'dcterms.date',
  'dc.terms.date',
  'datecreated',
  'created',
  'og:pubdate',
  'rnews:datepublished',
  'bt:pubdate',
  'shareaholic:article_published_time',
  'article:created',
  'last-modified',
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
];

const ELSEWHERE =
  'footer, aside, [id*="comment" i], [class*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="widget" i], [class*="teaser" i], [class*="recommend" i], [class*="popular" i]';

/** Elements that are named for a date. */
const DATELINES =
  '[itemprop="datePublished"], [property="datePublished"], time[pubdate], .published, .entry-date, .post-date, .article-date, .date-published, .dateline, .pubdate, .publish-date';
const NAMED =
  '[class*="date" i], [id*="date" i], [class*="datum" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="meta" i], [class*="byline" i], [class*="author" i], [class*="info" i], [class*="fecha" i], [class*="entry" i] > small';

/** When a page was published, to an instant; null where it does not tell. Never today for want of better. */
export function pageDate(
  document: DomDocument,
  node: LdNode | null,
  meta: MetaTags,
  url: string | null,
): string | null {
  return (
    fromNode(node, 'datePublished') ??
    fromMeta(meta) ??
    fromNode(node, 'dateCreated') ??
    fromElements(document, DATELINES, parseOrFind) ??
    fromElements(document, 'time[datetime], time, abbr.published', parseOrFind) ??
    fromElements(document, NAMED, findDate) ??
    fromAddress(url) ??
    fromText(document) ??
    fromNode(node, 'dateModified')
  );
}

function fromNode(node: LdNode | null, field: string): string | null {
  return node === null ? null : parseDate(textIn(node, field) ?? '');
}

function fromMeta(meta: MetaTags): string | null {
  for (const name of PUBLISHED) {
    const found = parseDate(meta.first(name) ?? '');
    if (found !== null) return found;
  }
  return null;
}

function fromElements(document: DomDocument, selector: string, read: (text: string) => string | null): string | null {
  for (const element of document.querySelectorAll(selector)) {
    if (element.closest(ELSEWHERE) !== null) continue;
    const found = datesIn(element)
      .map(read)
      .find((date) => date !== null);
    if (found !== undefined) return found;
  }
  return null;
}

function datesIn(element: DomElement): string[] {
  const given = ['datetime', 'content', 'title'].flatMap((name) => element.getAttribute(name) ?? []);
  const text = element.textContent ?? '';
  return text.length < 400 ? [...given, text] : given;
}

function parseOrFind(text: string): string | null {
  return parseDate(text) ?? findDate(text);
}

/** `/2026/11/24/` or `/2026-11-24-` in the address. */
function fromAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-])/.exec(url ?? '');
  return found === null ? null : parseDate(`${found[1]}-${found[2]}-${found[3]}`);
}

/** The first short line of the page with a whole date in it. */
function fromText(document: DomDocument): string | null {
  for (const element of document.querySelectorAll('p, span, div, li, td, em, small, i, b, strong, h4, h5, h6')) {
    const text = element.textContent ?? '';
    if (text.length < 8 || text.length > 120 || element.closest(ELSEWHERE) !== null) continue;
    const found = findDate(text);
    if (found !== null) return found;
  }
  return null;
}
