import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const SPENT = pathToFileURL(join(import.meta.dirname, 'polling/spent.ts')).href;
const LIMITS = { first: 0.8, unchanged: 0.6, megabytes: 180, growth: 4.5 };
const ROUNDS = ['first', 'unchanged', 'tenth changed'] as const;
/** How many feeds, and how often they are polled by both. */
const TIMES = [
  [100, 5],
  [500, 7],
  [2000, 3],
] as const;

/** The options and the file that `npm run debrief` starts Node with. */
const Started = z.object({ scripts: z.object({ debrief: z.string().startsWith('node ') }) });
const { scripts } = Started.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
const DEBRIEF = scripts.debrief.split(' ').slice(1);

type Spent = { readonly seconds: number; readonly megabytes: number };
type Environment = Readonly<Record<string, string>>;

/** Runs a program to its end, `days` from now: its processor time, and the most memory that it had at any moment, both with all its threads. */
async function spend(
  folder: string,
  days: number,
  program: readonly string[],
  environment: Environment,
): Promise<Spent> {
  const file = join(folder, 'spent.json');
  const child = spawn(process.execPath, ['--import', SPENT, ...program], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...environment,
      BENCH_SPENT: file,
      BENCH_DAYS: String(days),
      NODE_COMPILE_CACHE: join(tmpdir(), 'debrief-bench-cache'),
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}: ${said.slice(0, 2000)}`);
  const { seconds, megabytes }: Spent = JSON.parse(await readFile(file, 'utf8'));
  return { seconds, megabytes };
}

type Took = { readonly ours: readonly Spent[]; readonly loop: readonly Spent[] };

/** Three rounds over so many feeds, two days apart, by Debrief and by the plain loop; `isLoopFirst` in each of them. */
async function rounds(feeds: number, origin: string, isLoopFirst: boolean): Promise<Took> {
  const folder = await mkdtemp(join(tmpdir(), 'debrief-gather-'));
  // Later rounds name one feed, as without a list the default feeds would be added.
  for (const [list, length] of [
    ['feeds.opml', feeds],
    ['one.opml', 1],
  ] as const) {
    const outlines = Array.from({ length }, (_, feed) => `<outline xmlUrl="${origin}/${feed}"/>`).join('');
    await writeFile(join(folder, list), `<opml version="2.0"><body>${outlines}</body></opml>`);
  }
  const environment = {
    DEBRIEF_ALLOW_HOSTS: new URL(origin).host,
    DEBRIEF_LOG_LEVEL: 'silent',
    DEBRIEF_DATABASE_URL: join(folder, 'debrief.db'),
  };
  const program = DEBRIEF.map((given) => (given.startsWith('-') ? given : join(ROOT, given)));
  const plain = [join(import.meta.dirname, 'polling/loop.ts'), join(folder, 'loop.db'), origin, String(feeds)];
  const ours: Spent[] = [];
  const loop: Spent[] = [];
  for (const [index, round] of ROUNDS.entries()) {
    await fetch(`${origin}/round/${round === 'tenth changed' ? 'changed' : 'same'}`);
    const options = ['gather', '--no-pages', '--opml', index === 0 ? 'feeds.opml' : 'one.opml'];
    const steps = [
      async () => ours.push(await spend(folder, index * 2, [...program, ...options], environment)),
      async () => loop.push(await spend(folder, index * 2, plain, {})),
    ];
    for (const step of isLoopFirst ? steps.reverse() : steps) await step();
  }
  await rm(folder, { recursive: true });
  return { ours, loop };
}

/** The same again and again, by turns with what both take over one feed: what a machine does beside them comes and goes. */
async function repeated(feeds: number, times: number, origin: string): Promise<{ many: Took[]; one: Took[] }> {
  const many: Took[] = [];
  const one: Took[] = [];
  for (let n = 0; n < times; n++) {
    one.push(await rounds(1, origin, n % 2 === 1));
    many.push(await rounds(feeds, origin, n % 2 === 1));
  }
  return { many, one };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const span = (values: readonly number[], digits: number): string =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;

/** What polling costs, beside a plain loop of fetch, rss-parser and node:sqlite over the same feeds, each less its own time over one feed. */
export async function run(): Promise<void> {
  console.log(
    `CPU and resident memory are the command's as "npm run debrief" starts it (${DEBRIEF.join(' ')}): one process with all its threads, from start to end; ` +
      "resident is its peak (getrusage's ru_maxrss). CPU is less that of runs over one feed. Medians, and in brackets the least and the most; who begins alternates",
  );
  const site = fork(join(import.meta.dirname, 'polling/site.ts'));
  const [port] = await once(site, 'message');
  const origin = `http://127.0.0.1:${port}`;
  // The first run compiles what later ones find compiled.
  await rounds(1, origin, false);
  const firsts = new Map<number, number>();
  for (const [feeds, times] of TIMES) {
    const { many, one } = await repeated(feeds, times, origin);
    for (const [index, round] of ROUNDS.entries()) {
      const of = (took: readonly Took[], who: keyof Took) => took.flatMap((each) => each[who][index] ?? []);
      const seconds = (who: keyof Took): number[] => {
        const start = median(of(one, who).map((spent) => spent.seconds));
        return of(many, who).map((spent) => spent.seconds - start);
      };
      const [own, plain] = [seconds('ours'), seconds('loop')];
      const ratios = own.map((each, n) => each / (plain[n] ?? Number.NaN));
      const [held, heldByLoop] = (['ours', 'loop'] as const).map((who) =>
        of(many, who).map((spent) => spent.megabytes),
      );
      if (held === undefined || heldByLoop === undefined) continue;
      if (index === 0) firsts.set(feeds, median(own));
      const limit =
        round === 'first' ? LIMITS.first : round === 'unchanged' ? LIMITS.unchanged : Number.POSITIVE_INFINITY;
      const isOver = median(ratios) > limit || (feeds === 500 && median(held) > LIMITS.megabytes);
      console.log(
        `${feeds} feeds, ${round}, ${times} times: ${median(own).toFixed(2)} s of CPU, ${median(ratios).toFixed(2)} (${span(ratios, 2)}) of the plain loop's ${median(plain).toFixed(2)}` +
          `${Number.isFinite(limit) ? `, limit ${limit}` : ''}; ${median(held).toFixed(0)} (${span(held, 0)}) MB resident (the loop ${median(heldByLoop).toFixed(0)}): ${isOver ? 'over' : 'ok'}`,
      );
    }
  }
  const growth = (firsts.get(2000) ?? Number.NaN) / (firsts.get(500) ?? Number.NaN);
  console.log(
    `2000 feeds take ${growth.toFixed(2)} times the CPU of 500 (limit ${LIMITS.growth}): ${growth <= LIMITS.growth ? 'ok' : 'over'}`,
  );
  site.disconnect();
}
