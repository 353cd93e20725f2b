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

describe('a sentence that was turned', () => {
  const text =
    'Item 1. Marrow Devices supplies Ostra. A court in Turku on Friday barred the server maker Ostra from selling two racks in Finland, ruling that they infringed a patent held by Marrow on power shelves, two people who had seen the ruling said.';
  const told = (claim: string) => verify(claim, [{ id: 'a', text, published: '2026-05-04' }]).ok;
  it('may name a firm without what it is, and a patent by what it is on', () => {
    expect(
      told(
        'A court in Turku barred Ostra from selling two racks in Finland, ruling they infringed a power-shelf patent held by Marrow.',
      ),
    ).toBe(true);
    expect(
      told(
        'A court in Turku barred Marrow from selling two racks in Finland, ruling they infringed a power-shelf patent held by Ostra.',
      ),
    ).toBe(false);
  });
  it('may put who tells it behind', () => {
    const sale =
      'Ostra is in talks to sell two halls in Turku to Marrow, two people with knowledge of the matter said on Friday.';
    const ok = (claim: string) => verify(claim, [{ id: 'a', text: sale, published: '2026-05-04' }]).ok;
    expect(
      ok(
        'Ostra is in talks to sell two halls in Turku to Marrow, according to two people with knowledge of the matter.',
      ),
    ).toBe(true);
    expect(ok('Ostra is in talks to sell two halls in Turku to Marrow, Marrow said on Friday.')).toBe(false);
  });
});
