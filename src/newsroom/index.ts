/**
 * The bundled sample news: a small web of invented publishers on the loopback interface, with feeds, pages and the habits of
 * real ones, for the demo and for tests. Companies, people and events are invented; suppliers such as Nvidia and AWS are named
 * in passing only.
 *
 * Beside the articles it serves a feed that answers 503 (Chip Courier), a feed that moved (Rackline, 301), a page that is gone
 * (404) and one behind a paywall whose feed has the text.
 */
import { createServer } from 'node:http';
import type { PublisherKind } from '../model.ts';
import { PUBLISHERS } from './articles/index.ts';
import { answer, DEAD_FEED } from './site.ts';

export { PARTS } from './parts.ts';

export type NewsroomFeed = {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly kind: PublisherKind;
  readonly topics: readonly string[];
};

export type Newsroom = {
  /** `http://127.0.0.1:<port>`; the address of a piece is `<origin>/<publisher id>/<slug>`. */
  readonly origin: string;
  readonly feeds: readonly NewsroomFeed[];
  /** The moment at which the newsroom stands: nothing in it is younger. */
  readonly now: Date;
  /** From here on what came out later is not there yet. */
  stand(at: Date): void;
  /** From here on the page that was wrong is served corrected, and its feed says so. */
  correct(): void;
  stop(): Promise<void>;
};

/** Opens the newsroom on a free port of 127.0.0.1. `at` lies in the third and last day of its news. */
export async function startNewsroom({ at }: { readonly at: Date }): Promise<Newsroom> {
  let origin = '';
  let corrected = false;
  let stands = at;
  const server = createServer((request, response) => {
    const visit = {
      path: request.url?.split('?', 1)[0] ?? '/',
      ifNoneMatch: request.headers['if-none-match'] ?? null,
      ifModifiedSince: request.headers['if-modified-since'] ?? null,
    };
    const { status, headers, body } = answer(visit, PUBLISHERS, origin, at, stands, corrected);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The newsroom has no port.');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    feeds: feeds(origin),
    now: at,
    stand: (moment) => {
      stands = moment;
    },
    correct: () => {
      corrected = true;
    },
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function feeds(origin: string): NewsroomFeed[] {
  const living = PUBLISHERS.map(({ id, name, kind, topics, feed }) => ({
    url: `${origin}/${id}/${feed.movedFrom ?? feed.file}`,
    title: name,
    publisher: name,
    kind,
    topics,
  }));
  const dead = { title: 'Chip Courier', publisher: 'Chip Courier', kind: 'news', topics: ['chips'] } as const;
  return [...living, { url: origin + DEAD_FEED, ...dead }];
}
