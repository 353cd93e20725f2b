import { DAY_MS } from '../durations.ts';
import type { Article, Evidence, Figure, Quote, Verified } from '../model.ts';
import { saidByFigure } from './alike.ts';
import type { Asked } from './asked.ts';
import { asksEnd, tellsEnd } from './ends.ts';
import { countsSoon, inPeriod, isAhead, isCount, kindOf, perFits, stands, tellsAge } from './fits.ts';
import { type Given, isGiven } from './given.ts';
import { heldFits } from './held.ts';
import { AS_MUCH, ENOUGH } from './levels.ts';
import { type Match, Matcher } from './match.ts';
import type { Name } from './names.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import { reachOf } from './reach.ts';
import { type Scene, sceneOf } from './scene.ts';
import { slotsOf } from './slots.ts';
import { goesOnWhy, holds, tells } from './wants.ts';

/** A passage with how well it answers. */
export type Candidate<T extends Article> = {
  readonly passage: Passage<T>;
  /** The number that answers, where one is asked for. */
  readonly figure: Verified<Figure> | null;
  /** A number that would answer but was taken back since. */
  readonly withdrawn: Verified<Figure> | null;
  /** How much of what is asked for stands in and around it, 0 to 1. */
  readonly fit: number;
  /** `fit` with what else makes a good answer: new, short, understood alone. */
  readonly worth: number;
  /** Whether what is wanted (a number, a cause) stands there, in the role that is asked for, and nothing tells of another thing. */
  readonly answers: boolean;
};

/** How well the verb that is asked after, or what is counted, must be said with what answers. */
const ANCHORED = 0.6;
/** Who does it must stand with what is done: another word for it elsewhere in the sentence tells of others. */
const DONE = 0.65;
/** A reason is told of what went before. */
const LOOSELY = 0.35;
/** The verb itself is there. */
const OUTRIGHT = 0.9;
/** A unit says of itself what is asked: dollars a cost, hours how long. */
const BY_UNIT = 0.8;
/** Where so much else is said, a reason or a plain yes may be told in other words. */
const SAID = 0.75;
const LONG = 360;

export type Known = {
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Figures that a later article took back. */
  readonly withdrawn: { has(figure: Figure): boolean };
  readonly names: readonly Name[];
  /** Words that the articles write as names alone, as stems. */
  isName(word: string): boolean;
};

/** A passage before it is read, which takes a hundred times as long as looking at its words. */
export type Looked<T extends Article> = {
  /** What it may be worth at most; null where it cannot answer. */
  readonly promise: number | null;
  /** How well it answers. One that is not read is known by what its words say at best, and answers nothing. */
  judged(isRead: boolean): Candidate<T>;
};

