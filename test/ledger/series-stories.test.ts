import { describe, expect, it } from 'vitest';
import { trendInWords } from '../../src/document/trend.ts';
import { type Reason, trendOf } from '../../src/ledger/series.ts';
import { kept } from './entry.ts';

const SPRING = '2026-05-06T06:00:00.000Z';
const SUMMER = '2026-08-06T06:00:00.000Z';
const AUTUMN = '2026-11-05T06:00:00.000Z';

/** What articles of spring, summer and autumn say, one string each, as one trend. */
function trendIn(asked: string, texts: readonly string[], by: readonly string[] = ['wire']) {
  const days = [SPRING, SUMMER, AUTUMN];
  return trendOf(
    asked,
    texts.flatMap((text, n) => kept(by[n] ?? by[0] ?? 'wire', 'Results', text, days[n] ?? AUTUMN)),
  );
}
const words = (trend: ReturnType<typeof trendIn>) => (trend === null ? '' : trendInWords(trend.series, trend.entries));
const labels = (trend: ReturnType<typeof trendIn>) => trend?.series.points.map(({ label }) => label) ?? [];

describe('figures that are one series', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'quarters of one company',
      'Orbin revenue',
      [
        'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
        'Orbin reported revenue of $2.4 billion in the second quarter of 2026.',
      ],
      ['$2.1 billion', '$2.4 billion'],
    ],
    [
      'quarters in one sentence',
      'Orbin revenue',
      [
        'Orbin reported revenue of $2.4 billion in the second quarter of 2026.',
        'Orbin reported revenue of $2.9 billion in the third quarter of 2026.',
      ],
      ['$2.4 billion', '$2.9 billion'],
    ],
    [
      'years of one company',
      'Orbin revenue',
      ['Orbin reported revenue of $7 billion in 2024.', 'Orbin reported revenue of $9 billion in 2025.'],
      ['$7 billion', '$9 billion'],
    ],
    [
      'a company in full and by its short name',
      'Orbin revenue',
      [
        'Orbin Compute reported revenue of $2.1 billion in the first quarter of 2026.',
        'Orbin reported revenue of $2.4 billion in the second quarter of 2026.',
      ],
      ['$2.1 billion', '$2.4 billion'],
    ],
    [
      'a price by the month',
      'K9 rent',
      ['Renting a K9 cost $3.90 an hour in April 2026.', 'Renting a K9 cost $3.10 an hour in July 2026.'],
      ['$3.90 an hour', '$3.10 an hour'],
    ],
    [
      'megawatts and gigawatts',
      'Orbin capacity',
      ['Orbin had capacity of 900 megawatts in April 2026.', 'Orbin had capacity of 1.2 gigawatts in July 2026.'],
      ['900 megawatts', '1.2 gigawatts'],
    ],
    [
      'staff at two dates',
      'Orbin employees',
      ['Orbin had 4,000 employees in April 2026.', 'Orbin had 4,600 employees in July 2026.'],
      ['4,000 employees', '4,600 employees'],
    ],
    [
      'three quarters',
      'Orbin profit',
      [
        'Orbin reported profit of $210 million in the first quarter of 2026.',
        'Orbin reported profit of $240 million in the second quarter of 2026.',
        'Orbin reported profit of $300 million in the third quarter of 2026.',
      ],
      ['$210 million', '$240 million', '$300 million'],
    ],
    [
      'a share told twice',
      'Orbin margin',
      [
        'Orbin reported an operating margin of 31% in the first quarter of 2026.',
        'Orbin reported an operating margin of 33% in the second quarter of 2026.',
      ],
      ['31%', '33%'],
    ],
    [
      'floor space at two dates',
      'Orbin floor space',
      [
        'Orbin had floor space of 40,000 square metres in April 2026.',
        'Orbin had floor space of 52,000 square metres in July 2026.',
      ],
      ['40,000 square metres', '52,000 square metres'],
    ],
    [
      'a fleet by the quarter',
      'Orbin accelerators',
      ['Orbin had 9,000 accelerators in April 2026.', 'Orbin had 12,000 accelerators in July 2026.'],
      ['9,000 accelerators', '12,000 accelerators'],
    ],
    [
      'a debt at two dates',
      'Orbin debt',
      ['Orbin had debt of $14 billion on March 31, 2026.', 'Orbin had debt of $16 billion on June 30, 2026.'],
      ['$14 billion', '$16 billion'],
    ],
  ])('%s', (_, asked, texts, points) => {
    expect(labels(trendIn(asked, texts))).toEqual(points);
  });
});

