import type { Progress } from '../pipeline/index.ts';

/** A line on standard error that tells how far a round is, on a terminal only. */
export function progressLine(stream: NodeJS.WriteStream): { show(progress: Progress): void; clear(): void } {
  if (!stream.isTTY) return { show() {}, clear() {} };
  return {
    show: ({ what, done, of }) => {
      stream.write(`\r\u001b[2K${what === 'feeds' ? 'Polling feeds' : 'Reading articles'} ${done}/${of}`);
    },
    clear: () => {
      stream.write('\r\u001b[2K');
    },
  };
}
