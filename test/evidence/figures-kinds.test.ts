import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';

/** What a figure must read as: its value, its unit, and the way it went where it tells a change. */
type Expected = readonly [value: number | readonly [number, number], unit: string | null, direction?: 'up' | 'down'];
type Row = readonly [sentence: string, ...figures: Expected[]];

const read = (text: string): Expected[] =>
  figuresIn(text, '2026-11-24').map(({ value, unit, direction }) =>
    direction === null ? [value, unit] : [value, unit, direction],
  );

const check = (rows: readonly Row[]) =>
  it.each(rows.map(([sentence, ...figures]) => ({ sentence, figures })))('$sentence', ({ sentence, figures }) => {
    expect(read(sentence)).toEqual(figures);
  });

describe('a number and the modifier behind it are two figures', () => {
  check([
    ['Skerry closed a $4.2 billion seven-year facility.', [4.2e9, 'USD'], [7, 'year']],
    ['It priced a €650 million ten-year bond on Tuesday.', [650e6, 'EUR'], [10, 'year']],
    ['The two million five-year contracts are void.', [2e6, 'contract'], [5, 'year']],
    ['A £90 million three-month bridge loan covers the gap.', [90e6, 'GBP'], [3, 'month']],
    ['It ordered forty thousand two-socket boards.', [40000, 'board'], [2, 'socket']],
  ]);
});

describe('ranges with units on both sides', () => {
  check([
    ['Rents will rise 6% to 8% next spring.', [[6, 8], 'percentage', 'up']],
    ['Margins should fall 2% to 3% this half.', [[2, 3], 'percentage', 'down']],
    ['It lifted its target to 31% to 33% from 29%.', [[31, 33], 'percentage'], [29, 'percentage']],
    ['The sale should raise $90 million to $120 million.', [[90e6, 120e6], 'USD']],
    ['It lifted its goal to 9% to 11% a year.', [[9, 11], 'percentage per year']],
    ['Growth is 16%, up from 12% to 14% before.', [16, 'percentage'], [[12, 14], 'percentage']],
    ['Output rose from about 9,000 to 24,000 tonnes.', [9000, 'metric ton'], [24000, 'metric ton']],
    ['It will create 1,200 jobs and up to 5,000 later.', [1200, 'job'], [5000, 'job']],
    ['Brack pays us $212 per tonne.', [212, 'USD per metric ton']],
    ['Shares stood 3% lower by 1045 GMT.', [3, 'percentage', 'down']],
    ['The share rose from 5% to 7%.', [5, 'percentage'], [7, 'percentage']],
    ['Density went from 12 kW to 40 kW a rack.', [12, 'kilowatt per rack'], [40, 'kilowatt per rack']],
    ['Spot rates run USD 1.90 - 2.40 per GPU-hour.', [[1.9, 2.4], 'USD per GPU hour']],
    ['Halls of 12 MW to 18 MW are common.', [[12, 18], 'megawatt']],
    ['Lead times of 30 weeks to 40 weeks are normal.', [[30, 40], 'week']],
    ['Costs range from €7 million to €9 million per megawatt.', [[7e6, 9e6], 'EUR per megawatt']],
    ['The move would take the bill from $3 million to $5 million.', [3e6, 'USD'], [5e6, 'USD']],
    ['Take 5% to 10% off the list price.', [[5, 10], 'percentage', 'down']],
  ]);
});

describe('compound units', () => {
  check([
    ['The tender cleared at $145.30 per megawatt-day.', [145.3, 'USD per megawatt day']],
    ['Colocation costs $180 per kilowatt-month in Oslo.', [180, 'USD per kilowatt month']],
    ['It pays €2.10 per GPU-hour.', [2.1, 'EUR per GPU hour']],
    ['Rates are $95/kW-month.', [95, 'USD per kilowatt month']],
    ['Power costs $48 a megawatt-hour.', [48, 'USD per megawatt hour']],
    ['Capacity fetched £12 per kilowatt-year.', [12, 'GBP per kilowatt year']],
    ['It charges $0.02 per gigabyte-month.', [0.02, 'USD per gigabyte month']],
    ['The plant adds 20,000 wafer starts per month.', [20000, 'wafer start per month']],
  ]);
});

