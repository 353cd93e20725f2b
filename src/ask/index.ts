import type { Answer, Article } from '../model.ts';
import { answer } from './answer.ts';
import { type Answerer, answerInWords } from './answerer.ts';
import { candidatesFor } from './candidates.ts';
import type { Question } from './question.ts';

export type { Answerer } from './answerer.ts';
export { type Choosing, choose } from './choose.ts';
export { type Index, indexOf } from './index-of.ts';
export { leans, type Question, readQuestion } from './question.ts';

/** Answers with the articles' own sentences. */
export function ask(question: Question, articles: readonly Article[]): Answer {
  return answer(question, candidatesFor(question, articles));
}

/** Answers in a model's words where what it says passes the gate, else with the articles' own sentences. Never rejects for what a model says. */
export async function askModel(question: Question, articles: readonly Article[], answerer: Answerer): Promise<Answer> {
  const candidates = candidatesFor(question, articles);
  return (await answerInWords(question, candidates, answerer)) ?? answer(question, candidates);
}
