import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a publisher has out: an entry of its feed with the page behind it. */
export type Report = {
  readonly path: string;
  readonly title: string;
  readonly at: string;
  readonly paragraphs: readonly string[];
};

export type Press = {
  readonly origin: string;
  /** As `DEBRIEF_ALLOW_HOSTS` names it. */
  readonly host: string;
  /** Puts a publisher's feed at `/<name>/feed.xml`, its pages beside it. */
  publish(name: string, reports: readonly Report[]): void;
  /** Answers a path otherwise. */
  answer(path: string, listener: RequestListener): void;
  /** Hands every request to `look` first; what it answers with true is answered. */
  watch(look: (...exchange: Parameters<RequestListener>) => boolean): void;
  close(): Promise<void>;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A local web server with publishers on it. */
export async function startPress(): Promise<Press> {
  const answers = new Map<string, RequestListener>();
  let watching: Parameters<Press['watch']>[0] = () => false;
  const server: Server = createServer((request, response) => {
    if (watching(request, response)) return;
    const listener = answers.get(request.url ?? '/');
    if (listener !== undefined) return listener(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  return {
    origin,
    host,
    publish(name, reports) {
      const items = reports.map(
        ({ path, title, at }) =>
          `<item><title>${escaped(title)}</title><link>${origin}/${name}/${path}</link><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
      );
      answers.set(`/${name}/feed.xml`, (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(`<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`),
      );
      for (const { path, title, paragraphs } of reports)
        answers.set(`/${name}/${path}`, (_, response) =>
          response
            .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
            .end(
              `<html><head><title>${escaped(title)}</title></head><body><nav>Home Markets</nav><article><h1>${escaped(title)}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
            ),
        );
    },
    answer: (path, listener) => void answers.set(path, listener),
    watch: (look) => {
      watching = look;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const SUPPLY: Report = {
  path: 'tallow-corrie',
  title: 'Tallow Energy to power Corrie Data campus',
  at: '2026-11-24T05:00:00Z',
  paragraphs: [
    'Tallow Energy will supply 900 megawatts to the Corrie Data campus near Stavern from 2028, the two companies said on Tuesday.',
    'The contract is worth about $4.2 billion over 15 years. “We had nine weeks to decide and we took eight,” said Ines Vardal, chief executive of Corrie Data.',
    'Corrie Data expects to install up to 120,000 accelerators in the data centre, up from 45,000 at its first campus.',
  ],
};

export const LEASE: Report = {
  path: 'oslund-lease',
  title: 'Oslund Cloud leases a second data centre in Aldmoor',
  at: '2026-11-24T06:00:00Z',
  paragraphs: [
    'Oslund Cloud has leased a second data centre in Aldmoor with 64 megawatts of capacity, its landlord Brack Estates said on Tuesday.',
    'The building opens in the third quarter of 2027. “The grid connection is there already, and that is why we are here,” said Tomas Reel, head of property at Oslund Cloud.',
    'The rent comes to $118 million a year, Brack Estates said.',
  ],
};
