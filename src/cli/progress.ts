import type { Progress } from '../pipeline/index.ts';

/** A line on standard error that tells how far something is, on a terminal only. */
export function progressLine<P>(
  stream: NodeJS.WriteStream,
  inWords: (progress: P) => string,
): { show(progress: P): void; clear(): void } {
  if (!stream.isTTY) return { show() {}, clear() {} };
  return {
    show: (progress) => {
      stream.write(`\r\u001b[2K${inWords(progress)}`);
    },
    clear: () => {
      stream.write('\r\u001b[2K');
    },
  };
}

export const roundInWords = ({ what, done, of }: Progress): string =>
  `${what === 'feeds' ? 'Polling feeds' : 'Reading articles'} ${done}/${of}`;
