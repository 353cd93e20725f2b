import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/evidence/verify.ts';
import { twinsOf } from './twins.ts';

/** `twins.txt`: passages in which what may be left out, written otherwise, or not be changed is marked; each change alone makes a line. */
const lines = twinsOf(readFileSync(new URL('twins.txt', import.meta.url), 'utf8'));
const sources = new Map(lines.map(({ text }) => [text, [{ id: 's', text }]]));
const judged = lines.map((line) => ({ ...line, passed: verify(line.claim, sources.get(line.text) ?? []).ok }));
const share = (ok: boolean): number => {
  const same = judged.filter((line) => line.ok === ok);
  return same.filter(({ passed }) => passed === ok).length / same.length;
};

describe('a sentence of a passage with one thing changed', () => {
  it('is made of every mark of every passage', () => {
    expect(lines.filter(({ ok }) => ok).length).toBeGreaterThan(120);
    expect(lines.filter(({ ok }) => !ok).length).toBeGreaterThan(480);
  });

  it('is nearly always refused where that makes it false', () => {
    expect(share(false)).toBeGreaterThan(0.9);
  });

  it('mostly passes where it says the same', () => {
    expect(share(true)).toBeGreaterThan(0.66);
  });

  it.each([
    ['Ostrava Logic expects 24% of revenue.', '"It said 24% in 2024."'],
    ['a '.repeat(400), 'a '.repeat(4000)],
    ['and it and it '.repeat(60), 'and it and it '.repeat(600)],
    ['The firm the firm said. '.repeat(20), 'The firm the firm said. '.repeat(200)],
  ])('is judged at once whatever it is: %.20s', (claim, text) => {
    const before = process.cpuUsage().user;
    verify(claim, [{ id: 's', text }]);
    expect(process.cpuUsage().user - before).toBeLessThan(3_000_000);
  });
});
