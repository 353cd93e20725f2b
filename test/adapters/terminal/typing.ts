import { PassThrough } from 'node:stream';
import { createTerminal } from '../../../adapters/terminal/index.ts';
import type { Remembered } from '../../../adapters/terminal/prompt.ts';
import type { Handlers } from '../../../src/ports/platform.ts';

export const KEYS = { enter: '\r', tab: '\t', up: '\u001b[A', ctrlC: '\u0003', ctrlD: '\u0004' } as const;

/** A person at a terminal: what they press, and what stands on the screen since. */
export async function sitDown(handlers: Handlers, columns = 110, history: Remembered | null = null) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {} });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns });
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  let left = false;
  const terminal = createTerminal({
    input,
    output,
    color: false,
    interactive: true,
    history,
    onLeave() {
      left = true;
    },
  });
  await terminal.start(handlers);
  const ended = terminal.prompt();
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  while (!printed.includes('debrief> ')) await settled();
  return {
    terminal,
    ended,
    hasLeft: () => left,
    printed: () => printed,
    async press(keys: string): Promise<string> {
      const before = printed.length;
      input.write(keys);
      await settled();
      return printed.slice(before);
    },
    /** Types a line and waits until the prompt is there again. */
    async say(line: string): Promise<string> {
      const before = printed.length;
      input.write(`${line}\r`);
      const answer = (): string => printed.slice(before + line.length);
      while (!left && !/debrief> [^\n]*$/.test(answer())) await new Promise((resolve) => setTimeout(resolve, 5));
      return answer().replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
    },
  };
}
