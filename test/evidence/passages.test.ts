import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verify } from '../../src/evidence/verify.ts';

/**
 * A line of `passages.jsonl`: an invented passage, how an editor might tell it, and twins of that which read as well and are
 * false, with what the first reason may be about. `missed` owns up to what the gate gets wrong so far.
 */
const Passage = z.object({
  id: z.string(),
  sources: z.array(z.string()),
  carried: z.array(z.object({ kind: z.string(), claim: z.string(), missed: z.literal(true).optional() })),
  refused: z.array(
    z.object({
      kind: z.string(),
      claim: z.string(),
      reasons: z.array(z.string()),
      missed: z.literal(true).optional(),
    }),
  ),
});

const passages = readFileSync(new URL('passages.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Passage.parse(JSON.parse(line)));

const NO_REASONS: readonly string[] = [];

const judged = passages.flatMap(({ id, sources, carried, refused }) => {
  const texts = sources.map((text, n) => ({ id: `${id}.${n + 1}`, text }));
  const given = [
    ...carried.map((one) => ({ ...one, carried: true, reasons: NO_REASONS })),
    ...refused.map((one) => ({ ...one, carried: false })),
  ];
  return given.map((one) => ({ id, ...one, missed: one.missed === true, verdict: verify(one.claim, texts) }));
});
const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;
const right = judged.filter(({ missed }) => !missed);

describe('a rewrite of a passage', () => {
  it.each(right.filter(({ carried }) => carried))('passes, $id, $kind: $claim', ({ verdict }) => {
    expect(verdict.reasons).toEqual([]);
  });

  it.each(right.filter(({ carried }) => !carried))(
    'is refused for what is false in it, $id, $kind: $claim',
    ({ verdict }) => {
      expect(verdict.ok).toBe(false);
    },
  );

  it.each(judged.filter(({ missed }) => missed))(
    'is still judged wrongly, $id, $kind: $claim',
    ({ carried, verdict }) => {
      expect(verdict.ok, 'it is judged rightly now: take the mark away').toBe(!carried);
    },
  );

  it('passes mostly where it is true, is refused nearly always where it is not, and for the right reason', () => {
    const twins = judged.filter(({ carried }) => !carried);
    const caught = twins.filter(({ verdict }) => !verdict.ok);
    expect(
      share(
        judged.filter(({ carried }) => carried),
        ({ verdict }) => verdict.ok,
      ),
    ).toBeGreaterThan(0.92);
    expect(share(twins, ({ verdict }) => !verdict.ok)).toBeGreaterThan(0.96);
    const named = share(caught, (one) => one.reasons.includes(one.verdict.reasons[0]?.kind ?? ''));
    expect(named).toBeGreaterThan(0.88);
  });
});
