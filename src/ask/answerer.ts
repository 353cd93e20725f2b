import { z } from 'zod';
import { field } from '../domain/in-use.ts';
import { ModelError } from '../errors.ts';
import { publishPoint } from '../evidence/verify.ts';
import { isForeign } from '../language/foreign.ts';
import type { Answer, Article, Point, Verified } from '../model.ts';
import type { LanguageModel, PromptTemplate } from '../ports/language-model.ts';
import type { Candidate } from './candidates.ts';
import { spanOf } from './passages.ts';
import type { Question } from './question.ts';

/** What a model answers: sentences with the ids of the given ones that each rests on; none where these do not tell. */
const AskReply = z.object({
  sentences: z.array(z.object({ text: z.string(), rests: z.array(z.string()) })),
});

export type Answerer = {
  readonly model: LanguageModel;
  readonly prompt: PromptTemplate;
  /** Who pays: the workspace. */
  readonly scope: string;
  readonly signal: AbortSignal;
};

/** A model reads the sentences that may answer, not the articles. */
const GIVEN = 12;
const MOST = 3;
const LONGEST = 320;
/** Nothing is asked of a model where nothing comes near the question. */
const NEAR = 0.3;
/** An answer in a model's words, each sentence through the gate; null where nothing of it passed, or no reply came. */
export async function answerInWords(
  question: Question,
  candidates: readonly Candidate<Article>[],
  { model, prompt, scope, signal }: Answerer,
): Promise<Answer | null> {
  const given = candidates
    .filter(({ fit }) => fit >= NEAR)
    .slice(0, GIVEN)
    .flatMap(({ passage }, index) => {
      const span = spanOf(passage);
      return span === null ? [] : [{ id: `s${index + 1}`, span, article: passage.indexed.article }];
    });
  if (given.length === 0) return null;
  const sentences = JSON.stringify(
    given.map(({ id, span, article }) => ({ id, published: article.published?.slice(0, 10) ?? null, text: span.text })),
  );
  const { readers } = field();
  const filled = { ...prompt.fill({ question: JSON.stringify(question.text), sentences, readers }), scope };
  const reply = await model.complete(filled, AskReply, signal).catch((error: unknown) => {
    if (error instanceof ModelError) return null;
    throw error;
  });
  const points = (reply?.value.sentences ?? []).slice(0, MOST).flatMap(({ text, rests }): Verified<Point>[] => {
    const used = given.filter(({ id }) => rests.includes(id));
    const plain = text.replace(/\s+/gu, ' ').trim();
    if (used.length === 0 || plain === '' || plain.length > LONGEST || isForeign(plain)) return [];
    const published = publishPoint(
      plain,
      [...new Set(used.map(({ article }) => article))],
      used.map(({ span }) => span),
    );
    return published.ok ? [published.point] : [];
  });
  return points.length === 0
    ? null
    : { points, abstained: false, nearest: [], choice: null, supersedes: null, writer: 'model' };
}
