import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../src/stories/skeleton.ts';

const TEXT = `Orbin Compute has agreed to buy 900 megawatts of electricity from the Tarn Valley utility through 2035, its largest contract so far.
The first 200 megawatts are due in the spring of 2028, and the rest will follow as three substations are finished, the company said on Tuesday.
A spokesman for the utility said that households would not pay for the line, which runs for 40 miles along the river to the new campus.`;
const SWAPPED = TEXT.replace('agreed to buy', 'consented to purchase')
  .replace('largest contract', 'biggest deal')
  .replace('are finished', 'are completed')
  .replace('households', 'homes')
  .replace('the new campus', 'the fresh site');
const OTHER = `Skerry Networks has shown a switch that needs a third less power than the one it replaces, because its lasers sit in a drawer.
Two cloud companies are testing it, and volume production is to begin in the second quarter of 2027, the company said on Monday.
Resellers expect it to cost between $95,000 and $110,000, about 20% more than a switch with optics that are plugged in at the front.`;

const shared = (a: string, b: string): number => new Set(sketchOf(a)).intersection(new Set(sketchOf(b))).size;

describe('a sketch', () => {
  it('is mostly the same for a copy whose words were swapped for synonyms', () => {
    expect(shared(TEXT, SWAPPED)).toBeGreaterThanOrEqual(6);
  });

  it('shares nothing with another text', () => {
    expect(shared(TEXT, OTHER)).toBeLessThanOrEqual(1);
  });

  it('is a few whole numbers that a database keeps exactly, none for no text', () => {
    for (const number of sketchOf(TEXT)) expect(Number.isSafeInteger(number)).toBe(true);
    expect(sketchOf(TEXT).length).toBeLessThanOrEqual(16);
    expect(sketchOf('')).toEqual([]);
  });
});
