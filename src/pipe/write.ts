import { z } from 'zod';
import { DAY_MS } from '../durations.ts';
import { UsageError } from '../errors.ts';
import { mine } from '../evidence/mine.ts';
import { sha256 } from '../hash.ts';
import type { Article } from '../model.ts';
import { tell } from '../stories/index.ts';
import { write } from '../write/index.ts';
import { lineOf } from './debrief-line.ts';
import type { Filter } from './filter.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  text: z.string(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
  published: z.string().nullish(),
});

/** The articles come as they are, of any age: these days before the newest are its news, the rest is background. */
const RECENT_DAYS = 14;

const Bound = z.coerce.number().int().positive();

/** Many sites put the day of publication into the address: `/2026/03/14/`, `-2026-03-14`. */
function dayInAddress(url: string | null | undefined): string | null {
  const [, year = '', month = '', day = '15'] = /[/-](20\d\d)[/-](\d\d)(?:[/-](\d\d))?(?=[/-]|$)/.exec(url ?? '') ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function articleOf({ id, title, text, publisher, url, published }: z.infer<typeof Line>): Article {
  const at = Date.parse(published ?? '');
  const time = Number.isNaN(at) ? dayInAddress(url) : new Date(at).toISOString();
  return {
    id: String(id),
    url: url ?? '',
    title,
    text,
    hash: sha256(text),
    author: null,
    publisher: publisher ?? (URL.canParse(url ?? '') ? new URL(url ?? '').hostname.replace(/^www\./, '') : 'unknown'),
    published: time,
    fetched: time ?? new Date(0).toISOString(),
    origin: 'page',
    note: null,
    supersedes: null,
  };
}

function bound(name: string, given: unknown, otherwise: number): number {
  if (given === undefined) return otherwise;
  const parsed = Bound.safeParse(given);
  if (!parsed.success)
    throw new UsageError([`--${name}: expected a whole number above 0, got ${JSON.stringify(given)}`]);
  return parsed.data;
}

export const filter: Filter = {
  options: { points: { type: 'string' }, characters: { type: 'string' }, topic: { type: 'string' } },
  open(options) {
    const bounds = {
      points: bound('points', options.points, 5),
      characters: bound('characters', options.characters, 1000),
    };
    const topic = typeof options.topic === 'string' ? options.topic : null;
    const articles = new Map<string, Article>();
    const given = new Map<string, string | number>();
    return {
      line(input) {
        const article = articleOf(Line.parse(input));
        articles.set(article.id, article);
        given.set(article.id, Line.parse(input).id);
        return null;
      },
      async end() {
        const evidence = new Map(Array.from(articles.values(), (article) => [article.id, mine(article)]));
        const times = Array.from(articles.values(), ({ published }) => published ?? '').sort();
        const to = times.at(-1) || new Date(0).toISOString();
        const from = new Date(Date.parse(to) - RECENT_DAYS * DAY_MS).toISOString();
        const { stories, leftOut } = tell([...articles.values()], evidence, {
          now: to,
          fresh: new Set(articles.keys()),
          topics: topic === null ? null : [topic],
          told: [],
          follow: [],
          mute: [],
        });
        const debrief = await write(
          {
            id: 'pipe',
            choice: {
              feeds: [],
              topics: topic === null ? [] : [topic],
              hours: 24,
              language: 'en',
              length: 'long',
              follow: [],
              mute: [],
            },
            purpose: 'look',
            window: { from, to },
            composedAt: to,
            stories,
            told: [],
            fresh: new Set(
              [...articles.values()].filter(({ published }) => (published ?? to) >= from).map(({ id }) => id),
            ),
            articles,
            evidence,
            outage: false,
            silent: [],
            leftOut,
            bounds,
          },
          { editor: null },
        );
        return [lineOf(debrief, given)];
      },
    };
  },
};
