import { type RawBuilder, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { Figure, Quote } from '../model.ts';
import type { EntryQuery, FigureEntry, FigureQuery, LedgerStore, QuoteEntry, Sight } from '../ports/store.ts';
import { articleStore } from './articles.ts';
import type { Differences } from './differences.ts';
import type { Gate } from './restore.ts';
import type { Database, Tables } from './schema.ts';
import { instant, instantOrNull, read, searchWords } from './values.ts';

const Tags = { entities: z.array(z.string()), topics: z.array(z.string()), words: z.string() };
const Sentence = z.object({ start: z.number(), end: z.number(), text: z.string() });
const FigureBody = z.object({ figure: Figure, sentence: Sentence, ...Tags });
const QuoteBody = z.object({ quote: Quote, ...Tags });

const tagsOf = ({ entities, topics }: { readonly entities: readonly string[]; readonly topics: readonly string[] }) => [
  ...new Set([...entities.map((id) => `entity:${id}`), ...topics.map((id) => `topic:${id}`)]),
];

export function ledgerStore(db: Database, differences: Differences, gate: Gate): LedgerStore {
  const articles = articleStore(db, differences);

  return {
    async save(article, figures, quotes) {
      await db.transaction().execute(async (on) => {
        await on.deleteFrom('ledger_figures').where('article', '=', article).execute();
        await on.deleteFrom('ledger_quotes').where('article', '=', article).execute();
        for (const entry of figures) await saveFigure(on, entry);
        for (const entry of quotes) await saveQuote(on, entry);
      });
    },
    async figures(query) {
      const { units = [], order } = query;
      const ofUnits = units.length === 0 ? [] : [sql`e.unit in (${sql.join(units)})`];
      const found = await pageOf<Selectable<Tables['ledger_figures']>>(
        db,
        differences,
        'figure',
        query,
        order,
        ofUnits,
      );
      const texts = await articles.many(found.rows.map(({ article }) => article));
      const entries = found.rows.flatMap((row): FigureEntry[] => {
        const { figure, ...body } = read(FigureBody, row.body);
        const restored = gate.figure(figure, texts);
        if (restored === null) return [];
        const { low, high, at, weight } = row;
        const held = { from: row.held_from, to: row.held_to, forecast: row.forecast === 1 };
        return [{ ...body, ...held, figure: restored, low, high, at, weight }];
      });
      return { entries, more: found.more };
    },
    async quotes(query) {
      const order = query.words == null ? 'newest' : 'match';
      const found = await pageOf<Selectable<Tables['ledger_quotes']>>(db, differences, 'quote', query, order, []);
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
      const { rows } = await sql<{ speaker: string }>`
        select distinct e.speaker from ledger_quotes e where lower(e.speaker) >= ${from}
        and lower(e.speaker) < ${`${from}\u{10ffff}`} and ${seen('quote', sight)} order by e.speaker limit ${limit}`.execute(
        db,
      );
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
  const tags = tagsOf(entry).map((tag) => ({ tag, weight, at: instant(at), entry: n }));
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

/** What a workspace may see of the row `e`: its feeds brought it, its article still says so, it reported nothing of it. */
function seen(kind: Kind, { workspace, feeds }: Sight): RawBuilder<unknown> {
  return sql`exists (
      select 1 from articles a join article_feeds af on af.url = a.url
      where a.id = e.article and a.newest = 1 and af.feed in (${sql.join(feeds)}))
    and not exists (
      select 1 from reports r where r.workspace = ${workspace} and r.state != 'dismissed' and r.kind = ${kind}
      and r.article = e.article and r.start = e.start and r."end" = e."end")`;
}

type Order = FigureQuery['order'];

/**
 * One page of rows. The entries of one tag are read along its index, in order, up to the page's end; matching words are
 * looked up first. The last column of an order is the row's number, so that pages do not overlap.
 */
async function pageOf<Row>(
  db: Database,
  { matching }: Differences,
  kind: Kind,
  query: EntryQuery,
  order: Order,
  further: readonly RawBuilder<unknown>[],
): Promise<{ readonly rows: readonly Row[]; readonly more: boolean }> {
  const { sight, limit, offset = 0, entities = [], topics = [], from = null, to = null } = query;
  const words = query.words == null ? null : searchWords(query.words);
  if (sight.feeds.length === 0 || words?.length === 0) return { rows: [], more: false };

  const table = sql.table(`ledger_${kind}s`);
  const tags = sql.table(`ledger_${kind}_tags`);
  const groups = [entities.map((id) => `entity:${id}`), topics.map((id) => `topic:${id}`)].filter(
    ({ length }) => length > 0,
  );
  const [along, ...others] = groups.toSorted((a, b) => a.length - b.length);
  const index = along?.length === 1 && words === null ? along : null;

  const tables = [
    ...(words === null ? [] : [sql`${matching(`ledger_${kind}s`, words)} h`]),
    ...(index === null ? [] : [sql`${tags} t`]),
    sql`${table} e`,
  ];
  const conditions = [
    ...(words === null ? [] : [sql`e.n = h.n`]),
    ...(index === null ? [] : [sql`t.tag = ${index[0]} and e.n = t.entry`]),
    ...(index === null ? groups : others).map(
      (group) => sql`exists (select 1 from ${tags} o where o.entry = e.n and o.tag in (${sql.join(group)}))`,
    ),
    ...(from === null ? [] : [sql`e.at >= ${instant(from)}`]),
    ...(to === null ? [] : [sql`e.at < ${instant(to)}`]),
    ...further,
    seen(kind, sight),
  ];
  const by = sql.table(index === null ? 'e' : 't');
  const last = index === null ? sql`e.n` : sql`t.entry`;
  const orders: Readonly<Record<Order, RawBuilder<unknown>>> = {
    match:
      words === null ? sql`${by}.weight desc, ${by}.at desc, ${last} desc` : sql`h.score desc, e.weight desc, e.n desc`,
    weight: sql`${by}.weight desc, ${by}.at desc, ${last} desc`,
    newest: sql`${by}.at desc, ${by}.weight desc, ${last} desc`,
    oldest: sql`${by}.at, ${by}.weight, ${last}`,
  };
  const { rows } = await sql<Row>`
    select e.* from ${sql.join(tables, sql` cross join `)} where ${sql.join(conditions, sql` and `)}
    order by ${orders[order]} limit ${limit + 1} offset ${offset}`.execute(db);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}
