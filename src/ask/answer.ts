import { publishPoint } from '../evidence/verify.ts';
import type { Answer, Article, Point, Span, Verified } from '../model.ts';
import type { Candidate } from './candidates.ts';
import { excerptOf } from './excerpt.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** "LIMA, Ohio (Agency) - ": where and by whom it was written is no part of what is said. */
const DATELINE = /^\p{Lu}[^\n()]{1,60}\([^()\n]{1,40}\) ?[-–—] /u;

function publish(span: Span, article: Article): Verified<Point> | null {
  const text = span.text.replace(/\s+/gu, ' ').replace(DATELINE, '');
  const published = publishPoint(text, [article], [span]);
  return published.ok ? published.point : null;
}

/** How much of what a question asks must stand in and around a sentence for it to be an answer. */
export const ENOUGH = 0.62;
/** And for it to be named as the nearest that was found. */
const NEAR = 0.3;
/** Of sentences that say nearly as much the newest holds. */
const ALIKE = 0.12;

const dayOf = ({ passage }: Candidate<Article>): string => passage.indexed.article.published?.slice(0, 10) ?? '';

/** Best first; where it is asked what holds now, the newest of those that say as much as the best. */
function ordered(question: Question, answers: readonly Candidate<Article>[]): readonly Candidate<Article>[] {
  if (!question.now) return answers;
  const best = Math.max(...answers.map(({ fit }) => fit));
  const alike = answers.filter(({ fit }) => fit >= best - ALIKE);
  const newestFirst = alike.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.worth - a.worth);
  return [...newestFirst, ...answers.filter((candidate) => !alike.includes(candidate))];
}

function pointOf(question: Question, { passage }: Candidate<Article>): Verified<Point> | null {
  const known = { asked: new Set(termsOf(question.text)), named: question.names.length > 0 };
  const span = excerptOf(passage, known);
  return span === null ? null : publish(span, passage.indexed.article);
}

function firstPoint(question: Question, candidates: readonly Candidate<Article>[]): Verified<Point> | null {
  for (const candidate of candidates) {
    const point = pointOf(question, candidate);
    if (point !== null) return point;
  }
  return null;
}

const told = (points: readonly Verified<Point>[]): Answer => ({
  points,
  abstained: false,
  nearest: [],
  choice: null,
  writer: 'extractive',
});

/** An answer of the sentences of these candidates, each once; null where one of them cannot be published. */
export function answerWith(question: Question, candidates: readonly Candidate<Article>[]): Answer | null {
  const points = candidates.map((candidate) => pointOf(question, candidate));
  const sure = points.filter((point) => point !== null);
  if (sure.length < points.length) return null;
  return told([...new Map(sure.map((point) => [point.text, point] as const)).values()]);
}

/**
 * Answers a question with a sentence of the articles that passes the gate, with its cite; abstains where none has enough of what was
 * asked, and then names the nearest.
 */
export function answer(question: Question, candidates: readonly Candidate<Article>[]): Answer {
  const answers = candidates.filter(({ answers: isAnswer, fit }) => isAnswer && fit >= ENOUGH);
  const point = firstPoint(question, ordered(question, answers));
  if (point !== null) return told([point]);
  const nearest = firstPoint(
    question,
    candidates.filter(({ fit }) => fit >= NEAR),
  );
  return { ...told([]), abstained: true, nearest: nearest === null ? [] : [nearest] };
}
