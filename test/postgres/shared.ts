/** One PostgreSQL for all the files of a test run, started by the first that needs it and stopped by the run's end. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { z } from 'zod';
import { newDatabase, startPostgres } from './server.ts';

const WAIT_MS = 60_000;
const Started = z.object({ url: z.string() });

let databases = 0;

/** The address of an empty database. */
export async function emptyDatabase(): Promise<string> {
  const server = await serverUrl();
  databases += 1;
  return newDatabase(server, `debrief_${process.pid}_${databases}`);
}

async function serverUrl(): Promise<string> {
  const home = inject('postgresHome');
  const file = join(home, 'started.json');
  const isFirst = await mkdir(join(home, 'starting')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const { url, pid, folder } = await startPostgres({ detached: true });
    await writeFile(`${file}.part`, JSON.stringify({ url, pid, folder }));
    await rename(`${file}.part`, file);
    return url;
  }
  for (const until = Date.now() + WAIT_MS; ; await sleep(50)) {
    try {
      return Started.parse(JSON.parse(await readFile(file, 'utf8'))).url;
    } catch (error) {
      if (Date.now() > until) throw new Error('PostgreSQL did not start', { cause: error });
    }
  }
}
