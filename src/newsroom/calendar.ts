import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const QUARTERS = ['first', 'second', 'third', 'fourth'] as const;

/** The days and years that an article names, seen from the day it was published (UTC). */
export type Calendar = {
  /** "Tuesday"; `weekday(-1)` is the day before. */
  readonly weekday: (offset?: number) => string;
  /** "24 November 2026". */
  readonly date: (offset?: number) => string;
  /** "November"; `month(-1)` is the month before. */
  readonly month: (offset?: number) => string;
  /** 2026; `year(1)` is the next. */
  readonly year: (offset?: number) => number;
  /** "third quarter of 2026", the last one that is over; `quarter(1)` is the current one. */
  readonly quarter: (offset?: number) => string;
};

export function calendar(published: Date): Calendar {
  const year = published.getUTCFullYear();
  const month = published.getUTCMonth();
  const day = (offset: number) => new Date(published.getTime() + offset * DAY_MS);
  return {
    weekday: (offset = 0) => WEEKDAY.format(day(offset)),
    date: (offset = 0) => DATE.format(day(offset)),
    month: (offset = 0) => MONTH.format(new Date(Date.UTC(year, month + offset, 1))),
    year: (offset = 0) => year + offset,
    quarter: (offset = 0) => {
      const quarters = year * 4 + Math.floor(month / 3) - 1 + offset;
      return `${QUARTERS[quarters % 4] ?? ''} quarter of ${Math.floor(quarters / 4)}`;
    },
  };
}

/**
 * When a piece came out: its day and its `HH:MM` (UTC), with the third day ending at `now`. Where `now` is early, the times of the
 * third day move together in proportion, so that their order stays and nothing is published in the future.
 */
export function publishedAt(now: Date, day: 1 | 2 | 3, time: string): Date {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const planned = (hours * 60 + minutes) * MINUTE_MS;
  if (day < 3) return new Date(midnight - (3 - day) * DAY_MS + planned);
  const share = Math.min(1, (now.getTime() - midnight) / LAST_OF_DAY_3);
  return new Date(midnight + Math.floor((planned * share) / 1000) * 1000);
}

/** After the last planned time of the third day. */
const LAST_OF_DAY_3 = 12 * HOUR_MS;
