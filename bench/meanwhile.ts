import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OWNER } from '../adapters/terminal/index.ts';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { DAY_MS } from '../src/durations.ts';
import { systemClock } from '../src/effects/clock.ts';
import { PUBLISHERS } from '../src/newsroom/articles/index.ts';
import { edition } from '../src/newsroom/edition.ts';
import { addFeed } from '../src/pipeline/feeds.ts';
import { quiet } from '../test/samples.ts';

const FEEDS = 500;
const ENTRIES = 4;
const LIMIT_MS = 100;
const EVERY_MS = 50;
/** Gathering goes on for minutes; what people wait for is measured in the first. */
const MEASURED_MS = 60_000;

/** Pages of the sample newsroom's length, each with words of its own, so that none is another's copy. */
function site() {
  const texts = PUBLISHERS.flatMap((publisher) =>
    edition(publisher, new Date(), false).map(({ title, text }) => ({ title, text })),
  );
  const at = (n: number) => texts[n % texts.length] ?? { title: '', text: '' };
  const page = (n: number) => {
    const { title, text } = at(n);
    const paragraphs = [...text.split('\n\n'), `Report ${n} counted ${n + 7} megawatts in ${n % 90} halls.`];
    return `<html><body><nav>${'<a href="/">More</a>'.repeat(60)}</nav><article><h1>${title} (${n})</h1>${paragraphs.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
  };
  const feed = (n: number, origin: string) =>
    `<rss version="2.0"><channel><title>Feed ${n}</title>${Array.from({ length: ENTRIES }, (_, k) => {
      const m = n * ENTRIES + k;
      return `<item><title>${at(m).title} (${m})</title><link>${origin}/page/${m}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`;
    }).join('')}</channel></rss>`;
  return { page, feed };
}

/** How long `figures` takes on a service that gathers 500 feeds with the pages of their 2,000 entries, and how far its event loop falls behind. */
export async function run(): Promise<void> {
  const { page, feed } = site();
  const server = createServer((request, response) => {
    const [, kind = '', n = '0'] = (request.url ?? '').split('/');
    const origin = `http://${request.headers.host ?? ''}`;
    if (kind === 'page') response.setHeader('content-type', 'text/html').end(page(Number(n)));
    else if (kind === 'feed') response.end(feed(Number(n), origin));
    else response.writeHead(404).end();
  });
  // A host each for many of the feeds: hosts are read side by side.
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const hosts = Array.from({ length: 50 }, (_, n) => `127.0.0.${n + 1}:${port}`);
  const config = { ...readConfig({}), allowHosts: hosts };
  const app = await openApp({ config, clock: systemClock, log: quiet, random: Math.random, database: ':memory:' });
  for (let n = 0; n < FEEDS; n += 1)
    await addFeed(
      app.store,
      { url: `http://${hosts[n % hosts.length]}/feed/${n}`, title: null, publisher: null, kind: 'news', topics: [] },
      new Date(),
    );
  const ask = async (): Promise<number> => {
    const asked = performance.now();
    await app.handlers.text(OWNER, 'figures northwind power');
    return performance.now() - asked;
  };
  const times: number[] = [];
  let isDone = false;
  const started = performance.now();
  const gathering = app.pipeline.gather({ pages: true, reachHours: 24 }).finally(() => {
    isDone = true;
  });
  while (!isDone && performance.now() - started < MEASURED_MS) {
    times.push(await ask());
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  const kept = (
    await app.store.articles.window({
      feeds: (await app.store.feeds.pack()).map(({ id }) => id),
      from: new Date(0),
      to: new Date(Date.now() + DAY_MS),
      limit: 10_000,
    })
  ).length;
  const shareOf = (all: readonly number[]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return (of: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
  };
  const share = shareOf(times);
  const took = ((performance.now() - started) / 1000).toFixed(0);
  const resident = (process.memoryUsage.rss() / 1e6).toFixed(0);
  console.log(`${FEEDS} feeds, ${kept} articles after ${took} s; ${resident} MB resident with the server`);
  console.log(
    `figures, ${times.length} times meanwhile: p50 ${share(0.5).toFixed(1)} ms, p99 ${share(0.99).toFixed(1)} ms, longest ${share(1).toFixed(1)} ms: ${share(0.99) <= LIMIT_MS ? 'ok' : `over ${LIMIT_MS} ms`}`,
  );
  await app.pipeline.stop();
  await gathering;
  // What neighbours on the machine cost stands in both: the same over the same store, with nothing gathered.
  const quietTimes: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    quietTimes.push(await ask());
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS / 5));
  }
  const without = shareOf(quietTimes);
  console.log(`figures with nothing gathered: p50 ${without(0.5).toFixed(1)} ms, p99 ${without(0.99).toFixed(1)} ms`);
  await app.close();
  server.closeAllConnections();
  server.close();
}
