import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';
import type { Choose } from '../../src/evidence/told/choice/choose.ts';
import { chosen } from '../../src/evidence/told/choice/choose.ts';
import { standsAround } from '../../src/evidence/told/stands.ts';

/** A text, one of its figures, and what an editor would put beside it. */
const CAPTIONS: readonly (readonly [string, string, string])[] = [
  [
    'Brack Energy has agreed to buy Orbis Rail, a maker of cars, for $2 billion.',
    '$2 billion',
    'Orbis Rail, which Brack Energy has agreed to buy',
  ],
  ['Utilisation at Brack Energy went from 61% to 88% in nine days.', '88%', 'utilisation at Brack Energy'],
  ['Brack Energy’s sales reached $2.9 billion, against $1.2 billion in 2024.', '$1.2 billion', 'Brack Energy’s sales'],
  [
    'Brack Energy expects net income per diluted share of $1.05.',
    '$1.05',
    'net income per diluted share Brack Energy expects',
  ],
  [
    'Brack Energy captured 3,100 tonnes of carbon dioxide.',
    '3,100 tonnes of carbon dioxide',
    'carbon dioxide captured by Brack Energy',
  ],
  ['Brack Energy rose early. Shares in the company dropped 8.2%.', '8.2%', 'shares in Brack Energy'],
  ['The supplier, Brack Energy, has sold 900 pumps.', '900 pumps', 'pumps sold by Brack Energy'],
  ['The town uses 3.2 million gallons a day in summer.', '3.2 million gallons a day', 'used by the town'],
  [
    'Noise at the nearest homes would be 35 decibels, Ada Brandt of Brack Energy said.',
    '35 decibels',
    'noise at the nearest homes',
  ],
  [
    'Brack Energy Opens Gdansk Terminal\n\nBrack Energy has opened its third terminal. Brack employs 2,850 people in Poland.',
    '2,850 people',
    'people in Poland employed by Brack Energy',
  ],
  [
    'The Maro Grid Initiative picked “ready-made” projects that will bring 930 MW of power to the grid.',
    '930 MW',
    'power that ready-made projects will bring to the grid',
  ],
  [
    'Brack Energy has raised $85 million in a funding round from two banks.',
    '$85 million',
    'raised by Brack Energy in a funding round',
  ],
  [
    'Three shipping lines will pay $120 million for a terminal near Gdansk.',
    '$120 million',
    'three shipping lines will pay for a terminal near Gdansk',
  ],
  [
    'The cost of moving a standard container from Santos fell to $2,140 in May.',
    '$2,140',
    'cost of moving a standard container from Santos',
  ],
  ['Brack Energy expects revenue of $4 billion next year.', '$4 billion', 'revenue Brack Energy expects'],
  ['The ministry lifted the ceiling in its draft tariff to 45%.', '45%', 'ceiling in the ministry’s draft tariff'],
  [
    'An order from the Norfolk port authority for 40 cranes is late.',
    '40 cranes',
    'order from the Norfolk port authority',
  ],
  ['Pension funds have lent $9 billion to wind farms.', '$9 billion', 'lent by pension funds to wind farms'],
  [
    'Brack Energy serves 300,000 customers in Denmark.',
    '300,000 customers',
    'customers served by Brack Energy in Denmark',
  ],
  ['Roughly 900 turbines stood idle in Jutland.', 'Roughly 900 turbines', 'turbines that stood idle in Jutland'],
  [
    'Wind farms caused 400 megawatts of the additional demand.',
    '400 megawatts',
    'additional demand caused by wind farms',
  ],
  ['Sales of the Corvo 9 reached 40,000 units.', '40,000 units', 'sales of the Corvo 9'],
  ['Shares of Brack Energy fell 4% on Tuesday.', '4%', 'shares of Brack Energy'],
  [
    'The Lusaka campus will draw as much as 90 MW from the grid.',
    'as much as 90 MW',
    'Lusaka campus will draw from the grid',
  ],
  ['The state forgoes $2 million in sales tax.', '$2 million', 'sales tax that the state forgoes'],
  ['Nordvik will cut 340 jobs.', '340 jobs', 'jobs Nordvik will cut'],
  [
    'Regulators in Dublin granted EirNode a connection of 60 megawatts.',
    '60 megawatts',
    'connection granted to EirNode by regulators in Dublin',
  ],
  ['Of the 48 bids received by the ministry, seven came from abroad.', '48 bids', 'bids received by the ministry'],
  [
    'The union says 1,200 technicians at Orbis walked out on Wednesday.',
    '1,200 technicians',
    'technicians at Orbis who walked out',
  ],
  [
    'Farmers near Pune were paid 2.4 million rupees for the land.',
    '2.4 million rupees',
    'paid to farmers near Pune for the land',
  ],
  [
    'Vantor agreed to buy Silk Road Servers for €410 million.',
    '€410 million',
    'Silk Road Servers, which Vantor agreed to buy',
  ],
  [
    'Orbis weaves sails in Lyon.\n\nRoughly 700 looms had stood still on Monday.',
    'Roughly 700 looms',
    'looms that had stood still',
  ],
  [
    'Trains in Lund stood still. They depend on Orbis Rail. Some 640 drivers were hit.',
    'Some 640 drivers',
    'drivers hit',
  ],
  [
    'Shippers would need a permit to move tank wagons of more than 60 tonnes.',
    'more than 60 tonnes',
    'tank wagons that shippers would need a permit to move',
  ],
  ['The state forgoes $2 million in road tax over 20 years.', '$2 million', 'road tax that the state forgoes'],
  ['Shares of Brack rose 4%, and those of Vantor 9%.', '9%', 'Vantor’s shares'],
  ['Quantor shipped 41,000 units, Wexel 33,500 and Lixo 29,000.', '33,500', 'units shipped by Wexel'],
  ['Ticket prices rose 4% as Brack Energy raised wages.', '4%', 'ticket prices'],
  [
    'The hub will handle no more than 90 flights a day.',
    'no more than 90 flights a day',
    'flights that the hub will handle',
  ],
  ['Members’ bills should fall 3% by 2029.', '3%', 'Members’ bills'],
  ['Analysts at Corran Hill expect cable capacity to grow by 22% a year.', '22% a year', 'cable capacity'],
  ['Orbis said in a note that household bills had gone up 51% in four years.', '51%', 'household bills'],
  ['Vantor accounted for 47% of Orbis’s revenue.', '47%', 'Vantor’s share of Orbis’ revenue'],
  ['Lixo has 6,200 employees in Spain.', '6,200 employees', 'Lixo’s employees in Spain'],
  [
    'Orbis sold its idled mill outside Lyon to Vantor for 310 million euros.',
    '310 million euros',
    'Orbis’ idled mill outside Lyon',
  ],
  [
    'Spending by the five biggest carriers will be $610 billion.',
    '$610 billion',
    'spending by the five biggest carriers',
  ],
  ['Orbis recycles 65% of its water.', '65%', 'share of water recycled by Orbis'],
  ['Orbis makes sails. Contracted output grew to 90 megawatts.', '90 megawatts', 'Orbis’ contracted output'],
  ['Brokerage Corran Hill was gloomy. Spending on ferries came to $30 million.', '$30 million', 'spending on ferries'],
  ['Vantor, which is in Lund, made a profit before tax of $6.9 million.', '$6.9 million', 'Vantor’s profit'],
  ['Vantor will invest $4 billion to reopen a mine.', '$4 billion', 'Vantor will invest to reopen a mine'],
  [
    'Kestrel Cloud is building three data center campuses in Ohio.',
    'three data center campuses',
    'data center campuses in Ohio Kestrel Cloud is building',
  ],
];

