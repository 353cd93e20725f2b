import type { App } from '../app.ts';
import { topicOf } from '../commands/latest.ts';
import { seedPack } from '../core.ts';
import { ANY_TOPIC, DEFAULT_CHOICE } from '../domain/habits.ts';
import { ENGLISH } from '../locale/index.ts';
import type { Debrief } from '../model.ts';
import { causeInWords, causesOf } from '../pipeline/causes.ts';
import { namedFeed } from '../pipeline/feeds.ts';
import type { Progress } from '../pipeline/index.ts';
import { checkAddresses } from './addresses.ts';
import { opmlFile } from './opml.ts';

export type PreviewOptions = {
  readonly feeds: readonly string[];
  readonly opml: string | null;
  readonly topic: string | null;
  readonly hours: number;
};

/** Gathers what is named, else the default pack, and composes a look at it. What is named is read whole, on topic or not. Throws a
 * UsageError for addresses, files and topics that are none. */
export async function preview(
  app: App,
  options: PreviewOptions,
  warn: (line: string) => void,
  onProgress: (progress: Progress) => void,
): Promise<Debrief> {
  const { store, pipeline, world } = app;
  const now = world.clock.now();
  checkAddresses('--feed', options.feeds);
  const listed = options.opml === null ? { feeds: [], faults: [] } : await opmlFile(options.opml);
  for (const { line, reason } of listed.faults) warn(`${line}: ${reason}`);
  const unknown = { title: null, publisher: null, kind: 'news', topics: [] } as const;
  const named = [...options.feeds.map((url) => ({ ...unknown, url })), ...listed.feeds];
  await store.feeds.savePack(named.map(namedFeed), now);
  const topics = options.topic !== null ? [topicOf(options.topic, ENGLISH)] : named.length > 0 ? [ANY_TOPIC] : [];
  if (named.length === 0) await seedPack(store, now);
  const report = await pipeline.gather({ pages: true, reachHours: options.hours, onProgress });
  for (const cause of causesOf(report)) warn(causeInWords(cause));
  return pipeline.compose({ ...DEFAULT_CHOICE, topics, hours: options.hours }, world.clock.now(), 'look');
}
