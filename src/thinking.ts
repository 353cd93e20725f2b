/** The model with its patience, budget and prompts, and what it takes part in. */

import { z } from 'zod';
import type { World } from './commands/world.ts';
import type { Config } from './config.ts';
import { DAY_MS } from './durations.ts';
import { withBudget } from './effects/model-budget.ts';
import { withMetrics } from './effects/model-metrics.ts';
import { withPatience } from './effects/model-patience.ts';
import { readPrompt } from './effects/prompts.ts';
import { sha256 } from './hash.ts';
import type { Clock } from './ports/clock.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { Log } from './ports/log.ts';
import { type Metrics, NO_METRICS } from './ports/metrics.ts';
import type { Store } from './ports/store.ts';
import type { Editor } from './write/index.ts';

/** What a model's server does not take is asked again after this. */
const MANNERS_MS = 7 * DAY_MS;

/** What a model takes part in, null for whoever has no key. */
export type Thinking = {
  readonly model: LanguageModel | null;
  readonly editor: Editor | null;
  readonly answerer: World['answerer'];
  /** Asks the model for one word, and tells what it found out about its server. Rejects with a ModelError. */
  readonly check: (() => Promise<string>) | null;
};

/** The least that a model can be asked, in the form that debriefs are asked for in. */
const Hello = z.object({ word: z.string() });
const HELLO = {
  version: 'hello',
  system: 'You are asked whether you are there. Reply with JSON only: {"word": string}',
  user: 'Say the word "here".',
};

type Means = {
  readonly config: Pick<Config, 'model'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly metrics?: Metrics;
};

/** Without a key there is no model, and its package is never loaded. `onReached` is told, in words, that a budget is used up. */
export async function openThinking(
  store: Pick<Store, 'budget' | 'cache' | 'notes'>,
  { config, clock, log, random, metrics = NO_METRICS }: Means,
  onReached: (message: string) => Promise<void>,
): Promise<Thinking> {
  const { key, baseUrl, name, prices, dailyTokens, dailyUsd, editionTokens, editionUsd } = config.model;
  if (key === null) return { model: null, editor: null, answerer: null, check: null };
  const { effort, timeoutMs, tries, parallel, debriefMs, secondReader } = config.model;
  const prompts = {
    story: readPrompt('story', 'StoryReply'),
    repair: readPrompt('repair', 'RepairReply'),
    reader: readPrompt('reader', 'ReaderReply'),
  };
  const { createModel } = await import('./effects/model.ts');
  const place = `model manners ${sha256(`${baseUrl} ${name}`)}`;
  const memory = {
    recall: () => store.cache.get(place),
    keep: (found: string) => store.cache.put(place, found, new Date(clock.now().getTime() + MANNERS_MS)),
  };
  const server = createModel({ key, baseUrl, name, effort, timeoutMs, memory });
  const model = withBudget(withMetrics(withPatience(server, { clock, log, random, tries }), prices, metrics), {
    clock,
    cache: store.cache,
    budget: store.budget,
    notes: store.notes,
    prices,
    caps: { day: { tokens: dailyTokens, usd: dailyUsd }, scope: { tokens: editionTokens, usd: editionUsd } },
    onReached,
  });
  const editor = { model, prompts, timeLimitMs: debriefMs, parallel, secondReader, clock, log, metrics };
  return {
    model,
    editor,
    answerer: { model, prompt: readPrompt('ask', 'AskReply'), repair: prompts.repair },
    async check() {
      const started = performance.now();
      const { model: answering } = await server.complete(HELLO, Hello);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const found = server.found();
      return `${answering} answered in ${seconds} s${found === null ? '' : `; its server takes: ${found}`}`;
    },
  };
}
