import { ModelError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { LanguageModel, PromptTemplate } from '../ports/language-model.ts';
import type { Log } from '../ports/log.ts';
import type { ReadStory } from './day.ts';
import { type Edited, editStory } from './editor.ts';
import type { Publisher } from './publish.ts';

/** A model with its prompts, and the time that it has for one debrief. */
export type Editor = {
  readonly model: LanguageModel;
  readonly prompts: { readonly story: PromptTemplate; readonly repair: PromptTemplate };
  readonly timeLimitMs: number;
  /** Requests side by side: few enough for its server. */
  readonly parallel: number;
  readonly clock: Clock;
  readonly log: Log;
};

export type EditedDay = {
  /** By story; what is not there is told in the articles' own sentences. */
  readonly stories: ReadonlyMap<string, Edited>;
  /** Why a story or all of them were written without the model, for people; null where none was. */
  readonly note: string | null;
};

/** After these no other story will fare better today. */
const HOPELESS: ReadonlySet<ModelError['kind']> = new Set(['key', 'model', 'budget']);
/** After this many failures in a row the model is left alone. */
const PATIENCE = 3;

/** Has a model write the stories, each by itself: what one holds, or does to the model, cannot reach another. Never rejects for a model. */
export async function editStories(
  stories: readonly ReadStory[],
  count: number,
  scope: string,
  language: string,
  publisher: Publisher,
  editor: Editor,
): Promise<EditedDay> {
  const { model, prompts, timeLimitMs, parallel, clock, log } = editor;
  const limit = new AbortController();
  const done = new AbortController();
  const timer = clock.sleep(timeLimitMs, done.signal).then(() => limit.abort());
  const edited = new Map<string, Edited>();
  const queue = [...stories];
  let failures = 0;
  let last: ModelError | null = null;

  const worker = async (): Promise<void> => {
    while (failures < PATIENCE && !limit.signal.aborted) {
      const read = queue.shift();
      if (read === undefined) return;
      try {
        edited.set(
          read.story.id,
          await editStory(read, count, publisher, { model, prompts, scope, language, signal: limit.signal }),
        );
        failures = 0;
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        log.warn(
          { story: read.story.id, model: model.name, kind: error.kind, error: error.message },
          'story written without the model',
        );
        last = error;
        failures = HOPELESS.has(error.kind) ? PATIENCE : failures + 1;
      }
    }
  };

  try {
    await Promise.all(Array.from({ length: parallel }, worker));
  } finally {
    done.abort();
    await timer;
  }
  return { stories: edited, note: noteOf(stories.length - edited.size, stories.length, last) };
}

/** What readers are told: the kind of failure, never a server's words. */
const KINDS: Readonly<Record<ModelError['kind'], string>> = {
  key: 'the model’s key was not accepted',
  rate: 'the model was too busy',
  server: 'the model’s server failed',
  timeout: 'the model took too long',
  connection: 'the model could not be reached',
  refusal: 'the model refused',
  length: 'the model’s answer was cut off',
  filter: 'the model’s answer was held back',
  json: 'the model’s answer could not be read',
  shape: 'the model’s answer could not be read',
  empty: 'the model gave no answer',
  model: 'the model is not there',
  budget: 'the model’s budget is used up',
  'too large': 'the model’s answer was too large',
};

function noteOf(without: number, all: number, last: ModelError | null): string | null {
  if (without === 0) return null;
  const why = last === null ? 'the model took too long' : KINDS[last.kind];
  return without === all ? why : `${why}: ${without} of ${all} stories without it`;
}
