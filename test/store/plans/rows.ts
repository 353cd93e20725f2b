/** Some thousand rows of every table, shaped as after years: what a planner chooses by. */
import { type Kysely, sql } from 'kysely';
import { unpolled } from '../../../src/domain/habits.ts';
import type { Tables } from '../../../src/store/schema.ts';
import { article, channel, debrief, figure, quote } from '../../samples.ts';

const at = new Date('2025-01-01T00:00:00.000Z');
const hours = `strftime('%Y-%m-%dT%H:%M:%fZ', '2025-01-01', ((i % 1000) * 3) || ' hours')`;
const text = (value: unknown): string =>
  `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;

const some = article('some', 'Helio pays $1.2 billion for it. “It is a lot,” said Mara.');
const tags = { entities: ['helio'], topics: ['power'], words: '' };
const paid = {
  figure: figure(some, '$1.2 billion'),
  sentence: { start: 0, end: 31, text: some.text.slice(0, 31) },
  ...tags,
};
const said = { quote: quote(some, 'It is a lot,'), ...tags };
const item = { guid: 'g', url: null, title: 'Helio', published: null, updated: null, author: null, html: null };

const insert = (count: number, table: string, columns: string, values: string): string =>
  `with recursive s (i) as (select 1 union all select i + 1 from s where i < ${count})
  insert into ${table} (${columns}) select ${values} from s`;

const STATEMENTS: readonly string[] = [
  insert(
    60,
    'feeds',
    'id, url, kind, topics, owner',
    `'feed-' || i, 'https://f' || i || '.example/', 'news', '[]', case i % 10 when 0 then 'fake:w1' end`,
  ),
  `insert into feed_addresses (url, feed) select url, id from feeds`,
  `insert into feed_states (feed, next_poll_at, gone, body) select id, '2025-05-0' || (1 + rowid % 9), 0, ${text(unpolled('feed-1', at))} from feeds`,
  `insert into old_items select id, '2025-05-09T00:00:00.000Z', '[]' from feeds`,
  insert(20, 'workspaces', 'id, platform', `'fake:w' || i, 'fake'`),
  `insert into workspace_admins select id, 'u1' from workspaces`,
  `insert into installations select id, 'sealed' from workspaces`,
  `insert into subscriptions select w.id, f.id, 1 from workspaces w, feeds f where (w.rowid + f.rowid) % 4 = 0`,
  insert(
    120,
    'channels',
    'id, workspace, platform, state, next_due_at, takes_pack, body',
    `'c' || i, 'fake:w' || (1 + i % 20), 'fake', 'active', ${hours}, i % 2, ${text(channel('c1'))}`,
  ),
  insert(240, 'channel_feeds', 'channel, feed', `'c' || (1 + i % 120), 'feed-' || (1 + i % 59)`),
  insert(
    1200,
    'items',
    'feed, key, seen_at, changed_at, attempts, body, guid, page, face, listed_at, next_read_at, note',
    `'feed-' || (1 + i % 60), 'k' || i, ${hours}, ${hours}, 1, ${text(item)}, 'g' || i, 'p' || i, 'f' || i, ${hours}, case i % 120 when 0 then ${hours} end, case i % 9 when 0 then 'not read' end`,
  ),
  insert(
    1000,
    'articles',
    'id, line, at, newest, hash, publisher, fetched, origin, title, text',
    `'a' || i, 'https://news.example/' || (i - i % 20 / 19), ${hours}, i % 20 != 18, 'h', 'p' || (i % 40), ${hours}, 'page', 'Helio ' || i, 'Helio pays w' || (i % 50) || ' v' || (i % 900)`,
  ),
  insert(1000, 'article_feeds', 'line, feed, at', `'https://news.example/' || i, 'feed-' || (1 + i % 60), ${hours}`),
  `insert into evidence select id, '1', '[]', '[]', '[]' from articles where at < '2025-05-05'`,
  `update articles set mined = '1' where at < '2025-05-05'`,
  insert(
    2000,
    'ledger_figures',
    'article, start, "end", unit, low, high, forecast, at, weight, body, words',
    `'a' || (1 + i % 1000), i, i + 9, case i % 3 when 0 then 'USD' else 'gigawatt' end, i, i, 0, ${hours}, i % 100, ${text(paid)}, 'helio w' || (i % 50) || ' v' || (i % 900)`,
  ),
  `insert into ledger_figure_tags select 'entity:e' || (n % 90), unit, weight, at, n from ledger_figures`,
  `insert into ledger_figure_tags select 'topic:t' || (n % 7), unit, weight, at, n from ledger_figures`,
  insert(
    1000,
    'ledger_quotes',
    'article, start, "end", speaker, at, weight, body, words',
    `'a' || i, i, i + 9, 'Mara ' || (i % 300), ${hours}, 1, ${text(said)}, 'helio w' || (i % 50)`,
  ),
  `insert into ledger_quote_tags select 'entity:e' || (n % 90), weight, at, n from ledger_quotes`,
  insert(3000, 'article_sketches', 'hash, article, at', `i * 1000003, 'a' || (1 + i % 1000), ${hours}`),
  insert(100, 'altered_copies', 'article, source', `'a' || (i * 7), 'a' || (i * 5)`),
  insert(
    100,
    'reports',
    'id, workspace, kind, article, start, "end", "by", at, state',
    `'r' || i, 'fake:w' || (1 + i % 20), 'figure', 'a' || i, i, i + 9, 'u', ${hours}, 'dismissed'`,
  ),
  insert(
    400,
    'debriefs',
    'id, purpose, choice, window_to, body',
    `'d' || i, case i % 3 when 0 then 'look' else 'edition' end, 'ch' || (i % 40), ${hours}, ${text(debrief('d1', at.toISOString()))}`,
  ),
  insert(1200, 'debrief_articles', 'debrief, article', `'d' || (1 + i % 400), 'a' || (1 + i % 999)`),
  insert(
    400,
    'looks',
    'workspace, reader, debrief, at',
    `'fake:w' || (1 + i % 20), 'u' || (i % 50), 'd' || i, ${hours}`,
  ),
  insert(
    1200,
    'deliveries',
    'edition, channel, slot, wanted_at, state, attempts, next_attempt_at, debrief',
    `'e' || i, 'c' || (1 + i % 120), ${hours}, ${hours}, case when i % 500 = 0 then 'due' when i % 50 = 0 then 'skipped' else 'sent' end, 1, ${hours}, 'd' || (1 + i % 400)`,
  ),
  `insert into parts select edition, 'main', 'sent', null, null from deliveries`,
  insert(
    300,
    'audit',
    'workspace, at, "user", action, detail, user_id, n',
    `'fake:w' || (1 + i % 20), ${hours}, 'u', 'a', 'd', 'u' || (i % 9), i`,
  ),
  insert(
    300,
    'budget',
    'scope, day, requests, input_tokens, output_tokens, micros',
    `'s' || (i % 5), substr(${hours}, 1, 10) || i, 1, 1, 1, 1`,
  ),
  insert(300, 'cache', 'key, value, expires', `'k' || i, 'v', ${hours}`),
  insert(300, 'threads', 'key, context, expires', `'k' || i, 'v', ${hours}`),
  insert(300, 'notes', 'key, value, expires', `'k' || i, 'v', ${hours}`),
];

/** Fills a SQLite store that has none. */
export async function fillRows(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (on) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(on);
  });
}
