import { DAY_MS } from '../durations.ts';
import { isAnchored, isTellable, pointsBack } from '../language/stand.ts';
import type { Article, Point, Verified } from '../model.ts';
import { coresOf } from '../reading/core.ts';
import { type Candidate, isAboutText } from './candidates.ts';
import { type Bounds, choose } from './choose.ts';
import type { Day, ReadStory } from './day.ts';
import { headlineFrom } from './headline.ts';
import type { Publisher } from './publish.ts';
import { overlap, type Terms } from './terms.ts';
import { weighTerms } from './weigh.ts';

/** What a writer makes of a story. */
export type Draft = { readonly headline: Verified<Point>; readonly points: readonly Verified<Point>[] };

/** How many of a story's titles are tried. */
const TITLES = 6;
/** A headline's length where a lead sentence of this length tells enough of the same, and how far down the lead goes. */
const HEADLINE = { characters: 140, comfortable: 100, sentences: 3, alike: 0.4 };
/** Below its headline a sentence may say "the draft"; alone it counts for less. */
const HANGING = 0.5;
/** A point of a story is a sentence, not a paragraph. */
const POINT = 320;

/** Somebody's words have a place of their own, with name and role. */
const isSpeech = ({ text }: Candidate): boolean => /^["“‘]/.test(text);

/** "On our numbers, we read it as": whose words they are, a headline does not tell. */
const isOurs = ({ text }: Candidate): boolean => /\b(?:[Ww]e|[Oo]ur|us)\b/u.test(text);

/** "Today reported results for the first quarter": that they are out, and nothing of what they are. */
const RESULTS_ARE_OUT =
  /\b(?:reports?|reported|announces?|announced|released?|publish(?:es|ed)) (?:\S+ ){0,4}?(?:results|earnings)\b(?! (?:of|that))/;
const EMPTY = 0.2;
const isEmpty = ({ text }: Candidate): boolean =>
  RESULTS_ARE_OUT.test(text) && !/[\p{Sc}%]|\b(?:million|billion|percent|per cent)\b/u.test(text);

/** What a reader with two minutes must know: the sentences that carry most of the day, over its stories. */
export function extractInShort(
  day: Day,
  bounds: Bounds,
  publisher: Publisher,
): { story: string; point: Verified<Point> }[] {
  const told = day.stories
    .flatMap(({ candidates }) => candidates)
    .filter((each) => day.isNews(each) && !isSpeech(each) && !day.isOutlier(each.article));
  const chosen = choose(told, {
    bounds,
    weights: day.weights,
    standing: (candidate) =>
      day.standing(candidate) * (isAnchored(candidate.text) ? 1 : HANGING) * (isEmpty(candidate) ? EMPTY : 1),
    // One story after the other, and a second point only where there is room for more points than stories.
    perStory: Math.ceil(bounds.points / Math.max(1, day.stories.length)),
    told: [],
    publish(candidate, room) {
      const point = publisher.candidate(candidate, room);
      return point === null ? null : { value: point, length: point.text.length };
    },
  });
  return chosen.map(({ candidate, value }) => ({ story: candidate.story, point: value }));
}

/** The sentences that carry most of a story beside what was told of it already. */
function extractPoints(
  day: Day,
  read: ReadStory,
  count: number,
  told: readonly Terms[],
  publisher: Publisher,
): Verified<Point>[] {
  const news = read.candidates.filter(({ article }) => !day.isBackground(article));
  const chosen = choose(news.length > 0 ? news : read.candidates, {
    bounds: { points: count, characters: count * POINT },
    weights: weighTerms(read.openings),
    standing: day.standing,
    perStory: count,
    told,
    publish(candidate) {
      const point = publisher.candidate(candidate, POINT);
      return point === null ? null : { value: point, length: point.text.length };
    },
  });
  return chosen.map(({ value }) => value);
}

/** The publishers' own headline where its article carries it, else the sentence that carries most of the story. */
export function extractHeadline(day: Day, read: ReadStory, publisher: Publisher): Verified<Point> | null {
  const taken = new Set(read.story.withdrawn.flatMap(({ article, by }) => (article === by ? [] : [article])));
  const changed = new Set(read.story.novelty.changes.map(({ span }) => span.article));
  const standing = read.articles.filter(({ id }) => !taken.has(id));
  const news = standing.filter(({ id }) => !day.isBackground(id));
  // The headline of an update is its own: that of an article which says what changed.
  const isUpdate = read.story.novelty.state === 'update' && news.length > 0;
  const newsFirst = isUpdate
    ? news.toSorted((a, b) => Number(changed.has(b.id)) - Number(changed.has(a.id)))
    : [...news, ...standing.filter((article) => !news.includes(article))];
  // What happened a day before is no headline of what has happened since.
  const at = ({ published, fetched }: Article): number => Date.parse(published ?? fetched);
  const latest = Math.max(...newsFirst.map(at));
  const isCurrent = (article: Article): boolean => latest - at(article) < DAY_MS;
  const titled = newsFirst.filter((article) => !day.isOutlier(article.id) && isCurrent(article));
  for (const article of titled.slice(0, TITLES)) {
    const title = headlineFrom(article.title);
    const published = title === null ? null : publisher.text(read.story.id, title, [article]);
    if (published?.ok) return published.point;
  }
  const carrying = (candidates: readonly Candidate[], characters: number) =>
    choose(candidates, {
      bounds: { points: 1, characters },
      weights: weighTerms(read.openings),
      standing: day.standing,
      perStory: 1,
      told: [],
      publish(candidate, room) {
        const point = publisher.candidate(candidate, room);
        return point === null ? null : { value: point, length: point.text.length };
      },
    })[0]?.value;
  const unlessNone = (all: readonly Candidate[], wanted: (each: Candidate) => boolean): readonly Candidate[] => {
    const some = all.filter(wanted);
    return some.length > 0 ? some : all;
  };
  const current = new Set(newsFirst.filter(isCurrent).map(({ id }) => id));
  const standingAlone = unlessNone(
    read.candidates.filter(({ article }) => !day.isOutlier(article)),
    ({ article }) => current.has(article),
  );
  const ofToday = unlessNone(standingAlone, ({ article }) => !isUpdate || !day.isBackground(article));
  const candidates = unlessNone(ofToday, (each) => !isOurs(each) && !isSpeech(each));
  const leads = candidates.filter(({ place }) => place < HEADLINE.sentences);
  const best = carrying(leads, POINT) ?? carrying(candidates, POINT);
  if (best !== undefined) {
    const brief = best.text.length > HEADLINE.characters ? carrying(leads, HEADLINE.characters) : best;
    const alike = brief !== undefined && overlap(day.termsOf(brief.text), day.termsOf(best.text)) >= HEADLINE.alike;
    return asHeadline(alike ? brief : best, read, publisher);
  }
  // No sentence stands alone: the first that is news, word for word, is better than no story.
  for (const article of newsFirst) {
    const first = article.text.split('\n').find((line) => line.trim() !== '' && isTellable(line) && !isAboutText(line));
    const published = first === undefined ? null : publisher.text(read.story.id, first, [article]);
    if (published?.ok) return published.point;
  }
  return null;
}

/**
 * A sentence as a headline: what happened, without the day and what stands beside it, since the sentence itself may be told in full; the longest such form
 * that is short enough and that the gate passes. A headline has no full stop.
 */
function asHeadline(point: Verified<Point>, read: ReadStory, publisher: Publisher): Verified<Point> {
  const articles = read.articles.filter(({ id }) => point.cites.some(({ article }) => article === id));
  const cores = coresOf(point.text);
  const isShort = (form: string): boolean => form.length <= HEADLINE.comfortable;
  const shorter = [...cores.filter(isShort), ...cores.filter((form) => !isShort(form)).toReversed()];
  // "Which took customers offline": what is left of a sentence may lean on what was cut.
  const forms = [...shorter.filter((form) => pointsBack(point.text) || !pointsBack(form)), point.text];
  for (const form of forms) {
    const published = publisher.text(read.story.id, form.replace(/\.$/u, ''), articles, point.cites);
    if (published.ok) return published.point;
  }
  return point;
}

/** A story in its articles' own sentences, beside what the debrief has said so far; null where none of them can be told. */
export function extractStory(
  day: Day,
  read: ReadStory,
  count: number,
  said: readonly Terms[],
  publisher: Publisher,
): Draft | null {
  const headline = extractHeadline(day, read, publisher);
  if (headline === null) return null;
  return { headline, points: extractPoints(day, read, count, [...said, day.termsOf(headline.text)], publisher) };
}
