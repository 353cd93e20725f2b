import { PassThrough } from 'node:stream';
import { createTerminal, WORKSPACE } from '../../adapters/terminal/index.ts';
import { platformContract } from '../contract/platform.ts';

platformContract('the terminal', async () => {
  const output = new PassThrough();
  const printed: string[] = [];
  output.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const platform = createTerminal({
    input: new PassThrough(),
    output,
    color: false,
    interactive: false,
    onLeave() {},
  });
  const seen = async (): Promise<readonly string[]> => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    // What is plain text on a terminal mentions nobody.
    return printed.map((text) => text.replaceAll(/<!channel>|@everyone|<@U1>/g, ''));
  };
  return {
    platform,
    place: { workspace: WORKSPACE, channel: 'terminal', thread: null },
    lost: null,
    seen,
    told: seen,
    threads: false,
    close: async () => {},
  };
});
