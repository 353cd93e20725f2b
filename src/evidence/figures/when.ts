import type { FigureReading, Standing } from '../../model.ts';
import type { Time } from '../../reading/times.ts';

/** A figure's place in the text, in characters. */
export type Place = { readonly start: number; readonly end: number };

/** A time that can be told in ISO 8601 without its hour: one whose year is known. */
export const toldTime = (time: Time | undefined): string | null => {
  const when = time?.when?.replace(/T[\d:]+/g, '') ?? '';
  return !/\d/.test(when) || when.includes('--') ? null : when;
};

/** Words that set a figure apart from the one before it, each with its own time: "up from about a third in 2023". */
const APART = /\b(?:from|against|compared|versus|vs|than|while|whereas|but|after|before)\b|;/i;
/** What a figure is compared with, which its own time stays with: "down from $2.72 a year ago and below $1.90". */
export const BASE =
  /\b(?:from|against|than|compared (?:with|to)|versus|vs\.?)\s+(?:just |only |about |some |around )?$/i;
const SAYING =
  'said|says|say|told [a-z]+|announced|reported|published|disclosed|revealed|confirmed|wrote|predicted|guided|forecast|expected|filed|denied|dated|warned|signed|agreed|entered';
/** The time that something was said at: "the firm said on Wednesday", "notes due 2033". */
const SAID = new RegExp(`\\b(?:(?:${SAYING})(?: late| early)?(?: on| in| last)|due)\\s*$`, 'i');
/** The same, told first: "in July it had guided to", "filed in May had said". */
const SAYS = new RegExp(`^ (?:[\\p{L}’'-]+ ){0,2}had (?:${SAYING})\\b`, 'u');
/** A day that something is counted on: "as of March 31", "at September 30"; and the prices of a market's day. */
const COUNTED = /\b(?:as of|as at|at|ended|ending)\s+(?:the )?$/i;
const TRADED =
  /\b(?:traded|trading|(?:closed|settled|finished|opened|ended) (?:at|up|down|higher|lower|flat|near|above|below|\p{Sc}?\d))\b/iu;
/** What is measured on a day, and not merely done on it: "stood at $4 billion on October 31", "jumped 12% on Friday". */
const MEASURED =
  /\b(?:st(?:ood|ands) at|drew|consumed|covered|generated|produced|supplied|averaged|peaked|reached|hit|totall?ed|fell|rose|jumped|climbed|slid|sank|dropped|gained|lost|shed|surged|soared|tumbled|plunged|slumped|dipped|eased)\b[^,;:]{0,80}\bon (?:late |early )?$/;
/** "in a first release in April", "a letter of May 3": when something was written. */
const WRITTEN =
  /\b(?:release|report|filing|letter|statement|note|draft|application|update|presentation|notice|post|memo|version|edition|issue|ruling)s? (?:in|of|from|on|last|dated)(?: late| early)? $/;
/** "rose from September to $3.41": the time that the change is counted from. */
const BEGAN = /\bfrom\s+(?:the |a )?$/i;
/** "the December auction": a month that tells which one of several, and no time of its numbers. */
const OCCASION =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December) (?!quarter|half|period|year|month|week|to\b|and\b|or\b|that\b|when\b|was\b|is\b)\p{Ll}{4,}/u;
const PLACE = /\bfrom (?=(?:its|the|their|his|her|\p{Lu})[^,;]{2,40} (?:in|on|by) $)/u;
/** What only joins two figures of one statement: "rose 8% to $1.9 billion in 2025". */
const JOINING =
  '(?:to|or|and|of|by|at|which|an?|the|more|higher|lower|profit|loss|revenue|sales|year|over|on|sequentially|units)\\b';
