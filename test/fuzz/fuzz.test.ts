import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

it('whatever strangers send: no crash, no hang, no unverified claim, no mention, no request to a private address', async () => {
  const { failures } = await fuzz(20_261_124, 200);
  expect(failures).toEqual([]);
}, 60_000);
