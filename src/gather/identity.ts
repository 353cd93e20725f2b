import { sha256 } from '../hash.ts';
import type { Item } from '../model.ts';
import { type Entered, type Facets, hashOfFace, lettersOf, pageOf } from './facets.ts';
import { areAlike, plainForm } from './likeness.ts';

/** An entry that was kept before. `key` is unique in its feed; of some no facets were kept. */
export type KnownEntry = Entered & { readonly key: string; readonly facets: Facets | null };

export type Identified<Entry extends Entered> = {
  readonly key: string;
  readonly entry: Entry;
  /** The entry that it is, where it was kept before. */
  readonly known: KnownEntry | null;
  /** What was odd about how it names itself, for people. */
  readonly note: string | null;
};

/** Whether a reader is shown something else of an entry than before: another title, text or time of the last change. */
export function isChanged(before: KnownEntry, { item, text }: Entered): boolean {
  const known = before.item;
  if (known.title !== item.title || known.updated !== item.updated) return true;
  if (before.text === text) return false;
  // Where one of them was listed without its text there are no letters to compare.
  if (known.html === null || item.html === null) return true;
  return lettersOf(known.html) !== lettersOf(item.html);
}

/** An entry with what it is compared by. */
class Face {
  readonly item: Item;
  readonly guid: string | null;
  /** With its fragment, which may be all that tells it from others. */
  readonly link: string | null;
  readonly published: string | null;
  /** Hash of its text as it stands in the feed. */
  readonly text: string | null;
  #title: string | null | undefined;

  constructor({ item, text }: Entered, page: string | null, base: string) {
    const fragment = page !== null && item.url?.includes('#') ? new URL(item.url, base).hash : '';
    this.item = item;
    this.guid = item.guid;
    this.link = page === null ? null : `${page.replace(/#[\s\S]*$/, '')}${fragment}`;
    this.published = item.published;
    this.text = text;
  }

  /** Its letters and digits. By far the most entries are told apart without them. */
  get title(): string | null {
    this.#title ??= this.item.title === null ? null : plainForm(this.item.title);
    return this.#title;
  }
}

/** Whether a field is the same (1), is not (-1), or cannot be compared (0). */
type Agreement = -1 | 0 | 1;
const agreement = (one: string | null, other: string | null): Agreement =>
  one === null || other === null ? 0 : one === other ? 1 : -1;

/** Texts that are marked up otherwise may be the same to a reader. What was listed without its text cannot be compared further. */
function agreementOfTexts(one: Face, other: Face): Agreement {
  if (one.text !== null && one.text === other.text) return 1;
  if (one.item.html === null || other.item.html === null) return 0;
  const [letters, others] = [lettersOf(one.item.html), lettersOf(other.item.html)];
  return letters === '' || others === '' ? 0 : letters === others ? 1 : -1;
}

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
  text: agreementOfTexts(one, other),
});

/**
 * Whether an entry is one that was kept before. A field that several entries of the document share (`shared`) says nothing. A guid needs
 * a second witness, unless nothing but one field speaks against it: one that comes with another link, title and date is
 * another entry's. Without a guid in common the link needs the title, or the date; and title and date together are enough where the
 * text does not speak against them.
 */
