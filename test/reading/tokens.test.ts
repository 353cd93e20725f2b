import { describe, expect, it } from 'vitest';
import { tokensIn } from '../../src/reading/tokens.ts';

const words = (text: string) => tokensIn(text).map((token) => token.text);

describe('a sentence in words', () => {
  it.each([
    ["The firm's plan isn't ready.", ['The', 'firm', "'s", 'plan', 'is', "n't", 'ready', '.']],
    ['It cannot pay $2.4bn, or 12%.', ['It', 'can', 'not', 'pay', '$', '2.4', 'bn', ',', 'or', '12', '%', '.']],
    ['A ten-year, U.S. co-owner', ['A', 'ten', '-', 'year', ',', 'U.S.', 'co-owner']],
    ['RM2.9 billion, NOK900', ['RM', '2.9', 'billion', ',', 'NOK', '900']],
    ['the 1990s, the 3rd 5G mast', ['the', '1990s', ',', 'the', '3rd', '5G', 'mast']],
    ['see https://a.example/b?c=1.', ['see', 'https://a.example/b?c=1', '.']],
    ['Dr. Vale of Orr Inc. said', ['Dr.', 'Vale', 'of', 'Orr', 'Inc.', 'said']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the place of each in the text, and loses no letter', () => {
    const text = 'Ångström-Élan “grew” 3,5 % – см. §4…';
    const tokens = tokensIn(text, 100);
    for (const { start, end, text: word } of tokens) expect(text.slice(start - 100, end - 100)).toBe(word);
    expect(tokens.map(({ text }) => text).join('')).toBe(text.replace(/\s/g, ''));
  });
});
