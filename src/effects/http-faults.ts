import { FetchError, type FetchErrorKind } from '../errors.ts';

type Context = { readonly url: string; readonly at: string; readonly timedOut: boolean; readonly timeoutMs: number };
type Fault = { readonly codes: RegExp; readonly kind: FetchErrorKind; readonly words: string };

/** What Node and OpenSSL call a fault, and what it means to whoever gave the address. */
const FAULTS: readonly Fault[] = [
  {
    codes: /^(?:ENOTFOUND|ENODATA)$/,
    kind: 'dns',
    words: 'no such host; check the spelling of the address, or whether the site still exists',
  },
  {
    codes: /^(?:EAI_\w+|ESERVFAIL|ETIMEOUT)$/,
    kind: 'dns',
    words: 'the name of the host cannot be resolved now; check the network of the machine if it stays so',
  },
  {
    codes: /^CERT_HAS_EXPIRED$/,
    kind: 'certificate',
    words: 'the certificate of the site has expired; its owner has to renew it',
  },
  {
    codes: /^CERT_NOT_YET_VALID$/,
    kind: 'certificate',
    words: 'the certificate of the site is not valid yet; check the clock of this machine',
  },
  {
    codes: /ALTNAME/,
    kind: 'certificate',
    words: 'the certificate is for another host; check the address, with and without www',
  },
  {
    codes: /SELF_SIGNED/,
    kind: 'certificate',
    words: 'the certificate is signed by nobody known; its owner has to get one from a public authority',
  },
  {
    codes: /CERT|UNABLE_TO|^ERR_TLS|SSL/,
    kind: 'certificate',
    words:
      'no secure connection: the certificate or the encryption of the site is faulty; its owner has to put it right',
  },
  {
    codes: /^ECONNREFUSED$/,
    kind: 'connection',
    words: 'the server takes no connection; it may be down, or the port is wrong',
  },
  {
    codes: /^ETIMEDOUT$/,
    kind: 'timeout',
    words: 'the server does not answer; it may be down or keep this machine out',
  },
  {
    codes: /^Z_|^ERR__ERROR_FORMAT|BROTLI|^ERR_PADDING/,
    kind: 'connection',
    words: 'the compressed answer is broken or cut short; it may come whole at the next poll',
  },
  {
    codes: /^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    kind: 'connection',
    words: 'the server cannot be reached from here; check the network of the machine',
  },
];

/** Any fault of a request as a FetchError that names the host and says what to do; no query, as that may hold a key. */
export function faultOf(error: unknown, { url, at, timedOut, timeoutMs }: Context): FetchError {
  const own = chain(error).find((link) => link instanceof FetchError);
  if (own !== undefined) return own.url === url ? own : new FetchError(own.kind, url, own.message, { cause: error });
  const host = URL.canParse(at) ? new URL(at).host : at;
  const make = (kind: FetchErrorKind, words: string) =>
    new FetchError(kind, url, `${host}: ${words}`, { cause: error });
  if (timedOut)
    return make('timeout', `no whole answer within ${Math.round(timeoutMs / 1000)} seconds; it is tried again later`);
  if (error instanceof Error && error.name === 'AbortError') return make('aborted', 'the request was called off');
  const codes = chain(error).flatMap((link) => ('code' in link && typeof link.code === 'string' ? [link.code] : []));
  const fault = FAULTS.find(({ codes: form }) => codes.some((code) => form.test(code)));
  return fault === undefined
    ? make('connection', `the connection broke off (${codes[0] ?? 'no reason given'}); it is tried again later`)
    : make(fault.kind, fault.words);
}

/** An error with its causes, and the parts of one that was made of several (one a tried address). */
function chain(error: unknown): Error[] {
  const links: Error[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && links.length < 20) {
    const next = open.shift();
    if (!(next instanceof Error)) continue;
    links.push(next);
    open.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return links;
}
