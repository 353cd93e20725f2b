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

/** Three rounds over so many feeds, two days apart, by Debrief and by the plain loop. */
async function rounds(feeds: number, origin: string): Promise<{ readonly ours: Spent[]; readonly loop: Spent[] }> {
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
  const ours: Spent[] = [];
  const loop: Spent[] = [];
  for (const [index, round] of ROUNDS.entries()) {
    await fetch(`${origin}/round/${round === 'tenth changed' ? 'changed' : 'same'}`);
    const options = ['gather', '--no-pages', ...(index === 0 ? ['--opml', 'feeds.opml'] : ['--opml', 'one.opml'])];
    ours.push(
      await spend(
        folder,
        index * 2,
        [...DEBRIEF.map((given) => (given.startsWith('-') ? given : join(ROOT, given))), ...options],
        environment,
      ),
    );
    loop.push(
      await spend(
        folder,
        index * 2,
        [join(import.meta.dirname, 'polling/loop.ts'), join(folder, 'loop.db'), origin, String(feeds)],
        {},
      ),
    );
  }
  await rm(folder, { recursive: true });
  return { ours, loop };
}

/** What polling costs, beside a plain loop of fetch, rss-parser and node:sqlite over the same feeds, each less its own time over one feed. */
export async function run(): Promise<void> {
  console.log(
    `CPU and resident memory are the command's as "npm run debrief" starts it (${DEBRIEF.join(' ')}): one process with all its threads, from start to end; ` +
      "resident is its peak (getrusage's ru_maxrss). CPU is less that of a run over one feed",
  );
  const site = fork(join(import.meta.dirname, 'polling/site.ts'));
  const [port] = await once(site, 'message');
  const origin = `http://127.0.0.1:${port}`;
  // The first run compiles what later ones find compiled.
  await rounds(1, origin);
  const none = await rounds(1, origin);
  const firsts = new Map<number, number>();
  for (const feeds of [100, 500, 2000]) {
    const { ours, loop } = await rounds(feeds, origin);
    for (const [index, round] of ROUNDS.entries()) {
      const [own, own0, plain, plain0] = [ours[index], none.ours[index], loop[index], none.loop[index]];
      if (!own || !own0 || !plain || !plain0) continue;
      const seconds = own.seconds - own0.seconds;
      const ratio = seconds / (plain.seconds - plain0.seconds);
      if (index === 0) firsts.set(feeds, seconds);
      const limit =
        round === 'first' ? LIMITS.first : round === 'unchanged' ? LIMITS.unchanged : Number.POSITIVE_INFINITY;
      const isOver = ratio > limit || (feeds === 500 && own.megabytes > LIMITS.megabytes);
      console.log(
        `${feeds} feeds, ${round}: ${seconds.toFixed(2)} s of CPU, ${ratio.toFixed(2)} of the plain loop's ${(plain.seconds - plain0.seconds).toFixed(2)}` +
          `${Number.isFinite(limit) ? ` (limit ${limit})` : ''}, ${own.megabytes.toFixed(0)} MB resident (the loop ${plain.megabytes.toFixed(0)}): ${isOver ? 'over' : 'ok'}`,
      );
    }
  }
  const growth = (firsts.get(2000) ?? Number.NaN) / (firsts.get(500) ?? Number.NaN);
  console.log(
    `2000 feeds take ${growth.toFixed(2)} times the CPU of 500 (limit ${LIMITS.growth}): ${growth <= LIMITS.growth ? 'ok' : 'over'}`,
  );
  site.disconnect();
}
