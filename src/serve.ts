/** The running service: what ticks, what is due, how it does. */
import type { App } from './app.ts';
import type { Delivering } from './deliver/index.ts';
import { debriefDocument } from './document/debrief.ts';
import { text } from './document/inline.ts';
import { DEFAULT_CHOICE } from './domain/habits.ts';
import { StoreError, UsageError } from './errors.ts';
import { connect } from './health/connect.ts';
import { ifHeld, keep, untilHeld } from './health/hold.ts';
import { gauges, measuredHandlers, measuredPlatform } from './health/measured.ts';
import { type Readiness, readiness } from './health/ready.ts';
import { createWatch } from './health/watch.ts';
import type { Document } from './model.ts';
import type { FeedNotice, GatherReport } from './pipeline/index.ts';
import type { Metrics } from './ports/metrics.ts';
import type { Platform } from './ports/platform.ts';
import { startSchedule } from './schedule.ts';

const REACH_HOURS = 24;

/** A morning that is caught up is composed after its news was read, but does not wait longer for it. */
const NEWS_MS = 30_000;
/** How long what is being posted may take when the service stops; then it is handed back. */
const FINISH_MS = 4_000;
/** How long a platform may take to say goodbye. */
const LEAVE_MS = 1_500;

export type Service = {
  ready(): Promise<Readiness>;
  metrics(): Promise<string>;
  /** Rejects with a UsageError where no platform takes what was configured, and nothing else is served; otherwise it never settles. */
  readonly failed: Promise<never>;
  /** Takes up nothing more. */
  pause(): void;
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
    if (!(await delivering.tell(workspace, `feed:${feed.id}:${notice.kind}:${since}`, plain(notice.words)))) return;
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
  /** Platforms (by name) that one of the processes on a PostgreSQL may be connected to at a time: the next takes over when it ends or dies. */
  readonly alone?: readonly string[];
};

function countRound(report: GatherReport, seconds: number, metrics: Metrics): void {
  metrics.time('gather_duration_seconds', 'How long a round of feeds takes', seconds);
  const polls = 'Polls of feeds';
  metrics.count('polls_total', polls, report.feeds - report.failed.length, { result: 'answered' });
  metrics.count('polls_total', polls, report.failed.length, { result: 'failed' });
  metrics.count('items_total', 'New entries of feeds', report.items);
  metrics.count('articles_total', 'New articles', report.articles);
  metrics.count('figures_total', 'Figures mined', report.figures);
  metrics.count('quotes_total', 'Quotes mined', report.quotes);
}

