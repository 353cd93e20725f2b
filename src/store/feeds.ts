import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { unpolled } from '../domain/habits.ts';
import { DAY_MS } from '../durations.ts';
import { Channel, Feed, FeedState } from '../model.ts';
import type { FeedStore } from '../ports/store.ts';
import { oldItemStore } from './old-items.ts';
import { isHad } from './orphans.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, inTransaction, read } from './values.ts';

// Made once: making a schema takes a hundred times as long as reading by it.
const Topics = z.array(z.string());

function feedOf(row: Selectable<Tables['feeds']>): Feed {
  return Feed.parse({ ...row, topics: read(Topics, row.topics) });
}

/** No feed waits longer for its next poll: a time beyond is what a wrong clock left, and counts as come. */
const LONGEST_MS = 2 * DAY_MS;

const stateRow = (state: FeedState) => ({
  feed: state.feed,
  next_poll_at: instant(state.nextPollAt),
  gone: state.gone ? 1 : 0,
  body: JSON.stringify({ ...state, nextPollAt: instant(state.nextPollAt) }),
});

export function feedStore(db: Database): FeedStore {
  const byId = async (id: string, on: Database = db): Promise<Feed | null> => {
    const row = await on.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : feedOf(row);
  };
  const existing = async (id: string, on: Database = db): Promise<Feed> => {
    const feed = await byId(id, on);
    if (feed === null) throw new Error(`there is no feed ${id}`);
    return feed;
  };
  const subscribe = async (workspace: string, feed: string, shown: number, on: Database = db): Promise<void> => {
    await on
      .insertInto('subscriptions')
      .values({ workspace, feed, shown })
      .onConflict((at) => at.columns(['workspace', 'feed']).doUpdateSet({ shown }))
      .execute();
  };

  /** Which feeds stand at their addresses already. */
  const addressed = async (feeds: readonly Feed[], on: Database = db): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>();
    for (const chunk of inChunks(feeds.map(({ url }) => url))) {
      const rows = await on.selectFrom('feed_addresses').selectAll().where('url', 'in', chunk).execute();
      for (const { url, feed } of rows) found.set(url, feed);
    }
    return found;
  };
  /** Feeds that are all the pack's, or all private, as many as one statement takes. Answers their ids. */
  const put = async (given: readonly Feed[], now: Date, on: Database): Promise<readonly string[]> => {
    // An address that a feed moved to, or from, names that feed, whatever id it would make by itself.
    const known = await addressed(given, on);
    const feeds = new Map(
      given.map((feed) => {
        const id = known.get(feed.url) ?? feed.id;
        return [id, { ...feed, id, topics: JSON.stringify(feed.topics) }];
      }),
    );
    await on
      .insertInto('feeds')
      .values([...feeds.values()])
      .onConflict((at) =>
        at.column('id').doUpdateSet(({ ref }) => {
          const words = { title: ref('excluded.title'), site: ref('excluded.site') };
          const kind = {
            publisher: ref('excluded.publisher'),
            kind: ref('excluded.kind'),
            topics: ref('excluded.topics'),
          };
          // Only the pack makes a private feed anybody's, and nothing makes anybody's feed private.
          return given[0]?.owner === null ? { ...words, ...kind, owner: null } : words;
        }),
      )
      .execute();
    await on
      .insertInto('feed_addresses')
      .values([...feeds.values()].map(({ id, url }) => ({ url, feed: id })))
      .onConflict((at) => at.column('url').doNothing())
      .execute();
    await on
      .insertInto('feed_states')
      .values([...feeds.keys()].map((id) => stateRow(unpolled(id, now))))
      .onConflict((at) => at.column('feed').doNothing())
      .execute();
    return [...feeds.keys()];
  };
  const putPack = (feeds: readonly Feed[], now: Date): Promise<void> =>
    inTransaction(db, async (on) => {
      for (const chunk of inChunks(feeds)) await put(chunk, now, on);
    });

  return {
    save: (feed, now) =>
      inTransaction(db, async (on) => {
        const [id = feed.id] = await put([feed], now, on);
        if (feed.owner !== null) await subscribe(feed.owner, id, 1, on);
        return existing(id, on);
      }),
    savePack: putPack,
    async seed(feeds, now) {
      const known = await addressed(feeds);
      await putPack(
        feeds.filter(({ url }) => !known.has(url)),
        now,
      );
    },
    async describe(id, { title, site }) {
      await sql`update feeds set title = ${title}, site = ${site} where id = ${id}`.execute(db);
    },
    get: (id) => byId(id),
    async many(ids) {
      const found: Feed[] = [];
      for (const chunk of inChunks(ids)) {
        const rows = await db.selectFrom('feeds').selectAll().where('id', 'in', chunk).orderBy('id').execute();
        found.push(...rows.map(feedOf));
      }
      return found;
    },
    async byUrl(url) {
      const row = await db
        .selectFrom('feed_addresses')
        .innerJoin('feeds', 'feeds.id', 'feed_addresses.feed')
        .selectAll('feeds')
        .where('feed_addresses.url', '=', url)
        .executeTakeFirst();
      return row === undefined ? null : feedOf(row);
    },
    async move(id, url) {
      return inTransaction(db, async (on) => {
        const at = await on.selectFrom('feed_addresses').select('feed').where('url', '=', url).executeTakeFirst();
        if (at === undefined || at.feed === id) {
          await on.updateTable('feeds').set({ url }).where('id', '=', id).execute();
          await on
            .insertInto('feed_addresses')
            .values({ url, feed: id })
            .onConflict((conflict) => conflict.column('url').doNothing())
            .execute();
          return existing(id, on);
        }
        await merge(on, id, at.feed);
        return existing(at.feed, on);
      });
    },
    async pack() {
      return (await db.selectFrom('feeds').selectAll().where('owner', 'is', null).orderBy('id').execute()).map(feedOf);
    },

    async states(ids) {
      const found: FeedState[] = [];
      for (const chunk of inChunks(ids)) {
        const rows = await db
          .selectFrom('feed_states')
          .select('body')
          .where('feed', 'in', chunk)
          .orderBy('feed')
          .execute();
        found.push(...rows.map((row) => read(FeedState, row.body)));
      }
      return found;
    },
    async saveState(...states) {
      const put = async (state: FeedState, on: Database): Promise<void> => {
        const { feed, next_poll_at, gone, body } = stateRow(state);
        await sql`update feed_states set next_poll_at = ${next_poll_at}, gone = ${gone}, body = ${body}
          where feed = ${feed}`.execute(on);
      };
      const [only] = states;
      if (states.length === 1 && only !== undefined) return put(only, db);
      await inTransaction(db, async (on) => {
        for (const state of states) await put(state, on);
      });
    },
    async due(now, limit) {
      const beyond = instant(new Date(now.getTime() + LONGEST_MS));
      const rows = await db
        .selectFrom('feed_states')
        .innerJoin('feeds', 'feeds.id', 'feed_states.feed')
        .selectAll('feeds')
        .select('feed_states.body')
        .where('feed_states.gone', '=', 0)
        .where(isHad)
        .where(({ or, eb }) =>
          or([eb('feed_states.next_poll_at', '<=', instant(now)), eb('feed_states.next_poll_at', '>', beyond)]),
        )
        .orderBy('feed_states.next_poll_at')
        .limit(limit)
        .execute();
      return rows.map(({ body, ...row }) => ({ feed: feedOf(row), state: read(FeedState, body) }));
    },

    subscribe: (workspace, feed) => subscribe(workspace, feed, 1),
    unsubscribe: (workspace, feed) => subscribe(workspace, feed, 0),
    async visible(workspace) {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where(({ or, and, eb, selectFrom }) => {
          const chosen = (shown: number) =>
            selectFrom('subscriptions').select('feed').where('workspace', '=', workspace).where('shown', '=', shown);
          return or([eb('id', 'in', chosen(1)), and([eb('owner', 'is', null), eb('id', 'not in', chosen(0))])]);
        })
        .orderBy('id')
        .execute();
      return rows.map(feedOf);
    },
    async users(feed) {
      const { rows } = await sql<{ workspace: string }>`
        select workspace from subscriptions where feed = ${feed} and shown = 1
        union select c.workspace from channel_feeds f join channels c on c.id = f.channel where f.feed = ${feed}
        union select c.workspace from channels c join feeds f on f.id = ${feed} and f.owner is null where c.takes_pack = 1
        order by workspace`.execute(db);
      return rows.map(({ workspace }) => workspace);
    },
  };
}

