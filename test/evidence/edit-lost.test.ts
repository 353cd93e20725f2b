import { describe, expect, it } from 'vitest';
import { verify } from '../../src/evidence/verify.ts';

const TEXT =
  'The ferry operator doubts that the two harbors will share a single control room. If the council raises the fee, Brightwater could move its boats to Lindholm.';
const says = (claim: string) => verify(claim, [{ id: 'a', text: TEXT, published: '2026-05-04' }]).ok;

describe('an edited sentence', () => {
  it('keeps who doubts it', () => {
    expect(says('The two harbors will share a single control room.')).toBe(false);
  });
  it('keeps on what condition it holds', () => {
    expect(says('Brightwater could move its boats to Lindholm.')).toBe(false);
    expect(says('Brightwater could move its boats to Lindholm if the council raises the fee.')).toBe(true);
  });
});
