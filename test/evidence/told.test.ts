import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';
import { standsAround } from '../../src/evidence/told/stands.ts';
import type { FigureReading } from '../../src/model.ts';

const PUBLISHED = '2026-11-25T08:00:00Z';

/** A text, one of its figures, and what is told of that. */
const TOLD: readonly (readonly [string, string, Partial<FigureReading>])[] = [
  [
    'Corvane Cloud leases 300 megawatts of power from Ostra Grid.',
    '300 megawatts',
    { concept: 'power', subject: 'Corvane Cloud' },
  ],
  [
    'Corvane Cloud said quarterly revenue rose 23% to $4.6 billion.',
    '23%',
    { concept: 'quarterly revenue', subject: 'Corvane Cloud' },
  ],
  [
    'Orbis runs mills in Lund. Managing director Ada Krol said the firm was hiring. It spent $31 million on looms.',
    '$31 million',
    { subject: 'Orbis' },
  ],
  [
    '“We ran out,” said Jon Falk, who drives a crane. Harbour engineer Mira Sandh told the board that a berth had sunk. Brack Energy would pay 60% of the repair, she said.',
    '60%',
    { attributedTo: 'Mira Sandh', subject: 'Brack Energy' },
  ],
  ['Seven mills draw on the canal in Aragon. Their price is €0.06.', '€0.06', { subject: null }],
  [
    'Belmar Optics came to Oslo. The government will spend $3 million on the road.',
    '$3 million',
    { subject: 'government' },
  ],
  [
    'Five docks in Riga burned. Belmar Optics, said the mayor, paid its engineers $9 million.',
    '$9 million',
    { subject: 'Belmar Optics' },
  ],
  ['Tovik Systems cut rack prices 14% on Monday.', '14%', { concept: 'rack prices', subject: 'Tovik Systems' }],
  [
    'Tovik Systems employs 5,200 engineers in Riga.',
    '5,200 engineers',
    { concept: 'engineers', subject: 'Tovik Systems' },
  ],
  [
    'Tovik Systems signed a $38 million contract with Ostra Grid.',
    '$38 million',
    { concept: 'contract', subject: 'Tovik Systems' },
  ],
  ['Shares of Belmar Optics fell 8% in early trading.', '8%', { concept: 'Shares of Belmar Optics' }],
  ['Two-thirds of the backlog came from banks, Corvane Cloud said.', 'Two-thirds', { concept: 'backlog' }],
  [
    'Corvane Cloud reported revenue of $2 billion. Its operating profit was $310 million.',
    '$310 million',
    { concept: 'operating profit', subject: 'Corvane Cloud' },
  ],
  ['Global demand for cooling reached 90 gigawatts, Deloitte said.', '90 gigawatts', { attributedTo: 'Deloitte' }],
  [
    'Ostra Grid rejected a claim by neighbours that the pumps would take two million litres a day.',
    'two million litres a day',
    { attributedTo: 'neighbours', standing: 'denied' },
  ],
  ['Corvane Cloud disputed a pamphlet’s claim that a fifth were idle.', 'a fifth', { attributedTo: 'a pamphlet' }],
  ['Ruta Balode put the opening in May and the price of a berth at €90.', '€90', { attributedTo: 'Ruta Balode' }],
  [
    'We counted 700 frames a second; Belmar Optics’ own leaflet claims up to 900.',
    'up to 900',
    { attributedTo: 'Belmar Optics' },
  ],
  [
    'Ostra Grid disowned a note in a rival paper which said the mill would shed 300 workers.',
    '300 workers',
    { attributedTo: 'a note' },
  ],
  [
    'Corvane Cloud is about to borrow $2 billion, according to people close to the lender.',
    '$2 billion',
    { attributedTo: 'people close to the lender' },
  ],
  ['The fund foresees a price of $31, where it had foreseen $29.', '$29', { attributedTo: 'The fund' }],
  [
    'Corvane Cloud will spend $7 billion on two plants in Saxony.',
    '$7 billion',
    { standing: 'plan', subject: 'Corvane Cloud' },
  ],
  ['Corvane Cloud expects sales of $9 billion next year.', '$9 billion', { standing: 'forecast' }],
  ['Corvane Cloud did not buy 40,000 accelerators.', '40,000 accelerators', { standing: 'denied' }],
  ['Corvane Cloud denied that it had cut orders by 20%.', '20%', { standing: 'denied', concept: 'orders' }],
  ['If the permit comes, Corvane Cloud would add 90 megawatts.', '90 megawatts', { standing: 'conditional' }],
  ['Will Corvane Cloud really need 4 gigawatts?', '4 gigawatts', { standing: 'question' }],
  ['The mill draws 40 megawatts, not 60 megawatts.', '60 megawatts', { standing: 'withdrawn' }],
  ['Corvane Cloud had previously forecast sales of $8 billion.', '$8 billion', { standing: 'withdrawn' }],
  ['Corvane Cloud earlier said it owned 12 sites.', '12 sites', { standing: 'withdrawn' }],
  [
    'Correction, 3 May: An earlier version of this article said that the dam holds 84 million cubic metres of water.',
    '84 million cubic metres',
    { standing: 'withdrawn' },
  ],
  [
    'An earlier version of this story gave the price as $51 a tonne, the firm said.',
    '$51 a tonne',
    { standing: 'withdrawn' },
  ],
  ['An earlier survey said that 40 mills had closed.', '40 mills', { standing: 'stated' }],
  ['Corvane Cloud owns 12 sites.', '12 sites', { standing: 'stated', attributedTo: null }],
  [
    'Belmar raised its forecast of freight volumes for 2027 to 49 million tonnes from 46 million tonnes.',
    '46 million tonnes',
    { standing: 'withdrawn' },
  ],
  ['Corvane Cloud withdrew its forecast of $8 billion in sales.', '$8 billion', { standing: 'withdrawn' }],
  ['Corvane Cloud dropped plans to build 40 halls near Lund.', '40 halls', { standing: 'withdrawn' }],
  ['A plan to spend $3 billion in Lund was shelved.', '$3 billion', { standing: 'withdrawn' }],
  ['Corvane Cloud dropped the prices of 40 boards.', '40 boards', { standing: 'stated' }],
  ['Corvane Cloud may scrap its target of 40 halls.', '40 halls', { standing: 'conditional' }],
  ['The crop is put at 560,000 tonnes, formerly 495,000 tonnes.', '495,000 tonnes', { standing: 'withdrawn' }],
  ["Ostra denied a newspaper's claim that a third of its buses were idle.", 'a third', { standing: 'denied' }],
  ['Ostra rejected a report which said that it would close 14 depots.', '14 depots', { standing: 'denied' }],
  ['Ostra, which denied the rumour, owns 300 buses.', '300 buses', { standing: 'stated' }],
  ['Analysts had looked for a profit of $2.10.', '$2.10', { standing: 'forecast' }],
  ['Sales were close to the guided $7 billion.', '$7 billion', { standing: 'forecast' }],
  ['The city wants landlords to pay 85% of the bill.', '85%', { standing: 'plan' }],
  ['The dividend will be 40 cents.', '40 cents', { standing: 'plan' }],
  ['Revenue rose to $9 million from $8 million.', '$8 million', { standing: 'stated' }],
  [
    'Belmar Optics is weighing Tovik’s $4.5 billion takeover of the cooling maker Ruvane.',
    '$4.5 billion',
    { concept: 'takeover', subject: 'Tovik' },
  ],
  [
    'Belmar Optics is back with a $102 million Series C round for its founders.',
    '$102 million',
    { concept: 'Series C round for its founders', subject: 'Belmar Optics' },
  ],
  ['Belmar Optics raised $70 million in a seed funding round.', '$70 million', { subject: 'Belmar Optics' }],
  [
    'Belmar’s revenue increased by 42% year-on-year to $98 million, while its losses widened.',
    '$98 million',
    { concept: 'revenue', subject: 'Belmar' },
  ],
  [
    'Revenue was $98 million; adjusted profit reached $16 million, Belmar Optics said.',
    '$16 million',
    { concept: 'adjusted profit' },
  ],
  ['Belmar reported adjusted earnings per share of 81 cents.', '81 cents', { concept: 'adjusted earnings' }],
  [
    'Belmar said that the pact frees it from $10 billion in future lease obligations.',
    '$10 billion',
    { concept: 'future lease obligations' },
  ],
  [
    'Hyperscalers leased 7.4 gigawatts of U.S. data center capacity in May.',
    '7.4 gigawatts',
    { concept: 'U.S. data center capacity', subject: 'Hyperscalers' },
  ],
  ['Tarnow estimates the scheme could cost $15 million.', '$15 million', { attributedTo: 'Tarnow' }],
  ['The toll is poised to jump 30% in Riga.', '30%', { standing: 'forecast' }],
  [
    'Analysts are expecting a 24% rise in sales from a year earlier to $20 million for Belmar.',
    '24%',
    { concept: 'sales', standing: 'forecast' },
  ],
  [
    'Tovik co-founder and CEO Arlo Pinter said his firm wants a chip that can replace 3,000 boards.',
    '3,000 boards',
    { attributedTo: 'Arlo Pinter' },
  ],
  ['The pact will see Belmar lease 4.5 GW of capacity.', '4.5 GW', { attributedTo: null, subject: 'Belmar' }],
  ['Tovik CEO Ada Brandt spoke first. Tovik’s six plants lie in Saxony.', 'six plants', { subject: 'Tovik' }],
  [
    'Tovik was founded in Riga. It raised $500 million for its chip, the Tovik One.',
    '$500 million',
    { subject: 'Tovik' },
  ],
  [
    'Belmar’s gross margin improved from 59% to 62%, and operating margin increased from 50% to 54%.',
    '54%',
    { concept: 'operating margin' },
  ],
  ['The planned mill could total $165 million.', '$165 million', { concept: 'planned mill', standing: 'conditional' }],
  [
    'Belmar expects its sales growth rate to be between 24% and 26%.',
    'between 24% and 26%',
    { concept: 'sales growth rate', subject: 'Belmar', standing: 'forecast' },
  ],
  ['Full-year 2027 revenue is expected to grow 30% at Belmar.', '30%', { concept: 'revenue', standing: 'forecast' }],
  [
    'Arlo Pinter noted that cooling revenue had increased by 28% quarter-over-quarter, more than Belmar had hoped.',
    '28%',
    { concept: 'cooling revenue', attributedTo: 'Arlo Pinter' },
  ],
  ['Belmar raised its capital expenditure projection to $52 million.', '$52 million', { subject: 'Belmar' }],
  ['Sales were ahead of the analyst expectations of $33 million.', '$33 million', { standing: 'forecast' }],
  [
    'CFO Torvi Len-Askar mentioned that the company expects a margin of 53%. Ostra was founded in 1999.',
    '53%',
    { concept: 'margin', standing: 'forecast' },
  ],
  [
    'Ostra plans to spend $50 million through a $9 million repair plan.',
    '$9 million',
    { concept: 'repair plan', subject: 'Ostra' },
  ],
  [
    'Belmar and Tovik are forecast to raise their budgets by 30%, taking total AI spending to $500 million.',
    '$500 million',
    { concept: 'total AI spending' },
  ],
  [
    'Doubt has weighed on stocks, with Belmar and Tovik both falling more than 6% in May.',
    'more than 6%',
    { concept: null },
  ],
  [
    'Belmar won praise, reporting a profit and boosting its capex forecast to $91 million.',
    '$91 million',
    { concept: 'capex forecast', subject: 'Belmar' },
  ],
  ['The hall was financed by a £2.5bn investment from Belmar.', '£2.5bn', { concept: 'investment' }],
  ['Belmar builds on a previous $4 billion contract with Ostra.', '$4 billion', { standing: 'stated' }],
  ['Ostra expects costs of $5 million. The Company employs 900 people.', '900 people', { subject: 'Ostra' }],
  // Finite verbs whose subject, or whose frame, the network hangs elsewhere.
  [
    'Ostra Grid raised $350 million; and Danish startup Merel secured $90 million.',
    '$90 million',
    { subject: 'Merel' },
  ],
  [
    'The sale comes as worldwide lending for cold stores reached $14 billion in 2025.',
    '$14 billion',
    { concept: 'worldwide lending for cold stores', subject: null, when: '2025' },
  ],
  [
    'The agency cleared 12 permits and 31 are waiting in six counties, according to Vantage Registry.',
    '31',
    { attributedTo: 'Vantage Registry', caption: null },
  ],
  [
    'The share of cooling is estimated to climb from 3% in 2025 to 8% in 2027 and exceed 12% by 2030.',
    '12%',
    { standing: 'forecast', when: '../2030' },
  ],
  [
    'Tovik Systems bought a quarry that the firm expects will supply 60 megawatts of waste heat.',
    '60 megawatts',
    { concept: 'waste heat', standing: 'forecast' },
  ],
  // What is measured.
  ['The port saw 18 megawatts in net demand last year.', '18 megawatts', { concept: 'net demand' }],
  ['Rents for cold halls are projected to see a rise of 4%.', '4%', { concept: 'Rents for cold halls' }],
  ['Ostra Grid predicts a 14% compound annual growth rate.', '14%', { concept: 'compound annual growth rate' }],
  // A verb or a noun that is left out.
  ["Corvane's term runs 12 years, Ostra's 15.", '15', { subject: 'Ostra' }],
  ['Corvane took 48 MW in Lund and its rival Ostra Grid 72 MW.', '72 MW', { subject: 'Ostra Grid' }],
  ['Corvane employs 310 people in Lund against Ostra’s 190.', '190', { subject: 'Ostra', concept: 'people' }],
  ['Shipments of Brack rose 4%, and those of Vantor fell 9%.', '9%', { subject: 'Vantor', concept: 'Shipments' }],
  ['Banks will lend Corvane 60% of the price and Ostra 75%.', '75%', { caption: null }],
  // What a sum is of, and what it is not.
  ['Halden Power won a Corvane deal worth up to $14 billion.', 'up to $14 billion', { concept: 'Corvane deal' }],
  ['Halden Power has $6 billion worth of turbines on order.', '$6 billion', { concept: 'turbines' }],
  ['Tovik Systems spent less: outlays of $4 million in Q3 were a record low.', '$4 million', { concept: 'outlays' }],
  ['A proposed $9 million park aims to rezone 83 acres.', '83 acres', { concept: null }],
  // Where it stands.
  ['Ostra Grid doubled its sales to reach $36 million.', '$36 million', { standing: 'stated' }],
  ['Sales rose to $36 million versus $29 million expected.', '$29 million', { standing: 'forecast' }],
  ['Orders climbed, with spare output now expected to exceed 85 MW.', '85 MW', { attributedTo: null }],
  [
    'Halden Power bought a yard next to the Ostra Grid ferry pier in Tromsø for $65 million.',
    '$65 million',
    { subject: 'Halden Power' },
  ],
  [
    'Each kiln draws 8 MW, and Belmar aims to support 5 GW of heat by 2039.',
    '5 GW',
    { caption: 'heat Belmar aims to support' },
  ],
];

