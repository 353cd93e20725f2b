import type { Time } from '../times.ts';
import { partOf } from './calendar.ts';
import { periodOf } from './period.ts';

/** How the time of a claim stands to that of a source: the same, a part of it, one that it lies in, or another. */
export type Match = 'same' | 'within' | 'wider' | 'other';

/** Bounds that say the same: before the end of a year is by its end. */
const SIDE: Readonly<Record<Time['bound'], string>> = {
  at: 'at',
  during: 'at',
  by: 'by',
  before: 'before',
  until: 'until',
  from: 'from',
  after: 'after',
};

const isEdge = (when: string | null) => when !== null && /-(?:28|29|30|31)$/.test(when);

/** Does what holds by one bound hold by the other? "In 2027" is by 2027; by it is not until it, nor after it from it. */
function bounds(claim: Time, source: Time): Match {
  const [left, right] = [SIDE[claim.bound], SIDE[source.bound]];
  if (left === right) return 'same';
  // "From July, customers pay more", "will pay more from July".
  if ((claim.behindFrom && right === 'from') || (source.behindFrom && left === 'from')) return 'same';
  if (/^(?:by|before)$/.test(left) && /^(?:by|before)$/.test(right))
    return isEdge(claim.when) || (left === 'by' && right === 'before') ? 'same' : 'other';
  return right === 'at' && (left === 'by' || left === 'from') ? 'wider' : 'other';
}

const clockOf = (when: string | null) => /T\d\d:\d\d/.exec(when ?? '')?.[0] ?? null;
const dayOf = (when: string) => when.replace(/T\d\d:\d\d/g, '');
/** Its words without order, so that "year-end" is "the end of the year". */
const words = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !/^(?:the|of|in|on|at)$/.test(word))
    .sort()
    .join(' ');
/** Days, months and quarters as if all were of one year. */
const inOneYear = (when: string) =>
  when
    .replace(/(^|\/)(?:\d{4}-|--)(?=\d\d|[QH])/g, '$12000-')
    .replace('2000-H1', '2000-01/2000-06')
    .replace('2000-H2', '2000-07/2000-12');

/** "Mid-2027" as the part of the year that it is; null for another time. */
function partIn({ text }: Time): string | null {
  const [, which, year] = /\b(early|mid|late)[- ](?:in )?(\d{4})$/i.exec(text) ?? [];
  return which === undefined || year === undefined ? null : partOf(year, which.toLowerCase());
}

/** A time of day, a day or a period against another, their bounds aside. */
function spans(claim: string, source: string): Match {
  if (claim === source) return 'same';
  const [hour, other] = [clockOf(claim), clockOf(source)];
  if (hour !== null && other !== null && hour !== other) return 'other';
  const [left, right] = [dayOf(claim), dayOf(source)];
  if (left === '' || right === '') return left === right ? 'other' : left === '' ? 'wider' : 'other';
  if (hour !== null && other === null) return spans(left, right) === 'other' ? 'other' : 'within';
  if (hour === null && other !== null) return spans(left, right) === 'other' ? 'other' : 'wider';
  if (left.includes('--') || right.includes('--')) return spans(inOneYear(left), inOneYear(right));
  const [a, b] = [periodOf(left), periodOf(right)];
  const starts =
    (a.from ?? '') === (b.from ?? '') ? 0 : a.from === null || (b.from !== null && a.from < b.from) ? -1 : 1;
  const ends = (a.to ?? '') === (b.to ?? '') ? 0 : a.to === null || (b.to !== null && a.to > b.to) ? 1 : -1;
  if (starts === 0 && ends === 0) return 'same';
  if (starts >= 0 && ends <= 0) return 'within';
  return starts <= 0 && ends >= 0 ? 'wider' : 'other';
}

const RANGE = /^(?:from|between)\b/i;

/** Two times that are told by both their ends: "between March and July" is not merely wider than "between March and May". */
function ends(claim: string, source: string): Match {
  const [left, right] = [claim.split('/'), source.split('/')];
  const [first, last] = left.map((end, n) => spans(end, right[n] ?? ''));
  if (first === undefined || last === undefined || first === last) return first ?? 'other';
  return first === 'same' ? last : last === 'same' ? first : 'other';
}

/**
 * The time of a claim beside that of a source: October 12 is not October 21, "after 2027" not "by 2027", "Q3" is "the
 * third quarter", 2027 is wider than March 2027. Where a year is only inferred, the day of the year decides.
 */
export function compareTimes(claim: Time, source: Time): Match {
  const bound = bounds(claim, source);
  if (bound === 'other' || claim.recurring !== source.recurring) return 'other';
  const inner = ({ when, bare }: Time, other: Time) => {
    // A year that is told beats one that is inferred; both inferred, neither counts.
    const open = bare?.includes('--') === true && (other.bare?.includes('--') === true || when === null);
    return (open ? bare : when)?.replace(/^\.\.\/|\/\.\.$/, '') ?? null;
  };
  const told = inner(claim, source);
  // "By mid-2027" is wider than "by the end of June 2027".
  const [left, right] = [bound === 'same' && told !== null ? (partIn(claim) ?? told) : told, inner(source, claim)];
  const match =
    left === null || right === null
      ? words(claim.text) === words(source.text)
        ? 'same'
        : 'other'
      : RANGE.test(claim.text) && RANGE.test(source.text)
        ? ends(left, right)
        : spans(left, right);
  if (match === 'other') return 'other';
  return match === 'same' ? bound : bound === 'same' ? match : match === bound ? match : 'other';
}
