import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../src/language/sentences.ts';
import { write } from '../../src/write/index.ts';
import { resolved } from '../../src/write/resolve.ts';
import { article } from '../samples.ts';
import { inputOf } from './newsroom-day.ts';

function second(text: string): string | null {
  const [before, sentence] = sentencesIn(text);
  return sentence === undefined ? null : resolved(sentence, before, (word) => word === 'Helio');
}

describe('a subject that the sentence before names', () => {
  it.each([
    [
      'Northwind Cloud leased 2.4 GW. The company expects to need more by 2030.',
      'Northwind Cloud expects to need more by 2030.',
    ],
    ['Helio lost a training run. It said the pumps had stopped.', 'Helio said the pumps had stopped.'],
    ['Maria Lund leads the unit. She plans three halls in Ohio.', 'Maria Lund plans three halls in Ohio.'],
  ])('is put in its place: %s', (given, result) => expect(second(given)).toBe(result));

  it.each([
    ['who is meant is open', 'In Ohio, Northwind met Sable River Power. The company expects to need more.'],
    ['a person opens the sentence before', 'Maria Lund leads the unit. The company expects to need more.'],
    ['he and she do not fit', 'Maria Lund leads the unit. He plans three halls in Ohio.'],
    ['a common word opens the sentence before', 'Analysts had expected less. The company now expects $2.9 billion.'],
    ['it may be the contract', 'Northwind Cloud signed the contract. It runs until 2036.'],
  ])('is left alone where %s', (_, given) => expect(second(given)).toBeNull());

  it('is told with both sentences as its receipt', async () => {
    const text = `Corvid Data opened a campus of 40 megawatts. The company will cool it with 1.2 million cubic metres of waste water.`;
    const { inShort, stories } = await write(
      inputOf([article('corvid', text, { title: 'What is new at the river' })]),
      { editor: null },
    );
    const points = [...inShort, ...stories.flatMap((story) => story.points)];
    const told = points.find((point) => point.text.startsWith('Corvid Data will cool it'));
    expect(told?.cites.map((cite) => cite.text).join(' ')).toContain('The company will cool it');
  });
});
