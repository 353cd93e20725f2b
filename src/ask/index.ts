import { publishPoint } from '../evidence/verify.ts';
import type { Answer, Article, Point, Verified } from '../model.ts';
import { indexOf, type Readable } from './index-of.ts';
import { type Passage, passagesFor, spanOf } from './passages.ts';
import { topicOf } from './terms.ts';

export { type Choosing, choose } from './choose.ts';
export { type Index, indexOf } from './index-of.ts';

const SENTENCES = 2;
/** How much of what a question asks must stand in and around a sentence for it to be an answer. */
const ENOUGH = 0.62;
/** And for it to be named as the nearest that was found. */
const NEAR = 0.3;
const LOOKED_AT = 40;

/** Whether a question wants a number. */
const WANTS_NUMBER =
  /\b(?:how (?:much|many|large|big|high|long|fast|far)|what (?:does|do|did|will) .{1,60} cost|price|how expensive|what share|what percentage)\b/i;
/** Sentences that lean on the one before them. */
const LEANS =
  /^(?:["“']|(?:it|he|she|they|this|that|these|those|its|his|her|their|but|and|however|still|also|meanwhile|by contrast|instead)\b)/i;

function worth<T extends Readable>(passage: Passage<T>, wantsNumber: boolean, newest: number): number {
  const text = passage.indexed.sentences[passage.at]?.text ?? '';
  const age = newest - Date.parse(passage.indexed.article.published ?? '1970-01-01');
  const months = Math.min(12, age / (30 * 86_400_000));
  return (
    passage.score +
    (wantsNumber && /\d/.test(text) ? 0.15 : 0) -
    (LEANS.test(text) ? 0.1 : 0) -
    months * 0.02 -
    (text.length > 360 ? 0.2 : 0)
  );
}

function publish<T extends Article>(passage: Passage<T>): Verified<Point> | null {
  const span = spanOf(passage);
  if (span === null) return null;
  const published = publishPoint(span.text, [passage.indexed.article], [span]);
  return published.ok ? published.point : null;
}

/**
 * Answers a question with sentences of the articles that pass the gate, best first, each with its cite; abstains where none has
 * enough of what was asked, and then names the nearest.
 */
export function ask<T extends Article>(question: string, articles: readonly T[]): Answer {
  const index = indexOf(articles);
  const wantsNumber = WANTS_NUMBER.test(question);
  const newest = Math.max(0, ...articles.map(({ published }) => Date.parse(published ?? '1970-01-01')));
  const passages = passagesFor(topicOf(question), index)
    .slice(0, LOOKED_AT)
    .map((passage) => ({ passage, worth: worth(passage, wantsNumber, newest) }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ passage }) => passage);
  const points: Verified<Point>[] = [];
  const nearest: Verified<Point>[] = [];
  const told: ReadonlySet<string>[] = [];
  for (const passage of passages) {
    const terms = passage.indexed.sentences[passage.at]?.terms ?? new Set<string>();
    if (told.some((known) => known.intersection(terms).size / Math.max(1, Math.min(known.size, terms.size)) > 0.6))
      continue;
    const kept = passage.score >= ENOUGH ? points : passage.score >= NEAR && nearest.length === 0 ? nearest : null;
    if (kept === null || (kept === points && points.length >= SENTENCES)) continue;
    const point = publish(passage);
    if (point === null) continue;
    kept.push(point);
    told.push(terms);
  }
  return {
    points,
    abstained: points.length === 0,
    nearest: points.length === 0 ? nearest : [],
    choice: null,
    writer: 'extractive',
  };
}
