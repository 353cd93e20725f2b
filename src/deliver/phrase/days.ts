import type { Words } from '../../locale/index.ts';

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ALL = [1, 2, 3, 4, 5, 6, 7];
const WORK = [1, 2, 3, 4, 5];

const GROUPS: Readonly<Record<string, readonly number[]>> = {
  daily: ALL,
  everyday: ALL,
  day: ALL,
  days: ALL,
  weekdays: WORK,
  weekday: WORK,
  workdays: WORK,
  workday: WORK,
  'm-f': WORK,
  mwf: [1, 3, 5],
  tth: [2, 4],
  weekends: [6, 7],
  weekend: [6, 7],
  weekly: [1],
};

function dayNamed(word: string): number | null {
  const name = word.replace(/(?<=\w{3})s$/, '');
  const index = name.length < 2 ? -1 : NAMES.findIndex((day) => day.startsWith(name));
  return index === -1 ? null : index + 1;
}

/** The days of a word, 1 Monday to 7 Sunday: `mon`, `mon-thu`, `sa/su`, `weekdays`; null where it is none. */
export function daysNamed(word: string): readonly number[] | null {
  const group = GROUPS[word.replaceAll('–', '-')];
  if (group !== undefined) return group;
  const [first = '', last, ...more] = word.split(/-|–|\.\./);
  if (last !== undefined && more.length === 0) {
    const [from, to] = [dayNamed(first), dayNamed(last)];
    if (from === null || to === null) return null;
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1);
  }
  const days = word.split(/[/+]/).map(dayNamed);
  return days.includes(null) ? null : days.filter((day) => day !== null);
}

/** Days in words: in English what `daysNamed` reads again, `on weekdays`, `on Mon to Thu`, `on Mon, Wed`. */
export function daysInWords(days: readonly number[], said: Words['settings']['spoken']): string {
  const key = days.join('');
  if (key === '1234567') return said.everyDay;
  if (key === '12345') return said.weekdays;
  if (key === '67') return said.weekends;
  return said.on(dayNames(days, said));
}

/** The days by their names alone. */
export function dayNames(days: readonly number[], { names, upTo }: Words['settings']['spoken']): string {
  const short = (day: number): string => names[day - 1] ?? '';
  const [first = 0] = days;
  const isRow = days.length > 2 && days.every((day, index) => day === first + index);
  return isRow ? upTo(short(first), short(days.at(-1) ?? first)) : days.map(short).join(', ');
}
