import { lookup as dnsLookup } from 'node:dns/promises';
import { once } from 'node:events';
import type * as plain from 'node:http';
import type * as secure from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchError } from '../errors.ts';
import type { Http, HttpRequest, HttpResponse } from '../ports/http.ts';
import { deadline } from './deadline.ts';
import { checkAddress, checkHost, refusal, refusalOfIp } from './guard.ts';
import { faultOf } from './http-faults.ts';

// Imported as modules they bring all that they name, `fetch` and WebSocket among it, which takes 12 MB and is used by nobody here.
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');

type Resolved = { readonly address: string; readonly family: number };
/** A host's name to all its addresses. Rejects as `dns.lookup` does. */
export type Resolver = (hostname: string) => Promise<readonly Resolved[]>;

export type HttpOptions = {
  /** Names the bot and an address to complain to. */
  readonly userAgent: string;
  /** Hosts that the guard lets through: `127.0.0.1:8080` at that port, `feeds.intern.example` at any. */
  readonly allowHosts: readonly string[];
  readonly resolver?: Resolver;
};

const REDIRECTS = 5;
const REDIRECTING = new Set([301, 302, 303, 307, 308]);

const systemResolver: Resolver = (hostname) => dnsLookup(hostname, { all: true, verbatim: true });

/** Connections are kept for the pages of one site, read one after the other, and no longer. */
const IDLE_MS = 1_000;

function wasReset(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ECONNRESET';
}

type Connections = { readonly http: plain.Agent; readonly https: secure.Agent };

