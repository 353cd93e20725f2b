import { DAY_MS } from '../durations.ts';
import { isBait, isTellable, pointsBack } from '../language/stand.ts';
import type { Article } from '../model.ts';
import { type Index, indexOf, type Readable } from './index-of.ts';
import { kindsIn, meaningsIn } from './meaning.ts';
import { type Passage, passagesFor } from './passages.ts';
import type { Name, Question } from './question.ts';
import { holds, tells } from './wants.ts';

/** A passage with how well it answers. */
export type Candidate<T extends Readable> = {
  readonly passage: Passage<T>;
  /** How much of what is asked for stands in and around it, 0 to 1. */
  readonly fit: number;
  /** `fit` with what else makes a good answer: new, short, understood alone. */
  readonly worth: number;
  /** Names of the question that stand beside the sentence or in the title, not in it. */
  readonly unnamed: number;
  /** Every name of the question is near, most of it is said there, and what it wants (a number, a cause) stands there. */
  readonly answers: boolean;
};

/** Passages that are looked at more closely. */
const LOOKED_AT = 120;
/** A word that nobody uses tells that it is another's word, not that it matters most. */
const RAREST = 2;
/** Who and where is asked for counts however often they are named. */
const NAMED = 2;
/** What a term is worth where it stands: by its unit, by another word of its meaning, beside the sentence, in the title, elsewhere. */
const WORTH = { kind: 0.65, meaning: 0.75, beside: 0.6, title: 0.5, article: 0.2 } as const;
/** How much of what is asked an answer says itself or beside it, whatever its article is about. */
const SAID = 0.5;

const LONG = 360;

const weightOf = (term: string, index: Index<Readable>): number => Math.min(RAREST, index.idf(term));

/** How near a name is: 1 in the sentence, less beside it or in the title, 0 nowhere. */
function nearnessOf({ ways }: Name, { indexed, at }: Passage<Readable>): number {
  const has = (terms: ReadonlySet<string> | undefined): boolean =>
    terms !== undefined && ways.some((way) => way.length > 0 && way.every((term) => terms.has(term)));
  if (has(indexed.sentences[at]?.terms)) return 1;
  return has(indexed.sentences[at - 1]?.terms) || has(indexed.title) ? WORTH.beside : 0;
}

function createJudge<T extends Article>(question: Question, index: Index<T>, newest: number) {
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
    let about = 0;
    let ofQuantity = question.quantity.size === 0;
    for (const { term, weight, meanings: own } of topic) {
      ofQuantity ||= question.quantity.has(term) && (sentence?.terms.has(term) || !own.isDisjointFrom(meanings));
      // What is asked for by its kind is said by its unit: gigawatts are power, dollars a cost.
      if (sentence?.terms.has(term)) sum += weight;
      else if (ofKind && question.quantities.has(term)) sum += WORTH.kind * weight;
      else if (!own.isDisjointFrom(meanings)) sum += WORTH.meaning * weight;
      else if (indexed.sentences[at - 1]?.terms.has(term) || indexed.sentences[at + 1]?.terms.has(term))
        sum += WORTH.beside * weight;
      else if (indexed.title.has(term)) about += WORTH.title * weight;
      else if (indexed.terms.has(term)) about += WORTH.article * weight;
    }
    let near = true;
    let unnamed = 0;
    for (const { name, weight } of names) {
      const nearness = nearnessOf(name, passage);
      sum += nearness * weight;
      near &&= nearness > 0;
      if (nearness < 1) unnamed += 1;
    }
    const fit = (sum + about) / total;
    const kind = question.wants !== 'number' || question.kinds.length === 0 || ofKind;
    const age = (newest - Date.parse(indexed.article.published ?? '1970-01-01')) / (30 * DAY_MS);
    const worth =
      fit -
      Math.min(12, age) * (question.now ? 0.05 : 0.02) -
      unnamed * 0.05 -
      (pointsBack(text) ? 0.05 : 0) -
      (text.length > LONG ? 0.15 : 0) -
      (text.endsWith('?') ? 0.3 : 0) +
      (tells(question, text) ? 0.25 : 0);
    return {
      passage,
      fit,
      worth,
      unnamed,
      answers: near && kind && ofQuantity && sum / total >= SAID && holds(question, text),
    };
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
  const bait = new Set(index.articles.filter(({ sentences }) => isBait(sentences.map(({ text }) => text))));
  const judge = createJudge(question, index, newest);
  const sought = [
    ...question.topic,
    ...[...new Set(question.names.flatMap(({ ways }) => ways.flat()))].map((term) => ({ term, share: 1 })),
  ];
  return passagesFor(sought, index)
    .slice(0, LOOKED_AT)
    .filter(({ indexed, at }) => !bait.has(indexed) && isTellable(indexed.sentences[at]?.text ?? ''))
    .map(judge)
    .toSorted((a, b) => b.worth - a.worth);
}
