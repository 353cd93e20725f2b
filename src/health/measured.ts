import type { Metrics } from '../ports/metrics.ts';
import type { Handlers, Platform } from '../ports/platform.ts';
import { freeBytes, type ReadyDeps } from './ready.ts';

const CALLS = 'Calls to a platform by what came of them';
const TOOK = 'How long platforms take to answer a call';

/** A platform whose calls are counted and timed. */
export function measuredPlatform(platform: Platform, metrics: Metrics): Platform {
  const through = async <T extends { readonly kind: string }>(call: string, act: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const labels = { platform: platform.name, call };
    const ended = (result: string): void => {
      metrics.count('platform_calls_total', CALLS, 1, { ...labels, result });
      metrics.time('platform_call_duration_seconds', TOOK, (performance.now() - started) / 1000, labels);
    };
    try {
      const result = await act();
      ended(result.kind);
      return result;
    } catch (error) {
      ended('error');
      throw error;
    }
  };
  return {
    ...platform,
    post: (...given) => through('post', () => platform.post(...given)),
    update: (...given) => through('update', () => platform.update(...given)),
    find: (...given) => through('find', () => platform.find(...given)),
    notice: (...given) => through('notice', () => platform.notice(...given)),
  };
}

/** Handlers whose answers are timed. */
export function measuredHandlers(handlers: Handlers, metrics: Metrics): Handlers {
  const timed = async <T>(kind: string, act: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      return await act();
    } finally {
      const help = 'How long people wait for an answer';
      metrics.time('request_duration_seconds', help, (performance.now() - started) / 1000, { kind });
    }
  };
  return {
    ...handlers,
    text: (...given) => timed('text', () => handlers.text(...given)),
    command: (...given) => timed('command', () => handlers.command(...given)),
    complete: (...given) => timed('complete', () => handlers.complete(...given)),
    question: (...given) => timed('question', () => handlers.question(...given)),
    action: (...given) => timed('action', () => handlers.action(...given)),
    form: (...given) => timed('form', () => handlers.form(...given)),
    submit: (...given) => timed('submit', () => handlers.submit(...given)),
  };
}

/** Reads what the store and the platforms tell of the present. */
export async function gauges(
  { store, now, file, gatheredAt }: Pick<ReadyDeps, 'store' | 'now' | 'file' | 'gatheredAt'>,
  platforms: readonly Platform[],
  metrics: Metrics,
): Promise<void> {
  const pack = await store.feeds.pack();
  const states = await store.feeds.states(pack.map(({ id }) => id));
  metrics.gauge('feeds', 'Feeds of the default pack', pack.length);
  const answering = states.filter(({ error }) => error === null).length;
  metrics.gauge('feeds_answering', 'Feeds of the default pack that answered when they were polled last', answering);
  metrics.gauge('channels', 'Channels that get a debrief', await store.channels.count());
  const { counts, waitingSince } = await store.deliveries.pulse(now);
  for (const state of ['due', 'claimed', 'sent', 'skipped', 'refused', 'unknown'])
    metrics.gauge(
      'editions',
      'Editions that wait, and those of the last day by what became of them',
      counts[state] ?? 0,
      { state },
    );
  const age = waitingSince === null ? 0 : (now.getTime() - Date.parse(waitingSince)) / 1000;
  metrics.gauge('queue_age_seconds', 'How long the edition has waited that has waited longest', age);
  const gathered = 'When the last round of feeds ended, in seconds since 1970';
  if (gatheredAt !== null) metrics.gauge('gather_last_end_timestamp_seconds', gathered, gatheredAt.getTime() / 1000);
  if (file !== null) metrics.gauge('disk_free_bytes', 'What is free where the database lies', await freeBytes(file));
  for (const { name, connection } of platforms) {
    const help = 'Whether the platform is connected (1) or away (0)';
    metrics.gauge('platform_connected', help, connection().connected ? 1 : 0, { platform: name });
  }
}
