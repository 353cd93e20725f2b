import { expect, it } from 'vitest';
import { passagesOf } from '../../src/document/passage.ts';

const ROOM = { before: 70, after: 0 };
const shown = (text: string, ...marked: readonly string[]): string[] =>
  passagesOf(
    { text },
    marked.map((words) => ({
      span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
      depth: 2,
    })),
    ROOM,
    String,
  ).map(({ pieces }) => pieces.map((piece) => (piece.depth === 2 ? `<${piece.text}>` : piece.text)).join(''));

it('shows the whole of a sentence with what was taken from it marked', () => {
  const text = 'It rained. The Lima campus will draw 2.4 gigawatts, its owner said on Monday. Nothing else happened.';
  expect(shown(text, '2.4 gigawatts')).toEqual([
    'The Lima campus will draw <2.4 gigawatts>, its owner said on Monday.',
  ]);
});

it('shows of a list that ends no sentence what is near, and says that there is more', () => {
  const row = (n: number) => `hall ${n} runs on steam`;
  const list = Array.from({ length: 400 }, (_, n) => row(n)).join(', ');
  const [one = '', two = '', ...more] = shown(list, 'hall 100 runs', 'hall 300 runs');
  expect(more).toEqual([]);
  expect(one).toMatch(/^….*<hall 100 runs> on steam, hall 101.* …$/);
  expect(two).toMatch(/^….*<hall 300 runs> on steam, hall 301.* …$/);
  expect(one.length + two.length).toBeLessThan(1400);
  // Cut between words, not within one.
  expect(list).toContain(one.split('> ')[1]?.replace(/ …$/, '') ?? '-');
});

it('cuts writing without spaces between its characters', () => {
  const text = `${'𠮷'.repeat(500)}5吉瓦${'𠮷'.repeat(500)}`;
  const [passage = ''] = shown(text, '5吉瓦');
  expect(passage.isWellFormed()).toBe(true);
  expect(passage.length).toBeLessThan(700);
});
