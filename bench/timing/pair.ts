/** With fewer the 99th percentile is what one or two of them happened to take. */
const RUNS = 500;
const WARM = 5;
/** Of so many tries of each look-up the quickest counts: what neighbours took of the others is not the database's. */
const TRIES = 3;
/** How much slower the other may be at its 99th percentile; what takes less than a clock can tell apart is no slower. */
const RATIO = 2;
const LEAST_MS = 1;

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** Prints what a look-up takes by the clock on the wall in SQLite and in PostgreSQL, in turn in one run, so that neighbours slow both. */
export async function measurePair(
  name: string,
  sqlite: (run: number) => Promise<number>,
  postgres: (run: number) => Promise<number>,
): Promise<void> {
  const times: [number[], number[]] = [[], []];
  let found = 0;
  for (let run = -WARM; run < RUNS; run += 1) {
    const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let tried = 0; tried < TRIES; tried += 1)
      for (const [which, lookUp] of [sqlite, postgres].entries()) {
        const started = performance.now();
        found += await lookUp(run < 0 ? RUNS - run : run);
        best[which] = Math.min(best[which] ?? 0, performance.now() - started);
      }
    if (run >= 0) for (const [which, time] of best.entries()) times[which]?.push(time);
  }
  const [own, other] = times;
  const ratio = at(other, 0.99) / Math.max(LEAST_MS, at(own, 0.99));
  const show = (list: readonly number[]) => `${at(list, 0.5).toFixed(1)} / ${at(list, 0.99).toFixed(1)}`;
  const verdict = ratio <= RATIO ? 'ok' : `over ${RATIO}`;
  console.log(
    `${name.padEnd(50)} p50 / p99 SQLite ${show(own)} ms, PostgreSQL ${show(other)} ms, p99 ratio ${ratio.toFixed(2)}, ${(found / (RUNS + WARM) / TRIES / 2).toFixed(1)} found: ${verdict}`,
  );
}
