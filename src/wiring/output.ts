import { oneLine } from '../typography/harmless.ts';

/** Whether a person sits there, who can be asked. */
export const isAttended = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

/** A value as JSON, on standard output. */
export const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};

/** Lines on standard error may quote what feeds and files say. */
export const warn = (line: string): void => {
  process.stderr.write(`${oneLine(line)}\n`);
};
