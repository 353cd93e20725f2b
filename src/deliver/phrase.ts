import type { Schedule } from '../model.ts';

const DAYS: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  'every day': [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekday: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  'working days': [1, 2, 3, 4, 5],
  weekends: [6, 7],
  weekend: [6, 7],
};

const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const TIMES: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** Zones that people name otherwise than the IANA database does. */
const ZONE_NAMES: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  ct: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  bst: 'Europe/London',
  uk: 'Europe/London',
  ist: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  jst: 'Asia/Tokyo',
  sgt: 'Asia/Singapore',
  beijing: 'Asia/Shanghai',
};

/** Every IANA zone that this machine knows. */
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const BY_NAME = new Map<string, string>();
for (const zone of ZONES) {
  const city = zone.split('/').at(-1) ?? zone;
  for (const name of [zone, city]) BY_NAME.set(name.toLowerCase().replaceAll('_', ' '), zone);
}
for (const [name, zone] of Object.entries(ZONE_NAMES)) BY_NAME.set(name, zone);

/** The IANA zone of a name, a city or an abbreviation, or null. */
export function zoneNamed(name: string): string | null {
  return BY_NAME.get(name.trim().toLowerCase().replaceAll('_', ' ')) ?? null;
}

function timeOf(word: string): string | null {
  const named = TIMES[word];
  if (named !== undefined) return named;
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?$/.exec(word);
  if (match === null) return null;
  const [, hours = '', minutes = '00', half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)))
    return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function dayOf(word: string): number | null {
  const name = word.replace(/s$/, '');
  const index = name.length < 2 ? -1 : DAY_NAMES.findIndex((day) => day.startsWith(name));
  return index === -1 ? null : index + 1;
}

function daysOf(word: string): readonly number[] | null {
  const range = /^([a-z]+)(?:-|–|\.\.)([a-z]+)$/.exec(word);
  if (range !== null) {
    const from = dayOf(range[1] ?? '');
    const to = dayOf(range[2] ?? '');
    if (from === null || to === null) return null;
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1);
  }
  const day = dayOf(word);
  return DAYS[word] ?? (day === null ? null : [day]);
}

export type Phrase = { readonly schedule: Schedule } | { readonly faults: readonly string[] };

/**
 * Reads a schedule as people say it: `weekdays at 8:30 Berlin`, `mon, wed and fri 9am`, `daily 7:00 and 18:00 America/New_York`. What
 * is not said stays as it was in `now`.
 */
export function readSchedule(phrase: string, now: Schedule): Phrase {
  const words = phrase
    .toLowerCase()
    .replace(/\b(\d{1,2}(?:[:.]\d{2})?)\s+(am|pm)\b/g, '$1$2')
    .replace(/\b(every) (day)\b/g, '$1$2')
    .replace(/\bworking days\b/g, 'workdays')
    .replace(/\b([a-z]{2,9}) (?:to|through|until|till) ([a-z]{2,9})\b/g, (whole, from: string, to: string) =>
      dayOf(from) !== null && dayOf(to) !== null ? `${from}-${to}` : whole,
    )
    .split(/[\s,;]+/)
    .filter(
      (word) =>
        word !== '' &&
        !['at', 'and', 'on', 'in', 'every', 'time', 'to', 'o’clock', "o'clock", '&', 'each'].includes(word),
    );
  const days = new Set<number>();
  const times = new Set<string>();
  let zone: string | null = null;
  const faults: string[] = [];
  while (words.length > 0) {
    // A zone's name may have up to three words (New York, Ho Chi Minh).
    const size = [3, 2, 1].find(
      (count) => count <= words.length && zoneNamed(words.slice(0, count).join(' ')) !== null,
    );
    const [word = ''] = words;
    const time = timeOf(word);
    const named = daysOf(word);
    if (time !== null) times.add(time);
    else if (named !== null) for (const day of named) days.add(day);
    else if (size !== undefined) {
      zone = zoneNamed(words.slice(0, size).join(' '));
      words.splice(0, size - 1);
    } else faults.push(`“${word}” is no day, time or time zone; expected, for instance: weekdays 8:30 Berlin`);
    words.shift();
  }
  if (faults.length > 0) return { faults };
  if (days.size === 0 && times.size === 0 && zone === null)
    return { faults: ['expected days, a time or a time zone, for instance: weekdays 8:30 Berlin'] };
  return {
    schedule: {
      ...now,
      days: days.size === 0 ? now.days : [...days].toSorted((a, b) => a - b),
      times: times.size === 0 ? now.times : [...times].toSorted(),
      zone: zone ?? now.zone,
    },
  };
}

/** `on weekdays at 08:30 Europe/Berlin` */
export function scheduleInWords({ days, times, zone }: Schedule): string {
  const key = days.join('');
  const names = days.map((day) => {
    const name = DAY_NAMES[day - 1] ?? '';
    return `${name.charAt(0).toUpperCase()}${name.slice(1, 3)}`;
  });
  const which =
    key === '1234567'
      ? 'every day'
      : key === '12345'
        ? 'on weekdays'
        : key === '67'
          ? 'on weekends'
          : `on ${names.join(', ')}`;
  return `${which} at ${times.join(' and ')} ${zone}`;
}
