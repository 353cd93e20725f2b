import { describe, expect, it } from 'vitest';
import { markedIn } from '../../../src/evidence/quotes/marks.ts';
import { paragraphsOf } from '../../../src/evidence/quotes/paragraphs.ts';
import { quotesIn } from '../../../src/evidence/quotes.ts';
import { type Attributed, attributed, learnedFrom } from '../../../src/evidence/voices/choose.ts';
import { narrationOf } from '../../../src/evidence/voices/narration.ts';
import { articlesOf, fingerprint, LEARNED, UNSEEN } from './marked.ts';

describe('the voices of an article', () => {
  it('were learned from the articles that stand here: else run train.ts', () => {
    expect(learnedFrom()).toBe(fingerprint(LEARNED));
  });
});

type Told = readonly [speaker: string | null, role: string | null, organisation: string | null];
type Row = readonly [text: string, told: readonly Told[]];

/** None of them has a word in a list that tells it: what a name is, what a role is and who speaks is told by where they stand. */
const TOLD: readonly Row[] = [
  [
    'Hydrologist Anselm Torvey disputes the count of the wells. By his reckoning the draw is twice as high.\n\n"Nobody reads the other meter," he said.',
    [['Anselm Torvey', 'Hydrologist', null]],
  ],
  [
    'Midwife Blessing Nkemelu had nothing with her but a pair of gloves. "I said the engineer and the baby were having a race," she told the Gazette.',
    [['Blessing Nkemelu', 'Midwife', null]],
  ],
  [
    'Lumenry, a drug-discovery start-up, has cut its idle time. "We stopped scheduling our lives around saves," says Jonah Abiodun, its head of infrastructure.',
    [['Jonah Abiodun', 'head of infrastructure', 'Lumenry']],
  ],
  [
    'Councillor Barbara Iacovelli brought a meter. Councillor Fitz Hanrahan brought a blower. "This is theatre," she told him. "It is Monday," he replied.',
    [
      ['Barbara Iacovelli', 'Councillor', null],
      ['Fitz Hanrahan', 'Councillor', null],
    ],
  ],
];

describe('who speaks, what they are and for whom', () => {
  it.each(TOLD)('%s', (text, told) => {
    expect(quotesIn(text).map(({ speaker, role, organisation }) => [speaker, role, organisation])).toEqual(told);
  });
});

describe('a text that a page may hold', () => {
  it.each([
    'At a hearing last week, Frank Brandt, Jr., of Halden Power, joined a call for a ban. “We are full of it,” he said.',
    'III said "we are full here". II agreed. "Quite so," he said, "as Halden Power knows."',
    '“” said nobody. "We are full," said "Halden Power" of "Corvane".',
  ])('is read to its end: %s', (text) => {
    for (const { start, end, text: said } of quotesIn(text)) expect(text.slice(start, end)).toBe(said);
  });

  it('is read whole, though only so many quotations are chosen for', () => {
    const names = Array.from(
      { length: 400 },
      (_, k) => `Ada Brand${k.toString(36).replace(/\d/g, 'x')}y${'o'.repeat(k % 7)}`,
    );
    const speech = names.map((name) => `"We are full," said ${name}, an analyst at Corvane Grid.`).join('\n\n');
    expect(quotesIn(speech).map(({ speaker }) => speaker)).toEqual(names);
  });
});

describe('what rules make of a quotation', () => {
  const text = 'Ada Brandt runs Halden Power. "We are full," she said.';
  const paragraphs = paragraphsOf(text);
  const narration = narrationOf(text, markedIn(text, paragraphs), paragraphs);
  const rule: Attributed = { speaker: 'Ada Brandt', role: null, organisation: 'Halden Power' };

  it('stands where nothing else is likelier by enough', () => {
    expect(attributed(narration, [rule])).toEqual([rule]);
  });

  it('is all that is told of what they take for no speech', () => {
    expect(attributed(narration, [undefined])).toEqual([null]);
  });
});

/** Articles that nothing was learned from, marked by who did not know what is read from them. The bounds own up to what is right today. */
describe('quotations of articles that nothing was learned from', () => {
  const articles = articlesOf(UNSEEN);
  const told = articles.map(({ narration, byRule }) => attributed(narration, byRule));
  it.each([
    ['speaker', 0.92, 0.055],
    ['role', 0.83, 0.065],
    ['organisation', 0.735, 0.125],
  ] as const)('have their %s told', (field, least, most) => {
    let [all, right, wrong] = [0, 0, 0];
    articles.forEach(({ labels }, n) => {
      labels.forEach((label, at) => {
        if (label === null) return;
        const value = told[n]?.[at]?.[field] ?? null;
        all++;
        if (label.ranks[field](value) !== null) right++;
        else if (value !== null) wrong++;
      });
    });
    expect(right / all, `${right} of ${all}`).toBeGreaterThan(least);
    expect(wrong / all, `${wrong} of ${all} wrong`).toBeLessThan(most);
  });
});
