import type { Inline } from '../model.ts';

type Time = Extract<Inline, { kind: 'time' }>;

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const STYLES = { date: DAY, time: CLOCK, datetime: { ...DAY, ...CLOCK }, relative: { ...DAY, ...CLOCK } } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is a hundred times dearer than using it. */
function formatOf(zone: string, style: Time['style']): Intl.DateTimeFormat {
  const key = `${zone} ${style}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...STYLES[style], timeZone: zone });
  formats.set(key, made);
  return made;
}

/** `Tue 24 Nov 08:30`: an instant where the platform does not show it in the reader's own zone. What is none stays as it is. */
export function instantInWords({ at, zone, style }: Time): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : formatOf(zone, style).format(instant).replaceAll(',', '');
}
