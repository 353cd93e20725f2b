import { agreement, contentOf, otherTime, overlap } from '../domain/same-figure.ts';
import type { Article, Change, Evidence, Figure, Novelty, Sentence, Span, StoryBrief, Verified } from '../model.ts';
import { type Deed, deedsIn } from './deeds.ts';
import { sentenceAt } from './quantities.ts';
import { numbersIn } from './substance.ts';
import { takesFigure, type Withdrawal } from './withdrawals.ts';

/** A story as it was told: what was said of it, with which figures, from which articles. */
export type ToldStory = Pick<StoryBrief, 'id' | 'topics' | 'articles' | 'copies' | 'quantities'> & {
  readonly headline: { readonly text: string };
  readonly points: readonly { readonly text: string }[];
};

/** What a channel was told in one edition. */
export type Told = { readonly edition: string; readonly stories: readonly ToldStory[] };

const CORRECTION = /^(?:correction|clarification|editor[’']s note)\b/i;

/** How much of a sentence's content one earlier sentence must have for it to say nothing new. */
const COVERED = 0.6;
const RESTATED = 0.3;

/** What happened stands at the top of a report; further down it is told again. */
const TOP = 3;
/** Sentences that share this much are about one matter, so that a word of one meaning in both says the same deed. */
const ONE_MATTER = 0.3;

/** What stands in this share of a story's sentences (its names, its place) says nothing new or old. */
const CONSTANT = 1 / 3;

function covers(known: Known, sentence: ReadonlySet<string>, least = COVERED): boolean {
  const content = sentence.difference(known.constants);
  return content.size === 0 || known.sentences.some((each) => each.intersection(content).size / content.size >= least);
}

function constantsOf(sentences: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(2, sentences.length * CONSTANT);
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}

const spanOf = (article: string, { start, end, text }: Sentence): Span => ({ article, start, end, text });

const TIMES = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second']);

/** A figure that is news by itself: not "two commissioners", "six hours" or a number of nothing. */
const isNews = ({ unit, text }: Figure): boolean => unit !== null && !TIMES.has(unit) && /\d/.test(text);

const NEW: Novelty = { state: 'new', changes: [], toldIn: null };

/** One story of an earlier edition. */
export type Earlier = { readonly edition: string; readonly story: ToldStory };

/** The stories of all earlier editions, in time order. */
export const earlierIn = (told: readonly Told[]): Earlier[] =>
  told.flatMap(({ edition, stories }) => stories.map((story) => ({ edition, story })));

/** Whether it was told from one of these articles. */
export const wasToldFrom = ({ story }: Earlier, articles: ReadonlySet<string>): boolean =>
  [...story.articles, ...story.copies].some((id) => articles.has(id));

/** What is known of a story already: what was told of it, and all that stood in the articles that it was told from. */
type Known = {
  readonly articles: ReadonlySet<string>;
  readonly sentences: ReadonlySet<string>[];
  readonly constants: ReadonlySet<string>;
  readonly told: readonly Verified<Figure>[];
  readonly figures: Verified<Figure>[];
  /** The numbers that were told, as they are written. */
  readonly numbers: ReadonlySet<string>;
};

function knownOf(
  stories: readonly ToldStory[],
  before: readonly string[],
  evidence: ReadonlyMap<string, Evidence>,
): Known {
  const articles = new Set([...before, ...stories.flatMap(({ articles, copies }) => [...articles, ...copies])]);
  const mined = [...articles].flatMap((id) => evidence.get(id) ?? []);
  const points = stories.flatMap(({ headline, points }) => [headline, ...points]);
  const told = stories.flatMap(({ quantities }) =>
    quantities.flatMap(({ witnesses, differences }) => [...differences.map(({ figure }) => figure), ...witnesses]),
  );
  const sentences = [...points, ...mined.flatMap((each) => each.sentences)].map(({ text }) => contentOf(text));
  return {
    articles,
    sentences,
    constants: constantsOf(sentences),
    told,
    figures: [...told, ...mined.flatMap(({ figures }) => figures)],
    numbers: numbersIn(mined.flatMap((each) => each.sentences.map(({ text }) => text)).join('\n')),
  };
}

/** What is a hundred times as large is of something else, though in one unit: a price in cents, the sum of billions that was borrowed. */
const OTHER_SIZE = 100;

function isOfOneSize(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ value }) => Math.abs(typeof value === 'number' ? value : value[1]));
  return x === undefined || y === undefined || Math.max(x, y) <= OTHER_SIZE * Math.min(x, y);
}

