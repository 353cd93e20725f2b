import { FetchError } from '../errors.ts';
import { sha256 } from '../hash.ts';

/** Query parameters that say where a reader came from, and nothing about what the page is. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|matomo_\w+|_hs\w+|__hs\w+|vero_\w+|oly_\w+|wt_?zmc|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|epik|mc_[ce]id|mkt_tok|ml_subscriber\w*|ncid|cmpid|cmp|ocid|icid|ito|sr_share|smid|partner_source|ref_src|ref_url|__twitter_impression|rss_?source|guccounter|guce_\w+|spm|s_cid|sc_cid|trk|trkcampaign|wprov|at_(?:medium|campaign|custom\d|format|link_\w+|ptr_\w+)|ftag|xtor|fb_action_\w+|fb_source|_ga|_gl|share_id|srnd|sref)$/i;

/** Services that carry the true address in a parameter. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^l\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, parameters: ['u'] },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, parameters: ['url'] },
];

/** An address that is its own canonical form: by far the most are, and reading one as a URL takes a hundred times as long as this look. */
const PLAIN = /^https?:\/\/(?:(?!xn--)[a-z\d][a-z\d-]*\.)+[a-z]{2,18}\/(?:[\w~-][\w~.-]*\/)*(?:[\w~-][\w~.-]*)?$/;

/**
 * The address that names a page however it was linked: tracking parameters, fragment, default port and credentials off, the target of
 * known link wrappers. Two pages never become one: paths and other parameters stay as they are. Throws a FetchError of kind
 * `address` for what is no web address.
 */
export function canonicalUrl(address: string, base?: string): string {
  if (address.length < 1000 && PLAIN.test(address)) return address;
  const given = address
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'http:');
  if (!URL.canParse(given, base)) {
    throw new FetchError(
      'address',
      given,
      `not an address: ${JSON.stringify(given.slice(0, 80))}; expected one such as https://example.com/feed`,
    );
  }
  const url = new URL(given, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError(
      'address',
      given,
      `an address of ${url.protocol.slice(0, -1)}, which is not read; expected http or https`,
    );
  }
  const target = unwrapped(url);
  if (target !== null) return canonicalUrl(target);
  // Each assignment has the whole address parsed again.
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  // A page that keeps its place behind `#!` is named by it.
  if (url.href.includes('#') && !url.hash.startsWith('#!')) url.hash = '';
  // What is kept stays byte by byte: some servers tell `%20` from `+`, and sign what they were given.
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !isTracking(part));
  if (kept.length < parts.length) url.search = kept.join('&');
  return url.search === '' && url.href.endsWith('?') ? url.href.slice(0, -1) : url.href;
}

/**
 * The canonical address of a feed that somebody names. Throws a FetchError of kind `address` for what is no web address, and for one with a
 * name and password, which would stand in the clear wherever addresses are kept.
 */
export function feedUrl(address: string): string {
  const url = canonicalUrl(address);
  const given = address.trim();
  const { username, password } = URL.canParse(given) ? new URL(given) : { username: '', password: '' };
  if (username === '' && password === '') return url;
  throw new FetchError(
    'address',
    url,
    'holds a name and a password before the host, which are not kept; many publishers give subscribers an address with a key of their own instead',
  );
}

function isTracking(part: string): boolean {
  const [name = ''] = part.split('=', 1);
  return TRACKING.test(/[%+]/.test(name) ? ([...new URLSearchParams(part).keys()][0] ?? name) : name);
}

function unwrapped(url: URL): string | null {
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  const target = wrapper?.parameters
    .map((name) => url.searchParams.get(name))
    .find((value) => /^https?:\/\//i.test(value ?? ''));
  return target ?? null;
}

/**
 * What two addresses of one feed have in common: without scheme, `www.`, closing slash, and with FeedBurner's hosts as one. For
 * comparing only; it is no address.
 */
export function feedKey(address: string): string {
  const url = new URL(canonicalUrl(address));
  const host = url.host
    .replace(/^www\./, '')
    .replace(/^(?:feedproxy\.google\.com|feeds2?\.feedburner\.com)$/, 'feeds.feedburner.com');
  const query = host === 'feeds.feedburner.com' ? '' : url.search;
  return `${host}${url.pathname.replace(/(?<!\/)\/+$/, '')}${query}`;
}

/** Whether two addresses name one feed. */
export function sameFeed(one: string, other: string): boolean {
  return feedKey(one) === feedKey(other);
}

/** Names a feed: the same for every spelling of its address. */
export function feedId(address: string): string {
  return sha256(feedKey(address)).slice(0, 16);
}

/** Names a version of an article: its line (`lineOf`), its title and the SHA-256 of its text. */
export function articleId(line: string, title: string, hash: string): string {
  return sha256(`${line}\n${title}\n${hash}`).slice(0, 24);
}
