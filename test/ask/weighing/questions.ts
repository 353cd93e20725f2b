import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sha256 } from '../../../src/hash.ts';
import type { Article } from '../../../src/model.ts';
import { newsroomArticles } from '../../write/newsroom-day.ts';
import { articleOf } from '../articles.ts';

export const NOW = new Date('2026-11-24T13:00:00.000Z');

const Asked = z
  .object({
    question: z.string(),
    /** One of these stands in a right answer; where there are none, the articles do not tell. */
    any: z.array(z.string()).default([]),
    /** And none of these where none of those does. */
    not: z.array(z.string()).default([]),
  })
  .transform((asked) => ({ ...asked, answerable: asked.any.length > 0 }));
export type Asked = z.infer<typeof Asked>;
const Passage = z.object({ id: z.string(), title: z.string(), published: z.string(), text: z.string() });

function linesOf<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(`../desk/${file}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** Questions and the articles that they are asked of. */
export type Desk = {
  readonly name: string;
  readonly articles: readonly Article[];
  readonly questions: readonly Asked[];
};

/** A desk by its name: `newsroom` asks of the sample newsroom. */
export const deskOf = (name: string): Desk => ({
  name,
  articles:
    name === 'newsroom'
      ? newsroomArticles()
      : linesOf(name, Passage).map(({ id, title, published, text }) => articleOf(id, title, text, published)),
  questions: linesOf(`${name}-questions`, Asked),
});

/** Those that the weighing of answers is learned from. */
export const LEARNED = [
  'trade',
  'autumn',
  'makers',
  'clouds',
  'shore',
  'harbor',
  'ridge',
  'lantern',
  'anchor',
  'basin',
  'cedar',
  'dune',
  'ember',
  'fjord',
  'glen',
  'inlet',
  'jetty',
  'kiln',
  'lagoon',
  'mesa',
  'oasis',
  'pier',
  'quay',
  'reef',
  'passages',
  'newsroom',
] as const;

export const fingerprint = (desks: readonly Desk[]): string =>
  sha256(JSON.stringify(desks.map(({ articles, questions }) => [articles.map(({ text }) => sha256(text)), questions])));
