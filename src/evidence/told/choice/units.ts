import { unitOf } from '../../../domain/units.ts';
import type { FigureReading } from '../../../model.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { about, type Name, nameOf, withEach } from '../../choice/hashed.ts';
import type { Earlier } from '../../figures/carried.ts';

/** An amount whose unit may be left out: money that is said to be of nothing, or a number alone. */
export type Open = Pick<FigureReading, 'unit' | 'concept' | 'subject'> & {
  readonly value: number;
  /** As it is written, with the words behind it. */
  readonly text: string;
  readonly behind: string;
};

const WORDS = /[\p{L}\d%’'-]+/gu;
const wordsIn = (text: string): string[] => text.toLowerCase().match(WORDS) ?? [];

/** How many times as large one is as the other, by powers of two. */
const timesAs = (one: number, other: number): string =>
  one > 0 && other > 0 ? `${Math.max(-6, Math.min(6, Math.round(Math.log2(one / other))))}` : 'none';

/** The money of a unit and what that is per ("per hour"), each null where the unit has none. */
function measureOf(unit: string): { readonly money: string | null; readonly per: string | null } {
  const [, money = null, per = null] = /^([A-Z]{3})(?: (per .*))?$/.exec(unit) ?? [];
  return { money, per };
}

type Taken = { readonly value: string; readonly from: Earlier; readonly n: number; readonly worth: number };

/** The units that it may take of those before it, and what one of what is written is worth in them: 0.01 behind cents. */
function* takenFrom({ unit, value }: Open, earlier: readonly Earlier[]): Generator<Taken> {
  for (const [n, from] of earlier.entries()) {
    if (from.unit === null) continue;
    const { money, per } = measureOf(from.unit);
    // A sign or a name of money stands with its amount; only what is a part of it ("8.4 cents") is left out behind it.
    const worth = money === null ? 1 : from.worth === 1 ? null : from.worth;
    // Nobody counts 1.46 halls.
    const isWhole = unitOf(from.unit) !== undefined || Number.isInteger(value) || !Number.isInteger(from.value);
    const isShare = /^(?:ratio|points?)$/.test(unitOf(from.unit)?.kind ?? '');
    if (unit === null) {
      if (worth !== null && !isShare && (money !== null || isWhole)) yield { value: from.unit, from, n, worth };
    } else if (money !== null && per !== null) yield { value: `${unit} ${per}`, from, n, worth: 1 };
  }
}

/** What unit an amount may have: its own, or that of one before it, the nearest first, where it is left out: "£1.90 per cubic metre and households £1.64". */
export function unitsFor(open: Open, earlier: readonly Earlier[]): Candidate[] {
  const kind = open.unit === null ? 'bare' : 'money';
  const behind = wordsIn(open.behind);
  const mark = /^\s*(\S)/.exec(open.behind)?.[1] ?? 'end';
  const around = [
    kind,
    `${kind} spelt ${!/\d/.test(open.text)} whole ${Number.isInteger(open.value)}`,
    `${kind} behind ${behind[0] ?? ''}`,
    `${kind} behind ${behind.slice(0, 2).join(' ')}`,
    `${kind} mark ${/[\p{L}\d]/u.test(mark) ? 'word' : mark}`,
    `${kind} concept ${open.concept?.split(' ').at(-1)?.toLowerCase() ?? 'none'}`,
    `${kind} size ${Math.round(Math.log10(Math.max(1, open.value)))}`,
  ].map(nameOf);
  const own = nameOf('own');
  const found = new Map<string, Name[]>();
  for (const { value, from, n, worth } of takenFrom(open, earlier)) {
    const words = wordsIn(from.between);
    const where = `${kind} ${from.back === 0 ? 'here' : `back ${Math.min(from.back, 3)}`}`;
    const times = timesAs(open.value * worth, from.value);
    const same = `${from.concept === open.concept} ${from.subject === open.subject}`;
    const taken = [
      where,
      `${where} ${n}`,
      `${where} times ${times}`,
      `${kind} times ${times}`,
      `${where} same ${same}`,
      `same ${same} ${kind} times ${times}`,
      `${where} words ${about(words.length)}`,
      `${kind} unit ${value.split(' ').slice(-1)[0] ?? ''}`,
      `${kind} measure ${unitOf(value)?.kind ?? 'count'}`,
      `${kind} measure ${unitOf(value)?.kind ?? 'count'} whole ${Number.isInteger(open.value)} ${Number.isInteger(from.value)}`,
      `${kind} measure ${unitOf(value)?.kind ?? 'count'} times ${times}`,
      ...(words.length <= 4 ? [`${kind} between ${words.join(' ')}`] : []),
      ...words.slice(-3).map((word, k) => `${kind} last ${Math.min(words.length, 3) - k} ${word}`),
      ...new Set(words.slice(-12).map((word) => `${kind} across ${word}`)),
      `${kind} begins ${/^\s*(\S)/.exec(from.between)?.[1] ?? ''}`,
    ].map(nameOf);
    const place = nameOf(where);
    found.set(value, [...(found.get(value) ?? []), ...taken, ...withEach(place, around)]);
  }
  if (found.size === 0) return [];
  const taken = nameOf('taken');
  return [
    { value: open.unit, names: [own, ...withEach(own, around)] },
    ...[...found].map(([value, names]) => ({ value, names: [taken, ...withEach(taken, around), ...names] })),
  ].map(({ value, names }) => ({ value, names: withEach(nameOf('unit'), names) }));
}
