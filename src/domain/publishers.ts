import type { PublisherKind } from '../model.ts';
import type { FieldPublisher } from './field.ts';
import { derived, field } from './in-use.ts';

export type Publisher = {
  /** The name that is shown, unique in the table. */
  readonly name: string;
  readonly kind: PublisherKind;
  /** Sells its text, or passes on that of others: a news agency, a press-release service. */
  readonly wire: 'agency' | 'releases' | null;
  /** The owner; titles of one owner are one voice. Its own name where it stands alone. */
  readonly group: string;
};

/** A name without case, marks, a leading article or a trailing web suffix: what is compared. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const publisherOf = ({ name, kind, wire, owner }: FieldPublisher): Publisher => ({
  name,
  kind,
  wire,
  group: owner ?? name,
});

const tables = derived(() => {
  const rows = field().publishers.map((row) => ({
    publisher: publisherOf(row),
    names: [row.name, ...row.names],
    hosts: row.hosts,
  }));
  return {
    byName: new Map(rows.flatMap(({ publisher, names }) => names.map((name) => [keyOf(name), publisher] as const))),
    byHost: new Map(rows.flatMap(({ publisher, hosts }) => hosts.map((host) => [host, publisher] as const))),
    wires: rows
      .filter(({ publisher }) => publisher.wire !== null)
      .flatMap(({ names }) => names)
      .sort((a, b) => b.length - a.length),
  };
});

/** The publisher of that name ("FT", "The Financial Times"), or null. */
export function publisherNamed(name: string): Publisher | null {
  const { byName } = tables();
  return byName.get(keyOf(name)) ?? byName.get(keyOf(name.replace(/\.(?:com|org|net|co\.uk)$/i, ''))) ?? null;
}

/** The publisher of a page: by its host or the nearest domain above it that is known; null for an unknown host. */
export function publisherAt(url: string): Publisher | null {
  if (!URL.canParse(url)) return null;
  const labels = new URL(url).hostname.toLowerCase().split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const known = tables().byHost.get(labels.slice(from).join('.'));
    if (known !== undefined) return known;
  }
  return null;
}

/** Every name of the news agencies and press-release services, longest first: what a text's credit line may name. */
export const wireNames = (): readonly string[] => tables().wires;
