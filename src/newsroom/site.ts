import { createHash } from 'node:crypto';
import { edition, type Report } from './edition.ts';
import { FEED_TYPES, feedDocument } from './feed.ts';
import { escaped, list } from './markup.ts';
import { headline, page } from './page.ts';
import type { Publisher } from './publisher.ts';

/** A request as far as the newsroom looks at it. */
export type Visit = {
  readonly path: string;
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** The feed of a publisher whose server is down. */
export const DEAD_FEED = '/chip-courier/feed.xml';

/** What the newsroom of `now` answered when it stood at `stands`, a value for a value. */
export function answer(
  visit: Visit,
  publishers: readonly Publisher[],
  origin: string,
  now: Date,
  stands: Date,
  corrected: boolean,
): Reply {
  const { path } = visit;
  if (path === '/robots.txt') return plain(200, 'User-agent: *\nDisallow: /account/\nDisallow: /share/\n');
  if (path === DEAD_FEED) return { ...plain(503, 'Service unavailable\n'), headers: { 'retry-after': '3600' } };
  const [, id, file = ''] = path.split('/');
  const publisher = publishers.find((candidate) => candidate.id === id);
  if (publisher === undefined) return path === '/' ? html(200, frontPage(publishers)) : notFound(path);
  const { feed } = publisher;
  if (file === feed.movedFrom) {
    return { status: 301, headers: { location: `${origin}/${publisher.id}/${feed.file}` }, body: '' };
  }
  const reports = edition(publisher, now, corrected).filter(({ published }) => published <= stands);
  if (file === feed.file) return feedReply(visit, publisher, reports, origin);
  if (file === '') return html(200, section(publisher, reports));
  const report = reports.find(({ piece }) => piece.slug === file);
  if (report === undefined || report.piece.page === 'gone') return notFound(path);
  return html(
    200,
    page(
      report,
      reports.filter((other) => other !== report),
      origin,
    ),
  );
}

function feedReply(visit: Visit, publisher: Publisher, reports: readonly Report[], origin: string): Reply {
  const { type, body } = feedDocument(publisher, reports, origin);
  const newest = Math.max(...reports.map(({ updated }) => updated.getTime()));
  const modified = new Date(newest).toUTCString();
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const byTag = publisher.feed.validator === 'etag';
  const validator: Record<string, string> = byTag ? { etag } : { 'last-modified': modified };
  const isKnown = byTag ? visit.ifNoneMatch === etag : visit.ifModifiedSince === modified;
  if (isKnown) return { status: 304, headers: validator, body: '' };
  return { status: 200, headers: { 'content-type': type, ...validator }, body };
}

const html = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

const plain = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

const notFound = (path: string): Reply =>
  html(
    404,
    `<!doctype html><title>Page not found</title><h1>Page not found</h1><p>Nothing lives at ${escaped(path)}.</p>`,
  );

function frontPage(publishers: readonly Publisher[]): string {
  const links = publishers.map(
    ({ id, name, tagline }) => `<a href="/${id}/">${escaped(name)}</a>: ${escaped(tagline)}`,
  );
  return `<!doctype html><title>The newsroom</title><h1>The newsroom</h1><p>Sample news: companies, people and events are invented.</p>${list(links)}`;
}

function section({ id, name, feed }: Publisher, reports: readonly Report[]): string {
  return `<!doctype html>
<html lang="en">
<head><title>${escaped(name)}</title><link rel="alternate" type="${FEED_TYPES[feed.format]}" href="/${id}/${feed.file}"></head>
<body><h1>${escaped(name)}</h1>${list(reports.map(headline))}</body>
</html>
`;
}
