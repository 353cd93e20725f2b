import { withoutNul } from './charset.ts';
import type { DomDocument } from './dom.ts';

/** A node of a page's JSON-LD: fields of any shape, read through `textIn` and `namesIn`. */
export type LdNode = Readonly<Record<string, unknown>>;

const ARTICLE =
  /Article$|^(?:BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Recipe|Review|CreativeWork|PodcastEpisode|QAPage|HowTo)$/;
const PAGE = /^(?:WebPage|ItemPage|AboutPage|CollectionPage|VideoObject|NewsMediaOrganization)$/;

/** Every node of the page's JSON-LD (json-ld.org), those nested in others included; blocks that do not parse are passed over. */
export function jsonLdOf(document: DomDocument): readonly LdNode[] {
  const nodes: LdNode[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    collect(parse(script.textContent ?? ''), nodes, 0);
  }
  return nodes;
}

/** JSON as pages write it: in a comment or CDATA, with raw line breaks in strings, with a comma or semicolon too many. */
function parse(source: string): unknown {
  const bare = unwrapped(source).replace(/[\u0000-\u001f]+/g, ' ');
  for (const candidate of [
    bare,
    bare
      .replace(/,\s{0,50}(?=[}\]])/g, '')
      .trim()
      .replace(/;$/, ''),
  ]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate is mended further.
    }
  }
  return null;
}

const OPENINGS = ['/*', '*/', '//', '<!--', '<![CDATA['];
const CLOSINGS = ['/*', '*/', '//', '-->', ']]>'];

/** Without the comments and CDATA marks around it, by plain string work: the text is a stranger's. */
function unwrapped(source: string): string {
  let text = source.trim();
  // Three are as many as pages nest: a comment around CDATA, and its end.
  for (let round = 0; round < 3; round += 1) {
    const opening = OPENINGS.find((mark) => text.startsWith(mark)) ?? '';
    const closing = CLOSINGS.find((mark) => text.endsWith(mark)) ?? '';
    text = text.slice(opening.length, text.length - closing.length).trim();
  }
  return text;
}

function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collect(value: unknown, nodes: LdNode[], depth: number): void {
  if (depth > 8 || nodes.length > 2000) return;
  if (Array.isArray(value)) for (const part of value) collect(part, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const part of Object.values(value)) if (typeof part === 'object') collect(part, nodes, depth + 1);
  }
}

function typesOf(node: LdNode): string[] {
  return [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

/** The node of what the page is about: an article, else a page of its own; null where the JSON-LD speaks of other things. */
export function mainNode(nodes: readonly LdNode[]): LdNode | null {
  const dated = (node: LdNode) => textIn(node, 'datePublished') !== null || textIn(node, 'headline') !== null;
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const pages = nodes.filter((node) => typesOf(node).some((type) => PAGE.test(type)));
  return articles.find(dated) ?? pages.find(dated) ?? articles[0] ?? null;
}

/** A field's text, of the first of several; null where it is none. */
export function textIn(node: LdNode, field: string): string | null {
  const value = [node[field]].flat()[0];
  const text = isNode(value) ? value['@value'] : value;
  return typeof text === 'string' && text.trim() !== '' ? withoutNul(text.trim()) : null;
}

/** The names of a field that holds persons or organisations, given as text, as nodes, or as references to other nodes. */
export function namesIn(node: LdNode, field: string, nodes: readonly LdNode[]): readonly string[] {
  return [node[field]].flat(2).flatMap((value) => {
    if (typeof value === 'string') return [withoutNul(value)];
    if (!isNode(value)) return [];
    const named =
      value.name ??
      nodes.find((other) => other !== value && other['@id'] === value['@id'] && other.name !== undefined)?.name;
    return [named].flat(2).filter((name) => typeof name === 'string');
  });
}
