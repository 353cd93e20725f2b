import { z } from 'zod';
import { link, text } from '../../document/inline.ts';
import { momentIn } from '../../document/when.ts';
import { DAY_MS } from '../../durations.ts';
import { type Health, healthOf } from '../../gather/health.ts';
import { type Words, wordsIn } from '../../locale/index.ts';
import type { Block, Feed, FeedState, Inline } from '../../model.ts';
import type { Context } from '../../ports/platform.ts';
import { feedLink, feedName } from '../../secrets.ts';
import { command, toAsker } from '../command.ts';
import { habitOf } from '../debriefs.ts';
import { folded } from '../folded.ts';
import type { World } from '../world.ts';

export type FeedRow = { readonly feed: Feed; readonly state: FeedState | null; readonly health: Health };

function nameCell(feed: Feed): Inline {
  const href = feedLink(feed);
  return href === null ? text(feedName(feed)) : link(feedName(feed), href);
}

/** The feeds of a workspace with how they do, by name. */
export async function feedRows(context: Context, world: World): Promise<FeedRow[]> {
  const feeds = await world.store.feeds.visible(context.workspace);
  const states = new Map(
    (await world.store.feeds.states(feeds.map(({ id }) => id))).map((state) => [state.feed, state]),
  );
  const now = world.clock.now();
  const words = wordsIn(context.language);
  return feeds
    .map((feed): FeedRow => {
      const state = states.get(feed.id) ?? null;
      return {
        feed,
        state,
        health: state === null ? { status: 'new', words: words.health.notPolled } : healthOf(state, now, words),
      };
    })
    .toSorted((a, b) => feedName(a.feed).localeCompare(feedName(b.feed)));
}

function cells({ feed, state, health }: FeedRow, zone: string, words: Words['feeds']): Inline[][] {
  return [
    [nameCell(feed)],
    [text(health.words === '' ? words.fine : health.words)],
    [text(state?.lastSuccessAt == null ? words.never : momentIn(state.lastSuccessAt, zone))],
    [text(String(state?.itemsLast7Days ?? 0))],
    [text(state === null || state.gone ? '' : momentIn(state.nextPollAt, zone))],
  ];
}

/** The column of counts stands to the right. */
const COUNTS = 3;

export function feedTable(rows: readonly FeedRow[], zone: string, words: Words['feeds']): Block {
  return {
    kind: 'table',
    columns: words.columns.map((title, index) => ({ title, align: index === COUNTS ? 'right' : 'left' })),
    rows: rows.map((row) => cells(row, zone, words)),
  };
}

export const feedsList = command({
  path: ['feeds', 'list'],
  example: 'feeds list',
  audience: 'admin',
  options: z.object({ all: z.boolean().optional() }),
  async run({ all }, context, world) {
    const rows = await feedRows(context, world);
    const { zone } = await habitOf(context, world);
    const words = wordsIn(context.language);
    const { shown, more } = folded(rows, all === true, 'feeds list', words);
    const summary = words.feeds.count(rows.length);
    return toAsker({
      summary,
      blocks: [{ kind: 'heading', level: 2, text: summary }, feedTable(shown, zone, words.feeds), ...more],
      thread: [],
    });
  },
});

/** How far back notes are told, and how many feeds and kinds of notes. */
const NOTED_DAYS = 7;
const NOTES = 500;
const NOTED_FEEDS = 10;

/** What was odd about the feeds' entries lately: how they name themselves, and why the text of a page was not taken. */
async function noteBlocks(rows: readonly FeedRow[], world: World, words: Words['feeds']): Promise<Block[]> {
  const since = new Date(world.clock.now().getTime() - NOTED_DAYS * DAY_MS);
  const ids = rows.map(({ feed }) => feed.id);
  const byFeed = Map.groupBy(await world.store.items.notes(ids, since, NOTES), ({ feed }) => feed);
  const items = rows.flatMap(({ feed }): Inline[][] => {
    const kinds = Map.groupBy(byFeed.get(feed.id) ?? [], ({ note }) => note);
    const told = [...kinds].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 2);
    return told.map(([note, entries]) => [
      text(words.oddOf(feedName(feed), entries.length, entries[0]?.title ?? '', note)),
    ]);
  });
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', content: [text(words.odd)] },
    { kind: 'list', ordered: false, items: items.slice(0, NOTED_FEEDS) },
  ];
}

export const feedsCheck = command({
  path: ['feeds', 'check'],
  example: 'feeds check',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const rows = await feedRows(context, world);
    const { zone } = await habitOf(context, world);
    const { feeds } = wordsIn(context.language);
    const groups = Map.groupBy(rows, ({ health }) => health.status);
    const summary = (['fine', 'slow', 'failing', 'gone', 'new'] as const)
      .flatMap((status) => {
        const count = groups.get(status)?.length ?? 0;
        return count === 0 ? [] : [`${count} ${feeds.statuses[status]}`];
      })
      .join(' · ');
    const wrong = rows.filter(({ health }) => health.status !== 'fine' && health.status !== 'new');
    return toAsker({
      summary: summary === '' ? feeds.none : summary,
      blocks: [
        {
          kind: 'paragraph',
          content: [text(summary === '' ? feeds.noneYet : summary)],
        },
        ...(wrong.length === 0 ? [] : [feedTable(wrong, zone, feeds)]),
        ...(await noteBlocks(rows, world, feeds)),
      ],
      thread: [],
    });
  },
});
