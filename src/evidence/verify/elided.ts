import { stem } from '../../language/stem.ts';
import { wordsIn } from '../../language/words.ts';
import type { FigureReading } from '../../model.ts';
import type { Prepared } from './prepare.ts';

/** A claim with its figures. */
export type Claimed = { readonly text: string; readonly figures: readonly FigureReading[] };

/** How many sentences before a figure, and behind it, may tell the unit that it leaves out. */
const BEFORE = 3;
const BEHIND = 1;
/** What is told of a span of time is not what is told for each: $265 million may well not be so much a year. */
const EACH_TIME = / per (?:day|week|month|quarter|year)$/;
const NEXT = 1;

/** Is the unit left out, or what it is per? */
const isPart = (short: string | null, long: string | null): boolean =>
  long !== null && (short === null || long.startsWith(`${short} per `));

/** A number alone: which unit it was read with is a guess. */
const isBare = ({ unit, unitText }: FigureReading): boolean =>
  unitText === null && unit !== 'fraction' && unit !== 'percentage';

/** "Up to 150 hours in a year" are so many a year. */
function isPerIn({ unit }: FigureReading, found: FigureReading, text: string): boolean {
  const per = / per (\p{L}+)$/u.exec(unit ?? '')?.[1];
  return (
    per !== undefined &&
    unit === `${found.unit} per ${per}` &&
    text.slice(found.end).toLowerCase().startsWith(` in a ${per}`)
  );
}

/** What says of an amount for which span of time it is, in one word. */
const SPAN: Readonly<Record<string, string>> = {
  hour: 'hourly',
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'annual(?:ly)?(?! (?:report|meeting|general|letter|conference|results))|yearly|per annum',
};
const BESIDE = { before: 110, behind: 64 };

/** "The hourly price fell to $1.94", "save 55 million euros annually", "a deposit of $50,000 for each megawatt": is the amount so much an hour, a year, a megawatt? */
function isRated(short: FigureReading, long: FigureReading, text: string): boolean {
  const thing = long.unit?.startsWith(`${short.unit} per `) === true ? (long.unit.split(' per ').at(-1) ?? '') : '';
  if (!/^[\p{L}-]+$/u.test(thing)) return false;
  const rate = new RegExp(`\\b(?:${SPAN[thing] ?? 'per'}|(?:per|an?|each|every|by the) ${thing})(?![\\p{L}-])`, 'iu');
  const before =
    text
      .slice(Math.max(0, short.start - BESIDE.before), short.start)
      .split(/[.;:!?]\s/)
      .at(-1) ?? '';
  const behind = text.slice(short.end, short.end + BESIDE.behind).split(/[.,;:!?]/)[0] ?? '';
  return rate.test(before) || rate.test(behind);
}

/** "Its 212-kroner offer": what stands before its noun leaves out what it is for each. */
const isAttribute = ({ text, unitText }: FigureReading): boolean => unitText !== null && text.includes(`-${unitText}`);

/** Do the sentences around a place of a source tell the unit, with another number or as a word? */
function isToldAround(unit: string | null, at: number, { figures, index, sentenceAt }: Prepared): boolean {
  const here = sentenceAt(at);
  const [before, behind] = EACH_TIME.test(unit ?? '') ? [NEXT, 0] : [BEFORE, BEHIND];
  const near = (n: number): boolean => n >= here - before && n <= here + behind;
  if (figures.some((other) => (other.unit === unit || isPart(unit, other.unit)) && near(sentenceAt(other.start))))
    return true;
  if (unit?.includes(' per ') && !unit.endsWith(' per share')) return false;
  const word = wordsIn(unit ?? '')
    .at(-1)
    ?.text.toLowerCase();
  return word !== undefined && (index.get(stem(word)) ?? []).some(near);
}

/**
 * Are two figures of one value the same, their units told as different, since one of the texts leaves its unit out: "from 3 million
 * gallons to 2 million", "$49 an hour, against $67", "the permits took nineteen months. We had allowed for twelve"?
 */
export function isElided(given: FigureReading, found: FigureReading, claim: Claimed, prepared: Prepared): boolean {
  if (isPerIn(given, found, prepared.source.text)) return true;
  if (isRated(given, found, claim.text) || isRated(found, given, prepared.source.text)) return true;
  if (isAttribute(given) && isPart(given.unit, found.unit)) return true;
  if (isBare(given) && (isBare(found) || claim.figures.some(({ unit }) => unit === found.unit))) return true;
  if (isPart(given.unit, found.unit)) {
    // "Its shares closed at $42.02, above the $41.75 offered."
    return (
      claim.figures.some(({ unit }) => unit === found.unit || (given.unit === null && isPart(found.unit, unit))) ||
      (found.unit?.endsWith(' per share') === true && /\b(?:shares?|dividend|offer|bid)\b/.test(claim.text))
    );
  }
  // "Those two" are no 2%, whatever percentages stand around.
  const open = given.unit !== 'percentage' || found.unit !== null || /\d/.test(found.text);
  return open && (isPart(found.unit, given.unit) || isBare(found)) && isToldAround(given.unit, found.start, prepared);
}
