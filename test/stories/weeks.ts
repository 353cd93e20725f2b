import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { mine } from '../../src/evidence/mine.ts';
import { sha256 } from '../../src/hash.ts';
import type { Article, Evidence } from '../../src/model.ts';

/** Invented weeks of news, an article a line, as what each of them is was marked by who wrote it. */
const FOLDER = new URL('./weeks/', import.meta.url);

/** The first and others of its first morning; what is told again, or more of it, later; what is no news. */
const KINDS = ['first', 'same', 'more', 'repeat', 'update', 'correction', 'denial', 'noise', 'roundup'] as const;
export type Kind = (typeof KINDS)[number];

const Line = z.object({
  id: z.string(),
  event: z.string(),
  kind: z.enum(KINDS),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  published: z.iso.datetime(),
  seen: z.iso.datetime(),
  text: z.string(),
  /** The sentences of it that tell what nobody told, and those that tell it again, as far as they are marked. */
  new: z.array(z.string()),
  old: z.array(z.string()),
});

export type Marked = { readonly article: Article; readonly evidence: Evidence } & Pick<
  z.infer<typeof Line>,
  'event' | 'kind' | 'new' | 'old'
>;

export const WEEKS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''))
  .sort();

/** Those that nothing is learned from. */
export const UNSEEN: readonly string[] = ['wa', 'wd', 'wk', 'wl'];
export const LEARNED: readonly string[] = WEEKS.filter((week) => !UNSEEN.includes(week));

const textOf = (week: string): string => readFileSync(new URL(`${week}.jsonl`, FOLDER), 'utf8');

/** What names the weeks that something was learned from. */
export const fingerprint = (): string => sha256(LEARNED.map(textOf).join('\n'));

export function weekOf(name: string): Marked[] {
  return textOf(name)
    .trim()
    .split('\n')
    .map((line) => {
      const {
        id,
        event,
        kind,
        title,
        publisher,
        url,
        published,
        seen,
        text,
        new: fresh,
        old,
      } = Line.parse(JSON.parse(line));
      const article: Article = {
        id,
        url,
        title,
        text,
        hash: sha256(text),
        author: null,
        publisher,
        published: new Date(published).toISOString(),
        fetched: new Date(seen).toISOString(),
        origin: 'page',
        note: null,
        supersedes: null,
      };
      return { article, evidence: mine(article), event, kind, new: fresh, old };
    })
    .sort((a, b) => (a.article.fetched < b.article.fetched ? -1 : 1));
}
