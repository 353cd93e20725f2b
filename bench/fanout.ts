import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openApp } from '../src/app.ts';
import { waysOf } from '../src/commands/ways.ts';
import { readConfig } from '../src/config.ts';
import { debriefDocument } from '../src/document/debrief.ts';
import { MINUTE_MS, SECOND_MS } from '../src/durations.ts';
import { systemClock } from '../src/effects/clock.ts';
import type { Channel, Choice } from '../src/model.ts';
import { connect, openPostgres } from '../src/store/postgres/open.ts';
import { newDatabase, startPostgres } from '../test/postgres/server.ts';
import { startPlatforms } from './fanout/limits.ts';
import { keepDay } from './fanout/news.ts';
import { worked } from './timing/measure.ts';

/**
 * `npm run bench -- fanout --channels 10000 --workspaces 500`: channels that are due at one minute, half of them on Slack and half on Discord, served
 * by two replicas on one PostgreSQL, against counterparts that keep the platforms' limits.
 */
const REPLICAS = 2;
/** Two stories: an edition is three messages. */
const ARTICLES = 6;
const LARGE = 60;
const RATIO = 1.1;
const LATER = 0.01;
const MEGABYTES = 512;
const AT_ONCE = 16;

const log = { debug() {}, info() {}, warn() {}, error: console.error };
const Ended = z.object({ seconds: z.number(), megabytes: z.number() });

const choiceOf = (feed: string): Choice => ({
  feeds: [feed],
  topics: [],
  hours: 24,
  follow: [],
  mute: [],
  language: 'en',
  length: 'short',
});

function channelAt(n: number, workspaces: number, feed: string): Channel {
  const platform = n % 2 === 0 ? 'slack' : 'discord';
  const workspace = `${platform}:${Math.floor(n / 2) % (workspaces / 2)}`;
  const address = String(10n ** 17n + BigInt(n));
  const schedule = {
    rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times: ['00:00'] }],
    zone: 'UTC',
    pausedUntil: null,
    holidays: [],
  };
  const id = `${workspace}:${address}`;
  return {
    id,
    workspace,
    platform,
    address,
    name: null,
    schedule,
    choice: choiceOf(feed),
    state: 'active',
    note: null,
    nextDueAt: null,
  };
}

/** What the second and every later channel of one composition costs, beside the first. */
async function compositions(url: string, feed: string): Promise<void> {
  const config = { ...readConfig({}), database: { kind: 'postgres' as const, url } };
  const app = await openApp({ config, clock: systemClock, log, random: Math.random });
  const { pipeline, world } = app;
  const slot = new Date();
  const one = async (n: number): Promise<number> => {
    const started = worked();
    const workspace = `slack:${n}`;
    const choice = await pipeline.choiceOf(workspace, choiceOf(feed));
    const debrief = await pipeline.compose(choice, slot, 'edition', await pipeline.toldIn(`${workspace}:c`, slot));
    const ways = await waysOf(debrief, { platform: 'slack', workspace, channel: 'c' }, { links: world.links });
    debriefDocument(debrief, 'UTC', ways);
    return worked() - started;
  };
  const first = await one(0);
  const later: number[] = [];
  for (let n = 1; n <= 50; n += 1) later.push(await one(n));
  const mean = later.reduce((sum, each) => sum + each, 0) / later.length;
  const share = mean / first;
  console.log(
    `a composition of ${LARGE} articles ${first.toFixed(0)} ms of one core, each later channel ${mean.toFixed(1)} ms, ${(100 * share).toFixed(2)}%: ${share < LATER ? 'ok' : `over ${100 * LATER}%`}`,
  );
  await app.close();
}

const message = <T>(child: ChildProcess, schema: z.ZodType<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('a replica ended')));
    child.on('message', (value) => {
      const read = schema.safeParse(value);
      if (read.success) resolve(read.data);
    });
  });

export async function run(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { channels: { type: 'string', default: '10000' }, workspaces: { type: 'string', default: '500' } },
  });
  const [channels, workspaces] = [Number(values.channels), Number(values.workspaces)];
  const server = await startPostgres();
  const platforms = await startPlatforms();
  const replicas: ChildProcess[] = [];
  try {
    const url = await newDatabase(server.url, 'fanout');
    const store = await openPostgres(url, log);
    const now = new Date();
    const feed = await keepDay(store, 'small', ARTICLES, now);
    await compositions(url, await keepDay(store, 'large', LARGE, now));
    const all = Array.from({ length: channels }, (_, n) => channelAt(n, workspaces, feed));
    for (const workspace of new Set(all.map((each) => each.workspace)))
      await store.workspaces.save({ id: workspace, platform: workspace.split(':')[0] ?? '', name: null });
    for (let from = 0; from < channels; from += AT_ONCE)
      await Promise.all(all.slice(from, from + AT_ONCE).map((each) => store.channels.save(each)));

    for (let n = 0; n < REPLICAS; n += 1)
      replicas.push(
        fork(join(import.meta.dirname, 'fanout/replica.ts'), [url, platforms.origin], {
          execArgv: ['--max-semi-space-size=8'],
        }),
      );
    await Promise.all(replicas.map((child) => message(child, z.object({ ready: z.literal(true) }))));
    const slot = new Date(Math.ceil((Date.now() + 10 * SECOND_MS) / MINUTE_MS) * MINUTE_MS);
    const admin = connect(url, log, { most: 1 });
    await admin.updateTable('channels').set({ next_due_at: slot.toISOString() }).execute();
    await admin.destroy();
    console.log(
      `${channels} channels of ${workspaces} workspaces are due at ${slot.toISOString()}, ${REPLICAS} replicas`,
    );

    for (;;) {
      await sleep(2 * SECOND_MS);
      const { counts } = await store.deliveries.pulse(new Date());
      const ended = Object.entries(counts).reduce((sum, [state, n]) => sum + (/due|claimed/.test(state) ? 0 : n), 0);
      if (ended >= channels) break;
    }
    const { counts } = await store.deliveries.pulse(new Date());
    const least = platforms.least();
    for (const [name, { messages, refused, last }] of platforms.tally.platforms) {
      const seconds = (last - slot.getTime()) / SECOND_MS;
      console.log(
        `${name}: ${messages} messages in ${seconds.toFixed(1)} s, at least ${least[name === 'slack' ? 'slack' : 'discord'].toFixed(1)} s by its limits, ${refused} refused with 429`,
      );
    }
    const took =
      Math.max(...Array.from(platforms.tally.platforms.values(), ({ last }) => last - slot.getTime())) / SECOND_MS;
    const ratio = took / Math.max(least.slack, least.discord);
    const twice = Array.from(platforms.tally.posts.values()).filter((count) => count !== 1).length;
    console.log(
      `editions ${JSON.stringify(counts)}, ${twice} messages posted twice: ${twice === 0 && counts.sent === channels ? 'ok' : 'NOT ONCE EACH'}`,
    );
    console.log(
      `${took.toFixed(1)} s, ${ratio.toFixed(3)} times what the limits impose: ${ratio <= RATIO ? 'ok' : `over ${RATIO}`}`,
    );
    for (const child of replicas) {
      const ended = message(child, Ended);
      child.send('end');
      const { seconds, megabytes } = await ended;
      console.log(
        `a replica: ${seconds.toFixed(1)} s of one core, ${megabytes.toFixed(0)} MB at most: ${megabytes <= MEGABYTES ? 'ok' : `over ${MEGABYTES} MB`}`,
      );
    }
    await store.close();
  } finally {
    for (const child of replicas) child.kill('SIGKILL');
    await platforms.close();
    await server.stop();
  }
}
