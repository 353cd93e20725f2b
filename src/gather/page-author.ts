import { type DomElement, isElement } from './dom.ts';
import { type LdNode, namesIn } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';
import type { Named, Outline } from './outline.ts';
import { plainText } from './plain-text.ts';

type Source = {
  readonly outline: Outline;
  readonly node: LdNode | null;
  readonly nodes: readonly LdNode[];
  readonly meta: MetaTags;
  readonly site: readonly string[];
};

const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'article:author_name',
];

/** Who wrote a page, several joined by a comma; null where the page does not tell. */
export function pageAuthor({ outline, node, nodes, meta, site }: Source): string | null {
  const label = meta.first('twitter:label1') ?? '';
  const declared = [
    ...(node === null ? [] : [namesIn(node, 'author', nodes), namesIn(node, 'creator', nodes)]),
    ...META.map((name) => meta.all(name)),
    /written|author|by|von|verfasst|geschrieben|autor/i.test(label) ? meta.all('twitter:data1') : [],
  ];
  const named = declared.map(joined).filter((name) => name !== null);
  const isSite = (name: string) => site.some((own) => own.toLowerCase() === name.toLowerCase());
  return named.find((name) => !isSite(name)) ?? bylineOf(outline) ?? named[0] ?? null;
}

/** Where pages put a byline, the surest first. */
const BYLINES: readonly ((named: Named) => boolean)[] = [
  ({ element }) =>
    element.getAttribute('itemprop') === 'name' && element.parentElement?.closest('[itemprop="author"]') != null,
  ({ element }) => /^(?:author|creator)$/.test(element.getAttribute('itemprop') ?? ''),
  ({ element }) => (element.getAttribute('rel') ?? '').split(' ').includes('author'),
  ({ element, names }) =>
    /\b(?:byline|author|autor|writer)[-_]*(?:name|link)\b|\bp-author\b|\bfn\b/.test(names) &&
    !/image|avatar/.test(element.nodeName),
  ({ element }) =>
    element.nodeName === 'A' &&
    /\/(?:authors?|autor(?:en|in|es)?|writers?|people|profil\w*|redaktion|journalist\w*|reporter\w*|staff|by)\/[^/]/i.test(
      element.getAttribute('href') ?? '',
    ),
  ({ names }) =>
    /(?<![a-z\d])(?:byline|authors?|autor|autoren|writer|verfasser|auteur|firma|signature)(?![a-z\d])/.test(names),
  ({ names }) => /byline|author|autor/.test(names),
];

