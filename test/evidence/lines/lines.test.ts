import { describe, expect, it } from 'vitest';
import { measured } from './lines.ts';

/**
 * Passages and articles with true and false lines, written by who had not seen what the gate knows. The gate's last door is learned from all of
 * them but these: four sets which are only ever measured, and no line of them read, and those that wait for the next learning (bo to by). The
 * bounds own up to what the gate does today, a line or two below it.
 */
describe('lines that nothing was learned from', () => {
  it.each([
    ['held.jsonl', 416, { caught: 0.93, passed: 0.64 }],
    ['h.jsonl', 540, { caught: 0.91, passed: 0.74 }],
    ['r.jsonl', 540, { caught: 0.93, passed: 0.59 }],
    ['articles-held.jsonl', 320, { caught: 0.92, passed: 0.5 }],
  ])(
    'are caught more often than not where they are false, and held back too often where they are true: %s',
    (file, count, least) => {
      const { caught, passed, lines } = measured([file]);
      expect(lines).toBe(count);
      expect(caught).toBeGreaterThan(least.caught);
      expect(passed).toBeGreaterThan(least.passed);
    },
    60_000,
  );

  it('are caught nearly as often, and held back more, where whole sentences are worded anew', () => {
    const { caught, passed, lines } = measured(
      [...'opqrstuvwxy'].map((set) => `b${set}.jsonl`),
      12,
    );
    expect(lines).toBe(728);
    expect(caught).toBeGreaterThan(0.91);
    expect(passed).toBeGreaterThan(0.36);
  }, 60_000);
});
