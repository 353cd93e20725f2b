import { describe, expect, it } from 'vitest';
import { measured } from './lines.ts';

/**
 * 78 passages with 16 lines each, written by who had not seen what the gate knows. By `a` and `b` it may be mended; `held` is only
 * ever measured, and no line of it read. The bounds own up to what the gate does today, a line or two below it.
 */
describe('lines that nothing was mended by', () => {
  it.each([
    ['a.jsonl', { caught: 0.84, passed: 0.34 }],
    ['b.jsonl', { caught: 0.84, passed: 0.5 }],
    ['held.jsonl', { caught: 0.86, passed: 0.43 }],
  ])(
    'are caught more often than not where they are false, and held back too often where they are true: %s',
    (file, least) => {
      const { caught, passed, lines } = measured(file);
      expect(lines).toBe(416);
      expect(caught).toBeGreaterThan(least.caught);
      expect(passed).toBeGreaterThan(least.passed);
    },
    60_000,
  );
});