describe('a unit is carried over to the number that it is compared with', () => {
  check([
    [
      'Firm power sold at $210 per megawatt-day, against $64 in 2024.',
      [210, 'USD per megawatt day'],
      [64, 'USD per megawatt day'],
    ],
    ['It answers in 280 milliseconds, down from 510 before.', [280, 'millisecond'], [510, 'millisecond']],
    ['Profit was $2.05 per share; analysts had looked for $1.88.', [2.05, 'USD per share'], [1.88, 'USD per share']],
    ['A crew costs £4,000 a day ($5,200).', [4000, 'GBP per day'], [5200, 'USD per day']],
    [
      'Orrin charges €80 a day, Lasko €95 and Vint €110.',
      [80, 'EUR per day'],
      [95, 'EUR per day'],
      [110, 'EUR per day'],
    ],
    ['It runs six halls in Ghent and two in Liège.', [6, 'hall'], [2, 'hall']],
    ['Lille took 31 calls and Trier four.', [31, 'call'], [4, 'call']],
    ['The bill passed by nine votes to five.', [9, 'vote'], [5, 'vote']],
    ['The site opens with three halls instead of eight.', [3, 'hall'], [8, 'hall']],
    [
      'Prices are $3 per million input tokens and $12 per million output tokens.',
      [3, 'USD per million token'],
      [12, 'USD per million token'],
    ],
    [
      'Lowmoor charges 8.4 cents a kilowatt-hour, up from 7.1, Esker Grid 6.9 and Vantry 7.7. Esker and Vantry agreed.',
      [0.084, 'USD per kilowatt hour'],
      [0.071, 'USD per kilowatt hour'],
      [0.069, 'USD per kilowatt hour'],
      [0.077, 'USD per kilowatt hour'],
    ],
    ['Orrin hires 60 people, Tessaby 85.', [60, 'person'], [85, 'person']],
    [
      'It has 310 people there against 190 before and would hire 60 more.',
      [310, 'person'],
      [190, 'person'],
      [60, 'person', 'up'],
    ],
    ['The fleet numbers 96 ships, of which 41 are chartered.', [96, 'ship'], [41, 'ship']],
    ['It runs four halls. Their effectiveness is to fall from 1.46 to 1.17.', [4, 'hall'], [1.46, null], [1.17, null]],
    ['It charges $310 a kilowatt, while its rival asks $275.', [310, 'USD per kilowatt'], [275, 'USD per kilowatt']],
    ['It was told to switch off 22 of the 35 turbines.', [22, 'turbine'], [35, 'turbine']],
    ['It supplies 40 megawatts of the 220 that they need.', [40, 'megawatt'], [220, 'megawatt']],
    ['Of the 3,600 servers in the hall, 1,950 shut down.', [3600, 'server'], [1950, 'server']],
    // Things that are called by a number.
    ['It sold 4 cards, the Talon 3 and the Talon 4.', [4, 'card']],
    ['It makes the Lyra 1, Talon 4 and Orrin 5.'],
    ['We see Teal adding 25,000 wafers a month, Orrin 9,000.', [25000, 'wafer per month'], [9000, 'wafer per month']],
  ]);
});

describe('counted nouns behind adjectives and compounds', () => {
  check([
    ['It will build four data center campuses in Iowa.', [4, 'campus']],
    ['Buyers took 180,000 high-end chips.', [180000, 'chip']],
    ['The firm runs eleven data centers.', [11, 'data centre']],
    ['Two of the six data centre sites are idle.', [2, 'site'], [6, 'site']],
    ['It ordered 40 liquid-cooled racks.', [40, 'rack']],
    ['It hired 350 customer support engineers.', [350, 'engineer']],
    ['The county lost 1,200 full-time jobs.', [1200, 'job']],
    ['They bought 15,000 next-generation networking switches.', [15000, 'switch']],
    ['It has 90 media partners.', [90, 'partner']],
  ]);
});

