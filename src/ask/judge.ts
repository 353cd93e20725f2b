import { DAY_MS } from '../durations.ts';
import { isCalendar } from '../language/calendar.ts';
import type { Article, Evidence, Figure, Verified } from '../model.ts';
import { once } from '../once.ts';
import type { Asked } from './asked.ts';
import { asksEnd, tellsEnd } from './ends.ts';
import { kindOf, stands } from './fits.ts';
import { type Match, Matcher } from './match.ts';
import type { Name } from './names.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import { reachOf } from './reach.ts';
import { sceneOf } from './scene.ts';
import { slotsOf } from './slots.ts';
import { type AskedTerm, termsOf } from './terms.ts';
import { goesOnWhy, holds, tells } from './wants.ts';
import { fillsOf } from './weighing/fills.ts';
import { BY_UNIT } from './weighing/rules.ts';
import { kinOf, nearOf, saidOf } from './weighing/said.ts';
import type { Beside, Sight } from './weighing/sight.ts';
import { turnsOf, turnsTold } from './weighing/turns.ts';
import { isTold, promiseOf, worthOf } from './weighing/weigh.ts';

/** A passage with how well it answers. */
export type Candidate<T extends Article> = {
  readonly passage: Passage<T>;
  /** The number that answers, where one is asked for. */
  readonly figure: Verified<Figure> | null;
  /** A number that would answer but was taken back since. */
  readonly withdrawn: Verified<Figure> | null;
  /** How much of what is asked for stands in and around it, 0 to 1. */
  readonly fit: number;
  /** How likely it is to answer, in log odds. */
  readonly worth: number;
  /** Whether it is likely enough to be told. */
  readonly answers: boolean;
};

export type Known = {
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Figures that a later article took back. */
  readonly withdrawn: { has(figure: Figure): boolean };
  readonly names: readonly Name[];
  readonly topic: readonly AskedTerm[];
  /** The most that a passage of the question scores. */
  readonly best: number;
  /** How much of the question the article has, by its id, 0 to 1. */
  readonly wholes: ReadonlyMap<string, number>;
  /** Words that the articles write as names alone, as stems. */
  isName(word: string): boolean;
  /** How much a term tells, and whether any article has it. */
  idf(term: string): number;
  has(term: string): boolean;
};

/** A passage before it is read, which takes a hundred times as long as looking at its words. */
export type Looked<T extends Article> = {
  readonly passage: Passage<T>;
  /** What is seen of it at first. */
  readonly seen: Sight;
  /** All that is seen of it when it is read: for each of its figures where a number is asked for. */
  read(): readonly Sight[];
  /** How likely it is to answer, by its words. */
  promise(beside: Beside): number;
  /** How well it answers. One that is not read is known by what its words say at best, and answers nothing. */
  judged(isRead: boolean, beside: Beside): Candidate<T>;
};

/** What is not read comes after what is. */
const UNREAD = 20;
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu;

const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;

/** Whether a question has a figure's number in it. */
const isNamed = ({ text }: Question, figure: Figure): boolean =>
  (text.match(NUMBER) ?? []).some((number) => figure.text.match(NUMBER)?.[0] === number);

const NOTHING: Pick<Evidence, 'figures' | 'quotes'> = { figures: [], quotes: [] };

/** What of an article stands in a sentence. */
const within = <E extends { readonly start: number; readonly end: number }>(
  all: readonly E[],
  sentence: { readonly start: number; readonly end: number } | undefined,
): E[] => all.filter(({ start, end }) => start < (sentence?.end ?? 0) && end > (sentence?.start ?? 0));

