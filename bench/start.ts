import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTown } from '../test/adapters/discord/town.ts';
import { APP_TOKEN, openAcme, TOKEN } from '../test/adapters/slack/acme.ts';

const RUNS = 5;
const IDLE_MS = 4_000;
const LIMITS = { ready: 1_000, terminal: 150, both: 220 };
const ROOT = join(import.meta.dirname, '..');

type Environment = Readonly<Record<string, string>>;
/** Milliseconds from the start to the first answer of /healthz, and the megabytes that are resident when it idles. */
type Measured = { readonly ready: number; readonly resident: number };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** As /proc tells it; NaN where there is none. */
async function residentOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** One life of the service as `npm start` gives it. */
async function live(folder: string, environment: Environment): Promise<Measured> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', join(ROOT, 'bin/debrief.js'), 'serve'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...environment, NODE_COMPILE_CACHE: join(folder, 'cache'), DEBRIEF_HTTP_PORT: String(port) },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = once(child, 'close');
  while (
    !(await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`the service ended: ${said}`);
    await sleep(5);
  }
  const ready = performance.now() - started;
  await sleep(IDLE_MS);
  const resident = await residentOf(child);
  child.kill();
  await ended;
  return { ready, resident };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function report(name: string, measured: readonly Measured[], residentLimit: number): void {
  const ready = measured.map((one) => one.ready);
  const resident = measured.map((one) => one.resident);
  const verdict = median(ready) <= LIMITS.ready && median(resident) <= residentLimit ? 'ok' : 'over';
  console.log(
    `${name}: ready after ${Math.min(...ready).toFixed(0)} ms (median ${median(ready).toFixed(0)}, limit ${LIMITS.ready}), ` +
      `${median(resident).toFixed(0)} MB resident (limit ${residentLimit}): ${verdict}`,
  );
}

/** The first start has neither a database nor a compile cache; later ones have both. */
async function starts(name: string, environment: Environment, residentLimit: number): Promise<void> {
  const first: Measured[] = [];
  const later: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'debrief-start-'));
    first.push(await live(folder, environment));
    later.push(await live(folder, environment));
    await rm(folder, { recursive: true });
  }
  report(`${name}, first start`, first, residentLimit);
  report(`${name}, later starts`, later, residentLimit);
}

/** From `npm start` to ready, and what the service takes up while it idles: the terminal alone, and both platforms (local ones). */
export async function run(): Promise<void> {
  await starts('the terminal alone', {}, LIMITS.terminal);
  const [acme, town] = [await openAcme(), await openTown()];
  const tokens = { SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: APP_TOKEN, DISCORD_TOKEN: town.twin.botToken };
  const servers = { DEBRIEF_SLACK_API_URL: acme.apiUrl, DEBRIEF_DISCORD_API_URL: town.apiUrl };
  await starts('both platforms', { ...tokens, ...servers }, LIMITS.both);
  await acme.close();
  await town.close();
}
