import { describe, expect, it } from 'vitest';
import { ask, readQuestion } from '../../src/ask/index.ts';
import { articleOf, evidenceOf } from './articles.ts';

const NOW = new Date('2026-11-24T13:00:00.000Z');
const ARTICLES = [
  articleOf(
    'deal',
    'Marlow sells its Esk campus',
    'Marlow Fibre sold its Esk campus to Tamar Capital for 95 million euros. Tamar bought a smaller hall in Frome last year.\n\n' +
      'Ridley Systems runs the campus until 2031. It does not own the land, which belongs to the city of Wick.',
  ),
  articleOf(
    'wire',
    'Copper for Tavy',
    'Tavy Cables buys its copper from Minera Alba. Plym Services operates two mills near Redruth.',
  ),
  articleOf('stake', 'A stake in Avon Grid', 'Sarn Power acquired a 30% stake in Avon Grid from Pryce Holdings.'),
  articleOf(
    'rents',
    'Rents of racks, third quarter',
    'Rents rose again.\n\n| City | Q3 2026 | Q2 2026 | Q3 2025 |\n| --- | --- | --- | --- |\n| Bergen | $142 | $138 | $121 |\n' +
      '| Porto | $119 | $121 | $117 |\n| Gdynia | $97 | $95 | not asked |\n\nPrices are for a kilowatt a month.',
  ),
];
const EVIDENCE = evidenceOf(ARTICLES);
const told = (question: string): string =>
  ask(readQuestion(question, NOW), ARTICLES, EVIDENCE)
    .points.map(({ text }) => text)
    .join(' ');

describe('who did it', () => {
  it.each([
    ['Who bought the Esk campus?', 'Tamar Capital'],
    ['Who sold the Esk campus?', 'Marlow'],
    ['Who owns the land of the Esk campus?', 'city of Wick'],
    ['Who acquired a stake in Avon Grid?', 'Sarn Power'],
    ['Who sells copper to Tavy Cables?', 'Minera Alba'],
    ['Who operates the mills near Redruth?', 'Plym Services'],
    ['Who runs the Esk campus?', 'Ridley Systems'],
  ])('is told, from whichever end: %s', (question, answer) => {
    expect(told(question)).toContain(answer);
  });

  it.each([
    'Who bought Marlow Fibre?',
    'Who bought Pryce Holdings?',
    'Who bought Sarn Power?',
    'What did Tamar Capital sell?',
    'Who sold the hall in Frome?',
    'Who owns Ridley Systems?',
    'Who owns the mills near Redruth?',
  ])('is not told by a deal about something else: %s', (question) => {
    expect(told(question)).toBe('');
  });
});

describe('a cell of a table', () => {
  it.each([
    ['What was the rent in Bergen in Q3 2025?', 'Bergen, Q3 2025: $121'],
    ['What was the rent in Porto in the second quarter of 2026?', 'Porto, Q2 2026: $121'],
    ['How much did a rack in Gdynia cost in the third quarter of 2026?', 'Gdynia, Q3 2026: $97'],
  ])('answers by the heads of its row and its column, which it cites: %s', (question, answer) => {
    const { points } = ask(readQuestion(question, NOW), ARTICLES, EVIDENCE);
    expect(points.map(({ text }) => text)).toEqual([answer]);
    const cites = points.flatMap((point) => point.cites);
    const [, row, column, cell] = /^(.*), (.*): (.*)$/.exec(answer) ?? [];
    expect(cites.map(({ text }) => text)).toEqual([cell, row, column]);
    for (const { start, end, text } of cites)
      expect(ARTICLES.find(({ id }) => id === 'rents')?.text.slice(start, end)).toBe(text);
  });

  it.each([
    'What was the rent in Gdynia in Q3 2025?',
    'What was the rent in Lisbon in Q3 2026?',
    'What was the rent in Bergen in Q1 2026?',
    'How much water did Bergen use in Q3 2026?',
  ])('is no answer for another row, column or measure: %s', (question) => {
    expect(told(question)).toBe('');
  });
});
