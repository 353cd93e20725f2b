import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';

const words = (parts: readonly unknown[]): string =>
  parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');

/** Bolt's log as ours. Its debug lines hold payloads and addresses with tickets, and are not kept. */
export function boltLog(log: Log): Logger {
  const fields = { from: 'bolt' };
  return {
    debug() {},
    info: (...parts) => log.debug(fields, words(parts)),
    warn: (...parts) => log.warn(fields, words(parts)),
    error: (...parts) => log.error(fields, words(parts)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
