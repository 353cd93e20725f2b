import { agreement, contentOf, otherTime } from '../domain/same-figure.ts';
import { type Learned, learnedOf } from '../learned/trees.ts';
import type { Article, Change, Evidence, Figure, Novelty, Span, Verified } from '../model.ts';
import { once } from '../once.ts';
import { type Known, knownOf, type ToldStory } from './news/known.ts';
import stored from './news/model.json' with { type: 'json' };
import { type Sight, sightsOf } from './news/sight.ts';
import { TRAITS } from './news/traits.ts';
import { sentenceAt } from './quantities.ts';
import { takesFigure, type Withdrawal } from './withdrawals.ts';

export type { ToldStory } from './news/known.ts';

/** What a channel was told in one edition. */
export type Told = { readonly edition: string; readonly stories: readonly ToldStory[] };

/** From which log odds on a sentence tells something new, since to be told twice is better than never; and another of an article that does. */
const IS_NEWS = -0.2;
const IS_NEWS_TOO = -1;

const learned = once((): Learned<Sight> => learnedOf(stored, TRAITS));

const CORRECTION = /^(?:correction|clarification|editor[’']s note)\b/i;

const NEW: Novelty = { state: 'new', changes: [], toldIn: null };

/** One story of an earlier edition. */
export type Earlier = { readonly edition: string; readonly story: ToldStory };

/** The stories of all earlier editions, in time order. */
export const earlierIn = (told: readonly Told[]): Earlier[] =>
  told.flatMap(({ edition, stories }) => stories.map((story) => ({ edition, story })));

/** Whether it was told from one of these articles. */
export const wasToldFrom = ({ story }: Earlier, articles: ReadonlySet<string>): boolean =>
  [...story.articles, ...story.copies].some((id) => articles.has(id));

/** What is a hundred times as large is of something else, though in one unit: a price in cents, the sum of billions that was borrowed. */
const OTHER_SIZE = 100;

function isOfOneSize(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ value }) => Math.abs(typeof value === 'number' ? value : value[1]));
  return x === undefined || y === undefined || Math.max(x, y) <= OTHER_SIZE * Math.min(x, y);
}

/** The figure that a new one takes the place of: the last told of the same concept, or one that the new sentence names. */
function replaced(figure: Verified<Figure>, sentence: string, told: Known['told']): Verified<Figure> | null {
  const concept = contentOf(figure.concept ?? '');
  const found = told.findLast((each) => {
    if (agreement(each, figure) !== 'different' || each.direction !== figure.direction) return false;
    if (!isOfOneSize(each, figure)) return false;
    const [whose, other] = [contentOf(each.subject ?? ''), contentOf(figure.subject ?? '')];
    if (whose.size > 0 && other.size > 0 && whose.isDisjointFrom(other)) return false;
    if (sentence.includes(each.text)) return true;
    // "the electricity", "the electricity of its campus"
    const theirs = contentOf(each.concept ?? '');
    const isSameConcept =
      concept.size > 0 && theirs.size > 0 && (theirs.isSubsetOf(concept) || concept.isSubsetOf(theirs));
    return isSameConcept && !otherTime(each.when, figure.when);
  });
  return found ?? null;
}

/** What the sentences of an article tell that nobody was told. */
function changesIn(article: Article, evidence: Evidence, known: Known): Change[] {
  const seen = sightsOf(article, evidence, known).map((sight) => ({ sight, worth: learned().of(sight) }));
  if (!seen.some(({ worth }) => worth >= IS_NEWS)) return [];
  return seen.flatMap(({ sight, worth }): Change[] => {
    if (worth < IS_NEWS_TOO) return [];
    const sentence = evidence.sentences[sight.at];
    if (sentence === undefined) return [];
    const span: Span = { article: article.id, start: sentence.start, end: sentence.end, text: sentence.text };
    const now = sight.figures.find((each) => sight.piece.fresh.has(each)) ?? null;
    const was = now === null ? null : replaced(now, sentence.text, known.told);
    known.sentences.push(sight.content);
    known.figures.push(...sight.figures);
    if (CORRECTION.test(sentence.text)) return [{ kind: 'correction', span, was, now }];
    if (now === null) return [{ kind: 'decision', span, was, now }];
    return [
      { kind: was === null ? 'figure' : article.supersedes === null ? 'changed figure' : 'correction', span, was, now },
    ];
  });
}

/**
 * What a story has that a channel was not told: a figure, a changed figure, a decision, a denial, a correction. `articles` are the
 * story's without copies, `tellings` the earlier ones of it in time order, `fresh` what the channel could not be told of before. Nothing that
 * stood in an article of an earlier telling, or in one that was there then, is new.
 */
export function noveltyOf(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  tellings: readonly Earlier[],
  fresh: ReadonlySet<string>,
  withdrawals: readonly Withdrawal[],
): Novelty {
  const last = tellings.at(-1);
  if (last === undefined) return NEW;
  const known = knownOf(
    tellings.map(({ story }) => story),
    articles.filter(({ id }) => !fresh.has(id)),
    evidence,
  );
  const taken = withdrawals.filter(({ article }) => !known.articles.has(article));
  const first = taken.map((withdrawal): Change => {
    const { kind, span, right, figures } = withdrawal;
    const was =
      known.told.findLast((told) => {
        const sentences = evidence.get(told.article)?.sentences ?? [];
        return takesFigure(withdrawal, told, sentenceAt(sentences, told.start)?.text ?? '');
      }) ??
      // Told in a headline and not as a figure: it stands in the correction as what was wrong.
      (right === null ? undefined : figures[0]) ??
      null;
    return { kind, span, was, now: right };
  });
  const others = articles
    .filter(({ id }) => !known.articles.has(id) && !taken.some(({ article }) => article === id))
    .flatMap((article) => {
      const mined = evidence.get(article.id);
      return mined === undefined ? [] : changesIn(article, mined, known);
    });
  const changes = [...first, ...others];
  return { state: changes.length > 0 ? 'update' : 'known', changes, toldIn: last.edition };
}
