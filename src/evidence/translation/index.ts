/**
 * A line in another language against the verified English one: every figure with its unit, currency and bound, every date, weekday and
 * month, up and down, "not", names, quotes, and who does what to whom. Each language is a table of one shape (`Language`), English too,
 * and what `Intl` knows stands in none.
 */
import type { Reason } from '../../model.ts';
import { finder } from './language.ts';
import { CODE, codesIn, nameReason, namesIn, placeOf } from './names.ts';
import { isYear, type NumberRead, numbersIn } from './numbers.ts';
import { type Placed, partyReasons } from './parties.ts';
import { quoteReasons, withoutQuotes } from './quotes.ts';
import { signReasons, turnReasons } from './signs.ts';
import { strangeNames } from './strange.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Whether a translation into a language (BCP 47) can be checked. */
export const isReadable = (language: string): boolean => vocabularyOf(language) !== null;

/** A text with something taken out, all else in its place. */
const blank = (text: string, pattern: RegExp): string => text.replace(pattern, (found) => '·'.repeat(found.length));

type Read = { readonly numbers: readonly NumberRead[]; readonly keys: ReadonlySet<string>; readonly rest: string };

function readingOf(text: string, vocabulary: Vocabulary): Read {
  const keys = new Set<string>();
  let left = blank(text, CODE);
  for (const [key, pattern] of [
    ...vocabulary.periods.toSorted((a, b) => b[1].source.length - a[1].source.length),
    ...vocabulary.days.toReversed(),
  ])
    left = left.replace(pattern, (found) => {
      if (!/^(?:avg|other)$/.test(key)) keys.add(key);
      return '·'.repeat(found.length);
    });
  const numbers = numbersIn(left, vocabulary);
  let rest = left;
  for (const { start, end } of numbers.filter((number) => !isYear(number)))
    rest = `${rest.slice(0, start)}${'·'.repeat(end - start)}${rest.slice(end)}`;
  const { over, under } = vocabulary.language.bounds;
  const bounds = new RegExp(
    `(?:${finder(`${over} ${under}`, vocabulary.language.spaced).source})(?=[^\\p{L}]{0,3}·)`,
    'giu',
  );
  return { numbers, keys, rest: rest.replace(bounds, ' ').replace(/·+/g, ' ') };
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
const fits = (a: NumberRead, b: NumberRead): boolean =>
  a.values.some((value) => b.values.some((each) => same(value, each)));

/** A number of the English line and the one that stands for it. */
type Match = { readonly was: NumberRead; readonly is: NumberRead };

type Matched = {
  readonly pairs: readonly Match[];
  readonly lost: readonly NumberRead[];
  readonly added: readonly NumberRead[];
};

function matched(original: readonly NumberRead[], translation: readonly NumberRead[]): Matched {
  const left = [...translation];
  const pairs: Match[] = [];
  const lost: NumberRead[] = [];
  for (const was of original) {
    const candidates = left.filter((each) => fits(was, each));
    // What has the same unit is taken first, then what has none.
    const is =
      candidates.find(({ unit }) => unit === was.unit) ??
      candidates.find(({ unit }) => unit === null || was.unit === null) ??
      candidates[0];
    if (is === undefined) {
      if (!was.vague) lost.push(was);
      continue;
    }
    left.splice(left.indexOf(is), 1);
    pairs.push({ was, is });
  }
  return { pairs, lost, added: left.filter(({ vague }) => !vague) };
}

/** The value that was is told as the one that is, and the other way round. */
const isTurned = ({ was, is }: Match, pairs: readonly Match[]): boolean =>
  is.role === 'from' &&
  was.role === null &&
  pairs.some((other) => other.was.role === 'from' && other.is.role !== 'from' && other.was.unit === was.unit);

function figureReasons({ pairs, lost, added }: Matched): Reason[] {
  const instead = added[0]?.text ?? '';
  return [
    ...lost.map(({ text }): Reason => ({ kind: 'figure', given: instead, found: text })),
    ...pairs.flatMap((pair): Reason[] => {
      const { was, is } = pair;
      if (was.vague && is.vague) return [];
      const reasons: Reason[] = [];
      if (was.unit !== null && is.unit !== null && was.unit !== is.unit)
        reasons.push({ kind: 'unit', given: is.text, found: was.text });
      if (was.bound !== null && is.bound !== was.bound && (is.bound !== null || was.bound === 'over'))
        reasons.push({ kind: 'figure', given: is.text, found: `${was.bound} ${was.text}` });
      const opposed = (was.role === 'from' && is.role === 'to') || (was.role === 'to' && is.role === 'from');
      if (opposed || isTurned(pair, pairs))
        reasons.push({ kind: 'direction', given: `${is.role} ${is.text}`, found: was.text });
      return reasons;
    }),
    ...added.map(({ text }): Reason => ({ kind: 'figure', given: text, found: null })),
  ];
}

const HARD =
  /^(?:USD|EUR|GBP|JPY|CNY|CHF|KRW|INR|percent|pp|[kMGT]Wh?|kilometer|liter|mile|gallon|hectare|acre|ton|gigabyte|terabyte|petabyte|m2|m3|ft2)$/;

/** Units that a text has: at its numbers, and watts anywhere. */
function unitsIn(text: string, numbers: readonly NumberRead[], { watts }: Vocabulary): Set<string> {
  const found = new Set(
    numbers.flatMap(({ unit, vague }) => (unit !== null && !vague && HARD.test(unit) ? [unit] : [])),
  );
  for (const { key, pattern } of watts) if (new RegExp(pattern.source, 'iu').test(text)) found.add(key);
  return found;
}

/** "An hour", "per day", "a year": what a rate is by. */
const RATE =
  /\b(?:per|an?|each|every) (hour|day|week|month|year)\b(?! (?:ago|earlier|later|before|after))|\b(hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b/giu;
const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};

function rateReasons(original: string, translation: string, { times, language }: Vocabulary): Reason[] {
  return Array.from(original.matchAll(RATE)).flatMap(([whole, unit, adverb = '']): Reason[] => {
    const key = unit?.toLowerCase() ?? ADVERBS[adverb.toLowerCase()];
    const own = times.filter((each) => each.key === key);
    const edge = language.spaced ? '(?<![\\p{L}])' : '';
    const names = own.map(({ pattern }) => pattern.source).join('|');
    const told = new RegExp(`${edge}(?:${names})`, 'iu').test(translation);
    // Among characters a unit's may stand in any word: what 每 tells it is by goes first.
    const by = language.tag === 'zh' && translation.includes('每');
    const holds = told && (!by || new RegExp(`每个?(?:${names})|年|日均`, 'u').test(translation));
    return holds || own.length === 0 ? [] : [{ kind: 'unit', given: translation, found: whole }];
  });
}

/** What every language leaves as it is: quotes, and the names of models and products. */
export function untouchedReasons(original: string, translation: string): Reason[] {
  const codes = new Set(codesIn(withoutQuotes(original)));
  const given = new Set(codesIn(withoutQuotes(translation)));
  return [
    ...quoteReasons(original, translation),
    ...[...codes.symmetricDifference(given)].map((code) => nameReason(code, codes.has(code) ? code : null)),
  ];
}

/** What the translation has that the original has not, or the other way round; empty when it may be shown. */
export function translationReasons(original: string, translation: string, language: string): Reason[] {
  const other = vocabularyOf(language);
  const english = vocabularyOf('en');
  if (other === null || english === null)
    return [{ kind: 'statement', given: `figures in the language ${language}`, found: null }];
  const reasons = untouchedReasons(original, translation);
  const plain = withoutQuotes(original);
  const given = withoutQuotes(translation);
  const was = readingOf(plain, english);
  const is = readingOf(given, other);
  const numbers = matched(was.numbers, is.numbers);
  reasons.push(...figureReasons(numbers));
  const units = unitsIn(plain, was.numbers, english);
  const others = unitsIn(given, is.numbers, other);
  for (const unit of units.symmetricDifference(others))
    reasons.push({ kind: 'unit', given: unit, found: units.has(unit) ? unit : null });
  reasons.push(...rateReasons(plain, given, other));
  for (const key of was.keys.symmetricDifference(is.keys))
    reasons.push({ kind: 'time', given: key, found: was.keys.has(key) ? key : null });
  reasons.push(...signReasons(was.rest, is.rest, english, other));
  for (const { was: before, is: after } of numbers.pairs)
    reasons.push(...turnReasons({ ...before, text: plain }, { ...after, text: given }, english, other));
  const placed: Placed[] = [];
  for (const name of namesIn(plain)) {
    if (codesIn(name.text).length > 0) continue;
    const there = placeOf(name, given, other);
    if (there === null && name.isDoubtful) continue;
    if (there === null) reasons.push(nameReason(translation, name.text));
    else if (there !== undefined) placed.push({ ...name, there });
  }
  for (const name of strangeNames(plain, given.replace(CODE, ' '), other)) reasons.push(nameReason(name, null));
  reasons.push(...partyReasons(plain, given, placed, english, other));
  return reasons;
}
