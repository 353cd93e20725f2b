import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntegrityError } from '../../src/errors.ts';
import { mine } from '../../src/evidence/mine.ts';
import { restore } from '../../src/evidence/restore.ts';
import { publishFigure, publishPoint, publishQuote, verify } from '../../src/evidence/verify.ts';
import { sentencesIn } from '../../src/language/sentences.ts';
import type { Article, ReasonKind } from '../../src/model.ts';
import { PASSAGES } from './rewrites.ts';

const TEXT = `Oakmere Cloud will spend about $4.2 billion on two campuses in Finland, it said on Monday. They draw 310 MW once they are complete, which Oakmere expects in 2029. "We came for the cold and stayed for the people," said Liisa Koskela, the company's head of energy.

Revenue rose 18 percent to $2.6 billion in the third quarter, from $2.2 billion a year earlier. Oakmere has not said who will supply the servers.`;

function articleOf(text: string, id = 'oakmere'): Article {
  return {
    id,
    url: `https://news.example/${id}`,
    title: 'Oakmere builds in Finland',
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    author: null,
    publisher: 'Example News',
    published: '2026-11-24T08:00:00.000Z',
    fetched: '2026-11-24T08:10:00.000Z',
    origin: 'page',
    note: null,
    supersedes: null,
  };
}

const SOURCES = [{ id: 's', text: TEXT }];

describe('the gate', () => {
  it.each([
    ['Oakmere Cloud will spend about $4.2bn on two campuses in Finland.'],
    ['Oakmere will invest about 4.2 billion US dollars in two Finnish campuses.'],
    ['In the third quarter, revenue grew 18% to $2.6 billion.'],
    ['Liisa Koskela of Oakmere said that the company "came for the cold and stayed for the people."'],
    ['Oakmere has not disclosed who will supply the servers.'],
  ])('passes what the article says in other words: %s', (claim) => {
    expect(verify(claim, SOURCES).reasons).toEqual([]);
  });

  it.each<[string, readonly ReasonKind[]]>([
    ['Oakmere Cloud will spend about $4.2 million on two campuses in Finland.', ['figure', 'unit']],
    ['Oakmere Cloud will spend about €4.2 billion on two campuses in Finland.', ['unit', 'figure']],
    ['Oakmere Cloud will spend $4.2 billion on two campuses in Finland.', ['figure']],
    ['Revenue fell 18 percent to $2.6 billion in the third quarter.', ['direction']],
    ['Revenue rose 18 percent to $2.6 billion in the second quarter.', ['time']],
    ['Revenue was $2.2 billion in the third quarter.', ['figure', 'time', 'statement']],
    ['Halvorsen Cloud will spend about $4.2 billion on two campuses in Finland.', ['name', 'subject']],
    ['"We came for the cold and left for the people," said Liisa Koskela.', ['quote']],
    ['"We came for the cold and stayed for the people," said Pekka Rautio.', ['speaker', 'name']],
    ['Oakmere has said who will supply the servers.', ['statement']],
    ['Oakmere Cloud will spend about $4.2 billion on two campuses in Finland because land is cheap.', ['statement']],
    ['The campuses drew 310 MW in 2026.', ['time', 'statement', 'subject', 'figure']],
  ])('refuses what it does not say, and tells why: %s', (claim, kinds) => {
    const { ok, reasons } = verify(claim, SOURCES);
    expect(ok).toBe(false);
    expect(kinds).toContain(reasons[0]?.kind);
  });

  it.each([
    ['Two former Holm engineers run it.', 'Two current Holm engineers run it.'],
    ['Two former Holm engineers run it.', 'Two former Intel engineers run it.'],
    ['It hired 200 construction workers in May.', 'It hired 200 office workers in May.'],
    ['It bought 50,000 Nvidia GPUs in May.', 'It bought 50,000 AMD GPUs in May.'],
  ])('looks at what a number counts, word for word: %s %s', (text, claim) => {
    const sources = [{ id: 's', text }];
    expect(verify(text, sources).ok).toBe(true);
    expect(verify(claim, sources).ok).toBe(false);
  });

  it.each(['', 'Oakmere.', 'Finland Oakmere Koskela.'])('passes nothing without a receipt: "%s"', (claim) => {
    expect(verify(claim, SOURCES)).toMatchObject({ ok: false });
  });

  it('passes a sentence as it stands, with the whole of it as its receipt', () => {
    const claim = 'Oakmere has not said who will supply the servers.';
    const { ok, score, cites } = verify(claim, SOURCES);
    expect({ ok, score, cites: cites.map(({ text }) => text) }).toEqual({ ok: true, score: 1, cites: [claim] });
  });

  it('cites the sentence that a quote is taken from', () => {
    const { ok, cites } = verify('"We came for the cold," said Liisa Koskela.', SOURCES);
    expect(ok).toBe(true);
    expect(cites[0]?.text).toContain('stayed for the people');
  });

  it('knows a company by its other names', () => {
    const sources = [{ id: 's', text: 'Amazon Web Services opened a site in Dublin.' }];
    expect(verify('AWS opened a site in Dublin.', sources).ok).toBe(true);
    expect(verify('Azure opened a site in Dublin.', sources).ok).toBe(false);
  });

  it('passes most rewrites of an editor and refuses nearly all their false twins', () => {
    const carried = PASSAGES.flatMap(({ text, carried: claims }) => claims.map((claim) => ({ text, claim })));
    const refused = PASSAGES.flatMap(({ text, refused: claims }) => claims.map((claim) => ({ text, claim })));
    const passes = ({ text, claim }: { text: string; claim: string }): boolean => verify(claim, [{ id: 's', text }]).ok;
    expect(carried.filter(passes).length / carried.length).toBeGreaterThan(0.78);
    expect(refused.filter((twin) => !passes(twin)).length / refused.length).toBeGreaterThan(0.95);
  });
});

