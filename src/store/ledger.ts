import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { Figure, Quote } from '../model.ts';
import type {
  Candidate,
  EntryQuery,
  FigureEntry,
  FigureQuery,
  LedgerStore,
  QuoteEntry,
  Sight,
} from '../ports/store.ts';
import { articleStore } from './articles.ts';
import { unaltered } from './copies.ts';
import { bestOf, type Differences, type Matches, unionOf } from './differences.ts';
import type { Gate } from './restore.ts';
import type { Database } from './schema.ts';
import { finds, stands } from './sight.ts';
import { inChunks, instant, instantOrNull, read, searchWords } from './values.ts';

const Tags = { entities: z.array(z.string()), topics: z.array(z.string()), words: z.string() };
const Sentence = z.object({ start: z.number(), end: z.number(), text: z.string() });
const FigureBody = z.object({ figure: Figure, sentence: Sentence, ...Tags });
const QuoteBody = z.object({ quote: Quote, ...Tags });

const tagsOf = ({ entities, topics }: { readonly entities: readonly string[]; readonly topics: readonly string[] }) => [
  ...new Set([...entities.map((id) => `entity:${id}`), ...topics.map((id) => `topic:${id}`)]),
];

export function ledgerStore(db: Database, differences: Differences, gate: Gate): LedgerStore {
  const articles = articleStore(db, differences);

  const candidates: LedgerStore['candidates'] = async (query) => {
    const numbers = await numbersOf(db, differences, 'figure', query);
    const found = await pageOf(numbers, query.limit, (chunk) =>
      db
        .selectFrom('ledger_figures')
        .select(['n', 'body', 'low', 'high', 'at', 'weight', 'held_from', 'held_to', 'forecast'])
        .where('n', 'in', chunk)
        .execute(),
    );
    const entries = found.rows.map(({ body, low, high, at, weight, held_from: from, held_to: to, forecast }) => ({
      ...read(FigureBody, body),
      ...{ low, high, at, weight, from, to, forecast: forecast === 1 },
    }));
    return { entries, more: found.more };
  };
  const verified: LedgerStore['verified'] = async (all) => {
    const texts = await articles.many(all.map(({ figure }) => figure.article));
    const passed = new Map<Candidate, FigureEntry>();
    for (const candidate of all) {
      const figure = gate.figure(candidate.figure, texts);
      if (figure !== null) passed.set(candidate, { ...candidate, figure });
    }
    return passed;
  };

  return {
    async save(article, figures, quotes) {
      await db.transaction().execute(async (on) => {
        await on.deleteFrom('ledger_figures').where('article', '=', article).execute();
        await on.deleteFrom('ledger_quotes').where('article', '=', article).execute();
        for (const entry of figures) await saveFigure(on, entry);
        for (const entry of quotes) await saveQuote(on, entry);
      });
    },
    candidates,
    verified,
    async figures(query) {
      const { entries, more } = await candidates(query);
      return { entries: [...(await verified(entries)).values()], more };
    },
    async quotes(query) {
      const order = query.words == null ? 'newest' : 'match';
      const numbers = await numbersOf(db, differences, 'quote', { ...query, order });
      const found = await pageOf(numbers, query.limit, (chunk) =>
        db.selectFrom('ledger_quotes').selectAll().where('n', 'in', chunk).execute(),
      );
      const texts = await articles.many(found.rows.map(({ article }) => article));
      const entries = found.rows.flatMap((row): QuoteEntry[] => {
        const { quote, ...body } = read(QuoteBody, row.body);
        const restored = gate.quote(quote, texts);
        return restored === null ? [] : [{ ...body, quote: restored, at: row.at, weight: row.weight }];
      });
      return { entries, more: found.more };
    },
    async speakers(sight, typed, limit) {
      if (sight.feeds.length === 0) return [];
      const from = typed.toLowerCase();
      // From name to name along the index: who has said a thousand things is one step.
      const next = (beyond: RawBuilder<unknown>) => sql`(
        select lower(e.speaker) from ledger_quotes e where lower(e.speaker) ${beyond}
        and lower(e.speaker) < ${`${from}\u{10ffff}`} and ${seen('quote', sight, differences)} order by lower(e.speaker) limit 1)`;
      const { rows } = await sql<{ speaker: string }>`
        with recursive found (name) as (
          select ${next(sql`>= ${from}`)}
          union all select ${next(sql`> found.name`)} from found where found.name is not null
        )
        select (select e.speaker from ledger_quotes e where lower(e.speaker) = f.name and ${seen('quote', sight, differences)} limit 1) as speaker
        from (select name from found where name is not null limit ${limit}) f order by f.name`.execute(db);
      return rows.map(({ speaker }) => speaker);
    },
  };
}