/** Makes the judge of a question's passages: how much of what is asked is told there, and whether what is wanted is. */
export function createJudge<T extends Article>(
  question: Question,
  asked: Asked,
  newest: number,
  known: Known,
): (passage: Passage<T>) => Looked<T> {
  const given = new Set(known.names.flatMap(({ ways }) => ways.flat()));
  const counted = asked.parts.find(({ kind }) => kind === 'focus') ?? null;
  const verb = asked.parts.find(({ kind }) => kind === 'verb') ?? null;
  const saidByUnit =
    [counted, verb].some((part) => part?.terms.some((term) => question.quantities.has(term)) === true) ||
    (counted === null && question.kinds.some((kind) => kind === 'time' || kind === 'length'));
  // "Until 2031" says by itself that something ends.
  const ends = question.wants === 'time' && asksEnd(question.text);
  const named = [...given].map((term) => ({ term, share: 1 }));
  const words = asked.parts.filter(({ kind }) => kind !== 'name');
  const turns = turnsOf(question.text);
  const bestWhole = Math.max(0, ...known.wholes.values());
  const isOfKind = (figure: Figure | null): boolean => figure !== null && question.kinds.includes(kindOf(figure.unit));

  /** How many names a text has that are not the question's. */
  function namesBeside(text: string): number {
    const terms = (text.match(CAPITAL) ?? []).flatMap((word) => (isCalendar(word) ? [] : termsOf(word)));
    return new Set(terms.filter((term) => !given.has(term) && known.isName(term))).size;
  }

  function isWanted(indexed: Passage<T>['indexed'], at: number, figure: Figure | null): boolean {
    const sentence = indexed.sentences[at];
    return holds(question, {
      text: sentence?.text ?? '',
      before: indexed.sentences[at - 1]?.text ?? '',
      figure,
      quotes: within((known.evidence.get(indexed.article.id) ?? NOTHING).quotes, sentence),
      given,
      named: known.names,
      published: indexed.article.published,
      isName: known.isName,
    });
  }

  return (passage) => {
    const { indexed, at } = passage;
    const sentence = indexed.sentences[at];
    const text = sentence?.text ?? '';
    const evidence = known.evidence.get(indexed.article.id);
    const figures = within(evidence?.figures ?? [], sentence);
    const byTime = ends && tellsEnd(text, indexed.article.published);
    const reading = once(() => {
      const scene = sceneOf(indexed, at, evidence);
      return scene && { scene, matcher: new Matcher(asked, indexed, at, scene, figures, question.anyName) };
    });
    const matchOf = ({ figure, byUnit }: Sight): Match | null => {
      const read = reading();
      if (read === null) return null;
      const slots = slotsOf(question, asked, read.scene.graph, figure, given);
      const rank = ({ fit, anchor, role, conflict }: Match): number =>
        fit + anchor + role / 2 - (conflict === null ? 0 : 2);
      return (
        (slots.length === 0 ? [null] : slots)
          .map((slot) => read.matcher.matchOf(slot, figure, byUnit || byTime ? BY_UNIT : 0))
          .toSorted((a, b) => rank(b) - rank(a))[0] ?? null
      );
    };
    const common = {
      question,
      asked,
      text,
      published: indexed.article.published,
      at,
      of: indexed.sentences.length,
      months: (newest - Date.parse(indexed.article.published ?? '1970-01-01')) / (30 * DAY_MS),
      score: passage.score,
      best: known.best,
      topic: saidOf(known.topic, indexed, at, known),
      names: saidOf(named, indexed, at, known),
      others: namesBeside(text),
      kin: kinOf(words, indexed, at),
      near: nearOf(words, indexed, at),
      whole: known.wholes.get(indexed.article.id) ?? 0,
      bestWhole,
      outright: tells(question, text),
      why: goesOnWhy(text),
      turns: turnsTold(turns, text),
      article: indexed.article.id,
      byTime,
      reach: reachOf(asked.parts, question.anyName, indexed, at, figures),
      match: null,
    };
    const sightOf = (figure: Verified<Figure> | null): Sight => ({
      ...common,
      figure,
      isOfKind: isOfKind(figure),
      fills: fillsOf(question, counted, indexed, at, figure, evidence ?? NOTHING),
      wanted: isWanted(indexed, at, figure),
      byUnit: figure !== null && saidByUnit && isOfKind(figure),
    });
    const read = (sight: Sight): Sight => ({ ...sight, match: matchOf(sight) });
    const judge = (sight: Sight, beside: Beside): Candidate<T> => {
      const own = read(sight);
      const worth = worthOf(own, beside);
      return {
        passage,
        figure: sight.figure,
        withdrawn: null,
        fit: own.match?.fit ?? 0,
        worth,
        answers: isTold(own, worth),
      };
    };

    const isNumber = question.wants === 'number';
    const taken = figures.filter((figure) => stands(figure) && known.withdrawn.has(figure));
    const standing = isNumber ? figures.filter((figure) => stands(figure) && !known.withdrawn.has(figure)) : [];
    const sights = (standing.length === 0 ? [null] : standing).map(sightOf);
    const gone = once(() => (isNumber ? taken.map(sightOf) : []));
    const seen = sights.find((sight) => sight.isOfKind) ?? sights[0] ?? sightOf(null);
    return {
      passage,
      seen,
      read: () => sights.map(read),
      promise: (beside) => Math.max(...[...sights, ...gone()].map((sight) => promiseOf(sight, beside))),
      judged(isRead, beside) {
        const unread = {
          passage,
          figure: seen.figure,
          withdrawn: null,
          fit: seen.reach.fit,
          worth: promiseOf(seen, beside) - UNREAD,
          answers: false,
        };
        if (!isRead) return unread;
        const [best = unread] = sights
          .map((sight) => judge(sight, beside))
          .toSorted((a, b) => Number(b.answers) - Number(a.answers) || b.worth - a.worth);
        const took = isNumber
          ? gone()
              .map((sight) => judge(sight, beside))
              .find(({ answers, worth }) => answers && (!best.answers || worth >= best.worth))
          : undefined;
        if (took !== undefined) return { ...took, withdrawn: took.figure, figure: null, answers: false };
        // "Did it cost $420 million?" is answered by what holds, not by the sentence that told the number before it was taken back.
        const named = isNumber ? undefined : taken.find((figure) => isNamed(question, figure));
        return named === undefined ? best : { ...best, withdrawn: named, answers: false };
      },
    };
  };
}