/** Everything of `from` becomes `into`'s, and its addresses lead there. */
async function merge(on: Database, from: string, into: string): Promise<void> {
  await sql`insert into subscriptions (workspace, feed, shown)
    select workspace, ${into}, shown from subscriptions where feed = ${from} on conflict do nothing`.execute(on);
  await mergeLines(on, from, into);
  const channels = await on
    .selectFrom('channels')
    .innerJoin('channel_feeds', 'channel_feeds.channel', 'channels.id')
    .select(['channels.id', 'channels.body'])
    .where('channel_feeds.feed', '=', from)
    .execute();
  for (const { id, body } of channels) {
    const channel = read(Channel, body);
    const feeds = [...new Set(channel.choice.feeds.map((feed) => (feed === from ? into : feed)))].toSorted();
    const changed = JSON.stringify({ ...channel, choice: { ...channel.choice, feeds } });
    await on.updateTable('channels').set({ body: changed }).where('id', '=', id).execute();
  }
  await sql`insert into channel_feeds (channel, feed)
    select channel, ${into} from channel_feeds where feed = ${from} on conflict do nothing`.execute(on);
  await on.deleteFrom('channel_feeds').where('feed', '=', from).execute();
  await on.updateTable('feed_addresses').set({ feed: into }).where('feed', '=', from).execute();
  const { owner } = await on.selectFrom('feeds').select('owner').where('id', '=', from).executeTakeFirstOrThrow();
  if (owner === null) await on.updateTable('feeds').set({ owner: null }).where('id', '=', into).execute();
  await on.deleteFrom('feeds').where('id', '=', from).execute();
}

