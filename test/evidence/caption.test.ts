import { describe, expect, it } from 'vitest';
import { captionOf } from '../../src/evidence/caption.ts';
import { standsAround } from '../../src/evidence/captions/around.ts';
import { figuresIn } from '../../src/evidence/figures.ts';
import type { FigureReading } from '../../src/model.ts';

/** Each figure of a sentence with its caption. */
function captionsIn(text: string): { readonly figure: FigureReading; readonly caption: string | null }[] {
  const figures = figuresIn(text, '2026-11-25T08:00:00Z');
  const sentence = { start: 0, end: text.length, text };
  return figures.map((figure) => ({ figure, caption: captionOf(sentence, figures, figure) }));
}

const SENTENCES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'The price of leasing a Corvex C9 accelerator slid to $2.15 an hour in August, according to Tidewater Data.',
    { '$2.15 an hour': 'price of leasing a Corvex C9 accelerator' },
  ],
  [
    'Halden Power agreed to sell 900 megawatts of nuclear output to Mistral Ridge for twelve years.',
    { '900 megawatts': 'Halden Power agreed to sell … of nuclear output to Mistral Ridge' },
  ],
  [
    'Quarterly revenue at Bramble Systems rose 23% to $4.6 billion, the company said on Thursday.',
    { '$4.6 billion': 'Quarterly revenue at Bramble Systems', '23%': 'Quarterly revenue at Bramble Systems' },
  ],
  [
    'The fifteen-year contract with Ostra Grid, signed in June, begins with 250 megawatts and grows to 1.1 gigawatts by 2031.',
    {
      '250 megawatts': 'The fifteen-year contract with Ostra Grid … begins with …',
      '1.1 gigawatts': 'The fifteen-year contract with Ostra Grid … grows to …',
    },
  ],
  [
    'Lumen Foundry will spend $7 billion on two plants in Saxony.',
    { '$7 billion': 'Lumen Foundry will spend … on two plants in Saxony' },
  ],
  [
    'Lumen Foundry posted operating profit of $610 million for the quarter, up from $480 million a year earlier.',
    {
      '$610 million': 'Lumen Foundry posted operating profit',
      '$480 million': 'Lumen Foundry posted operating profit',
    },
  ],
  [
    'The regulator ordered the utility to give households refunds of $55 million.',
    { '$55 million': 'The regulator ordered the utility to give households refunds' },
  ],
  [
    'Cinder Compute, which rents out 40,000 accelerators in Quebec, has hired two banks.',
    { '40,000 accelerators': 'Cinder Compute, which rents out … in Quebec' },
  ],
  [
    'The tunnel will carry water for 12 data halls near Tromso.',
    { '12 data halls': 'The tunnel will carry water for … near Tromso' },
  ],
  [
    'Each cabinet uses 180 kilowatts, up from 90 kilowatts in the previous design.',
    { '180 kilowatts': 'Each cabinet uses …', '90 kilowatts': 'Each cabinet uses … in the previous design' },
  ],
  [
    'Analysts at Pell & Rowe expect shipments of optical modules to reach 31 million units in 2027.',
    { '31 million units': 'shipments of optical modules …' },
  ],
  [
    'Vantor said it would build a 400-megawatt campus outside Cork.',
    { '400-megawatt': 'Vantor said it would build … campus outside Cork' },
  ],
  [
    'Vantor said it would invest $3 billion in the Irish site over five years.',
    { '$3 billion': 'Vantor said it would invest … in the Irish site' },
  ],
  [
    'About 60% of the capacity has been sold to three customers.',
    { 'About 60%': 'of the capacity has been sold to three customers' },
  ],
  ["The company's shares fell 8% after the announcement.", { '8%': "company's shares" }],
  [
    'The deal values the start-up at $19 billion, people familiar with it said.',
    { '$19 billion': 'The deal values the start-up at …' },
  ],
  [
    'Nearly 300 towns have objected to new transmission lines.',
    { 'Nearly 300 towns': 'have objected to new transmission lines' },
  ],
  ['Orders for turbines stand at 84 gigawatts, Korund said in a filing.', { '84 gigawatts': 'Orders for turbines' }],
  ['Its backlog grew by 15% to $9.4 billion.', { '$9.4 billion': 'backlog', '15%': 'backlog' }],
  [
    'Tessel raised $2 billion in debt from a group led by Arden Capital.',
    { '$2 billion': 'Tessel raised … in debt from a group led by Arden Capital' },
  ],
  [
    'The state will waive sales tax worth $130 million for the developer.',
    { '$130 million': 'The state will waive sales tax worth … for the developer' },
  ],
  [
    'Inference accounts for two-thirds of the demand that Orrin Cloud sees.',
    { 'two-thirds': 'Inference accounts for … of the demand' },
  ],
  [
    'Under the proposal, operators with more than 75 megawatts of load would pay a deposit of $50,000 a megawatt.',
    {
      '$50,000 a megawatt': 'operators with more than 75 megawatts of load would pay a deposit',
      'more than 75 megawatts': 'operators with … of load would pay a deposit of $50,000 a megawatt',
    },
  ],
  ['Helvia employs 5,200 people in Basel, 1,900 in Lyon and 340 in Porto.', { '340': 'Helvia employs … in Porto' }],
  ['Memory makers plan to lift output by a fifth next year.', { 'a fifth': 'Memory makers plan to lift output by …' }],
  [
    'The bank cut its estimate of sales in 2027 to $88 billion from $95 billion.',
    {
      '$88 billion': 'The bank cut its estimate of sales in 2027 to …',
      '$95 billion': 'The bank cut its estimate of sales in 2027 to …',
    },
  ],
  [
    'Two reactors with a combined 1.8 gigawatts were restarted in May.',
    { '1.8 gigawatts': 'Two reactors with … were restarted' },
  ],
  ['The bond, priced at 99.5 cents, pays a coupon of 6.2%.', { '6.2%': 'The bond … pays a coupon' }],
  [
    'Borealis has won an order for 16,000 liquid-cooled servers from a ministry.',
    { '16,000 liquid-cooled servers': 'Borealis has won an order for … from a ministry' },
  ],
  [
    'Power prices in the region averaged €92 a megawatt-hour in October, 14% more than in the year before.',
    { '14%': 'Power prices in the region', '€92 a megawatt-hour': 'Power prices in the region' },
  ],
  [
    'A new line of 220 kilometres would cost $1.4 billion.',
    { '$1.4 billion': 'A new line of 220 kilometres would cost …', '220 kilometres': 'new line of … would cost' },
  ],
  [
    'Rents for Sable S4 processors dropped below $3 an hour in September, the Quill index shows.',
    { 'below $3 an hour': 'Rents for Sable S4 processors' },
  ],
  [
    'Northgate Energy has agreed to supply Pallas Cloud with 1.5 gigawatts of wind power.',
    { '1.5 gigawatts': 'has agreed to supply Pallas Cloud with … of wind power' },
  ],
  [
    'Net income climbed 12% to $980 million on sales of $6.1 billion.',
    { '$980 million': 'Net income', '$6.1 billion': 'Net income climbed … on sales', '12%': 'Net income' },
  ],
  ['The loan, which matures in 2033, carries interest of 7.4%.', { '7.4%': 'The loan … carries interest' }],
  [
    'Marlow Chips shipped 2.3 million accelerators in the first half, Tern Research estimates.',
    { '2.3 million accelerators': 'Marlow Chips shipped …' },
  ],
  [
    'Juno Robotics was valued at $11 billion in its latest funding round.',
    { '$11 billion': 'Juno Robotics was valued at … in its latest funding round' },
  ],
  [
    'The plant near Gdansk will employ 1,800 people once it opens.',
    { '1,800 people': 'The plant near Gdansk will employ …' },
  ],
  [
    'Water use fell to 0.4 litres a kilowatt-hour from 1.1 litres in 2022.',
    { '0.4 litres a kilowatt-hour': 'Water use', '1.1 litres': 'Water use' },
  ],
  [
    'Kestrel Labs, a maker of photonic switches, has raised $400 million from Osprey Ventures.',
    { '$400 million': 'Kestrel Labs … has raised … from Osprey Ventures' },
  ],
  [
    'Three sites with 90 megawatts each are planned for Navarre.',
    { '90 megawatts': 'Three sites with … each are planned for Navarre' },
  ],
  [
    'The council approved a 30% increase in connection fees.',
    { '30%': 'The council approved … increase in connection fees' },
  ],
  [
    'Officials expect the subsidy to cost taxpayers $220 million a year.',
    { '$220 million a year': 'Officials expect the subsidy to cost taxpayers' },
  ],
  [
    'More than 70 firms have applied for permits, the ministry said.',
    { 'More than 70 firms': 'have applied for permits' },
  ],
  ['The outage affected 6% of customers in Virginia.', { '6%': 'The outage affected … of customers in Virginia' }],
  [
    'Fenwick plans capital expenditure of $15 billion to $17 billion next year.',
    { '$15 billion to $17 billion': 'Fenwick plans capital expenditure' },
  ],
  ["Fenwick's chief executive told investors that margins would narrow to 38%.", { '38%': 'margins' }],
  [
    'Gas turbines now take 60 months to arrive, against 36 months in 2021.',
    { '60 months': 'Gas turbines now take … to arrive' },
  ],
  [
    'The fund holds stakes worth $5 billion in eight operators.',
    { '$5 billion': 'The fund holds stakes worth … in eight operators' },
  ],
  [
    'It will pay the county $12 million a year in lieu of taxes.',
    { '$12 million a year': 'will pay the county … in lieu of taxes' },
  ],
  [
    'The model was trained on 15 trillion tokens using 24,000 processors.',
    { '15 trillion tokens': 'The model was trained on …', '24,000 processors': 'The model was trained … using …' },
  ],
  [
    'Exports of advanced memory jumped to $18 billion, a rise of 45% from a year ago.',
    { '45%': 'Exports of advanced memory', '$18 billion': 'Exports of advanced memory' },
  ],
  [
    'The utility has 22 gigawatts of requests from data centres in its queue.',
    { '22 gigawatts': 'The utility has … of requests from data centres in its queue' },
  ],
  [
    'Prosecutors said the scheme had moved chips worth $160 million to shell companies.',
    { '$160 million': 'the scheme had moved chips worth … to shell companies' },
  ],
  [
    'A quarter of the staff at Orbis will lose their jobs.',
    { 'A quarter': 'of the staff at Orbis will lose their jobs' },
  ],
  [
    'Corran Networks forecast revenue of between $2.0 billion and $2.2 billion for the fourth quarter.',
    { 'between $2.0 billion and $2.2 billion': 'Corran Networks forecast revenue' },
  ],
  ['Delivery of the first 5,000 units has slipped to March.', { '5,000 units': 'Delivery of the first … has slipped' }],
  [
    'The battery can store 600 megawatt-hours, enough for four hours.',
    { '600 megawatt-hours': 'The battery can store …' },
  ],
  [
    'Shares in Tyne Semiconductor closed 3.5% higher in Milan.',
    { '3.5%': 'Shares in Tyne Semiconductor closed … higher in Milan' },
  ],
  [
    'Latency was cut to 9 milliseconds from 31 milliseconds by the new scheduler.',
    { '31 milliseconds': 'Latency was cut to … by the new scheduler' },
  ],
  [
    'Solveig bought a 49% stake in the wind farm for 700 million kroner.',
    {
      '700 million kroner': 'Solveig bought … stake in the wind farm for …',
      '49%': 'Solveig bought … stake in the wind farm for 700 million kroner',
    },
  ],
  [
    'Under the new rule, exporters must report sales of more than 1,000 chips.',
    { 'more than 1,000 chips': 'exporters must report sales' },
  ],
  [
    'Spending on cooling will reach $21 billion by 2030, said Ida Berg of Pell & Rowe.',
    { '$21 billion': 'Spending on cooling' },
  ],
  [
    'The two companies will share the cost, which the minister put at $3.2 billion.',
    { '$3.2 billion': 'the cost, which the minister put at …' },
  ],
  [
    'Demand for grid connections has outstripped supply by 40 gigawatts.',
    { '40 gigawatts': 'Demand for grid connections has outstripped supply by …' },
  ],
  [
    "Telmar's order book swelled to €31 billion after the summer, its finance chief said.",
    { '€31 billion': "Telmar's order book" },
  ],
  [
    'The lender has set aside $900 million to cover loans to bitcoin miners.',
    { '$900 million': 'The lender has set aside … to cover loans to bitcoin miners' },
  ],
  [
    'Consumers in the valley already pay 18 cents a kilowatt-hour, twice the national average.',
    { '18 cents a kilowatt-hour': 'Consumers in the valley already pay …' },
  ],
  ['Of the 64 sites under study, 11 lie in flood plains.', { '11': 'lie in flood plains' }],
  [
    'Gross margin widened to 71% from 66% a year earlier as prices held firm.',
    { '71%': 'Gross margin', '66%': 'Gross margin' },
  ],
  [
    'A planned interconnector between Denmark and Scotland would carry 1.4 gigawatts.',
    { '1.4 gigawatts': 'A planned interconnector between Denmark and Scotland would carry …' },
  ],
  [
    'Pindar Optics bought its rival Luxel for $2.7 billion in cash.',
    { '$2.7 billion': 'Pindar Optics bought its rival Luxel for … in cash' },
  ],
  [
    'Hiring has slowed: the firm added 120 engineers in the quarter, against 410 in spring.',
    { '120 engineers': 'the firm added …' },
  ],
  ['Roughly half of the substations date from before 1980.', { 'Roughly half': 'of the substations date' }],
  [
    'Every rack holds 72 processors and weighs 1.6 tonnes.',
    { '1.6 tonnes': 'Every rack … weighs …', '72 processors': 'Every rack holds …' },
  ],
  [
    'The ministry wants at least 40% of the heat to be reused by 2030.',
    { 'at least 40%': 'The ministry wants … of the heat to be reused' },
  ],
  ['Investors had hoped for growth of 30%.', { '30%': 'Investors had hoped for growth' }],
  [
    'The fine, the largest under the act so far, amounts to 240 million euros.',
    { '240 million euros': 'The fine … amounts to …' },
  ],
  [
    'Auctions of spectrum brought the treasury £4.2 billion.',
    { '£4.2 billion': 'Auctions of spectrum brought the treasury' },
  ],
  [
    'Arbor Cloud will pay Kinross Power $61 a megawatt-hour under the deal.',
    { '$61 a megawatt-hour': 'Arbor Cloud will pay Kinross Power … under the deal' },
  ],
  ['Shipments were 9% below the plan.', { '9%': 'Shipments … below the plan' }],
  [
    'Its data centres drew 31 terawatt-hours last year, 27% more than in 2024.',
    { '31 terawatt-hours': 'Its data centres drew …', '27%': 'Its data centres drew …' },
  ],
  [
    'The start-up, founded by two former engineers of Helvia, has 45 employees and no revenue.',
    { '45 employees': 'The start-up … has …' },
  ],
  [
    'By 2028 the park should house 900,000 accelerators, Orla Finch told the council.',
    { '900,000 accelerators': 'the park should house …' },
  ],
  [
    'The average wait for a connection has grown from 14 months to 39 months since 2020.',
    { '39 months': 'average wait for a connection', '14 months': 'average wait for a connection' },
  ],
  [
    'Ostwald said on Tuesday that it will spend $12 billion on halls in Ohio.',
    { '$12 billion': 'Ostwald said on Tuesday that it will spend … on halls in Ohio' },
  ],
  [
    'The start-up has 1,350 employees in Rome, and it burned $38 million a month.',
    { '$38 million a month': 'The start-up … burned …' },
  ],
  [
    'Tern has signed contracts for 1,800 MW of gas turbines at a cost of $2 billion.',
    { '1,800 MW': 'Tern has signed contracts for … of gas turbines at a cost' },
  ],
  ['The ceiling is not 50,000 chips.', { '50,000 chips': 'The ceiling is not …' }],
  ['Tessel denied that it owed $5 billion.', { '$5 billion': 'Tessel denied that it owed …' }],
  ['They do not expect sales to reach $5 billion.', { '$5 billion': 'do not expect sales to reach …' }],
  [
    'The tax office, the ministry said, collected 4 million crowns.',
    { '4 million crowns': 'The tax office … collected …' },
  ],
  ['Rents rose 4% in May and 6% in June.', { '4%': 'Rents', '6%': 'Rents' }],
  [
    'The rent fell to $1.70 an hour in October, Tidewater said on Friday, the first time that it has been below $1.80.',
    { 'below $1.80': 'rent' },
  ],
];