describe('directions that a verb, a noun or an ellipsis tells', () => {
  check([
    ['Staff expect the margin to fall to 9.5% in 2028.', [9.5, 'percentage']],
    ['Lasko pared its losses to 4%.', [4, 'percentage', 'down']],
    ['Wages eat up 58% of income.', [58, 'percentage']],
    ['The contract may be extended by up to two years.', [2, 'year']],
    [
      'Power gained $2.10 to $63.75 per megawatt-hour.',
      [2.1, 'USD per megawatt hour'],
      [63.75, 'USD per megawatt hour'],
    ],
    ['Torvane cut A100 prices 38% on Friday.', [38, 'percentage', 'down']],
    ['Sales declined 12% year over year and 4% sequentially.', [12, 'percentage', 'down'], [4, 'percentage', 'down']],
    ['Orrin raised its storage rates 9%, Lasko 5%.', [9, 'percentage', 'up'], [5, 'percentage', 'up']],
    ['The new part draws 1.9 kW, up 300 watts from its predecessor.', [1.9, 'kilowatt'], [300, 'watt', 'up']],
    ['It will take 40,000 fewer servers.', [40000, 'server', 'down']],
    ['Shares pared losses to 3%.', [3, 'percentage', 'down']],
    ['It promised a rise of 10% to 12%, from 8%.', [[10, 12], 'percentage', 'up'], [8, 'percentage']],
    ['Cover dropped to 0.7 times from 1.4 times.', [0.7, 'times'], [1.4, 'times']],
    ['It carries debt equal to 6 times earnings.', [6, 'times']],
    ['The plant boosted output 15% and cut waste 20%.', [15, 'percentage', 'up'], [20, 'percentage', 'down']],
    ['It controls 44% of supply.', [44, 'percentage']],
  ]);
});

describe('how papers elsewhere write numbers', () => {
  check([
    ['The group spent 4 mrd. euros.', [4e9, 'EUR']],
    ['Capacity is 2,5 Mio. tonnes.', [2.5e6, 'metric ton']],
    ['The order is worth Rs 3,200 crore.', [3.2e10, 'INR']],
    ['It paid A$1.1bn for the site.', [1.1e9, 'AUD']],
    ['The line moves 300 kmph trains.', [300, 'kilometre per hour']],
    ['Turnover rose by 7,5 per cent.', [7.5, 'percentage', 'up']],
    ['The loan is for ¥40bn.', [40e9, 'JPY']],
    ['It costs 1 million pounds sterling.', [1e6, 'GBP']],
    ['The rate was cut by 25bp.', [25, 'basis point', 'down']],
    ['Growth of 3 pct is expected.', [3, 'percentage', 'up']],
    ['The grant is half a million francs.', [500000, 'CHF']],
    ['The campus has half a million sq ft.', [500000, 'square foot']],
  ]);
});

describe('vague numbers', () => {
  check([
    ['Hundreds of engineers left.', [100, 'engineer']],
    ['Tens of thousands of homes lost power.', [10000, 'home']],
    ['It spent tens of millions of dollars.', [10e6, 'USD']],
    ['Dozens of sites were closed.', [12, 'site']],
    ['Several hundred racks were moved.', [100, 'rack']],
    ['A couple of hundred servers failed.', [200, 'server']],
    ['A few thousand GPUs remain.', [1000, 'GPU']],
  ]);
});

