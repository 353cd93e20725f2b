/** Times that a word names, and those that a part of the day means where nobody says more. */
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

export type DayPart = 'morning' | 'lunchtime' | 'afternoon' | 'evening' | 'night';

const PARTS: Readonly<Record<DayPart, { readonly usual: string; readonly half: 'am' | 'pm' }>> = {
  morning: { usual: '08:30', half: 'am' },
  lunchtime: { usual: '12:00', half: 'pm' },
  afternoon: { usual: '14:00', half: 'pm' },
  evening: { usual: '18:00', half: 'pm' },
  night: { usual: '21:00', half: 'pm' },
};

export function dayPart(word: string): DayPart | null {
  const [part = null] = (['morning', 'lunchtime', 'afternoon', 'evening', 'night'] as const).filter(
    (name) => word === name || word === `${name}s` || (name === 'lunchtime' && word === 'lunch'),
  );
  return part;
}

export const usualTime = (part: DayPart): string => PARTS[part].usual;

/** "9 in the evening": a time of the first half of the day that belongs to the second. */
export function timeOfPart(time: string, part: DayPart): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const later = PARTS[part].half === 'pm' && hours >= 1 && hours < 12 && !(part === 'lunchtime' && hours > 10);
  return clock(later ? hours + 12 : hours, minutes);
}

const clock = (hours: number, minutes: number): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

/** The time of day of a word, `HH:MM`: `8:30`, `8.30am`, `8h30`, `0830`, `9pm`, `noon`; null where it is none. */
export function timeNamed(word: string): string | null {
  const named = NAMED[word];
  if (named !== undefined) return named;
  const match = /^(\d{1,2})(?:[:.h]([0-5]\d)|h|(?<=\d\d)([0-5]\d))?(am|pm)?(?:h|uhr)?$/.exec(word);
  if (match === null) return null;
  const [, typed = '', apart, together, half] = match;
  const hours = Number(typed);
  const minutes = Number(apart ?? together ?? 0);
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0);
  return hour > 23 ? null : clock(hour, minutes);
}

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MINUTES: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  quarter: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
};

const NUMBER = `\\d{1,2}|${COUNTS.join('|')}`;
const SPOKEN = new RegExp(
  `\\b(half|(?:a )?quarter|${Object.keys(MINUTES).join('|')}|\\d{1,2})(?: minutes?)? (past|after|to|before) (${NUMBER})(?: ?(am|pm))?\\b`,
  'g',
);
const HALF = new RegExp(`\\bhalf (${NUMBER})\\b`, 'g');
const WORDS = new RegExp(`\\b(${COUNTS.join('|')})(?: (fifteen|thirty|forty-five)\\b)?(?! times| days?\\b)`, 'g');

const hourOf = (word: string): number => (COUNTS.includes(word) ? COUNTS.indexOf(word) + 1 : Number(word));

/** Times in words as times in digits: `half past eight` is 8:30, `quarter to nine` 8:45, `nine thirty` 9:30. */
export function digitsOf(phrase: string): string {
  return phrase
    .replace(/\b([ap])\.?\s?m\b\.?/g, '$1m')
    .replace(/\bo['’]?\s?clock\b/g, '')
    .replace(SPOKEN, (_whole, count: string, side: string, hour: string, half = '') => {
      const minutes = count === 'half' ? 30 : (MINUTES[count.replace('a ', '')] ?? Number(count));
      const all = hourOf(hour) * 60 + (/past|after/.test(side) ? minutes : -minutes);
      return `${clock(Math.floor(all / 60), all % 60)}${half}`;
    })
    .replace(HALF, (_whole, hour: string) => clock(hourOf(hour), 30))
    .replace(WORDS, (_whole, hour: string, minutes: string | undefined) =>
      clock(hourOf(hour), MINUTES[minutes ?? ''] ?? 0),
    )
    .replace(/\b(\d{1,2}(?:[:.h][0-5]\d)?)\s+(am|pm)\b/g, '$1$2');
}
