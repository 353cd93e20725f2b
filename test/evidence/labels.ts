import { readFileSync } from 'node:fs';
import { UNIT_NAMES } from '../../src/domain/units.ts';

/** Folded as names are compared: without an article, an owner's "'s", marks and case. */
const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/^(?:the|an?|its|their|his|her|our|my)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same words, or one the beginning or the end of the other. */
const sameThing = (given: string, wanted: string): boolean => {
  const [own, other] = [folded(given), folded(wanted)];
  const [short, long] = own.length < other.length ? [own, other] : [other, own];
  if (short.length < 4) return own === other;
  return long === short || long.startsWith(`${short} `) || long.endsWith(` ${short}`);
};

/** The same name, or the same last word of it. */
const sameName = (given: string, wanted: string): boolean => {
  const [own, other] = [folded(given), folded(wanted)];
  return own === other || own.split(' ').at(-1) === other.split(' ').at(-1);
};

/** Which of the readings that are right a given one is, the best of them first; null for a wrong one. "-" is none, "*" anything. */
function rankOf(
  right: readonly string[],
  given: string | null,
  same: (a: string, b: string) => boolean,
): number | null {
  if (right.includes('*')) return 0;
  const at = right.findIndex((one) => (one === '-' ? given === null : given !== null && same(given, one)));
  return at < 0 ? null : at;
}

const exactly = (given: string, wanted: string): boolean => given === wanted;

/** "~ up 4.1 USD per month": hedge, direction, value and the units that are accepted, of which "-" is none. */
export const MEASURE =
  /^(?:(?<hedge>[~<>=]+) )?(?:(?<way>up|down) )?(?<low>\d+(?:\.\d+)?(?:e\d+)?)(?:\/(?<part>\d+)|\.\.(?<high>[\d.e]+))? (?<unit>.+)$/;

/** A unit as it is compared, however it is spelt. */
const spelt = (unit: string): string =>
  unit
    .replace(/(?<=watt)-(?=hour|month|day|year)|(?<=[GTC]PU)-(?=hour)|-(?=ampere)/g, ' ')
    .replace(/\btokens\b/g, 'token')
    .replace(/\btonne\b/g, 'metric ton')
    .replace(/\b((?:kilo|cubic )?)(met|lit)er\b/g, '$1$2re');

/** Is a unit one of those that a measure is marked with? */
export function isUnit(measure: string, given: string | null): boolean {
  const own = given === 'fraction' ? null : given;
  const wanted = (MEASURE.exec(measure)?.groups?.['unit'] ?? '-')
    .split(';')
    .map((one) => spelt(UNIT_NAMES.get(one) ?? one));
  if (own === null) return wanted.includes('-');
  const unit = spelt(own);
  return wanted.some((one) => one === unit || one.endsWith(` ${unit}`) || unit.endsWith(` ${one}`));
}

/** What is marked of a figure. */
export const TOLD = ['concept', 'subject', 'when', 'attributedTo', 'standing'] as const;
type Told = (typeof TOLD)[number];
type Rank = (given: string | null) => number | null;

/** A figure as it is marked: where it stands, its measure as it is written down, and for each reading of a field which of the right ones it is (`rankOf`). */
export type Label = {
  readonly label: string;
  readonly written: string;
  readonly start: number;
  readonly measure: string;
  readonly ranks: Readonly<Record<Told | 'unit', Rank>>;
};
/** A quote as it is marked, by where it begins. */
export type QuoteLabel = {
  readonly label: string;
  readonly start: number;
  readonly ranks: Readonly<Record<'speaker' | 'role' | 'organisation', Rank>>;
};
/** An article with the marks of its figures and quotes. */
export type News = {
  readonly title: string;
  readonly published: string;
  readonly text: string;
  readonly figures: readonly Label[];
  readonly quotes: readonly QuoteLabel[];
};

const same = (one: string, other: string): boolean => folded(one) === folded(other);

/**
 * Reads a file of passages: "## title | published", the text, "--", then a line for each figure (as written | measure |
 * concept | subject | when | attributedTo | standing) and each quote (its beginning | speaker | role | organisation).
 * "/" parts what is accepted, times are parted by ";". Throws where a figure does not stand behind the one before it.
 */
export function newsOf(file: string): News[] {
  const notation = readFileSync(new URL(file, import.meta.url), 'utf8');
  return notation
    .split(/^## /m)
    .slice(1)
    .map((block): News => {
      const [head = '', ...rest] = block.split('\n');
      const [title = '', published = ''] = head.split(' | ');
      const [raw = '', labels = ''] = rest.join('\n').split(/^--$/m);
      const text = raw.trim();
      const [figures, quotes]: [Label[], QuoteLabel[]] = [[], []];
      let from = 0;
      for (const label of labels.trim().split('\n')) {
        const [written = '', ...told] = label.split(' | ').map((part) => part.trim());
        const parts = (n: number, by = '/'): string[] => (told[n] ?? '*').split(by).map((part) => part.trim());
        if (written.startsWith('"')) {
          // Where nobody is told to speak for it, a house itself does.
          const isHouse = parts(0)[0] === '-' && parts(1).join() === '-';
          const houses = isHouse ? parts(2).filter((name) => /^(?!The )\p{Lu}/u.test(name)) : [];
          const ranks = {
            speaker: (given: string | null) => rankOf([...houses, ...parts(0)], given, exactly),
            role: (given: string | null) => rankOf(parts(1), given, same),
            organisation: (given: string | null) => rankOf(parts(2), given, same),
          };
          quotes.push({ label, start: text.indexOf(written.slice(1)), ranks });
          continue;
        }
        if (told.length < 6) continue;
        const start = text.indexOf(written, from);
        if (start < 0) throw new Error(`${title}: "${written}" does not stand after the figure before it`);
        from = start + 1;
        const measure = told[0] ?? '';
        const ranks = {
          unit: (given: string | null) => (isUnit(measure, given) ? 0 : null),
          concept: (given: string | null) => rankOf(parts(1), given, sameThing),
          subject: (given: string | null) => rankOf(parts(2), given, sameName),
          when: (given: string | null) => rankOf(parts(3, ';'), given, exactly),
          attributedTo: (given: string | null) => rankOf(parts(4), given, sameName),
          standing: (given: string | null) => rankOf(parts(5), given, exactly),
        };
        figures.push({ label, written, start, measure, ranks });
      }
      return { title, published, text, figures, quotes };
    });
}