function isSame(fields: Compared, one: Face, other: Face, shared: Shared): boolean {
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
function shelvesOf({ guid, link, title, text, item }: Face, shared: Shared, face = hashOfFace(item)): string[] {
  return [
    ...(guid === null || shared.guid ? [] : [`guid ${guid}`]),
    ...(link === null || shared.link ? [] : [`link ${link}`]),
    ...(title === null ? [] : [`face ${face}`, `told ${text} ${title}`]),
  ];
}

const weightOf = ({ guid, link, title, published, text }: Compared): number =>
  16 * guid + 8 * link + 4 * title + 2 * published + text;

const later = (item: Item): string => item.updated ?? item.published ?? '';

/**
 * Of what is listed twice the later state, in the place of the first: all fields are the same, or but for what was changed with a new
 * time of change (RFC 4287 section 4.1.1).
 */
function eachOnce<Entry extends Entered>(
  listed: readonly { readonly entry: Entry; readonly face: Face }[],
): { readonly entry: Entry; readonly face: Face; readonly times: number }[] {
  // Where each has a guid of its own, none is listed twice.
  const guids = new Set(listed.flatMap(({ face }) => face.guid ?? []));
  if (guids.size === listed.length) return listed.map((one) => ({ ...one, times: 1 }));
  const kept: { entry: Entry; face: Face; times: number }[] = [];
  const places = new Map<string, (typeof kept)[number]>();
  for (const { entry: given, face } of listed) {
    const { guid, link, title, published, text } = face;
    const whole = JSON.stringify([guid, link, title, published, link === null ? text : null]);
    const named = guid === null || link === null || published === null ? null : JSON.stringify([guid, link, published]);
    const state = named === null ? undefined : places.get(named);
    const first = places.get(whole) ?? (state !== undefined && isStateOf(state.face, face) ? state : undefined);
    if (first === undefined) {
      const entry = { entry: given, face, times: 1 };
      kept.push(entry);
      places.set(whole, entry);
      if (named !== null) places.set(named, entry);
    } else {
      if (later(face.item) > later(first.face.item)) Object.assign(first, { entry: given, face });
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
export function identify<Entry extends Entered>(
  listed: readonly Entry[],
  known: readonly KnownEntry[],
  base: string,
): Identified<Entry>[] {
  const entries = eachOnce(listed.map((entry) => ({ entry, face: new Face(entry, pageOf(entry.item, base), base) })));
  const stored = known.map((entry) => {
    const page = entry.facets === null ? pageOf(entry.item, base) : entry.facets.page;
    return { entry, face: new Face(entry, page, base) };
  });
  const withGuid = counts(entries.map(({ face }) => face.guid));
  const withLink = counts(entries.map(({ face }) => face.link));
  const linkBefore = counts(stored.map(({ face }) => face.link));

  const shelves = Map.groupBy(
    stored.flatMap(({ face, entry }, to) =>
      shelvesOf(face, NOT_SHARED, entry.facets?.face).map((shelf) => ({ shelf, to })),
    ),
    ({ shelf }) => shelf,
  );
  const pairs: { readonly at: number; readonly to: number; readonly weight: number }[] = [];
  for (const [at, { face }] of stored.length === 0 ? [] : entries.entries()) {
    const inDocument = { guid: withGuid(face.guid) > 1, link: withLink(face.link) > 1 };
    const shared = { ...inDocument, link: inDocument.link || linkBefore(face.link) > 1 };
    const near = shelvesOf(face, inDocument).flatMap((shelf) => shelves.get(shelf)?.slice(0, NEAR) ?? []);
    for (const to of new Set(near.map((each) => each.to))) {
      const other = stored[to];
      if (other === undefined) continue;
      const fields = compared(face, other.face);
      if (isSame(fields, face, other.face, shared)) pairs.push({ at, to, weight: weightOf(fields) });
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
  return entries.map(({ entry, face, times }, at): Identified<Entry> => {
    const before = stored[matched.get(at) ?? -1]?.entry ?? null;
    const [guids, links] = [withGuid(face.guid), withLink(face.link)];
    const former =
      before === null && guids === 1 ? stored.find(({ face: other }) => other.guid === face.guid)?.entry : undefined;
    const notes: string[] = [];
    if (guids > 1) notes.push(`its guid “${shortened(face.guid)}” is that of ${others(guids)}`);
    if (former !== undefined) notes.push(`its guid “${shortened(face.guid)}” was that of another entry before`);
    if (links > 1) notes.push(`its link is that of ${others(links)}`);
    if (times > 1) notes.push(`it is listed ${times} times; the last state of it counts`);
    return {
      key: before?.key ?? newKey(face, keys, guids > 1),
      entry,
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
  const { guid, link } = face;
  const name = guid ?? link;
  let key = name ?? '';
  if (name === null || isShared || keys.has(name)) {
    const { title, published, text } = face;
    const whole = sha256(JSON.stringify([guid, link, title, published, text])).slice(0, 16);
    key = name === null ? whole : `${name} ${whole}`;
  }
  keys.add(key);
  return key;
}