describe('figures that are no series', () => {
  it.each<[string, string, string[], Reason | null]>([
    [
      'a year and a quarter',
      'Orbin revenue',
      [
        'Orbin reported revenue of $8.9 billion in 2025.',
        'Orbin reported revenue of $2.4 billion in the second quarter of 2026.',
      ],
      'period',
    ],
    [
      'a half and a quarter',
      'Orbin revenue',
      [
        'Orbin reported revenue of $4.5 billion in the first half of 2026.',
        'Orbin reported revenue of $2.4 billion in the second quarter of 2026.',
      ],
      'period',
    ],
    [
      'two companies',
      'revenue',
      [
        'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
        'Marlow reported revenue of $2.4 billion in the second quarter of 2026.',
      ],
      'party',
    ],
    [
      'two models',
      'rent',
      ['Renting a K9 cost $3.90 an hour in April 2026.', 'Renting a B7 cost $5.10 an hour in July 2026.'],
      'model',
    ],
    [
      'H200 and B200',
      'Nvidia rent',
      [
        'An Nvidia H200 rented for $2.10 an hour in April 2026.',
        'An Nvidia B200 rented for $3.40 an hour in July 2026.',
      ],
      'model',
    ],
    [
      'two currencies',
      'Orbin revenue',
      [
        'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
        'Orbin reported revenue of €2.4 billion in the second quarter of 2026.',
      ],
      'unit',
    ],
    [
      'power and energy',
      'Orbin',
      ['Orbin had capacity of 900 megawatts in April 2026.', 'Orbin had storage of 900 megawatt-hours in July 2026.'],
      'unit',
    ],
    [
      'revenue and profit',
      'Orbin',
      [
        'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
        'Orbin reported profit of $240 million in the second quarter of 2026.',
      ],
      'measure',
    ],
    [
      'revenue and a part of it',
      'Orbin revenue',
      [
        'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
        'Orbin reported cloud revenue of $1.4 billion in the second quarter of 2026.',
      ],
      'measure',
    ],
    [
      'debt and backlog',
      'Orbin debt',
      ['Orbin had debt of $14 billion on March 31, 2026.', 'Orbin had a backlog of $99 billion on June 30, 2026.'],
      'measure',
    ],
    [
      'a price an hour and a price for good',
      'K9 price',
      ['Renting a K9 cost $3.90 an hour in April 2026.', 'A K9 cost $31,000 in July 2026.'],
      'unit',
    ],
    [
      'a price per hour and per token',
      'Orbin price',
      ['Orbin charged $3.90 an hour in April 2026.', 'Orbin charged $3.10 per million tokens in July 2026.'],
      'unit',
    ],
    [
      'an amount and a change of it',
      'Orbin revenue',
      [
        'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
        'Orbin revenue rose by $300 million in the second quarter of 2026.',
      ],
      'change',
    ],
    [
      'a quarter and a time that is not told',
      'Orbin revenue',
      ['Orbin reported revenue of $2.1 billion in the first quarter of 2026.', 'Orbin reported revenue of $3 billion.'],
      'undated',
    ],
    [
      'sites and staff',
      'Orbin',
      ['Orbin had 40 sites in April 2026.', 'Orbin had 4,600 employees in July 2026.'],
      'unit',
    ],
    [
      'a margin and a stake',
      'Orbin',
      ['Orbin reported an operating margin of 31% in April 2026.', 'Orbin held a stake of 12% in July 2026.'],
      'measure',
    ],
  ])('%s', (_, asked, texts, reason) => {
    const trend = trendIn(asked, texts);
    expect(labels(trend).length).toBeLessThan(2);
    if (reason !== null) expect([...(trend?.leftOut.keys() ?? [])]).toContain(reason);
  });
});

