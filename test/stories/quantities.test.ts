import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/model.ts';
import { voiceOf } from '../../src/stories/publishers.ts';
import { quantitiesOf } from '../../src/stories/quantities.ts';
import { article, evidenceOf, hour } from './article.ts';

/** One sentence a publisher, an hour apart. */
function sideBySide(...sentences: readonly string[]): Quantity[] {
  const publishers = ['Grid Weekly', 'Harbour Ledger', 'Meridian Wire', 'Rackline'];
  const articles = sentences.map((text, at) =>
    article({ publisher: publishers[at] ?? '', title: `Report ${at}`, text, published: hour(at) }),
  );
  return quantitiesOf(articles, evidenceOf(articles), voiceOf);
}

const witnesses = (quantities: readonly Quantity[], text: string): number =>
  quantities.find(({ figure }) => figure.text.includes(text))?.witnesses.length ?? 0;

const differences = (quantities: readonly Quantity[]): string[] => [
  ...new Set(quantities.flatMap((quantity) => quantity.differences.map(({ kind }) => kind))),
];

describe('one figure, several witnesses', () => {
  it.each([
    ['$987M', 'Northwind will invest $987M in the campus.', 'The campus investment of Northwind is $987 million.'],
    [
      '2.4 GW',
      'Northwind will lease 2.4 GW of power in Ohio.',
      'The power lease in Ohio gives Northwind 2.4 gigawatts.',
    ],
    ['12,000', 'Helio ordered 12,000 GPUs for Oslo.', 'For its site in Oslo Helio placed an order of 12,000 GPUs.'],
  ])('counts %s however it is written', (text, one, other) => {
    expect(witnesses(sideBySide(one, other), text)).toBe(2);
  });

  it('counts a publisher once', () => {
    const text = 'Northwind will lease 2.4 GW of power in Ohio. The 2.4 GW of power go to Northwind.';
    expect(witnesses(sideBySide(text), '2.4 GW')).toBe(1);
  });

  it('shows it as who tells it outright, not as who says what it is not', () => {
    const [shown] = sideBySide(
      'The most important number in the draft is not 50,000 chips.',
      'The draft covers clusters of 50,000 chips.',
    );
    expect(shown?.figure.standing).toBe('stated');
    expect(shown?.witnesses.map(({ article }) => article)).toHaveLength(2);
    expect(shown?.witnesses[0]).toEqual(shown?.figure);
  });

  it('does not take two things of one number for one', () => {
    const quantities = sideBySide('The campus has 600 engineers.', 'Helio bought 600 transformers.');
    expect(quantities.map((quantity) => quantity.witnesses.length)).toEqual([1, 1]);
  });
});

describe('a difference is labelled as what it is', () => {
  it.each([
    ['rounding', 'Helio had revenue of $37.9 billion.', 'Helio had revenue of about $38 billion.'],
    ['time', 'Helio had revenue of $37.9 billion in 2025.', 'Helio had revenue of $29 billion in 2024.'],
    [
      'revision',
      'Helio plans capital spending of $34 billion.',
      'Helio raised its plan for capital spending to $38 billion from $34 billion.',
    ],
    [
      'disagreement',
      'Helio approved capital spending of $38 billion for fiscal 2027.',
      'Helio told suppliers to plan for capital spending of $41 billion in fiscal 2027.',
    ],
    ['disagreement', 'The reactor will cost $3.6 billion.', 'The reactor will cost $4.4 billion.'],
  ])('knows %s', (kind, one, other) => {
    expect(differences(sideBySide(one, other))).toEqual([kind]);
  });

  it('shows what was revised as it stands now, with what it was', () => {
    const [spending, ...rest] = sideBySide(
      'Helio plans capital spending of $34 billion.',
      'Helio raised its plan for capital spending to $38 billion from $34 billion.',
    );
    expect(spending?.figure.value).toBe(38e9);
    expect(spending?.differences.map(({ kind, figure }) => [kind, figure.value])).toEqual([['revision', 34e9]]);
    expect(rest).toEqual([]);
  });

  it('takes two named estimates for a spread, not for a quarrel', () => {
    const found = differences(
      sideBySide(
        'Data-centre demand will reach 90 gigawatts in 2030, Alder Research estimates.',
        'Data-centre demand will reach 120 gigawatts in 2030, Kestrel Partners estimates.',
      ),
    );
    expect(found).not.toContain('disagreement');
  });

  it.each([
    ['two companies', 'Helio had revenue of $8.1 billion.', 'Tessera had revenue of $2.2 billion.'],
    [
      'a part and the whole',
      'The campus of Helio takes 900 megawatts.',
      'A hall of the Helio campus takes 100 megawatts.',
    ],
    [
      'two quarters',
      'Revenue was $8.1 billion in the second quarter of 2026.',
      'Revenue was $9.6 billion in the third quarter of 2026.',
    ],
    ['two things', 'The turbines cost $400 million.', 'The land cost $85 million.'],
    ['a rise and a fall', 'Rental prices rose 4% in May.', 'Share prices fell 9% in May.'],
  ])('raises no alarm over %s', (_, one, other) => {
    expect(differences(sideBySide(one, other))).not.toContain('disagreement');
  });
});