/** Begins to connect the platforms, each by itself, and the ticks: feeds and deliveries every minute. Waits for none of them. */
export async function startService(
  app: App,
  { platforms, show, schedule: begin = startSchedule, alone = [] }: ServiceOptions,
): Promise<Service> {
  const { store, pipeline, delivering, world, config, metrics, holding } = app;
  const { clock, log } = world;
  const startedAt = clock.now();
  const file = config.database.kind === 'sqlite' ? config.database.file : null;
  const ending = new AbortController();
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const handlers = measuredHandlers(app.handlers, metrics);
  const isAlone = (platform: Platform): boolean => holding !== null && alone.includes(platform.name);
  const connectionOf = (platform: Platform): string => `connection:${platform.name}`;
  const connecting = platforms.map(async (platform) => {
    if (holding !== null && isAlone(platform)) {
      await untilHeld(connectionOf(platform), holding, ending.signal);
      if (ending.signal.aborted) return;
      void keep(connectionOf(platform), holding, ending.signal).then((isLost) => {
        // It was held up so long that another is connected by now: started anew it waits its turn.
        if (isLost) failed.reject(new StoreError('locked', `another process is connected to ${platform.name} by now`));
      });
    }
    await connect(platform, { handlers, clock, log, signal: ending.signal });
    if (ending.signal.aborted) return;
    // Only what is connected is posted to: before, a channel would seem lost.
    app.platforms.push(measuredPlatform(platform, metrics));
    await delivering.start();
  });
  /** Why platforms were given up: what was configured wrong, which no waiting puts right. */
  const givenUp = new Map<string, string>();
  for (const [index, one] of connecting.entries())
    one.catch((error: unknown) => {
      const name = platforms[index]?.name ?? '';
      if (!(error instanceof UsageError)) return failed.reject(error);
      givenUp.set(name, error.faults.join('; '));
      log.error({ platform: name }, `${name} is not started: ${error.faults.join('; ')}`);
      // One platform's mistake holds up no other, and not what is served over HTTP.
      if (givenUp.size === platforms.length && config.http.port === null) failed.reject(error);
    });
  const told = platforms.map(
    (platform): Platform => ({
      ...platform,
      connection() {
        const reason = givenUp.get(platform.name);
        return reason === undefined ? platform.connection() : { ...platform.connection(), reason };
      },
    }),
  );
  const off = hints(app);
  if (off !== '') show?.(plain(off));
  show?.(plain('Reading the feeds; the first debrief follows.'));

  let first = show !== null;
  let gatheredAt: Date | null = null;
  const read = Promise.withResolvers<void>();
  const watch = createWatch({ store, clock, log, tell: delivering.tell });
  const gather = async (): Promise<void> => {
    const started = performance.now();
    const report = await pipeline.gather({ pages: true, reachHours: REACH_HOURS }).finally(read.resolve);
    gatheredAt = clock.now();
    countRound(report, (performance.now() - started) / 1000, metrics);
    await watch.after(report);
    for (const notice of report.notices) await tellOfFeed(notice, app, delivering);
    if (!first) return;
    first = false;
    const choice = await pipeline.choiceOf('terminal:local', DEFAULT_CHOICE);
    show?.(debriefDocument(await pipeline.compose(choice, clock.now(), 'look'), config.zone));
  };
  const prune = async (): Promise<void> => {
    const forget = () => store.prune(clock.now(), config.keep);
    await (holding === null ? forget() : ifHeld('prune', holding, forget));
  };
  void clock.sleep(NEWS_MS, ending.signal).then(read.resolve);
  const schedule = begin(
    [
      { name: 'gather', cron: '* * * * *', run: gather },
      { name: 'deliver', cron: '* * * * *', run: () => read.promise.then(() => delivering.tick()) },
      { name: 'prune', cron: '17 3 * * *', run: prune },
    ],
    log,
  );

  let finishing: Promise<unknown> | null = null;
  const pause = (): void => {
    ending.abort();
    read.resolve();
    finishing ??= Promise.allSettled([schedule.stop(), pipeline.stop(), app.reader.close(), app.jobs.stop()]);
  };
  const within = (milliseconds: number, work: Promise<unknown>): Promise<unknown> => {
    const limit = new AbortController();
    return Promise.race([work, clock.sleep(milliseconds, limit.signal)]).finally(() => limit.abort());
  };
  let stopped = false;
  return {
    failed: failed.promise,
    async ready() {
      return readiness({
        store,
        now: clock.now(),
        startedAt,
        file,
        platforms: told,
        gatheredAt,
        // A store that cannot be read is told of as the store.
        outageSince: await watch.outageSince().catch(() => null),
      });
    },
    async metrics() {
      await gauges({ store, now: clock.now(), file, gatheredAt }, platforms, metrics);
      return metrics.text();
    },
    pause,
    async stop() {
      if (stopped) return;
      stopped = true;
      pause();
      await within(FINISH_MS, finishing ?? Promise.resolve());
      await delivering.handBack();
      await within(LEAVE_MS, Promise.allSettled(platforms.map((platform) => platform.stop())));
      if (holding === null) return;
      const held = platforms.filter(isAlone).map(connectionOf);
      await Promise.allSettled(held.map((key) => store.leases.release(key, holding.holder)));
    },
  };
}
