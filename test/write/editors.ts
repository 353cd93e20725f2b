import { readFileSync } from 'node:fs';
import type { Article } from '../../src/model.ts';
import { createTermReader, shared } from '../../src/write/terms.ts';
import { article } from '../samples.ts';
import { newsroomArticles } from './newsroom-day.ts';
import type { Sentence } from './scripted.ts';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** A line of an editor, true or false, and what the editor makes of it when it is refused. */
export type EditorLine = {
  readonly morning: string;
  readonly isTrue: boolean;
  readonly text: string;
  readonly again: string;
};

export function editorLines(): EditorLine[] {
  return read('editors.txt')
    .split(/^@ /m)
    .slice(1)
    .flatMap((part) => {
      const [morning = '', ...rest] = part.split('\n');
      return rest.flatMap((line, n): EditorLine[] => {
        if (!/^[=!] /.test(line)) return [];
        const next = rest[n + 1] ?? '';
        const text = line.slice(2);
        return [{ morning, isTrue: line.startsWith('='), text, again: next.startsWith('~ ') ? next.slice(2) : text }];
      });
    });
}

/** The articles of a morning by its name: the newsroom's third day, or one of three of its own. */
export function articlesOf(morning: string): Article[] {
  if (morning === 'newsroom') return newsroomArticles();
  const part = read('mornings.txt')
    .split(/^= /m)
    .find((each) => each.startsWith(`${morning}\n`));
  return (part?.split(/^## /m).slice(1) ?? []).map((each, n) => {
    const [head = '', ...text] = each.split('\n');
    const [title = '', publisher = ''] = head.split(' | ');
    return article(`${morning}-${n}`, text.join('\n').trim(), {
      title,
      publisher,
      published: '2026-11-24T05:00:00.000Z',
    });
  });
}

const termsOf = createTermReader();
const LEAST = 0.5;

/** The sentences that a line is cut from: the nearest, and another that has as much again; none where it is of another story. */
export function restsOf(text: string, sentences: readonly Sentence[]): string[] {
  const terms = termsOf(text);
  const ranked = sentences
    .map(({ id, text: each }) => ({ id, terms: termsOf(each) }))
    .toSorted((a, b) => shared(terms, b.terms) - shared(terms, a.terms));
  const [first, ...others] = ranked;
  if (first === undefined || shared(terms, first.terms) < terms.size * LEAST) return [];
  const left = new Map([...terms].filter(([term]) => !first.terms.has(term)));
  const second = others.toSorted((a, b) => shared(left, b.terms) - shared(left, a.terms))[0];
  return second !== undefined && shared(left, second.terms) > 1 ? [first.id, second.id] : [first.id];
}
