import type { Answer, Article } from '../model.ts';
import { answer, answerWith } from './answer.ts';
import { type Answerer, answerInWords } from './answerer.ts';
import { candidatesFor, type Evidences } from './candidates.ts';
import { compared, sidesOf } from './compare.ts';
import type { Question } from './question.ts';
import { cellFor } from './tables.ts';
import { termsOf } from './terms.ts';

export type { Answerer } from './answerer.ts';
export type { Evidences } from './candidates.ts';
export { type Choosing, choose } from './choose.ts';
export { type Index, indexOf } from './index-of.ts';
export { leans, type Question, readQuestion } from './question.ts';

const SENTENCES = 3;

/** Several questions of one breath: what is told of any of them. */
function together(answers: readonly Answer[]): Answer {
  const told = answers.filter(({ abstained }) => !abstained);
  const [first] = told.length > 0 ? told : answers;
  if (first === undefined) throw new Error('no question was asked');
  const points = new Map(told.flatMap((each) => each.points).map((point) => [point.text, point] as const));
  return { ...first, points: [...points.values()].slice(0, SENTENCES) };
}

/** Answers with the articles' own sentences. `evidence` is what was mined from them, by their ids. */
export function ask(question: Question, articles: readonly Article[], evidence: Evidences): Answer {
  if (question.others.length > 0)
    return together([{ ...question, others: [] }, ...question.others].map((each) => ask(each, articles, evidence)));
  const candidates = candidatesFor(question, articles, evidence);
  const sides = sidesOf(question);
  if (question.compares === null || sides.length < 2) {
    const told = answer(question, candidates);
    const cell = cellFor(question, articles, evidence);
    // A sentence answers before a table, unless it is of another measure.
    const said = new Set(told.points.flatMap(({ text }) => termsOf(text)));
    if (cell === null || (!told.abstained && cell.of.every((term) => said.has(term)))) return told;
    return { ...told, points: [cell.point], supersedes: null, abstained: false, nearest: [] };
  }
  const both = compared(
    question.compares,
    sides.map((side) => candidatesFor(side, articles, evidence)),
  );
  return (both === null ? null : answerWith(question, both)) ?? answer(question, candidates);
}

/**
 * Answers in a model's words where what it says passes the gate, else with the articles' own sentences; that they do not tell stands as the
 * model's word. Never rejects for what a model says.
 */
export async function askModel(
  question: Question,
  articles: readonly Article[],
  evidence: Evidences,
  answerer: Answerer,
): Promise<Answer> {
  const candidates = candidatesFor(question, articles, evidence);
  const said = await answerInWords(question, candidates, answerer);
  if (said.kind === 'told') return said.answer;
  const own = ask(question, articles, evidence);
  if (said.kind === 'failed' || own.abstained) return own;
  // The model read the sentences and found no answer among them: they are the nearest that there is.
  return { ...own, points: [], supersedes: null, abstained: true, nearest: own.points.slice(0, 1), writer: 'model' };
}
