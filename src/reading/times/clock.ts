import { pad } from './calendar.ts';
import { lower, type Rule, rule } from './rule.ts';

const NAMED = '(?: (?:GMT|UTC|E[DS]?T|C[DES]?T|M[DS]T|P[DS]?T|BST|CEST|JST|IST|local time)\\b)';
const ZONE = `${NAMED}?`;

function clock(hour: string | undefined, minute: string | undefined, half: string | undefined): string | undefined {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (h > 23 || m > 59 || (half !== undefined && (h > 12 || h === 0))) return undefined;
  const noon = lower(half).startsWith('p') ? (h % 12) + 12 : half === undefined ? h : h % 12;
  return `T${pad(noon)}:${pad(m)}`;
}

/** Times of the day (ISO 8601, `T14:10`), in whatever zone the text keeps. */
export const CLOCK: readonly Rule[] = [
  rule(
    'hour before or after noon',
    `(\\d{1,2})(?:[:.](\\d\\d))? ?([ap])(?:\\.m\\.|m\\b)${ZONE}`,
    ([, h, m, half]) => clock(h, m, half),
    { 'at 3:30 p.m.': 'T15:30', 'at 12 am': 'T00:00', 'by 2.17pm GMT': '../T14:17' },
    ['a 5 amp fuse', '13 pm'],
  ),
  rule(
    'hour and minute',
    `(\\d{1,2}):([0-5]\\d)(?::\\d\\d)?(?![\\d:])${ZONE}`,
    ([, h, m]) => clock(h, m, undefined),
    { 'at 03:30': 'T03:30', 'at 14:10 UTC': 'T14:10' },
    ['a 16:9 screen', '25:10'],
  ),
  rule(
    'hour and minute as agencies write them',
    `([01]\\d|2[0-3])([0-5]\\d)${NAMED}`,
    ([, h, m]) => clock(h, m, undefined),
    { 'at 1045 GMT': 'T10:45', 'by 0930 EST': '../T09:30' },
    ['1045 megawatts', '2475 GMT'],
  ),
];