const JOINED = new RegExp(`^[\\s,()]*(?:(?:${JOINING}|(?!${JOINING})[a-z]+ of\\b)[\\s,()]*)*$`, 'i');
/** One more of a list: ", Wexford Systems 33,500 and Lixin 29,000", or the one that it is set against: ", less than the" 28%. */
const LISTED = /^[^.;]{0,60}?(?:,|\band)(?: (?:and|less than the|more than the|\p{Lu}[\p{L}\d.&’'-]*))* ?\(?$/u;
/** What ends the part of a sentence that a time behind its head holds for. */
const CUT = /[,;:]|\b(?:and|but|while|that|which|who|said)\b/i;

/** Is it a day, or a week, by itself: when something happened or was said, rather than what a number holds for? */
const isMoment = ({ when, bound }: Time): boolean =>
  bound === 'at' &&
  /^(?:\d{4}|-)-\d\d-\d\d(?:T|$|\/\d{4}-\d\d-\d\d$)/.test(when ?? '') &&
  !/-(?:01\/.*-(?:28|29|30|31))$/.test(when ?? '');

/** Is it a bound to what has happened: a day that is past by the day of the article? */
const isPast = ({ when, bound }: Time, published: string | null): boolean => {
  const day = /^\.\.\/(\d{4}-\d\d-\d\d)/.exec(when ?? '')?.[1];
  return bound === 'by' && day !== undefined && published !== null && day < published;
};

/**
 * The times that the figures of a sentence hold for, null where it gives none: the one behind a figure before the next
 * one begins, or the one before it in the same part of the sentence; figures that are told in one breath share theirs;
 * one at the head of the sentence holds for all that nothing sets apart. The day on which something is said or done is
 * no such time, nor is the one that a change is counted from.
 */
export function whenOf(
  text: string,
  published: string | null,
  sentence: Place,
  figures: readonly Place[],
  all: readonly Time[],
): (string | null)[] {
  const before = (at: number): string => text.slice(Math.max(sentence.start, at - 40), at);
  const traded = TRADED.test(text.slice(sentence.start, sentence.end));
  const holds = (time: Time): boolean => {
    const ahead = before(time.start);
    if (/\bthe $/i.test(ahead) && OCCASION.test(text.slice(time.start, time.end + 24))) return false;
    if (SAID.test(ahead) || WRITTEN.test(ahead) || SAYS.test(text.slice(time.end, time.end + 60))) return false;
    // "over the past year" ends today.
    if (
      /^(?:the )?past\b/i.test(text.slice(time.start, time.end)) &&
      /\b(?:over|during|in|for) (?:the )?$/i.test(ahead)
    )
      return false;
    // "cut its rates 31% by Friday": it is done, and no rate of a time.
    if (isPast(time, published)) return false;
    if (BEGAN.test(ahead) && /^ (?:to|by)\b/.test(text.slice(time.end, time.end + 4))) return false;
    return (
      !isMoment(time) ||
      COUNTED.test(ahead) ||
      traded ||
      MEASURED.test(text.slice(Math.max(sentence.start, time.start - 120), time.start))
    );
  };
  const times = all.filter(holds);
  // "from 90 megawatts to 310 by 2029": where it began, not where it goes.
  const isStart = (figure: Place, k: number): boolean =>
    BEGAN.test(before(figure.start)) && /^ to\s+$/.test(text.slice(figure.end, figures[k + 1]?.start ?? sentence.end));
  const whens = figures.map((figure, k) => {
    const next = figures[k + 1]?.start ?? sentence.end;
    const last = figures[k - 1]?.end ?? sentence.start;
    if (isStart(figure, k)) return null;
    const behind = times.find(({ start }) => start >= figure.end && start < next);
    // "ends nine routes from Porto in October" starts from a place, and sets nothing apart.
    const gap = behind === undefined ? '' : text.slice(figure.end, behind.start).replace(PLACE, '');
    const attached = behind?.kind !== 'relative' || /^\s*(?:\S{1,12}\s*)?$/.test(gap);
    const close = gap.length <= 90 && !/[,;]|\b(?:and|but|while|which|from|than|against|compared|versus)\b/.test(gap);
    if (behind !== undefined && attached && close) return toldTime(behind);
    const base = figures[k - 1];
    const isBased = base !== undefined && BASE.test(before(base.start));
    const front = isBased ? undefined : times.findLast((time) => time.end <= figure.start && time.start >= last);
    const between = front === undefined ? '' : text.slice(front.end, figure.start);
    // "in 2025, or 7.8% of the total", "since 2019, when halls used 3.2": the time right before it, of the same or in its own clause.
    if (front !== undefined && /^,? or (?:about |some |nearly |almost )?$/.test(between)) return toldTime(front);
    if (front !== undefined && /^,? when\b[^,;]{0,60}$/.test(between)) return toldTime(front)?.split('/')[0] ?? null;
    const head = front !== undefined && front.start - sentence.start < 12;
    if (front !== undefined && !APART.test(between) && (head || !CUT.test(between))) return toldTime(front);
    const far = gap.length <= 120 && !APART.test(gap) && !/[,;]/.test(gap);
    return behind !== undefined && attached && far ? toldTime(behind) : null;
  });
  share(text, figures, times, whens);
  const head = times.find(({ start }) => start >= sentence.start && start - sentence.start < 12);
  const placed = whens.map((when, k) => {
    const figure = figures[k];
    if (figure !== undefined && isStart(figure, k)) return null;
    if (when !== null || head === undefined || figure === undefined || figure.start < head.end) return when;
    return APART.test(text.slice(figures[k - 1]?.end ?? head.end, figure.start)) ? null : toldTime(head);
  });
  return atDistance(text, figures, placed);
}

/** "$2.72 a year ago": how far back a figure lies that another of its sentence is compared with. */
const DISTANCE =
  /^\s*(?:(?!from|than|against|over|compared|versus|vs)\S{1,12}\s+){0,2}?(an?|one|two|three|four|five|\d) (year|quarter|month)s? (?:ago|earlier|before)\b/i;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5 };

/** The month, quarter or year that lies so far (in months) before another; null where the distance is finer than they are. */
export function earlierBy(when: string, months: number): string | null {
  const [, year = '', part] = /^(\d{4})(?:-(Q[1-4]|\d\d))?$/.exec(when) ?? [];
  if (year === '') return null;
  const of = part === undefined ? 1 : part.startsWith('Q') ? 4 : 12;
  if ((months * of) % 12 !== 0) return null;
  const at = Number(year) * of + Number(part?.replace('Q', '') ?? 1) - 1 - (months * of) / 12;
  const [before, n] = [String(Math.floor(at / of)).padStart(4, '0'), (at % of) + 1];
  return of === 1 ? before : of === 4 ? `${before}-Q${n}` : `${before}-${String(n).padStart(2, '0')}`;
}

/** How far back in months a figure lies that these words follow, and by which of them: a year, a quarter, a month; null where they tell no distance. */
export function distanceIn(behind: string): { readonly months: number; readonly unit: string } | null {
  const [, count = '', unit = ''] = DISTANCE.exec(behind) ?? [];
  if (unit === '') return null;
  const months = { year: 12, quarter: 3, month: 1 }[unit.toLowerCase()] ?? 0;
  return { months: (COUNTS[count.toLowerCase()] ?? Number(count)) * months, unit: unit.toLowerCase() };
}

/** A figure of "a year earlier" is of the same part of that year as the one before it: a quarter beside a quarter. */
function atDistance(text: string, figures: readonly Place[], whens: readonly (string | null)[]): (string | null)[] {
  return whens.map((when, k) => {
    const { end = 0 } = figures[k] ?? {};
    const distance = distanceIn(text.slice(end, Math.min(end + 60, figures[k + 1]?.start ?? text.length)));
    const beside = whens.slice(0, k).findLast((other) => other !== null);
    return distance === null || beside == null ? when : (earlierBy(beside, distance.months) ?? when);
  });
}

/**
 * "€412 million, compared with €338 million a year earlier", of a report on a quarter: what the words alone date to a year is of the same part of it
 * as the figure of its unit right before it, in the same sentence.
 */
export function backdated(text: string, figures: readonly FigureReading[]): FigureReading[] {
  return figures.map((figure, k) => {
    const before = figures[k - 1];
    const distance = distanceIn(text.slice(figure.end, figure.end + 60));
    if (distance === null || before?.when == null || before.unit !== figure.unit) return figure;
    const isBeside = !/[.!?]\s/.test(text.slice(before.end, figure.start));
    const when = earlierBy(before.when, distance.months);
    const isFiner = when !== null && figure.when !== null && when.startsWith(`${figure.when}-`);
    return isBeside && isFiner ? { ...figure, when } : figure;
  });
}

/** Gives figures of one breath the time that stands with one of them. */
function share(text: string, figures: readonly Place[], times: readonly Time[], whens: (string | null)[]): void {
  const between = (k: number) => {
    const [one, next] = [figures[k], figures[k + 1]];
    return one === undefined || next === undefined ? '' : text.slice(one.end, Math.min(next.start, one.end + 90));
  };
  const free = (k: number) =>
    !times.some(({ start, end }) => start >= (figures[k]?.end ?? 0) && end <= (figures[k + 1]?.start ?? 0));
  const ago = (k: number) =>
    times.some(
      ({ kind, end }) => kind === 'relative' && end <= (figures[k]?.start ?? 0) && end > (figures[k - 1]?.end ?? 0),
    );
  for (let k = figures.length - 2; k >= 0; k--)
    if (whens[k] === null && JOINED.test(between(k)) && free(k)) whens[k] = whens[k + 1] ?? null;
  for (let k = 1; k < figures.length; k++)
    // "4.8 trillion won ($3.5 billion)": the same in other money.
    if (whens[k] === null && /^\s*\(\s*$/.test(between(k - 1))) whens[k] = whens[k - 1] ?? null;
    else if (whens[k] === null && LISTED.test(between(k - 1)) && !ago(k)) whens[k] = whens[k - 1] ?? null;
}

/** Does a time begin, or where it only ends, end after the day of the article? */
export function isFuture(when: string | null, published: string | null): boolean {
  if (when === null || published === null) return false;
  const [from = '', to] = when.split('/');
  const start = /^\d/.test(from) ? from : (to ?? '');
  const quarter = /^(\d{4})-Q([1-4])$/.exec(start);
  const day = quarter === null ? start : `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`;
  return /^\d/.test(day) && day > published.slice(0, day.length);
}

/** Is a time over by the day of the article? */
function isOver(when: string | null, published: string | null): boolean {
  if (when === null || published === null || when.includes('/')) return false;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(when);
  const end = quarter === null ? when : `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`;
  return end < published.slice(0, end.length);
}

/** What is compared with is so, where its time is over; of what is foreseen, a quarter that is over by the calendar is a financial year's. */
export function timed(
  standing: Standing,
  when: string | null,
  published: string | null,
  before: string,
): Pick<FigureReading, 'when' | 'standing'> {
  if (!/^(?:forecast|plan)$/.test(standing) || !isOver(when, published)) return { when, standing };
  return BASE.test(before) ? { when, standing: 'stated' } : { when: null, standing };
}
