import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';
// By itself: the schemas beside it would take a third of the memory of the thread on which feeds are read.
import { isDayAlone } from '../model/day.ts';
import { monthByName } from './months.ts';

/** Months by the names that are met most; the others are looked up. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janvier enero gennaio janeiro januari stycznia januára jänner jän janv ene gen jaarne ocak led ledna',
    'feb february februar février fevrier febrero febbraio fevereiro februari lutego feber févr fév fev şubat února',
    'mar march märz maerz mars marzo março marco maart marca mär mrz mrt mart března',
    'apr april avril abril aprile kwietnia avr abr nisan dubna',
    'may mai mayo maggio maio mei maja mag mayıs května maj',
    'jun june juni juin junio giugno junho czerwca giu haziran června',
    'jul july juli juillet julio luglio julho lipca juil lug temmuz července',
    'aug august août aout agosto sierpnia ago augustus aoû ağustos srpna',
    'sep sept september septembre septiembre settembre setembro września set eylül září',
    'oct october oktober octobre octubre ottobre outubro października okt ott out ekim října',
    'nov november novembre noviembre novembro listopada kasım listopadu',
    'dec december dezember décembre decembre diciembre dicembre dezembro grudnia dez déc dic aralık prosince',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);

/** Zones by name, in minutes east of UTC (RFC 822 section 5, and those that real feeds use beside them). */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  ist: 330,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  jst: 540,
  kst: 540,
  sgt: 480,
  hkt: 480,
  pht: 480,
  aest: 600,
  aedt: 660,
  acst: 570,
  acdt: 630,
  awst: 480,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  art: -180,
  sast: 120,
};

type Parts = { year: number; month: number; day: number; time: string; zone: string; vague: boolean };

/** What stands before a clock's time in the languages of Europe, "at": `à 09h00`, `kl. 09.00`, `alle ore 9:00`, and with the word for year before it `г. в 9:00`. */
const AT = String.raw`(?:[гр]\.,?\s+)?(?:(?:at|um|à|às|a las|alle|om|kl\.?|klo|o|v|u|в|о|στις|godz\.|ora|saat)\s+)?(?:ore\s+|godz\.\s?)?`;
/** `09:00`, `9.00`, and `9h`, `9 h 30` as French and Portuguese write. */
const CLOCK = String.raw`(?:[T.,\s@-]*${AT}(\d{1,2}\s?h(?:\s?\d{2})?\b|\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}:\d{1,2}:\d{1,2}(?!\d)))?`;
const ZONE = String.raw`\s*(?:Uhr\s*)?\[?([+-]\d{1,2}(?::?\d{2})?(?!\d)|(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?|[A-Z][A-Za-z]{2,15}(?:/[A-Z][A-Za-z_]{2,20}){1,2}|[A-Za-z]{1,5})?`;
const LETTERS = String.raw`\p{L}{3,14}`;
const FORMS: readonly { readonly form: RegExp; readonly parts: readonly ('y' | 'm' | 'd')[] }[] = [
  // 2026-11-24T08:30:00Z, 2026/11/24 08:30, 2026.11.24, 2026. 11. 24., 2026-11
  {
    form: new RegExp(String.raw`^(\d{4})(?:[-/]|\.\s?)(\d{1,2})(?:(?:[-/]|\.\s?)(\d{1,2}))?(?!\d)${CLOCK}${ZONE}`, 'i'),
    parts: ['y', 'm', 'd'],
  },
  // 2026年11月24日, 2026년 11월 24일
  {
    form: new RegExp(
      String.raw`^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s?[(（]\p{L}[)）])?${CLOCK}${ZONE}`,
      'u',
    ),
    parts: ['y', 'm', 'd'],
  },
  // 20261124T083000Z, 20261124
  {
    form: new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})(?!\d)(?:[T\s](\d{4}(?:\d{2})?(?:[.,]\d{1,9})?)(?!\d)${ZONE})?`),
    parts: ['y', 'm', 'd'],
  },
  // 2026. november 24., 2026 m. lapkričio 24 d.
  {
    form: new RegExp(
      String.raw`^(\d{4})\.?\s(?:m\.\s)?(${LETTERS})\s(\d{1,2})(?!\d)(?:\.|\sd\.)?${CLOCK}${ZONE}`,
      'iu',
    ),
    parts: ['y', 'm', 'd'],
  },
  // 24 Nov 2026 08:30:00 +0000, 24-Nov-26, 24. November 2026, 24th of November 2026
  {
    form: new RegExp(
      String.raw`^(\d{1,2})(?:st|nd|rd|th|er|º)?\.?[\s/-]*(?:of\s+|de\s+|d['’])?(${LETTERS})\.?,?[\s/-]*(?:de\s+|del\s+)?(\d{4}|\d{2})(?![\d:])${CLOCK}${ZONE}`,
      'iu',
    ),
    parts: ['d', 'm', 'y'],
  },
  // November 24, 2026 8:30 am EST
  {
    form: new RegExp(
      String.raw`^(${LETTERS})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?![\d:])${CLOCK}${ZONE}`,
      'iu',
    ),
    parts: ['m', 'd', 'y'],
  },
  // 24.11.2026
  {
    form: new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)${CLOCK}${ZONE}`, 'i'),
    parts: ['d', 'm', 'y'],
  },
  // 11/24/2026, the American order; the other where that cannot be
  {
    form: new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)${CLOCK}${ZONE}`, 'i'),
    parts: ['m', 'd', 'y'],
  },
];