async function saveFigure(on: Database, entry: FigureEntry): Promise<void> {
  const { figure, sentence, entities, topics, words, at, weight } = entry;
  const { n } = await on
    .insertInto('ledger_figures')
    .values({
      article: figure.article,
      start: figure.start,
      end: figure.end,
      unit: figure.unit,
      low: entry.low,
      high: entry.high,
      held_from: instantOrNull(entry.from),
      held_to: instantOrNull(entry.to),
      forecast: entry.forecast ? 1 : 0,
      at: instant(at),
      weight,
      body: JSON.stringify({ figure, sentence, entities, topics, words }),
      words: `${sentence.text} ${figure.concept ?? ''} ${words}`,
    })
    .returning('n')
    .executeTakeFirstOrThrow();
  const tags = tagsOf(entry).map((tag) => ({ tag, unit: figure.unit, weight, at: instant(at), entry: n }));
  if (tags.length > 0) await on.insertInto('ledger_figure_tags').values(tags).execute();
}

async function saveQuote(on: Database, entry: QuoteEntry): Promise<void> {
  const { quote, entities, topics, words, at, weight } = entry;
  const { n } = await on
    .insertInto('ledger_quotes')
    .values({
      article: quote.article,
      start: quote.start,
      end: quote.end,
      speaker: quote.speaker,
      at: instant(at),
      weight,
      body: JSON.stringify({ quote, entities, topics, words }),
      words: [quote.text, quote.speaker, quote.role, quote.organisation, words]
        .filter((text) => text !== null)
        .join(' '),
    })
    .returning('n')
    .executeTakeFirstOrThrow();
  const tags = tagsOf(entry).map((tag) => ({ tag, weight, at: instant(at), entry: n }));
  if (tags.length > 0) await on.insertInto('ledger_quote_tags').values(tags).execute();
}

type Kind = 'figure' | 'quote';

/**
 * What a workspace may see of the row `e`: its article stands for the feeds that it may see and is no altered copy, it reported
 * nothing of it.
 */
function seen(kind: Kind, sight: Sight, { among }: Differences): RawBuilder<unknown> {
  const feeds = among(sight.feeds);
  const standing = sql`select 1 from articles a where a.id = e.article and ${stands('a', feeds)}`;
  const reported = sql`select 1 from reports r where r.workspace = ${sight.workspace} and r.state != 'dismissed' and r.kind = ${kind}
    and r.article = e.article and r.start = e.start and r."end" = e."end"`;
  return sql`${finds(standing)} and ${unaltered(sql`e.article`, feeds)} and not ${finds(reported)}`;
}

type Order = FigureQuery['order'];

/** Rows with all of the words that are looked through for those that may be seen. */
const TOGETHER = 3_000;

/**
 * The numbers of one page of rows, in order. The entries of one tag are read along its index, and matches along their rank,
 * no further than the page's end. The last column of an order is the row's number, so that pages do not overlap.
 */
