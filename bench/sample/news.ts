import { createHash } from 'node:crypto';
import { mine } from '../../src/evidence/mine.ts';
import type { Article, Evidence } from '../../src/model.ts';
import { tell } from '../../src/stories/index.ts';
import type { WriteInput } from '../../src/write/index.ts';

/** Invented news of any size: events of companies and places, each reported by a few publishers in sentences of a few kinds. */

const REPORTS = 3;
/** Sentences of an article after its first. */
const BODY = 30;
const NOW = Date.UTC(2026, 10, 24, 8);
const pick = <T>(list: readonly [T, ...T[]], number: number): T => list[number % list.length] ?? list[0];

const FIRST = ['North', 'Sable', 'Cor', 'Hel', 'Bright', 'Pel', 'Val', 'Tarn', 'Skerr', 'Lake', 'Fen', 'Ard'] as const;
const LAST = ['wind', 'vid', 'io', 'loom', 'agia', 'tera', 'moor', 'ley', 'brook', 'stead'] as const;
const KIND = ['Cloud', 'Power', 'Data', 'Networks', 'Compute', 'Grid', 'Systems'] as const;
const PLACE = ['Ohio', 'Zaragoza', 'Reno', 'Narvik', 'Lima', 'Findlay', 'Tallinn', 'Perth', 'Osaka', 'Porto'] as const;
const OBJECT = ['a campus', 'a substation', 'a battery', 'a fibre route', 'a cooling plant', 'a chip line'] as const;
const PAPER = ['Grid Weekly', 'Harbour Ledger', 'Meridian Wire', 'Rackline', 'TechPulse'] as const;
const PERSON = ['Mara Lindqvist', 'Dale Whitcomb', 'Tomas Brandl', 'Ines Carrow', 'Samuel Ortega'] as const;

function articleOf(number: number): Article {
  const event = Math.floor(number / REPORTS);
  const company = `${pick(FIRST, event)}${pick(LAST, event * 7)} ${pick(KIND, event * 3)}`;
  const partner = `${pick(FIRST, event + 5)}${pick(LAST, event * 3 + 4)} ${pick(KIND, event + 2)}`;
  const place = pick(PLACE, event * 3 + Math.floor(event / 7));
  const object = pick(OBJECT, event);
  const amount = 100 + ((event * 37) % 900);
  const lead = [
    `${company} will spend $${amount} million on ${object} in ${place} by the end of 2028.`,
    `${object.replace(/^a/, 'A')} in ${place} will cost ${company} $${amount} million, and is to be ready by the end of 2028.`,
    `By the end of 2028 ${company} wants ${object} in ${place}, at a price of $${amount} million.`,
  ] as const;
  const body = Array.from({ length: BODY }, (_, line) => {
    const figure = 20 + ((event * 13 + line * 29) % 70);
    return pick(
      [
        `${partner} will supply ${figure} megawatts of it from two plants near ${place}, ${company} said on Monday.`,
        `"We ordered the ${figure} transformers before we had the land," said ${pick(PERSON, event + line)}, head of energy at ${company}.`,
        `${company} expects ${figure}% of the machines in ${place} to run inference by 2029, up from ${figure - 10}% today.`,
        `The council of ${place} approved the plan with ${figure} votes against ${figure - 15}, after two hearings in October.`,
        `It will take ${figure} months to build, and ${partner} holds an option on a second phase.`,
      ],
      line,
    );
  });
  const text = [pick(lead, number), ...body].join('\n\n');
  const url = `https://paper${number % PAPER.length}.example/${event}`;
  return {
    id: createHash('sha256').update(`${url}\n${number}`).digest('hex').slice(0, 32),
    url,
    title: `${company} to spend $${amount} million on ${object} in ${place}`,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    author: null,
    publisher: pick(PAPER, number),
    published: new Date(NOW - (number % 20) * 3_600_000).toISOString(),
    fetched: new Date(NOW).toISOString(),
    origin: 'page',
    note: null,
    supersedes: null,
  };
}

/** A day of `count` articles, read, mined and grouped: what a writer is given. */
export function dayOf(count: number, id = `debrief of ${count}`): WriteInput {
  const articles = new Map(Array.from({ length: count }, (_, at) => articleOf(at)).map((each) => [each.id, each]));
  const evidence = new Map<string, Evidence>(Array.from(articles.values(), (each) => [each.id, mine(each)]));
  const now = new Date(NOW).toISOString();
  const window = { from: new Date(NOW - 86_400_000).toISOString(), to: now };
  const fresh = new Set(articles.keys());
  const options = { now, fresh, topics: null, told: [], follow: [], mute: [] };
  const { stories, leftOut } = tell([...articles.values()], evidence, options);
  return {
    id,
    choice: { feeds: [], topics: [], hours: 24, language: 'en', length: 'short', follow: [], mute: [] },
    purpose: 'edition',
    window,
    composedAt: now,
    stories,
    told: [],
    fresh,
    articles,
    evidence,
    outage: false,
    silent: [],
    leftOut,
  };
}
