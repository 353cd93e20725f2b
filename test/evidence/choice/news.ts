import { readFileSync } from 'node:fs';
import type { Candidate } from '../../../src/evidence/choice/candidate.ts';
import { lookedIn } from '../../../src/evidence/figures.ts';
import { quotesIn } from '../../../src/evidence/quotes.ts';
import { FIELDS, type Field, ruled } from '../../../src/evidence/told/choice/candidates.ts';
import { sha256 } from '../../../src/hash.ts';
import { newsOf } from '../labels.ts';

/** The files of marked articles that the choice is learned from; the others of the folder are only ever measured. */
const UNSEEN_FILES = ['b', 'i', 'r', 't', 'ak', 'ap'];
const ALL = [...'abcdefghijklmnopqrstuvwxy', ...[...'abcdefghijklmnop'].map((letter) => `a${letter}`)];
export const LEARNED = [
  '../told-news.txt',
  ...ALL.filter((name) => !UNSEEN_FILES.includes(name)).map((name) => `news/${name}.txt`),
];
export const UNSEEN = UNSEEN_FILES.map((name) => `choice/news/${name}.txt`);

/** A field of a figure: what it may be, which of that is right, and which is accepted as well. */
export type Row = {
  readonly article: number;
  readonly field: Field;
  readonly candidates: readonly (Candidate & {
    readonly right: boolean;
    readonly accepted: boolean;
    readonly ruled: boolean;
  })[];
};

/** All fields of all marked figures that are read, by the articles that they stand in. */
export function rowsOf(files: readonly string[]): Row[] {
  return files
    .flatMap((file) => newsOf(`choice/${file}`))
    .flatMap(({ title, published, text, figures }, article) => {
      const looked = lookedIn(text, published, { title, quotes: quotesIn(text) });
      return figures.flatMap(({ start, written, ranks }): Row[] => {
        const found = looked.find(({ figure }) => figure.start < start + written.length && figure.end > start);
        if (found === undefined || found.candidates === null) return [];
        const { figure } = found;
        const all = ruled(found.candidates, figure);
        return FIELDS.map((field): Row => {
          // Where nothing need be told, that is best; else what is named first among all that is right.
          const rank = (value: string | null): number | null =>
            value === null && ranks[field](null) !== null ? -1 : ranks[field](value);
          const best = Math.min(...all[field].flatMap(({ value }) => rank(value) ?? []));
          const candidates = all[field].map(({ value, names }) => ({
            value,
            names,
            right: rank(value) === best,
            accepted: rank(value) !== null,
            ruled: value === figure[field],
          }));
          return { article, field, candidates };
        });
      });
    });
}

export const fingerprint = (files: readonly string[]): string =>
  sha256(files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n'));
