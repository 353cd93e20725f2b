/** What is kept, and for how long: a text as long as it is news, what was told or can be looked up with its sentence for much longer. */
import { type SqlBool, sql } from 'kysely';
import { DAY_MS } from '../durations.ts';
import { sha256 } from '../hash.ts';
import { sentencesIn } from '../language/sentences.ts';
import type { Article } from '../model.ts';
import type { Log } from '../ports/log.ts';
import type { Keep } from '../ports/store.ts';
import { articleOf } from './articles.ts';
import { forgetArticles } from './orphans.ts';
import type { Database } from './schema.ts';
import { type Place, spansIn, thin } from './thinned.ts';
import { instant } from './values.ts';

/** Texts that are fetched together to be thinned. */
const BATCH = 50;

/** Forgets and thins what is older than it is kept for. Each article is thinned as a whole or not at all; what is left is thinned by the next run. */
export async function forgetOld(db: Database, now: Date, { textDays, figuresDays }: Keep, log: Log): Promise<void> {
  const before = (days: number): string => instant(new Date(now.getTime() - days * DAY_MS));
  await forgetTold(db, before(figuresDays));
  await forgetEntries(db, now, before(textDays));
  await thinTexts(db, before(textDays), log);
  await forgetUncited(db, before(figuresDays));
}

/** What was told, counted and written down before, and the figures and quotes of texts from before. */
async function forgetTold(db: Database, before: string): Promise<void> {
  await db.deleteFrom('debriefs').where('purpose', '=', 'edition').where('window_to', '<', before).execute();
  await db
    .deleteFrom('deliveries')
    .where('slot', '<', before)
    .where('state', 'in', ['sent', 'skipped', 'refused'])
    .execute();
  await db.deleteFrom('audit').where('at', '<', before).execute();
  await db.deleteFrom('budget').where('day', '<', before.slice(0, 10)).execute();
  for (const table of ['ledger_figures', 'ledger_quotes'] as const)
    await db
      .deleteFrom(table)
      .where('article', 'in', ({ selectFrom }) => selectFrom('articles').select('id').where('fetched', '<', before))
      .execute();
}

/** Entries that their feed does not list any more: where it was read since, else it may list them still. */
async function forgetEntries(db: Database, now: Date, before: string): Promise<void> {
  await db
    .updateTable('items')
    .set({ listed_at: instant(now) })
    .where('listed_at', 'is', null)
    .execute();
  for (const { id } of await db.selectFrom('feeds').select('id').execute()) {
    const listed = db.selectFrom('items').select('key').where('feed', '=', id).where('listed_at', '>=', before);
    if ((await listed.limit(1).executeTakeFirst()) === undefined) continue;
    for (const table of ['items', 'old_items'] as const)
      await db.deleteFrom(table).where('feed', '=', id).where('listed_at', '<', before).execute();
  }
}

/** All that rests on an article: its figures and quotes, and what kept debriefs tell of it. */
async function restingOn(db: Database, article: string): Promise<ReturnType<typeof spansIn>> {
  const bodies = [
    ...(await db.selectFrom('ledger_figures').select('body').where('article', '=', article).execute()),
    ...(await db.selectFrom('ledger_quotes').select('body').where('article', '=', article).execute()),
    ...(await db
      .selectFrom('debriefs')
      .innerJoin('debrief_articles', 'debrief_articles.debrief', 'debriefs.id')
      .select('debriefs.body')
      .where('debrief_articles.article', '=', article)
      .execute()),
  ];
  return bodies
    .flatMap(({ body }) => spansIn(JSON.parse(body)))
    .filter((span) => span.article === null || span.article === article);
}

/** The sentences that the spans stand in. A span that does not stand in the text is none of it. */
function placesOf({ text }: Article, spans: ReturnType<typeof spansIn>): readonly Place[] {
  const standing = spans.filter((span) => text.slice(span.start, span.end) === span.text && span.end > span.start);
  const sentences = sentencesIn(text).filter(({ start, end }) =>
    standing.some((span) => span.start < end && span.end > start),
  );
  return [...standing, ...sentences];
}

/** Of each old text the sentences are left that something rests on, where they stood; nothing of a text that nothing rests on. */
async function thinTexts(db: Database, before: string, log: Log): Promise<void> {
  for (let last = { fetched: '', n: 0 }; ; ) {
    const rows = await db
      .selectFrom('articles')
      .selectAll()
      .where('fetched', '<', before)
      .where('layout', 'is', null)
      .where(sql<SqlBool>`(fetched, n) > (${last.fetched}, ${last.n})`)
      .orderBy('fetched')
      .orderBy('n')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      last = row;
      const article = articleOf(row);
      if (sha256(article.text) !== article.hash) {
        // Thinned it would have a hash of its own: what was changed by somebody else would look whole again.
        log.error(
          { article: article.id },
          'the text of an old article is not the one that was stored; it is left as it is',
        );
        continue;
      }
      await db.transaction().execute(async (on) => {
        // What was replaced by a later version is shown to nobody but in what was told.
        if (row.newest === 0)
          for (const table of ['ledger_figures', 'ledger_quotes'] as const)
            await on.deleteFrom(table).where('article', '=', article.id).execute();
        const places = placesOf(article, await restingOn(on, article.id));
        if (places.length === 0) return forgetArticles(on, [article.id]);
        const { text, layout } = thin(article.text, places);
        await on
          .updateTable('articles')
          .set(({ fn, ref }) => ({ text, layout: JSON.stringify(layout), whole: fn<number>('length', [ref('text')]) }))
          .where('id', '=', article.id)
          .execute();
        await on.deleteFrom('evidence').where('article', '=', article.id).execute();
        await on.deleteFrom('article_sketches').where('article', '=', article.id).execute();
      });
    }
    if (rows.length < BATCH) return;
  }
}

/** Thinned texts of which nothing is told or looked up any more. */
async function forgetUncited(db: Database, before: string): Promise<void> {
  const rows = await db
    .selectFrom('articles')
    .select('articles.id')
    .where('articles.fetched', '<', before)
    .where('articles.layout', 'is not', null)
    .where(({ and, not, exists, selectFrom }) =>
      and(
        (['debrief_articles', 'ledger_figures', 'ledger_quotes'] as const).map((table) =>
          not(exists(selectFrom(table).select(`${table}.article`).whereRef(`${table}.article`, '=', 'articles.id'))),
        ),
      ),
    )
    .execute();
  await forgetArticles(
    db,
    rows.map(({ id }) => id),
  );
}
