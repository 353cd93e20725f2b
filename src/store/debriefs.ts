import { z } from 'zod';
import {
  Choice,
  type Debrief,
  DifferenceKind,
  Dropped,
  Figure,
  Instant,
  ModelShare,
  Point,
  Quote,
  RankReason,
  Source,
  Span,
} from '../model.ts';
import type { DebriefStore, OpenedDebrief } from '../ports/store.ts';
import { articleStore } from './articles.ts';
import type { Differences } from './differences.ts';
import type { Gate, Texts } from './restore.ts';
import type { Database } from './schema.ts';
import { spansIn } from './thinned.ts';
import { choiceKey, inChunks, instant, inTransaction, read } from './values.ts';

const Quantity = z.object({
  figure: Figure,
  witnesses: z.array(Figure),
  differences: z.array(z.object({ kind: DifferenceKind, figure: Figure })),
});

const Novelty = z.object({
  state: z.enum(['new', 'update', 'known']),
  changes: z.array(
    z.object({
      kind: z.enum(['figure', 'changed figure', 'decision', 'denial', 'correction', 'report']),
      span: Span,
      was: Figure.nullable(),
      now: Figure.nullable(),
    }),
  ),
  toldIn: z.string().nullable(),
});

const StoryBrief = z.object({
  id: z.string(),
  headline: Point,
  brief: z.boolean().default(false),
  points: z.array(Point),
  quantities: z.array(Quantity),
  quotes: z.array(Quote),
  articles: z.array(z.string()),
  copies: z.array(z.string()),
  publishers: z.number(),
  topics: z.array(z.string()),
  rank: z.number(),
  reasons: z.array(RankReason),
  novelty: Novelty,
});

/** A debrief as it is stored: the same, but nothing in it counts as verified. */
const StoredDebrief = z.object({
  id: z.string(),
  choice: Choice,
  purpose: z.enum(['edition', 'look']),
  window: z.object({ from: Instant, to: Instant }),
  composedAt: Instant,
  writer: z.object({
    kind: z.enum(['extractive', 'model']),
    model: z.string().nullable(),
    prompt: z.string().nullable(),
    note: z.string().nullable(),
    share: ModelShare.nullable().default(null),
  }),
  headline: Point.nullable(),
  inShort: z.array(Point),
  stories: z.array(StoryBrief),
  figures: z.array(Quantity),
  quotes: z.array(Quote),
  sources: z.array(Source),
  counts: z.object({ articles: z.number(), publishers: z.number(), minutes: z.number() }),
  outage: z.boolean().default(false),
  silent: z.array(z.object({ feed: z.string(), title: z.string(), reason: z.string() })),
  leftOut: z.array(z.object({ story: z.string(), title: z.string(), url: z.string(), reason: z.string() })),
  dropped: z.array(Dropped),
});
type StoredDebrief = z.infer<typeof StoredDebrief>;

/** All articles that the debrief rests on. */
const restsOn = (debrief: Debrief | StoredDebrief): string[] => [
  ...new Set(spansIn(debrief).flatMap(({ article }) => article ?? [])),
];

/** What does not pass the gate is left out; a story without its headline is left out as a whole. */
function restored(stored: StoredDebrief, gate: Gate, texts: Texts): Debrief {
  const quantities = (all: readonly z.infer<typeof Quantity>[]) =>
    all.flatMap(({ figure, witnesses, differences }) => {
      const shown = gate.figure(figure, texts);
      if (shown === null) return [];
      const others = differences.flatMap(({ kind, figure: other }) =>
        gate.figures([other], texts).map((passed) => ({ kind, figure: passed })),
      );
      return [{ figure: shown, witnesses: gate.figures(witnesses, texts), differences: others }];
    });
  const novelty = ({ changes, ...rest }: z.infer<typeof Novelty>) => ({
    ...rest,
    changes: changes.map(({ was, now, ...change }) => ({
      ...change,
      was: was === null ? null : gate.figure(was, texts),
      now: now === null ? null : gate.figure(now, texts),
    })),
  });
  return {
    ...stored,
    headline: stored.headline === null ? null : gate.point(stored.headline, texts),
    inShort: gate.points(stored.inShort, texts),
    stories: stored.stories.flatMap((story) => {
      const headline = gate.point(story.headline, texts);
      if (headline === null) return [];
      return [
        {
          ...story,
          headline,
          points: gate.points(story.points, texts),
          quantities: quantities(story.quantities),
          quotes: gate.quotes(story.quotes, texts),
          novelty: novelty(story.novelty),
        },
      ];
    }),
    figures: quantities(stored.figures),
    quotes: gate.quotes(stored.quotes, texts),
  };
}

/** Debriefs as they were opened last, by what is stored of them: many open one edition on its morning. */
export type LastOpened = Map<string, OpenedDebrief>;
const KEPT = 4;

export function debriefStore(db: Database, differences: Differences, gate: Gate, kept: LastOpened): DebriefStore {
  const articles = articleStore(db, differences);
  const openedOf = async (body: string): Promise<OpenedDebrief> => {
    const known = kept.get(body);
    if (known !== undefined) return known;
    const stored = read(StoredDebrief, body);
    const texts = await articles.many(restsOn(stored));
    const opened = { debrief: restored(stored, gate, texts), articles: texts };
    kept.set(body, opened);
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest);
    return opened;
  };
  const restore = async (body: string): Promise<Debrief> => (await openedOf(body)).debrief;
  const bodyOf = async (id: string): Promise<string | null> =>
    (await db.selectFrom('debriefs').select('body').where('id', '=', id).executeTakeFirst())?.body ?? null;
  const editions = (choice: Choice) =>
    db.selectFrom('debriefs').select('body').where('purpose', '=', 'edition').where('choice', '=', choiceKey(choice));

  return {
    async save(debrief) {
      const { id, purpose, choice, window } = debrief;
      const to = instant(window.to);
      const isKept = await inTransaction(db, async (on) => {
        const kept = await on
          .insertInto('debriefs')
          .values({ id, purpose, choice: choiceKey(choice), window_to: to, body: JSON.stringify(debrief) })
          .onConflict((at) => at.doNothing())
          .returning('id')
          .executeTakeFirst();
        const rests = kept === undefined ? [] : restsOn(debrief);
        for (const chunk of inChunks(rests.map((article) => ({ debrief: id, article }))))
          await on.insertInto('debrief_articles').values(chunk).execute();
        return kept !== undefined;
      });
      if (isKept) return debrief;
      const query = db.selectFrom('debriefs').select('body').where('id', '=', id);
      return restore((await query.executeTakeFirstOrThrow()).body);
    },
    async get(id) {
      const body = await bodyOf(id);
      return body === null ? null : restore(body);
    },
    async opened(id) {
      const body = await bodyOf(id);
      return body === null ? null : openedOf(body);
    },
    async last(choice, before, limit) {
      const query = editions(choice).where('window_to', '<', instant(before)).orderBy('window_to', 'desc').limit(limit);
      return Promise.all((await query.execute()).map(({ body }) => restore(body)));
    },
  };
}
