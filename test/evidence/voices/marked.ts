import { readdirSync, readFileSync } from 'node:fs';
import { markedIn } from '../../../src/evidence/quotes/marks.ts';
import { paragraphsOf } from '../../../src/evidence/quotes/paragraphs.ts';
import { quotesByRule } from '../../../src/evidence/quotes.ts';
import type { Attributed } from '../../../src/evidence/voices/choose.ts';
import { type Narration, narrationOf } from '../../../src/evidence/voices/narration.ts';
import { sha256 } from '../../../src/hash.ts';
import { UNSEEN as UNTAUGHT } from '../choice/news.ts';
import { newsOf, type QuoteLabel } from '../labels.ts';

const sets = (folder: string): string[] =>
  readdirSync(new URL(`../${folder}`, import.meta.url))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The sets of marked articles that nothing is learned from. */
export const UNSEEN = [...['qf', 'qh', 'ql', 'qr'].map((name) => `voices/news/${name}.txt`), ...UNTAUGHT];
/** Those that the voices are learned from. */
export const LEARNED = [...sets('voices/news'), ...sets('choice/news')].filter((file) => !UNSEEN.includes(file));

/** An article with its quotations, what is marked of each, and what rules make of it. */
export type Article = {
  readonly file: string;
  readonly narration: Narration;
  readonly labels: readonly (QuoteLabel | null)[];
  readonly byRule: readonly (Attributed | undefined)[];
  /** What it names by its marks: whom, and what else. */
  readonly people: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
};

const isName = (text: string): boolean => /^\p{Lu}/u.test(text);
const column = (label: string, n: number): string[] =>
  (label.split(' | ')[n] ?? '').split('/').map((part) => part.trim());

export function articlesOf(files: readonly string[]): Article[] {
  return files.flatMap((file) =>
    newsOf(file).map(({ text, quotes, figures }): Article => {
      const paragraphs = paragraphsOf(text);
      const marked = markedIn(text, paragraphs);
      const people = new Set<string>();
      const others = new Set<string>();
      for (const { label } of quotes) {
        const houses = column(label, 3);
        for (const house of houses) if (isName(house)) others.add(house);
        for (const name of column(label, 1)) if (isName(name) && !houses.includes(name)) people.add(name);
      }
      for (const { label } of figures)
        for (const name of column(label, 3)) if (isName(name) && !people.has(name)) others.add(name);
      return {
        file,
        narration: narrationOf(text, marked, paragraphs),
        labels: marked.map(
          ({ start, end }) => quotes.find((quote) => start <= quote.start && quote.start < end) ?? null,
        ),
        byRule: quotesByRule(text),
        people,
        others,
      };
    }),
  );
}

export const fingerprint = (files: readonly string[]): string =>
  sha256(files.map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).join('\n'));
