import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figuresIn } from '../../src/evidence/figures.ts';
import { quotesIn } from '../../src/evidence/quotes.ts';

const FIELDS = ['concept', 'subject', 'when', 'attributedTo', 'standing'] as const;
type Field = (typeof FIELDS)[number];

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(?:the|an?) |['’]s\b/g, '')
    .trim();

/** Right are the accepted words, more of them on either side, or fewer. */
const isRight = (field: Field, given: string | null, accepted: readonly string[]): boolean => {
  if (given === null) return accepted.includes('-');
  if (field === 'when' || field === 'standing') return accepted.includes(given);
  const own = plain(given);
  return accepted.some((words) => plain(words) !== '-' && (own.includes(plain(words)) || plain(words).includes(own)));
};

const shares = new Map<Field, [right: number, all: number]>();
const notation = readFileSync(new URL('told-passages.txt', import.meta.url), 'utf8');
for (const block of notation.split(/^## /m).slice(1)) {
  const [head = '', ...rest] = block.split('\n');
  const [title = '', published = ''] = head.split(' | ');
  const [text = '', labels = ''] = rest.join('\n').split(/^--$/m);
  const figures = figuresIn(text.trim(), published, { title, quotes: quotesIn(text.trim()) });
  let from = 0;
  for (const label of labels.trim().split('\n')) {
    const [written = '', ...told] = label.split(' | ').map((part) => part.trim());
    const start = text.trim().indexOf(written, from);
    from = start + 1;
    const figure = figures.find((each) => each.start < start + written.length && each.end > start);
    FIELDS.forEach((field, n) => {
      const wanted = told[n] ?? '*';
      if (wanted === '*') return;
      const accepted = wanted.split(field === 'when' ? ';' : '/').map((part) => part.trim());
      const share = shares.get(field) ?? [0, 0];
      const right = figure !== undefined && isRight(field, figure[field], accepted);
      shares.set(field, [share[0] + (right ? 1 : 0), share[1] + 1]);
    });
  }
}

it.each<[Field, number]>([
  ['concept', 0.85],
  ['subject', 0.83],
  ['when', 0.9],
  ['attributedTo', 0.9],
  ['standing', 0.9],
])('reads the %s of figures of other news', (field, least) => {
  const [right, all] = shares.get(field) ?? [0, 1];
  expect(right / all, `${right} of ${all}`).toBeGreaterThan(least);
});
