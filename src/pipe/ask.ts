import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ask, choose, indexOf, readQuestion } from '../ask/index.ts';
import { UsageError } from '../errors.ts';
import { mine } from '../evidence/mine.ts';
import { dateInAddress } from '../gather/page-date.ts';
import { sha256 } from '../hash.ts';
import type { Article, Evidence } from '../model.ts';
import type { Filter } from './filter.ts';

const Line = z.looseObject({ question: z.string(), choices: z.array(z.string()).optional() });
const Text = z.looseObject({
  id: z.coerce.string(),
  title: z.string().default(''),
  text: z.string(),
  published: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
});

/** The articles of a JSON lines file. Throws a UsageError that names the line that is none. */
function articlesOf(file: string): z.infer<typeof Text>[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError([
      `pipe ask: --articles ${file} cannot be read; give a file of JSON lines {"id", "title", "text"}`,
    ]);
  }
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [Text.parse(JSON.parse(line))];
    } catch {
      throw new UsageError([
        `pipe ask: --articles ${file}, line ${index + 1}: expected an object {"id", "title", "text"}`,
      ]);
    }
  });
}

/** The filter's articles as the service would have them: an article without a time has the one that its address names. */
function articleOf({ id, title, text, published: given, publisher, url }: z.infer<typeof Text>): Article {
  const published = given ?? dateInAddress(url ?? null);
  return {
    id,
    url: url ?? `about:${id}`,
    title,
    text,
    hash: sha256(text),
    author: null,
    publisher: publisher ?? '',
    published,
    fetched: published ?? '1970-01-01T00:00:00.000Z',
    origin: 'page',
    note: null,
    supersedes: null,
  };
}

const SILENT = 'Our sources do not tell.';

export const filter: Filter = {
  options: { articles: { type: 'string' } },
  open({ articles: file }) {
    const articles = typeof file === 'string' ? articlesOf(file).map(articleOf) : [];
    const index = indexOf(articles);
    let mined: Map<string, Evidence> | null = null;
    const evidence = (): Map<string, Evidence> => {
      mined ??= new Map(articles.map((article) => [article.id, mine(article)]));
      return mined;
    };
    const newest =
      articles
        .map(({ fetched }) => fetched)
        .toSorted()
        .at(-1) ?? '1970-01-01T00:00:00.000Z';
    return {
      line(input) {
        const { question, choices } = Line.parse(input);
        if (choices !== undefined) {
          const { choice, cites } = choose(question, choices, index);
          return {
            answer: choice === null ? SILENT : cites.map(({ text }) => text).join(' '),
            choice,
            cites,
            abstained: choice === null,
          };
        }
        const { points, abstained } = ask(readQuestion(question, new Date(newest)), articles, evidence());
        return {
          answer: abstained ? SILENT : points.map(({ text }) => text).join(' '),
          choice: null,
          cites: points.flatMap(({ cites }) => cites),
          abstained,
        };
      },
    };
  },
};
