import ipaddr from 'ipaddr.js';
import { FetchError } from '../errors.ts';

/** Ports that web servers use; others are other services, which a request could be made to talk to. */
const PORTS = new Set(['', '80', '443', '8080', '8443']);

/** Addresses that look public and are a cloud's own: Azure's WireServer, Alibaba's metadata (in the carriers' range anyway). */
const CLOUD = new Set(['168.63.129.16']);

/** What ipaddr.js calls the ranges of the IANA special-purpose registries (RFC 6890), in words. */
const RANGES: Readonly<Record<string, string>> = {
  unspecified: 'an unspecified address',
  broadcast: 'the broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address',
  loopback: "this machine's own (loopback) address",
  carrierGradeNat: 'an address inside a carrier’s network',
  private: 'an address of a private network',
  uniqueLocal: 'an address of a private network',
  ipv4Mapped: 'an IPv4 address written as IPv6',
  rfc6052: 'a NAT64 address',
  rfc6145: 'an IPv4 address translated to IPv6',
  '6to4': 'a 6to4 address',
  teredo: 'a Teredo address',
};

/**
 * Why an IP address must not be talked to, in words, or null where it may be. Only global unicast may: everything that the
 * special-purpose registries name is refused, and for IPv6 everything outside 2000::/3.
 */
export function refusalOfIp(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'not an IP address';
  const ip = ipaddr.parse(address);
  const range = ip.range();
  if (range !== 'unicast') return RANGES[range] ?? 'a reserved address';
  if (CLOUD.has(ip.toString())) return 'a cloud’s internal address';
  if (ip instanceof ipaddr.IPv6 && !ip.match(ipaddr.IPv6.parse('2000::'), 3)) return 'a reserved address';
  return null;
}

/**
 * Checks an address as written, before anything is resolved or sent: scheme, credentials, port, and an IP address in any
 * spelling. Returns it parsed. Throws a FetchError of kind `address` that says what is wrong with it.
 */
export function checkAddress(address: string): URL {
  const refuse = (why: string): never => {
    throw new FetchError('address', address, why);
  };
  const url = URL.parse(address) ?? refuse('not an address; expected one such as https://example.com/feed');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    refuse(`addresses of ${url.protocol.slice(0, -1)} are not read; give one that starts with https:// or http://`);
  }
  if (url.username !== '' || url.password !== '') {
    refuse('the address holds a user name or password, which would be stored and sent on; give it without');
  }
  return url;
}

/** The part of the check that a host on the list of allowed ones is spared. */
export function checkHost(url: URL, written: string): void {
  const refuse = (why: string): never => {
    throw new FetchError('address', written, `${url.host}: ${why}`);
  };
  if (!PORTS.has(url.port))
    refuse(`port ${url.port} is not read; expected 80, 443, 8080 or 8443, or the host among DEBRIEF_ALLOW_HOSTS`);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (!ipaddr.isValid(host)) return;
  if (ipaddr.IPv4.isValid(host) && !spelledOut(written, host)) {
    refuse('an IP address in a disguised spelling; write it as four decimal numbers');
  }
  const reason = refusalOfIp(host);
  if (reason !== null) refuse(refusal(reason));
}

/** The words of a refusal, with the way out for who runs the bot. */
export function refusal(reason: string): string {
  return `leads to ${reason}, which is not read; if the feed is your own, name its host in DEBRIEF_ALLOW_HOSTS`;
}

/** The URL parser reads 0x7f.1, 2130706433 and 0177.0.0.1 as IPv4: whoever writes so hides something. */
function spelledOut(written: string, host: string): boolean {
  const authority = /^[a-z]+:[\\/]*([^\\/?#]*)/i.exec(written.trim())?.[1] ?? '';
  return authority.replace(/^.*@/, '').replace(/:\d*$/, '').replace(/\.$/, '') === host;
}
