import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseIn, sentencesIn } from '../../src/language/sentences.ts';

const texts = (text: string) => sentencesIn(text).map((sentence) => sentence.text);

describe('sentences of news', () => {
  it.each([
    ['titles', ['Dr. Mora met Mr. Lind of Tarn.', 'They talked.']],
    ['firms', ['Tarn Inc. said it will pay.', 'Glacier Co. has agreed.']],
    ['nations', ['The U.S. grid is full.', 'He moved to the U.S. in May.', 'She left the U.S.', 'He stayed.']],
    ['initials', ['J. K. Marsh wrote it.', 'George W. Lind read it.']],
    ['decimals and money', ['It rose 3.5 percent to $4.20.', 'It fell later.']],
    ['tickers', ['Tarn Corp. (NASDAQ: TARN) rose.', 'Shares of Tarn (TARN.O) fell.']],
    ['addresses', ['Read grid.example/news today.', 'Grid.example has more.']],
    ['clocks', ['They met at 5 p.m. on Monday.', 'It ended at 7 p.m.', 'The talks failed.']],
    ['months', ['It opens on Oct. 12 in Ohio.', 'It opened in Oct.', 'The rest follows.']],
    ['numbers', ['No. 5 is late.', 'He said no.', 'They left.']],
    ['ellipses', ['They waited...', 'Then it came.', 'He said it was… late.']],
    ['questions in quotes', ['"Is it over?" Marsh asked.', '"No."', 'He left.']],
    ['quotes over several', ['"We dug.', 'We waited," she said.', '“It came.”', 'She smiled.']],
    ['lower case after a mark', ['Yahoo! said so.', 'Why? he asked.']],
  ])('%s', (_, sentences) => {
    expect(texts(sentences.join(' '))).toEqual(sentences);
  });

  it('ends a sentence at a blank line, and not at a line that wraps', () => {
    expect(texts('A headline without a point\n\nThe first line\ngoes on. The next.')).toEqual([
      'A headline without a point',
      'The first line\ngoes on.',
      'The next.',
    ]);
  });

  it('gives exact spans in order that leave out white space alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab AB. .?!"”\n1U.S.') }), (text) => {
        let last = 0;
        for (const { start, end, text: sentence } of sentencesIn(text)) {
          expect(text.slice(start, end)).toBe(sentence);
          expect(text.slice(last, start).trim()).toBe('');
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

describe('a table', () => {
  const text = 'Sales rose.\n\n| Orvane, Inc. | Q3 2026 |\n| Net sales. Gross | $4.1 |\nIts kilns are\nfull. It rests.';

  it('is a line of its own each, in which no sentence ends', () => {
    expect(sentencesIn(text).map((sentence) => sentence.text)).toEqual([
      'Sales rose.',
      '| Orvane, Inc. | Q3 2026 |',
      '| Net sales. Gross | $4.1 |',
      'Its kilns are\nfull.',
      'It rests.',
    ]);
  });

  it('is no prose, nor is a bar alone a table', () => {
    expect(proseIn(text).map((sentence) => sentence.text)).toEqual([
      'Sales rose.',
      'Its kilns are\nfull.',
      'It rests.',
    ]);
    expect(proseIn('| By Ann Rook. Sales rose.').map((sentence) => sentence.text)).toEqual([
      '| By Ann Rook.',
      'Sales rose.',
    ]);
  });
});
