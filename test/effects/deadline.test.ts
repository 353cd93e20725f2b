import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deadline } from '../../src/effects/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a deadline', () => {
  it('ends what takes longer, and says that its time is over', () => {
    const { signal, isOver } = deadline(200);
    vi.advanceTimersByTime(199);
    expect([signal.aborted, isOver()]).toEqual([false, false]);
    vi.advanceTimersByTime(1);
    expect([signal.aborted, isOver()]).toEqual([true, true]);
  });

  it('ends with its caller, whose time it was not', () => {
    const caller = new AbortController();
    const { signal, isOver } = deadline(200, caller.signal);
    caller.abort();
    expect([signal.aborted, isOver()]).toEqual([true, false]);
    expect(deadline(200, caller.signal).signal.aborted).toBe(true);
  });

  it('ends nothing that is done', () => {
    const caller = new AbortController();
    const { signal, clear } = deadline(200, caller.signal);
    clear();
    caller.abort();
    vi.advanceTimersByTime(1_000);
    expect(signal.aborted).toBe(false);
  });
});