/** What no caption is made for. */
const BARE: readonly (readonly [string, string])[] = [
  ['Brack Energy denied that it had cut orders by 20%.', '20%'],
  ['Bank debt and convertible notes were $2.1 billion.', '$2.1 billion'],
  ['Riga asks for 26 gigawatts, three times the record peak of 9 gigawatts.', '9 gigawatts'],
  ['Brack Energy will invest $480 million.', '$480 million'],
  ['Brack Energy will build 1,300 megawatts of wind and solar farms.', '1,300 megawatts'],
  ['Brack Energy was fined €85,000 last year.', '€85,000'],
  ['Repairs done within half a day cost $40 each.', '$40'],
  ['The deal is near, said two bankers who know of it.', 'two bankers'],
  ['Brack Energy wants to add 300.', '300'],
  ['Brack Energy did not sell 30 turbines.', '30 turbines'],
  ['It means to put 150 MW there.', '150 MW'],
  ['The price was $40.', '$40'],
];

/** The captions among which one is chosen for a figure of a text. */
function waysOf(text: string, written: string): (string | null)[] {
  const ways: (string | null)[] = [];
  const choose: Choose = (field, candidates, figure, rule) => {
    if (field === 'caption' && text.slice(figure.start, figure.end) === written)
      ways.push(...candidates.map(({ value }) => value));
    return chosen(field, candidates, figure, rule);
  };
  figuresIn(text, '2026-06-02T08:00:00Z', {}, choose);
  return ways;
}

describe('the captions of a figure', () => {
  it.each(CAPTIONS)('%s (%s)', (text, written, caption) => {
    expect(waysOf(text, written)).toContain(caption);
  });

  it.each(BARE)('are none: %s (%s)', (text, written) => {
    expect(waysOf(text, written).filter((way) => way !== null)).toEqual([]);
  });

  it('are made of words that stand around it, or of its owner’s name', () => {
    for (const [text] of CAPTIONS)
      for (const figure of figuresIn(text, '2026-06-02T08:00:00Z')) expect(standsAround(text, figure)).toBe(true);
  });
});
