const RUNS = 200;
const WARM = 5;

/**
 * The processor time of this process with all its threads, in milliseconds: what others do on the machine does not count,
 * what the engine collects and compiles for the work does.
 */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const at = (times: readonly number[], share: number): string =>
  (times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);

/**
 * Prints the median and the 99th percentile of what a look-up takes of one core, in milliseconds, over 200 runs, and what a
 * clock on the wall says, neighbours included. `lookUp` answers how many it found.
 */
export async function measure(name: string, lookUp: (run: number) => Promise<number>, limitMs: number): Promise<void> {
  for (let run = 0; run < WARM; run += 1) await lookUp(RUNS + run);
  let found = 0;
  const own: number[] = [];
  const wall: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const [started, began] = [worked(), performance.now()];
    found += await lookUp(run);
    own.push(worked() - started);
    wall.push(performance.now() - began);
  }
  const verdict = Number(at(own, 0.99)) <= limitMs ? 'ok' : `over ${limitMs} ms`;
  const spent = `p50 ${at(own, 0.5).padStart(5)}, p99 ${at(own, 0.99).padStart(5)} ms`;
  const waited = `wall ${at(wall, 0.5)} / ${at(wall, 0.99)}`;
  const mean = (found / RUNS).toFixed(found / RUNS < 10 ? 1 : 0);
  console.log(`${name.padEnd(50)} ${spent} (${waited}), ${mean} found: ${verdict}`);
}
