import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Candidate } from '../../../src/evidence/choice/candidate.ts';
import { figuresIn } from '../../../src/evidence/figures.ts';
import { quotesIn } from '../../../src/evidence/quotes.ts';
import type { Field } from '../../../src/evidence/told/choice/candidates.ts';
import type { Choose, Rule } from '../../../src/evidence/told/choice/choose.ts';
import { sha256 } from '../../../src/hash.ts';
import { type Label, type News, newsOf } from '../labels.ts';

/** The files of marked articles that the choice is learned from; the others of the folder are only ever measured. */
const UNSEEN_FILES = ['b', 'i', 'r', 't', 'ak', 'ap', 'ax', 'bd'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const ALL = [...LETTERS.slice(0, -1), ...LETTERS.map((letter) => `a${letter}`), 'ba', 'bb', 'bc', 'bd'];
export const LEARNED = [
  '../told-news.txt',
  ...ALL.filter((name) => !UNSEEN_FILES.includes(name)).map((name) => `news/${name}.txt`),
];
export const UNSEEN = UNSEEN_FILES.map((name) => `choice/news/${name}.txt`);

/** Weeks of stories, of which captions were judged. */
const WEEKS = ['wa', 'wc', 'we', 'wg', 'wi', 'wk'];

/** What a reader would make of a caption: `G` the best of several that are good, `g` good, `t` true and thin, `w` wrong. */
export type Mark = 'G' | 'g' | 't' | 'w';
const isMark = (mark: string): mark is Mark => /^[Ggtw]$/.test(mark);

const JUDGED = new URL('captions.txt', import.meta.url);

/** The captions that were judged, by the title of their article and the offset of their figure. */
export function judgedCaptions(): ReadonlyMap<string, ReadonlyMap<string, Mark>> {
  const found = new Map<string, Map<string, Mark>>();
  for (const block of readFileSync(JUDGED, 'utf8').split(/^## /m).slice(1)) {
    const [head = '', ...lines] = block.trim().split('\n');
    const title = head.slice(head.indexOf(' | ') + 3);
    for (const line of lines) {
      const [start = '', mark = '', ...caption] = line.split(' | ');
      const own = found.get(`${title} ${start}`) ?? new Map<string, Mark>();
      found.set(`${title} ${start}`, own);
      if (isMark(mark)) own.set(caption.join(' | '), mark);
    }
  }
  return found;
}

/** A field of a figure: what it may be, which of that is right, and which is accepted as well. */
export type Row = {
  readonly article: number;
  readonly field: Field;
  readonly rule: Rule;
  readonly candidates: readonly (Candidate & {
    readonly right: boolean;
    readonly accepted: boolean;
    /** What was made of a caption. */
    readonly mark: Mark | null;
  })[];
};

/** Which of the marks of a figure a value is; where nothing need be told, that is best. */
function ranked({ ranks }: Label, field: Exclude<Field, 'caption'>, candidates: readonly Candidate[]) {
  const rank = (value: string | null): number | null =>
    value === null && ranks[field](null) !== null ? -1 : ranks[field](value);
  const best = Math.min(...candidates.flatMap(({ value }) => rank(value) ?? []));
  return candidates.map(({ value, names }) => ({
    value,
    names,
    right: rank(value) === best,
    accepted: rank(value) !== null,
    mark: null,
  }));
}

/** The captions that were judged, of which the good ones are right, or none where there are none. */
function judged(marks: ReadonlyMap<string, Mark>, candidates: readonly Candidate[]) {
  const known = candidates.flatMap(({ value, names }) => {
    const mark = value === null ? null : (marks.get(value) ?? null);
    return value === null || mark !== null ? [{ value, names, mark }] : [];
  });
  const isGood = (mark: Mark | null): boolean => mark === 'G' || mark === 'g';
  const isNone = !known.some(({ mark }) => isGood(mark));
  return known.map((one) => {
    const right = one.value === null ? isNone : isGood(one.mark);
    return { ...one, right, accepted: right };
  });
}

/** Chooses for an article, by its number. */
export type Chooser = (article: number) => Choose;

const story = z.object({ title: z.string(), published: z.string(), text: z.string() });

/** Articles of the weeks of stories whose captions were judged, and nothing else of them. */
function judgedStories(captions: ReadonlyMap<string, unknown>): Omit<News, 'quotes'>[] {
  const titles = new Set([...captions.keys()].map((key) => key.replace(/ \d+$/, '')));
  return WEEKS.flatMap((week) =>
    readFileSync(new URL(`../../stories/weeks/${week}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => ({ ...story.parse(JSON.parse(line)), figures: [] }))
      .filter(({ title }) => titles.has(title)),
  );
}

/**
 * All fields of all marked figures, and all judged captions, by the articles that they stand in. What was told before each is as it is marked, or
 * as it is chosen.
 */
export function rowsOf(files: readonly string[], by: Chooser | null = null): Row[] {
  const captions = judgedCaptions();
  const rows: Row[] = [];
  const news = [...files.flatMap((file) => newsOf(`choice/${file}`)), ...(by === null ? [] : judgedStories(captions))];
  for (const [article, { title, published, text, figures }] of news.entries()) {
    const choosing = by?.(article);
    const choose: Choose = (field, candidates, figure, rule) => {
      const { start, end } = figure;
      const label = figures.find((each) => each.start < end && each.start + each.written.length > start);
      const own =
        field === 'caption'
          ? judged(captions.get(`${title} ${start}`) ?? new Map(), candidates)
          : label === undefined
            ? []
            : ranked(label, field, candidates);
      if (own.length > 1) rows.push({ article, field, candidates: own, rule });
      return choosing?.(field, candidates, figure, rule) ?? own.find(({ right }) => right)?.value ?? null;
    };
    figuresIn(text, published, { title, quotes: quotesIn(text) }, choose);
  }
  return rows;
}

export const fingerprint = (files: readonly string[]): string =>
  sha256(
    [JUDGED, ...files.map((file) => new URL(file, import.meta.url))]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  );
