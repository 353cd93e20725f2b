/** The running service: what ticks, what is due, how it does. */
import type { App } from './app.ts';
import type { Delivering } from './deliver/index.ts';
import { debriefDocument } from './document/debrief.ts';
import { text } from './document/inline.ts';
import { DEFAULT_CHOICE } from './domain/habits.ts';
import type { Metrics } from './effects/metrics.ts';
import type { Document } from './model.ts';
import type { FeedNotice } from './pipeline/index.ts';
import type { Platform } from './ports/platform.ts';
import { startSchedule } from './schedule.ts';

const REACH_HOURS = 24;

export type Service = {
  health(): Promise<{ readonly ok: boolean; readonly parts: Readonly<Record<string, string>> }>;
  metrics(): Promise<string>;
  /** Stopping twice is harmless. */
  stop(): Promise<void>;
};

const plain = (words: string): Document => ({
  summary: words,
  blocks: [{ kind: 'paragraph', content: [text(words)] }],
  thread: [],
});

/** Tells the admins of the workspaces that use a feed, once, that it fails or is silent, and once that it is well again. */
async function tellOfFeed({ feed, state, notice }: FeedNotice, app: App, delivering: Delivering): Promise<void> {
  const since = state.error?.since ?? state.lastSuccessAt ?? '';
  for (const workspace of await app.store.feeds.users(feed.id)) {
    await delivering.tell(workspace, `feed:${feed.id}:${notice.kind}:${since}`, plain(notice.words));
  }
  await app.store.feeds.saveState({ ...state, told: notice.told });
}

/** Which variables would switch on what is off. */
function hints({ config: { slack, discord, model } }: App): string {
  const off = [
    ...(slack.botToken === null && slack.clientId === null ? ['Slack (SLACK_BOT_TOKEN with SLACK_APP_TOKEN)'] : []),
    ...(discord.token === null ? ['Discord (DISCORD_TOKEN)'] : []),
    ...(model.key === null ? ['a model for the prose (OPENAI_API_KEY)'] : []),
  ];
  return off.length === 0
    ? ''
    : `Off until their variables are set: ${off.join(', ')}. "debrief doctor" tells how to get them.`;
}

export type ServiceOptions = {
  readonly platforms: readonly Platform[];
  /** Shows a first debrief as soon as the feeds were read: for the terminal as the only platform. Null shows nothing. */
  readonly show: ((document: Document) => void) | null;
  readonly schedule?: typeof startSchedule;
};

/** Starts the platforms, then the ticks: feeds and deliveries every minute. */
export async function startService(
  app: App,
  { platforms, show, schedule: begin = startSchedule }: ServiceOptions,
): Promise<Service> {
  const { store, pipeline, delivering, world, config } = app;
  const { clock, log } = world;
  app.platforms.push(...platforms);
  await Promise.all(platforms.map((platform) => platform.start(app.handlers)));
  await delivering.start();
  const off = hints(app);
  if (off !== '') show?.(plain(off));
  show?.(plain('Reading the feeds; the first debrief follows.'));

  let first = show !== null;
  // A morning that is caught up is composed after its news was read.
  const read = Promise.withResolvers<void>();
  const gather = async (): Promise<void> => {
    const report = await pipeline.gather({ pages: true, reachHours: REACH_HOURS }).finally(read.resolve);
    for (const notice of report.notices) await tellOfFeed(notice, app, delivering);
    if (!first) return;
    first = false;
    const choice = await pipeline.choiceOf('terminal:local', DEFAULT_CHOICE);
    show?.(debriefDocument(await pipeline.compose(choice, clock.now(), 'look'), config.zone));
  };
  const schedule = begin(
    [
      { name: 'gather', cron: '* * * * *', run: gather },
      { name: 'deliver', cron: '* * * * *', run: () => read.promise.then(() => delivering.tick()) },
      { name: 'prune', cron: '17 3 * * *', run: () => store.prune(clock.now()) },
    ],
    log,
  );

  let metrics: Metrics | null = null;
  const feedCounts = async () => {
    const pack = await store.feeds.pack();
    const states = await store.feeds.states(pack.map(({ id }) => id));
    return { feeds: pack.length, answering: states.filter(({ error }) => error === null).length };
  };
  let stopped = false;
  return {
    async health() {
      const { answering, feeds } = await feedCounts();
      return {
        ok: true,
        parts: {
          database: 'ok',
          feeds: `${answering} of ${feeds} answer`,
          platforms: platforms.map(({ name }) => name).join(', '),
        },
      };
    },
    async metrics() {
      metrics ??= (await import('./effects/metrics.ts')).createMetrics();
      const { answering, feeds } = await feedCounts();
      metrics.gauge('feeds', 'Feeds of the default pack', feeds);
      metrics.gauge('feeds_answering', 'Feeds of the default pack that answered when they were polled last', answering);
      metrics.gauge('channels', 'Channels that get a debrief', (await store.channels.all()).length);
      return metrics.text();
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      await Promise.all([schedule.stop(), pipeline.stop()]);
      await app.jobs.stop();
      for (const platform of platforms.toReversed()) await platform.stop();
    },
  };
}
