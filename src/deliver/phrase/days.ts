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

const short = (day: number): string => {
  const name = NAMES[day - 1] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1, 3)}`;
};

/** `on weekdays`, `on Mon to Thu`, `on Mon, Wed`: what `daysNamed` reads again. */
export function daysInWords(days: readonly number[]): string {
  const key = days.join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'on weekdays';
  if (key === '67') return 'on weekends';
  const [first = 0] = days;
  const isRow = days.length > 2 && days.every((day, index) => day === first + index);
  return `on ${isRow ? `${short(first)} to ${short(days.at(-1) ?? first)}` : days.map(short).join(', ')}`;
}
