import { sha256 } from '../hash.ts';
import { type Article, type Feed, type Item, lineOf } from '../model.ts';
import type { ArticleStore, ItemStore, OtherItem, StoredItem } from '../ports/store.ts';
import { articleId, canonicalUrl } from './address.ts';
import { isAhead } from './dates.ts';
import { isAnother, type Judged, judged, NOTHING_SEEN, type OtherEntries, othersAt, type Seen } from './judged.ts';
import { areAlike } from './likeness.ts';
import type { Found } from './read.ts';
import {
  addressOfPage,
  isOwn,
  ownAddress,
  publisherOfFeed,
  publisherOfPage,
  publisherOfSource,
  withoutSource,
} from './whose.ts';

/** What else is known of an address, a page or a line. */
export type ArticleDeps = {
  readonly items: OtherEntries & Pick<ItemStore, 'pagesOf'>;
  readonly articles: Pick<ArticleStore, 'newest'>;
  readonly now: Date;
};

/** An article, or why there is none, in words for people. */
export type ReadResult =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly line: string;
      /** False where this version stands already. */
      readonly isNew: boolean;
      /** A line of the entry that ends: its text was no article, or the page is there now. */
      readonly ended: string | null;
      readonly seen: Seen;
      /** Whether the page may be there later in the day. */
      readonly isPassing: boolean;
      /** What this entry shows to be no article of theirs: they are to be read again. */
      readonly doubtful: readonly OtherItem[];
    }
  | { readonly kind: 'skipped'; readonly reason: string; readonly isPassing: boolean };

/**
 * Turns an entry of a feed into an article: the page it links to, which is its publisher's whoever linked to it, or the feed's own text, which
 * is that feed's alone, where the page may not or cannot be read or is no article, with a note that says why. A changed text or title is
 * a new version in its line. What other entries have shown counts: entries are judged one after the other.
 */
export async function articleOf(given: StoredItem, feed: Feed, found: Found, deps: ArticleDeps): Promise<ReadResult> {
  const stored = { ...given, item: titled(given.item) };
  const { item } = stored;
  const { link, own } = found;
  const sharing = link === null ? [] : await othersAt(stored, link, deps);
  const page = await judged(stored, found, sharing, deps);
  if (page.kind === 'foreign' && own === '') return { kind: 'skipped', reason: page.note, isPassing: false };

  const before = stored.line === null ? null : await deps.articles.newest(stored.line);
  const isPage = page.kind === 'page' && (page.note === null || page.fetched.reading.text.length > own.length);
  if (isPage) return fromPage(stored, page, link ?? page.fetched.url, sharing.length > 0, before, feed, deps);
  const passing = page.kind === 'unread' && page.isPassing;
  const seen = page.kind === 'foreign' ? NOTHING_SEEN : page.seen;
  // What was read of the page stands, unless it shows now that it was none of the article.
  const wasWall = before !== null && page.kind === 'unread' && page.isWall && seen.pageHash === before.hash;
  if (before?.origin === 'page' && stored.line !== null && !wasWall) {
    const kept = { ...seen, headline: stored.headline };
    return result(before, stored.line, { isNew: false, seen: kept, isPassing: passing });
  }
  if (item.title === null && own === '')
    return { kind: 'skipped', reason: 'the entry has no title and no text', isPassing: false };
  const [firstLine = ''] = own.split('\n');
  const address = before?.origin === 'feed' ? before.url : ownAddress(item, stored.key, link, feed, sharing.length > 0);
  const source = publisherOfSource(item, feed);
  const foreign = source === null && link !== null && address !== link && !isOwn(link, feed);
  const notes = [
    page.note,
    source === null ? null : `the feed has it from ${source}`,
    foreign ? `these are the words of the feed, not of ${new URL(link).hostname}` : null,
  ];
  const line = lineOf(address, feed.id);
  const { article, isNew } = await versionOf(
    {
      url: address,
      title: item.title ?? firstLine.slice(0, 120),
      text: own === '' ? (item.title ?? '') : own,
      author: item.author,
      publisher: source ?? publisherOfFeed(feed),
      published: item.published ?? item.updated,
      origin: 'feed',
    },
    line,
    notes,
    deps,
  );
  const doubtful = page.kind === 'unread' && stored.line === null ? page.doubtful : [];
  return result(article, line, {
    isNew,
    seen,
    isPassing: passing,
    ended: wasWall || (stored.line !== null && stored.line !== line) ? stored.line : null,
    doubtful,
  });
}

const titled = (item: Item): Item =>
  item.title === null || item.source === undefined
    ? item
    : { ...item, title: withoutSource(item.title, item.source.name) };

