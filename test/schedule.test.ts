import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogFields } from '../src/ports/log.ts';
import { startSchedule } from '../src/schedule.ts';
import { quiet } from './samples.ts';

describe('the schedule', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-24T07:29:30.000Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs a tick at once and then at its times', async () => {
    const at: string[] = [];
    const run = async () => void at.push(new Date().toISOString().slice(11, 19));
    const schedule = startSchedule([{ name: 'deliver', cron: '* * * * *', run }], quiet);
    await vi.advanceTimersByTimeAsync(150_000);
    await schedule.stop();
    expect(at).toEqual(['07:29:30', '07:30:00', '07:31:00', '07:32:00']);
    await vi.advanceTimersByTimeAsync(150_000);
    expect(at).toHaveLength(4);
  });

  it('never runs a tick beside itself, nor lets one hold up another', async () => {
    let slow = 0;
    let quick = 0;
    const schedule = startSchedule(
      [
        {
          name: 'slow',
          cron: '* * * * *',
          run: () => {
            slow += 1;
            return new Promise((resolve) => setTimeout(resolve, 90_000));
          },
        },
        {
          name: 'quick',
          cron: '* * * * *',
          run: async () => {
            quick += 1;
          },
        },
      ],
      quiet,
    );
    await vi.advanceTimersByTimeAsync(160_000);
    expect(slow).toBe(2);
    expect(quick).toBe(4);
    const stopped = schedule.stop();
    await vi.advanceTimersByTimeAsync(90_000);
    await stopped;
  });

  it('logs a tick that fails, and comes again', async () => {
    const faults: LogFields[] = [];
    const log = { ...quiet, error: (fields: LogFields) => void faults.push(fields) };
    const run = async () => {
      throw new Error('the disk is full');
    };
    const schedule = startSchedule([{ name: 'deliver', cron: '* * * * *', run }], log);
    await vi.advanceTimersByTimeAsync(90_000);
    await schedule.stop();
    await schedule.stop();
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatchObject({
      tick: 'deliver',
      error: expect.objectContaining({ message: 'the disk is full' }),
    });
  });

  it('writes what its library has to say, of minutes that the machine slept through, into the log alone', async () => {
    const lines: unknown[] = [];
    const log = { ...quiet, warn: (fields: LogFields, message: string) => void lines.push({ ...fields, message }) };
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    );
    const schedule = startSchedule([{ name: 'deliver', cron: '* * * * *', run: async () => {} }], log);
    await vi.advanceTimersByTimeAsync(40_000);
    vi.setSystemTime(new Date('2026-11-24T07:40:20.000Z'));
    await vi.advanceTimersByTimeAsync(90_000);
    await schedule.stop();
    expect(lines).toContainEqual({ from: 'node-cron', message: expect.stringMatching(/missed/) });
    for (const one of consoles) {
      expect(one).not.toHaveBeenCalled();
      one.mockRestore();
    }
  });
});
