import { describe, expect, it } from 'vitest';
import { choose, indexOf } from '../../src/ask/index.ts';
import { articleOf } from './articles.ts';

const ARTICLES = [
  articleOf(
    'ferry',
    'A ferry that runs on waste heat',
    'The port of Varnholt opened a ferry line on Monday. Its boats are heated by a data centre. Mayor Ines Aldana cut the ribbon.',
  ),
  articleOf(
    'bakery',
    'Bakers of Sondrel strike',
    'Bakers in Sondrel stopped work over the price of flour. The strike ended after nine days.',
  ),
];
const index = indexOf(ARTICLES);

describe('a choice between answers', () => {
  it('is the one that stands beside what was asked, with the passage', () => {
    const { choice, cites } = choose('Which port opened a ferry line?', ['Sondrel', 'Varnholt', 'Maribo'], index);
    expect(choice).toBe(1);
    expect(cites[0]?.text).toContain('Varnholt');
    for (const { article, start, end, text } of cites)
      expect(ARTICLES.find(({ id }) => id === article)?.text.slice(start, end)).toBe(text);
  });

  it('knows a number in words and in digits', () => {
    expect(choose('How long did the strike of the bakers last?', ['4 days', '9 days', '12 days'], index).choice).toBe(
      1,
    );
  });

  it('knows a town without the country that a choice adds', () => {
    const choices = ['Sondrel, Ostland', 'Varnholt, Ostland'];
    expect(choose('In which town is there a new ferry line?', choices, index).choice).toBe(1);
  });

  it('is the newer of two that are told alike', () => {
    const told = (port: string, published: string) =>
      articleOf(port, 'A ferry line', `The port of ${port} opened a ferry line.`, published);
    const two = indexOf([told('Sondrel', '2024-03-02T00:00:00.000Z'), told('Maribo', '2026-11-20T00:00:00.000Z')]);
    expect(choose('Which port opened a ferry line?', ['Sondrel', 'Maribo'], two).choice).toBe(1);
    expect(choose('Which port opened a ferry line?', ['Maribo', 'Sondrel'], two).choice).toBe(0);
  });

  it('is none where the articles support none', () => {
    expect(choose('Who won the chess title?', ['Petra Kall', 'Jonas Weir'], index)).toEqual({
      choice: null,
      cites: [],
    });
    expect(choose('Who won?', [], index).choice).toBeNull();
  });

  it('cites passages that do not overlap, of at most 400 characters', () => {
    const { cites } = choose('Which port opened a ferry line?', ['Varnholt'], index);
    for (const [at, cite] of cites.entries()) {
      expect(cite.text.length).toBeLessThanOrEqual(400);
      for (const other of cites.slice(at + 1))
        expect(other.article !== cite.article || other.start >= cite.end || other.end <= cite.start).toBe(true);
    }
  });
});
