import { describe, expect, it } from 'vitest';
import { measured } from './lines.ts';

/**
 * Passages and articles with true and false lines, written by who had not seen what the gate knows. The gate's last door is learned from all of
 * them but these: four sets which are only ever measured, and no line of them read, and one that waits for the next learning (cb). The bounds
 * own up to what the gate does today, a line or two below it.
 */
describe('lines that nothing was learned from', () => {
  it.each([
    ['held.jsonl', 416, { caught: 0.94, passed: 0.67 }],
    ['h.jsonl', 540, { caught: 0.91, passed: 0.75 }],
    ['r.jsonl', 540, { caught: 0.925, passed: 0.65 }],
    ['articles-held.jsonl', 320, { caught: 0.89, passed: 0.56 }],
    ['cb.jsonl', 780, { caught: 0.9, passed: 0.4 }],
  ])(
    'are caught more often than not where they are false, and held back too often where they are true: %s',
    (file, count, least) => {
      const { caught, passed, lines } = measured(file);
      expect(lines).toBe(count);
      expect(caught).toBeGreaterThan(least.caught);
      expect(passed).toBeGreaterThan(least.passed);
    },
    60_000,
  );
});
