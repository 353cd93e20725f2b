import type { ExpressionBuilder } from 'kysely';
import { DAY_MS } from '../durations.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks, instant, inTransaction } from './values.ts';

/** A private feed that its last workspace took out may be taken in again for so long, with all that it brought. */
const KEPT_MS = 30 * DAY_MS;
/** An article is kept before it is said which feed brought it. */
const FRESH_MS = DAY_MS;
/** Articles that are gone through together, some milliseconds long. */
const BATCH = 5_000;

/** Of a feed: it is anybody's, or a workspace has it, by itself or in a channel's choice. */
export function isHad({ or, eb, exists, selectFrom }: ExpressionBuilder<Tables, 'feeds'>) {
  return or([
    eb('feeds.owner', 'is', null),
    exists(
      selectFrom('subscriptions')
        .select('subscriptions.feed')
        .whereRef('subscriptions.feed', '=', 'feeds.id')
        .where('subscriptions.shown', '=', 1),
    ),
    exists(selectFrom('channel_feeds').select('channel_feeds.feed').whereRef('channel_feeds.feed', '=', 'feeds.id')),
  ]);
}

/**
 * Forgets private feeds that nobody has had for long, then the texts that no feed brought and no kept debrief rests on. A feed that nobody
 * has is not polled, so that its next poll stays where it was when the last one left it.
 */
export async function forgetOrphans(db: Database, now: Date): Promise<void> {
  const left = instant(new Date(now.getTime() - KEPT_MS));
  await db
    .deleteFrom('feeds')
    .where(({ not }) => not(isHad))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('feed_states')
          .select('feed_states.feed')
          .whereRef('feed_states.feed', '=', 'feeds.id')
          .where('feed_states.next_poll_at', '<=', left),
      ),
    )
    .execute();
  const newest = await db
    .selectFrom('articles')
    .select(({ fn }) => fn.max('n').as('n'))
    .executeTakeFirst();
  const last = newest?.n ?? 0;
  for (let after = 0; after < last; after += BATCH) {
    const orphans = await db
      .selectFrom('articles')
      .select('articles.id')
      .where('articles.n', '>', after)
      .where('articles.n', '<=', after + BATCH)
      .where('articles.fetched', '<=', instant(new Date(now.getTime() - FRESH_MS)))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('article_feeds').select('feed').whereRef('article_feeds.line', '=', 'articles.line'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('debrief_articles')
              .select('debrief_articles.debrief')
              .whereRef('debrief_articles.article', '=', 'articles.id'),
          ),
        ),
      )
      .execute();
    await forgetArticles(
      db,
      orphans.map(({ id }) => id),
    );
  }
}

/** Takes articles out with all that was made of them, and the way to their lines where nothing is left of those. */
export async function forgetArticles(db: Database, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids)) {
    await inTransaction(db, async (on) => {
      const lines = await on.selectFrom('articles').select('line').distinct().where('id', 'in', chunk).execute();
      await on.deleteFrom('altered_copies').where('source', 'in', chunk).execute();
      for (const table of [
        'altered_copies',
        'article_sketches',
        'ledger_figures',
        'ledger_quotes',
        'evidence',
      ] as const)
        await on.deleteFrom(table).where('article', 'in', chunk).execute();
      await on.deleteFrom('articles').where('id', 'in', chunk).execute();
      await on
        .deleteFrom('article_feeds')
        .where(
          'line',
          'in',
          lines.map(({ line }) => line),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(selectFrom('articles').select('articles.id').whereRef('articles.line', '=', 'article_feeds.line')),
          ),
        )
        .execute();
    });
  }
}