const ITEM = sql.raw(
  'key, seen_at, url, note, attempts, next_read_at, body, guid, page, text_hash, face, odd, changed_at, headline, answered, page_hash, listed_at',
);

/**
 * The entries and articles of `from` become `into`'s; the text that both have of an entry is one line, in which `into`'s stands. What a private
 * feed had as its own text ends with it where others may see `into`: it was for those who had the feed's address.
 */
async function mergeLines(on: Database, from: string, into: string): Promise<void> {
  const owners = await on.selectFrom('feeds').select(['id', 'owner']).where('id', 'in', [from, into]).execute();
  const owner = new Map(owners.map((row) => [row.id, row.owner]));
  const isPrivate = owner.get(from) !== null && owner.get(from) !== owner.get(into);
  const isOwn = sql`line >= ${`${from} `} and line < ${`${from}!`}`;
  const moved = sql`case when ${isOwn} then ${into} || substr(line, ${from.length + 1}) else line end`;
  const shared = isPrivate ? sql`not (${isOwn})` : sql`1 = 1`;
  await sql`insert into article_feeds (line, feed, at)
    select ${moved}, ${into}, at from article_feeds where feed = ${from} and ${shared} on conflict do nothing`.execute(
    on,
  );
  await sql`insert into items (feed, ${ITEM}, line)
    select ${into}, ${ITEM}, ${isPrivate ? sql`case when ${isOwn} then null else line end` : moved}
    from items where feed = ${from} on conflict do nothing`.execute(on);
  await oldItemStore(on).join(from, into);
  if (isPrivate) return;
  await sql`update articles set newest = 0 where ${isOwn} and exists (
    select 1 from articles o where o.line = ${into} || substr(articles.line, ${from.length + 1}) and o.newest = 1)`.execute(
    on,
  );
  await sql`update articles set line = ${moved} where ${isOwn}`.execute(on);
}
