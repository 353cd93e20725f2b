import { hasRunOf, shareIn, tellingWords } from './likeness.ts';

/** What a link led to, and what is known of the entry that has it. */
export type Visit = {
  readonly title: string | null;
  /** The feed's own text of the entry. */
  readonly own: string;
  readonly link: string;
  /** The address that answered. */
  readonly answered: string;
  readonly page: { readonly title: string | null; readonly text: string };
  /** Whether the link of an entry with another title led to this address too. */
  readonly isShared: boolean;
  /** Whether an entry with another title has the same text on its page, at the same publisher. */
  readonly isElsewhere: boolean;
};

/** Below so many characters a page may be a notice in the place of its article. */
const NOTICE = 1500;

/** A part of an address that names what is done there, and no piece of writing. */
const DESKS =
  /^(?:log[-_]?in|sign[-_]?in|sign[-_]?up|auth|oauth2?|sso|register|consent|cookie-?(?:consent|wall)|captcha|challenge|subscribe|paywall|geo-?block(?:ed)?)(?:\.\w{2,5})?$/i;

/**
 * Why a page is not the article that an entry links to, for people, or null where it may be. Judged by where the link ended and by
 * what page and entry have in common, not by the words of the notice, which come in every language: a page that is
 * named as the entry is, or has some of its text, is believed unless its address says what it is.
 */
export function wallIn(visit: Visit): string | null {
  const { link, answered, title, own, page, isShared, isElsewhere } = visit;
  const [from, to] = [new URL(link), new URL(answered)];
  const isMoved = pathOf(from) !== pathOf(to) || from.host !== to.host;
  if (isMoved) {
    if (isDesk(to) && !isDesk(from)) return 'its address leads to a page for signing in, consenting or proving oneself';
    if (carries(to, from)) return 'its address leads to a page that has to be passed first';
    if (isFront(to) && !isFront(from)) return 'its address leads to the front page: it was not found';
  }
  const named = shareIn(title ?? '', page.title ?? '');
  const told = shareIn(title ?? '', page.text);
  if (isMoved && (named ?? 1) < 0.5 && isPlace(to) && !isPlace(from))
    return 'its address leads to a place of the site, not to the article';
  if ((named ?? 0) >= 0.5 || hasRunOf(own, page.text)) {
    return isNotice(visit, told) ? 'its page has nothing but a notice in the place of the article' : null;
  }
  if (isMoved && pathOf(from).startsWith(`${pathOf(to)}/`)) return 'its address leads to a section, not to the article';
  if (isMoved && isShared) return 'its address leads to the same page as that of another entry';
  if (isElsewhere) return 'its page is the same as that of another entry';
  const common = Math.max(named ?? 0, told ?? 0);
  // One word alone tells too little of what an entry is about.
  const isTelling = tellingWords(title ?? '').size >= 2;
  return isTelling && common < 0.2 && (shareIn(own, page.text) ?? 0) < 0.3
    ? 'its page has nothing in common with the entry'
    : null;
}

/** A short page under the entry's name whose body has nothing of it, neither of its title nor of what the feed tells. */
function isNotice({ own, page }: Visit, told: number | null): boolean {
  if (page.text.length >= NOTICE || hasRunOf(own, page.text)) return false;
  return (told ?? 1) < 0.2 && (shareIn(own, page.text) ?? 0) < 0.2;
}

const pathOf = ({ pathname }: URL): string => pathname.replace(/(?<!\/)\/+$/, '');

function isFront({ pathname, search }: URL): boolean {
  return pathname === '/' && search === '';
}

/** A file that a server gives for its folder. */
const INDEX = /(?:index|default|home)\.\w{2,5}$/i;

/**
 * Whether an address names a place where a site lists what it has, a front page or a section: all parts of its path are plain words, where a piece of
 * writing has a number or several words for its own. Such a page has the first lines of the entry among those of others.
 */
function isPlace({ pathname }: URL): boolean {
  const parts = pathname.replace(INDEX, '').split('/');
  return parts.every((part) => /^[a-z]{0,20}$/i.test(part));
}

function isDesk({ hostname, pathname }: URL): boolean {
  return [...hostname.split('.').slice(0, -2), ...pathname.split('/')].some((part) => DESKS.test(part));
}

/** Whether an address has another among its parameters, to come back to. */
function carries(to: URL, from: URL): boolean {
  const path = pathOf(from);
  return path.length > 1 && pathOf(to) !== path && [...to.searchParams.values()].some((value) => value.includes(path));
}
