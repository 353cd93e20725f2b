import { nearest } from '../../language/nearest.ts';
import { type Words as Catalogue, ENGLISH } from '../../locale/index.ts';
import type { Schedule } from '../../model.ts';
import { dayNames, daysInWords, daysNamed } from './days.ts';
import { type DayPart, dayPart, digitsOf, timeNamed, timeOfPart, usualTime } from './times.ts';
import { readZone } from './zones.ts';

export type Phrase = { readonly schedule: Schedule } | { readonly faults: readonly string[] };

type Words = Catalogue['schedules'];
type Spoken = Catalogue['settings']['spoken'];

/** What a word of the phrase is. `plus`: days after "and" come beside what was said before, others instead of it. */
type Piece =
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly word: string; readonly plus: boolean }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'part'; readonly part: DayPart; readonly plus: boolean }
  | { readonly kind: 'often'; readonly times: readonly string[] }
  | { readonly kind: 'except' }
  | { readonly kind: 'zone'; readonly zone: string };

const OFTEN: Readonly<Record<string, readonly string[]>> = {
  once: ['08:30'],
  twice: ['08:30', '16:30'],
  thrice: ['08:30', '12:30', '16:30'],
};

const FILLERS = new Set(
  'at on in every each the of from time times please post send debrief a per around about only'.split(' '),
);
const JOINERS = new Set(['and', '&', '+', 'plus', 'also']);
/** What sounds like a schedule and is none that a debrief can have. */
const NOT_YET: readonly (readonly [RegExp, 'notHourly' | 'notMonthly' | 'nameDays' | 'notOnce' | 'notOff'])[] = [
  [/\b(?:hourly|(?:every|each) (?:\d+ |\w+ )?(?:hours?|minutes?))\b/, 'notHourly'],
  [
    /\b(?:(?:every|each) (?:other|second|2nd) \w+|bi-?weekly|fortnightly|monthly|every (?:month|quarter)|quarterly)\b/,
    'notMonthly',
  ],
  [/\bseveral weekly\b/, 'nameDays'],
  [/\b(?:tomorrow|today|now)\b/, 'notOnce'],
  [/\b(?:never|off|stop|none)\b/, 'notOff'],
];

