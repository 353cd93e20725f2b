import { expect, test } from 'vitest';
import { ask, readQuestion } from '../../src/ask/index.ts';
import { articleOf, evidenceOf } from './articles.ts';

const ARTICLES = [
  articleOf(
    'results',
    'A quarter of lenses',
    'Marn Optics told its results beside those of Vell Glass.\n\n| | Q3 2026 | Q3 2025 |\n| --- | --- | --- |\n' +
      '| Revenue | $410 million | $355 million |\n| Net income | $52 million | $47 million |\n| Employees | 1,210 | 1,150 |\n',
  ),
  articleOf(
    'halls',
    'Operators and their halls',
    'Rents fell.\n\n| Operator | Halls | Power (MW) |\n| --- | --- | --- |\n| Corran | 4 | 120 |\n| Duvall | 9 | 310 |\n',
  ),
];
const EVIDENCE = evidenceOf(ARTICLES);
const told = (question: string): string =>
  ask(readQuestion(question, new Date('2026-11-24T13:00:00.000Z')), ARTICLES, EVIDENCE)
    .points.map(({ text }) => text)
    .join(' ');

test.each([
  ['What was the revenue of Marn Optics in Q3 2026?', 'Revenue, Q3 2026: $410 million'],
  ['What was Marn Optics’ net income in the third quarter of 2025?', 'Net income, Q3 2025: $47 million'],
  ['How many employees does Marn Optics have?', 'Employees, Q3 2026: 1,210'],
])('a table is of whom its article begins with: %s', (question, answer) => {
  expect(told(question)).toBe(answer);
});

test('a unit that stands once over a column is that of its cells', () => {
  expect(told('How much power does Corran have?')).toBe('Corran, Power (MW): 120');
});

test.each([
  'What was the revenue of Vell Glass in Q3 2026?',
  'What was the revenue of Marn Optics in Q2 2026?',
  'How much water does Corran use?',
])('what a table does not tell is not taken from it: %s', (question) => {
  expect(told(question)).toBe('');
});