function result(
  article: Article,
  line: string,
  more: { readonly isNew: boolean; readonly seen: Seen } & Partial<Extract<ReadResult, { kind: 'article' }>>,
): ReadResult {
  return { kind: 'article', article, line, ended: null, isPassing: false, doubtful: [], ...more };
}

type Draft = Pick<Article, 'url' | 'title' | 'text' | 'author' | 'publisher' | 'published' | 'origin'>;

/** The version that a draft is: the one that stands, or one that replaces it. */
async function versionOf(
  draft: Draft,
  line: string,
  given: readonly (string | null)[],
  { articles, now }: ArticleDeps,
): Promise<{ readonly article: Article; readonly isNew: boolean }> {
  const previous = await articles.newest(line);
  const hash = sha256(draft.text);
  if (previous !== null && previous.hash === hash && previous.title === draft.title)
    return { article: previous, isNew: false };
  const ahead = draft.published !== null && isAhead(draft.published, now);
  const notes = [...given, ahead ? 'its date lies in the future and is left out' : null];
  const article: Article = {
    ...draft,
    id: articleId(line, draft.title, hash),
    hash,
    published: ahead ? null : draft.published,
    fetched: now.toISOString(),
    note: notes.filter((note) => note !== null).join('; ') || null,
    supersedes: previous?.id ?? null,
  };
  return { article, isNew: true };
}

async function fromPage(
  stored: StoredItem,
  page: Extract<Judged, { kind: 'page' }>,
  link: string,
  isShared: boolean,
  before: Article | null,
  feed: Feed,
  deps: ArticleDeps,
): Promise<ReadResult> {
  const { item } = stored;
  const { reading, url: answered } = page.fetched;
  const siblings = reading.canonical === null ? [] : await deps.items.pagesOf(feed.id);
  const named = addressOfPage({ answered, canonical: reading.canonical, feed, siblings });
  const taken = named.url === link ? null : await takenBy(named.url, stored, reading.text, link, deps);
  const own = canonicalUrl(answered);
  const [address, doubt] =
    before?.origin === 'page'
      ? [before.url, null]
      : isShared
        ? [ownAddress(item, stored.key, own, feed, isOwn(own, feed)), 'its link is that of other entries too']
        : taken === null
          ? [named.url, named.note]
          : [own, 'its page names the address of another article as its own'];
  const line = lineOf(address, null);
  const previous = await deps.articles.newest(line);
  // A page of the aggregator's own shows what its source wrote.
  const source = isOwn(answered, feed) ? publisherOfSource(item, feed) : null;
  const isFeeds = source === null && isOwn(answered, feed);
  const title = titleOf(stored, reading.title, previous, line, isFeeds);
  if (title === null) return { kind: 'skipped', reason: 'the entry has no title and no text', isPassing: true };
  const dates = isFeeds
    ? (item.published ?? item.updated ?? reading.published)
    : (reading.published ?? item.published ?? item.updated);
  const { article, isNew } = await versionOf(
    {
      url: address,
      title,
      text: reading.text === '' ? title : reading.text,
      author: reading.author ?? (isFeeds ? item.author : null),
      publisher: source ?? publisherOfPage(answered, reading.publisher, feed),
      published: dates,
      origin: 'page',
    },
    line,
    [page.note, source === null ? null : `the feed has it from ${source}`, doubt],
    deps,
  );
  const ended = stored.line !== null && stored.line !== line && before?.origin === 'feed' ? stored.line : null;
  return result(article, line, { isNew, seen: page.seen, ended });
}

/**
 * The title of a page's version. At first the feed's word goes first where it is the publisher's own: it is about this entry, and it is what
 * people saw. After that whichever of the two was changed.
 */
function titleOf(
  stored: StoredItem,
  headline: string | null,
  previous: Article | null,
  line: string,
  isFeeds: boolean,
): string | null {
  const { item } = stored;
  if (previous === null) return isFeeds ? (item.title ?? headline) : (headline ?? item.title);
  if (stored.line !== line) return previous.title;
  if (headline !== null && stored.headline !== null && headline !== stored.headline) return headline;
  return isFeeds && stored.changedAt > previous.fetched ? (item.title ?? previous.title) : previous.title;
}

/** The entry whose article stands at an address already with another text, where this one is not the same by its title. */
async function takenBy(
  address: string,
  stored: StoredItem,
  text: string,
  link: string,
  { articles, items }: ArticleDeps,
): Promise<OtherItem | null> {
  const standing = await articles.newest(address);
  if (standing === null || standing.hash === sha256(text)) return null;
  const others = (await items.answeredBy(address)).filter((other) => isAnother(stored, other) && other.page !== link);
  const { title } = stored.item;
  return others.find((other) => other.feed === stored.feed || !areAlike(title ?? '', other.title ?? '')) ?? null;
}
