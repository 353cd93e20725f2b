import { DatabaseSync } from 'node:sqlite';
import RssParser from 'rss-parser';

/** What somebody would write in an afternoon: `loop.ts <file> <origin> <feeds>` fetches, reads and keeps, eight feeds at a time, one transaction a feed. */
const [file = '', origin = '', count = '0'] = process.argv.slice(2);
const db = new DatabaseSync(file);
db.exec(`pragma journal_mode = wal;
  create table if not exists feeds (url text primary key, etag text);
  create table if not exists items (feed text, id text, title text, link text, at text, html text, primary key (feed, id))`);
const etagOf = db.prepare('select etag from feeds where url = ?');
const keepFeed = db.prepare('insert or replace into feeds values (?, ?)');
const keepItem = db.prepare('insert or ignore into items values (?, ?, ?, ?, ?, ?)');
const parser = new RssParser();

async function poll(url: string): Promise<void> {
  const etag = etagOf.get(url)?.etag;
  const answer = await fetch(url, { headers: typeof etag === 'string' ? { 'if-none-match': etag } : {} });
  if (answer.status === 304) return;
  const { items } = await parser.parseString(await answer.text());
  db.exec('begin');
  keepFeed.run(url, answer.headers.get('etag'));
  for (const item of items) {
    const html = item['content:encoded'] ?? item.content ?? null;
    keepItem.run(
      url,
      item.guid ?? item.id ?? item.link ?? '',
      item.title ?? null,
      item.link ?? null,
      item.isoDate ?? null,
      html,
    );
  }
  db.exec('commit');
}

const urls = Array.from({ length: Number(count) }, (_, feed) => `${origin}/${feed}`);
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (let url = urls.pop(); url !== undefined; url = urls.pop()) await poll(url);
  }),
);
db.close();
