import { entities } from '../../domain/entities.ts';
import { derived } from '../../domain/in-use.ts';
import { measure } from '../../domain/units.ts';
import { isCalendar, isShortMonth } from '../../language/calendar.ts';
import { otherNameOfCountry } from '../../language/countries.ts';
import { classesOf, membersOf } from '../../language/meaning.ts';
import { isDemonym } from '../../language/organisations.ts';
import { isHonorific, isRoleNoun } from '../../language/roles.ts';
import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordTextsIn } from '../../language/words.ts';
import type { FigureReading, Reason } from '../../model.ts';
import { compareTimes } from '../../reading/times/compare.ts';
import { type Time, timesIn } from '../../reading/times.ts';
import type { Word } from '../../reading/tree.ts';
import type { Prepared } from '../verify/prepare.ts';
import { meaningsOf } from './keys.ts';
import { type Pairing, phrase, statement } from './pairing.ts';

const LETTER = /[\p{L}\p{N}]/u;
/** Offices by their initials, which texts spell out as well; who holds them is told by the quotes and the words beside. */
const OFFICE = /^C[EFOTI]Os?$/;
/** Initials that name nobody, and that texts spell out or tell by other words: accelerators are for AI, a listing is an IPO. */
const COMMON = /^(?:AI|IT|IPO|[CG]PU)s?$/;
/** Whose adjective stands for the letters. */
const LETTERED: Readonly<Record<string, readonly string[]>> = {
  american: ['u.s.', 'us', 'united states'],
  british: ['u.k.', 'uk', 'britain'],
  'u.s.': ['american'],
  us: ['american'],
  'u.k.': ['british'],
  uk: ['british'],
  eu: ['european'],
};

const namesOf = derived(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(entities().map(({ name, aliases }) => [`@${name}`, [name, ...aliases]])),
);

/** Does the text have the name as a word of its own? */
function has(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + name.length] ?? ' ');
}

/** Does a text spell out what the letters stand for: "funds from operations" for FFO? Of two letters too much does. */
function isSpelledOut(letters: string, text: string): boolean {
  if (!/^\p{Lu}{3,6}s?$/u.test(letters)) return false;
  const [first = '', ...rest] = letters.replace(/s$/, '').toLowerCase();
  const small = '(?:(?:of|and|for|to|the|from|before|by|in),? )?';
  return new RegExp(
    `\\b${first}\\p{L}+${rest.map((letter) => `(?:,? |-)${small}${letter}\\p{L}+`).join('')}`,
    'iu',
  ).test(text);
}

/** What is left of a place and of the word for its people: "Bavaria" and "Bavarian", "Mauritius" and "Mauritian", "America" and "American". */
const placeIn = (word: string): string => word.replace(/(?:i?ans?|i?a|o|i?us|e|y)$/, '');

/** Is the name, or one of the source, the word for the people of a place, and the other the place? */
function isOfPlace(name: string, text: string): boolean {
  const place = placeIn(name);
  if (place.length < 4) return false;
  return (
    text.match(/(?<!\p{L})\p{Lu}\p{Ll}{4,}/gu)?.some((other) => {
      const low = other.toLowerCase();
      return /ans?$/.test(name) !== /ans?$/.test(low) && placeIn(low) === place;
    }) === true
  );
}