function connections(lookup: LookupFunction): Connections {
  const options = { keepAlive: true, timeout: IDLE_MS, lookup };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

/** Asks, and answers once the head of the response is there. The signal, which is this request's alone, ends its body too. */
function request(url: URL, headers: Readonly<Record<string, string>>, agents: Connections, signal: AbortSignal) {
  return new Promise<plain.IncomingMessage>((resolve, reject) => {
    const asked =
      url.protocol === 'https:'
        ? https.get(url, { headers, agent: agents.https })
        : http.get(url, { headers, agent: agents.http });
    // Node's own ways to tell a request and its answer of a signal watch both of them for their ends.
    let ending: plain.ClientRequest | plain.IncomingMessage = asked;
    const end = (): void => void ending.destroy(new DOMException('called off', 'AbortError'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    asked.on('response', (answer) => {
      ending = answer;
      resolve(answer);
    });
    asked.on('error', reject);
    // An answer that is none, such as 101 to nobody's wish, ends without an error.
    asked.on('close', () => {
      if (ending === asked) reject(new Error('the connection was closed without an answer'));
    });
  });
}

/** GET over HTTP/1.1 through the address guard, which sees every redirect and every address that is connected to. */
export function createHttp({
  userAgent,
  allowHosts,
  resolver = systemResolver,
}: HttpOptions): Http & { close(): Promise<void> } {
  const guarded = connections(checkedLookup(resolver, refusalOfIp));
  const open = connections(checkedLookup(resolver, () => null));
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  const isAllowed = (url: URL): boolean =>
    allowed.has(url.host) || allowed.has(url.hostname) || allowed.has(`${url.hostname}:${portOf(url)}`);

  const hop = async (address: string, written: string, given: HttpRequest, signal: AbortSignal) => {
    const url = checkAddress(address);
    const free = isAllowed(url);
    if (!free) checkHost(url, written);
    const own = { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br' };
    const ask = () => request(url, { accept: '*/*', ...given.headers, ...own }, free ? open : guarded, signal);
    // A kept connection may have been closed from the other side as we took it up: a GET may be sent again (RFC 9110, 9.2.2).
    return ask().catch((error: unknown) => (wasReset(error) ? ask() : Promise.reject(error)));
  };

  const get = async (given: HttpRequest): Promise<HttpResponse> => {
    const { signal, isOver, clear } = deadline(given.timeoutMs, given.signal);
    const redirects: { status: number; to: string }[] = [];
    let address = given.url;
    let written = given.url;
    try {
      for (;;) {
        const answer = await hop(address, written, given, signal);
        const status = answer.statusCode ?? 0;
        const headers = headersOf(answer.headers);
        const location = headers.location;
        if (REDIRECTING.has(status) && location !== undefined && URL.canParse(location, address)) {
          answer.destroy();
          const to = new URL(location, address).href;
          if (to === address || to === given.url || redirects.some((earlier) => earlier.to === to)) {
            throw new FetchError(
              'redirects',
              given.url,
              'redirects in a circle; open the address in a browser to see where its feed went',
            );
          }
          if (redirects.length === REDIRECTS) {
            throw new FetchError(
              'redirects',
              given.url,
              `redirects more than ${REDIRECTS} times; give the address where it ends`,
            );
          }
          redirects.push({ status, to });
          address = to;
          written = URL.canParse(location) ? location : to;
          continue;
        }
        const body = await bodyOf(answer, headers['content-encoding'] ?? '', given);
        return { status, headers, body, url: address, redirects };
      }
    } catch (error) {
      throw faultOf(error, { url: given.url, at: address, timedOut: isOver(), timeoutMs: given.timeoutMs });
    } finally {
      clear();
    }
  };

  return {
    get,
    close: async () => {
      for (const agents of [guarded, open]) {
        agents.http.destroy();
        agents.https.destroy();
      }
    },
  };
}

/** The addresses that are checked are the ones that are connected to, so that a second resolution cannot differ. */
function checkedLookup(resolver: Resolver, refuses: (address: string) => string | null): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname).then(
      (found) => {
        const reason = found.map(({ address }) => refuses(address)).find((refused) => refused !== null);
        const [one] = found;
        if (reason !== undefined && reason !== null) {
          callback(new FetchError('address', hostname, `${hostname}: ${refusal(reason)}`), '', 4);
        } else if (one === undefined) {
          callback(Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' }), '', 4);
        } else if (options.all === true) {
          callback(
            null,
            found.map(({ address, family }) => ({ address, family })),
          );
        } else {
          callback(null, one.address, one.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 4),
    );
  };
}

function portOf(url: URL): string {
  return url.port !== '' ? url.port : url.protocol === 'https:' ? '443' : '80';
}

function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Reads a body to its end or to the cap, counted after decompression: what a bomb would unpack to is never made. */
async function bodyOf(body: Readable, encoding: string, { url, maxBytes, take }: HttpRequest): Promise<Uint8Array> {
  // A body that is left before its end says so by an event, which nobody else is there to hear.
  body.on('error', () => {});
  const stream = await unpacked(body, encoding);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength;
      if (size > maxBytes) {
        throw new FetchError(
          'too large',
          url,
          `larger than ${Math.round(maxBytes / 1_000_000)} MB, at which reading stops; give the address of a smaller feed, such as that of one section`,
        );
      }
      await take?.(chunk.byteLength);
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
    stream.destroy();
  }
  return Buffer.concat(chunks);
}

async function unpacked(body: Readable, encoding: string): Promise<Readable> {
  const last = encoding.split(',').at(-1)?.trim().toLowerCase();
  const unpack =
    last === 'gzip' || last === 'x-gzip'
      ? createGunzip()
      : last === 'br'
        ? createBrotliDecompress()
        : last === 'deflate'
          ? await inflating(body)
          : null;
  if (unpack === null) return body;
  body.on('error', (error) => unpack.destroy(error));
  return body.pipe(unpack);
}

/** RFC 9110 section 8.4.1.2: "deflate" is the zlib format, and some servers send the bare stream: the header of zlib (RFC 1950) tells. */
async function inflating(body: Readable) {
  await once(body, 'readable');
  const head: unknown = body.read();
  if (!Buffer.isBuffer(head)) return createInflate();
  body.unshift(head);
  const [method = 0, flags = 0] = head;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0 ? createInflate() : createInflateRaw();
}
