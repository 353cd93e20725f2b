/** The composition root: the whole life of the process, and the only importer of the adapters. */
import type { Listener, Web } from '../adapters/web/index.ts';
import type { App } from './app.ts';
import { type Invocation, readArguments } from './cli/arguments.ts';
import { type Config, readConfig } from './config.ts';
import type { Core, CoreOptions } from './core.ts';
import { systemClock } from './effects/clock.ts';
import { StoreError, UsageError } from './errors.ts';
import type { Clock } from './ports/clock.ts';
import { type Metrics, NO_METRICS } from './ports/metrics.ts';
import type { Platform } from './ports/platform.ts';
import { harmless } from './typography/harmless.ts';
import { untilSignal } from './wiring/life.ts';
import { isAttended, print, warn } from './wiring/output.ts';
import { NO_SERVICE, openPages, writePage } from './wiring/pages.ts';
import { openDiscord, openScreen, openSlack, platformFindings } from './wiring/platforms.ts';

type Stage = {
  readonly database?: string;
  readonly clock?: Clock;
  readonly origin?: () => string | null;
  readonly metrics?: Metrics;
};

/** What a way of running is opened with. */
async function optionsOf(config: Config, stage: Stage): Promise<CoreOptions> {
  const { createLog } = await import('./effects/log.ts');
  const log = createLog({ level: config.log.level, destination: process.stderr });
  return { config, clock: systemClock, log, random: Math.random, ...stage };
}

/** Does something with what was opened, and closes it in whatever way that ends. */
async function closing<C extends Core, T>(core: C, act: (core: C) => Promise<T>): Promise<T> {
  try {
    return await act(core);
  } finally {
    await core.close();
  }
}

/** Runs what is asked over all that Debrief is. */
async function withApp(config: Config, stage: Stage, act: (app: App) => Promise<number>): Promise<number> {
  // Loaded when needed, so that a filter starts at once.
  const { openApp } = await import('./app.ts');
  return closing(await openApp(await optionsOf(config, stage)), act);
}

async function demo(config: Config, { json, page }: Extract<Invocation, { kind: 'demo' }>): Promise<number> {
  const { startNewsroom } = await import('./newsroom/index.ts');
  const { demo: play, farewell, newsroomTime, stageClock } = await import('./cli/demo.ts');
  const newsroom = await startNewsroom({ at: newsroomTime(systemClock.now()) });
  const clock = stageClock(systemClock);
  const screen = await openScreen(config, isAttended(), () => {});
  const sample: Config = { ...config, allowHosts: [new URL(newsroom.origin).host], log: { level: 'silent' } };
  const webs: Web[] = [];
  const stage = { database: ':memory:', clock, origin: () => webs[0]?.origin ?? null };
  try {
    return await withApp(sample, stage, async (app) => {
      const debrief = await play(app, newsroom, clock, json ? () => {} : screen.show);
      if (page !== null) await writePage(page, debrief, app);
      if (json) {
        print((await import('./document/debrief-json.ts')).debriefJson(debrief));
        return 0;
      }
      if (isAttended()) {
        const { startWeb } = await import('../adapters/web/index.ts');
        const { WORKSPACE } = await import('../adapters/terminal/index.ts');
        // Whoever sits at this machine; the news is a sample.
        const pages = await openPages(app, { workspace: WORKSPACE, channel: 'terminal', grant: 'admin' });
        webs.push(await startWeb({ ...NO_SERVICE, pages }));
      }
      screen.show(farewell(webs[0] === undefined ? null : `${webs[0].origin}/`));
      await screen.start(app.handlers);
      await screen.prompt();
      return 0;
    });
  } finally {
    for (const web of webs) await web.stop();
    await newsroom.stop();
  }
}

async function preview(config: Config, options: Extract<Invocation, { kind: 'preview' }>): Promise<number> {
  const { preview: compose } = await import('./cli/preview.ts');
  const { progressLine, roundInWords } = await import('./cli/progress.ts');
  const progress = progressLine(process.stderr, roundInWords);
  const screen = await openScreen(config, false, () => {});
  return withApp(
    { ...config, log: { level: config.log.level === 'info' ? 'silent' : config.log.level } },
    { database: ':memory:' },
    async (app) => {
      const debrief = await compose(app, options, warn, progress.show).finally(progress.clear);
      if (options.json) print((await import('./document/debrief-json.ts')).debriefJson(debrief));
      else screen.show((await import('./document/debrief.ts')).debriefDocument(debrief, config.zone));
      if (options.page !== null) await writePage(options.page, debrief, app);
      return 0;
    },
  );
}

async function gather(config: Config, options: Extract<Invocation, { kind: 'gather' }>): Promise<number> {
  const { gatherOnce, reportDocument } = await import('./cli/gather.ts');
  const { progressLine, roundInWords } = await import('./cli/progress.ts');
  const progress = progressLine(process.stderr, roundInWords);
  // What failed is in the report.
  const level = config.log.level === 'info' || config.log.level === 'warn' ? 'error' : config.log.level;
  const { openCore } = await import('./core.ts');
  const core = await openCore(await optionsOf({ ...config, log: { level } }, {}));
  const report = await closing(core, () => gatherOnce(core, options, warn, progress.show).finally(progress.clear));
  // Loaded once what gathers is let go: what lays lines out holds tables of all of Unicode's widths.
  if (options.json) print(report);
  else (await openScreen(config, false, () => {})).show(reportDocument(report));
  return report.feeds > 0 && report.failed.length === report.feeds ? 1 : 0;
}

