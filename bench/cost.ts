import { z } from 'zod';
import { withBudget } from '../src/effects/model-budget.ts';
import { readPrompt } from '../src/effects/prompts.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { LanguageModel } from '../src/ports/language-model.ts';
import type { Store } from '../src/ports/store.ts';
import { openSqlite } from '../src/store/sqlite/open.ts';
import { write } from '../src/write/index.ts';
import { dayOf } from './sample/news.ts';

/**
 * What a model costs: tokens of a debrief of 10, 50 and 200 articles, and of 1, 10 and 1,000 channels that want the same. The
 * model is a copyist that answers at once, with replies of a usual size, half of them cut so that they are refused or read again; tokens
 * are estimated at four characters each.
 */
const CHARACTERS_A_TOKEN = 4;
const DAY = '2026-11-24';
/** Time stands still: nothing runs out. */
const clock: Clock = {
  now: () => new Date(`${DAY}T08:00:00.000Z`),
  sleep: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
};
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const tokens = (text: string): number => Math.ceil(text.length / CHARACTERS_A_TOKEN);

const Given = z.array(z.object({ id: z.string(), text: z.string().optional() }));

/** Two sentences as one, which no article has so. */
const joined = (one: string, two: string): string =>
  `${one.replace(/\.$/, '')}, and ${two.charAt(0).toLowerCase()}${two.slice(1)}`;
/** Words enough of a sentence that nobody takes it for the whole one. */
const shortened = (text: string): string =>
  `${text
    .split(' ')
    .slice(0, -3)
    .join(' ')
    .replace(/[,;:]$/, '')}.`;

const copyist: LanguageModel = {
  name: 'copyist',
  async complete(prompt, schema) {
    const given = Given.parse(JSON.parse(prompt.user.slice(prompt.user.lastIndexOf('\n'))));
    const line = (at: number, change = (text: string) => text) => {
      const { text = '', id = 's1' } = given[at] ?? given[0] ?? {};
      return { text: change(text), rests: [id], translation: null };
    };
    const again = given.map(({ id, text = '' }) => ({ id, text, rests: ['s1'], translation: null }));
    const reply = prompt.version.startsWith('story')
      ? {
          headline: line(0),
          lead: line(0, shortened),
          points: [
            line(1, shortened),
            {
              ...line(2, (text) => joined(text, given[3]?.text ?? text)),
              rests: [given[2]?.id ?? 's1', given[3]?.id ?? 's1'],
            },
            line(4, shortened),
          ],
        }
      : { lines: again, doubts: given.slice(0, 1).map(({ id }) => ({ id, words: 'a word' })) };
    const value = schema.parse(reply);
    const usage = { inputTokens: tokens(prompt.system + prompt.user), outputTokens: tokens(JSON.stringify(value)) };
    return { value, usage, model: 'copyist' };
  },
};

async function spent(run: (model: LanguageModel) => Promise<void>): Promise<string> {
  const store: Store = await openSqlite(':memory:', quiet);
  const none = { tokens: null, usd: null };
  const { cache, budget, notes } = store;
  const prices = { input: 0, output: 0 };
  const caps = { day: none, scope: none };
  await run(withBudget(copyist, { clock, cache, budget, notes, prices, caps, onReached: async () => {} }));
  const { requests, inputTokens, outputTokens } = await budget.get('all', DAY);
  await store.close();
  return `${requests} requests, ${inputTokens} tokens in, ${outputTokens} out`;
}

export async function run(): Promise<void> {
  const prompts = {
    story: readPrompt('story', 'StoryReply'),
    repair: readPrompt('repair', 'RepairReply'),
    reader: readPrompt('reader', 'ReaderReply'),
  };
  const editor = { prompts, timeLimitMs: 60_000, parallel: 4, secondReader: true, clock, log: quiet };
  for (const articles of [10, 50, 200]) {
    const input = dayOf(articles);
    const cost = await spent(async (model) => void (await write(input, { editor: { ...editor, model } })));
    console.log(`${articles} articles: ${cost}`);
  }
  for (const channels of [1, 10, 1000]) {
    // Channels of one choice share one debrief; written for each as here, equal stories are still paid once.
    const written = Math.min(channels, 10);
    const cost = await spent(async (model) => {
      for (let channel = 0; channel < written; channel += 1) {
        await write(dayOf(50, `debrief of channel ${channel}`), { editor: { ...editor, model } });
      }
    });
    console.log(`50 articles, ${channels} channels of the same choice: ${cost}`);
  }
}
