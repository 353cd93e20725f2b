/** News of many desks, each sentence with the figures that a careful reader takes from it. Published on 24 November 2026. */
import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';

const PUBLISHED = '2026-11-24T06:00:00.000Z';

/** Hedge and direction are `=` and null unless told; the concept holds the word given; the rest is compared as it is. */
type Expected = {
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly hedge?: '~' | '<' | '>';
  readonly direction?: 'up' | 'down';
  readonly about?: string | null;
  readonly when?: string | null;
  readonly by?: string | null;
};
const figure = (
  value: Expected['value'],
  unit: string | null,
  rest: Omit<Expected, 'value' | 'unit'> = {},
): Expected => ({
  value,
  unit,
  ...rest,
});

const DESKS: Readonly<Record<string, readonly (readonly [text: string, ...figures: readonly Expected[]])[]>> = {
  'computing and power': [
    [
      'Larkspur Cloud will spend $265 billion on AI accelerators next year.',
      figure(265e9, 'USD', { about: 'accelerators', when: '2027', by: null }),
    ],
    [
      'Developers will put $48bn into data centres by the end of 2028.',
      figure(48e9, 'USD', { about: 'data centres', when: '../2028-12-31' }),
    ],
    ['The campus opens with 300 MW in the second quarter of 2027.', figure(300, 'megawatt', { when: '2027-Q2' })],
    [
      'The deal lifts the capacity that Orchard has under contract to 6.2 gigawatts.',
      figure(6.2, 'gigawatt', { about: 'capacity' }),
    ],
    ['Tarn Compute has ordered 45,000 H200s for its Dundee site.', figure(45000, 'H200', { about: 'H200s' })],
    ['The cluster holds just shy of 100,000 GPUs.', figure(100000, 'GPU', { hedge: '<' })],
    ['No fewer than 14 utilities have joined the pilot.', figure(14, 'utility', { hedge: '>' })],
    ['Fewer than 200 engineers work at the lab.', figure(200, 'engineer', { hedge: '<' })],
    ['The heat loop saves as much as 40 GWh a year.', figure(40, 'gigawatt hour per year', { hedge: '<' })],
    [
      'Training the model took upwards of 21 million GPU-hours.',
      figure(21e6, 'GPU hour', { hedge: '>', about: 'GPU-hours' }),
    ],
    [
      'Prices start at $1.85 per GPU-hour, down from $2.40 a year ago.',
      figure(1.85, 'USD per GPU hour'),
      figure(2.4, 'USD per GPU hour', { when: '2025' }),
    ],
    [
      'The model costs $3 per million input tokens and $15 per million output tokens.',
      figure(3, 'USD per million token'),
      figure(15, 'USD per million token'),
    ],
    [
      'The chip delivers 1,200 tokens per second, against 350 for its predecessor.',
      figure(1200, 'token per second'),
      figure(350, 'token per second'),
    ],
    ['Rack density has climbed from 40 kW to 130 kW.', figure(40, 'kilowatt'), figure(130, 'kilowatt')],
    ['A record 71 gigawatts of load is waiting for a connection.', figure(71, 'gigawatt', { about: 'load' })],
    ['The site runs at a PUE of 1.12.', figure(1.12, 'PUE')],
    [
      'The 1.4-gigawatt campus near Abilene will cover 850 acres.',
      figure(1.4, 'gigawatt', { about: 'campus' }),
      figure(850, 'acre'),
    ],
    [
      'By mid-2027 the grid operator wants 12 GW of batteries.',
      figure(12, 'gigawatt', { about: 'batteries', when: '../2027-08' }),
    ],
    ['Over the next five years, Halden plans to build 30 substations.', figure(5, 'year'), figure(30, 'substation')],
    [
      'The utility plans to invest £9bn to £11bn between 2027 and 2031.',
      figure([9e9, 11e9], 'GBP', { when: '2027/2031' }),
    ],
    [
      'Bexley & Roe expects an increase of 18% in server shipments this year.',
      figure(18, 'percentage', { direction: 'up', about: 'server shipments', by: 'Bexley & Roe', when: '2026' }),
    ],
    ['The context window is two million tokens.', figure(2e6, 'token', { about: 'tokens' })],
    [
      'HBM4 stacks reach 2 terabytes per second of bandwidth.',
      figure(2, 'terabyte per second', { about: 'bandwidth' }),
    ],
    [
      'The accelerator is made in a 3-nanometre process and draws 1,400 watts.',
      figure(3, 'nanometre'),
      figure(1400, 'watt'),
    ],
    ['The GB300 NVL72 rack holds 72 GPUs.', figure(72, 'GPU')],
    ['GPT-5 and Claude Opus 4.1 ran on H100s and on a TPU v5p.'],
    ['A 5G mast stands beside Route 66.'],
    [
      'Electricity demand from data centres could reach 945 TWh by 2030, the energy agency said.',
      figure(945, 'terawatt hour', { about: 'demand', when: '../2030', by: 'the energy agency' }),
    ],
    [
      'Cooling uses between 1.5 and 2 million litres of water a day.',
      figure([1.5e6, 2e6], 'litre per day', { about: 'water' }),
    ],
    ['The farm emits 90,000 tonnes of CO2 a year.', figure(90000, 'tonne of CO2 per year', { about: 'CO2' })],
    ['Its exaflop machine was upgraded to 1.7 exaflops.', figure(1.7, 'exaFLOPS')],
    ['Link speed doubles to 1.6 Tb/s.', figure(1.6, 'terabit per second', { about: 'Link speed' })],
    [
      'Inference now takes 62% of compute, up from 45% in 2024, Marlowe Research estimates.',
      figure(62, 'percentage', { about: 'compute', by: 'Marlowe Research' }),
      figure(45, 'percentage', { when: '2024' }),
    ],
    ['The reactor has produced nothing for 11 months.', figure(11, 'month')],
    [
      'The order covers some 3,500 racks, or roughly 250,000 chips.',
      figure(3500, 'rack', { hedge: '~' }),
      figure(250000, 'chip', { hedge: '~' }),
    ],
  ],
  'companies and markets': [
    [
      'Revenue rose 22% to $4.6 billion in the third quarter.',
      figure(22, 'percentage', { direction: 'up', about: 'Revenue' }),
      figure(4.6e9, 'USD', { about: 'Revenue' }),
    ],
    [
      'Net profit was €310 million, down 8% from a year earlier.',
      figure(310e6, 'EUR', { about: 'profit' }),
      figure(8, 'percentage', { direction: 'down' }),
    ],
    [
      'Sales came to 1.2 trillion yen, up from 980 billion yen.',
      figure(1.2e12, 'JPY', { about: 'Sales' }),
      figure(980e9, 'JPY'),
    ],
    [
      'The company guided to capital spending of $2.5bn-$3bn for fiscal 2027.',
      figure([2.5e9, 3e9], 'USD', { about: 'capital spending' }),
    ],
    ['Wexcombe raised half a billion dollars in a Series B round.', figure(0.5e9, 'USD')],
    ['Investors put $75 million into the start-up in its Series A.', figure(75e6, 'USD')],
    ['A dozen lenders took part.', figure(12, 'lender')],
    ['Two in three suppliers reported delays.', figure(2 / 3, 'fraction', { about: 'suppliers' })],
    [
      'Orders grew 12-fold within two years.',
      figure(12, 'times', { direction: 'up', about: 'Orders' }),
      figure(2, 'year', { hedge: '<' }),
    ],
    ['The help desk is staffed 24/7 and the office keeps a 9-to-5 day.'],
    ['Q3 was weak, and Q4 will be no better.'],
    [
      'The shares fell as much as 6.5% to 412p before recovering.',
      figure(6.5, 'percentage', { hedge: '<', direction: 'down', about: 'shares' }),
      figure(4.12, 'GBP'),
    ],
    [
      'The central bank cut its rate by 25 basis points to 3.5 percent.',
      figure(25, 'basis point', { direction: 'down', about: 'rate' }),
      figure(3.5, 'percentage'),
    ],
    [
      'Margins widened by 1.8 percentage points.',
      figure(1.8, 'percentage point', { direction: 'up', about: 'Margins' }),
    ],
    ['The insurer valued the loss at C$85m.', figure(85e6, 'CAD', { about: 'loss' })],
    ['The fund bought 3.2 million shares at 14 Swiss francs apiece.', figure(3.2e6, 'share'), figure(14, 'CHF')],
    [
      'Jobless claims dropped by 9,000 to 214,000 last week.',
      figure(9000, null, { direction: 'down', about: 'claims' }),
      figure(214000, null, { about: 'claims' }),
    ],
    [
      'Earnings were 83 cents a share, against 61 cents a year ago.',
      figure(0.83, 'USD per share', { about: 'Earnings' }),
      figure(0.61, 'USD per share'),
    ],
    ['The board approved a $1.25-per-share dividend.', figure(1.25, 'USD per share', { about: 'dividend' })],
    ['About one in five warehouses stands empty.', figure(1 / 5, 'fraction', { hedge: '~', about: 'warehouses' })],
    [
      'Headcount fell to 18,400 from 20,100 at the end of 2025.',
      figure(18400, null, { about: 'Headcount' }),
      figure(20100, null, { when: '2025-12-31' }),
    ],
    ['The bank set aside Rs 450 crore for bad loans.', figure(4.5e9, 'INR', { about: 'bad loans' })],
    ['The firm is to pay a fine of 3.4 million Norwegian kroner.', figure(3.4e6, 'NOK', { about: 'fine' })],
    [
      'Turnover at the grocer slipped 0.4% in the 12 weeks to November 1.',
      figure(0.4, 'percentage', { direction: 'down', about: 'Turnover' }),
      figure(12, 'week'),
    ],
    ['The Series C values the firm at more than $6 billion.', figure(6e9, 'USD', { hedge: '>' })],
    [
      'Harrow & Pike puts the market at $92 billion by 2029.',
      figure(92e9, 'USD', { about: 'market', when: '../2029', by: 'Harrow & Pike' }),
    ],
    [
      'According to Oakmere Securities, prices will decline by a quarter in 2027.',
      figure(0.25, 'fraction', { direction: 'down', about: 'prices', when: '2027', by: 'Oakmere Securities' }),
    ],
    [
      'Analysts at Corrigan Bank expect revenue of between $11.2bn and $11.6bn in 2027.',
      figure([11.2e9, 11.6e9], 'USD', { about: 'revenue', when: '2027', by: 'Corrigan Bank' }),
    ],
    ['The union said that 1,150 workers would lose their jobs.', figure(1150, 'worker', { by: 'The union' })],
    [
      'Rents in the port district are up 7 per cent year on year.',
      figure(7, 'percentage', { direction: 'up', about: 'Rents' }),
    ],
    [
      'The index added 212 points, or 0.6%.',
      figure(212, 'point', { direction: 'up' }),
      figure(0.6, 'percentage', { direction: 'up' }),
    ],
    ['The pound bought $1.31 on Monday.', figure(1.31, 'USD')],
    ['It will close 40 of its 310 branches.', figure(40, 'branch', { about: 'branches' }), figure(310, 'branch')],
    [
      'Roughly three-quarters of the debt falls due in 2028.',
      figure(0.75, 'fraction', { hedge: '~', about: 'debt', when: '2028' }),
    ],
    [
      'The carrier flew 2.1m passengers in October, 4% fewer than a year before.',
      figure(2.1e6, 'passenger', { when: '2026-10' }),
      figure(4, 'percentage', { direction: 'down' }),
    ],
  ],
  'science and general news': [
    [
      'The probe travelled 4.2 billion kilometres in just over nine years.',
      figure(4.2e9, 'kilometre'),
      figure(9, 'year', { hedge: '>' }),
    ],
    ['The sample was cooled to minus 196 degrees Celsius.', figure(-196, 'degree Celsius', { about: 'sample' })],
    [
      'The drug cut relapses by 31% in a trial of 640 patients.',
      figure(31, 'percentage', { direction: 'down', about: 'relapses' }),
      figure(640, 'patient'),
    ],
    [
      'Glacier mass has shrunk by more than a third since 1980.',
      figure(1 / 3, 'fraction', { hedge: '>', direction: 'down', about: 'mass', when: '1980/..' }),
    ],
    ['A quake of magnitude 6.1 shook the coast at 4:15 a.m.', figure(6.1, null)],
    ['The telescope will have a 39-metre mirror.', figure(39, 'metre', { about: 'mirror' })],
    [
      'Winds of up to 160 km/h are forecast for Friday.',
      figure(160, 'kilometre per hour', { hedge: '<', about: 'Winds' }),
    ],
    ['Nearly 5,000 homes lost power.', figure(5000, 'home', { hedge: '~' })],
    [
      'Some 1.5 million people live within 20 miles of the plant.',
      figure(1.5e6, 'person', { hedge: '~' }),
      figure(20, 'mile', { hedge: '<' }),
    ],
    [
      'The vaccine is 94% effective, the ministry said.',
      figure(94, 'percentage', { about: 'vaccine', by: 'the ministry' }),
    ],
    [
      'Researchers found 17 new species at a depth of 2,300 metres.',
      figure(17, 'species'),
      figure(2300, 'metre', { about: 'depth' }),
    ],
    ['The senate voted 52 to 47 for the bill.', figure(52, null), figure(47, null)],
    ['The museum is at 14 Cathedral Street; call 0131 555 0142.'],
    ['Flight 882, a Boeing 737 Max 8, landed at 10:40.'],
    [
      'The trial of 12 men over a £6 million theft began on Monday.',
      figure(12, 'man'),
      figure(6e6, 'GBP', { about: 'theft' }),
    ],
    ['The river rose 3 feet in six hours.', figure(3, 'foot', { direction: 'up', about: 'river' }), figure(6, 'hour')],
    ['Turnout was 58.3 percent, the lowest since 1998.', figure(58.3, 'percentage', { about: 'Turnout' })],
    ['The storm left hundreds of thousands without water.', figure(100000, null, { hedge: '>' })],
    ['The reservoir holds 3.6 million cubic metres of water.', figure(3.6e6, 'cubic metre', { about: 'water' })],
    [
      'A 17-year-old from Leeds won the prize of $20,000.',
      figure(17, 'year'),
      figure(20000, 'USD', { about: 'prize' }),
    ],
    ['At least four people were hurt, two of them badly.', figure(4, 'person', { hedge: '>' }), figure(2, 'person')],
    ['The city wants to plant one million trees by 2035.', figure(1e6, 'tree', { when: '../2035' })],
    [
      'The bridge is 1.2 km long and carries 60,000 vehicles a day.',
      figure(1.2, 'kilometre', { about: 'bridge' }),
      figure(60000, 'vehicle per day'),
    ],
    [
      'The temperature will be 1.5C to 2C above the average.',
      figure([1.5, 2], 'degree Celsius', { about: 'temperature' }),
    ],
    ['Section 230 and Rule 10b-5 apply; see page 4.'],
    ['The crew of seven returned after 211 days in orbit.', figure(7, null, { about: 'crew' }), figure(211, 'day')],
    [
      'The tunnel was due to cost 8 billion crowns but will cost 11 billion.',
      figure(8e9, 'crown'),
      figure(11e9, 'crown'),
    ],
    ['Only one in ten applicants got a place in 2025.', figure(0.1, 'fraction', { about: 'applicants', when: '2025' })],
    ['The bakery sells 400 loaves an hour.', figure(400, 'loaf per hour')],
    ['Halle has 240,000 inhabitants.', figure(240000, 'inhabitant')],
    [
      'Sea level may rise by 28 to 55 centimetres by 2100.',
      figure([28, 55], 'centimetre', { direction: 'up', about: 'Sea level', when: '../2100' }),
    ],
    ['The farm grew from 40 cows to 300 cows.', figure(40, 'cow'), figure(300, 'cow')],
    [
      'The lorry weighed 7.5 tonnes and was doing 54mph.',
      figure(7.5, 'metric ton', { about: 'lorry' }),
      figure(54, 'mile per hour'),
    ],
    [
      'She ran the 10,000 metres in 29 minutes and 58 seconds.',
      figure(10000, 'metre'),
      figure(29, 'minute'),
      figure(58, 'second'),
    ],
    ['The firm has been fined $2m, three times the sum of 2019.', figure(2e6, 'USD'), figure(3, 'times')],
  ],
  'hard kinds': [
    ['Lead times stretch to anywhere from 30 to 52 weeks.', figure([30, 52], 'week', { about: 'Lead times' })],
    [
      'The lender committed up to $1.1 billion, of which $400 million is drawn.',
      figure(1.1e9, 'USD', { hedge: '<' }),
      figure(400e6, 'USD'),
    ],
    [
      'Power for the halls, about 220 megawatts in all, comes from wind.',
      figure(220, 'megawatt', { hedge: '~', about: 'Power' }),
    ],
    ['In the first half of fiscal 2026, bookings hit $780 million.', figure(780e6, 'USD', { about: 'bookings' })],
    ['In the March quarter, Finchley shipped 61,000 boards.', figure(61000, 'board')],
    [
      'Utilisation stood at 71% in the first quarter of 2026 and 64% in the fourth quarter of 2025.',
      figure(71, 'percentage', { about: 'Utilisation', when: '2026-Q1' }),
      figure(64, 'percentage', { when: '2025-Q4' }),
    ],
    [
      '“We expect to need 3 gigawatts by 2030,” said Ines Falk, who runs Calder Cloud.',
      figure(3, 'gigawatt', { when: '../2030', by: 'Ines Falk' }),
    ],
    [
      'The price per chip has come down to around $28,000, Quentin Ash of Rook Analytics told the paper.',
      figure(28000, 'USD', { hedge: '~', about: 'price' }),
    ],
    ['Pellworm has contracted 2.9 gigawatts so far.', figure(2.9, 'gigawatt')],
    ['The work adds up to about $70 million.', figure(70e6, 'USD', { hedge: '~', about: 'work' })],
    ['The pause lasts no longer than 60 days.', figure(60, 'day', { hedge: '<' })],
    ['The outage cost Ferrant Bank a low eight-figure sum.'],
    ['Turbines sell for $2.1 million to $2.4 million each.', figure([2.1e6, 2.4e6], 'USD', { about: 'Turbines' })],
    ['The levy is $0.04 per kilowatt-hour.', figure(0.04, 'USD per kilowatt hour', { about: 'levy' })],
    [
      'Cost overruns of more than 60 percent are common, an audit found.',
      figure(60, 'percentage', { hedge: '>', about: 'overruns' }),
    ],
  ],
};

for (const [desk, rows] of Object.entries(DESKS)) {
  describe(desk, () => {
    it.each(rows.map(([text, ...figures]) => ({ text, figures })))('$text', ({ text, figures: expected }) => {
      const read = figuresIn(text, PUBLISHED);
      const near = (a: unknown, b: Expected['value']) =>
        typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.abs(b) : undefined;
      expect(
        read.map(({ value, unit, hedge, direction, concept, when, attributedTo }, n) => {
          const wanted = expected[n];
          return {
            value: wanted && near(value, wanted.value) ? wanted.value : value,
            unit,
            hedge,
            direction,
            ...(wanted?.about !== undefined && {
              about: concept?.includes(wanted.about ?? '') ? wanted.about : concept,
            }),
            ...(wanted?.when !== undefined && { when }),
            ...(wanted?.by !== undefined && { by: attributedTo }),
          };
        }),
      ).toEqual(expected.map(({ hedge = '=', direction = null, ...rest }) => ({ ...rest, hedge, direction })));
    });
  });
}
