import { parse } from 'tldts';
import { publisherAt, publisherNamed } from '../domain/publishers.ts';

/** Under whose names others publish, each under one of their own, which the list of suffixes does not have: their owners have to ask for that. */
const HOSTED = new Set(
  'substack.com beehiiv.com ghost.io medium.com wordpress.com typepad.com tumblr.com livejournal.com over-blog.com hashnode.dev squarespace.com mynewsdesk.com'.split(
    ' ',
  ),
);

/**
 * Who answers for an address: its registrable domain by the Public Suffix List (https://publicsuffix.org), those suffixes included under
 * which a company lets others publish (`github.io`, `substack.com`); the host, with its port, where an address has none.
 */
export function siteOf(url: string): string {
  const { host, hostname } = new URL(url);
  const { domain, subdomain } = parse(hostname, { allowPrivateDomains: true });
  if (domain === null) return host;
  const name = HOSTED.has(domain) ? subdomain?.split('.').at(-1) : undefined;
  return name === undefined || name === '' || name === 'www' ? domain : `${name}.${domain}`;
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
