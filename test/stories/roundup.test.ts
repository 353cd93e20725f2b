import { describe, expect, it } from 'vitest';
import { isRoundup } from '../../src/stories/roundup/roundup.ts';
import { deskOf } from '../../src/stories/roundup/traits.ts';
import { article } from './article.ts';

const piece = (title: string, text: string) => article({ title, text, publisher: 'Rack Herald' });

/** What the others on the desk tell that day. */
const DESK = [
  piece('Ostrel shows K2 accelerator', 'On Tuesday Ostrel showed the K2, an accelerator that Ostrel sells from June.'),
  piece('Maro Cloud stays in Tarvik', 'A cloud company, Maro Cloud, denied on Monday that Maro Cloud leaves Tarvik.'),
  piece('Brask Fiber orders cable to Iceland', 'A cable to Iceland was ordered by Brask Fiber, as Brask Fiber said.'),
  piece('Ohio spares turbines from tax', 'In Ohio the senate spared turbines from tax, and Ohio loses $90 million.'),
  piece(
    'Fjell Estates takes over hall',
    'The lease of a hall in Tarvik went to Fjell Estates. It pays Fjell Estates 9%.',
  ),
];

const judged = (given: ReturnType<typeof piece>): boolean => isRoundup(given, deskOf([...DESK, given]));

describe('what sums up the news of others', () => {
  it.each([
    piece('Rack Herald Weekly Digest', 'Ostrel showed a chip.'),
    piece('The week in halls', 'Maro leased 140 megawatts.'),
    // Whatever it is called.
    piece(
      'With your first coffee',
      'Ostrel showed its K2 accelerator, which it sells from June.\n\nMaro Cloud denied that it leaves Tarvik. Nobody had asked.\n\nA cable to Iceland is on order at Brask Fiber.\n\nAnd turbines are spared from tax in Ohio.\n\nHave a good day.',
    ),
    piece(
      'What you slept through',
      'It rained all night. Elsewhere, Ostrel is sold out of its K2 until June. Then there is Fjell Estates, which took over a lease of 9% a year. Brask Fiber lost an anchor off Iceland. In Ohio, turbines got a gift from the senate. Also, Maro Cloud is staying put.',
    ),
  ])('is $title', (given) => {
    expect(judged(given)).toBe(true);
  });

  it.each([
    piece(
      'Ostrel shows its K2',
      'Ostrel showed its K2 accelerator on Tuesday. Customers get it in June. Prices were not given.',
    ),
    piece(
      'Lights out in Tarvik',
      'An outage hit the cloud of Maro on Friday. The cloud was back by noon. Maro blamed a battery, and customers of its cloud get a credit.',
    ),
    piece('A dry summer', 'Veldt Data may take no groundwater. The aquifer is overdrawn, the county said.'),
    // Many are named, and all of it is about one deal.
    piece(
      'Who lends to Maro',
      'Maro Cloud borrows $900 million for its halls near Tarvik. Nine banks lend, among them Harbour Bank, Credit Norvik and Banca Alta. Fjell Estates stays the owner of the land. Maro pays 7% until 2031, two people who saw the terms said. Its last loan cost 6%.',
    ),
  ])('is not $title', (given) => {
    expect(judged(given)).toBe(false);
  });
});
