import { DatabaseSync } from 'node:sqlite';

/** Every so many articles an edition, which rests on them; a year of some thirty channels. */
const EACH = 12;
const CHANNELS = 30;

const number = (of: string) => `(${of}.n / ${EACH})`;
const channel = (of: string) => `'fake:acme:c' || (${number(of)} % ${CHANNELS})`;
const edition = (of: string) => `'e' || ${number(of)}`;
const every = (by: number) => `from articles a where a.n % ${by} = 0`;

/** What else a store holds after years: the evidence and entries of all articles, editions, what people said of them, settings, what is kept for a while. */
const STATEMENTS: readonly string[] = [
  `insert into evidence select a.id, '1', '[0,' || length(a.text) || ']',
    (select json_group_array(json_extract(f.body, '$.figure')) from ledger_figures f where f.article = a.id),
    (select json_group_array(json_extract(q.body, '$.quote')) from ledger_quotes q where q.article = a.id) from articles a`,
  `insert into items (feed, key, body, seen_at, changed_at, url, attempts, guid, page, face, line, headline, answered, page_hash, listed_at)
    select f.feed, f.line, json_object('guid', f.line, 'url', f.line, 'title', a.title, 'published', a.published), f.at, f.at, f.line, 1, f.line,
    f.line, a.title, f.line, a.title, f.line, a.hash, substr(f.at, 1, 10) from article_feeds f join articles a on a.line = f.line`,
  `insert into old_items select f.id, '2024-01-01', json_object('told', f.url) from feeds f`,
  `insert into article_sketches select a.n * 1000003 + s.value, a.id, a.fetched from articles a, json_each('[0,1,2,3]') s`,
  `insert into altered_copies select a.id, b.id from articles a join articles b on b.n = a.n - 1 where a.n % 1000 = 0`,
  `insert into workspaces values ('fake:acme', 'fake', 'Acme'), ('fake:zürich', 'fake', 'Zürich “日本”')`,
  `insert into workspace_admins select w.id, 'U' || u.value from workspaces w, json_each('[1,2,3]') u`,
  `insert into installations select id, hex(id) from workspaces`,
  `insert into subscriptions select w.id, f.id, 1 from workspaces w, feeds f`,
  `insert into feed_addresses select f.url || 'old', f.id from feeds f`,
  `insert into channels select distinct ${channel('a')}, 'fake:acme', 'fake', 'active', null, a.at, 1, json_object('id', ${channel('a')})
    ${every(EACH)} and a.n <= ${EACH * CHANNELS}`,
  `insert into channel_feeds select c.id, f.id from channels c, feeds f`,
  `insert into debriefs select ${edition('a')}, 'edition', ${edition('a')}, a.at, json_object('lead', a.title, 'text', substr(a.text, 1, 1500)) ${every(EACH)}`,
  `insert into debrief_articles select ${edition('a')}, a.id from articles a where exists (select 1 from debriefs d where d.id = ${edition('a')})`,
  `insert into deliveries select ${edition('a')}, ${channel('a')}, a.at || ${number('a')}, a.at, 'sent', 1, a.at, null,
    json_object('channel', 'c', 'message', a.id, 'link', null), null, ${edition('a')} ${every(EACH)}`,
  `insert into parts select d.edition, p.value, 'sent', d.reference, null from deliveries d, json_each('["main","s1","s2"]') p`,
  `insert into looks (workspace, reader, debrief, at) select 'fake:acme', r.value, d.id, d.window_to from debriefs d, json_each('["ana","ben"]') r`,
  `insert into reports select 'r' || f.n, 'fake:acme', 'figure', f.article, f.start, f."end", 'it is “wrong”', 'Ana', f.at, 'dismissed'
    from ledger_figures f where f.n % 500 = 0`,
  `insert into audit select 'fake:acme', a.at, 'Ana', 'feeds add', a.title, 'U1', '[]', null, a.n ${every(100)}`,
  `insert into budget select 'all', substr(a.at, 1, 10), count(*), 3000000000 + count(*), 10, 5 from articles a group by 2`,
  `insert into cache select 'reply ' || a.id, a.title, a.at ${every(20)}`,
  `insert into threads select 'thread ' || a.id, json_object('q', a.title), a.at ${every(50)}`,
  `insert into notes (key, value, expires) select 'told:' || a.id, a.at, case a.n % 2000 when 0 then null else a.at end ${every(10)}`,
];

/** Fills the tables that a file of news leaves empty. */
export function fillRest(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('pragma synchronous = off; begin');
  for (const statement of STATEMENTS) db.exec(statement);
  db.exec('commit');
  db.close();
}