/** asctime: `Tue Nov 24 08:30:00 UTC 2026`, with or without a zone. */
const ASCTIME = /^(\p{L}{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([A-Za-z]{1,5}|[+-]\d{4})\s+)?(\d{4})/u;

/** What every engine reads alike (RFC 822 with four digits of year, RFC 3339), on days that each month has: most dates of feeds. */
const STANDARD =
  /^(?:[A-Z][a-z]{2}, )?(?:0[1-9]|1\d|2[0-8]) [A-Z][a-z]{2} (?:19[7-9]|20\d)\d \d\d:\d\d:\d\d (?:GMT|[+-](?:0\d|1[0-3])[0-5]\d)$|^(?:19[7-9]|20\d)\d-\d\d-(?:0[1-9]|1\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/;

/**
 * A date as feeds and pages write it, to an instant; null for what is no date. RFC 822 with its abuses (weekday wrong,
 * missing or foreign, two-digit years, zones by name, 24:00), ISO 8601, asctime, and the usual written forms. A date alone is
 * midnight UTC; a time without a zone is taken as UTC. The first two days of Unix time are what software writes where it has no date.
 */
export function parseDate(given: string): string | null {
  const standard = STANDARD.test(given) ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(standard)) return instant(new Date(standard));
  const text = westernClock(narrow(given.slice(0, 100)).trim().replace(/\s+/g, ' '));
  if (/^\d{9,13}(?:\.\d{1,6})?$/.test(text)) return instant(new Date(Number(text) * (Number(text) >= 1e11 ? 1 : 1000)));
  // The weekday is not looked at: it is often wrong, and where it is not it says nothing new.
  const bare = text.replace(/^\p{L}{2,14}(?:\.?,\s*|\.?\s+)/u, '');
  const parts = asctime(text) ?? calendar(text) ?? asctime(bare) ?? calendar(bare);
  return parts === null ? null : toInstant(parts);
}

function asctime(text: string): Parts | null {
  const found = ASCTIME.exec(text);
  if (found === null) return null;
  const [, name = '', day = '', time = '', zone = '', year = ''] = found;
  const month = monthOf(name);
  return month === undefined ? null : { year: Number(year), month, day: Number(day), time, zone, vague: false };
}

/**
 * The first whole date (day, month and year) that stands in a text, to an instant, or null. For the lines of a page that hold a date among
 * other words; only the first 400 characters are looked at.
 */
export function findDate(text: string): string | null {
  const head = text.slice(0, 400).replace(/\s+/g, ' ');
  for (const { index } of head.matchAll(/(?<![\p{L}\d.,/-])(?:\d{1,4}|\p{L}{3,12})/gu)) {
    const parts = calendar(head.slice(index, index + 60));
    const found = parts === null || parts.vague ? null : toInstant(parts);
    if (found !== null) return found;
  }
  return null;
}

function calendar(text: string): Parts | null {
  for (const { form, parts } of FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const value = (part: 'y' | 'm' | 'd'): string => found[parts.indexOf(part) + 1] ?? '';
    const named = monthOf(value('m'));
    if (named === undefined && !/^\d+$/.test(value('m'))) continue;
    const year = fullYear(value('y'));
    const month = named ?? Number(value('m'));
    const day = value('d') === '' ? 1 : Number(value('d'));
    const swapped = parts[0] === 'm' && named === undefined && month > 12 && day <= 12;
    return {
      year,
      month: swapped ? day : month,
      day: swapped ? month : day,
      time: found[4] ?? '',
      zone: found[5] ?? '',
      vague: value('d') === '',
    };
  }
  return null;
}

/** RFC 2822 section 4.3: two digits below 50 are this century's. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function toInstant({ year, month, day, time, zone }: Parts): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1970 || year > 2100) return null;
  const colons = time.replace(/^(\d{1,2})\s?h\s?(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  // 7:0:00, as clocks print it that know no leading zero.
  const clock = colons.replace(/^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/, (...parts: string[]) =>
    parts
      .slice(1, 4)
      .map((part) => part.padStart(2, '0'))
      .join(':'),
  );
  const [, h = '0', m = '0', s = '0', fraction = '', half = ''] =
    /^(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m)?/i.exec(clock) ?? [];
  let hour = Number(h);
  if (hour > 24 || Number(m) > 59 || Number(s) > 60) return null;
  if (half.toLowerCase() === 'p' && hour < 12) hour += 12;
  if (half.toLowerCase() === 'a' && hour === 12) hour = 0;
  const date = new Date(
    Date.UTC(year, month - 1, day, hour, Number(m), Number(s), Number(`${fraction}000`.slice(0, 3))),
  );
  // 31 February would roll over into March.
  if (hour < 24 && date.getUTCDate() !== day) return null;
  const offset = zone.includes('/') ? offsetAt(date, zone) : offsetMinutes(zone);
  return instant(new Date(date.getTime() - offset * MINUTE_MS));
}

/** Digits and marks of full width, which stand 0xfee0 behind their own, and the minus sign, as a keyboard has them. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll('−', '-');

/** 下午 5時30分 as 5:30 pm. */
function westernClock(text: string): string {
  if (!/[時时點点시]|[午오]/.test(text)) return text;
  return text
    .replace(
      /(\d{1,2})\s?[時时點点시]\s?(?:(\d{1,2})\s?[分분])?(?:\s?\d{1,2}\s?[秒초])?/,
      (_, hour, minute = '0') => `${hour}:${String(minute).padStart(2, '0')}`,
    )
    .replace(
      /(上午|午前|오전|下午|午後|오후)\s?(\d{1,2}:\d{2}(?::\d{2})?)/,
      (_, half, clock) => ` ${clock} ${/^(?:下午|午後|오후)$/.test(half) ? 'pm' : 'am'}`,
    );
}

function monthOf(word: string): number | undefined {
  return /^\d*$/.test(word) ? undefined : (MONTHS.get(word.toLowerCase()) ?? monthByName(word));
}

/** Minutes east of UTC in a zone of the IANA database when its clocks show `wall` (given as if in UTC); 0 for a zone that it has not. */
function offsetAt(wall: Date, zone: string): number {
  try {
    const shown = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const offsetOf = (at: Date): number =>
      offsetMinutes(shown.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
    const near = offsetOf(wall);
    return offsetOf(new Date(wall.getTime() - near * MINUTE_MS));
  } catch {
    return 0;
  }
}

function offsetMinutes(zone: string): number {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric === null) return ZONES[zone.toLowerCase()] ?? 0;
  const [, sign, hours, minutes = '0'] = numeric;
  const size = Number(hours) * 60 + Number(minutes);
  return size > 14 * 60 ? 0 : sign === '-' ? -size : size;
}

function instant(date: Date): string | null {
  return Number.isNaN(date.getTime()) || date.getTime() < 2 * DAY_MS ? null : date.toISOString();
}

/** Where a day begins first: UTC+14. */
const EARLIEST_MS = 14 * HOUR_MS;

/** Whether an instant lies in the future by more than clocks and zones are wrong; a day without a time is not once it has begun anywhere. */
export function isAhead(at: string, now: Date): boolean {
  return Date.parse(at) - (isDayAlone(at) ? EARLIEST_MS : 0) > now.getTime() + HOUR_MS;
}

/** The latest moment that a date may mean: a day without a time is the whole of that day. */
export function latestOf(at: string): string {
  return isDayAlone(at) ? new Date(Date.parse(at) + DAY_MS - 1).toISOString() : at;
}
