import { sha256 } from '../hash.ts';
import type { Item } from '../model.ts';
import { canonicalUrl } from './address.ts';
import { plainText } from './entry.ts';
import { areAlike, plainForm } from './likeness.ts';

/** What an entry is found again by. No field of a feed is to be trusted alone: guids are shared, reused and made anew at every poll. */
export type Facets = {
  readonly guid: string | null;
  /** The address of its page, without tracking parameters and fragment. */
  readonly page: string | null;
  /** Hash of its title with its date, or with its text where it has no date. */
  readonly face: string;
  /** Hash of what a reader is shown of it: title, text, time of the last change. Another one is a correction. */
  readonly print: string;
};

/** An entry that was kept before. `key` is unique in its feed. */
export type KnownEntry = { readonly key: string; readonly item: Item };

export type Identified = {
  readonly key: string;
  readonly item: Item;
  /** The entry that it is, where it was kept before. */
  readonly known: KnownEntry | null;
  /** What was odd about how it names itself, for people. */
  readonly note: string | null;
};

export function facetsOf(item: Item, base: string): Facets {
  const title = plainForm(item.title ?? '');
  const text = plainForm(plainText(item.html ?? ''));
  return {
    guid: item.guid,
    page: pageOf(item, base),
    face: sha256(`${title}\n${item.published ?? text}`),
    print: sha256(JSON.stringify([item.title, text, item.updated])),
  };
}

function pageOf(item: Item, base: string): string | null {
  try {
    return item.url === null ? null : canonicalUrl(item.url, base);
  } catch {
    return null;
  }
}

/** An entry with what it is compared by. */
type Face = {
  readonly item: Item;
  readonly guid: string | null;
  /** With its fragment, which may be all that tells it from others. */
  readonly link: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly text: string | null;
};

function faceOf(item: Item, base: string): Face {
  const page = pageOf(item, base);
  const fragment = page !== null && item.url !== null ? new URL(item.url, base).hash : '';
  const text = plainForm(plainText(item.html ?? ''));
  return {
    item,
    guid: item.guid,
    link: page === null ? null : `${page.replace(/#[\s\S]*$/, '')}${fragment}`,
    title: item.title === null ? null : plainForm(item.title),
    published: item.published,
    text: text === '' ? null : text,
  };
}

/** Whether a field is the same (1), is not (-1), or cannot be compared (0). */
type Agreement = -1 | 0 | 1;
const agreement = (one: string | null, other: string | null): Agreement =>
  one === null || other === null ? 0 : one === other ? 1 : -1;

type Compared = {
  readonly guid: Agreement;
  readonly link: Agreement;
  readonly title: Agreement;
  readonly published: Agreement;
  readonly text: Agreement;
};

const compared = (one: Face, other: Face): Compared => ({
  guid: agreement(one.guid, other.guid),
  link: agreement(one.link, other.link),
  title: agreement(one.title, other.title),
  published: agreement(one.published, other.published),
  text: agreement(one.text, other.text),
});

/**
 * Whether an entry is one that was kept before. A field that several entries of the document share (`shared`) says nothing. A guid needs
 * a second witness, unless nothing but one field speaks against it: one that comes with another link, title and date is
 * another entry's. Without a guid in common the link needs the title, or the date; and title and date together are enough where the
 * text does not speak against them.
 */
function isSame(one: Face, other: Face, shared: Shared): boolean {
  const fields = compared(one, other);
  const { link, title, published, text } = fields;
  const guid = shared.guid ? 0 : fields.guid;
  if (guid === 1) {
    const rest = [link, title, published];
    return rest.includes(1) || rest.filter((field) => field === -1).length <= 1;
  }
  if (link === 1) {
    if (title === 1) return published !== -1 || text === 1 || (guid !== -1 && !shared.link);
    if (shared.link) return false;
    if (published === 1) return true;
    return guid === 0 && published === 0 && areAlike(one.title ?? '', other.title ?? '');
  }
  return title === 1 && text !== -1 && (published === 1 || (published === 0 && text === 1));
}

/** Equal entries beyond so many are not told apart any more. */
const NEAR = 20;

type Shared = { readonly guid: boolean; readonly link: boolean };
const NOT_SHARED: Shared = { guid: false, link: false };

/** Where an entry finds those that it may be: each shelf holds what has these fields in common. */
function shelvesOf({ guid, link, title, published, text }: Face, shared: Shared): string[] {
  return [
    ...(guid === null || shared.guid ? [] : [`guid ${guid}`]),
    ...(link === null || shared.link ? [] : [`link ${link}`]),
    ...(title === null ? [] : [`dated ${published} ${title}`, `told ${text} ${title}`]),
  ];
}

function weightOf(one: Face, other: Face): number {
  const { guid, link, title, published, text } = compared(one, other);
  return 16 * guid + 8 * link + 4 * title + 2 * published + text;
}

const later = (item: Item): string => item.updated ?? item.published ?? '';

