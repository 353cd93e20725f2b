import { describe, expect, it } from 'vitest';
import { isRoundup } from '../../src/stories/roundup.ts';

const piece = (title: string, text: string) => ({ title, text, publisher: 'Rack Herald' });

describe('what sums up the news of others', () => {
  it.each([
    piece('Rack Herald Weekly Digest', 'Ostrel showed a chip.'),
    piece('Morning Watts: Lima, Leases, Lasers', 'Maro leased 140 megawatts.'),
    // Whatever it is called.
    piece(
      'With Your First Coffee',
      'Ostrel showed its K2 accelerator. Maro Cloud denied that it leaves Tarvik. Brask Fiber ordered a cable to Iceland. And Ohio’s senate spared turbines from tax.',
    ),
    piece(
      'The Rack Herald tells you what you slept through',
      'Ostrel is sold out. Fjell Estates took over a lease in Tarvik. Brask Fiber lost an anchor off Iceland.',
    ),
  ])('is $title', (article) => {
    expect(isRoundup(article)).toBe(true);
  });

  it.each([
    piece(
      'Ostrel Shows K2 Accelerator',
      'Ostrel showed its K2 accelerator on Tuesday. Customers get it in June. Prices were not given.',
    ),
    piece(
      'Lights Out in Tarvik',
      'An outage hit the cloud of Maro on Friday. The cloud was back by noon. Maro blamed a battery, and customers of its cloud get a credit.',
    ),
    piece('A Dry Summer', 'Veldt Data may take no groundwater. The aquifer is overdrawn, the county said.'),
  ])('is not $title', (article) => {
    expect(isRoundup(article)).toBe(false);
  });
});
