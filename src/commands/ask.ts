import { z } from 'zod';
import { ask as answer } from '../ask/index.ts';
import { answerDocument } from '../document/answer.ts';
import type { FormAction } from './action.ts';
import { command, refusal, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { said } from './said.ts';
import { sightOf, sourcesOf } from './sight.ts';

/** Articles that are read for a question, and how far back they may lie. */
const ARTICLES = 40;
const REACH_DAYS = 365;
const DAY = 86_400_000;
const LONGEST = 500;

export const ask = command({
  path: ['ask'],
  summary: 'a question, answered from the articles with their sentences as receipts, or not at all',
  example: 'ask what does an H200 cost per hour now?',
  audience: 'everyone',
  options: z.object({ question: z.string().meta({ description: 'in your own words', rest: true }) }),
  async run({ question }, context, world) {
    if (question.length > LONGEST)
      return refusal(said(`A question may have ${LONGEST} characters; this one has ${question.length}.`));
    const now = world.clock.now();
    const { feeds } = await sightOf(context, world);
    const window = { feeds, from: new Date(now.getTime() - REACH_DAYS * DAY), to: new Date(now.getTime() + 1) };
    const hits = await world.store.articles.search(question, { ...window, limit: ARTICLES });
    const found = answer(
      question,
      hits.map(({ article }) => article),
    );
    const sources = await sourcesOf(
      [...found.points, ...found.nearest].flatMap(({ cites }) => cites.map(({ article }) => article)),
      world,
    );
    const { zone } = await habitOf(context, world);
    return { ...toAsker(answerDocument(question, found, sources, zone)), ok: true };
  },
});

/** The Ask button below a debrief. */
export const askForm: FormAction = {
  verb: 'ask',
  audience: 'everyone',
  async open(argument) {
    return {
      id: `ask:${argument}`,
      title: 'Ask Debrief',
      submit: 'Ask',
      fields: [
        {
          name: 'question',
          label: 'Your question',
          hint: 'Answered from the articles of your feeds, with the sentences it rests on.',
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
    if (question === '') return { faults: { question: 'Please type a question.' } };
    return ask.run({ question }, context, world);
  },
};
