import { EXTRACTOR } from '../../src/evidence/extractor.ts';
import type { Store } from '../../src/ports/store.ts';
import { dayOf } from '../sample/news.ts';

/** Keeps a day of so many articles, read and mined, as what one feed brought just now; answers its id. */
export async function keepDay(store: Store, name: string, articles: number, now: Date): Promise<string> {
  const id = `feed-${name}`;
  const url = `https://${name}.example/feed.xml`;
  const feed = { id, url, title: name, site: null, publisher: name, kind: 'news' as const, topics: [], owner: null };
  // It is not polled while this runs.
  await store.feeds.save(feed, new Date(now.getTime() + 86_400_000));
  const day = dayOf(articles);
  for (const article of day.articles.values()) {
    const named = {
      ...article,
      id: `${name}-${article.id}`.slice(0, 32),
      url: article.url.replace('https://', `https://${name}.`),
    };
    const whole = JSON.parse(JSON.stringify(day.evidence.get(article.id)).replaceAll(article.id, named.id));
    await store.articles.save(named);
    await store.articles.brought(named.url, id, new Date(now.getTime() - 60_000));
    await store.evidence.save(whole, EXTRACTOR);
  }
  return id;
}