describe('numbers that are no figures, or of no unit', () => {
  check([
    ['A third-quarter report follows.'],
    ['Its first-half results were weak.'],
    ['Revenue for the first nine months hit $40 million.', [40e6, 'USD']],
    ['In this October 7 story the stake was wrong.'],
    ['A quarter-on-quarter gain of 2% was seen.', [2, 'percentage', 'up']],
    ['Duke denied that a third were duplicates.', [1 / 3, 'fraction']],
    ['The street pays one, not four.', [4, null]],
  ]);
});

describe('more of the same kinds', () => {
  check([
    ['Maren secured a $1.4 billion eight-year facility from six banks.', [1.4e9, 'USD'], [8, 'year'], [6, 'bank']],
    ['It holds a €240 million two-year note.', [240e6, 'EUR'], [2, 'year']],
    ['The three-million-user service shut.', [3e6, 'user']],
    ['Water use should drop 12% to 15% by spring.', [[12, 15], 'percentage', 'down']],
    ['Fees of €9 to €12 per GPU-hour are usual.', [[9, 12], 'EUR per GPU hour']],
    ['The range is $40 million to $55 million.', [[40e6, 55e6], 'USD']],
    ['The ratio went from 3% to 9%.', [3, 'percentage'], [9, 'percentage']],
    ['Output grew between 4% and 6%.', [[4, 6], 'percentage', 'up']],
    ['A hall needs 15-20 MW.', [[15, 20], 'megawatt']],
    ['It raised its outlook to 14% to 16% from 11%.', [[14, 16], 'percentage'], [11, 'percentage']],
    ['The zone cleared at €96.40 per megawatt-day.', [96.4, 'EUR per megawatt day']],
    ['Tenants pay $165 per kilowatt-month.', [165, 'USD per kilowatt month']],
    ['It costs 12 cents per kilowatt-hour.', [0.12, 'USD per kilowatt hour']],
    ['Storage is billed at $0.03 per gigabyte-month.', [0.03, 'USD per gigabyte month']],
    ['Each TPU-hour costs $1.35.', [1.35, 'USD']],
    ['The lease is $22 per square foot per year.', [22, 'USD per square foot per year']],
    [
      'Spot capacity sold at $140 per megawatt-day, compared with $58 last year.',
      [140, 'USD per megawatt day'],
      [58, 'USD per megawatt day'],
    ],
    ['Latency fell to 90 milliseconds from 140.', [90, 'millisecond'], [140, 'millisecond']],
    ['Pell earns $1.12 per share, against $0.97 a year ago.', [1.12, 'USD per share'], [0.97, 'USD per share']],
    ['The ship costs £70,000 a day ($92,000).', [70000, 'GBP per day'], [92000, 'USD per day']],
    ['It owns nine plants in Spain and four in Portugal.', [9, 'plant'], [4, 'plant']],
    ['The motion carried by seven votes to two.', [7, 'vote'], [2, 'vote']],
    ['It built five towers rather than eleven.', [5, 'tower'], [11, 'tower']],
    ['Racks drew 20 kilowatts and now pull 110.', [20, 'kilowatt'], [110, 'kilowatt']],
    ['Kern bought 12,000 servers and Volta 7,500.', [12000, 'server'], [7500, 'server']],
    ['It will open three cloud regions.', [3, 'region']],
    ['Sixty data centre operators signed.', [60, 'operator']],
    ['It shipped 75,000 low-power chips.', [75000, 'chip']],
    ['The group has 14 data centers in Chile.', [14, 'data centre']],
    ['It took 400 diesel backup generators.', [400, 'generator']],
    ['There are 25 power purchase agreements.', [25, 'agreement']],
    ['Nine hundred support staff were cut.', [900, 'staff']],
    ['It leased two 60-megawatt halls.', [2, 'hall'], [60, 'megawatt']],
    ['Kern slashed B200 rates 22%.', [22, 'percentage', 'down']],
    ['Rents slipped 3% year on year and 1% quarter on quarter.', [3, 'percentage', 'down'], [1, 'percentage', 'down']],
    ['Volta lifted its prices 6%, Kern 2%.', [6, 'percentage', 'up'], [2, 'percentage', 'up']],
    ['The card uses 900 watts, down 150 watts from the last one.', [900, 'watt'], [150, 'watt', 'down']],
    ['It needs 30% fewer chips.', [30, 'percentage', 'down']],
    ['Shares trimmed gains to 2%.', [2, 'percentage', 'up']],
    ['Coverage fell to 1.1 times from 1.9 times.', [1.1, 'times'], [1.9, 'times']],
    ['It trades at 12 times earnings.', [12, 'times']],
    ['Orders rose 40%, or $2 million.', [40, 'percentage', 'up'], [2e6, 'USD', 'up']],
    ['The stake is 40%.', [40, 'percentage']],
    ['Backlog climbed by a fifth.', [0.2, 'fraction', 'up']],
    ['The fund holds 5 mrd. kroner.', [5e9, 'NOK']],
    ['It cost Rs 45 lakh.', [4.5e6, 'INR']],
    ['The firm raised S$300m.', [300e6, 'SGD']],
    ['The train reaches 350 km/h.', [350, 'kilometre per hour']],
    ['Inflation was 2,1 %.', [2.1, 'percentage']],
    ['The yield rose 12 bps.', [12, 'basis point', 'up']],
    ['It employs 12 000 people.', [12000, 'person']],
    ['The order is for half a million chips.', [500000, 'chip']],
    ['The fine was 30 million Swiss francs.', [30e6, 'CHF']],
    ['A quarter of a million homes are served.', [250000, 'home']],
    ['Thousands of racks stand idle.', [1000, 'rack']],
    ['Hundreds of millions of dollars were lost.', [100e6, 'USD']],
    ['A few hundred staff moved.', [100, 'staff']],
    ['Several dozen firms bid.', [12, 'firm']],
    ['Tens of megawatts are free.', [10, 'megawatt']],
    ['A couple of thousand GPUs were sold.', [2000, 'GPU']],
    ['Many hundreds of jobs went.', [100, 'job']],
    ['The fourth-quarter call is on Friday.'],
    ['In the first six months it sold 300 units.', [300, 'unit']],
    ['On this June 5 call nothing was said.'],
    ['Half the orders were late.', [0.5, 'fraction']],
    ['A fifth have left.', [0.2, 'fraction']],
    ['The second-half forecast stands.'],
    ['A third-party audit is due.'],
    ['Revenue for the three months to June was $9 million.', [9e6, 'USD']],
    ['The H200 sells for $2 an hour.', [2, 'USD per hour']],
    ['The plant runs at 98% load.', [98, 'percentage']],
    ['It bought 1.5 million sq ft.', [1.5e6, 'square foot']],
    ['Twenty MW are sold.', [20, 'megawatt']],
    ['The grant covers 60 pct of costs.', [60, 'percentage']],
    ['Prices are now 8% lower.', [8, 'percentage', 'down']],
  ]);
});

describe('what sort of size stands between a number and its unit', () => {
  check([
    ['The shed has about 41,000 gross square feet.', [41000, 'square foot']],
    ['They let 600 usable square metres.', [600, 'square metre']],
  ]);
});

describe('a zero that is part of a word', () => {
  check([['The town wants zero-carbon heat and a zero-waste market.']]);
});

describe('who does it, behind "by"', () => {
  check([
    ['Most of the money was raised by three companies.', [3, 'company']],
    ['The fee was raised by 3%.', [3, 'percentage', 'up']],
  ]);
});

describe('what stands behind a sum or a number and is no rate of it', () => {
  check([
    ['It pays €640 million now and €140 million a year afterwards.', [640e6, 'EUR'], [140e6, 'EUR']],
    ['The older is the cheaper of the two for each unit of work.', [2, null]],
    ['It pays €5 million a year before tax.', [5e6, 'EUR per year']],
    ['The site was down until half past eight.'],
    ['Half of them had left by a half-past nine.', [0.5, 'fraction']],
  ]);
});
