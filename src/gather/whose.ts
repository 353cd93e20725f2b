import { publisherAt, publisherNamed } from '../domain/publishers.ts';
import { sha256 } from '../hash.ts';
import type { Feed, Item } from '../model.ts';
import { canonicalUrl } from './address.ts';
import { believedName, hostName, samePublisher, siteOf } from './publisher.ts';

/** Whether an address is the feed's own publisher's, and not another's that the feed links to. */
export function isOwn(url: string, feed: Feed): boolean {
  if (samePublisher(url, feed.url)) return true;
  // Whoever runs the pack may say whose a feed is that another serves (`feeds.example.net`).
  const named = feed.publisher === null ? null : publisherNamed(feed.publisher);
  return named !== null && named.name === publisherAt(url)?.name;
}

/**
 * The address under which a feed's own text stands: its entry's, where that is the feed's publisher's. Words under another's address would
 * be taken for that publisher's: then, or where the entry links nowhere, it is the entry's id if that is an address, else its place
 * on the feed's site. `isShared`: several entries have this link.
 */
export function ownAddress(item: Item, key: string, link: string | null, feed: Feed, isShared: boolean): string {
  const place = sha256(key).slice(0, 8);
  if (link !== null && isOwn(link, feed)) {
    if (!isShared) return link;
    const { hash } = new URL(item.url ?? link, feed.url);
    return `${link.replace(/#[\s\S]*$/, '')}${hash === '' ? `#${place}` : hash}`;
  }
  const id = item.guid ?? '';
  if (/^https?:\/\//i.test(id) && URL.canParse(id) && isOwn(id, feed)) return canonicalUrl(id);
  const site = feed.site !== null && URL.canParse(feed.site) && samePublisher(feed.site, feed.url) ? feed.site : null;
  return `${(site ?? new URL('/', feed.url).href).replace(/#[\s\S]*$/, '')}#${place}`;
}

/**
 * The publisher that an aggregator says it has an entry from; null where the entry is the feed's own. Its address tells who it is: by a name
 * that is known to be another's it is not called. Whoever follows a feed has chosen to believe it in this.
 */
export function publisherOfSource({ source }: Item, feed: Feed): string | null {
  if (source === undefined || !URL.canParse(source.url) || isOwn(source.url, feed)) return null;
  if ([feed.title, feed.publisher].includes(source.name)) return null;
  return publisherAt(source.url)?.name ?? believedName(source.name, source.url) ?? hostName(source.url);
}

/** A title without the name of its source, which aggregators write after it (`Line opens - The Grid Post`). */
export function withoutSource(title: string, name: string): string {
  const before = title.endsWith(name) ? title.slice(0, -name.length).trimEnd() : '';
  const cut = before.replace(/[-–—|·:]$/, '').trimEnd();
  return cut === '' || cut === before ? title : cut;
}

/** Who publishes a page: what is known of its address, the feed where it is its own, what the page calls itself, its host. */
export function publisherOfPage(url: string, claimed: string | null, feed: Feed): string {
  const name = believedName(claimed, url);
  if (isOwn(url, feed)) return feed.publisher ?? name ?? believedName(feed.title, url) ?? hostName(url);
  return publisherAt(url)?.name ?? name ?? hostName(url);
}

/** Who says what a feed's own text says. */
export function publisherOfFeed(feed: Feed): string {
  return feed.publisher ?? believedName(feed.title, feed.url) ?? hostName(feed.url);
}

/** What a page that was read is asked for its address. */
export type Claim = {
  /** The address that answered. */
  readonly answered: string;
  readonly canonical: string | null;
  readonly feed: Feed;
  /** The pages that other entries of the feed link to. */
  readonly siblings: readonly string[];
};

/**
 * The address of a page that was read, and what is told of it: the page's own word on it is taken where it stays with its publisher and
 * leads on to no front page. A page that a private feed led to keeps the address that it was read at, whose key may be in it.
 */
export function addressOfPage(claim: Claim): { readonly url: string; readonly note: string | null } {
  const { answered, canonical, feed } = claim;
  const own = canonicalUrl(answered);
  if (canonical === null || !URL.canParse(canonical) || !/^https?:/i.test(canonical)) return { url: own, note: null };
  const named = canonicalUrl(canonical);
  if (named === own) return { url: own, note: null };
  if (!samePublisher(named, own))
    return { url: own, note: `its page names an address of another publisher (${siteOf(named)}) as its own` };
  if (feed.owner !== null || new URL(named).pathname === '/') return { url: own, note: null };
  if (dropsQuery(named, own) && !pathsTell(own, claim.siblings))
    return { url: own, note: 'its page leaves out the part of its address that tells it from others' };
  return { url: named, note: null };
}

function dropsQuery(named: string, own: string): boolean {
  const [one, other] = [new URL(named), new URL(own)];
  return one.pathname === other.pathname && one.search === '' && other.search !== '';
}

/** Whether the paths of a feed's links tell its entries apart, so that their queries need not. */
function pathsTell(own: string, siblings: readonly string[]): boolean {
  const path = new URL(own).pathname;
  const others = siblings.filter((page) => page !== own && URL.canParse(page)).map((page) => new URL(page).pathname);
  return others.length > 0 && !others.includes(path);
}
