import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';
import type { FigureReading } from '../../src/model.ts';

const PUBLISHED = '2026-11-24T06:00:00.000Z';
const read = (text: string) => figuresIn(text, PUBLISHED);
const only = (text: string): FigureReading => {
  const figures = read(text);
  expect(figures.map((figure) => figure.text)).toHaveLength(1);
  const [figure] = figures;
  if (figure === undefined) throw new Error('no figure');
  return figure;
};
/** Value and unit of each figure, as a reader would jot them down. */
const jotted = (text: string) => read(text).map(({ value, unit }) => [value, unit]);

describe('the kinds of sentence that a briefing is made of', () => {
  it('reads a count with its hedge and a time that is open at the front', () => {
    const text = 'The lab means to run about 1 million GPUs by the end of 2027.';
    expect(only(text)).toMatchObject({
      text: 'about 1 million GPUs',
      value: 1_000_000,
      hedge: '~',
      unit: 'GPU',
      unitText: 'GPUs',
      concept: 'GPUs',
      when: '../2027-12-31',
    });
  });

  it('gives two parts of one whole each its own time', () => {
    const figures = read('Inference takes roughly two-thirds of AI compute in 2026, up from about a third in 2023.');
    expect(figures).toMatchObject([
      { text: 'roughly two-thirds', value: 2 / 3, hedge: '~', unit: 'fraction', concept: 'AI compute', when: '2026' },
      { text: 'about a third', value: 1 / 3, hedge: '~', unit: 'fraction', when: '2023' },
    ]);
  });

  it('takes the bound from the verb and the source from whom is cited', () => {
    const text = 'The market is expected to exceed $50 billion by 2026, the note said, citing Deloitte estimates.';
    expect(only(text)).toMatchObject({
      text: '$50 billion',
      value: 50e9,
      hedge: '>',
      unit: 'USD',
      concept: 'market',
      when: '../2026',
      attributedTo: 'Deloitte',
    });
  });

  it('names the co-founder who told an outlet', () => {
    const text = 'Ana Reyes, a co-founder of Tidewater, told The Grid Post, "We will draw 900 MW in 2028."';
    expect(only(text)).toMatchObject({ value: 900, unit: 'megawatt', when: '2028' });
    expect(only('The site will draw 900 MW in 2028, Ana Reyes told The Grid Post.').attributedTo).toBe('Ana Reyes');
  });

  it('reads both figures of a compound, and a rate for both prices of a fall', () => {
    expect(read('It signed a 10-year, $38 billion contract.')).toMatchObject([
      { text: '10-year', value: 10, unit: 'year' },
      { text: '$38 billion', value: 38e9, unit: 'USD', concept: 'contract' },
    ]);
    expect(jotted('The price went from $2.10 to $1.40 per hour.')).toEqual([
      [2.1, 'USD per hour'],
      [1.4, 'USD per hour'],
    ]);
  });
});