const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:von|van|de|der|den|del|da|di|la|le|el|al|bin|und|and|et|y|e)\s+)*\p{Lu}[\p{L}.’'-]*){0,5}`;
const BY = `(?:by|von|par|por|di|de|door|av|af|autor(?:in|es)?|author|auteur|text|words|written by|posted by|published by|verfasst von|geschrieben von|publié par|escrito por)`;
/** A line of its own that says who wrote: `By Ada Example`, `Text: Ada Example`, `Von Ada Example am 3. Mai`. */
const LINE = new RegExp(
  String.raw`^(?:.{0,40}\s)?(?<!\p{L})(?i:${BY})(?:\s*:\s*|\s+)(${NAME})(?=\s*(?:$|[,|•·/–—(-]|(?:am|on|um)\b|\d))`,
  'u',
);
function bylineOf({ all, isApart }: Outline): string | null {
  for (const isByline of BYLINES) {
    const found: string[] = [];
    for (const named of all) {
      if (!isByline(named) || isApart(named.element)) continue;
      const name = cleaned(textOfByline(named.element));
      if (name !== null && !found.some((other) => isWithin(name, other))) found.push(name);
      if (found.length === 1 && BYLINES.indexOf(isByline) >= 5) break;
    }
    // A page full of bylines is a list of articles; the first is its own, if any is.
    if (found.length > 0) return found.length > 4 ? (found[0] ?? null) : found.join(', ');
  }
  return lineOf(all, isApart);
}

function lineOf(all: readonly Named[], isApart: (element: DomElement) => boolean): string | null {
  for (const { element } of all) {
    if (/^(?:SCRIPT|STYLE|NOSCRIPT)$/.test(element.nodeName)) continue;
    const text = element.textContent ?? '';
    if (text.length < 6 || text.length > 150) continue;
    const [, name] = LINE.exec(text.replace(/\s+/g, ' ').trim()) ?? [];
    if (name !== undefined && name.split(' ').length >= 2 && !isApart(element)) return cleaned(name);
  }
  return null;
}

/** The byline's text with a space between its elements: labels and names often touch. */
function textOfByline(element: DomElement): string {
  const given = element.getAttribute('content');
  if (given !== null && given !== '') return given;
  const parts: string[] = [];
  const walk = (at: DomElement): void => {
    for (let child = at.firstChild; child !== null && parts.length < 40; child = child.nextSibling) {
      if (child.nodeType === 3) parts.push(child.textContent ?? '');
      else if (isElement(child) && !/^(?:SCRIPT|STYLE|SVG|TIME|BUTTON)$/i.test(child.nodeName)) walk(child);
    }
  };
  walk(element);
  return parts.join(' ');
}

/** Whether of two names one is the other with more words beside it, as bylines and their links give it. */
function isWithin(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}

function joined(names: readonly string[]): string | null {
  const clean = [...new Set(names.flatMap((name) => cleaned(name) ?? []))];
  return clean.length === 0 ? null : clean.slice(0, 12).join(', ');
}

const LABEL = new RegExp(String.raw`^(?:(?:[^:\n]{0,30}:\s*)?${BY}\s*(?:[:–-]\s*|\s))+`, 'iu');
/** A label of one more word (`Interview von Ada Example`). Where one name alone would be left, the word is its given name: `Ada von Example`. */
const LONGER = new RegExp(
  String.raw`^(?:\p{L}+\s+(?i:${BY})\s+|[^:\n]{1,30}:\s*)(?=\p{Lu}\S*\s+(?:\p{Ll}+\s+)*\p{Lu})`,
  'u',
);
/** Who made the pictures. */
const PICTURES = /^\W*(?:photo|foto|image|picture|bild)/i;

const NO_NAME =
  /^(?:admin(?:istrator)?|unknown|anonymous|none|null|undefined|authors?|autor(?:en|in)?|website|home|mehr|more|about.*|über.*|follow.*|share.*|view.*|all (?:posts|articles).*|alle .*|zeige .*|zur? .*|profile?|e-?mail|contact|kontakt|twitter|facebook)$/iu;

/** A name without its label and what follows it; null for what is no name: an address, a sentence, a date, a number. */
function cleaned(given: string): string | null {
  const text = plainText(given.slice(0, 300));
  if (PICTURES.test(text)) return null;
  const name = text
    .replace(LABEL, '')
    .replace(LONGER, '')
    .replace(
      /(?<!\s)\s*(?:\||•|·|,?\s(?:am|on|le|el|vom|um)\s(?=\d)|\d{1,2}[./]\s?\d{1,2}[./]|\d{4}-\d|\d{1,2}\.?\s\p{L}+\s\d{4}|\bupdated\b|\bpublished\b|\bpubliziert\b|\bveröffentlicht\b|\bshares?\b|@).*$/isu,
      '',
    )
    .replace(/(?<!\s)\s*\([^()]{0,60}\)\s*$/, '')
    .replace(/^[\s,:;–-]+|(?<![\s,:;–-])[\s,:;–-]+$/g, '');
  if (name === '' || name.length > 100 || name.split(' ').length > 10) return null;
  if (/^https?:|[{}<>=]|\/\/|\d{3}/i.test(name) || !/\p{L}{2}/u.test(name)) return null;
  return NO_NAME.test(name) ? null : name;
}