/**
 * Of what is listed twice the later state, in the place of the first: all fields are the same, or but for what was changed with a new
 * time of change (RFC 4287 section 4.1.1).
 */
function once(faces: readonly Face[]): { readonly face: Face; readonly times: number }[] {
  const kept: { face: Face; times: number }[] = [];
  const places = new Map<string, { face: Face; times: number }>();
  for (const face of faces) {
    const { guid, link, title, published, text } = face;
    const whole = JSON.stringify([guid, link, title, published, link === null ? text : null]);
    const named = guid === null || link === null || published === null ? null : JSON.stringify([guid, link, published]);
    const state = named === null ? undefined : places.get(named);
    const first = places.get(whole) ?? (state !== undefined && isStateOf(state.face, face) ? state : undefined);
    if (first === undefined) {
      const entry = { face, times: 1 };
      kept.push(entry);
      places.set(whole, entry);
      if (named !== null) places.set(named, entry);
    } else {
      if (later(face.item) > later(first.face.item)) first.face = face;
      first.times += 1;
    }
  }
  return kept;
}

const isStateOf = (one: Face, other: Face): boolean =>
  agreement(one.item.updated, other.item.updated) === -1 && areAlike(one.title ?? '', other.title ?? '');

function counts(values: readonly (string | null)[]): (value: string | null) => number {
  const found = new Map<string | null, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return (value) => (value === null ? 0 : (found.get(value) ?? 0));
}

/**
 * Tells which entries of a document were kept before and which are new, each once. `known` are those of the feed that have any facet in
 * common with one of the document. Each known entry is taken by the entry that agrees with it most.
 */
export function identify(items: readonly Item[], known: readonly KnownEntry[], base: string): Identified[] {
  const entries = once(items.map((item) => faceOf(item, base)));
  const stored = known.map((entry) => ({ entry, face: faceOf(entry.item, base) }));
  const withGuid = counts(entries.map(({ face }) => face.guid));
  const withLink = counts(entries.map(({ face }) => face.link));
  const linkBefore = counts(stored.map(({ face }) => face.link));

  const shelves = Map.groupBy(
    stored.flatMap(({ face }, to) => shelvesOf(face, NOT_SHARED).map((shelf) => ({ shelf, to }))),
    ({ shelf }) => shelf,
  );
  const pairs: { readonly at: number; readonly to: number; readonly weight: number }[] = [];
  for (const [at, { face }] of entries.entries()) {
    const inDocument = { guid: withGuid(face.guid) > 1, link: withLink(face.link) > 1 };
    const shared = { ...inDocument, link: inDocument.link || linkBefore(face.link) > 1 };
    const near = shelvesOf(face, inDocument).flatMap((shelf) => shelves.get(shelf)?.slice(0, NEAR) ?? []);
    for (const to of new Set(near.map((each) => each.to))) {
      const other = stored[to];
      if (other !== undefined && isSame(face, other.face, shared))
        pairs.push({ at, to, weight: weightOf(face, other.face) });
    }
  }
  pairs.sort((a, b) => b.weight - a.weight || a.at - b.at || a.to - b.to);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, to } of pairs) {
    if (matched.has(at) || taken.has(to)) continue;
    matched.set(at, to);
    taken.add(to);
  }

  const keys = new Set(known.map(({ key }) => key));
  return entries.map(({ face, times }, at): Identified => {
    const { item } = face;
    const before = stored[matched.get(at) ?? -1]?.entry ?? null;
    const [guids, links] = [withGuid(face.guid), withLink(face.link)];
    const former =
      before === null && guids === 1 ? stored.find(({ face: other }) => other.guid === face.guid)?.entry : undefined;
    const notes = [
      ...(guids > 1 ? [`its guid “${shortened(face.guid)}” is that of ${others(guids)}`] : []),
      ...(former === undefined ? [] : [`its guid “${shortened(face.guid)}” was that of another entry before`]),
      ...(links > 1 ? [`its link is that of ${others(links)}`] : []),
      ...(times > 1 ? [`it is listed ${times} times; the last state of it counts`] : []),
    ];
    return {
      key: before?.key ?? newKey(face, keys, guids > 1),
      item,
      known: before,
      note: notes.length === 0 ? null : notes.join('; '),
    };
  });
}

const others = (count: number): string => (count === 2 ? 'another entry' : `${count - 1} other entries`);

const shortened = (text: string | null): string =>
  text === null || text.length <= 40 ? (text ?? '') : `${text.slice(0, 39)}…`;

/** The guid, or the link; with the hash of all that tells an entry from others where that name is taken. */
function newKey(face: Face, keys: Set<string>, isShared: boolean): string {
  const { guid, link, title, published, text } = face;
  const whole = sha256(JSON.stringify([guid, link, title, published, text])).slice(0, 16);
  const name = guid ?? link;
  const key = name !== null && !isShared && !keys.has(name) ? name : name === null ? whole : `${name} ${whole}`;
  keys.add(key);
  return key;
}
