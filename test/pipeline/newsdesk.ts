/** Days of a few channels over a store: articles come when they come, and each edition that is posted is what its channel was told. */
import type { Article, Debrief } from '../../src/model.ts';
import { createPipeline } from '../../src/pipeline/index.ts';
import { mine } from '../../src/pipeline/mine.ts';
import { NO_METRICS } from '../../src/ports/metrics.ts';
import type { Store } from '../../src/ports/store.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { article, channel, choice, feed, quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

export type Newsdesk = {
  readonly store: Store;
  /** An article comes to be read. */
  see(at: string, title: string, text: string, rest?: Partial<Article>): Promise<Article>;
  /** The edition of a channel (`infra`, or `server/infra` for one of another server) at a slot, posted unless it is refused. */
  edition(channel: string, slot: string, outcome?: 'sent' | 'refused'): Promise<Debrief>;
  /** Somebody looks at what a channel would get. */
  look(channel: string, at: string): Promise<Debrief>;
  close(): Promise<void>;
};

export async function openNewsdesk(): Promise<Newsdesk> {
  const store = await openSqlite(':memory:', quiet);
  const clock = virtualClock('2026-03-02T00:00:00.000Z');
  const pipeline = createPipeline({
    store,
    clock,
    log: quiet,
    editor: null,
    metrics: NO_METRICS,
    random: () => 0.5,
    http: { get: () => Promise.reject(new Error('no network')) },
    robots: { verdict: async () => 'allowed' as const },
    reader: TASKS,
    miner: TASKS,
  });
  const wire = feed('wire');
  await store.feeds.save(wire, clock.now());
  for (const server of ['acme', 'harbour'])
    await store.workspaces.save({ id: `fake:${server}`, platform: 'fake', name: null });
  const rowOf = (name: string) => {
    const [address = name, server = 'acme'] = name.split('/').toReversed();
    return channel(address, { choice, workspace: `fake:${server}` });
  };
  let count = 0;
  return {
    store,
    async see(at, title, text, rest = {}) {
      count += 1;
      const url = rest.url ?? `https://paper.example/${count}`;
      const before = await store.articles.newest(url);
      const made = article(`piece-${count}`, text, {
        title,
        fetched: at,
        published: at,
        ...rest,
        url,
        supersedes: before?.id ?? null,
      });
      await store.articles.save(made);
      await store.articles.brought(made.url, wire.id, new Date(at));
      return made;
    },
    async edition(name, slot, outcome = 'sent') {
      const at = new Date(slot);
      await clock.advanceTo(at);
      await mine({ store, miner: TASKS, clock, log: quiet });
      const row = rowOf(name);
      await store.channels.save(row);
      const debrief = await pipeline.compose(choice, at, 'edition', await pipeline.toldIn(row.id, at));
      const edition = `${name} ${slot}`;
      await store.deliveries.extra({ id: edition, channel: row.id, slot: at }, at);
      const claim = await store.deliveries.claim(edition, at, 60_000);
      if (claim === null) throw new Error('the edition is claimed by somebody else');
      await store.deliveries.attach(claim, debrief.id, at, 60_000);
      const reference = { channel: name, message: edition, link: null };
      const part = { key: 'main', reason: null };
      await store.deliveries.savePart(
        claim,
        outcome === 'sent' ? { ...part, state: 'sent', reference } : { ...part, state: 'refused', reference: null },
      );
      await store.deliveries.settle(
        claim,
        outcome === 'sent' ? { state: 'sent', reference } : { state: 'refused', reason: 'refused' },
      );
      return debrief;
    },
    async look(name, at) {
      await clock.advanceTo(at);
      await mine({ store, miner: TASKS, clock, log: quiet });
      const told = await pipeline.toldIn(rowOf(name).id, new Date(at));
      return pipeline.compose(choice, new Date(at), 'look', told);
    },
    close: () => store.close(),
  };
}