async function doctor(config: Config, json: boolean): Promise<number> {
  const { diagnose, findingsDocument } = await import('./cli/doctor.ts');
  const screen = await openScreen(config, false, () => {});
  return withApp({ ...config, log: { level: 'silent' } }, {}, async (app) => {
    const findings = await diagnose(app, await platformFindings(config));
    if (json) print(findings);
    else screen.show(findingsDocument(findings));
    return findings.some(({ state }) => state === 'missing') ? 1 : 0;
  });
}

async function command(config: Config, words: readonly string[], json: boolean): Promise<number> {
  const screen = await openScreen(config, false, () => {});
  const { OWNER } = await import('../adapters/terminal/index.ts');
  return withApp(config, {}, async (app) => {
    const reply = await app.handlers.text(
      OWNER,
      words.map((word) => (/\s/.test(word) ? JSON.stringify(word) : word)).join(' '),
    );
    const [only, ...more] = reply.document.blocks;
    if (json) print(reply.document);
    // A file's text, as it is: for `>` and `|`.
    else if (only?.kind === 'code' && more.length === 0)
      process.stdout.write(`${harmless(only.text).replace(/\n+$/, '')}\n`);
    else screen.show(reply.document);
    return reply.ok ? 0 : 2;
  });
}

/** How long after the start a service loads what answering takes. */
const WARM_MS = 3_000;
async function serve(config: Config): Promise<number> {
  if (config.database.kind === 'postgres') return serveAll(config);
  const { serving } = await import('./store/sqlite/serving.ts');
  const leave = serving(config.database.file);
  return serveAll(config).finally(leave);
}

async function serveAll(config: Config): Promise<number> {
  const { seedPack } = await import('./core.ts');
  const { startService } = await import('./serve.ts');
  const life = untilSignal();
  const metrics = config.http.port === null ? NO_METRICS : (await import('./effects/metrics.ts')).createMetrics();
  return withApp(config, { metrics }, async (app) => {
    const closers: (() => Promise<void>)[] = [];
    try {
      const platforms: Platform[] = [];
      const mounts = new Map<string, Listener>();
      const [slack, discord] = await Promise.all([
        config.slack.botToken === null && config.slack.clientId === null ? null : openSlack(app),
        config.discord.token === null ? null : openDiscord(app, config.discord.token),
      ]);
      platforms.push(...[slack, discord].filter((platform) => platform !== null));
      if (slack?.listener != null) mounts.set('/slack/', slack.listener);
      const screen =
        platforms.length > 0
          ? null
          : await openScreen(config, isAttended(), () => life.end('the prompt was left'), true);
      if (screen !== null) platforms.push(screen);
      await seedPack(app.store, app.world.clock.now());
      // A second socket of Slack would be sent a share of the events, a second gateway of Discord all of them again.
      const alone = [...(config.slack.appToken === null ? [] : ['slack']), 'discord'];
      const service = await startService(app, { platforms, show: screen?.show ?? null, alone });
      closers.push(service.stop);
      if (config.http.port !== null) {
        const { startWeb } = await import('../adapters/web/index.ts');
        const { ready } = service;
        const { WORKSPACE } = await import('../adapters/terminal/index.ts');
        const isOpen = config.http.pages === 'public';
        const pages = await openPages(
          app,
          isOpen ? { workspace: WORKSPACE, channel: 'terminal', grant: 'reader' } : null,
        );
        const { host, port, publicUrl } = config.http;
        const web = await startWeb({ host, port, publicUrl, ready, metrics: service.metrics, mounts, pages });
        closers.push(web.stop);
      }
      void screen?.prompt();
      // Once all that is due at the start was begun.
      setTimeout(() => void app.warm(), WARM_MS).unref();
      const reason = await Promise.race([life.ended, service.failed]);
      app.world.log.info({ reason }, 'stopping');
      service.pause();
      return 0;
    } finally {
      for (const close of closers.reverse()) await close();
    }
  });
}

/** What was configured; its field of news is served from here on, before anything is read of it. */
async function configured(): Promise<Config> {
  const config = readConfig();
  if (config.field !== null) (await import('./domain/in-use.ts')).chooseField(config.field);
  return config;
}

async function run(invocation: Invocation): Promise<number> {
  switch (invocation.kind) {
    case 'help':
      process.stdout.write(`${invocation.text}\n`);
      return 0;
    case 'version':
      process.stdout.write(`debrief ${(await import('./core.ts')).VERSION}\n`);
      return 0;
    case 'pipe':
      await configured();
      await (await import('./pipe/index.ts')).pipe(invocation.args, process.stdin, process.stdout);
      return 0;
  }
  const config = await configured();
  switch (invocation.kind) {
    case 'demo':
      return demo(config, invocation);
    case 'serve':
      // What hangs beyond its time, such as an answer that never came, does not hold the process.
      return process.exit(await serve(config));
    case 'gather':
      return gather(config, invocation);
    case 'preview':
      return preview(config, invocation);
    case 'store':
      return (await import('./wiring/store.ts')).store(config, invocation);
    case 'doctor':
      return doctor(config, invocation.json);
    case 'command':
      return command(config, invocation.words, invocation.json);
  }
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads us has read enough (`| head`).
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof StoreError)) throw error;
  for (const fault of error instanceof UsageError ? error.faults : [error.message]) warn(fault);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
