import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DAY_MS, MINUTE_MS } from '../../src/durations.ts';
import { chance, pick } from '../fuzz/mutate.ts';

const PAPERS = ['grid-weekly', 'harbour-ledger', 'meridian-wire', 'rackline', 'techpulse'];
/** A paper's feed lists what it had out in so many days. */
const LISTED_DAYS = 2;

const FIRST = ['North', 'Sable', 'Cor', 'Hel', 'Bright', 'Pel', 'Val', 'Tarn', 'Skerr', 'Lake', 'Fen', 'Ard'];
const LAST = ['wind', 'vid', 'io', 'loom', 'agia', 'tera', 'moor', 'ley', 'brook', 'stead', 'holt', 'gate'];
const KIND = ['Cloud', 'Power', 'Data', 'Networks', 'Compute', 'Grid', 'Systems'];
const PLACE = ['Ohio', 'Zaragoza', 'Reno', 'Narvik', 'Lima', 'Findlay', 'Tallinn', 'Perth', 'Osaka', 'Porto', 'Leeds'];
const THING = [
  'campus',
  'substation',
  'battery',
  'fibre route',
  'cooling plant',
  'chip line',
  'data centre',
  'turbine',
];
const PERSON = ['Mara Lindqvist', 'Dale Whitcomb', 'Tomas Brandl', 'Ines Carrow', 'Samuel Ortega', 'Ruth Adeyemi'];
const WORDS =
  'council river permit neighbours concrete harvest engineers crane winter railway quarry customers schedule inspection tenant meadow contractor harbour bridge signal'.split(
    ' ',
  );

/** An article of some 250 words that nobody else prints: a lead and figures as news has them, among sentences that fill. */
function reportOf(n: number): { readonly title: string; readonly paragraphs: readonly string[] } {
  const random = chance(n);
  const company = `${pick(FIRST, random)}${pick(LAST, random)} ${pick(KIND, random)}`;
  const place = pick(PLACE, random);
  const thing = pick(THING, random);
  const number = (most: number) => 2 + Math.floor(random() * most);
  const filler = () =>
    `The ${pick(WORDS, random)} near the ${pick(WORDS, random)} waits for a ${pick(WORDS, random)}, and the ${pick(WORDS, random)} of the ${pick(WORDS, random)} has not changed since the ${pick(WORDS, random)} closed.`;
  const amount = number(900);
  return {
    title: `${company} to spend $${amount} million on a ${thing} in ${place}`,
    paragraphs: [
      `${company} will spend $${amount} million on a ${thing} in ${place} by the end of 2028, it said on Tuesday.`,
      filler(),
      `The ${thing} will draw ${number(600)} megawatts and hold up to ${number(90)},000 accelerators.`,
      `${filler()} ${filler()}`,
      `“We ordered the ${number(60)} transformers before we had the ${pick(WORDS, random)},” said ${pick(PERSON, random)}, head of energy at ${company}.`,
      `${filler()} ${filler()} ${filler()}`,
    ],
  };
}

/** Papers that have out so many articles a day between them, on a server that keeps nothing: what it serves comes of its number. */
export async function startPapers(start: number, articles: number) {
  const each = articles / PAPERS.length;
  let today = 1;
  const feedOf = (paper: string, origin: string): string => {
    const items = Array.from({ length: Math.min(today, LISTED_DAYS) * each }, (_, at) => {
      const [day, n] = [today - Math.floor(at / each), at % each];
      const number = day * articles + PAPERS.indexOf(paper) * each + n;
      const published = new Date(start + (day - 1) * DAY_MS + n * MINUTE_MS).toUTCString();
      return `<item><title>${reportOf(number).title}</title><link>${origin}/${paper}/${number}</link><pubDate>${published}</pubDate></item>`;
    });
    return `<rss version="2.0"><channel><title>${paper}</title>${items.join('')}</channel></rss>`;
  };
  const server = createServer((request, response) => {
    const [, paper = '', page = ''] = (request.url ?? '').split('/');
    if (!PAPERS.includes(paper)) return void response.writeHead(404).end();
    if (page === 'feed.xml') return void response.end(feedOf(paper, `http://${request.headers.host ?? ''}`));
    const { title, paragraphs } = reportOf(Number(page));
    const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    feeds: PAPERS.map((paper) => `http://${host}/${paper}/feed.xml`),
    /** From here on it is the nth day. */
    turn(day: number): void {
      today = day;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
