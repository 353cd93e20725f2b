import type { DomDocument, DomElement } from './dom.ts';
import { plainText } from './entry.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

/** What stands between a headline and the site's name in a `<title>`. */
const SEPARATOR = /\s+[|│•·»«›‹~–—:-]+\s+|\s*\|\s*/;

/**
 * The headline of a page. What the page declares (JSON-LD, Open Graph, `<title>`) is often cut to what search engines like or carries the
 * site's name; the `<h1>` that means the same is the headline as readers see it, and is taken in its stead.
 */
export function pageTitle(
  document: DomDocument,
  node: LdNode | null,
  meta: MetaTags,
  publisher: string | null,
): string | null {
  const written = squash(document.querySelector('title')?.textContent ?? '');
  const declared = [
    node === null ? null : (textIn(node, 'headline') ?? textIn(node, 'name')),
    meta.first('og:title', 'twitter:title', 'dc.title', 'headline', 'parsely-title', 'sailthru.title'),
    written,
  ].flatMap((title) => (title === null || title === '' ? [] : [plainText(title)]));
  const headings = headingsOf(document).filter((heading) => !isSite(heading, publisher));
  const best = headings
    .map((heading) => ({ heading, likeness: Math.max(0, ...declared.map((title) => likeness(heading, title))) }))
    .reduce<{ heading: string; likeness: number } | null>(
      (top, next) => (top === null || next.likeness > top.likeness ? next : top),
      null,
    );
  if (best !== null && (best.likeness >= 0.5 || (headings.length === 1 && best.heading.includes(' '))))
    return best.heading;
  const [first] = declared;
  return first === undefined ? (headings[0] ?? null) : withoutSite(first, publisher);
}

/** The texts of a page's main headings, or of its second ones where it has none. */
function headingsOf(document: DomDocument): string[] {
  for (const selector of ['h1', '[itemprop="headline"]', 'h2']) {
    const texts = [...document.querySelectorAll(selector)].filter((heading) => !isFurniture(heading)).map(headingText);
    const usable = texts.filter((text) => text.length >= 2 && text.length <= 300);
    if (usable.length > 0) return [...new Set(usable)];
  }
  return [];
}

function isFurniture(heading: DomElement): boolean {
  return (
    heading.closest(
      'nav, footer, aside, [role="navigation"], [class*="comment" i], [class*="related" i], [class*="sidebar" i]',
    ) !== null
  );
}

/** The text of a heading without the small print that some put inside it. */
function headingText(heading: DomElement): string {
  return squash(heading.textContent ?? '');
}

/** The share of the words of the shorter that stand in the longer. */
function likeness(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return 0;
  const common = [...shorter].filter((word) => longer.has(word)).length;
  // One word of a long title is the site's name more often than the headline.
  return shorter.size === 1 && longer.size > 4 ? 0.4 * common : common / shorter.size;
}

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function isSite(heading: string, publisher: string | null): boolean {
  return publisher !== null && heading.toLowerCase() === publisher.toLowerCase();
}

/** A declared title without the site's name at its end or start. */
function withoutSite(title: string, publisher: string | null): string {
  const parts = title
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return title;
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  const names = publisher === null ? [] : parts.filter((part) => likeness(part, publisher) >= 0.9);
  if (names.length > 0)
    return title.slice(0, title.lastIndexOf(names.at(-1) ?? '')).replace(/[\s|│•·»«›‹~–—:-]+$/, '') || longest;
  return /[|│»«]/.test(title) && longest.split(' ').length >= 3 ? longest : title;
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
