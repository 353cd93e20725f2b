import type { DomDocument, DomElement } from './dom.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';
import type { Outline } from './outline.ts';
import { plainText, squash } from './plain-text.ts';

/** What stands between a headline and the site's name in a `<title>`. */
const SEPARATOR = /(?<!\s)\s+[|│•·»«›‹~–—:-]+\s+|(?<!\s)\s+[|│»«]\s*|[|│»«]\s*/;

/** A title is no longer, a page has no more headings that could be its own: bounds for pages that are made to be slow. */
const LONGEST = 500;
const MOST = 200;

type Source = {
  readonly document: DomDocument;
  readonly outline: Outline;
  readonly node: LdNode | null;
  readonly meta: MetaTags;
  /** The site's names: what it calls itself, its host. */
  readonly site: readonly string[];
};

/**
 * The headline of a page. What the page declares (JSON-LD, Open Graph, `<title>`) is often cut to what search engines like or carries the
 * site's name; the heading that says the same is the headline as readers see it, and is taken in its stead.
 */
export function pageTitle({ document, outline, node, meta, site }: Source): string | null {
  const declared = [
    node === null ? null : (textIn(node, 'headline') ?? textIn(node, 'name')),
    meta.first('og:title', 'twitter:title', 'dc.title', 'headline', 'parsely-title', 'sailthru.title'),
    document.querySelector('title')?.textContent ?? null,
  ]
    .map((title) => plainText((title ?? '').slice(0, LONGEST)))
    .filter((title) => title !== '' && !isSite(title, site));
  const forms = declared.flatMap((title) => [title, ...title.split(SEPARATOR)]).filter((form) => !isSite(form, site));
  const headings = headingsOf(outline)
    .slice(0, MOST)
    .filter(({ text }) => !isSite(text, site));
  const scored = headings.map((heading) => ({
    ...heading,
    likeness: Math.max(0, ...forms.map((form) => likeness(heading.text, form))),
  }));
  const best = (level: number, least: number): string | undefined =>
    scored
      .filter((heading) => heading.level === level && heading.likeness >= least)
      .reduce<(typeof scored)[number] | undefined>(
        (top, next) => (top === undefined || next.likeness > top.likeness ? next : top),
        undefined,
      )?.text;
  const [main, ...others] = scored.filter(({ level, isWhole }) => level === 1 && isWhole);
  const alone = main !== undefined && others.length === 0 && main.text.includes(' ') ? main.text : undefined;
  const [first] = declared;
  return (
    // A heading may carry the site's name too.
    named(best(1, 0.5) ?? best(2, 0.8) ?? best(3, 0.8) ?? alone, site) ??
    (first === undefined ? (main?.text ?? null) : withoutSite(first, site))
  );
}

type Heading = { readonly text: string; readonly level: number; readonly isWhole: boolean };

/** Headings, whole and by their parts: a kicker over the headline often stands in the same element. */
function headingsOf({ all, isApart }: Outline): Heading[] {
  return all.flatMap(({ element, names }) => {
    const level = levelOf(element, names);
    if (level === null || isApart(element)) return [];
    const whole = squash(element.textContent ?? '');
    const parts = [...element.children].map((child) => squash(child.textContent ?? ''));
    const own = squash(ownText(element));
    return [
      { text: whole, level, isWhole: true },
      ...[...parts, own].map((text) => ({ text, level, isWhole: false })),
    ].filter(
      ({ text }, index, list) =>
        text.length >= 2 && text.length <= 300 && list.findIndex((other) => other.text === text) === index,
    );
  });
}

function levelOf(element: DomElement, names: string): number | null {
  const [, level] = /^H([123])$/.exec(element.nodeName) ?? [];
  if (level === undefined) return element.getAttribute('itemprop') === 'headline' ? 2 : null;
  return /\b(?:entry|post|article)[-_]?title\b/.test(names) ? Math.min(2, Number(level)) : Number(level);
}

function ownText(element: DomElement): string {
  let text = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.textContent ?? '';
  }
  return text;
}

/** The words that two titles share, of all that they have (Jaccard). */
function likeness(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isSite(text: string, site: readonly string[]): boolean {
  const given = letters(text);
  return site.some((name) => {
    const own = letters(name);
    return (
      given === own ||
      (given.length >= 4 &&
        own.length >= 4 &&
        (own.startsWith(given) || (given.startsWith(own) && given.length < own.length + 4)))
    );
  });
}

const partsOf = (title: string): string[] =>
  title
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A heading without the site's name, where one of its parts is that. */
const named = (heading: string | undefined, site: readonly string[]): string | undefined =>
  heading !== undefined && partsOf(heading).some((part) => isSite(part, site)) ? withoutSite(heading, site) : heading;

/** A declared title without the site's name at its end or start, and of what bars part the longest: no bar is part of a headline. */
function withoutSite(title: string, site: readonly string[]): string {
  const parts = partsOf(title);
  const own = parts.filter((part) => !isSite(part, site));
  const kept = own.length === 0 ? parts : own;
  const [start, last] = [title.indexOf(kept[0] ?? ''), kept.at(-1) ?? ''];
  const stripped = own.length === parts.length ? title : title.slice(start, title.lastIndexOf(last) + last.length);
  const longest = kept.reduce((best, part) => (part.length > best.length ? part : best), '');
  return /[|│»«]/.test(stripped) && longest.includes(' ') ? longest : stripped;
}
