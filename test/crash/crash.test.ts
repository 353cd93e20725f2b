import { expect, it } from 'vitest';
import { crash } from './crash.ts';
import { faultsOf, type Sight } from './life.ts';

it.concurrent.each<[Sight, string]>([
  ['seeing', 'posts each edition once'],
  ['blind', 'posts none twice, and offers to an admin what nobody can tell'],
])(
  'a process that is killed at ten moments by chance, on a platform that is %s, %s',
  async (sight) => {
    const outcome = await crash(10, sight, 20_261_124);
    expect(outcome.deliveries.length).toBeGreaterThan(10);
    expect(faultsOf(outcome, sight)).toEqual([]);
  },
  120_000,
);
