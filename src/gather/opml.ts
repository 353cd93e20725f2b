import { FetchError, ParseError } from '../errors.ts';
import { type Feed, PublisherKind } from '../model.ts';
import { feedName, shownAddress } from '../secrets.ts';
import { feedKey, feedUrl } from './address.ts';
import { decodeBytes } from './charset.ts';
import { asMeant } from './entry.ts';
import { type Element, escapeText, readXml, within } from './xml.ts';

/** A feed as a list names it. The folders it stands in are its topics, and what its `category` has beside them. */
export type Listed = Pick<Feed, 'url' | 'title' | 'site' | 'publisher' | 'kind' | 'topics'>;

/** Where OPML has no name for what is known of a feed (OPML 2.0, "Extending OPML"). */
const OWN = 'urn:debrief:opml';

export type OpmlReading = {
  readonly feeds: readonly Listed[];
  /** Each line that brought no feed: which, and why. */
  readonly faults: readonly { readonly line: string; readonly reason: string }[];
};

/** Reads a list of feeds in OPML (opml.org/spec2), in any character set. Throws a ParseError for what is no OPML. */
export function readOpml(bytes: Uint8Array, contentType: string | null = null): OpmlReading {
  const root = within(readXml(decodeBytes(bytes, contentType), null), 'opml')[0];
  const body = root === undefined ? undefined : within(root, 'body')[0];
  if (body === undefined) {
    throw new ParseError(
      'opml',
      'not OPML: expected <opml> with a <body> of outlines; export the list from the feed reader as OPML',
    );
  }
  const feeds = new Map<string, Listed>();
  const faults: { line: string; reason: string }[] = [];
  const walk = (element: Element, topics: readonly string[]): void => {
    for (const outline of within(element, 'outline')) {
      const { xmlurl, title, text: label, htmlurl, category = '' } = outline.attributes;
      const name = asMeant(title ?? '') || asMeant(label ?? '') || null;
      const inner = within(outline, 'outline');
      if (xmlurl !== undefined) {
        const filed = category.split(',').map((path) => path.trim().replace(/^\//, ''));
        add({
          url: xmlurl,
          title: name,
          site: htmlurl?.trim() || null,
          publisher: outline.attributes['debrief:publisher']?.trim() || null,
          kind: PublisherKind.safeParse(outline.attributes['debrief:kind']).data ?? 'news',
          topics: [...new Set([...topics, ...filed.filter((topic) => topic !== '')])],
        });
      } else if (inner.length === 0)
        faults.push({ line: name ?? 'an outline without a name', reason: 'has no xmlUrl, the address of the feed' });
      walk(outline, name === null || xmlurl !== undefined ? topics : [...topics, name]);
    }
  };
  const add = (listed: Listed): void => {
    const line = listed.title ?? shownAddress(listed.url);
    try {
      const url = feedUrl(listed.url);
      const key = feedKey(url);
      const before = feeds.get(key);
      const topics = new Set([...(before?.topics ?? []), ...listed.topics]);
      // Readers that file a feed under several topics list it in the folder of each.
      if (before !== undefined && topics.size === before.topics.length)
        faults.push({ line, reason: 'stands in the list twice' });
      feeds.set(key, { ...(before ?? { ...listed, url }), topics: [...topics] });
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      faults.push({ line, reason: error.message });
    }
  };
  walk(body, []);
  return { feeds: [...feeds.values()], faults };
}

/** Writes feeds as OPML 2.0, by their first topic in folders. */
export function writeOpml(feeds: readonly Feed[], title: string): string {
  const groups = Map.groupBy(feeds, (feed) => feed.topics[0] ?? null);
  const lines = [...groups].flatMap(([topic, members]) => {
    const outlines = members.map(outlineOf);
    if (topic === null) return outlines.map((line) => `    ${line}`);
    const name = inAttribute(topic);
    return [
      `    <outline text="${name}" title="${name}">`,
      ...outlines.map((line) => `      ${line}`),
      '    </outline>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:debrief="${OWN}">`,
    `  <head><title>${inAttribute(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outlineOf(feed: Feed): string {
  const name = feedName(feed);
  const attributes = Object.entries({
    type: 'rss',
    text: name,
    title: name,
    xmlUrl: feed.url,
    htmlUrl: feed.site,
    // The first is its folder.
    category: feed.topics.slice(1).join(',') || null,
    'debrief:publisher': feed.publisher,
    'debrief:kind': feed.kind === 'news' ? null : feed.kind,
  }).flatMap(([key, value]) => (value === null ? [] : [`${key}="${inAttribute(value)}"`]));
  return `<outline ${attributes.join(' ')}/>`;
}

/** Without the characters that XML has no form for. */
function inAttribute(text: string): string {
  return escapeText(text.replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' '));
}
