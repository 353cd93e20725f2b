import { HOUR_MS } from '../durations.ts';
import { link, type Report } from './edition.ts';
import { blocks, escaped } from './markup.ts';
import type { FeedHabit, Publisher } from './publisher.ts';

/** The media types of feeds, as `Content-Type` and as `<link rel="alternate">` name them. */
export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

export type FeedDocument = { readonly type: string; readonly body: Buffer };

/** A publisher's feed (RSS 2.0, Atom of RFC 4287 or JSON Feed 1.1) with its habits. */
export function feedDocument(publisher: Publisher, reports: readonly Report[], origin: string): FeedDocument {
  const { format, charset = 'utf-8' } = publisher.feed;
  const write = WRITERS[format];
  return {
    type: `${FEED_TYPES[format]}; charset=${charset}`,
    body: Buffer.from(write(publisher, reports, origin), charset === 'utf-8' ? 'utf8' : 'latin1'),
  };
}

const WRITERS = { rss, atom, json: jsonFeed } as const;

const html = (report: Report): string => {
  const note = report.correction === null ? [] : [`<p><em>${escaped(report.correction)}</em></p>`];
  return [...blocks(report.text), ...note, report.piece.rawMarkup ?? ''].join('\n');
};

function rss(publisher: Publisher, reports: readonly Report[], origin: string): string {
  const { feed, name, tagline, id } = publisher;
  const item = (report: Report): string => {
    const address = link(origin, report);
    const full = feed.content === 'full' || report.piece.page === 'paywall';
    return [
      '<item>',
      `<title>${text(report.title, feed)}</title>`,
      `<link>${escaped(address)}</link>`,
      feed.ids === 'address' ? `<guid isPermaLink="true">${escaped(origin + report.path)}</guid>` : '',
      feed.ids === 'opaque' ? `<guid isPermaLink="false">${id}-${report.piece.slug}</guid>` : '',
      date(report.published, feed),
      report.piece.author === null ? '' : `<dc:creator>${text(report.piece.author, feed)}</dc:creator>`,
      `<description>${text(report.summary, feed)}</description>`,
      full ? `<content:encoded>${markup(html(report), feed)}</content:encoded>` : '',
      '</item>',
    ]
      .filter((line) => line !== '')
      .join('\n');
  };
  return `<?xml version="1.0" encoding="${feed.charset ?? 'utf-8'}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escaped(name)}</title>
<link>${origin}/${id}/</link>
<description>${text(tagline, feed)}</description>
<language>en</language>
<ttl>30</ttl>
${reports.map(item).join('\n')}
</channel>
</rss>
`;
}

function atom(publisher: Publisher, reports: readonly Report[], origin: string): string {
  const { feed, name, tagline, id } = publisher;
  const home = `${origin}/${id}/`;
  const content = (report: Report): string => {
    if (feed.content === 'summary') return '';
    if (feed.markup !== 'xhtml') return `<content type="html">${escaped(html(report))}</content>`;
    return `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html(report)}</div></content>`;
  };
  const entry = (report: Report): string => `<entry>
<title>${escaped(report.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(link(origin, report))}"/>
<id>${feed.ids === 'opaque' ? `tag:${id}.example,2020:${report.piece.slug}` : origin + report.path}</id>
<published>${report.published.toISOString()}</published>
<updated>${report.updated.toISOString()}</updated>
${report.piece.author === null ? '' : `<author><name>${escaped(report.piece.author)}</name></author>\n`}<summary>${escaped(report.summary)}</summary>
${content(report)}
</entry>`;
  const updated = reports[0]?.updated.toISOString() ?? '';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="${home}">
<title>${escaped(name)}</title>
<subtitle>${escaped(tagline)}</subtitle>
<id>${home}</id>
<link rel="alternate" href="${home}"/>
<link rel="self" href="${home}${feed.file}"/>
<updated>${updated}</updated>
<author><name>${escaped(name)}</name></author>
${reports.map(entry).join('\n')}
</feed>
`;
}

function jsonFeed(publisher: Publisher, reports: readonly Report[], origin: string): string {
  const home = `${origin}/${publisher.id}/`;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher.name,
    home_page_url: home,
    feed_url: home + publisher.feed.file,
    description: publisher.tagline,
    language: 'en',
    items: reports.map((report) => ({
      id: publisher.feed.ids === 'opaque' ? report.piece.slug : origin + report.path,
      url: link(origin, report),
      title: report.title,
      summary: report.summary,
      ...(publisher.feed.content === 'full' ? { content_html: html(report) } : { content_text: report.summary }),
      date_published: report.published.toISOString(),
      authors: report.piece.author === null ? [] : [{ name: report.piece.author }],
      tags: publisher.topics,
    })),
  };
  return JSON.stringify(feed, null, 2);
}

/** Text in an element, by the feed's habit. */
function text(value: string, feed: FeedHabit): string {
  if (feed.markup === 'cdata') return cdata(value);
  return feed.markup === 'undeclared' ? undeclared(escaped(value)) : escaped(value);
}

/** HTML in an element, by the feed's habit. */
function markup(value: string, feed: FeedHabit): string {
  return feed.markup === 'cdata' ? cdata(value) : escaped(value);
}

const cdata = (value: string): string => `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** HTML's entities written into XML that does not declare them, as content systems do. */
const undeclared = (value: string): string =>
  value
    .replace(/(?<=\d) (?=\p{L})/gu, '&nbsp;')
    .replaceAll('\u2019', '&rsquo;')
    .replaceAll('\u2013', '&ndash;');

function date(at: Date, feed: FeedHabit): string {
  if (feed.dates === 'dublin-core') return `<dc:date>${at.toISOString().replace(/\.\d+Z$/, 'Z')}</dc:date>`;
  return `<pubDate>${feed.dates === 'loose' ? looseDate(at) : at.toUTCString()}</pubDate>`;
}

/** RFC 822 as it is met: no weekday, a year of two digits, no seconds, and a zone by name (Eastern Standard Time, five hours behind). */
function looseDate(at: Date): string {
  const [, day, month, year, time] = new Date(at.getTime() - 5 * HOUR_MS).toUTCString().split(' ');
  return `${Number(day)} ${month} ${year?.slice(2)} ${time?.slice(0, 5)} EST`;
}
