import { publishPoint } from '../evidence/verify.ts';
import type { Answer, Article, Point, Verified } from '../model.ts';
import { type Index, indexOf, type Readable } from './index-of.ts';
import { kindsIn, meaningsIn } from './meaning.ts';
import { type Passage, passagesFor, spanOf } from './passages.ts';
import type { Name, Question } from './question.ts';
import { holds } from './wants.ts';

/** A passage with how well it answers. */
export type Candidate<T extends Readable> = {
  readonly passage: Passage<T>;
  /** How much of what is asked for stands in and around it, 0 to 1. */
  readonly fit: number;
  /** `fit` with what else makes a good answer: new, short, understood alone. */
  readonly worth: number;
  /** Every name of the question is near, and what it wants (a number, a cause) stands there. */
  readonly answers: boolean;
};

/** Passages that are looked at more closely. */
const LOOKED_AT = 120;
/** A word that nobody uses tells that it is another's word, not that it matters most. */
const RAREST = 2;
/** Who and where is asked for counts however often they are named. */
const NAMED = 2;
/** What a term is worth where it stands: by another word of its meaning, beside the sentence, in the title, elsewhere. */
const WORTH = { meaning: 0.75, beside: 0.6, title: 0.5, article: 0.2 } as const;
const DAY = 86_400_000;

