import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesIn } from '../../src/evidence/quotes.ts';
import { peopleIn } from './people.ts';

const said = (text: string): string[] => quotesIn(text).map((quote) => quote.text);
const speakers = (text: string): (string | null)[] => quotesIn(text).map((quote) => quote.speaker);

describe('quotation marks', () => {
  it.each([
    ['straight', '"We are out of power," said Mara Lindqvist.'],
    ['curly', '“We are out of power,” said Mara Lindqvist.'],
    ['angle', '«We are out of power,» said Mara Lindqvist.'],
    ['spaced angle', '« We are out of power, » said Mara Lindqvist.'],
    ['turned angle', '»We are out of power,« said Mara Lindqvist.'],
    ['low', '„We are out of power,“ said Mara Lindqvist.'],
    ['single', '‘We are out of power,’ said Mara Lindqvist.'],
    ['straight single', "'We are out of power,' said Mara Lindqvist."],
    ['mixed', '"We are out of power,” said Mara Lindqvist.'],
  ])('%s marks stay outside the span', (_, text) => {
    expect(said(text)).toEqual(['We are out of power,']);
  });

  it('keeps a quotation inside a quotation whole', () => {
    expect(said('“They said ‘no’ twice, then “maybe later” once,” said Tom Achebe.')).toEqual([
      'They said ‘no’ twice, then “maybe later” once,',
    ]);
    expect(said('"They said "no" to every request," said Tom Achebe.')).toEqual(['They said "no" to every request,']);
  });

  it('tells apostrophes from single marks, leading ones and those of plurals too', () => {
    expect(
      said('‘The customers’ demands haven’t changed since the ’90s,’ said Ines Moreau. ‘You can’t tell ’em no.’'),
    ).toEqual(['The customers’ demands haven’t changed since the ’90s,', 'You can’t tell ’em no.']);
    expect(said("The '90s boom was the operators' making, and nobody's fault, said Tom Achebe.")).toEqual([]);
  });

  it('tells inches and feet from marks', () => {
    expect(said('The 19" racks stand 7\' tall. "Each is 24" wide and full," said engineer Tom Achebe.')).toEqual([
      'Each is 24" wide and full,',
    ]);
  });

  it('follows a speech over paragraphs that repeat the opening mark', () => {
    const text =
      '“We signed in May,” said Jonas Vidal, Helio’s chief executive. “The grid came first.\n\n“Then came the chips.\n\n“Then the water ran out.”\n\nThe plant opens in June.';
    expect(said(text)).toEqual([
      'We signed in May,',
      'The grid came first.',
      'Then came the chips.',
      'Then the water ran out.',
    ]);
    expect(new Set(speakers(text))).toEqual(new Set(['Jonas Vidal']));
  });

  it('ends a quotation that is never closed with its paragraph', () => {
    const text = 'Ann Moss said: “The backlog is four years.\n\nHelio declined to comment.';
    expect(said(text)).toEqual(['The backlog is four years.']);
  });

  it('gives an interrupted quotation in its parts, each with the same speaker', () => {
    const text = '“Power,” said Carl Nyberg, founder of Tenrix, “is the only input that money cannot hurry.”';
    expect(quotesIn(text).map((quote) => [quote.text, quote.speaker, quote.organisation])).toEqual([
      ['Power,', 'Carl Nyberg', 'Tenrix'],
      ['is the only input that money cannot hurry.', 'Carl Nyberg', 'Tenrix'],
    ]);
  });
});