function normal(phrase: string): string {
  return digitsOf(
    phrase
      .toLowerCase()
      .replace(/[“”"'()[\]]/g, ' ')
      .replace(/’/g, "'"),
  )
    .replace(/\b(?:on )?(?:working|business|week) days?\b/g, 'weekdays')
    .replace(/\b(?:mondays? to fridays?|monday through friday)\b/g, 'weekdays')
    .replace(/\b(?:every|each) (week ?days?|week ?ends?)\b/g, '$1')
    .replace(/\b(?:every|each) (morning|lunchtime|afternoon|evening|night)\b/g, 'daily $1')
    .replace(/\bweek ends?\b/g, 'weekends')
    .replace(
      /\b(once|twice|thrice|three times|2x|3x|two times) (?:a|per|each|every) ?(day|week)\b/g,
      (_whole, count: string, unit: string) => {
        const often = /^(?:three|3x|thrice)/.test(count) ? 'thrice' : count === 'once' ? 'once' : 'twice';
        return unit === 'day' ? `${often} daily` : `${often === 'once' ? '' : 'several '}weekly`;
      },
    )
    .replace(/\b(twice|once|thrice)[ -]daily\b/g, '$1 daily')
    .replace(
      /\b([a-z]{2,10}) ?(?:-|–|to|thru|through|until|till) ?([a-z]{2,10})\b/g,
      (whole, from: string, to: string) =>
        daysNamed(from)?.length === 1 && daysNamed(to)?.length === 1 ? `${from}-${to}` : whole,
    )
    .replace(/\b(?:but not|except(?: for| on)?|excluding|without|but) /g, ' except ')
    .replace(/\.$/, '')
    .replace(/[,;]/g, ' , ')
    .replace(/\s+/g, ' ')
    .trim();
}

const KNOWN = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'weekdays',
  'weekends',
  'daily',
  'morning',
  'evening',
  'noon',
  'midnight',
  'Berlin',
  'London',
  'Paris',
  'Amsterdam',
  'Zurich',
  'Madrid',
  'Tokyo',
  'Singapore',
  'Sydney',
  'Toronto',
  'Chicago',
  'Kolkata',
  'Dublin',
  'Stockholm',
  'Warsaw',
  'Vienna',
  'Shanghai',
  'Seoul',
];

const notUnderstood = (word: string, said: Words): string =>
  /^\d/.test(word) ? said.noTime(word) : said.notUnderstood(word, nearest(word, KNOWN));

function piecesOf(words: string[], said: Words): { readonly pieces: Piece[]; readonly faults: string[] } {
  const pieces: Piece[] = [];
  const faults: string[] = [];
  let plus = false;
  while (words.length > 0) {
    const [word = ''] = words;
    const add = (piece: Piece, count = 1): void => {
      pieces.push(piece);
      words.splice(0, count);
      plus = false;
    };
    if (JOINERS.has(word) || word === ',' || FILLERS.has(word)) {
      // "every day" is days, "every" alone nothing.
      plus = JOINERS.has(word) || (plus && word !== ',');
      words.shift();
      continue;
    }
    if (word === 'except') {
      add({ kind: 'except' });
      continue;
    }
    const often = OFTEN[word];
    const part = dayPart(word);
    const time = timeNamed(word);
    const days = daysNamed(word);
    if (often !== undefined) add({ kind: 'often', times: often });
    else if (time !== null) add({ kind: 'time', time });
    else if (part !== null) add({ kind: 'part', part, plus });
    else if (days !== null && !isZone(words)) add({ kind: 'days', days, word, plus });
    else {
      // A zone's name may have many words (Central European Summer Time).
      const size = [5, 4, 3, 2, 1].find(
        (count) => count <= words.length && readZone(words.slice(0, count).join(' ')) !== null,
      );
      const reading = size === undefined ? null : readZone(words.slice(0, size).join(' '));
      if (reading === null || size === undefined) {
        faults.push(notUnderstood(word, said));
        words.shift();
      } else if ('zone' in reading) add({ kind: 'zone', zone: reading.zone }, size);
      else {
        const cities = reading.several.slice(0, 4).map((zone) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));
        faults.push(said.severalZones(words.slice(0, size).join(' '), cities));
        words.splice(0, size);
      }
    }
  }
  return { pieces, faults };
}

/** "San", "mo" and "we" begin names of places as well as days; what reads as a place of several words is one. */
const isZone = (words: readonly string[]): boolean =>
  [3, 2].some(
    (count) =>
      count <= words.length &&
      !words.slice(1, count).includes(',') &&
      readZone(words.slice(0, count).join(' ')) !== null,
  );

type Group = { days: number[] | null; times: string[]; plus: boolean; word: string };

/** Times beside the days that they were said with, in whatever order: `Mon-Thu 8:30, Fri 10:00`, `9am mon and 4pm fri`. */
function groupsOf(pieces: readonly Piece[]): Group[] {
  // "Twice a day at 8 and 17": how often only hints at the times.
  const timed = pieces.some(({ kind }) => kind === 'time');
  const said = pieces.filter(({ kind }) => kind !== 'zone' && !(timed && kind === 'often'));
  const timesFirst = said[0]?.kind !== 'days' && said[0]?.kind !== 'except';
  const groups: Group[] = [];
  let group: Group = { days: null, times: [], plus: true, word: '' };
  let excluding = false;
  const isFull = (): boolean => group.days !== null && group.times.length > 0;
  let before: Piece['kind'] | null = null;
  let part: DayPart | null = null;
  for (const piece of said) {
    const begins =
      isFull() && (timesFirst ? piece.kind === 'time' && before === 'days' : piece.kind === 'days' && !excluding);
    if (begins) {
      groups.push(group);
      group = { days: null, times: [], plus: true, word: '' };
    }
    if (piece.kind === 'except') excluding = true;
    else if (piece.kind === 'days') {
      if (excluding) group.days = (group.days ?? [1, 2, 3, 4, 5, 6, 7]).filter((day) => !piece.days.includes(day));
      else {
        if (group.days === null) Object.assign(group, { plus: piece.plus, word: piece.word });
        group.days = [...(group.days ?? []), ...piece.days];
      }
      excluding = false;
    } else if (piece.kind === 'time') {
      // "Mornings at 7": the time says what the part of the day only hinted at.
      if (before === 'part') group.times.pop();
      group.times.push(before === 'part' && part !== null ? timeOfPart(piece.time, part) : piece.time);
    } else if (piece.kind === 'often') group.times.push(...piece.times);
    else if (piece.kind === 'part') {
      const last = group.times.pop();
      const isOfLast = before === 'time' && !piece.plus;
      if (last !== undefined) group.times.push(isOfLast ? timeOfPart(last, piece.part) : last);
      if (!isOfLast) group.times.push(usualTime(piece.part));
    }
    if (piece.kind === 'part') part = piece.part;
    before = piece.kind;
  }
  groups.push(group);
  return groups;
}

