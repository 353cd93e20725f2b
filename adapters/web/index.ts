import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { UsageError } from '../../src/errors.ts';
import { type PageOptions, pageRoutes } from './pages.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export type Readiness = {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, { readonly ok: boolean; readonly words: string }>>;
};

export type WebOptions = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Whether everything works that the service is for. */
  ready(): Promise<Readiness>;
  /** Text in the Prometheus exposition format. */
  metrics(): Promise<string>;
  /** Who else is served here, by the beginning of the path: `/slack/`. */
  readonly mounts: ReadonlyMap<string, Listener>;
  /** What is read in a browser; null: nothing is. */
  readonly pages: Omit<PageOptions, 'hosts'> | null;
  /** The address that others reach this server by. */
  readonly publicUrl: string | null;
};

/** How long answers may take that are under way when the server stops. */
const GRACE_MS = 1_500;

export type Web = { readonly origin: string; stop(): Promise<void> };

/** On an address of this machine alone, the names that such an address goes by; elsewhere any. */
function hostsOf({ host, publicUrl }: WebOptions): ReadonlySet<string> | null {
  if (!/^(?:localhost|127\.[\d.]+|::1)$/.test(host)) return null;
  const own = ['localhost', '127.0.0.1', '::1', host];
  return new Set(publicUrl === null ? own : [...own, new URL(publicUrl).hostname]);
}

function routes(options: WebOptions): Hono {
  const { ready, metrics, pages } = options;
  const app = new Hono();
  app.get('/healthz', (context) => context.text('alive\n'));
  app.get('/readyz', async (context) => {
    const state = await ready();
    return context.json(state, state.ok ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  if (pages === null) app.get('/', (context) => context.text('Debrief runs here. /readyz tells how it does.\n'));
  else app.route('/', pageRoutes({ ...pages, hosts: hostsOf(options) }));
  return app;
}

/** What a server that cannot listen means to whoever configured it. */
function refusalOf(error: NodeJS.ErrnoException, { host, port }: WebOptions): Error {
  if (error.code === 'EADDRINUSE')
    return new UsageError([`DEBRIEF_HTTP_PORT: port ${port} of ${host} is taken by another program; give a free one`]);
  if (error.code === 'EACCES')
    return new UsageError([`DEBRIEF_HTTP_PORT: port ${port} may not be used by this user; give one above 1023`]);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new UsageError([`DEBRIEF_HTTP_HOST: ${host} is no address of this machine; try 127.0.0.1 or 0.0.0.0`]);
  return error;
}

/** One server for all that speaks HTTP to this process. Rejects with a UsageError where it cannot listen there. */
export async function startWeb(options: WebOptions): Promise<Web> {
  // Requests and responses of others in this process stay Node's own.
  const listener = getRequestListener(routes(options).fetch, { overrideGlobalObjects: false });
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    for (const [prefix, mounted] of options.mounts) if (path.startsWith(prefix)) return mounted(request, response);
    void listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refusalOf(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : options.port;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    origin: `http://${host}:${port}`,
    async stop() {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Answers that are under way may end; requests that were begun and never ended do not keep us.
      const last = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(last);
    },
  };
}
