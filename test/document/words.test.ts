import { describe, expect, it } from 'vitest';
import { figureInWords, whatInWords } from '../../src/document/quantity.ts';
import { addressAt, receiptsOf } from '../../src/document/receipt.ts';
import { publishedIn, whenInWords } from '../../src/document/when.ts';
import type { Figure, Source } from '../../src/model.ts';

const figure = (given: Partial<Figure>): Figure => ({
  article: 'a',
  start: 0,
  end: 1,
  text: '$38 billion',
  value: 38e9,
  hedge: '=',
  direction: null,
  unit: 'USD',
  unitText: '$',
  concept: null,
  caption: null,
  subject: null,
  standing: 'stated',
  when: null,
  attributedTo: null,
  ...given,
});

describe('a figure in words', () => {
  it('stands as its article writes it', () => {
    expect(figureInWords(figure({ text: 'about $38\n  billion', hedge: '~' }))).toBe('about $38 billion');
  });

  it('gets a sign where its hedge or its direction stands elsewhere in the sentence', () => {
    expect(figureInWords(figure({ text: '$1.90', hedge: '<' }))).toBe('≤ $1.90');
    expect(figureInWords(figure({ text: '31%', direction: 'down' }))).toBe('−31%');
  });

  it('falls at both ends of a range', () => {
    const fall = (text: string) => figureInWords(figure({ text, value: [10, 15], direction: 'down' }));
    expect(fall('10% to 15%')).toBe('−10% to −15%');
    expect(fall('10–15%')).toBe('−10 to −15%');
    expect(fall('$10-to-$15 billion')).toBe('−$10 to −$15 billion');
  });
});

describe('what a figure is of', () => {
  const titled = (title: string) =>
    receiptsOf([
      { n: 1, article: 'a', title, url: 'https://a.example/x', publisher: 'P', published: null, corrected: false },
    ]);
  const plain = titled('Pumps fail again');

  it('is told by its caption, else by what it is about', () => {
    expect(whatInWords(figure({ caption: 'Brack will spend … on pumps', concept: 'pumps' }), plain)).toBe(
      'Brack will spend … on pumps',
    );
    expect(whatInWords(figure({ concept: 'revenue' }), plain)).toBe('revenue');
    // "The figure is 27 million litres."
    expect(whatInWords(figure({ concept: 'figure' }), plain)).not.toBe('figure');
  });

  it('is told by the title only where the figure has said the rest itself, and no other number stands there', () => {
    const halls = figure({ text: '12 halls', concept: 'halls' });
    expect(whatInWords(halls, plain)).toBe('Pumps fail again');
    expect(whatInWords(halls, titled('Pumps fail in 9 halls'))).toBe('');
  });
});

describe('the time that a figure holds for', () => {
  it.each([
    ['2026-Q3', 'Q3 2026'],
    ['2026-11', 'Nov 2026'],
    ['2026-11-24', '24 Nov 2026'],
    ['../2027-12-31', 'by end of 2027'],
    ['2026/2036', '2026 to 2036'],
    ['2027-01-01/..', 'from 1 Jan 2027'],
    [null, ''],
  ])('reads %s as "%s"', (when, words) => {
    expect(whenInWords(when)).toBe(words);
  });
});

describe('a receipt', () => {
  it('opens the article at the sentence: whole when it is short, by its ends when it is long', () => {
    expect(addressAt('https://a.example/x', 'It draws 5 MW, non-stop.')).toBe(
      'https://a.example/x#:~:text=It%20draws%205%20MW%2C%20non%2Dstop.',
    );
    const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';
    expect(addressAt('https://a.example/x', long)).toBe(
      'https://a.example/x#:~:text=one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen',
    );
  });

  it('leaves an address alone that has a place of its own', () => {
    expect(addressAt('https://a.example/x#part', 'Words.')).toBe('https://a.example/x#part');
  });

  it('is given once an article, however many of its sentences are cited', () => {
    const source: Source = {
      n: 3,
      article: 'a',
      title: 'T',
      url: 'https://a.example/x',
      publisher: 'P',
      published: null,
      corrected: false,
    };
    const span = { article: 'a', start: 0, end: 5, text: 'Words' };
    expect(receiptsOf([source]).of([span, { ...span, start: 9 }, { ...span, article: 'unknown' }])).toEqual([
      { kind: 'receipt', n: 3, href: 'https://a.example/x#:~:text=Words' },
    ]);
  });
});

it('shows a day of which no time is told as that day, wherever its reader is', () => {
  expect(publishedIn('2026-11-24T00:00:00.000Z', 'America/New_York')).toBe('Tue 24 Nov');
  expect(publishedIn('2026-11-24T00:30:00.000Z', 'America/New_York')).toBe('Mon 23 Nov 19:30');
});
