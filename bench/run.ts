import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `npm run bench -- <name>` runs `bench/<name>.ts`; without a name, which there are. */
const [name = ''] = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length));

if (!benches.includes(name)) {
  console.error(`bench: expected one of ${benches.join(', ')}; got ${name === '' ? 'nothing' : JSON.stringify(name)}`);
  process.exitCode = 2;
} else {
  const bench: { run(): Promise<void> | void } = await import(
    pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href
  );
  await bench.run();
}