describe('what was foretold or taken back', () => {
  it('stands apart from what is known, and behind it', () => {
    const trend = trendIn('Orbin revenue', [
      'Orbin reported revenue of $7 billion in 2024.',
      'Orbin reported revenue of $9 billion in 2025.',
      'Orbin expects revenue of $11 billion in 2026.',
    ]);
    expect(trend?.series.points.map(({ label, forecast }) => [label, forecast])).toEqual([
      ['$7 billion', false],
      ['$9 billion', false],
      ['$11 billion', true],
    ]);
    expect(words(trend)).toContain('(2026, forecast)');
  });

  it('is told by its bounds where it is a range', () => {
    const trend = trendIn('Orbin revenue', [
      'Orbin reported revenue of $9 billion in 2025.',
      'Orbin expects revenue of $10 billion to $11 billion in 2026.',
    ]);
    expect(words(trend)).toContain('rose from $9 billion (2025) to $10 billion–$11 billion (2026, forecast), over 2');
  });

  it('gives way to what is known of the same time', () => {
    const trend = trendIn('Orbin revenue', [
      'Orbin expects revenue of $2.2 billion in the second quarter of 2026.',
      'Orbin reported revenue of $2.4 billion in the second quarter of 2026.',
      'Orbin reported revenue of $2.9 billion in the third quarter of 2026.',
    ]);
    expect(labels(trend)).toEqual(['$2.4 billion', '$2.9 billion']);
  });

  it('is one value a moment, the newest, with the older one as what sources differ in', () => {
    const trend = trendIn('Orbin revenue', [
      'Orbin reported revenue of $2.1 billion in the first quarter of 2026.',
      'Orbin reported revenue of $2.2 billion in the first quarter of 2026.',
      'Orbin reported revenue of $2.9 billion in the third quarter of 2026.',
    ]);
    expect(labels(trend)).toEqual(['$2.2 billion', '$2.9 billion']);
    expect(trend?.disputed.map(({ figure }) => figure.text)).toEqual(['$2.1 billion']);
  });

  it('is no step where it only says for how long what stands will stand', () => {
    const trend = trendIn('Orbin power', [
      'Orbin has contracted 2.4 gigawatts of power.',
      'Orbin has agreed to buy 2.4 gigawatts of power through 2036.',
    ]);
    expect(labels(trend)).toEqual(['2.4 gigawatts']);
  });

  it('is no contradiction where a deal stands beside the total, told on one day', () => {
    const trend = trendIn('Orbin power', [
      'Orbin has 5.1 gigawatts of power under contract. ',
      'Orbin has contracted 2.4 gigawatts of power for a mill near Tarn.\n\nThat lifts the power that Orbin has under contract to 7.5 gigawatts.',
    ]);
    expect(trend?.disputed).toEqual([]);
  });

  it('is nothing where it was denied', () => {
    const trend = trendIn('Orbin revenue', [
      'Orbin denied that it had revenue of $5 billion in 2024.',
      'Orbin reported revenue of $9 billion in 2025.',
    ]);
    expect(labels(trend)).toEqual(['$9 billion']);
  });
});

describe('indices of a price', () => {
  const texts = ['Renting a K9 cost $3.90 an hour in April 2026.', 'Renting a K9 cost $3.10 an hour in July 2026.'];

  it('are each a series of its own', () => {
    const trend = trendIn('K9 rent', texts, ['Floorprice', 'Gridmarket']);
    expect(labels(trend).length).toBeLessThan(2);
    expect(trend?.leftOut.get('source')).toBe(1);
  });

  it('are one, whoever cites it', () => {
    const cited = [texts[0] ?? '', 'Renting a K9 cost $3.10 an hour in July 2026, according to Floorprice.'];
    expect(labels(trendIn('K9 rent', cited, ['Floorprice', 'wire']))).toHaveLength(2);
  });
});

describe('a price by the hour', () => {
  it('is one level, of a month or as the average of a year; what an owner needs is no price of it', () => {
    const index =
      'An Orbin K9 rented for $1.88 an hour on average in November 2026, down 31% from $2.72 a year ago. ' +
      'We estimate that an owner who bought a K9 system at the list price of 2024 needs $1.50 an hour to cover electricity.';
    const found = trendIn('K9', [index]);
    expect(labels(found)).toEqual(['$2.72', '$1.88 an hour']);
    expect(found?.series.title).toBe('Orbin K9: average price');
  });

  it('has no point of the cheapest among many', () => {
    const of = [
      'An Orbin K9 rented for $1.88 an hour on average in November 2026, down 31% from $2.72 a year ago. ' +
        'The cheapest offer for an Orbin K9 was $1.42 an hour.',
    ];
    for (const asked of ['K9', 'Orbin K9', 'K9 rental price'])
      expect(labels(trendIn(asked, of))).toEqual(['$2.72', '$1.88 an hour']);
  });
});

describe('the sentence over a chart', () => {
  it.each([
    ['rose', ['Orbin had debt of $14 billion on March 31, 2026.', 'Orbin had debt of $16 billion on June 30, 2026.']],
    ['fell', ['Orbin had debt of $16 billion on March 31, 2026.', 'Orbin had debt of $14 billion on June 30, 2026.']],
    [
      'stayed at the same level',
      ['Orbin had debt of $16 billion on March 31, 2026.', 'Orbin had debt of $16 billion on June 30, 2026.'],
    ],
  ])('%s as its points do, and holds their numbers alone', (way, texts) => {
    const alt = words(trendIn('Orbin debt', texts));
    expect(alt).toContain(` ${way} from `);
    expect(alt.match(/\$\d+ billion/g)).toEqual(texts.map((text) => /\$\d+ billion/.exec(text)?.[0]));
  });

  it('names whose it is and what is measured, as the article writes them', () => {
    const tokens = [
      'The median price of a million output tokens was $2.40 in October 2026.',
      'The median price of a million output tokens fell to $0.85 in November 2026.',
    ];
    expect(trendIn('token price', tokens)?.series.title).toBe('Median price of a million output tokens');
    const title = trendIn('orbin DEBT', ['Orbin Compute had debt of $14 billion on March 31, 2026.'])?.series.title;
    expect(title).toBe('Orbin Compute: debt');
  });
});