/** The figure that a new one takes the place of: the last told of the same concept, or one that the new sentence names. */
function replaced(figure: Verified<Figure>, sentence: Sentence, told: Known['told']): Verified<Figure> | null {
  const concept = contentOf(figure.concept ?? '');
  const found = told.findLast((each) => {
    if (agreement(each, figure) !== 'different' || each.direction !== figure.direction) return false;
    if (!isOfOneSize(each, figure)) return false;
    const [whose, other] = [contentOf(each.subject ?? ''), contentOf(figure.subject ?? '')];
    if (whose.size > 0 && other.size > 0 && whose.isDisjointFrom(other)) return false;
    if (sentence.text.includes(each.text)) return true;
    // "the electricity", "the electricity of its campus"
    const theirs = contentOf(each.concept ?? '');
    const isSameConcept =
      concept.size > 0 && theirs.size > 0 && (theirs.isSubsetOf(concept) || concept.isSubsetOf(theirs));
    return isSameConcept && !otherTime(each.when, figure.when);
  });
  return found ?? null;
}

/**
 * Whether it is about numbers that are known, or a sentence about the same matter tells of the deed in a word of one meaning. A word that stands here
 * beside the verb tells of somebody: who will lead is not told by "the chief has left", where both are about a chief.
 */
function isTold({ means, verb, numbers }: Deed, content: ReadonlySet<string>, known: Known): boolean {
  const deed = means.difference(content.difference(verb));
  return (
    (numbers.size > 0 && numbers.isSubsetOf(known.numbers)) ||
    known.sentences.some((each) => !each.isDisjointFrom(deed) && overlap(each, content) >= ONE_MATTER)
  );
}

function changesIn(article: Article, { sentences, figures }: Evidence, known: Known): Change[] {
  const changes: Change[] = [];
  const changed = new Set<Sentence>();
  for (const now of figures.filter(isNews)) {
    const sentence = sentenceAt(sentences, now.start);
    const isKnown =
      known.figures.some((each) => ['same', 'rounded'].includes(agreement(each, now) ?? '')) ||
      !numbersIn(now.text).isDisjointFrom(known.numbers);
    if (sentence === null || isKnown) continue;
    const was = replaced(now, sentence, known.told);
    known.figures.push(now);
    if (changed.has(sentence)) continue;
    changed.add(sentence);
    const kind = was === null ? 'figure' : article.supersedes === null ? 'changed figure' : 'correction';
    changes.push({ kind, span: spanOf(article.id, sentence), was, now });
  }
  const lead = sentences[0]?.text ?? '';
  const news = contentOf(`${article.title}. ${lead}`);
  const told = numbersIn(lead);
  // What a repeat adds further down about somebody else is a detail, unless it sets a date or gives a number.
  const isRepeat = covers(known, contentOf(lead)) || (told.size > 0 && told.isSubsetOf(known.numbers));
  for (const [place, sentence] of sentences.entries()) {
    const content = contentOf(sentence.text);
    if (CORRECTION.test(sentence.text) && !changed.has(sentence) && !covers(known, content)) {
      changed.add(sentence);
      changes.push({ kind: 'correction', span: spanOf(article.id, sentence), was: null, now: null });
    } else if (
      place < TOP &&
      !changed.has(sentence) &&
      !(isRepeat && content.isDisjointFrom(news) && !/\d/u.test(sentence.text)) &&
      !covers(known, content)
    ) {
      // A number that was told makes a deed another report of it, whatever verb it has; one that only says which thing is meant does not.
      const isNew = deedsIn(sentence.text).some(
        (deed) =>
          !isTold(deed, content, known) &&
          !covers(known, content, deed.numbers.isDisjointFrom(known.numbers) ? COVERED : RESTATED),
      );
      if (isNew) {
        changed.add(sentence);
        changes.push({ kind: 'decision', span: spanOf(article.id, sentence), was: null, now: null });
      }
    }
    if (changed.has(sentence)) known.sentences.push(content);
  }
  return changes;
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
    articles.flatMap(({ id }) => (fresh.has(id) ? [] : [id])),
    evidence,
  );
  const taken = withdrawals.filter(({ article }) => !known.articles.has(article));
  const takenBack = taken.map((withdrawal): Change => {
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
  const changes = [...takenBack, ...others];
  return { state: changes.length > 0 ? 'update' : 'known', changes, toldIn: last.edition };
}
