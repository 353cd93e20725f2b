import { agreement, contentOf } from '../domain/same-figure.ts';
import { DAY_MS } from '../durations.ts';
import { publishPoint } from '../evidence/verify.ts';
import type { Answer, Article, Figure, Point, Span, Superseding, Verified } from '../model.ts';
import type { Candidate } from './candidates.ts';
import { excerptsFor } from './excerpt.ts';
import { AS_MUCH } from './levels.ts';
import type { Question } from './question.ts';

/** "LIMA, Ohio (Agency) - ": where and by whom it was written is no part of what is said. */
const DATELINE = /^\p{Lu}[^\n()]{1,60}\([^()\n]{1,40}\) ?[-–—] /u;

function publish(span: Span, article: Article): Verified<Point> | null {
  const text = span.text.replace(/\s+/gu, ' ').replace(DATELINE, '');
  const published = publishPoint(text, [article], [span]);
  return published.ok ? published.point : null;
}

/** And for it to be named as the nearest that was found. */
const NEAR = 0.3;
/** And of what is asked with yes or no: a denial is worded otherwise. */
const ALIKE_NEWS = 0.26;

const dayOf = ({ passage }: Candidate<Article>): string => passage.indexed.article.published?.slice(0, 10) ?? '';

/** What is no less likely than this below another, in log odds, answers as well. */
const LIKELY = 1;
/** What one more publisher with the same number is worth, in log odds. */
const WITNESS = 1;
const WITNESSES = 3;
/** What is said at one time can contradict itself; what is said later is news. */
const AT_ONCE_MS = 3 * DAY_MS;

/** A number that more publishers tell goes before another that fewer do. */
function corroborated(
  answers: readonly Candidate<Article>[],
  all: readonly Candidate<Article>[],
): readonly Candidate<Article>[] {
  const timeOf = (candidate: Candidate<Article>): number => Date.parse(dayOf(candidate) || '1970-01-01');
  const newest = Math.max(...answers.map(timeOf));
  const witnesses = (candidate: Candidate<Article>): number => {
    const { figure } = candidate;
    if (figure === null || newest - timeOf(candidate) > AT_ONCE_MS) return 0;
    const same = all.filter(
      (other) => other.figure !== null && agreement(other.figure, figure) === 'same' && other.answers,
    );
    return new Set(same.map(({ passage }) => passage.indexed.article.publisher)).size - 1;
  };
  const weighed = answers.map((candidate) => ({
    candidate,
    worth: candidate.worth + WITNESS * Math.min(WITNESSES, witnesses(candidate)),
  }));
  return weighed.toSorted((a, b) => b.worth - a.worth).map(({ candidate }) => candidate);
}

/** Is neither told of somebody else than the other: the lease of one firm, the contract of another? */
function isOfOne(a: Figure, b: Figure): boolean {
  const [one, other] = [contentOf(a.subject ?? ''), contentOf(b.subject ?? '')];
  return one.size === 0 || other.size === 0 || !one.isDisjointFrom(other);
}

/** Best first; where it is asked what holds now, the newest of those that say as much as the best. */
function ordered(
  question: Question,
  answers: readonly Candidate<Article>[],
  all: readonly Candidate<Article>[],
): readonly Candidate<Article>[] {
  const agreed = corroborated(answers, all);
  const [first] = agreed;
  if (!question.now && question.still && first?.figure != null) {
    const { figure, fit } = first;
    const sameUnit = agreed.filter(
      (each) => each.figure?.unit === figure.unit && each.fit >= fit - AS_MUCH && isOfOne(each.figure, figure),
    );
    const newer = sameUnit.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.worth - a.worth)[0];
    return newer === undefined ? agreed : [newer, ...agreed.filter((each) => each !== newer)];
  }
  if (!question.now) return agreed;
  const best = first === undefined ? 0 : first.fit - (question.wants === null ? ALIKE_NEWS : AS_MUCH);
  const alike = answers.filter(({ fit, worth }) => fit >= best && worth >= (first?.worth ?? 0) - LIKELY);
  const newestFirst = alike.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.worth - a.worth);
  return [...newestFirst, ...agreed.filter((candidate) => !alike.includes(candidate))];
}

function pointOf(question: Question, { passage }: Candidate<Article>): Verified<Point> | null {
  const span = excerptsFor(question)(passage);
  return span === null ? null : publish(span, passage.indexed.article);
}

type Told = { readonly point: Verified<Point>; readonly candidate: Candidate<Article> };

function firstPoint(question: Question, candidates: readonly Candidate<Article>[]): Told | null {
  for (const candidate of candidates) {
    const point = pointOf(question, candidate);
    if (point !== null) return { point, candidate };
  }
  return null;
}

/** Another value of the same thing for the same time. */
const isOtherWord = (earlier: Figure | null, figure: Figure): boolean =>
  earlier !== null &&
  agreement(earlier, figure) === 'different' &&
  earlier.unit === figure.unit &&
  earlier.when === figure.when &&
  earlier.standing === figure.standing &&
  [earlier.concept, figure.concept].every((concept) => concept !== null) &&
  !contentOf(earlier.concept ?? '').isDisjointFrom(contentOf(figure.concept ?? ''));

/** What was told before of the number that answers: what was taken back, else what an older article or another publisher says of it. */
function supersededBy(
  { figure, passage, fit }: Candidate<Article>,
  candidates: readonly Candidate<Article>[],
): Superseding | null {
  if (figure === null) return null;
  const day = passage.indexed.article.published ?? '';
  const older = candidates.filter((each) => (each.passage.indexed.article.published ?? '') < day);
  const gone = older.find(({ withdrawn }) => withdrawn !== null)?.withdrawn;
  if (gone != null) return { how: 'corrected', before: gone };
  const before = older.find((each) => each.answers && each.fit >= fit - AS_MUCH && isOtherWord(each.figure, figure));
  if (before?.figure != null) return { how: 'newer', before: before.figure };
  const { publisher } = passage.indexed.article;
  const other = candidates.find(
    (each) =>
      each.passage.indexed.article.publisher !== publisher &&
      each.answers &&
      each.fit >= fit - AS_MUCH &&
      isOtherWord(each.figure, figure),
  );
  return other?.figure == null ? null : { how: 'differs', before: other.figure };
}

const told = (points: readonly Verified<Point>[]): Answer => ({
  points,
  abstained: false,
  nearest: [],
  choice: null,
  supersedes: null,
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
  const answers = candidates.filter((candidate) => candidate.answers);
  const found = firstPoint(question, ordered(question, answers, candidates));
  if (found !== null) return { ...told([found.point]), supersedes: supersededBy(found.candidate, candidates) };
  // Whoever is told the nearest has not been told whom "the company" means.
  const nearest = firstPoint(
    { ...question, names: [] },
    candidates.filter(({ fit }) => fit >= NEAR),
  );
  return { ...told([]), abstained: true, nearest: nearest === null ? [] : [nearest.point] };
}
