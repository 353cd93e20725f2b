import { describe, expect, it } from 'vitest';
import { FAULTS, sound } from '../../src/evidence/told/captions/sound.ts';

describe('a caption that a reader would stumble over', () => {
  it.each(FAULTS)('is not shown where it $name', ({ in: has, example, counter }) => {
    expect(has(example)).toBe(true);
    expect(has(counter)).toBe(false);
    expect(sound(example)).toBeNull();
    expect(sound(counter)).toBe(counter);
  });

  it('loses an end that leads to nothing', () => {
    expect(sound('Halden’s inventories at the end')).toBe('Halden’s inventories');
    expect(sound('Halden’s revenue for the three months')).toBe('Halden’s revenue');
    expect(sound('prices at the end user')).toBe('prices at the end user');
  });
});