/** Sentences that lean on the one before them. */
const LEANS =
  /^(?:["“'‘]?(?:it|he|she|they|we|i|this|that|these|those|its|his|her|their|our|but|and|or|so|yet|however|still|also|meanwhile|instead|there|both|neither|another|others|by contrast|in addition|for example|as a result|the (?:company|firm|group|deal|agreement|contract|plan|project|move|utility|operator|two|latter|former))\b)/i;
/** Words to a machine that reads along are no news. */
const PLANTED =
  /\b(?:ignore|disregard) (?:all |any )?(?:previous|prior|above|earlier)\b|\b(?:AI (?:systems?|assistants?|models?|agents?)|language models?)[:,] /i;
/** "LIMA, Ohio (Agency) - ": where and by whom it was written is no part of what is said. */
const DATELINE = /^\p{Lu}[^\n()]{1,60}\([^()\n]{1,40}\) ?[-–—] /u;
const LONG = 360;

type Reading<T extends Readable> = { readonly question: Question; readonly index: Index<T>; readonly newest: number };

const weightOf = (term: string, index: Index<Readable>): number => Math.min(RAREST, index.idf(term));

/** How near a name is: 1 in the sentence, less beside it or in the title, 0 nowhere. */
function nearnessOf({ ways }: Name, { indexed, at }: Passage<Readable>): number {
  const has = (terms: ReadonlySet<string> | undefined): boolean =>
    terms !== undefined && ways.some((way) => way.length > 0 && way.every((term) => terms.has(term)));
  if (has(indexed.sentences[at]?.terms)) return 1;
  return has(indexed.sentences[at - 1]?.terms) || has(indexed.title) ? WORTH.beside : 0;
}

function createJudge<T extends Readable>({ question, index, newest }: Reading<T>) {
  const known = new Map<string, readonly string[]>();
  const topic = question.topic.map(({ term, share }) => ({
    term,
    weight: share * weightOf(term, index),
    meanings: meaningsIn(term, known),
  }));
  const names = question.names.map((name) => ({ name, weight: NAMED }));
  const total = [...topic, ...names].reduce((sum, { weight }) => sum + weight, 0) || 1;

  return (passage: Passage<T>): Candidate<T> => {
    const { indexed, at } = passage;
    const sentence = indexed.sentences[at];
    const text = sentence?.text ?? '';
    const meanings = meaningsIn(text, known);
    const kinds = kindsIn(text);
    const ofKind = question.kinds.some((kind) => kinds.has(kind));
    let sum = 0;
    for (const { term, weight, meanings: own } of topic) {
      // What is asked for by its kind is said by its unit: gigawatts are power, dollars a cost.
      if (sentence?.terms.has(term) || (ofKind && question.quantities.has(term))) sum += weight;
      else if (!own.isDisjointFrom(meanings)) sum += WORTH.meaning * weight;
      else if (indexed.sentences[at - 1]?.terms.has(term) || indexed.sentences[at + 1]?.terms.has(term))
        sum += WORTH.beside * weight;
      else if (indexed.title.has(term)) sum += WORTH.title * weight;
      else if (indexed.terms.has(term)) sum += WORTH.article * weight;
    }
    let near = true;
    let absent = 0;
    for (const { name, weight } of names) {
      const nearness = nearnessOf(name, passage);
      sum += nearness * weight;
      near &&= nearness > 0;
      if (nearness < 1) absent += 1;
    }
    const fit = sum / total;
    const kind = question.wants !== 'number' || question.kinds.length === 0 || ofKind;
    const age = (newest - Date.parse(indexed.article.published ?? '1970-01-01')) / (30 * DAY);
    const worth =
      fit -
      Math.min(12, age) * (question.now ? 0.05 : 0.02) -
      absent * 0.1 -
      (LEANS.test(text) ? 0.2 : 0) -
      (text.length > LONG ? 0.15 : 0) -
      (text.endsWith('?') ? 0.3 : 0);
    return { passage, fit, worth, answers: near && kind && holds(question, text) };
  };
}

/** The sentences that say most of what is asked, the best answer first. */
export function candidatesFor<T extends Article>(question: Question, articles: readonly T[]): Candidate<T>[] {
  const { period } = question;
  const within = articles.filter(({ published, fetched }) => {
    const at = Date.parse(published ?? fetched);
    return period === null || (at >= period.from.getTime() && at < period.to.getTime());
  });
  const index = indexOf(within);
  const newest = Math.max(0, ...within.map(({ published, fetched }) => Date.parse(published ?? fetched)));
  const judge = createJudge({ question, index, newest });
  const sought = [
    ...question.topic,
    ...[...new Set(question.names.flatMap(({ ways }) => ways.flat()))].map((term) => ({ term, share: 1 })),
  ];
  return passagesFor(sought, index)
    .slice(0, LOOKED_AT)
    .filter(({ indexed, at }) => !PLANTED.test(indexed.sentences[at]?.text ?? ''))
    .map(judge)
    .toSorted((a, b) => b.worth - a.worth);
}

function publish<T extends Article>(passage: Passage<T>): Verified<Point> | null {
  const span = spanOf(passage);
  const whole = span !== null && span.end === passage.indexed.sentences[passage.at]?.end;
  if (!whole) return null;
  const text = span.text.replace(/\s+/gu, ' ').replace(DATELINE, '');
  const published = publishPoint(text, [passage.indexed.article], [span]);
  return published.ok ? published.point : null;
}

const SENTENCES = 2;
/** How much of what a question asks must stand in and around a sentence for it to be an answer. */
const ENOUGH = 0.62;
/** And for it to be named as the nearest that was found. */
const NEAR = 0.3;
/** What is said beside the best answer is nearly as good. */
const BESIDE = 0.15;
/** Sentences that share more of their words than this say the same. */
const SAME = 0.6;

/** A sentence cut out of a longer quotation opens or closes a mark that it does not have. */
const balanced = (text: string): boolean =>
  text.split('“').length === text.split('”').length && text.split('"').length % 2 === 1;

/** Whether a sentence is understood by a reader who saw nothing else. */
const standsAlone = (text: string): boolean => !LEANS.test(text) && !text.endsWith('?') && balanced(text);

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.intersection(b).size / Math.max(1, Math.min(a.size, b.size)) > SAME;

/**
 * Answers a question with sentences of the articles that pass the gate, best first, each with its cite; abstains where none has
 * enough of what was asked, and then names the nearest.
 */
export function answer<T extends Article>(candidates: readonly Candidate<T>[]): Answer {
  const points: Verified<Point>[] = [];
  const nearest: Verified<Point>[] = [];
  const told: ReadonlySet<string>[] = [];
  let best: number | null = null;
  for (const { passage, fit, worth, answers } of candidates) {
    const text = passage.indexed.sentences[passage.at]?.text ?? '';
    const terms = passage.indexed.sentences[passage.at]?.terms ?? new Set<string>();
    const stands = standsAlone(text);
    const isAnswer = answers && fit >= ENOUGH && stands;
    if (isAnswer && (points.length >= SENTENCES || (best !== null && worth < best - BESIDE))) break;
    if (!isAnswer && (fit < NEAR || nearest.length > 0 || !stands)) continue;
    if (isAnswer && told.some((known) => alike(known, terms))) continue;
    const point = publish(passage);
    if (point === null) continue;
    (isAnswer ? points : nearest).push(point);
    if (!isAnswer) continue;
    best ??= worth;
    told.push(terms);
  }
  const abstained = points.length === 0;
  return { points, abstained, nearest: abstained ? nearest : [], choice: null, writer: 'extractive' };
}
