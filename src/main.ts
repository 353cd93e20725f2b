#!/usr/bin/env node
/** The composition root: the whole life of the process, and the only importer of the adapters. */
import { readArguments, type Invocation } from './cli/arguments.ts';
import { readConfig } from './config.ts';
import { UsageError } from './errors.ts';

async function run(invocation: Invocation): Promise<number> {
  if (invocation.kind === 'help') {
    process.stdout.write(`${invocation.text}\n`);
    return 0;
  }
  if (invocation.kind === 'pipe') {
    const { pipe } = await import('./pipe/index.ts');
    await pipe(invocation.args, process.stdin, process.stdout);
    return 0;
  }
  if (invocation.kind === 'version') {
    const { VERSION } = await import('./app.ts');
    process.stdout.write(`debrief ${VERSION}\n`);
    return 0;
  }
  const { live } = await import('./live.ts');
  return live(invocation, readConfig());
}

/** The first words of the registry's commands, so that a mistyped one is found without loading them all. */
const COMMANDS = ['latest', 'story', 'receipt', 'figures', 'trend', 'quotes', 'ask', 'why', 'report', 'help', 'feeds', 'channel', 'post', 'usage', 'audit'];

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads us has read enough (`| head`).
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(readArguments(process.argv.slice(2), COMMANDS));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  for (const fault of error.faults) process.stderr.write(`${fault}\n`);
  process.exitCode = 2;
}
