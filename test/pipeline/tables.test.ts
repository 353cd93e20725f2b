import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, readQuestion } from '../../src/ask/index.ts';
import { passagesOf } from '../../src/document/passage.ts';
import { figureInWords } from '../../src/document/quantity.ts';
import { mine } from '../../src/evidence/mine.ts';
import type { Article } from '../../src/model.ts';
import { RELEASE_TEXT, RELEASE_TITLE } from '../release.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;
let release: Article;
beforeAll(async () => {
  desk = await openNewsdesk();
  release = await desk.see('2026-11-24T08:00:00.000Z', RELEASE_TITLE, RELEASE_TEXT);
});
afterAll(() => desk.close());

describe('a release with a table of results', () => {
  it('is told in its sentences, and by no line of its table', async () => {
    const { inShort, stories, figures } = await desk.look('infra', '2026-11-24T12:00:00.000Z');
    const told = [...inShort, ...stories.flatMap(({ headline, points }) => [headline, ...points])];
    expect(told.length).toBeGreaterThan(2);
    for (const { text, cites } of told)
      for (const said of [text, ...cites.map((cite) => cite.text)]) expect(said).not.toContain('|');
    const shown = [...figures, ...stories.flatMap(({ quantities }) => quantities)].map(({ figure }) => figure);
    // Last year's column is what this year's is compared with.
    expect(shown.map(({ text }) => text)).not.toContain('$355');
    for (const { caption, when, text } of shown.filter((figure) => figure.text.startsWith('$')))
      expect({ text, caption, when }).toMatchObject({
        caption: expect.stringContaining('Orvane Cloud’s '),
        when: '2026-08/2026-10',
      });
  });

  it.each([
    ['What was Orvane Cloud’s net income?', 'Net income, Three Months Ended October 31, 2026: $52 million'],
    [
      'What was Orvane Cloud’s revenue in the three months to October 2025?',
      'Revenue, Three Months Ended October 31, 2025: $355 million',
    ],
  ])('answers from its table: %s', (question, answer) => {
    const told = ask(
      readQuestion(question, new Date('2026-11-24T13:00:00.000Z')),
      [release],
      new Map([[release.id, mine(release)]]),
    );
    expect(told.points.map(({ text }) => text)).toEqual([answer]);
    const [cite] = told.points.flatMap(({ cites }) => cites);
    expect(RELEASE_TEXT.slice(cite?.start, cite?.end)).toBe(cite?.text);
  });

  it('is shown by a cell with its heads, not by a row of bars', () => {
    const figure = mine(release).figures.find(({ text }) => text === '$52');
    const { start = 0, end = 0 } = figure ?? {};
    const [passage] = passagesOf(release, [{ span: { start, end }, depth: 2 }], { before: 70, after: 70 }, String);
    expect(passage?.pieces.map(({ text }) => text)).toEqual([
      'ORVANE CLOUD, INC. STATEMENTS OF OPERATIONS (In millions, except per share data) · Net income, Three Months Ended October 31, 2026: ',
      '$52',
    ]);
    expect(figure === undefined ? null : figureInWords(figure)).toBe('$52 million');
  });
});
