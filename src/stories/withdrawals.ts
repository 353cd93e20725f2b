import { agreement, contentOf, overlap } from '../domain/same-figure.ts';
import type { Article, Evidence, Figure, Sentence, Span, Verified } from '../model.ts';
import { correctionIn, isNumber, type WrongNumber } from './corrections.ts';
import { denialIn, UNVOUCHED } from './denials.ts';
import { sentenceAt } from './quantities.ts';

/** What an article takes back of what others, or its own publisher, said before. */
export type Withdrawal = {
  readonly article: string;
  readonly kind: 'correction' | 'denial';
  /** The sentence that says so, or what holds now. */
  readonly span: Span;
  /** Sentences of it that only say again what was wrong: without the next one they would assert it. */
  readonly repeats: readonly Span[];
  /** The figures that do not hold, as they stand in it, and those of its title as text; what holds instead. */
  readonly figures: readonly Verified<Figure>[];
  readonly numbers: readonly WrongNumber[];
  readonly right: Verified<Figure> | null;
  /** The content of what is denied; empty for a correction. */
  readonly claim: ReadonlySet<string>;
  /** Whether it speaks of something said before; a sentence that only says that something is not so denies what nobody vouched for. */
  readonly isOutright: boolean;
};

export type Withdrawals = ReadonlyMap<string, Withdrawal>;

const spanOf = (article: string, { start, end, text }: Sentence): Span => ({ article, start, end, text });

/** A report that nobody vouches for, as what its title says. */
type Rumour = { readonly article: string; readonly news: ReadonlySet<string> };

/** Words that a sentence which denies, and what it denies, must share at least where it does not speak of a report. */
const FEWEST_SHARED = 3;
/** And the clause itself more than a name: "Maro did not reply" denies nothing. */
const FEWEST_OWN = 2;
/** Half of what is denied, in an article's own title: then it is that article's news that is denied. */
const SAME_CLAIM = 0.5;
/** How much of a text says whose word it is. */
const LEAD = 400;

const share = (claim: ReadonlySet<string>, content: ReadonlySet<string>): number =>
  claim.size === 0 ? 0 : claim.intersection(content).size / claim.size;

const answersTo = (claim: ReadonlySet<string>, news: ReadonlySet<string>): boolean =>
  claim.intersection(news).size >= FEWEST_SHARED && share(news, claim) >= SAME_CLAIM;

const isRumour = ({ title, text }: Article): boolean => UNVOUCHED.test(`${title}. ${text.slice(0, LEAD)}`);

/** One correction or one denial, in its title or at its top; null for a report like any other. */
function withdrawalIn(article: Article, evidence: Evidence, rumours: readonly Rumour[]): Withdrawal | null {
  const of = (sentence: Sentence): Span => spanOf(article.id, sentence);
  const corrected = correctionIn(article, evidence);
  if (corrected !== null) {
    const { told, repeats, wrong, numbers, right } = corrected;
    const taken = { figures: wrong, numbers, right, repeats: repeats.map(of), claim: new Set<string>() };
    return { article: article.id, kind: 'correction', span: of(told), ...taken, isOutright: true };
  }
  const denied = denialIn(article, evidence, (claim, part) =>
    rumours.some(
      ({ article: other, news }) =>
        other !== article.id && answersTo(claim, news) && part.intersection(news).size >= FEWEST_OWN,
    ),
  );
  if (denied === null) return null;
  const { said, claim, isOutright } = denied;
  const taken = { figures: [], numbers: [], right: null, repeats: [], claim };
  return { article: article.id, kind: 'denial', span: of(said), ...taken, isOutright };
}

/** What these articles take back, by the article that does. */
export function withdrawalsAmong(articles: readonly Article[], evidence: ReadonlyMap<string, Evidence>): Withdrawals {
  const rumours = articles.filter(isRumour).map(({ id, title }): Rumour => ({ article: id, news: contentOf(title) }));
  return new Map(
    articles.flatMap((article) => {
      const mined = evidence.get(article.id);
      const withdrawal = mined === undefined ? null : withdrawalIn(article, mined, rumours);
      return withdrawal === null ? [] : [[article.id, withdrawal] as const];
    }),
  );
}

/** Whether a withdrawal takes back something that another article says. */
export function takesFrom(withdrawal: Withdrawal, other: Article, evidence: ReadonlyMap<string, Evidence>): boolean {
  const mined = other.id === withdrawal.article ? undefined : evidence.get(other.id);
  return mined !== undefined && takenBack(withdrawal, other, mined).spans.length > 0;
}

/** Sentences that share this much, and so many words, say one thing with another number. */
const ONE_STATEMENT = { share: 0.6, words: 2 };

/** Whether a withdrawal takes back a figure, which stands in this sentence; where it does not name what was wrong, the one that its sentence has another number for. */
export function takesFigure(
  { kind, figures, numbers, right, span }: Withdrawal,
  figure: Figure,
  sentence: string,
): boolean {
  if (figures.length > 0 || numbers.length > 0)
    return (
      figures.some((wrong) => agreement(wrong, figure) === 'same') || numbers.some((number) => isNumber(number, figure))
    );
  if (kind !== 'correction' || right === null || agreement(right, figure) !== 'different') return false;
  const [says, said] = [contentOf(span.text), contentOf(sentence)];
  return overlap(says, said) >= ONE_STATEMENT.share && says.intersection(said).size >= ONE_STATEMENT.words;
}

/** Whether what an article was about is what a denial denies. */
function takesWhole({ kind, claim, isOutright }: Withdrawal, article: Article): boolean {
  if (kind !== 'denial') return false;
  const news = contentOf(article.title);
  // "..., its finance chief said, contradicting a report": what is said beside the denial is no part of what was reported.
  if (isOutright) return claim.size > 1 && (share(claim, news) >= SAME_CLAIM || answersTo(claim, news));
  return answersTo(claim, news) && isRumour(article);
}

/** The figures and sentences of an earlier article that a withdrawal takes back. */
export function takenBack(
  withdrawal: Withdrawal,
  article: Article,
  { sentences, figures }: Evidence,
): { readonly whole: boolean; readonly spans: readonly Span[] } {
  const { kind, claim, isOutright } = withdrawal;
  const whole = takesWhole(withdrawal, article);
  const wrong = figures.filter((figure) =>
    takesFigure(withdrawal, figure, sentenceAt(sentences, figure.start)?.text ?? ''),
  );
  const spans = sentences.filter(
    ({ start, end, text }) =>
      whole ||
      wrong.some((figure) => start <= figure.start && figure.end <= end) ||
      (kind === 'denial' && isOutright && claim.size > 2 && share(claim, contentOf(text)) > SAME_CLAIM),
  );
  return { whole, spans: spans.map((sentence) => spanOf(article.id, sentence)) };
}
