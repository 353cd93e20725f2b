import { describe, expect, it } from 'vitest';
import { mine } from '../../src/evidence/mine.ts';
import type { Figure, Quantity, Verified } from '../../src/model.ts';
import { isComparison, keyFiguresOfDay } from '../../src/write/key-figures.ts';
import { article } from '../stories/article.ts';

const TEXT = 'Maro Cloud had revenue of $6.2 billion in the quarter, up from $4.1 billion a year before.';
const mined = mine(article({ title: 'Maro', text: TEXT }));
const figureOf = (text: string): Verified<Figure> => {
  const found = mined.figures.find((figure) => figure.text === text);
  if (found === undefined) throw new Error(`no ${text} in ${mined.figures.map((figure) => figure.text).join(', ')}`);
  return found;
};
const quantity = (given: Partial<Figure>): Quantity => {
  const figure = { ...figureOf('$6.2 billion'), ...given };
  return { figure, witnesses: [figure], differences: [] };
};
const shown = (...stories: readonly (readonly Quantity[])[]): (string | null)[] =>
  keyFiguresOfDay(
    stories.map((quantities) => ({ quantities })),
    [],
    6,
  ).map(({ figure }) => figure.caption);

describe('the key figures of a day', () => {
  it('give way to those that say what they are of', () => {
    const plain = quantity({ caption: null, value: 7e9, text: '$7 billion' });
    const sure = quantity({ caption: 'Maro Cloud’s revenue' });
    expect(shown([plain, sure], [plain])).toEqual(['Maro Cloud’s revenue']);
  });

  it('tell one number of one party once, in whatever two captions', () => {
    const one = quantity({ caption: 'Maro Cloud’s revenue', subject: 'Maro Cloud', concept: 'revenue' });
    const again = quantity({ caption: 'revenue of Maro Cloud in the quarter', subject: 'Maro', concept: 'revenue' });
    const another = quantity({ caption: 'Brask’s order book', subject: 'Brask', concept: 'order book' });
    expect(shown([one], [again], [another])).toEqual(['Maro Cloud’s revenue', 'Brask’s order book']);
  });

  it('tell one particular amount of one party once, whatever it is called; a round one may be two', () => {
    const price = { value: 620e6, text: '£620 million', unit: 'GBP', when: null };
    const deal = quantity({ ...price, caption: 'price of the Marlow halls', subject: 'Brask', concept: 'price' });
    const loan = quantity({ ...price, caption: 'debt taken over with a campus', subject: null, concept: 'debt' });
    expect(shown([deal], [loan])).toEqual(['price of the Marlow halls']);
    const [round, other] = [deal, loan].map(({ figure }) => quantity({ ...figure, value: 1e9, text: '£1 billion' }));
    if (round === undefined || other === undefined) throw new Error('expected two');
    expect(shown([round], [other])).toHaveLength(2);
  });

  it('are not what another figure of the sentence is compared with', () => {
    expect(isComparison(figureOf('$4.1 billion'), mined)).toBe(true);
    expect(isComparison(figureOf('$6.2 billion'), mined)).toBe(false);
  });
});
