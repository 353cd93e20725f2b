import { ENGLISH, type Words } from '../locale/index.ts';
import { isDayAlone } from '../model.ts';

const STYLES = {
  month: { month: 'short' },
  day: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  momentOfYear: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  year: { year: 'numeric' },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is a hundred times dearer than using it; there are few languages and zones. */
function formatOf(style: keyof typeof STYLES, tag: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${tag} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, { ...STYLES[style], timeZone });
  formats.set(key, made);
  return made;
}

const monthName = (month: string, tag: string): string =>
  formatOf('month', tag, 'UTC')
    .format(new Date(`2000-${month}-15T00:00:00Z`))
    .slice(0, 3);

function momentInWords(moment: string, words: Words): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(moment);
  if (quarter) return words.debrief.quarter(quarter[2] ?? '', quarter[1] ?? '');
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(moment) ?? [];
  if (year === undefined) return moment;
  if (month === undefined) return year;
  const name = Number(month) >= 1 && Number(month) <= 12 ? monthName(month, words.tag) : month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function endInWords(moment: string, words: Words): string {
  return /^\d{4}-12-31$/.test(moment) ? words.debrief.endOf(moment.slice(0, 4)) : momentInWords(moment, words);
}

/** The time a figure holds for (`2026-Q3`, `../2027-12-31`, `2026/2036`) in words for a table. */
export function whenInWords(when: string | null, words: Words = ENGLISH): string {
  if (when === null) return '';
  const [from, to] = when.split('/');
  if (from === undefined || to === undefined) return momentInWords(when, words);
  if (from === '..') return words.debrief.by(endInWords(to, words));
  if (to === '..') return words.debrief.from(momentInWords(from, words));
  return words.debrief.window(momentInWords(from, words), endInWords(to, words));
}

/** `24 Nov`, in the reader's zone. */
export function dayInWords(instant: string, zone: string, { tag }: Words = ENGLISH): string {
  return formatOf('day', tag, zone).format(new Date(instant));
}

/** `Tuesday 24 November`, in the reader's zone. */
export function longDay(instant: string, zone: string, { tag }: Words = ENGLISH): string {
  return formatOf('longDay', tag, zone).format(new Date(instant)).replace(',', '');
}

/** `Tue 24 Nov 08:30`, in the reader's zone. */
export function momentIn(instant: string, zone: string, { tag }: Words = ENGLISH): string {
  return formatOf('moment', tag, zone).format(new Date(instant)).replaceAll(',', '');
}

/** As `momentIn`, and with its year where that is not the year of `now`: `Tue 24 Nov 2036 08:30`. */
export function momentFrom(now: Date, instant: string, zone: string, { tag }: Words = ENGLISH): string {
  const [moment, year] = [new Date(instant), formatOf('year', tag, zone)];
  const style = year.format(moment) === year.format(now) ? 'moment' : 'momentOfYear';
  return formatOf(style, tag, zone).format(moment).replaceAll(',', '');
}

/** When an article came out, as `momentIn`; a day of which no time is told is that day to every reader. */
export function publishedIn(instant: string, zone: string, words: Words = ENGLISH): string {
  if (!isDayAlone(instant)) return momentIn(instant, zone, words);
  return formatOf('weekday', words.tag, 'UTC').format(new Date(instant)).replaceAll(',', '');
}
