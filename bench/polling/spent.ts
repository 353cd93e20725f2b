import { writeFileSync } from 'node:fs';

/** Loaded before a program that is measured (`--import`): sets its calendar on by `BENCH_DAYS`, and writes what it took to `BENCH_SPENT`. */
const ahead = Number(process.env.BENCH_DAYS ?? 0) * 86_400_000;
const Real = Date;
if (ahead > 0) {
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) =>
      given.length === 0 ? new target(Real.now() + ahead) : Reflect.construct(target, given),
    get: (target, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(target, name)),
  });
}
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeFileSync(
    process.env.BENCH_SPENT ?? '',
    JSON.stringify({ seconds: (user + system) / 1e6, megabytes: maxRSS / 1024 }),
  );
});
