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
    [
      'Veldt asked Oslo to drop its plan, which it said would end its work in Norway.',
      'Veldt asked Oslo to drop its plan.',
    ],
    ['Holm is recalling 2,000 pumps because their seals crack in the cold.', 'Holm is recalling 2,000 pumps.'],
    [
      'The price fell to $1.94 an hour in May, from $2.01 a week earlier, according to Gridline.',
      'The price fell to $1.94 an hour in May, according to Gridline.',
    ],
    [
      'The pump that Maro has built draws 3.9 kilowatts, nearly twice as much as the model before it.',
      'The pump that Maro has built draws 3.9 kilowatts.',
    ],
    [
      'Maro has closed its hall in Lund and now rents one from Veldt, which owns nine, the company said in a letter.',
      'Maro has closed its hall in Lund, the company said.',
    ],
    [
      'Buyers of a pump wait 31 weeks on average, up from 9 weeks in 2024, according to a survey by Gridline.',
      'Buyers of a pump wait 31 weeks on average, according to a survey by Gridline.',
    ],
    [
      'The regulator approved the plant at Maro Point again, nine years after its owner shut it because nobody would pay for it.',
      'The regulator approved the plant at Maro Point again.',
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
    'Maro did not close its hall and rent one.',
    'Maro is not leaving because of the tax.',
  ])('keeps a day ahead, a condition, a source, and which thing is meant: %s', (text) => {
    expect(core(text)).toBe(text);
  });
});
