import { z } from 'zod';
import { slotsBetween } from '../deliver/index.ts';
import { DEFAULT_CHOICE } from '../domain/habits.ts';
import { DAY_MS } from '../durations.ts';
import { UsageError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Article, Debrief, Feed, Schedule } from '../model.ts';
import { compose } from '../pipeline/compose.ts';
import { mine } from '../pipeline/mine.ts';
import type { Log } from '../ports/log.ts';
import { NO_METRICS } from '../ports/metrics.ts';
import { TASKS } from '../reader/tasks.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import { editionLineOf } from './debrief-line.ts';
import type { Filter, FilterOptions } from './filter.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  text: z.string(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
  published: z.iso.datetime({ offset: true }).nullish(),
  seen: z.iso.datetime({ offset: true }),
});

const Options = z.object({
  at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:30'),
  zone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'expected a zone such as Europe/Berlin',
    ),
  from: z.iso.date(),
  to: z.iso.date(),
});

/** All articles come by one feed, which is the channel's default pack. */
const FEED: Feed = {
  id: 'pipe',
  url: 'https://pipe.invalid/feed',
  title: null,
  site: null,
  publisher: null,
  kind: 'news',
  topics: [],
  owner: null,
};

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

function optionsOf(given: FilterOptions): z.infer<typeof Options> {
  const parsed = Options.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map(({ path, message }) => `pipe editions: --${path.join('.')}: ${message}`),
  );
}

/** The slots of every day after `from` up to `to`, as the wall of the zone shows them. */
function slotsOf({ at, zone, from, to }: z.infer<typeof Options>): Date[] {
  const schedule: Schedule = {
    rules: [{ days: [1, 2, 3, 4, 5, 6, 7], times: [at] }],
    zone,
    pausedUntil: null,
    holidays: [],
  };
  const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return slotsBetween(schedule, new Date(Date.parse(from) - DAY_MS), new Date(Date.parse(to) + 2 * DAY_MS)).filter(
    (slot) => dayIn.format(slot) > from && dayIn.format(slot) <= to,
  );
}

function articleOf({ id, title, text, publisher, url, published, seen }: z.infer<typeof Line>): Article {
  return {
    id: String(id),
    url: url ?? `about:${id}`,
    title,
    text,
    hash: sha256(text),
    author: null,
    publisher: publisher ?? '',
    published: published == null ? null : new Date(published).toISOString(),
    fetched: new Date(seen).toISOString(),
    origin: 'page',
    note: null,
    supersedes: null,
  };
}

/** Days of news as the service lives them, over a store of its own: what is seen is kept and mined, and each slot has its edition. */
export const filter: Filter = {
  options: { at: { type: 'string' }, zone: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  open(given) {
    const slots = slotsOf(optionsOf(given));
    const articles: Article[] = [];
    const ids = new Map<string, string | number>();
    return {
      line(input) {
        const line = Line.parse(input);
        const article = articleOf(line);
        if (ids.has(article.id)) throw new UsageError([`the id ${article.id} came before; give each article its own`]);
        ids.set(article.id, line.id);
        articles.push(article);
        return null;
      },
      async end() {
        const store = await openSqlite(':memory:', SILENT);
        try {
          const waiting = articles.toSorted((a, b) => (a.fetched < b.fetched ? -1 : a.fetched > b.fetched ? 1 : 0));
          const told: Debrief[] = [];
          for (const slot of slots) {
            const clock = { now: () => slot, sleep: async () => {} };
            await store.feeds.save(FEED, slot);
            for (let next = waiting[0]; next !== undefined && next.fetched <= slot.toISOString(); next = waiting[0]) {
              waiting.shift();
              const before = await store.articles.newest(next.url);
              await store.articles.save({ ...next, supersedes: before?.id ?? null });
              await store.articles.brought(next.url, FEED.id, new Date(next.fetched));
            }
            await mine({ store, miner: TASKS, clock, log: SILENT });
            const commission = { choice: DEFAULT_CHOICE, to: slot, purpose: 'edition' as const };
            const memory = told.map(({ id }) => id).toReversed();
            told.push(
              await compose({ ...commission, told: memory }, { store, clock, editor: null, metrics: NO_METRICS }),
            );
          }
          return told.map((debrief) => editionLineOf(debrief, ids));
        } finally {
          await store.close();
        }
      },
    };
  },
};
