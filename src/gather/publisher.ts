import { parse } from 'tldts';
import { publisherAt, publisherNamed } from '../domain/publishers.ts';

/**
 * Who answers for an address: its registrable domain by the Public Suffix List (https://publicsuffix.org), those suffixes included under
 * which a company lets others publish (`github.io`); the host, with its port, where an address has none.
 */
export function siteOf(url: string): string {
  const { host, hostname } = new URL(url);
  return parse(hostname, { allowPrivateDomains: true }).domain ?? host;
}

/** Whether two addresses are one publisher's: of one site, or known to be of one title (`bbc.co.uk`, `bbc.com`). */
export function samePublisher(one: string, other: string): boolean {
  if (siteOf(one) === siteOf(other)) return true;
  const known = publisherAt(one);
  return known !== null && known.name === publisherAt(other)?.name;
}

/** The name that a document gives itself, unless it is the name of a publisher whose address this is not. */
export function believedName(claimed: string | null, url: string): string | null {
  const known = claimed === null ? null : publisherNamed(claimed);
  return known === null || known.name === publisherAt(url)?.name ? claimed : null;
}

/** What a publisher is called of which nothing is known but an address. */
export function hostName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
