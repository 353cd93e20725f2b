import { z } from 'zod';
import { adminLine, text } from '../../document/inline.ts';
import { nearest } from '../../language/nearest.ts';
import { type Words, wordsIn } from '../../locale/index.ts';
import type { Document, Edit, Feed } from '../../model.ts';
import { feedAddress, feedName } from '../../secrets.ts';
import { change } from '../change.ts';
import { command, refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import { type FeedRow, feedRows } from './list.ts';

const OFFERED = 5;
const ID_LENGTH = 8;

const bare = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
const sameAddress = (url: string, typed: string): boolean => bare(url) === bare(typed);

/** Feeds that may be meant: whose name or address has the words, else the nearest name. */
function near(wanted: string, rows: readonly FeedRow[]): readonly FeedRow[] {
  for (const words of [feedName, feedAddress]) {
    const having = rows.filter(({ feed }) => words(feed).toLowerCase().includes(wanted));
    if (having.length > 0) return having;
  }
  const meant = nearest(
    wanted,
    rows.map(({ feed }) => feedName(feed)),
  );
  return rows.filter(({ feed }) => feedName(feed) === meant);
}

/**
 * What names one feed among several: its name, its address where all may read it, else the beginning of its id, which lets nobody in.
 */
function handleOf(feed: Feed, rows: readonly FeedRow[]): string {
  const name = feedName(feed);
  const isOne = rows.filter((row) => feedName(row.feed) === name).length === 1;
  const address = feedAddress(feed);
  return isOne ? name : URL.canParse(address) ? address : `#${feed.id.slice(0, ID_LENGTH)}`;
}

/** Nothing is removed by a guess: what may be meant is listed with the words that name it. */
function asked(typed: string, rows: readonly FeedRow[], words: Words['feeds']): Document {
  if (rows.length === 0) return said(words.unknown(typed));
  const summary = words.whichOne(typed);
  const items = rows
    .slice(0, OFFERED)
    .map(({ feed }) => [text(`${feedName(feed)}: `), adminLine(`feeds remove ${handleOf(feed, rows)}`)]);
  const left = rows.length - items.length;
  return {
    summary,
    blocks: [
      { kind: 'paragraph', content: [text(summary)] },
      { kind: 'list', ordered: false, items: left > 0 ? [...items, [text(words.andMore(left))]] : items },
    ],
    thread: [],
  };
}

export const feedsRemove = command({
  path: ['feeds', 'remove'],
  example: 'feeds remove Grid Weekly',
  audience: 'admin',
  options: z.object({ feed: z.string().meta({ rest: true }) }),
  completes: {
    feed: async (_typed, context, world) => (await feedRows(context, world)).map(({ feed }) => feedName(feed)),
  },
  async run({ feed: typed }, context, world) {
    const words = wordsIn(context.language).feeds;
    const rows = await feedRows(context, world);
    const wanted = typed.trim().toLowerCase();
    const exact = rows.filter(
      ({ feed }) =>
        feedName(feed).toLowerCase() === wanted ||
        sameAddress(feed.url, wanted) ||
        wanted === `#${feed.id.slice(0, ID_LENGTH)}`,
    );
    const [row] = exact;
    if (row === undefined || exact.length > 1)
      return refusal(asked(typed, exact.length > 1 ? exact : near(wanted, rows), words));
    const { feed } = row;
    const name = feedName(feed);
    const edit: Edit = { kind: 'feed', feed: feed.id, name, before: true, after: false };
    await change('feeds remove', `${name} (${feedAddress(feed)})`, [edit], context, world);
    return toAsker(said(words.removed(name)));
  },
});