/** Has the source the word of a name with these keys: as it is, in a dateline's capitals, spelled out, by another name of the same? */
function stands(text: string, keys: ReadonlySet<string>, { index, source, words }: Prepared): boolean {
  const low = text.toLowerCase();
  if (index.has(stem(low)) || index.has(stem(low.replace(/['’]s?$/, '')))) return true;
  if (source.text.includes(text) || has(words(), low) || source.title?.includes(text)) return true;
  if (isSpelledOut(text, source.text) || isOfPlace(low, source.text)) return true;
  // A country by its people's name, and the other way round.
  const names = [...keys].flatMap((key) => namesOf().get(key) ?? []);
  const others = [low, ...names].flatMap((name) => otherNameOfCountry(name.replace(/^South /, '')) ?? []);
  if ([...others, ...(LETTERED[low] ?? [])].some((name) => has(words(), name))) return true;
  const peoples = meaningsOf(keys)
    .map(membersOf)
    .filter((words) => words.some(isDemonym));
  if (peoples.some((words) => words.some((word) => index.has(stem(word))))) return true;
  return names.some((name) => has(source.text, name));
}

const isNamed = ({ text, class: kind }: Word): boolean =>
  /^\p{Lu}./u.test(text) &&
  !isCalendar(text.toLowerCase()) &&
  !isShortMonth(text.toLowerCase().replace(/\.$/, '')) &&
  !OFFICE.test(text) &&
  !COMMON.test(text) &&
  !isHonorific(text) &&
  !(isRoleNoun(text.toLowerCase()) && kind !== 'PROPN') &&
  !STOP_WORDS.has(text.toLowerCase());

const isCount = (figure: FigureReading | null): boolean =>
  figure?.unit != null && measure(figure.unit).kind.startsWith('count ');

/** The words of the claim's names that stand in no source: in full, in part or by an alias; also where they tell what a number counts. */
export function unknownNames({ claim }: Pairing, sources: readonly Prepared[]): Reason[] {
  const { words: all } = claim.read.tree;
  return claim.nodes.flatMap(({ kind, words, keys, figure }) =>
    (kind === 'name' ? words : isCount(figure) ? words.slice(1) : [])
      // The capital of a sentence makes no name.
      .filter((n) => n > 0 || all[n]?.class === 'PROPN')
      .flatMap((n) => all[n] ?? [])
      .filter(({ text }) => kind === 'name' || /^\p{Lu}\p{Ll}/u.test(text))
      .filter((word) => isNamed(word) && !sources.some((source) => stands(word.text, keys, source)))
      .map(({ text }): Reason => ({ kind: 'name', given: text, found: null })),
  );
}

const DENIED = /\b(?:not|no|never|cannot)\b|n['’]t\b/i;

/** A time as it may be told: "not before April" and "not until April" are from April on. */
const readings = (time: Time, text: string): Time[] =>
  DENIED.test(text) && /^(?:before|until)$/.test(time.bound) ? [time, { ...time, bound: 'from' }] : [time];

/** The two times of a stretch: what slipped "from 2027 to 2030" is told of both. */
function endsOf(time: Time): Time[] {
  const [whens, bares] = [time.when?.split('/') ?? [], time.bare?.split('/') ?? []];
  return whens.length < 2 && bares.length < 2
    ? []
    : [0, 1].map((n): Time => ({ ...time, when: whens[n] ?? null, bare: bares[n] ?? null, bound: 'at' }));
}

/** A time of day, and its day: a report may tell the one here and the other there. */
function apartOf(time: Time): Time[] {
  const [, day, clock] = /^([^/]+)(T\d\d:\d\d)$/.exec(time.when ?? '') ?? [];
  return day === undefined || clock === undefined
    ? []
    : [day, clock].map((when): Time => ({ ...time, when, bare: null, bound: 'at' }));
}

/** Does what a source tells of its time hold of the claim's? A claim may say less of it, and never more. */
const holds = (claim: Time, source: Time): boolean => /^(?:same|wider)$/.test(compareTimes(claim, source));

/** The claim's times that no source has, with the bound that they are told with. */
export function unknownTimes({ claim }: Pairing, sources: readonly Prepared[]): Reason[] {
  const isTold = (time: Time): boolean =>
    sources.some(({ source, sentences, sentenceAt, times, words }) => {
      // What no calendar resolves is told by its words: "fiscal third quarter".
      if (time.when === null && has(words(), time.text.toLowerCase())) return true;
      const [given = time] = time.when === null ? timesIn(time.text, source.published ?? null) : [];
      return times.some((other) => {
        const told = readings(other, sentences[sentenceAt(other.start)]?.text ?? '');
        return [time, given]
          .flatMap((one) => readings(one, claim.read.tree.text))
          .some((one) => [...told, ...endsOf(other)].some((two) => holds(one, two)));
      });
    });
  return claim.nodes.flatMap(({ time }): Reason[] => {
    if (time === null || isTold(time)) return [];
    const ends = [...endsOf(time), ...apartOf(time)];
    return ends.length > 0 && ends.every(isTold) ? [] : [{ kind: 'time', given: time.text, found: null }];
  });
}

const CAUSE = /^(?:when:because|at:(?:because|due|owing|thanks))$/;

/** What the claim tells as a cause, by words of which no source has one. */
export function unknownCauses({ claim, chosen }: Pairing): Reason[] {
  const isUnknown = (n: number): boolean => chosen[n] == null && claim.nodes[n]?.kind === 'word';
  return claim.arcs.flatMap(({ role, to }): Reason[] => {
    const { head = -1 } = claim.nodes[to] ?? {};
    return CAUSE.test(role) && isUnknown(to) ? [statement(phrase(claim.read.tree, head), null)] : [];
  });
}

/** What the claim says of the things that a number counts, by a word that no source has: "current engineers", "office workers". */
export function unknownCounted({ claim }: Pairing, sources: readonly Prepared[]): Reason[] {
  const isKnown = (word: string): boolean =>
    STOP_WORDS.has(word) ||
    [word, ...classesOf(word).flatMap(membersOf)].some((one) => sources.some(({ index }) => index.has(stem(one))));
  return claim.nodes.flatMap(({ figure }): Reason[] => {
    const said = isCount(figure) ? wordTextsIn((figure?.unitText ?? '').toLowerCase()).slice(0, -1) : [];
    return said.every(isKnown) ? [] : [{ kind: 'unit', given: figure?.text ?? '', found: null }];
  });
}
