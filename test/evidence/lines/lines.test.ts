import { describe, expect, it } from 'vitest';
import { measured } from './lines.ts';

/**
 * 258 short passages (`a`, `b`, `e` to `j`, `held`) and 60 of the length of articles (`c`, `d`, `articles-held`) with 16 or 18 lines each, written
 * by who had not seen what the gate knows. By these it may be mended, and its last judge learned from them, but for `h` and the held ones,
 * which are only ever measured, and no line of them read; of the learned ones `a` stands here for all. The bounds own up to what the gate does today, a line or two below it.
 */
describe('lines that nothing was mended by', () => {
  it.each([
    ['a.jsonl', 416, { caught: 0.93, passed: 0.62 }],
    ['held.jsonl', 416, { caught: 0.88, passed: 0.54 }],
    ['h.jsonl', 540, { caught: 0.86, passed: 0.61 }],
    ['articles-held.jsonl', 320, { caught: 0.9, passed: 0.4 }],
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
