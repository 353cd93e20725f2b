import { describe, expect, it } from 'vitest';
import { coresOf } from '../../src/reading/core.ts';

const core = (text: string): string => coresOf(text).at(-1) ?? text;

describe('the core of a sentence', () => {
  it.each([
    [
      'A court in Lund on Tuesday threw out the permit of Hexley Compute.',
      'A court in Lund threw out the permit of Hexley Compute.',
    ],
    [
      'Tarn Cloud restored its region on Wednesday morning after nine hours.',
      'Tarn Cloud restored its region after nine hours.',
    ],
    ['Maro, which makes optical links, has raised $408 million.', 'Maro has raised $408 million.'],
    [
      'Holm offered $3.7 billion for Brask on Friday, topping the bid of Veldt.',
      'Holm offered $3.7 billion for Brask.',
    ],
  ])('is what happened, without its day and what stands beside it: %s', (text, told) => {
    expect(core(text)).toBe(told);
  });

  it.each([
    'The plant opens on Monday.',
    'Maro will pay $2 billion, if the regulator agrees.',
    'The outage was caused by attackers, two people who know of it said.',
    'Maro will build halls that run on waste water.',
    'Maro will not build in Lund, although it has a permit.',
  ])('keeps a day ahead, a condition, a source, and which thing is meant: %s', (text) => {
    expect(core(text)).toBe(text);
  });
});
