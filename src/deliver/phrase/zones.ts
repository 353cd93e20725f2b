import { DAY_MS } from '../../durations.ts';
import { once } from '../../once.ts';
import { wallAt } from '../zone.ts';
import { PLACES } from './places.ts';

/** Every zone that this machine lists. It takes more: links such as Asia/Kolkata, which are kept as they are typed. */
export const zones = once((): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')]);

declare global {
  namespace Intl {
    interface Locale {
      /** ECMA-402, Intl Locale Info: the zones of a region, null-like for a language alone. */
      getTimeZones?(): string[] | undefined;
    }
  }
}

const areas = once((): readonly string[] => [
  ...new Set(
    zones()
      .filter((zone) => zone.includes('/'))
      .map((zone) => zone.slice(0, zone.lastIndexOf('/'))),
  ),
]);

/** What people add to a zone's name without meaning another. */
const FILLERS = /\b(?:standard|daylight|summer|winter|local)\b|\btime(?: ?zone)?\b|\bzone\b/g;

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[_()]/g, ' ')
    .replace(/(?<=\w\w)\.(?= |$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function taken(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** `ho chi minh` as the database spells it: Ho_Chi_Minh, Port-au-Prince, Dar_es_Salaam. */
const spelt = (name: string): string =>
  name.replace(
    /(^|[ _/-])(\p{L})/gu,
    (_whole, before: string, letter: string) => (before === ' ' ? '_' : before) + letter.toUpperCase(),
  );

const listed = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      zones().flatMap((zone) => [zone, zone.split('/').at(-1) ?? zone].map((name) => [bare(name), zone] as const)),
    ),
);

/** A name of the database with its area, or a city of it in whatever area there is. */
function inDatabase(name: string): string | null {
  if (name.includes('/') || /^utc$/.test(name)) {
    const known = listed().get(name);
    if (known !== undefined) return known;
    return taken(spelt(name)) ? spelt(name) : null;
  }
  const city = areas()
    .map((area) => `${area}/${spelt(name)}`)
    .find(taken);
  return city ?? listed().get(name) ?? null;
}

/** `UTC+2`, `GMT+05:30`, `+0530` as the offset that Intl takes as a zone. */
function offsetNamed(name: string): string | null {
  const [, sign, hours = '', minutes = '00'] =
    /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(name.replace('−', '-')) ?? [];
  if (sign === undefined || Number(hours) > 14) return null;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** Countries by their English names (CLDR). */
const countries = once((): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map([
    ...codes.flatMap((code) => {
      const named = names.of(code);
      return named === undefined ? [] : [[bare(named), code] as const];
    }),
    ['usa', 'US'],
    ['us', 'US'],
    ['america', 'US'],
    ['brasil', 'BR'],
  ]);
});

/** Zones that tell the same time all year round are one to whoever lives in them. */
function distinct(alike: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const zone of alike) {
    const year = Array.from({ length: 12 }, (_, month) => wallAt(Date.UTC(2026, month, 1) + DAY_MS / 2, zone));
    if (!seen.has(year.join())) seen.set(year.join(), zone);
  }
  return [...seen.values()];
}

export type ZoneReading =
  | { readonly zone: string }
  /** A country with several: people must say which. */
  | { readonly several: readonly string[] }
  | null;

/** The zone of a name, a city, a country, an abbreviation or an offset. */
export function readZone(typed: string): ZoneReading {
  const whole = bare(typed);
  const exact = typed.trim();
  // Names without an area, as the database spells them: CST6CDT, GMT0, Portugal.
  const linked = /^[A-Z]/.test(exact) && taken(exact) ? { zone: exact } : null;
  for (const name of [whole, bare(whole.replace(FILLERS, ' '))]) {
    if (name === '') continue;
    const zone = PLACES.get(name) ?? offsetNamed(name) ?? (name.length > 2 ? inDatabase(name) : null);
    if (zone !== null) return { zone };
    const country = countries().get(name) ?? null;
    const there = country === null ? [] : distinct(new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []);
    if (there.length === 1 && there[0] !== undefined) return { zone: there[0] };
    if (there.length > 1) return linked ?? { several: there };
  }
  return linked;
}

/** The zone of a name, or null where it is none or several. */
export function zoneNamed(name: string): string | null {
  const reading = readZone(name);
  return reading !== null && 'zone' in reading ? reading.zone : null;
}
