import { describe, expect, it } from 'vitest';
import { timesIn } from '../../src/reading/times.ts';

const PUBLISHED = '2026-11-24T06:00:00.000Z';
const whens = (text: string, published: string | null = PUBLISHED) => timesIn(text, published).map(({ when }) => when);

describe('times', () => {
  it.each([
    ['on 2026-11-24', '2026-11-24'],
    ['on Nov. 6, 1999', '1999-11-06'],
    ['on 6 November 1999', '1999-11-06'],
    ['in March 2027', '2027-03'],
    ['in the third quarter of 2026', '2026-Q3'],
    ['in Q3 2026', '2026-Q3'],
    ["in Q1'27", '2027-Q1'],
    ['in 3Q26', '2026-Q3'],
    ['in H1 2027', '2027-01/2027-06'],
    ['in the first half of 2027', '2027-01/2027-06'],
    ['in fiscal 2027', '2027'],
    ['in FY27', '2027'],
    ['in 2026', '2026'],
    ['in the 1990s', '1990/1999'],
    ['in early 2029', '2029-01/2029-04'],
    ['in late 2029', '2029-09/2029-12'],
    ['from 2026 through 2036', '2026/2036'],
    ['between 2019 and 2025', '2019/2025'],
    ['(2026-2036)', '2026/2036'],
    ['by the end of 2027', '../2027-12-31'],
    ['by 2026', '../2026'],
    ['until March 2027', '../2027-03'],
    ['since March 2024', '2024-03/..'],
    ['from 2026 onward', '2026/..'],
  ])('%s is %s whenever it was published', (text, when) => {
    expect(whens(text)).toEqual([when]);
    expect(whens(text, null)).toEqual([when]);
  });

  it.each([
    ['last year', '2025'],
    ['next month', '2026-12'],
    ['this quarter', '2026-Q4'],
    ['in the third quarter', '2026-Q3'],
    ['three years ago', '2023'],
    ['the past three years', '2023/2026'],
    ['on Monday', '2026-11-23'],
    ['yesterday', '2026-11-23'],
    ['on Nov. 6', '2026-11-06'],
    ['it opened in March', '2026-03'],
    ['it will open in March', '2027-03'],
    ['by year-end', '../2026-12-31'],
  ])('%s is %s, seen from the day of publication', (text, when) => {
    expect(whens(text)).toEqual([when]);
  });

  it('does not make up a year or a day that it cannot know', () => {
    expect(whens('on Nov. 6', null)).toEqual(['--11-06']);
    expect(whens('last year', null)).toEqual([null]);
  });

  it.each(['2000 people', '1,999 homes', 'they may leave', 'the H200 chip', '$2026', 'a 2000-MW plant', 'march on'])(
    'finds no time in %s',
    (text) => {
      expect(whens(text)).toEqual([]);
    },
  );
});
