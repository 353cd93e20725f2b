import { createServer } from 'node:http';
import { PUBLISHERS } from '../../src/newsroom/articles/index.ts';
import { edition } from '../../src/newsroom/edition.ts';

const ENTRIES = 4;

/** Serves feeds at `/feed/<number>` in a process of its own, each of some pages of the sample newsroom's length, with words of their own, so that none is another's copy. */
const texts = PUBLISHERS.flatMap((publisher) =>
  edition(publisher, new Date(), false).map(({ title, text }) => ({ title, text })),
);
const at = (n: number) => texts[n % texts.length] ?? { title: '', text: '' };

function page(n: number): string {
  const { title, text } = at(n);
  const paragraphs = [...text.split('\n\n'), `Report ${n} counted ${n + 7} megawatts in ${n % 90} halls.`];
  return `<html><body><nav>${'<a href="/">More</a>'.repeat(60)}</nav><article><h1>${title} (${n})</h1>${paragraphs.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
}

/** Minutes apart: a feed whose every entry was published at the moment of asking tells no times. */
const published = (n: number) => new Date(Date.now() - (n + 1) * 7 * 60_000).toUTCString();

function feed(n: number, origin: string): string {
  const items = Array.from({ length: ENTRIES }, (_, k) => {
    const m = n * ENTRIES + k;
    return `<item><title>${at(m).title} (${m})</title><link>${origin}/page/${m}</link><pubDate>${published(k)}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>Feed ${n}</title>${items.join('')}</channel></rss>`;
}

const server = createServer((request, response) => {
  const [, kind = '', n = '0'] = (request.url ?? '').split('/');
  if (kind === 'page') response.setHeader('content-type', 'text/html').end(page(Number(n)));
  else if (kind === 'feed') response.end(feed(Number(n), `http://${request.headers.host ?? ''}`));
  else response.writeHead(404).end();
});
server.listen(0, '0.0.0.0', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
process.on('disconnect', () => process.exit());
