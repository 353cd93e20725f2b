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

const overlap = (a: Span, b: Span): boolean => a.article === b.article && a.start < b.end && b.start < a.end;

const SENTENCES = 2;
/** How much of what a question asks must stand in and around a sentence for it to be an answer. */
const ENOUGH = 0.62;
/** And for it to be named as the nearest that was found. */
const NEAR = 0.3;
/** What is said beside the best answer is nearly as good. */
const BESIDE = 0.15;
/** Sentences that share more of their words than this say the same. */
const SAME = 0.6;

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.intersection(b).size / Math.max(1, Math.min(a.size, b.size)) > SAME;

/**
 * Answers a question with sentences of the articles that pass the gate, best first, each with its cite; abstains where none has
 * enough of what was asked, and then names the nearest.
 */
export function answer<T extends Article>(question: Question, candidates: readonly Candidate<T>[]): Answer {
  const known = { asked: new Set(termsOf(question.text)), named: question.names.length > 0 };
  const points: Verified<Point>[] = [];
  const nearest: Verified<Point>[] = [];
  const told: { readonly span: Span; readonly terms: ReadonlySet<string> }[] = [];
  let best: Candidate<T> | null = null;
  for (const candidate of candidates) {
    const { passage, fit, worth, unnamed, answers } = candidate;
    const terms = passage.indexed.sentences[passage.at]?.terms ?? new Set<string>();
    const isAnswer = answers && fit >= ENOUGH;
    if (isAnswer && (points.length >= SENTENCES || (best !== null && worth < best.worth - BESIDE))) break;
    if (isAnswer && best !== null && unnamed > best.unnamed) continue;
    if (!isAnswer && (fit < NEAR || nearest.length > 0)) continue;
    const span = excerptOf(passage, known);
    if (span === null || told.some((earlier) => overlap(earlier.span, span) || alike(earlier.terms, terms))) continue;
    const point = publish(span, passage.indexed.article);
    if (point === null) continue;
    (isAnswer ? points : nearest).push(point);
    if (!isAnswer) continue;
    best ??= candidate;
    told.push({ span, terms });
  }
  const abstained = points.length === 0;
  return { points, abstained, nearest: abstained ? nearest : [], choice: null, writer: 'extractive' };
}
