import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';
import { standsAround } from '../../src/evidence/told/stands.ts';

/** A text, one of its figures, and what a reader is shown beside it. */
const CAPTIONS: readonly (readonly [string, string, string | null])[] = [
  ['Brack Energy said net debt would rise to 3.8 times annual profit.', '3.8 times', null],
  [
    'Brack Energy has agreed to buy Orbis Rail, a maker of cars, for $2 billion.',
    '$2 billion',
    'Orbis Rail, which Brack Energy has agreed to buy',
  ],
  // Whose it is: no owner rather than the last name, and none for whoever writes.
  [
    'Rents fell in June.\n\nThe providers of the index added 7,000 chips, of which Orbis Rail accounted for 900. Utilisation slipped to 67%.',
    '67%',
    null,
  ],
  ['Brack Energy moves its staff to a mill in Riga, where utilisation is at 72%.', '72%', null],
  // What is not so, not yet, or of another place or thing.
  [
    'Brack Energy reported revenue of €4.8 billion, ahead of the €4.5 billion expected by analysts.',
    '€4.5 billion',
    'Brack Energy’s expected revenue',
  ],
  ['Brack Energy denied that it had cut orders by 20%.', '20%', null],
  ['Brack Energy employs 74 people there.', '74 people', null],
  ['Brack Energy plans capital spending of $300 million, of which $180 million is for Lund.', '$180 million', null],
  ['Bank debt and convertible notes were $2.1 billion.', '$2.1 billion', null],
  ['Riga asks for 26 gigawatts, three times the record peak of 9 gigawatts.', '9 gigawatts', null],
  ['The average price of a million tokens dropped to 62 cents.', 'a million tokens', null],
  ['Brack Energy will invest $480 million.', '$480 million', null],
  // What was so before, unless the table tells when.
  ['Utilisation at Brack Energy went from 61% to 88% in nine days.', '61%', null],
  ['Utilisation at Brack Energy went from 61% to 88% in nine days.', '88%', 'utilisation at Brack Energy'],
  ['Brack Energy raised its forecast of sales to $4.9 billion from $4.6 billion.', '$4.6 billion', null],
  ['Brack Energy’s operating profit is now projected at $560 million, formerly $495 million.', '$495 million', null],
  ['Brack Energy’s sales reached $2.9 billion, against $1.2 billion in 2024.', '$1.2 billion', 'Brack Energy’s sales'],
  // What the number is of, whole.
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
  ['Over five months the mean time between faults rose to 31 hours.', 'five months', null],
  ['Brack Energy sells a pump that delivers 3 tonnes a second and cuts power use by 40%.', '3 tonnes a second', null],
  ['Brack Energy will build 1,300 megawatts of wind and solar farms.', '1,300 megawatts', null],
  ['Each euro of tax moves net profit by €14 million.', '€14 million', null],
  ['Brack Energy plans to grow Orrin to 60,000 pumps.', '60,000 pumps', null],
  ['The town uses 3.2 million gallons a day in summer.', '3.2 million gallons a day', 'used by the town'],
  ['Brack Energy was fined €85,000 last year.', '€85,000', null],
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
  ['Brack shares ended the day down $13.55 at $47.', '$13.55', null],
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
  ['Brack Energy runs the ferry to Bornholm. The ferry would carry up to 90 tonnes.', 'up to 90 tonnes', null],
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
  [
    'Brack Energy reported sales of $4 billion, topping forecasts of $3 billion.',
    '$3 billion',
    'forecast for Brack Energy’s sales',
  ],
  ['The state forgoes $2 million in road tax over 20 years.', '$2 million', 'road tax that the state forgoes'],
  ['Shares of Brack rose 4%, and those of Vantor 9%.', '9%', 'Vantor’s shares'],
  ['Brack Energy reported sales of $4 billion, topping forecasts by $1 billion.', '$1 billion', null],
  ['Repairs done within half a day cost $40 each.', '$40', null],
  ['The deal is near, said two bankers who know of it.', 'two bankers', null],
  ['Brack Energy wants to add 300.', '300', null],
  ['Spinners, weavers and Corvo AG together hold 60% of the market.', '60%', null],
  ['Quantor shipped 41,000 units, Wexel 33,500 and Lixo 29,000.', '33,500', 'units shipped by Wexel'],
  ['Peak load on the Kyushu grid was 15.8 gigawatts, 300 megawatts short of the record.', '300 megawatts', null],
  ['Ticket prices rose 4% as Brack Energy raised wages.', '4%', 'ticket prices'],
  [
    'The hub will handle no more than 90 flights a day.',
    'no more than 90 flights a day',
    'flights that the hub will handle',
  ],
  ['No customer used more than a quarter of the site.', 'more than a quarter', null],
  ['Members’ bills should fall 3% by 2029.', '3%', 'Members’ bills'],
  ['A permit is necessary for fleets of more than 40 trucks.', 'more than 40 trucks', 'permit necessary for fleets'],
  ['Brack Energy did not sell 30 turbines.', '30 turbines', null],
  ['It means to put 150 MW there.', '150 MW', null],
  ['The price was $40.', '$40', null],
  // Whose it is stands in the number's own phrase or clause, or nowhere.
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
  ['Orbis sells its looms for 40% less.', '40%', null],
  ['Orbis uses them for seven years instead of five.', 'five', null],
  ['Orbis recycles 65% of its water.', '65%', 'share of water recycled by Orbis'],
  ['Orbis makes sails. Contracted output grew to 90 megawatts.', '90 megawatts', 'Orbis’ contracted output'],
  ['Brokerage Corran Hill was gloomy. Spending on ferries came to $30 million.', '$30 million', 'spending on ferries'],
  ['Looms made up 62% of Orbis’ sales; a year ago they were 49%.', '49%', null],
  [
    'Orbis was late. In the north 43% of contracted capacity stood idle.',
    '43%',
    'Orbis: share of contracted capacity that stood idle',
  ],
  ['The reeds of Orbis are made by Vantor on its 4-metre frames.', '4-metre', 'Vantor’s frames'],
  ['Vantor, which is in Lund, made a profit before tax of $6.9 million.', '$6.9 million', 'Vantor’s profit'],
  [
    'Vantor is pleased. Its rivals will have 50 megawatts of peak output by then.',
    '50 megawatts',
    'Vantor’s rivals’ peak output',
  ],
  ['Vantor cut its gross debt by $300 million.', '$300 million', null],
  ['Vantor expects sales of $2 billion, plus or minus $100 million.', '$100 million', null],
  ['Vantor will invest $4 billion to reopen a mine.', '$4 billion', 'Vantor will invest to reopen a mine'],
  ['Orbis had capacity growth of 22% in Peru, against 13% in Chile.', '13%', null],
];

describe('the caption of a figure', () => {
  it.each(CAPTIONS)('%s (%s)', (text, written, caption) => {
    const figure = figuresIn(text, '2026-06-02T08:00:00Z').find((each) => each.text === written);
    expect(figure?.caption).toBe(caption);
    if (figure !== undefined) expect(standsAround(text, figure)).toBe(true);
  });

  it.each([
    ['About 9,000 servers lost power.', '9,000 servers', 'Brack Energy: servers that lost power'],
    // Another is spoken of, or what all have together.
    ['About 9,000 servers lost power, Corvane Grid said.', '9,000 servers', 'servers that lost power'],
    ['The load in the zone is 1,500 megawatts.', '1,500 megawatts', 'load in the zone'],
  ])('names whom the title names where its sentence names nobody: %s', (sentence, written, caption) => {
    const text = `Brack Energy had an outage on Friday. ${sentence} Corvane Grid is looking into it.`;
    const figures = figuresIn(text, '2026-06-02T08:00:00Z', { title: 'Brack Energy outage halts trains' });
    expect(figures.find((each) => written.includes(each.text) || each.text.includes(written))?.caption).toBe(caption);
  });
});
