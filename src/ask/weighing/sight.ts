import type { Figure, Verified } from '../../model.ts';
import type { Asked } from '../asked.ts';
import type { Match } from '../match.ts';
import type { Question } from '../question.ts';
import type { Reach } from '../reach.ts';
import type { Fills } from './fills.ts';
import type { Near, Said } from './said.ts';

/** What is seen of a question and a sentence that may answer it, and of one figure there. */
export type Sight = {
  readonly question: Question;
  readonly asked: Asked;
  readonly text: string;
  /** The id of its article, and when that was published. */
  readonly article: string;
  readonly published: string | null;
  /** Which of the article's sentences, and of how many. */
  readonly at: number;
  readonly of: number;
  /** How many months the article is older than the newest. */
  readonly months: number;
  /** The weight of what the question has in and around the sentence, 0 to 1, and the most that any sentence has. */
  readonly score: number;
  readonly best: number;
  /** Where the words of the question stand, and its names. */
  readonly topic: Said;
  readonly names: Said;
  /** How many names stand in the sentence that the question does not give. */
  readonly others: number;
  /** The share of its words that the sentence has, or a word of their meaning, 0 to 1. */
  readonly kin: number;
  readonly near: Near;
  /** How much of the question's words and names the whole article has, 0 to 1, and the most that any has. */
  readonly whole: number;
  readonly bestWhole: number;
  readonly figure: Verified<Figure> | null;
  readonly isOfKind: boolean;
  readonly fills: Fills;
  /** Whether what is wanted stands there; whether it is told outright; whether the sentence goes on with why. */
  readonly wanted: boolean;
  readonly outright: boolean;
  readonly why: boolean;
  /** Of the ways in which the question asks, the share whose way of telling the sentence has; null where it asks in none. */
  readonly turns: number | null;
  /** Whether a unit or a time says of itself what is asked. */
  readonly byUnit: boolean;
  readonly byTime: boolean;
  /** The most that reading could find. */
  readonly reach: Reach;
  /** What reading found; null before it is read. */
  readonly match: Match | null;
};

/** What a sight is beside the others of its question. */
export type Beside = {
  /** How much more it has than the best of the others, of what each measures. */
  readonly kin: number;
  readonly topic: number;
  readonly reach: number;
  readonly score: number;
  /** The share of all that tell as much of what the question turns on. */
  readonly common: number;
  /** How many others of its article hold what is wanted. */
  readonly rivals: number;
  /** How many months another is newer that says as much and holds what is wanted. */
  readonly newer: number;
  /** How far a later article that may answer tells of the same event, and how far an earlier one, 0 to 1. */
  readonly later: number;
  readonly earlier: number;
};
