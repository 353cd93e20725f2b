import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';

const told = (text: string, number: string) =>
  figuresIn(text, '2026-11-05T09:00:00Z').find((each) => each.text === number);

/** A text in the way of results and of trade press, one of its figures, and what is told of it. */
const ROWS: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  [
    'Holmgate had a net loss of $(4.2) million in the third quarter.',
    '$(4.2) million',
    { value: -4_200_000, unit: 'USD', concept: 'net loss' },
  ],
  ['Holmgate leased 90,000 workshop square feet.', '90,000 workshop square feet', { unit: 'square foot' }],
  ['Sales rose to $9 million, exceeding the $8 million predicted in May.', '$8 million', { hedge: '=' }],
  ['The mill is larger than the 31 MW that Lund has today.', '31 MW', { hedge: '=' }],
  [
    'The mill is projected to bring $2 million in sales tax in its first year, increasing to $5 million by the third year.',
    '$5 million',
    { concept: 'sales tax' },
  ],
  [
    'Holmgate, Peru’s largest maker of pumps, serving 40,000 farmers along the coast, reported that its orders rose 9%.',
    '40,000 farmers',
    { subject: 'Holmgate' },
  ],
  [
    'Vellmark is older. Holmgate, whose mills make about 90% of the pumps, cut its prices.',
    'about 90%',
    { subject: 'Holmgate' },
  ],
  [
    'The International Pump Agency said on Monday that demand for pumps would rise 9% by 2030.',
    '9%',
    { subject: null, attributedTo: 'International Pump Agency' },
  ],
  [
    'Marnwick forecasts worldwide pump sales to total $2.5 billion in 2027.',
    '$2.5 billion',
    { subject: null, attributedTo: 'Marnwick' },
  ],
  [
    'Holmgate runs two mills. The company posted net income of $46 million in the second quarter of 2026.',
    '$46 million',
    { concept: 'net income', subject: 'Holmgate', caption: 'Holmgate’s net income' },
  ],
  ['Over Q3 the company signed $15 million in bookings. Holmgate is full.', '$15 million', { when: '2026-Q3' }],
];

describe('results and their like', () => {
  it.each(ROWS)('%s', (text, number, fields) => {
    expect(told(text, number)).toMatchObject(fields);
  });

  it('counts no list that is named by a number', () => {
    expect(told('The number of Fortune 500 customers rose.', '500 customers')).toBeUndefined();
  });
});
