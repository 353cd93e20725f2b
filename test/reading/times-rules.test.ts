import { describe, expect, it } from 'vitest';
import { compareTimes } from '../../src/reading/times/compare.ts';
import { RULES, timesIn } from '../../src/reading/times.ts';

const PUBLISHED = '2026-11-24T06:00:00.000Z';

describe.each(RULES.map((rule) => ({ ...rule })))('the rule "$name"', ({ pattern, examples }) => {
  it.each(Object.entries(examples))('reads %s as %s', (text, when) => {
    const [time] = timesIn(text, PUBLISHED);
    expect(time?.when).toBe(when);
    const places = Array.from(text, (_, at) => at).filter((at) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    expect(places, 'its own pattern fits').not.toEqual([]);
  });
});

it.each(RULES.flatMap(({ not }) => not))('no rule reads a time in %s', (text) => {
  expect(timesIn(text, PUBLISHED)).toEqual([]);
});

describe('how a time bounds what is told of it', () => {
  it.each([
    ['in 2027', 'at', '2027'],
    ['by 2027', 'by', '../2027'],
    ['no later than 2027', 'by', '../2027'],
    ['until March 2027', 'until', '../2027-03'],
    ['before March 2027', 'before', '../2027-03'],
    ['since March 2024', 'from', '2024-03/..'],
    ['from 2026 onward', 'from', '2026/..'],
    ['after 2027', 'after', '2027/..'],
    ['during 2027', 'during', '2027'],
    ['at 03:30 on October 12', 'at', '2026-10-12T03:30'],
    ['on October 12, 2026 at 3:30 p.m.', 'at', '2026-10-12T15:30'],
  ])('%s is %s %s', (text, bound, when) => {
    expect(timesIn(text, PUBLISHED)).toMatchObject([{ bound, when }]);
  });

  it('tells fiscal and recurring times from others', () => {
    expect(timesIn('in fiscal 2027', null)).toMatchObject([{ fiscal: true, recurring: false }]);
    expect(timesIn('every Monday', PUBLISHED)).toMatchObject([{ fiscal: false, recurring: true }]);
    expect(timesIn('in 2027', null)).toMatchObject([{ fiscal: false, recurring: false }]);
  });
});

describe('the time of a claim beside that of a source', () => {
  const match = (claim: string, source: string, published: string | null = PUBLISHED) => {
    const [left] = timesIn(claim, published);
    const [right] = timesIn(source, published);
    return left === undefined || right === undefined ? null : compareTimes(left, right);
  };
  it.each([
    ['in Q3', 'in the third quarter', 'same'],
    ['in Q3 2026', 'in the third quarter of 2026', 'same'],
    ['third-quarter sales', 'in the third quarter', 'same'],
    ['on October 12', 'on Oct. 12', 'same'],
    ['on 12 October', 'on October 12', 'same'],
    ['on October 12', 'on October 21', 'other'],
    ['after 2027', 'by 2027', 'other'],
    ['by 2027', 'before 2027', 'same'],
    ['by the end of 2027', 'by the end of 2028', 'other'],
    ['until 2027', 'by 2027', 'other'],
    ['from 2027 on', 'until 2027', 'other'],
    ['since March', 'from March on', 'same'],
    ['at 03:30', 'at 05:40', 'other'],
    ['at 3:30 p.m.', 'at 15:30', 'same'],
    ['on October 12 at 03:30', 'on October 12', 'within'],
    ['on October 12', 'on October 12 at 03:30', 'wider'],
    ['in 2027', 'in March 2027', 'wider'],
    ['in March 2027', 'in 2027', 'within'],
    ['in the first half of 2027', 'in the second half of 2027', 'other'],
    ['in H1 2027', 'in the first half of 2027', 'same'],
    ['in the nine months ended September 30', 'in the first nine months', 'same'],
    ['every Monday', 'on Monday', 'other'],
    ['by 2027', 'in 2027', 'wider'],
    ['in 2027', 'by 2027', 'other'],
    ['early 2027', 'late 2027', 'other'],
  ])('%s, where the source has %s: %s', (claim, source, expected) => {
    expect(match(claim, source)).toBe(expected);
    if (!/Monday|months/.test(claim)) expect(match(claim, source, null)).toBe(expected);
  });
  it('knows "last year" by the day of publication, and by its words without one', () => {
    expect(match('in 2025', 'last year')).toBe('same');
    expect(match('last year', 'last year', null)).toBe('same');
    expect(match('this year', 'last year', null)).toBe('other');
  });
});
