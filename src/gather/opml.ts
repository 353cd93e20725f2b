import { FetchError, ParseError } from '../errors.ts';
import type { Feed } from '../model.ts';
import { feedName, shownAddress } from '../secrets.ts';
import { canonicalUrl, sameFeed } from './address.ts';
import { type Element, escapeText, readXml, within } from './xml.ts';

/** A feed as a list names it. The folders it stands in are its topics. */
export type Listed = { readonly url: string; readonly title: string | null; readonly topics: readonly string[] };

export type OpmlReading = {
  readonly feeds: readonly Listed[];
  /** Each line that brought no feed: which, and why. */
  readonly faults: readonly { readonly line: string; readonly reason: string }[];
};

/** Reads a list of feeds in OPML (opml.org/spec2). Throws a ParseError for what is no OPML. */
export function readOpml(text: string): OpmlReading {
  const root = within(readXml(text, null), 'opml')[0];
  const body = root === undefined ? undefined : within(root, 'body')[0];
  if (body === undefined) {
    throw new ParseError(
      'opml',
      'not OPML: expected <opml> with a <body> of outlines; export the list from the feed reader as OPML',
    );
  }
  const feeds: Listed[] = [];
  const faults: { line: string; reason: string }[] = [];
  const walk = (element: Element, topics: readonly string[]): void => {
    for (const outline of within(element, 'outline')) {
      const { xmlurl, title, text: label } = outline.attributes;
      const name = title?.trim() || label?.trim() || null;
      const inner = within(outline, 'outline');
      if (xmlurl !== undefined) add({ url: xmlurl, title: name, topics });
      else if (inner.length === 0)
        faults.push({ line: name ?? 'an outline without a name', reason: 'has no xmlUrl, the address of the feed' });
      walk(outline, name === null || xmlurl !== undefined ? topics : [...topics, name]);
    }
  };
  const add = (listed: Listed): void => {
    const line = listed.title ?? shownAddress(listed.url);
    try {
      const url = canonicalUrl(listed.url);
      if (feeds.some((feed) => sameFeed(feed.url, url))) faults.push({ line, reason: 'stands in the list twice' });
      else feeds.push({ ...listed, url });
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      faults.push({ line, reason: error.message });
    }
  };
  walk(body, []);
  return { feeds, faults };
}

/** Writes feeds as OPML 2.0, by their first topic in folders. */
export function writeOpml(feeds: readonly Feed[], title: string): string {
  const groups = Map.groupBy(feeds, (feed) => feed.topics[0] ?? null);
  const lines = [...groups].flatMap(([topic, members]) => {
    const outlines = members.map((feed) => {
      const name = escapeText(feedName(feed));
      const site = feed.site === null ? '' : ` htmlUrl="${escapeText(feed.site)}"`;
      return `<outline type="rss" text="${name}" title="${name}" xmlUrl="${escapeText(feed.url)}"${site}/>`;
    });
    if (topic === null) return outlines.map((line) => `    ${line}`);
    const name = escapeText(topic);
    return [
      `    <outline text="${name}" title="${name}">`,
      ...outlines.map((line) => `      ${line}`),
      '    </outline>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeText(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}
