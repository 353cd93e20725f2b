import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verify } from '../../src/evidence/verify.ts';
import { newsroomLines } from './newsroom-lines.ts';

const lines = newsroomLines(readFileSync(new URL('newsroom-lines.txt', import.meta.url), 'utf8'));
const judged = lines.map((line) => ({ ...line, passed: verify(line.claim, line.sources).ok }));
const share = (ok: boolean): number => {
  const same = judged.filter(({ kind }) => (kind === null) === ok);
  return same.filter(({ passed }) => passed === ok).length / same.length;
};

it("refuses most false lines over the newsroom's articles, and passes most true ones", () => {
  expect(share(false)).toBeGreaterThan(0.75);
  expect(share(true)).toBeGreaterThan(0.64);
});
