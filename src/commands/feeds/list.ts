import { z } from 'zod';
import { link, text } from '../../document/inline.ts';
import { momentIn } from '../../document/when.ts';
import { DAY_MS } from '../../durations.ts';
import { type Health, healthOf } from '../../gather/health.ts';
import { counted } from '../../locale/counted.ts';
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
  return feeds
    .map((feed): FeedRow => {
      const state = states.get(feed.id) ?? null;
      return {
        feed,
        state,
        health: state === null ? { status: 'new', words: 'not polled yet' } : healthOf(state, now),
      };
    })
    .toSorted((a, b) => feedName(a.feed).localeCompare(feedName(b.feed)));
}

function cells({ feed, state, health }: FeedRow, zone: string): Inline[][] {
  return [
    [nameCell(feed)],
    [text(health.words === '' ? 'fine' : health.words)],
    [text(state?.lastSuccessAt == null ? 'never' : momentIn(state.lastSuccessAt, zone))],
    [text(String(state?.itemsLast7Days ?? 0))],
    [text(state === null || state.gone ? '' : momentIn(state.nextPollAt, zone))],
  ];
}

export function feedTable(rows: readonly FeedRow[], zone: string): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Feed', align: 'left' },
      { title: 'How it does', align: 'left' },
      { title: 'Read last', align: 'left' },
      { title: 'In 7 days', align: 'right' },
      { title: 'Next', align: 'left' },
    ],
    rows: rows.map((row) => cells(row, zone)),
  };
}

export const feedsList = command({
  path: ['feeds', 'list'],
  summary: 'the feeds of this workspace, with how they do',
  example: 'feeds list',
  audience: 'admin',
  options: z.object({ all: z.boolean().optional().meta({ description: 'also beyond the first twenty' }) }),
  async run({ all }, context, world) {
    const rows = await feedRows(context, world);
    const { zone } = await habitOf(context, world);
    const { shown, more } = folded(rows, all === true, 'feeds list');
    const summary = counted(rows.length, 'feed');
    return toAsker({
      summary,
      blocks: [{ kind: 'heading', level: 2, text: summary }, feedTable(shown, zone), ...more],
      thread: [],
    });
  },
});

/** How far back notes are told, and how many feeds and kinds of notes. */
const NOTED_DAYS = 7;
const NOTES = 500;
const NOTED_FEEDS = 10;

/** What was odd about the feeds' entries lately: how they name themselves, and why the text of a page was not taken. */
async function noteBlocks(rows: readonly FeedRow[], world: World): Promise<Block[]> {
  const since = new Date(world.clock.now().getTime() - NOTED_DAYS * DAY_MS);
  const ids = rows.map(({ feed }) => feed.id);
  const byFeed = Map.groupBy(await world.store.items.notes(ids, since, NOTES), ({ feed }) => feed);
  const items = rows.flatMap(({ feed }): Inline[][] => {
    const kinds = Map.groupBy(byFeed.get(feed.id) ?? [], ({ note }) => note);
    const told = [...kinds].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 2);
    return told.map(([note, entries]) => [
      text(
        `${feedName(feed)}: ${counted(entries.length, 'entry', 'entries')}, such as “${entries[0]?.title ?? ''}”: ${note}`,
      ),
    ]);
  });
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', content: [text('What was odd about their entries in the last week:')] },
    { kind: 'list', ordered: false, items: items.slice(0, NOTED_FEEDS) },
  ];
}

export const feedsCheck = command({
  path: ['feeds', 'check'],
  summary: 'which feeds are fine, slow or failing, and what to do',
  example: 'feeds check',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const rows = await feedRows(context, world);
    const { zone } = await habitOf(context, world);
    const groups = Map.groupBy(rows, ({ health }) => health.status);
    const summary = (['fine', 'slow', 'failing', 'gone', 'new'] as const)
      .flatMap((status) => {
        const count = groups.get(status)?.length ?? 0;
        return count === 0 ? [] : [`${count} ${status === 'new' ? 'not polled yet' : status}`];
      })
      .join(' · ');
    const wrong = rows.filter(({ health }) => health.status !== 'fine' && health.status !== 'new');
    return toAsker({
      summary: summary === '' ? 'no feeds' : summary,
      blocks: [
        {
          kind: 'paragraph',
          content: [text(summary === '' ? 'There are no feeds yet: feeds add <address>.' : summary)],
        },
        ...(wrong.length === 0 ? [] : [feedTable(wrong, zone)]),
        ...(await noteBlocks(rows, world)),
      ],
      thread: [],
    });
  },
});