describe('one value however it is written', () => {
  it.each([
    ['$987M', 987e6, 'USD'],
    ['$987 million', 987e6, 'USD'],
    ['987 million US dollars', 987e6, 'USD'],
    ['USD 987m', 987e6, 'USD'],
    ['987 MUSD', 987e6, 'USD'],
    ['€1.35bn', 1.35e9, 'EUR'],
    ['1.35 billion euros', 1.35e9, 'EUR'],
    ['A$5 million', 5e6, 'AUD'],
    ['5 million Australian dollars', 5e6, 'AUD'],
    ['NT$452.3 billion', 452.3e9, 'TWD'],
    ['Rs 500 crore', 5e9, 'INR'],
    ['Rs. 500 crore', 5e9, 'INR'],
    ['2 lakh crore rupees', 2e12, 'INR'],
    ['RMB 300 million', 300e6, 'CNY'],
    ['300 million yuan', 300e6, 'CNY'],
    ['9.6 billion Norwegian kroner', 9.6e9, 'NOK'],
    ['8.4 trillion won', 8.4e12, 'KRW'],
    ['50 cents', 0.5, 'USD'],
    ['470 pence a share', 4.7, 'GBP per share'],
    ['3 dollars and 45 cents', 3.45, 'USD'],
    ['half a million dollars', 500_000, 'USD'],
    ['$2.1 trillion', 2.1e12, 'USD'],
    ['$2.1T', 2.1e12, 'USD'],
    ['1 million', 1e6, null],
    ['1,000,000', 1e6, null],
    ['1M', 1e6, null],
    ['one million', 1e6, null],
    ['12,34,567', 1_234_567, null],
    ['two hundred and two thousand', 202_000, null],
    ['two thirds', 2 / 3, 'fraction'],
    ['two-thirds', 2 / 3, 'fraction'],
    ['three quarters', 0.75, 'fraction'],
    ['nine out of 10', 0.9, 'fraction'],
    ['66 percent', 66, 'percentage'],
    ['66 per cent', 66, 'percentage'],
    ['66%', 66, 'percentage'],
    ['20 basis points', 20, 'basis point'],
    ['20bps', 20, 'basis point'],
    ['2x', 2, 'times'],
    ['threefold', 3, 'times'],
    ['three times as much', 3, 'times'],
    ['two dozen sites', 24, 'site'],
    ['−18 °C', -18, 'degree Celsius'],
    ['1.3x10^6 cells', 1.3e6, 'cell'],
  ])('%s', (text, value, unit) => {
    const figure = only(text);
    expect(figure.unit).toBe(unit);
    expect(figure.value).toBeCloseTo(value, 9);
  });

  it.each([
    ['2.4 GW', 2.4, 'gigawatt'],
    ['2.4 gigawatts', 2.4, 'gigawatt'],
    ['640 MWh', 640, 'megawatt hour'],
    ['1.8 exaflops', 1.8, 'exaFLOPS'],
    ['480 terabits per second', 480, 'terabit per second'],
    ['480 Tb/s', 480, 'terabit per second'],
    ['192GB', 192, 'gigabyte'],
    ['3-nanometer', 3, 'nanometre'],
    ['90 tokens per second', 90, 'token per second'],
    ['$2.99 per GPU-hour', 2.99, 'USD per GPU hour'],
    ['$10 per million tokens', 10, 'USD per million token'],
    ['1.2 million square feet', 1.2e6, 'square foot'],
    ['300 acres', 300, 'acre'],
    ['9 million litres of water a day', 9e6, 'litre per day'],
    ['3 million tonnes of CO2', 3e6, 'tonne of CO2'],
    ['a PUE of 1.2', 1.2, 'PUE'],
    ['120 km/h', 120, 'kilometre per hour'],
    ['20 J/m^2', 20, 'joule per square metre'],
    ['12,500 employees', 12_500, 'employee'],
    ['126 fighter jets', 126, 'jet'],
    ['4.7 percentage points', 4.7, 'percentage point'],
  ])('%s has its unit', (text, value, unit) => {
    expect(only(text)).toMatchObject({ value, unit });
  });
});

