import { expect, test } from 'vitest';
import { before } from '../../src/ask/before.ts';
import { indexOf } from '../../src/ask/index-of.ts';
import { warm } from '../../src/ask/warm.ts';
import { articleOf } from './articles.ts';

const TEXT = [
  'Tarnhill Power bought a quarry from Osk Minerals.',
  'Prices rose in Norway.',
  'Crews drained twelve pits by hand.',
  'It paid in cash.',
  'Osk keeps one road.',
  'Norwegian miners went home.',
  'Buyers liked the quarry.',
].join(' ');

const [indexed] = indexOf([articleOf('quarry', 'A quarry', TEXT)]).articles;
const placesOf = (at: number): readonly number[] => (indexed === undefined ? [] : before(indexed, at));

test.each([
  [2, [], 'nothing in it means anything else'],
  [3, [0, 1, 2], 'a pronoun'],
  [4, [0, 2, 3], 'a part of a name'],
  [6, [0, 4, 5], 'a thing that is known'],
])('sentence %i is understood by those at %j: %s', (at, places) => {
  expect(placesOf(at)).toEqual(places);
});

test('a country is known by its other name', () => {
  const [one] = indexOf([articleOf('one', 'Grids', 'Grids failed in Norway. Norwegian crews went home.')]).articles;
  expect(one === undefined ? null : before(one, 1)).toEqual([0]);
});

test('what answers can be warmed with no article at hand', async () => {
  await expect(warm(new Date('2026-11-01T08:00:00Z'))).resolves.toBeUndefined();
});
