import type { DomDocument, DomElement } from './dom.ts';
import { plainText } from './entry.ts';
import { type LdNode, namesIn } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

/** Where pages put a byline, the surest first. */
const BYLINES: readonly string[] = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  'a[rel~="author"]',
  '.byline-name, .author-name, .author__name, .article-author, .post-author, .entry-author, .byline__name, .article__author',
  '.author .fn, .vcard .fn, .author.vcard, .p-author, .byline a, .byline .author',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/profile/"]',
  '.byline, .author, .autor, .authors, #author, #byline, [class*="byline" i], [class*="author" i], [class*="autor" i], [data-testid*="author" i]',
];

/** Places where the names of others stand. */
const ELSEWHERE =
  'nav, footer, aside, form, [id*="comment" i], [class*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="widget" i], [class*="teaser" i], [class*="recommend" i], [class*="popular" i]';

const LABEL =
  /^(?:(?:written|posted|published|reported|story|article|text|words|foto|photo|photos|verfasst|geschrieben|veröffentlicht|publié|écrit|redigido|escrito)\s+(?:by|von|par|por|da)|by|von|par|por|di|de|door|av|af|autor(?:in)?|author|text|redaktion)\b\s*[:\-–]?\s+|^(?:autor(?:in)?|author|text|by|von)\s*:\s*/iu;

/** Who wrote a page, several joined by a comma; null where the page does not tell. */
export function pageAuthor(
  document: DomDocument,
  node: LdNode | null,
  nodes: readonly LdNode[],
  meta: MetaTags,
  publisher: string | null,
): string | null {
  const declared = [
    node === null ? [] : namesIn(node, 'author', nodes),
    node === null ? [] : namesIn(node, 'creator', nodes),
    ...[
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'byl',
      'twitter:data1',
    ].map((name) =>
      name === 'twitter:data1' &&
      !/written|author|by|von|verfasst|geschrieben/i.test(meta.first('twitter:label1') ?? '')
        ? []
        : meta.all(name),
    ),
  ];
  const named = declared.map((names) => joined(names)).filter((name) => name !== null);
  const person = named.find((name) => name.toLowerCase() !== publisher?.toLowerCase());
  return person ?? bylineOf(document) ?? named[0] ?? null;
}

function bylineOf(document: DomDocument): string | null {
  for (const selector of BYLINES) {
    const found: string[] = [];
    for (const element of document.querySelectorAll(selector)) {
      if (isElsewhere(element)) continue;
      const name = cleaned(element.getAttribute('content') ?? element.textContent ?? '');
      if (name !== null) found.push(name);
    }
    const name = joined(found.slice(0, 4));
    if (name !== null) return selector.startsWith('.byline,') ? (found[0] ?? null) : name;
  }
  return null;
}

function isElsewhere(element: DomElement): boolean {
  return element.closest(ELSEWHERE) !== null;
}

function joined(names: readonly string[]): string | null {
  const clean = [...new Set(names.flatMap((name) => cleaned(name) ?? []))];
  return clean.length === 0 ? null : clean.join(', ');
}

/** A name without its label and what follows it; null for what is no name: an address, a sentence, a date, a number. */
function cleaned(given: string): string | null {
  const line = plainText(given.slice(0, 300)).replace(LABEL, '');
  const name = line
    .replace(
      /\s*(?:\||•|·|,?\s(?:am|on|le|el|vom)\s(?=\d)|\d{1,2}[./]\s?\d{1,2}[./]|\d{4}-\d|\bupdated\b|\bpublished\b|@).*$/iu,
      '',
    )
    .replace(/\s*\([^()]{0,60}\)\s*$/, '')
    .replace(/^[\s,:;–-]+|[\s,:;–-]+$/g, '');
  if (name === '' || name.length > 100 || name.split(' ').length > 10) return null;
  if (/^(?:https?:|www\.)|[{}<>=]|\/\/|\d{3}/i.test(name) || !/\p{L}{2}/u.test(name)) return null;
  return /^(?:admin|administrator|unknown|anonymous|none|null|undefined|author|autor|website|home|mehr|more|about.*|über.*|follow.*|share.*|view.*|all posts.*|alle .*)$/iu.test(
    name,
  )
    ? null
    : name;
}