/** Whether a question has a figure's number in it. */
const isNamed = ({ text }: Question, figure: Figure): boolean =>
  (text.match(NUMBER) ?? []).some((number) => figure.text.match(NUMBER)?.[0] === number);
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu;

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
  // A word that may also tell of a reason ("would", "after") does only where what happened is told with it.
  const neededIn = (text: string): number =>
    question.wants === 'words' || (question.wants === 'cause' && tells(question, text))
      ? LOOSELY
      : question.wants === 'name' && asked.asksDoer
        ? DONE
        : ANCHORED;

  return (passage) => {
    const { indexed, at } = passage;
    const sentence = indexed.sentences[at];
    const text = sentence?.text ?? '';
    const evidence = known.evidence.get(indexed.article.id);
    const within = <E extends { readonly start: number; readonly end: number }>(all: readonly E[]): E[] =>
      all.filter(({ start, end }) => start < (sentence?.end ?? 0) && end > (sentence?.start ?? 0));
    const figures = within(evidence?.figures ?? []);
    const quotes = within<Quote>(evidence?.quotes ?? []);
    let read: { readonly scene: Scene; readonly matcher: Matcher } | null | undefined;
    const reading = () => {
      if (read === undefined) {
        const scene = sceneOf(indexed, at, evidence);
        read = scene && { scene, matcher: new Matcher(asked, indexed, at, scene, figures, question.anyName) };
      }
      return read;
    };
    const reach = reachOf(asked.parts, question.anyName, indexed, at, figures);

    const byTime = ends && tellsEnd(text, indexed.article.published);
    const isOfKind = (figure: Figure): boolean => question.kinds.includes(kindOf(figure.unit));
    const byUnit = (figure: Figure | null): boolean => figure !== null && saidByUnit && isOfKind(figure);
    const isSaid = (fit: number, anchor: number): boolean =>
      anchor >= neededIn(text) || (fit > SAID && (question.wants === 'cause' || asked.yesOrNo));
    const matchOf = (figure: Figure | null): Match | null => {
      const read = reading();
      if (read === null) return null;
      const { scene, matcher } = read;
      const slots = slotsOf(question, asked, scene.graph, figure, given);
      const rank = ({ fit, anchor, role, conflict }: Match): number =>
        fit + anchor + role / 2 - (conflict === null ? 0 : 2);
      return (
        (slots.length === 0 ? [null] : slots)
          .map((slot) => matcher.matchOf(slot, figure, byUnit(figure) || byTime ? BY_UNIT : 0))
          .toSorted((a, b) => rank(b) - rank(a))[0] ?? null
      );
    };

    /** How near the amounts are that the question gives: in the sentence, beside it. */
    const givenNear = (amount: Given): boolean => {
      const [first, last] = [indexed.sentences[at - 1] ?? sentence, indexed.sentences[at + 1] ?? sentence];
      return (evidence?.figures ?? []).some(
        (figure) => isGiven(amount, figure) && figure.start >= (first?.start ?? 0) && figure.start < (last?.end ?? 0),
      );
    };

    /** What can be told without reading: is it of the kind, the time, the amounts that are asked for? */
    const fills = (figure: Verified<Figure> | null): boolean => {
      const counts =
        question.counted === null ||
        figure === null ||
        (counted === null && isCount(figure)) ||
        (counted !== null && isCount(figure) && saidByFigure(counted, figure, text) > 0) ||
        (isCount(figure) && countsSoon(text.slice(figure.end - (sentence?.start ?? 0)), question.counted));
      const around = `${indexed.article.title}. ${indexed.sentences[0]?.text ?? ''}`;
      return (
        counts &&
        (!question.age || (figure !== null && tellsAge(figure, text, figure.start - (sentence?.start ?? 0)))) &&
        (question.wants !== 'number' || question.kinds.length === 0 || (figure !== null && isOfKind(figure))) &&
        (question.per === null || figure === null || perFits(figure, question.per, text, evidence?.figures ?? [])) &&
        question.given.every(givenNear) &&
        !(figure !== null && question.given.some((amount) => isGiven(amount, figure))) &&
        question.holds.every((time) =>
          heldFits(time, { figure, text, around, published: indexed.article.published }),
        ) &&
        inPeriod(question, indexed.article, text)
      );
    };
    /** Does what is wanted stand there? A cause may also show only when it is read. */
    const wanted = (figure: Figure | null): boolean =>
      holds(question, {
        text,
        before: indexed.sentences[at - 1]?.text ?? '',
        figure,
        quotes,
        given,
        named: known.names,
        published: indexed.article.published,
        isName: known.isName,
      });
    const mayAnswer = (figure: Verified<Figure> | null): boolean =>
      !reach.isAway &&
      // A number that lacks a little may still be what another one takes the place of.
      reach.fit >= (figure === null ? ENOUGH : ENOUGH - AS_MUCH) &&
      isSaid(reach.fit, byUnit(figure) || byTime ? Math.max(BY_UNIT, reach.anchor) : reach.anchor) &&
      fills(figure) &&
      (question.wants === 'cause' || wanted(figure));

    /** What a passage of this fit is worth, as far as it can be told without reading. */
    const worthOf = (fit: number, anchor: number): number => {
      const age = (newest - Date.parse(indexed.article.published ?? '1970-01-01')) / (30 * DAY_MS);
      return (
        fit +
        0.4 * anchor -
        Math.min(12, age) * (question.now ? 0.06 : 0.04) -
        (text.length > LONG ? 0.15 : 0) -
        (text.endsWith('?') ? 0.3 : 0) +
        (tells(question, text) ? 0.25 : 0)
      );
    };
    const judged = (figure: Verified<Figure> | null): Candidate<T> => {
      const match = matchOf(figure);
      const ofKind = figure !== null && isOfKind(figure);
      const anchor = Math.max(
        match?.anchor ?? 0,
        byTime ? BY_UNIT : 0,
        saidByUnit && ofKind && match?.measures === null && match.unnamed === 0 ? BY_UNIT : 0,
      );
      const fit = match?.fit ?? 0;
      const worth =
        worthOf(fit, anchor) +
        0.2 * (match?.role ?? 0) -
        (match?.unnamed ?? 0) * 0.05 -
        (question.wants === 'number' && isAhead(figure, text) !== question.ahead ? 0.1 : 0) -
        (figure?.direction != null && !question.kinds.includes('share') ? 0.1 : 0);
      const isCause = question.wants === 'cause' && (match?.causes === true || (anchor >= OUTRIGHT && goesOnWhy(text)));
      return {
        passage,
        figure,
        withdrawn: null,
        fit,
        worth,
        answers:
          match !== null &&
          match.conflict === null &&
          match.role > -1 &&
          isSaid(fit, anchor) &&
          fills(figure) &&
          (isCause || wanted(figure)),
      };
    };
    const unread = (figure: Verified<Figure> | null): Candidate<T> => ({
      passage,
      figure,
      withdrawn: null,
      fit: reach.fit,
      worth: (reach.isAway ? 0 : reach.fit) - 1,
      answers: false,
    });

    const promise = (may: boolean): number | null => (may ? worthOf(reach.fit, reach.anchor) : null);
    if (question.wants !== 'number') {
      // "Did it cost $420 million?" is answered by what holds, not by the sentence that told the number before it was taken back.
      const gone = figures.find((figure) => stands(figure) && known.withdrawn.has(figure) && isNamed(question, figure));
      return {
        promise: promise(mayAnswer(null)),
        judged: (isRead) =>
          gone !== undefined
            ? { ...judged(null), withdrawn: gone, answers: false }
            : isRead
              ? judged(null)
              : unread(null),
      };
    }
    const standing = figures.filter((figure) => stands(figure) && !known.withdrawn.has(figure));
    const may = standing.filter(mayAnswer);
    const mayBeGone = figures.filter((figure) => known.withdrawn.has(figure) && mayAnswer(figure));
    return {
      promise: promise(may.length > 0 || mayBeGone.length > 0),
      judged(isRead) {
        const [best] = (isRead ? may : [])
          .map(judged)
          .toSorted((a, b) => Number(b.answers) - Number(a.answers) || b.worth - a.worth);
        const gone = (isRead ? mayBeGone : [])
          .map((figure) => ({ ...judged(figure), withdrawn: figure }))
          .find(({ answers, worth }) => answers && (best?.answers !== true || worth >= best.worth));
        if (gone !== undefined) return { ...gone, figure: null, answers: false };
        return best ?? unread(standing.find(isOfKind) ?? standing[0] ?? null);
      },
    };
  };
}
