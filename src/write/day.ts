import { isBait } from '../language/stand.ts';
import type { Article, Quantity, Span, Story } from '../model.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { WriteInput } from './input.ts';
import { outliersOf } from './outliers.ts';
import { createTermReader, type TermReader } from './terms.ts';
import { type Known, knownFrom } from './told.ts';
import { type Opening, type TermWeights, weighTerms } from './weigh.ts';

/** A story as its writer reads it. */
export type ReadStory = {
  readonly story: Story;
  /** The source first; no copies, and nothing that is bait. */
  readonly articles: readonly Article[];
  readonly candidates: readonly Candidate[];
  readonly openings: readonly Opening[];
};

/** The day's stories read once, with what matters over all of them. */
export type Day = {
  /** When it is told, ISO 8601 in UTC. */
  readonly at: string;
  readonly stories: readonly ReadStory[];
  readonly weights: TermWeights;
  readonly termsOf: TermReader;
  readonly known: Known;
  /** How much a candidate counts for its story's rank, its article's age and what its story has that is new. */
  readonly standing: (candidate: Candidate) => number;
  /** Whether a candidate tells what is new of a story: of one that was told before, what changed. */
  readonly isNews: (candidate: Candidate) => boolean;
  /** Whether a figure of a story is news and no outlier: of one that was told before, what today's articles say. */
  readonly isNewFigure: (story: Story, quantity: Quantity) => boolean;
  /** Whether the channel could be told of an article, by its id, before. */
  readonly isBackground: (article: string) => boolean;
  /** Whether an article, by its id, leads with another number than the others of its story agree on. */
  readonly isOutlier: (article: string) => boolean;
};

/** What an article opens with, in characters. */
const LEAD = 400;
/** What was there before the window is background. */
const BACKGROUND = 0.3;
/** The share of a story's weight that does not depend on its rank. */
const ANY_RANK = 0.6;
/** What became of a story weighs a little less than one that is new. */
const CHANGED = 0.8;
/** Of a story that was told before, what says nothing of what changed since counts for this much. */
const UNCHANGED = 1 / 3;

export function readDay(input: WriteInput): Day {
  const termsOf = createTermReader();
  const known = knownFrom(
    input.told,
    termsOf,
    ({ article, start, end }) =>
      input.evidence.get(article)?.sentences.find((each) => each.start <= start && end <= each.end)?.text ?? '',
  );
  const articlesOf = (story: Story): Article[] =>
    story.articles.flatMap(({ article, role }) => {
      const sentences = input.evidence.get(article)?.sentences ?? [];
      return role === 'copy' || isBait(sentences.map(({ text }) => text)) ? [] : (input.articles.get(article) ?? []);
    });
  const ageWeight = (id: string): number => (input.fresh.has(id) ? 1 : BACKGROUND);
  const changes = new Set(
    input.stories.flatMap(({ novelty }) => novelty.changes.map(({ span }) => `${span.article} ${span.start}`)),
  );
  const isChange = ({ rests }: Pick<Candidate, 'rests'>): boolean =>
    rests.some(({ article, start }) => changes.has(`${article} ${start}`));
  /** A sentence of an update that is no change and whose figures were all told: another telling of the same fact. */
  const isRestated = ({ id, novelty }: Story, candidate: Candidate): boolean => {
    if (novelty.state !== 'update' || isChange(candidate)) return false;
    const figures = candidate.rests.flatMap(({ article, start, end }) =>
      (input.evidence.get(article)?.figures ?? []).filter((each) => start <= each.start && each.end <= end),
    );
    return figures.length > 0 && figures.every((figure) => known.hasFigure(id, { figure, witnesses: [] }));
  };
  const stories = input.stories.map((story): ReadStory => {
    const taken = story.withdrawn;
    const corrected = new Set(
      story.novelty.changes.flatMap(({ kind, span }) =>
        kind === 'correction' ? [`${span.article} ${span.start}`] : [],
      ),
    );
    const isCorrected = ({ rests }: Candidate): boolean =>
      rests.some(({ article, start }) => corrected.has(`${article} ${start}`));
    const isTaken = ({ article, start, end }: Span): boolean =>
      taken.some((each) => each.article === article && each.spans.some((span) => start < span.end && span.start < end));
    // What an article was about was taken back: it stays among the sources, and its headline is told no more.
    const articles = articlesOf(story).toSorted(
      (a, b) =>
        Number(taken.some((each) => each.article === a.id)) - Number(taken.some((each) => each.article === b.id)),
    );
    return {
      story,
      articles,
      candidates: articles.flatMap((article) => {
        const evidence = input.evidence.get(article.id);
        return evidence === undefined
          ? []
          : candidatesOf(story.id, article, evidence, termsOf, corrected).filter(
              (candidate) =>
                !candidate.rests.slice(-1).some(isTaken) &&
                // What holds instead of what was told differs from it in a number.
                (isCorrected(candidate) ||
                  (!known.hasPoint(candidate.rests, candidate.terms) && !isRestated(story, candidate))),
            );
      }),
      openings: articles.map((article) => ({
        title: termsOf(article.title),
        lead: termsOf(article.text.slice(0, LEAD)),
        weight: ageWeight(article.id),
      })),
    };
  });
  const outliers = new Set(stories.flatMap(({ articles }) => [...outliersOf(articles, input.evidence)]));
  const heaviest = Math.max(1, ...input.stories.map(({ rank }) => rank));
  const rank = new Map(input.stories.map((story) => [story.id, ANY_RANK + (1 - ANY_RANK) * (story.rank / heaviest)]));
  const updates = new Set(input.stories.filter(({ novelty }) => novelty.state === 'update').map(({ id }) => id));
  return {
    at: input.composedAt,
    stories,
    isNews: (candidate) => !updates.has(candidate.story) || isChange(candidate),
    isNewFigure: ({ novelty }, { figure, witnesses }) =>
      !outliers.has(figure.article) &&
      (novelty.state !== 'update' || [figure, ...witnesses].some(({ article }) => input.fresh.has(article))),
    weights: weighTerms(stories.flatMap(({ openings }) => openings)),
    termsOf,
    known,
    isBackground: (article) => !input.fresh.has(article),
    isOutlier: (article) => outliers.has(article),
    standing(candidate) {
      return (
        (rank.get(candidate.story) ?? 1) *
        ageWeight(candidate.article) *
        (!updates.has(candidate.story) ? 1 : isChange(candidate) ? CHANGED : UNCHANGED)
      );
    },
  };
}
