import { type Relevance, relevanceOf } from '../domain/relevance.ts';
import { HOUR_MS } from '../durations.ts';
import type { Article, Evidence, Figure, Story, StoryArticle, Withdrawn } from '../model.ts';
import { copySets } from './copies.ts';
import { storyIdOf } from './group.ts';
import { type Earlier, noveltyOf } from './novelty.ts';
import { independent, statementsAmong, voiceOf } from './publishers.ts';
import { quantitiesOf } from './quantities.ts';
import { rankOf } from './rank.ts';
import { takenBack, type Withdrawal, type Withdrawals } from './withdrawals.ts';

/** How many reports, and how much of each, tell what a story is about. */
const REPORTS_READ = 3;
const LEAD_CHARACTERS = 500;

export type Assembled = { readonly story: Story; readonly source: Article };

/** When an article came out, as far as is known. */
export const atOf = (article: Article): string => article.published ?? article.fetched;

/** How good a source is: a report before a statement, then what has figures, quotes and its whole text. */
function worth(article: Article, statement: boolean, evidence: ReadonlyMap<string, Evidence>): number {
  const mined = evidence.get(article.id);
  const figures = Math.min(3, (mined?.figures.length ?? 0) / 4);
  const quotes = Math.min(2, (mined?.quotes.length ?? 0) / 2);
  return (statement ? 0 : 6) + figures + quotes + (article.origin === 'page' ? 1 : 0);
}

/** What later articles of a story take back of its earlier ones, and of what they quote of them. */
function withdrawnFrom(
  inOrder: readonly Article[],
  withdrawals: readonly Withdrawal[],
  evidence: ReadonlyMap<string, Evidence>,
): Withdrawn[] {
  return inOrder.flatMap((article, place) => {
    const mined = evidence.get(article.id);
    if (mined === undefined) return [];
    return withdrawals.flatMap((withdrawal) => {
      if (withdrawal.article === article.id) {
        const { repeats } = withdrawal;
        return repeats.length === 0 ? [] : [{ article: article.id, whole: false, spans: repeats, by: article.id }];
      }
      const isLater = inOrder.findIndex(({ id }) => id === withdrawal.article) > place;
      const taken = isLater ? takenBack(withdrawal, article, mined) : null;
      if (taken === null || (!taken.whole && taken.spans.length === 0)) return [];
      return [{ article: article.id, ...taken, by: withdrawal.article }];
    });
  });
}

/** The evidence without the figures that do not hold. */
function standing(
  evidence: ReadonlyMap<string, Evidence>,
  withdrawn: readonly Withdrawn[],
  withdrawals: readonly Withdrawal[],
): ReadonlyMap<string, Evidence> {
  if (withdrawals.length === 0) return evidence;
  const isWrong = ({ article, start, end }: Figure): boolean =>
    withdrawn.some(
      (each) => each.article === article && each.spans.some((span) => span.start <= start && end <= span.end),
    ) ||
    withdrawals.some(
      (each) => each.article === article && each.figures.some((wrong) => wrong.start === start && wrong.end === end),
    );
  const concerned = new Set([...withdrawn, ...withdrawals].map(({ article }) => article));
  return new Map(
    Array.from(evidence, ([id, mined]) => [
      id,
      concerned.has(id) ? { ...mined, figures: mined.figures.filter((figure) => !isWrong(figure)) } : mined,
    ]),
  );
}

/** What a group of articles is about, by its titles and leads. */
export function aboutOf(members: readonly Article[]): Relevance {
  const read = members.slice(0, REPORTS_READ);
  return relevanceOf(
    read.map(({ title }) => title).join('\n'),
    read.map(({ text }) => text.slice(0, LEAD_CHARACTERS)).join('\n'),
  );
}

/**
 * Makes a story of the articles that were grouped: whose word each is, the figures side by side, what is new since `earlier` (what
 * was told of it, in time order) and its rank at `now`. `followed` are the words of a channel that it names. Needs one article.
 */
export function assemble(
  members: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  context: {
    readonly now: string;
    readonly earlier: readonly Earlier[];
    readonly fresh: ReadonlySet<string>;
    readonly followed: readonly string[];
    readonly about: Relevance;
    readonly withdrawals: Withdrawals;
  },
): Assembled {
  const { now, earlier, fresh, followed, about } = context;
  const corrections = new Set(
    [...context.withdrawals.values()].filter(({ kind }) => kind === 'correction').map(({ article }) => article),
  );
  const copyOf = new Map(
    copySets(members, evidence, corrections).flatMap(({ source, copies }) =>
      copies.map(({ article, altered }) => [article, { source, altered }] as const),
    ),
  );
  const inOrder = members.toSorted((a, b) => (atOf(a) < atOf(b) ? -1 : atOf(a) > atOf(b) ? 1 : 0));
  const own = inOrder.filter(({ id }) => !copyOf.has(id));
  const statements = statementsAmong(own);
  const value = (article: Article): number => worth(article, statements.has(article.id), evidence);
  const ranked = own.toSorted((a, b) => value(b) - value(a));
  const [source] = ranked;
  const [first, newest] = [inOrder[0], inOrder.at(-1)];
  if (source === undefined || first === undefined || newest === undefined) {
    throw new RangeError('a story has at least one article');
  }
  const roleOf = (article: Article): StoryArticle['role'] =>
    statements.has(article.id) ? 'statement' : article === source ? 'source' : 'report';
  const articles: StoryArticle[] = [
    ...ranked.map((article) => ({ article: article.id, role: roleOf(article), copyOf: null, altered: false })),
    ...inOrder.flatMap(({ id }): StoryArticle[] => {
      const copy = copyOf.get(id);
      return copy === undefined ? [] : [{ article: id, role: 'copy', copyOf: copy.source, altered: copy.altered }];
    }),
  ];
  const publishers = independent(ranked, statements);
  const withdrawals = inOrder.flatMap(({ id }) => context.withdrawals.get(id) ?? []);
  const withdrawn = withdrawnFrom(inOrder, withdrawals, evidence);
  // A party's word about itself confirms nothing.
  const quantities = quantitiesOf(ranked, standing(evidence, withdrawn, withdrawals), voiceOf).map((quantity) => ({
    ...quantity,
    witnesses: quantity.witnesses.filter((witness, index) => index === 0 || !statements.has(witness.article)),
  }));
  const novelty = noveltyOf(own, evidence, earlier, fresh, withdrawals);
  const ageHours = (Date.parse(now) - Date.parse(atOf(newest))) / HOUR_MS;
  const weighed = rankOf({ ...about, publishers: publishers.length, quantities, novelty, ageHours, followed });
  const id = earlier[0]?.story.id ?? storyIdOf(first);
  return {
    story: { id, articles, publishers, topics: about.topics, quantities, novelty, withdrawn, ...weighed },
    source,
  };
}
