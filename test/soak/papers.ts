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
const PERSON = ['Mara Lindqvist', 'Dale Whitcomb', 'Tomas Brandl', 'Ines Carrow', 'Samuel Ortega', 'Ruth Adeyemi'];
const NOUN =
  'council river permit neighbour harvest engineer crane winter railway quarry customer schedule inspection tenant meadow contractor harbour bridge signal orchard valley workshop ferry archive market lantern cellar canal museum garage'.split(
    ' ',
  );
const VERB =
  'follows repairs measures counts visits paints crosses watches borrows empties sells carries guards opens teaches'.split(
    ' ',
  );
const HOW = 'quietly slowly often early twice rarely again gladly together nearly'.split(' ');

/** A company, a place, and two numbers make what happened; a title and the lead say it in words of their own. */
type Happening = (company: string, place: string, most: number, least: number) => readonly [string, string, string];

const HAPPENINGS: readonly Happening[] = [
  (company, place, most, least) => [
    `${company} to build a data centre in ${place} for $${most} million`,
    `${company} will build a data centre in ${place} for $${most} million, the company said on Tuesday.`,
    `The campus will draw ${least} megawatts from the grid once its second hall is full.`,
  ],
  (company, place, most, least) => [
    `Regulator in ${place} fines ${company} $${most} million`,
    `A regulator in ${place} fined ${company} $${most} million after servers ran on diesel for ${least} days.`,
    `${company} plans an appeal, and has put the sum aside.`,
  ],
  (company, place, most, least) => [
    `${company} raises $${most} million for accelerators`,
    `${company} raised $${most} million from lenders in ${place} to buy ${least},000 accelerators.`,
    `Its debt stands at $${most + 400} million after the round.`,
  ],
  (company, place, most, least) => [
    `Outage at ${company} stops ${most} customers`,
    `An outage in ${place} left ${most} customers of ${company} without their cloud servers for ${least} hours.`,
    `A failed cooling pump had taken down ${least + 3} rows of racks.`,
  ],
  (company, place, most, least) => [
    `${company} signs ${most} megawatts of wind power near ${place}`,
    `${company} signed a contract for ${most} megawatts of wind power near ${place}, enough for its data centres there.`,
    `The price is $${least} a megawatt-hour for the first decade.`,
  ],
  (company, place, most, least) => [
    `${company} cuts its price for a GPU hour by ${least}%`,
    `${company} cut what an hour of a GPU costs by ${least}% in its region at ${place}.`,
    `Some ${most} customers had left for cheaper clouds since spring.`,
  ],
];

/** An article of some 200 words that nobody else prints: what happened, a quote, and sentences that fill. */
function reportOf(n: number): { readonly title: string; readonly paragraphs: readonly string[] } {
  const random = chance(n);
  const company = `${pick(FIRST, random)}${pick(LAST, random)} ${pick(KIND, random)}`;
  const place = pick(PLACE, random);
  const number = (most: number) => 2 + Math.floor(random() * most);
  const [noun, verb, how] = [() => pick(NOUN, random), () => pick(VERB, random), () => pick(HOW, random)];
  const filler = () =>
    pick(
      [
        () => `Every ${noun()} ${verb()} a ${noun()} ${how()}.`,
        () => `One ${noun()} in three ${verb()} its ${noun()}, though no ${noun()} ${verb()} the ${noun()}.`,
        () => `Past the ${noun()} a ${noun()} ${how()} ${verb()} some ${noun()}.`,
        () => `Nobody ${verb()} that ${noun()} where the ${noun()} ${verb()} ${noun()} and ${noun()}.`,
      ],
      random,
    )();
  const [title, lead, detail] = pick(HAPPENINGS, random)(company, place, number(900), number(60));
  const fill = () => Array.from({ length: 5 }, filler).join(' ');
  return {
    title,
    paragraphs: [
      lead,
      fill(),
      detail,
      `“We ordered the ${number(60)} transformers before the ${noun()} ${verb()} our ${noun()},” said ${pick(PERSON, random)}, head of energy at ${company}.`,
      fill(),
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