describe('what is no quotation of anybody', () => {
  it.each([
    ['a scare quote', 'The so-called “neocloud” has no customers yet, and its “campus” is a field.'],
    ['a single term', 'Analysts call the method “disaggregation” when racks are split.'],
    ['the title of a work', 'Okafor wrote “The Last Transformer: A History of the Grid” in 2019.'],
    ['a value in left-over markup', 'The page read <a title="how we build our plants here">more</a> and nothing else.'],
  ])('%s is left out', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it('keeps a fragment of several words that somebody spoke', () => {
    const text = 'Ines Moreau called the lease “a bet on patience and cheap gas” on Monday.';
    expect(quotesIn(text)).toMatchObject([{ text: 'a bet on patience and cheap gas', speaker: 'Ines Moreau' }]);
  });
});

describe('a morning’s article', () => {
  const text = [
    'Helio Cloud will spend $4 billion on a campus in Ohio, its largest yet.',
    '“We looked at eleven sites and one of them had power,” said Mara Lindqvist, the company’s head of energy. “That made it easy.”',
    'Co-founder Ada Brandt told Grid Weekly that Helio would need “about a gigawatt by the end of 2027.” She would not say who supplies it.',
    '“Not everything is for sale,” she said.',
    'Tunde Okafor, who follows the sector at Ledger Insight, was doubtful.',
    '“A gigawatt is a city,” he wrote in a note to clients. “You do not order a city.”',
    'A spokesperson for the Ohio Grid Authority said it had received “no formal request so far.”',
  ].join('\n\n');

  it('names everybody who speaks, with what they are', () => {
    expect(
      quotesIn(text).map(({ text: words, speaker, role, organisation }) => [words, speaker, role, organisation]),
    ).toEqual([
      ['We looked at eleven sites and one of them had power,', 'Mara Lindqvist', 'head of energy', 'Helio Cloud'],
      ['That made it easy.', 'Mara Lindqvist', 'head of energy', 'Helio Cloud'],
      ['about a gigawatt by the end of 2027.', 'Ada Brandt', 'Co-founder', 'Helio Cloud'],
      ['Not everything is for sale,', 'Ada Brandt', 'Co-founder', 'Helio Cloud'],
      ['A gigawatt is a city,', 'Tunde Okafor', null, 'Ledger Insight'],
      ['You do not order a city.', 'Tunde Okafor', null, 'Ledger Insight'],
      ['no formal request so far.', null, 'spokesperson', 'Ohio Grid Authority'],
    ]);
  });

  it('lists its people once, under their fullest names, with every mention', () => {
    const longer = `${text}\n\nLindqvist joined from Northwind. Brandt and Lindqvist share an office.`;
    const people = peopleIn(longer);
    expect(people.map(({ name }) => name)).toEqual(['Mara Lindqvist', 'Ada Brandt', 'Tunde Okafor']);
    for (const { start, end, text: words } of people.flatMap(({ mentions }) => mentions)) {
      expect(longer.slice(start, end)).toBe(words);
    }
    expect(people[0]?.mentions.map((mention) => mention.text)).toEqual(['Mara Lindqvist', 'Lindqvist', 'Lindqvist']);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      ' ',
      '\n',
      '\n\n',
      ', ',
      '. ',
      ': ',
      '—',
      '(',
      ')',
      '19"',
    ),
    fc.constantFrom(
      'said ',
      'Mara Lindqvist ',
      'she ',
      'told ',
      'according to ',
      'the chief executive of ',
      'Helio',
      '’s ',
      'Inc. ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.lorem({ maxCount: 4 }),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('has exact spans in order that do not overlap, and nothing throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let from = 0;
        for (const quote of quotesIn(text)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(quote.start).toBeGreaterThanOrEqual(from);
          expect(quote.end).toBeGreaterThan(quote.start);
          from = quote.end;
        }
        for (const { mentions } of peopleIn(text)) {
          for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it.each(['"', '“', "'", '“a ', '"\'', '“It is on,” said Ann Moss. ', '« a » ', '(', '1"'])(
    'takes time in proportion to its length, also when it is %s alone',
    (unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const before = process.cpuUsage();
        quotesIn(text);
        return process.cpuUsage(before).user / 1e3;
      };
      time(10_000);
      // Four times the text: a quadratic scan would take sixteen times as long. The allowance is for a busy machine.
      expect(time(120_000)).toBeLessThan(8 * time(30_000) + 150);
    },
  );
});