describe('hedges and directions', () => {
  it.each([
    ['about 40 sites', '~'],
    ['some 40 sites', '~'],
    ['nearly 40 sites', '~'],
    ['40 sites or so', '~'],
    ['30-odd sites', '~'],
    ['up to 40 sites', '<'],
    ['as many as 40 sites', '<'],
    ['no more than 40 sites', '<'],
    ['not fewer than 40 sites', '>'],
    ['never more than 40 sites', '<'],
    ['just under 40 sites', '<'],
    ['40 sites at most', '<'],
    ['at least 40 sites', '>'],
    ['more than 40 sites', '>'],
    ['well over 40 sites', '>'],
    ['upwards of 40 sites', '>'],
    ['40 sites or more', '>'],
    ['40+ sites', '>'],
    ['as few as 40 sites', '>'],
    ['40 sites', '='],
    ['exactly 40 sites', '='],
  ])('%s is %s', (text, hedge) => {
    expect(only(`It has ${text}.`)).toMatchObject({ value: 40 === only(text).value ? 40 : 30, hedge });
  });

  it('does not take "over" for a bound where it tells how long', () => {
    expect(only('They will build it over 3 years.').hedge).toBe('=');
    expect(only('They have built for over 3 years.').hedge).toBe('>');
  });

  it.each([
    ['Sales rose 10%.', 'up'],
    ['Sales rose by more than 10%.', 'up'],
    ['Sales were up 10% on the year.', 'up'],
    ['It raised its prices by 10%.', 'up'],
    ['There was a 10% increase in sales.', 'up'],
    ['There was an increase of 10% in sales.', 'up'],
    ['Shares closed 10% higher.', 'up'],
    ['Sales fell by 10 percent.', 'down'],
    ['Sales were down 10 percent.', 'down'],
    ['It cut its costs by 10 percent.', 'down'],
    ['It uses 10 percent less water.', 'down'],
    ['The index lost 10 points.', 'down'],
    ['Sales rose to $10 million.', null],
    ['It raised $10 million.', null],
    ['It lost $10 million.', null],
    ['It set up 10 sites.', null],
    ['The tax is 10 percent.', null],
  ])('%s', (text, direction) => {
    expect(only(text).direction).toBe(direction);
  });

  it('gives one change that is told twice its direction twice', () => {
    expect(read('Oil fell 82 cents, or 1.1%, to $73.24 a barrel.').map((figure) => figure.direction)).toEqual([
      'down',
      'down',
      null,
    ]);
  });

  it('keeps hedge and direction apart', () => {
    expect(only('Output rose more than 10%.')).toMatchObject({ text: 'more than 10%', hedge: '>', direction: 'up' });
  });
});

describe('ranges', () => {
  it.each([
    ['$1.2-1.4 billion', [1.2e9, 1.4e9], 'USD'],
    ['$52 billion to $56 billion', [52e9, 56e9], 'USD'],
    ['between 5 and 7 GW', [5, 7], 'gigawatt'],
    ['8- to 16-metre', [8, 16], 'metre'],
    ['13 to 18 storms', [13, 18], 'storm'],
    ['3.5–4.0 TeV', [3.5, 4], 'teraelectronvolt'],
    ['two or three sites', [2, 3], 'site'],
    ['500,000 to 1 million users', [500_000, 1_000_000], 'user'],
  ])('%s is one figure', (text, value, unit) => {
    expect(only(text)).toMatchObject({ value, unit });
  });

  it('reads two figures where something went from one to the other', () => {
    expect(jotted('Its share grew from 5% to 7%.')).toEqual([
      [5, 'percentage'],
      [7, 'percentage'],
    ]);
  });

  it('lends the unit of the second to the first', () => {
    expect(jotted('Doses of 45 and 50 mg were given.')).toEqual([
      [45, 'milligram'],
      [50, 'milligram'],
    ]);
  });
});