async function numbersOf(
  db: Database,
  differences: Differences,
  kind: Kind,
  query: EntryQuery & { readonly units?: readonly string[]; readonly order: Order },
): Promise<number[]> {
  const { sight, limit, offset = 0, entities = [], topics = [], units = [], from = null, to = null, order } = query;
  const { matching, together } = differences;
  const words = query.words == null ? null : searchWords(query.words);
  if (sight.feeds.length === 0 || words?.length === 0) return [];

  const tags = sql.table(`ledger_${kind}_tags`);
  const groups = [entities.map((id) => `entity:${id}`), topics.map((id) => `topic:${id}`)]
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => a.length - b.length);
  const along = words === null && groups[0]?.length === 1 ? groups[0][0] : undefined;
  const by = sql.table(along === undefined ? 'e' : 't');
  const last = along === undefined ? sql`e.n` : sql`t.entry`;

  const tables = [...(along === undefined ? [] : [sql`${tags} t`]), sql`${sql.table(`ledger_${kind}s`)} e`];
  const conditions = [
    ...(words === null ? [] : [sql`e.n = h.n`]),
    ...(along === undefined ? [] : [sql`t.tag = ${along}`, sql`e.n = t.entry`]),
    ...(units.length === 0 ? [] : [sql`${by}.unit in (${sql.join(units)})`]),
    ...(from === null ? [] : [sql`${by}.at >= ${instant(from)}`]),
    ...(to === null ? [] : [sql`${by}.at < ${instant(to)}`]),
    ...(along === undefined ? groups : groups.slice(1)).map((group) =>
      finds(sql`select 1 from ${tags} o where o.entry = e.n and o.tag in (${sql.join(group)})`),
    ),
    seen(kind, sight, differences),
  ];
  const byWeight = sql`${by}.weight desc, ${by}.at desc, ${last} desc`;
  const orders: Readonly<Record<Order, RawBuilder<unknown>>> = {
    match: byWeight,
    weight: byWeight,
    newest: sql`${by}.at desc, ${by}.weight desc, ${last} desc`,
    oldest: sql`${by}.at, ${by}.weight, ${last}`,
  };
  const most = offset + limit + 1;
  // CROSS JOIN keeps the tables in this order, which is the one that can stop early.
  const first = async (hits: Matches | null, order: RawBuilder<unknown>) => {
    const { rows } = await sql<{ n: number; rank: number }>`
      select e.n, ${hits === null ? sql`0` : sql`h.rank`} as rank
      from ${sql.join(hits === null ? tables : [sql`${hits} h`, ...tables], sql` cross join `)}
      where ${sql.join(conditions, sql` and `)} order by ${order} limit ${most}`.execute(db);
    return rows;
  };
  const numbered = async () => {
    if (words === null) return first(null, orders[order]);
    const index = `ledger_${kind}s` as const;
    if (order !== 'match') {
      const hits = await matching(db, index, words);
      return hits.length === 0 ? [] : first(unionOf(hits), orders[order]);
    }
    // Who looks up two words wants what has both: where that fills the page, nothing need be ranked.
    const whole = await first(together(index, words, TOGETHER), sql`h.n desc`);
    if (whole.length >= most) return whole;
    const known = new Set(whole.map(({ n }) => n));
    const others = await bestOf(await matching(db, index, words), most, ({ matches, by }) =>
      first(matches, by === 'rank' ? sql`h.rank` : sql`h.n desc`),
    );
    return [...whole, ...others.filter(({ n }) => !known.has(n))].slice(0, most);
  };
  return (await numbered()).slice(offset).map(({ n }) => n);
}

/** The rows of one page, and whether more follow. */
async function pageOf<Row extends { readonly n: number }>(
  numbers: readonly number[],
  limit: number,
  rowsOf: (numbers: readonly number[]) => Promise<readonly Row[]>,
): Promise<{ readonly rows: readonly Row[]; readonly more: boolean }> {
  const rows = new Map<number, Row>();
  for (const chunk of inChunks(numbers.slice(0, limit))) for (const row of await rowsOf(chunk)) rows.set(row.n, row);
  const ordered = numbers.map((n) => rows.get(n)).filter((row) => row !== undefined);
  return { rows: ordered, more: numbers.length > limit };
}
