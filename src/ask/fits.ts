import { convert, measure, UNIT_NAMES } from '../domain/units.ts';
import { DAY_MS } from '../durations.ts';
import { stem } from '../language/stem.ts';
import type { Article, Figure } from '../model.ts';
import { periodOf } from '../reading/times/period.ts';
import { timesIn } from '../reading/times.ts';
import { asksWhatWas } from './first.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** What a unit measures, in the words of `Question.kinds`. */
export const kindOf = (unit: string | null): string => {
  const { kind } = measure(unit);
  if (unit === 'percentage' || unit === 'fraction' || unit === 'basis point') return 'share';
  return kind.startsWith('money') ? 'money' : (kind.split('/')[0] ?? kind);
};

/** Is it told as an age: "41 years old", "two-year-old", "aged 41"? `at` is where the figure stands in the text. */
export const tellsAge = ({ text: figure }: Figure, text: string, at: number): boolean =>
  /\bold$/i.test(figure) ||
  /^(?:[ -](?:year|month|week|day)s?)?[ -]old\b/i.test(text.slice(at + figure.length)) ||
  /\b(?:aged|age of|age is) (?:about |some |only )?$/i.test(text.slice(0, at));

/** Is it news of the time that was asked for, or told of that time? */
export function inPeriod({ period }: Question, { published, fetched }: Article, text: string): boolean {
  if (period === null) return true;
  const [from, to] = [period.from.getTime(), period.to.getTime()];
  const at = Date.parse(published ?? fetched);
  if (at >= from && at < to) return true;
  return timesIn(text, published).some(({ when }) => {
    const told = periodOf(when);
    return told.from !== null && told.to !== null && Date.parse(told.from) >= from && Date.parse(told.to) <= to;
  });
}

/** From so long before its article on a number is of another time than now. */
const PAST_MS = 270 * DAY_MS;

/** Is the number of a time that was long over when it was told ("it cost $2.72 a year ago"), where what holds now is asked for? */
export function isOver(
  { now, still, holds, period, text }: Question,
  figure: Figure | null,
  { published }: Article,
): boolean {
  const asksNow = (now || still) && holds.length === 0 && period === null && !asksWhatWas(text);
  const end = asksNow && figure !== null ? periodOf(figure.when).to : null;
  return end !== null && published !== null && Date.parse(end) < Date.parse(published) - PAST_MS;
}

/** Is the number for one of what the price is asked for? A list of prices gives the unit once. */
export function perFits(figure: Figure, per: string, text: string, beside: readonly Figure[]): boolean {
  const of = (unit: string | null): string | undefined => unit?.split(' per ').at(-1)?.toLowerCase();
  const wanted = per.split(' ').map(stem).join(' ');
  const same = (unit: string | null): boolean => {
    if (unit === null || !unit.includes(' per ')) return false;
    const last = of(unit) ?? '';
    const stems = last.split(' ').map(stem).join(' ');
    return ` ${stems} `.includes(` ${wanted} `) || (measure(per).kind !== 'number' && convert(1, last, per) === 1);
  };
  if (same(figure.unit)) return true;
  if (figure.unit?.includes(' per ')) return false;
  const said = new RegExp(`\\b(?:per|an?|each)[ -](?:\\w+[ -])?${per.split(' ')[0]}`, 'i');
  if (said.test(text)) return true;
  if (!UNIT_NAMES.has(per) && termsOf(text).includes(stem(per))) return true;
  const isPrice = figure.concept === null || /\b(?:price|cost|rate|fee|rent|tariff|charge)s?\b/i.test(figure.concept);
  return isPrice && beside.some(({ unit }) => same(unit) && unit?.startsWith(`${figure.unit} per `));
}

/** Is it so many of something, and no share, amount of money, length of time? */
export const isCount = ({ unit }: Figure): boolean => unit === null || /^(?:count|number)/.test(measure(unit).kind);

const PEOPLE = /^(?:peopl|person|staff|employe|worker|job|headcount)/;
/** Are people counted, where people are asked for? */
export const countsPeople = ({ unit, unitText }: Figure, behind: string, counted: string | null): boolean =>
  counted === null ||
  !PEOPLE.test(counted) ||
  termsOf(`${unit ?? ''} ${unitText ?? ''} ${behind.split(/\s+/).slice(0, 6).join(' ')}`).some((term) =>
    SOMEBODY.test(term),
  );
const SOMEBODY =
  /^(?:peopl|person|staff|employe|worker|job|colleagu|engin|oper|technician|research|driver|member|patient|resid|crew|men|women|fitter|guard|post|role)/;

/** Does what is counted follow on a number: "24,500 of the accelerators", but not of somebody's accelerators? */
export function countsSoon(behind: string, counted: string): boolean {
  const words = behind.trim().split(/\s+/).slice(0, 5);
  return words.some((word) => /^ones\b/.test(word) || (!/['’]s?$/.test(word) && termsOf(word).includes(counted)));
}

/** What was taken back, denied or only asked is nothing. */
export const stands = ({ standing }: Figure): boolean =>
  standing !== 'withdrawn' && standing !== 'denied' && standing !== 'question';
