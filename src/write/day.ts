import { isBait } from '../language/stand.ts';
import type { Article, Story } from '../model.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { WriteInput } from './input.ts';
import { createTermReader, type TermReader } from './terms.ts';
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
  readonly stories: readonly ReadStory[];
  readonly weights: TermWeights;
  readonly termsOf: TermReader;
  /** How much a candidate counts for its story's rank, its article's age and what its story has that is new. */
  readonly standing: (candidate: Candidate) => number;
  /** Whether an article, by its id, was published before the window. */
  readonly isBackground: (article: string) => boolean;
};

/** What an article opens with, in characters. */
const LEAD = 400;
/** What was published before the window is background; what has no date may be. */
const BACKGROUND = 0.3;
const UNDATED = 0.75;
/** The share of a story's weight that does not depend on its rank. */
const ANY_RANK = 0.6;
/** A sentence that says what changed since it was told last comes first. */
const CHANGED = 3;

function ageWeight({ published }: Article, from: string): number {
  return published === null ? UNDATED : published < from ? BACKGROUND : 1;
}

export function readDay(input: WriteInput): Day {
  const termsOf = createTermReader();
  const articlesOf = (story: Story): Article[] =>
    story.articles.flatMap(({ article, role }) => {
      const sentences = input.evidence.get(article)?.sentences ?? [];
      return role === 'copy' || isBait(sentences.map(({ text }) => text)) ? [] : (input.articles.get(article) ?? []);
    });
  const { from } = input.window;
  const stories = input.stories.map((story): ReadStory => {
    const articles = articlesOf(story);
    return {
      story,
      articles,
      candidates: articles.flatMap((article) => {
        const evidence = input.evidence.get(article.id);
        return evidence === undefined ? [] : candidatesOf(story.id, article, evidence, termsOf);
      }),
      openings: articles.map((article) => ({
        title: termsOf(article.title),
        lead: termsOf(article.text.slice(0, LEAD)),
        weight: ageWeight(article, from),
      })),
    };
  });
  const heaviest = Math.max(1, ...input.stories.map(({ rank }) => rank));
  const rank = new Map(input.stories.map((story) => [story.id, ANY_RANK + (1 - ANY_RANK) * (story.rank / heaviest)]));
  const changes = new Set(
    input.stories.flatMap(({ novelty }) => novelty.changes.map(({ span }) => `${span.article} ${span.start}`)),
  );
  return {
    stories,
    weights: weighTerms(stories.flatMap(({ openings }) => openings)),
    termsOf,
    isBackground: (article) => (input.articles.get(article)?.published ?? from) < from,
    standing(candidate) {
      const article = input.articles.get(candidate.article);
      const changed = candidate.rests.some(({ article, start }) => changes.has(`${article} ${start}`));
      return (
        (rank.get(candidate.story) ?? 1) *
        (article === undefined ? 0 : ageWeight(article, from)) *
        (changed ? CHANGED : 1)
      );
    },
  };
}
