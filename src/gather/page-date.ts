import { findDate, parseDate } from './dates.ts';
import type { DomElement } from './dom.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';
import type { Named, Outline } from './outline.ts';

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

/** How pages name what holds a date, the surest first. */
const DATELINES =
  /\b(?:published|entry-?date|post-?(?:date|created)|article-?date|date-?(?:published|header)|dateline|pub-?date|publish-?(?:date|ed))\b/;
const NAMED = /date|datum|time|publish|posted|submitted|created|meta|byline|author|info|fecha|header|credit/;

type Source = {
  readonly outline: Outline;
  readonly node: LdNode | null;
  readonly meta: MetaTags;
  readonly url: string | null;
};

/** When a page was published, to an instant; null where it does not tell. Never today for want of better. */
export function pageDate({ outline, node, meta, url }: Source): string | null {
  const from = (wanted: (named: Named) => boolean, read: (text: string) => string | null): string | null => {
    for (const named of outline.all) {
      if (!wanted(named) || outline.isApart(named.element)) continue;
      const found = datesIn(named.element)
        .map(read)
        .find((date) => date !== null);
      if (found !== undefined) return found;
    }
    return null;
  };
  return (
    fromNode(node, 'datePublished') ??
    fromMeta(meta) ??
    fromNode(node, 'dateCreated') ??
    from(({ element }) => isMarked(element), parseOrFind) ??
    from(({ names }) => DATELINES.test(names), parseOrFind) ??
    from(({ element }) => element.nodeName === 'TIME' || element.nodeName === 'ABBR', parseOrFind) ??
    from(({ names }) => NAMED.test(names), findDate) ??
    dateInAddress(url) ??
    from(() => true, findDate) ??
    fromNode(node, 'dateModified')
  );
}

/** Microdata and RDFa. */
function isMarked(element: DomElement): boolean {
  const name = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
  return /datePublished|dateCreated|dc:date|dc:created|dcterms:issued/i.test(name) || element.hasAttribute('pubdate');
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

function datesIn(element: DomElement): string[] {
  const given = ['datetime', 'content', 'title'].flatMap((name) => element.getAttribute(name) ?? []);
  const text = element.textContent ?? '';
  return text.length >= 6 && text.length < 200 ? [...given, text] : given;
}

function parseOrFind(text: string): string | null {
  return parseDate(text) ?? findDate(text);
}

/** The day that an address names, `/2026/11/24/` or `/2026-11-24-`, as an instant in UTC; null where it names none. */
export function dateInAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-])/.exec(url ?? '');
  return found === null ? null : parseDate(`${found[1]}-${found[2]}-${found[3]}`);
}
