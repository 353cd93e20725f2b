import { expect, it } from 'vitest';
import { soak } from './soak.ts';

it('what is kept levels off: each night lets go as much as a day brings, and what is kept still stands', async () => {
  const { days, posts, faults, figures } = await soak(6, 5, { textDays: 1, figuresDays: 2 });
  expect(posts).toBeGreaterThan(6);
  expect(faults).toEqual([]);
  expect(figures).toBeGreaterThan(10);
  const stored = days.map((day) => day.stored);
  const [early, late] = [Math.max(...stored.slice(0, 4)), Math.max(...stored.slice(4))];
  expect(late).toBeLessThan(early * 1.1);
}, 60_000);