describe('what is told of a figure', () => {
  it.each(TOLD)('%s (%s)', (text, written, wanted) => {
    const figure = figuresIn(text, PUBLISHED).find((each) => each.text === written);
    expect(figure).toMatchObject(wanted);
  });

  it('is captioned by words of its sentence and the name of whose it is', () => {
    for (const [text] of TOLD)
      for (const figure of figuresIn(text, PUBLISHED))
        expect(standsAround(text, figure), figure.caption ?? '').toBe(true);
  });

  it('is no caption with a word that its sentence does not have', () => {
    const text = 'Corvane Cloud leases 300 megawatts of power from Ostra Grid.';
    const [figure] = figuresIn(text, PUBLISHED);
    expect(figure?.caption).toBe('power leased by Corvane Cloud from Ostra Grid');
    if (figure !== undefined)
      expect(standsAround(text, { ...figure, caption: 'coal leased by Corvane Cloud' })).toBe(false);
  });

  it('ends where somebody who is quoted works for nobody by name', () => {
    const text = '“We sold 40 pumps to our neighbours,” he said. Ada Brandt runs Brack Energy.';
    const quotes = [
      { start: 1, end: 36, text: text.slice(1, 36), speaker: 'Ada Brandt', role: null, organisation: '' },
    ];
    expect(figuresIn(text, PUBLISHED, { quotes }).map((figure) => figure.text)).toEqual(['40 pumps']);
  });

  it('is none where a number is a word of a name', () => {
    const written = (text: string) => figuresIn(text, PUBLISHED).map((figure) => figure.text);
    expect(written('Ostra will restart the Three Pines Island mill.')).toEqual([]);
    expect(written('Ostra will restart three mills.')).toEqual(['three mills']);
  });

  it('goes up by what its increase against the month before tells', () => {
    const [figure] = figuresIn('Belmar announced its October revenue, a 24.7% month-on-month increase.', PUBLISHED);
    expect(figure).toMatchObject({ value: 24.7, direction: 'up' });
  });

  it('is no one’s alone where several have it', () => {
    const [, figure] = figuresIn(
      'The four mills—Belmar, Tovik, Ostra and Ruvane—are projected to boost their capital expenditures to $470 million.',
      PUBLISHED,
    );
    expect(figure?.caption ?? '').not.toMatch(/Belmar’s/);
  });

  it('is captioned as a part where it is one', () => {
    const [, figure] = figuresIn('Two clouds accounted for about 50% of Belmar’s revenue.', PUBLISHED);
    expect(figure?.caption).toMatch(/\bshare of Belmar’s revenue\b/);
  });

  it('takes its title into account', () => {
    const [figure] = figuresIn('Net income was $40 million.', PUBLISHED, { title: 'Corvane Cloud profit rises' });
    expect(figure?.subject).toBe(null);
    const [other] = figuresIn(
      'Net income was $40 million. Analysts had hoped for more from Corvane Cloud.',
      PUBLISHED,
      {
        title: 'Corvane Cloud profit rises',
      },
    );
    expect(other?.subject).toBe('Corvane Cloud');
  });
});