describe('the time of a figure beside another', () => {
  const whens = (text: string) => figuresIn(text, '2026-11-25T08:00:00Z').map(({ text, when }) => [text, when]);

  it('is not that of what it is compared with', () => {
    expect(whens('Sales rose to $3.1 billion in the third quarter from $2.2 billion a year earlier.')).toEqual([
      ['$3.1 billion', '2026-Q3'],
      ['$2.2 billion', '2025-Q3'],
    ]);
    expect(whens('Orders fell to 40 trucks in October, down 23% from 52 trucks a month earlier.')).toEqual([
      ['40 trucks', '2026-10'],
      ['23%', '2026-10'],
      ['52 trucks', '2026-09'],
    ]);
    expect(whens('It rents for $1.70, down from $2.50 a year ago and below $1.80 for the first time.')).toEqual([
      ['$1.70', null],
      ['$2.50', '2025'],
      ['below $1.80', null],
    ]);
  });

  it('is not the day on which it was said', () => {
    const text = 'Rents fell to $1.70 in October, Tidewater said on Monday, the first time that they were below $1.80.';
    expect(
      whens('It would need a licence under a draft rule for 40 states that the office published on Monday.'),
    ).toEqual([['40 states', null]]);
    expect(whens(text)).toEqual([
      ['$1.70', '2026-10'],
      ['below $1.80', null],
    ]);
  });

  it('is that of the report, which names its quarter once', () => {
    const text =
      'Tarn Cooling today announced results for the quarter ended September 30, 2026.\n\nRevenue was €412 million, up from €338 million a year earlier. Operating income was €44 million. It opened its first hall in March 2024 and has 300 employees.';
    expect(whens(text)).toEqual([
      ['€412 million', '2026-Q3'],
      ['€338 million', '2025-Q3'],
      ['€44 million', '2026-Q3'],
      ['300 employees', null],
    ]);
  });

  it('is that of its own sentence, however many were told before', () => {
    const years = Array.from({ length: 300 }, (_, n) => String(2000 + (n % 26)));
    const told = years.map((year, n) => `In ${year} the site drew ${n + 10} megawatts.`);
    expect(whens(`${told.join(' ')} It has 40 pumps.`)).toEqual([
      ...years.map((year, n) => [`${n + 10} megawatts`, year]),
      ['40 pumps', null],
    ]);
  });
});

describe('what is no figure', () => {
  it.each([
    'GPT-4 ran on H100 and MI300X cards.',
    'A Boeing 737 landed.',
    'Llama 3.1 405B is out.',
    'Windows 11 and version 2.5 are out.',
    'It opens on 14 March 2027 at 10:30 a.m.',
    'On 2026-11-24 and 5/17/2018 nothing happened.',
    'Call 555-0100 or +1-222-555-0199.',
    'See https://grid.example/2026/40-sites and news.example.com/5.',
    'See chapter 7, section 12 and No. 5.',
    'They live at 221 Baker Street.',
    'The 5G network is up 24/7.',
    'They won 3-2.',
    'It has N+1 redundancy, a 401(k) plan and a 10-K filing.',
    'In the third quarter of 2026 and the first half of 2027.',
    'No one knows. One of them does. One day they will.',
    'Sales doubled, then halved.',
    'The second firm has a third party on its side.',
    'The G7 and the Group of Seven met in the 1990s.',
  ])('%s', (text) => {
    expect(read(text).map((figure) => figure.text)).toEqual([]);
  });

  it('leaves the number of a list to the list', () => {
    expect(jotted('1. Buy 40 racks.\n2. Wait 6 months.')).toEqual([
      [40, 'rack'],
      [6, 'month'],
    ]);
  });
});

describe('what a figure is about', () => {
  it.each([
    ['Revenue was $14 million.', 'Revenue'],
    ['The firm won a $48 million supply contract.', 'supply contract'],
    ['It has a valuation of about $19 billion.', 'valuation'],
    ['It leased 5 GW of nuclear power.', 'nuclear power'],
    ['Capital spending will rise 20 percent next year.', 'Capital spending'],
    ['There was a 10% increase in data-centre leases.', 'data-centre leases'],
    ['It used 4.4% of U.S. electricity.', 'U.S. electricity'],
  ])('%s', (text, concept) => {
    expect(only(text).concept).toBe(concept);
  });

  it('shares the time of two figures told in one breath', () => {
    expect(read('Sales grew 8% to $1.9bn last year.').map(({ when }) => when)).toEqual(['2025', '2025']);
  });

  it.each([
    ['According to Gridpoint Research, 40 sites are late.', 'Gridpoint Research'],
    ['Some 40 sites are late, Gridpoint said.', 'Gridpoint'],
    ["By Gridpoint's count, 40 sites are late.", 'Gridpoint'],
    ['Gridpoint estimates that 40 sites are late.', 'Gridpoint'],
    ['He said 40 sites are late.', null],
  ])('%s', (text, source) => {
    expect(only(text).attributedTo).toBe(source);
  });
});
