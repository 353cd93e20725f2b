import { html } from 'hono/html';
import type { FeedEntry, FeedOut } from '../../src/ports/pages.ts';
import { part, type Studio } from './parts.ts';

/** What XML 1.0 does not allow (section 2.2), however it is written. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A debrief's text for a feed reader; its headline is the entry's own title. */
async function contentOf({ document }: FeedEntry, studio: Studio): Promise<string> {
  const blocks = document.blocks.filter((block) => block.kind !== 'heading' || block.level > 1);
  return (await html`${blocks.map((block) => part(block, studio))}`).toString();
}

/** Names an entry for good, wherever the feed lies (RFC 4151). */
const idOf = ({ id, at }: FeedEntry): string => `tag:debrief,${at.slice(0, 10)}:${id}`;

/** A channel's debriefs as Atom (RFC 4287). */
export async function atomOf({ title, address, updated, entries }: FeedOut, studio: Studio): Promise<string> {
  const drawn = await Promise.all(
    entries.map(async (entry) => {
      const content = await contentOf(entry, studio);
      return html`<entry><id>${idOf(entry)}</id><title>${entry.document.summary}</title><link rel="alternate" type="text/html" href="${entry.address}"/><published>${entry.at}</published><updated>${entry.at}</updated>${entry.topics.map(
        (topic) => html`<category term="${topic}"/>`,
      )}<content type="html">${content}</content></entry>`;
    }),
  );
  const feed =
    await html`<feed xmlns="http://www.w3.org/2005/Atom"><id>${address}</id><title>${title}</title><link rel="self" type="application/atom+xml" href="${address}"/><updated>${updated}</updated><author><name>Debrief</name></author><generator>Debrief</generator>${drawn}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString().replace(NOT_XML, '')}\n`;
}

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export async function jsonFeedOf({ title, address, entries }: FeedOut, studio: Studio): Promise<string> {
  const items = await Promise.all(
    entries.map(async (entry) => ({
      id: idOf(entry),
      url: entry.address,
      title: entry.document.summary,
      content_html: await contentOf(entry, studio),
      date_published: entry.at,
      tags: entry.topics,
    })),
  );
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    feed_url: address,
    authors: [{ name: 'Debrief' }],
    items,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