/** The groups as rules: what is said of fewer days holds instead of what was said of more, unless "and" stands before it. */
function rulesOf(groups: readonly Group[], now: Schedule['rules'], faults: string[], said: Words): Schedule['rules'] {
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0) {
    if (only.days === null && only.times.length === 0) return now;
    if (only.days === null)
      return now.length === 1
        ? [{ days: now[0]?.days ?? [], times: unique(only.times) }]
        : [{ days: allDays(now), times: unique(only.times) }];
    if (only.times.length === 0) {
      if (now.length > 1) faults.push(said.severalTimes(only.word));
      return [{ days: days(only.days), times: now[0]?.times ?? [] }];
    }
  }
  let rules: { days: number[]; times: string[] }[] = [];
  for (const group of groups) {
    if (group.days === null) faults.push(said.whichDays(group.times));
    else if (group.times.length === 0) faults.push(said.whatTime(dayNames(days(group.days), said.spoken)));
    else {
      const wanted = days(group.days);
      if (!group.plus)
        rules = rules.map((rule) =>
          rule.days.length > wanted.length ? { ...rule, days: rule.days.filter((day) => !wanted.includes(day)) } : rule,
        );
      rules.push({ days: wanted, times: unique(group.times) });
    }
  }
  return rules.filter((rule) => rule.days.length > 0);
}

const unique = (times: readonly string[]): string[] => [...new Set(times)].toSorted();
const days = (given: readonly number[]): number[] => [...new Set(given)].toSorted((a, b) => a - b);
const allDays = (rules: Schedule['rules']): number[] => days(rules.flatMap((rule) => rule.days));

/**
 * Reads a schedule as people say it: `weekdays at 8:30 Berlin`, `Mon-Thu 8:30, Fri 10:00`, `half past eight every morning`, `twice a day
 * in India`. What is not said stays as it was in `now`; what is not understood is named.
 */
export function readSchedule(phrase: string, now: Schedule, { schedules: said }: Catalogue = ENGLISH): Phrase {
  if (phrase.length > 300) return { faults: [said.tooLong] };
  const line = normal(phrase);
  const not = NOT_YET.find(([shape]) => shape.test(line));
  if (not !== undefined) return { faults: [said[not[1]]] };
  const words = line.split(' ').filter((word) => word !== '');
  // "Once a week, on fridays": the day says which; without one it is Monday.
  const isSaid = words.some((word) => word !== 'weekly' && daysNamed(word) !== null);
  const { pieces, faults } = piecesOf(
    words.filter((word) => word !== 'weekly' || !isSaid),
    said,
  );
  if (faults.length > 0) return { faults };
  if (pieces.length === 0) return { faults: [said.nothing] };
  const zones = [...new Set(pieces.flatMap((piece) => (piece.kind === 'zone' ? [piece.zone] : [])))];
  if (zones.length > 1) return { faults: [said.oneZone(zones)] };
  const rules = rulesOf(groupsOf(pieces), now.rules, faults, said);
  if (faults.length > 0) return { faults };
  if (rules.length === 0) return { faults: [said.noDay] };
  return { schedule: { ...now, rules, zone: zones[0] ?? now.zone } };
}

/** `on weekdays at 08:30 Europe/Berlin`: in English `readSchedule` reads it again. */
export function scheduleInWords({ rules, zone }: Schedule, said: Spoken = ENGLISH.settings.spoken): string {
  return `${said.rules(rules.map(({ days: on, times }) => said.rule(daysInWords(on, said), times)))} ${zone}`;
}
