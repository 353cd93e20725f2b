import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { feedDocument } from './feeds.ts';

/** Serves the feeds at `/<number>` in a process of its own; `/round/<n>` says how it goes on. Of three feeds, two have an ETag. */
let isChanged = false;
const server = createServer(({ url = '/', headers }, response) => {
  if (url.startsWith('/round/')) {
    isChanged = url.endsWith('changed');
    response.end();
    return;
  }
  const feed = Number(url.slice(1));
  const document = feedDocument(feed, isChanged && feed % 10 === 0 ? 1 : 0);
  const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 16)}"`;
  if (feed % 3 !== 1 && headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/xml', ...(feed % 3 === 1 ? {} : { etag }) }).end(document);
});
// A loop that is held up between two requests finds its connection as it was.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
process.on('disconnect', () => process.exit());
