import type { Article, Evidence, Figure } from '../../model.ts';
import { saidByFigure } from '../alike.ts';
import type { Part } from '../asked.ts';
import { countsPeople, countsSoon, inPeriod, isCount, isOver, kindOf, perFits, tellsAge } from '../fits.ts';
import { isGiven } from '../given.ts';
import { heldFits } from '../held.ts';
import type { Indexed } from '../index-of.ts';
import type { Question } from '../question.ts';
import { tells } from '../wants.ts';

/** What can be told of a sentence without reading: is it of the kind, the time, the amounts that are asked for? */
export type Fills = {
  readonly counts: boolean;
  readonly age: boolean;
  readonly kind: boolean;
  readonly per: boolean;
  /** The amounts that the question gives stand in the sentence or beside it. */
  readonly given: boolean;
  /** The number is not one that the question gives. */
  readonly isNew: boolean;
  readonly holds: boolean;
  readonly period: boolean;
};

export const fillsAll = (fills: Fills): boolean => Object.values(fills).every(Boolean);

/** `counted` is what is counted, as a part of the question. */
export function fillsOf(
  question: Question,
  counted: Part | null,
  { article, sentences }: Indexed<Article>,
  at: number,
  figure: Figure | null,
  { figures }: Pick<Evidence, 'figures'>,
): Fills {
  const sentence = sentences[at];
  const [text, start] = [sentence?.text ?? '', sentence?.start ?? 0];
  const around = `${article.title}. ${sentences[0]?.text ?? ''}`;
  const [first, last] = [sentences[at - 1] ?? sentence, sentences[at + 1] ?? sentence];
  const near = figures.filter((each) => each.start >= (first?.start ?? 0) && each.start < (last?.end ?? 0));
  const counts = (each: Figure): boolean => {
    const behind = text.slice(each.end - start);
    return (
      isCount(each) &&
      countsPeople(each, behind, question.counted) &&
      (counted === null || saidByFigure(counted, each, text) > 0 || countsSoon(behind, question.counted ?? ''))
    );
  };
  return {
    counts: question.counted === null || (figure === null ? tells(question, text) : counts(figure)),
    age: !question.age || (figure !== null && tellsAge(figure, text, figure.start - start)),
    kind:
      question.wants !== 'number' ||
      question.kinds.length === 0 ||
      (figure !== null && question.kinds.includes(kindOf(figure.unit))),
    per: question.per === null || figure === null || perFits(figure, question.per, text, figures),
    given: question.given.every((amount) => near.some((each) => isGiven(amount, each))),
    isNew: figure === null || !question.given.some((amount) => isGiven(amount, figure)),
    holds: question.holds.every((time) => heldFits(time, { figure, text, around, published: article.published })),
    period: inPeriod(question, article, text) && !isOver(question, figure, article),
  };
}
