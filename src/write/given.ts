import { inFull } from '../domain/in-full.ts';
import type { Article, Figure } from '../model.ts';
import type { Candidate } from './candidates.ts';
import type { Day, ReadStory } from './day.ts';
import { overlap } from './terms.ts';
import { gain, weighTerms } from './weigh.ts';

const writtenOf = ({ text, value, unit }: Figure): string => inFull(text, value, unit);

/** A sentence that a model may rest on, by its id in this request. */
export type Given = { readonly id: string; readonly candidate: Candidate };

/** A model reads the sentences that matter, not the articles: more cost more and change little. */
const MOST = {
  sentences: 12,
  characters: 1_700,
  articles: 4,
  title: 90,
  told: 3,
  changes: 3,
  differences: 2,
  sides: 3,
} as const;
/** How much more a sentence weighs that another source contradicts. */
const DISPUTED = 3;
/** From here on one sentence is the other again, out of a copy that was worked over. */
const COPY = 0.8;

const holds = ({ rests }: Candidate, { article, start, end }: Figure): boolean =>
  rests.some((span) => span.article === article && span.start <= start && end <= span.end);

/** Where publishers give different values for one quantity: one figure a publisher, the shown one first. */
function disputes({ story, articles }: ReadStory): { readonly of: string; readonly sides: readonly Figure[] }[] {
  const publisherOf = new Map(articles.map(({ id, publisher }) => [id, publisher]));
  return story.quantities.flatMap(({ figure, differences }) => {
    const others = differences.filter(({ kind }) => kind === 'disagreement' || kind === 'estimates');
    const sides = new Map<string, Figure>();
    for (const side of [figure, ...others.map((other) => other.figure)]) {
      const publisher = publisherOf.get(side.article);
      if (publisher !== undefined && !sides.has(publisher)) sides.set(publisher, side);
    }
    return sides.size < 2
      ? []
      : [{ of: figure.concept ?? figure.caption ?? 'figure', sides: [...sides.values()].slice(0, MOST.sides) }];
  });
}

/** The weightiest sentences of a story in reading order, none of them twice; those that sources differ in first. */
export function givenOf(read: ReadStory): Given[] {
  const weights = weighTerms(read.openings);
  const none = new Map<string, number>();
  const disputed = disputes(read)
    .slice(0, MOST.differences)
    .flatMap(({ sides }) => sides);
  const ranked = read.candidates
    .map((candidate, order) => {
      const isSide = disputed.some((figure) => holds(candidate, figure));
      return { candidate, order, value: gain(candidate, weights, none) * (isSide ? DISPUTED : 1) };
    })
    .toSorted((a, b) => b.value - a.value);
  const chosen: typeof ranked = [];
  const articles = new Set<string>();
  let room: number = MOST.characters;
  for (const entry of ranked) {
    if (chosen.length >= MOST.sentences) break;
    const length = entry.candidate.own.length + (entry.candidate.before?.length ?? 0);
    const isCopy = chosen.some(({ candidate }) => overlap(candidate.terms, entry.candidate.terms) >= COPY);
    const { article } = entry.candidate;
    const isOneTooMany = !articles.has(article) && articles.size >= MOST.articles;
    if (isCopy || isOneTooMany || length > room) continue;
    articles.add(article);
    chosen.push(entry);
    room -= length;
  }
  return chosen
    .toSorted((a, b) => a.order - b.order)
    .map(({ candidate }, index) => ({ id: `s${index + 1}`, candidate }));
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** "Tue 24 Nov 2026, 05:00 UTC": a model counts no weekdays. */
export function dayInWords(at: string): string {
  const date = new Date(at);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date);
  return `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short', year: 'numeric' })}, ${part({ hour: '2-digit', minute: '2-digit' })} UTC`;
}

/** What a model is told of a story beside its sentences: its articles, what its reader was told, what changed, where sources differ. */
export function storyInputs(day: Day, read: ReadStory, given: readonly Given[]): Record<string, string> {
  const used = new Set(given.map(({ candidate }) => candidate.article));
  const articles = read.articles.filter(({ id }) => used.has(id));
  const numberOf = (id: string): number => articles.findIndex((article) => article.id === id) + 1;
  const publisherOf = (id: string): string => read.articles.find((article) => article.id === id)?.publisher ?? '';
  return {
    articles: JSON.stringify(
      articles.map(({ publisher, title, published }, index) => ({
        article: index + 1,
        publisher,
        title: cut(title, MOST.title),
        ...(published === null ? {} : { published: dayInWords(published) }),
      })),
    ),
    sentences: JSON.stringify(
      given.map(({ id, candidate: { own, before, article } }) => ({
        id,
        article: numberOf(article),
        ...(before === null ? {} : { before }),
        text: own,
      })),
    ),
    known: JSON.stringify(day.known.linesOf(read.story.id).slice(0, MOST.told)),
    changed: JSON.stringify(
      read.story.novelty.changes.slice(0, MOST.changes).map(({ kind, was, now, span }) => ({
        what: kind,
        ...(was === null || now === null
          ? { says: cut(span.text, 200) }
          : { was: writtenOf(was), now: writtenOf(now) }),
      })),
    ),
    differing: JSON.stringify(
      disputes(read)
        .map(({ of, sides }) => ({
          of,
          // What a model cannot cite it cannot tell.
          sides: sides.flatMap((figure) => {
            const id = given.find(({ candidate }) => holds(candidate, figure))?.id;
            return id === undefined ? [] : [{ publisher: publisherOf(figure.article), says: writtenOf(figure), id }];
          }),
        }))
        .filter(({ sides }) => sides.length > 1)
        .slice(0, MOST.differences),
    ),
  };
}

/** The articles of a story that these passages stand in. */
export const articlesIn = (read: ReadStory, ids: readonly string[]): Article[] =>
  read.articles.filter(({ id }) => ids.includes(id));
