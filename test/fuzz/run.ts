import { parseArgs } from 'node:util';
import { closeStages } from '../stage.ts';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz -- --cases 100000 --seed 1`: a failing case is run again alone by its own seed and `--cases 1`. */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const started = performance.now();
const { cases, slowestMs, failures } = await fuzz(Number(values.seed), Number(values.cases), (done) => {
  if (done % 5_000 === 0) console.log(`${done} cases, ${((performance.now() - started) / 1000).toFixed(0)} s`);
});
await closeStages();
for (const { kind, seed, what } of failures.slice(0, 20)) console.log(`${kind} ${seed}: ${what}`);
console.log(`fuzz: ${cases} cases, ${failures.length} failures, the slowest took ${slowestMs.toFixed(0)} ms`);
process.exitCode = failures.length === 0 ? 0 : 1;