describe('what is published', () => {
  const article = articleOf(TEXT);

  it('is every figure and quote that the extractors read, exactly where they stand', () => {
    const { figures, quotes, sentences } = mine(article);
    expect(figures.length).toBeGreaterThan(5);
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Liisa Koskela']);
    for (const { start, end, text } of [...figures, ...quotes, ...sentences]) {
      expect(TEXT.slice(start, end)).toBe(text);
    }
  });

  it('is no figure and no quote that the extractors do not read there', () => {
    const [figure] = mine(article).figures;
    const [quote] = mine(article).quotes;
    if (figure === undefined || quote === undefined) throw new Error('nothing was mined');
    expect(publishFigure(article, { ...figure, value: 5e9 })).toMatchObject([{ kind: 'figure' }]);
    expect(publishFigure(article, { ...figure, start: figure.start + 1 })).toMatchObject([{ kind: 'figure' }]);
    expect(publishQuote(article, { ...quote, speaker: 'Pekka Rautio' })).toMatchObject([{ kind: 'quote' }]);
  });

  it('is a point with short, exact cites', () => {
    const made = publishPoint('Revenue grew 18% to $2.6 billion in the third quarter.', [article]);
    if (!made.ok) throw new Error(JSON.stringify(made.reasons));
    expect(made.point.cites.length).toBe(1);
    for (const { start, end, text } of made.point.cites) expect(TEXT.slice(start, end)).toBe(text);
  });

  it('is no point that the named sentences do not carry, though others do', () => {
    const claim = 'Revenue grew 18% to $2.6 billion in the third quarter.';
    const span = (text: string) => ({
      article: article.id,
      start: TEXT.indexOf(text),
      end: TEXT.indexOf(text) + 9,
      text,
    });
    expect(publishPoint(claim, [article], [span('Revenue rose')]).ok).toBe(true);
    expect(publishPoint(claim, [article], [span('They draw')]).ok).toBe(false);
  });

  it('does not hold better for naming passages that tell nothing of it', () => {
    const text =
      'Leasing a rack cost $900 a month on average in May, RackIndex said on Friday. That was 12% less than a year before. RackIndex counted 80 landlords in six countries.';
    const prices = articleOf(text);
    for (const claim of ['That was 12% less, RackIndex said, than a year before.', 'RackIndex counted 80 landlords.'])
      for (const { start, end } of sentencesIn(text).filter((sentence) => !/12%|80/.test(sentence.text)))
        expect(
          publishPoint(claim, [prices], [{ article: prices.id, start, end, text: text.slice(start, end) }]).ok,
        ).toBe(false);
  });
});

describe('what was stored', () => {
  const article = articleOf(TEXT);
  const [figure] = mine(article).figures;
  if (figure === undefined) throw new Error('nothing was mined');

  it('comes back when it still stands in its article', () => {
    expect(restore('figure', figure, article)).toEqual(figure);
  });

  it('does not come back over a changed text, a moved span or another article', () => {
    expect(() => restore('figure', figure, { ...article, text: TEXT.replace('4.2', '5.2') })).toThrow(IntegrityError);
    expect(() => restore('figure', { ...figure, start: figure.start + 1 }, article)).toThrow(IntegrityError);
    expect(() => restore('figure', { ...figure, caption: 'Oakmere will waste …' }, article)).toThrow(IntegrityError);
    expect(() => restore('figure', figure, articleOf(TEXT, 'another'))).toThrow(IntegrityError);
    expect(() =>
      restore('point', { text: 'It is so.', cites: [{ article: 'oakmere', start: 0, end: 3, text: 'Elm' }] }, [
        article,
      ]),
    ).toThrow(IntegrityError);
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    'Oakmere',
    'rose',
    '18',
    'percent',
    '$4',
    'billion',
    '"',
    '“',
    'not',
    ',',
    '.',
    'which',
    'said',
    'in',
    '2029',
    'and',
    'the',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
  );

  it('is judged without an exception, with a score from 0 to 1 and exact cites', () => {
    fc.assert(
      fc.property(anything, anything, (claim, text) => {
        const { ok, reasons, score, cites } = verify(claim, [{ id: 's', text }]);
        expect(ok).toBe(reasons.length === 0);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const cite of cites) expect(text.slice(cite.start, cite.end)).toBe(cite.text);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['9', '"', '(', 'a ', 'Aa ', '. ', 'said "'])('is judged in linear time: %j over and over', (piece) => {
    const text = piece.repeat(Math.floor(60_000 / piece.length));
    const before = process.cpuUsage().user;
    verify('Oakmere Cloud will spend about $4.2 billion.', [{ id: 's', text }]);
    verify(text.slice(0, 6_000), [{ id: 's', text }]);
    expect(process.cpuUsage().user - before).toBeLessThan(3_000_000);
  });
});
