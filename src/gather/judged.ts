import { sha256 } from '../hash.ts';
import type { ItemStore, OtherItem, StoredItem } from '../ports/store.ts';
import { canonicalUrl } from './address.ts';
import { areAlike } from './likeness.ts';
import type { FetchedPage } from './page.ts';
import { samePublisher } from './publisher.ts';
import type { Found } from './read.ts';
import { wallIn } from './wall.ts';

/** What other entries have shown of an address or a page. */
export type OtherEntries = Pick<ItemStore, 'linkingTo' | 'answeredBy' | 'withPage'>;

/** What stood at the entry's address, kept so that the next reading sees what changed and other entries that it is the same. */
export type Seen = {
  readonly headline: string | null;
  readonly answered: string | null;
  readonly pageHash: string | null;
};

export const NOTHING_SEEN: Seen = { headline: null, answered: null, pageHash: null };

/** Whether it is not the same entry. */
export const isAnother = ({ feed, key }: StoredItem, other: OtherItem): boolean =>
  other.feed !== feed || other.key !== key;

/** Other entries of the feed with the same link: it is not this one's own. */
export async function othersAt(
  stored: StoredItem,
  link: string,
  { items }: { readonly items: OtherEntries },
): Promise<OtherItem[]> {
  return (await items.linkingTo(link)).filter((other) => other.feed === stored.feed && isAnother(stored, other));
}

/** The page of an entry; or that it is no text, or none that is the entry's, and why. */
export type Judged =
  | { readonly kind: 'page'; readonly fetched: FetchedPage; readonly note: string | null; readonly seen: Seen }
  | { readonly kind: 'foreign'; readonly note: string }
  | {
      readonly kind: 'unread';
      readonly note: string;
      readonly isPassing: boolean;
      readonly isWall: boolean;
      readonly seen: Seen;
      readonly doubtful: readonly OtherItem[];
    };

/** Judges what stands at an entry's link by what other entries have shown. `sharing`: those of its feed with the same link. */
export async function judged(
  stored: StoredItem,
  { link, own, page: fetched }: Found,
  sharing: readonly OtherItem[],
  { items }: { readonly items: OtherEntries },
): Promise<Judged> {
  if (fetched.kind === 'foreign') return fetched;
  if (fetched.kind === 'unread' || link === null)
    return {
      isPassing: false,
      ...fetched,
      kind: 'unread',
      note: fetched.note ?? '',
      isWall: false,
      seen: NOTHING_SEEN,
      doubtful: [],
    };
  const { reading, url: answered } = fetched;
  const seen = { headline: reading.title, answered: canonicalUrl(answered), pageHash: sha256(reading.text) };
  const { title } = stored.item;
  const isOther = (other: OtherItem) =>
    isAnother(stored, other) && other.page !== link && !areAlike(title ?? '', other.title ?? '');
  const there = seen.answered === link ? [] : (await items.answeredBy(seen.answered)).filter(isOther);
  const same = (await items.withPage(seen.pageHash)).filter(
    (other) => isOther(other) && other.page !== null && samePublisher(other.page, answered),
  );
  const wall =
    wallIn({
      title,
      own,
      link,
      answered,
      page: reading,
      isShared: there.length > 0,
      isElsewhere: same.length > 0,
    }) ??
    (sharing.length > 0 && !areAlike(title ?? '', reading.title ?? '')
      ? 'its link is that of other entries too'
      : null);
  if (wall === null) return { kind: 'page', fetched, note: fetched.note, seen };
  return { kind: 'unread', note: wall, isPassing: true, isWall: true, seen, doubtful: [...there, ...same] };
}
