import { z } from 'zod';
import type { Answerer, Evidences, Question } from '../ask/index.ts';
import { answerDocument, articlesOf } from '../document/answer.ts';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import { wordsIn } from '../locale/index.ts';
import type { Answer, Article, Document } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { FormAction } from './action.ts';
import { command, refusal, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { answerWithoutHidden, type Hidden, hiddenIn } from './hidden.ts';
import { said } from './said.ts';
import { sightOf, sourcesOf } from './sight.ts';
import { receiptsIn } from './ways.ts';
import type { World } from './world.ts';

/** Articles that are read for a question, and how far back they may lie. */
const ARTICLES = 16;
const REACH_DAYS = 365;
const LONGEST = 500;
/** How long a thread's question is kept for the next one that leans on it. */
const THREAD_MS = HOUR_MS;
/** Questions a day that one person may put to a model; what a workspace may spend is the budget's. */
const MODEL_QUESTIONS = 25;
const ANSWER_MS = 20_000;

/** A conversation: a thread, or one person in a channel. */
const conversation = ({ workspace, channel, thread, user }: Context): string =>
  thread === null
    ? `ask:${workspace}:${channel ?? ''}:${user.id}`
    : `ask:${workspace}:${thread.channel}:${thread.message}`;

/** Counts a question that costs money; false once the asker has had a day's share. */
async function mayCost(context: Context, { store, clock }: World): Promise<boolean> {
  const day = clock.now().toISOString().slice(0, 10);
  const one = { requests: 1, inputTokens: 0, outputTokens: 0, micros: 0 };
  const { requests } = await store.budget.add(`questions ${context.workspace} ${context.user.id}`, day, one);
  return requests <= MODEL_QUESTIONS;
}

type Answered = { readonly found: Answer; readonly note: string | null };

async function answered(
  question: Question,
  articles: readonly Article[],
  evidence: Evidences,
  context: Context,
  world: World,
  settled: Answerer['settled'],
): Promise<Answered> {
  const { ask: answer, askModel } = await import('../ask/index.ts');
  if (world.answerer === null) return { found: answer(question, articles, evidence), note: null };
  if (!(await mayCost(context, world))) {
    const note = wordsIn(context.language).answers.usedUp(MODEL_QUESTIONS);
    return { found: answer(question, articles, evidence), note };
  }
  const late = new AbortController();
  const done = new AbortController();
  const timer = world.clock.sleep(ANSWER_MS, done.signal).then(() => late.abort());
  const answerer = {
    ...world.answerer,
    scope: `questions ${context.workspace}`,
    signal: late.signal,
    ...(settled === undefined ? {} : { settled }),
  };
  const found = await askModel(question, articles, evidence, answerer).finally(() => done.abort());
  await timer;
  return { found, note: null };
}

/** Tells whoever is shown an answer before its end of the paragraphs that are settled, in their order; null where nobody is. */
function tellingOf(context: Context, hidden: Hidden, documentOf: (found: Answer, note: null) => Promise<Document>) {
  if (context.settled === undefined) return null;
  let told = Promise.resolve();
  const tell = async (points: Answer['points']): Promise<void> => {
    const begun = { points, abstained: false, nearest: [], choice: null, supersedes: null, writer: 'model' } as const;
    const shown = answerWithoutHidden(begun, hidden);
    const { blocks } = await documentOf(shown, null);
    // A paragraph each; behind them stand the sources, of which more may come.
    context.settled?.(blocks.slice(0, shown.points.length));
  };
  return {
    settled: (points: Answer['points']): void => {
      // What cannot be told now is told by the reply.
      told = told.then(() => tell(points)).catch(() => {});
    },
    told: () => told,
  };
}

export const ask = command({
  path: ['ask'],
  example: 'ask what does an H200 cost per hour now?',
  audience: 'everyone',
  options: z.object({ question: z.string().meta({ rest: true }) }),
  async run({ question: typed }, context, world) {
    const words = wordsIn(context.language);
    if (typed.length > LONGEST) return refusal(said(words.answers.tooLong(LONGEST, typed.length)));
    const { leans, readQuestion } = await import('../ask/index.ts');
    const now = world.clock.now();
    const key = conversation(context);
    const before = leans(typed) ? await world.store.threads.get(key, now) : null;
    const question = readQuestion(typed, now, before);
    const { feeds } = await sightOf(context, world);
    const from = question.period?.from ?? new Date(now.getTime() - REACH_DAYS * DAY_MS);
    const to = question.period?.to ?? new Date(now.getTime() + 1);
    const hits = await world.store.articles.search(question.search, { feeds, from, to, limit: ARTICLES });
    const articles = hits.map(({ article }) => article);
    const evidence = await world.store.evidence.many(articles.map(({ id }) => id));
    const hidden = await hiddenIn(context.workspace, world.store);
    const { zone } = await habitOf(context, world);
    const receipts = await receiptsIn(context, world);
    const documentOf = async (found: Answer, note: string | null): Promise<Document> => {
      return answerDocument(typed, found, await sourcesOf(articlesOf(found), world), zone, note, receipts, words);
    };
    const telling = tellingOf(context, hidden, documentOf);
    const { found: whole, note } = await answered(question, articles, evidence, context, world, telling?.settled);
    await telling?.told();
    await world.store.threads.put(
      key,
      before === null ? typed : `${before} ${typed}`.slice(-LONGEST),
      new Date(now.getTime() + THREAD_MS),
    );
    return toAsker(await documentOf(answerWithoutHidden(whole, hidden), note));
  },
});

/** The Ask button below a debrief. */
export const askForm: FormAction = {
  verb: 'ask',
  audience: 'everyone',
  async open(argument, { language }) {
    const { answers } = wordsIn(language);
    return {
      id: `ask:${argument}`,
      title: answers.ask,
      submit: answers.askNow,
      fields: [
        {
          name: 'question',
          label: answers.question,
          hint: answers.questionHint,
          required: true,
          kind: 'paragraph',
          initial: null,
          options: [],
        },
      ],
    };
  },
  async submit(_argument, values, context, world) {
    const question = values.question?.[0]?.trim() ?? '';
    if (question === '') return { faults: { question: wordsIn(context.language).answers.noQuestion } };
    return ask.run({ question }, context, world);
  },
};