describe('a caption', () => {
  it.each(SENTENCES)('tells what the figures are of in “%s”', (text, wanted) => {
    const found = captionsIn(text).map(({ figure, caption }) => [figure.text, caption]);
    expect(Object.fromEntries(found)).toMatchObject(wanted);
  });

  it.each(SENTENCES)('is the words of its sentence and no longer than a glance: “%s”', (text) => {
    for (const { figure, caption } of captionsIn(text)) {
      expect(standsAround(text, { ...figure, caption })).toBe(true);
      expect(caption?.length ?? 0).toBeLessThanOrEqual(68);
    }
  });

  it.each(['It has 12 halls.', 'Sales fell, two people who saw the books said.', '$4 billion', 'At 30%.'])(
    'is none where the sentence tells nothing more: “%s”',
    (text) => {
      for (const { caption } of captionsIn(text)) expect(caption).toBe(null);
    },
  );

  it('does not stand where its words are in another order, or others', () => {
    const text = 'Brack will lay 40 kilometres of cable.';
    const [start, end] = [text.indexOf('40'), text.indexOf(' of')];
    expect(standsAround(text, { caption: 'Brack will lay … of cable', start, end })).toBe(true);
    expect(standsAround(text, { caption: 'of cable … Brack', start, end })).toBe(false);
    expect(standsAround(text, { caption: 'Brack will sell … of cable', start, end })).toBe(false);
  });

  it('is none in a table that looks like a sentence', () => {
    const long = `${'The yard said it holds 4 crates and '.repeat(4000)}no more.`;
    expect(captionsIn(long).every(({ caption }) => caption === null)).toBe(true);
  });
});
