import { ModelError } from '../errors.ts';
import type { Point, Verified } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Day, ReadStory } from './day.ts';
import { type Asking, type Draft, draftStory, type Passed, type Prompts } from './editor.ts';
import type { Publisher } from './publish.ts';
import { type Faulty, repairLines } from './repair.ts';
import { MOST, presentable } from './reply.ts';
import { doubtsOf, insists } from './second-reader.ts';

/** A model with its prompts, and the time that it has for one debrief. */
export type Editor = {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly timeLimitMs: number;
  /** Requests side by side: few enough for its server. */
  readonly parallel: number;
  /** Whether the model reads what passed the gate once more, as an adversary. */
  readonly secondReader: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
};

/** What an editor makes of a story: null where nothing of it passed. */
export type Edited = {
  readonly headline: Verified<Point> | null;
  readonly lead: Verified<Point> | null;
  readonly points: readonly Verified<Point>[];
};

/** What became of a model's lines. `replaced`: those for which the articles' own sentences stand now. */
export type Tally = {
  readonly written: number;
  readonly refused: number;
  readonly doubted: number;
  readonly repaired: number;
  readonly replaced: number;
};

export type EditedDay = {
  /** By story; what is not there is told in the articles' own sentences. */
  readonly stories: ReadonlyMap<string, Edited>;
  /** The model that wrote them, as its server names it; null where none did. */
  readonly model: string | null;
  readonly tally: Tally;
  /** Why a story or all of them were written without the model, for people; null where none was. */
  readonly note: string | null;
};

export const UNEDITED: EditedDay = {
  stories: new Map(),
  model: null,
  tally: { written: 0, refused: 0, doubted: 0, repaired: 0, replaced: 0 },
  note: null,
};

/** After these no other story will fare better today. */
const HOPELESS: ReadonlySet<ModelError['kind']> = new Set(['key', 'model', 'budget']);
/** After this many failures in a row the model is left alone. */
const PATIENCE = 3;
/** Other languages take more letters than English. */
const LONGER = 1.5;
export const isEnglish = (language: string): boolean => /^en\b/i.test(language);

/**
 * Has a model write the stories, each by itself; then what the gate refused is written again, what passed is read by a second reader, and
 * what that doubts is written again: each once, for all stories in one request. Never rejects for a model.
 */
export async function editStories(
  day: Day,
  stories: readonly ReadStory[],
  count: number,
  scope: string,
  language: string,
  publisher: Publisher,
  editor: Editor,
): Promise<EditedDay> {
  const { model, prompts, timeLimitMs, clock, log } = editor;
  const limit = new AbortController();
  const done = new AbortController();
  const timer = clock.sleep(timeLimitMs, done.signal).then(() => limit.abort());
  const asking: Asking = { model, prompts, scope, language, publisher, signal: limit.signal };
  try {
    const { drafts, last } = await draftStories(day, stories, count, asking, editor);
    const put = (lines: readonly (readonly [Draft, Passed])[]): void => {
      for (const [draft, line] of lines) draft.passed.set(line.slot.id, line);
    };
    const refused = drafts.flatMap((draft) => draft.refused.map((each): Faulty => [draft, each]));
    const repaired = await repairLines(refused, asking, day.termsOf);
    put(repaired);
    const doubted = editor.secondReader ? await doubtsOf(drafts, asking) : [];
    for (const [draft, { slot, reasons }] of doubted) {
      draft.passed.delete(slot.id);
      publisher.drop(draft.read.story.id, slot.line.text, reasons);
    }
    const mended = (await repairLines(doubted, asking, day.termsOf)).filter(
      ([draft, line]) =>
        !doubted.some(([own, doubt]) => own === draft && doubt.slot.id === line.slot.id && insists(line, doubt)),
    );
    put(mended);
    const written = drafts.reduce((sum, { slots }) => sum + slots.length, 0);
    const kept = drafts.reduce((sum, { passed }) => sum + passed.size, 0);
    const tally: Tally = {
      written,
      refused: refused.length,
      doubted: doubted.length,
      repaired: repaired.length + mended.length,
      replaced: written - kept,
    };
    record(tally);
    return {
      stories: new Map(drafts.map((draft) => [draft.read.story.id, editedOf(draft, asking)])),
      model: kept === 0 ? null : (drafts[0]?.model ?? null),
      tally,
      note:
        written > 0 && kept === 0
          ? 'nothing that the model wrote held'
          : noteOf(stories.length - drafts.length, stories.length, last),
    };
  } finally {
    done.abort();
    await timer;
  }

  function record(tally: Tally): void {
    log.info({ scope, model: model.name, ...tally }, 'lines of the model');
    for (const [outcome, lines] of Object.entries(tally))
      editor.metrics?.count('model_lines_total', 'Lines that the model wrote, by what became of them', lines, {
        outcome,
      });
  }
}

/** Has the stories written side by side, each by itself: what one holds, or does to the model, cannot reach another. */
async function draftStories(
  day: Day,
  stories: readonly ReadStory[],
  count: number,
  asking: Asking,
  { model, parallel, log }: Editor,
): Promise<{ readonly drafts: readonly Draft[]; readonly last: ModelError | null }> {
  const drafts = new Map<string, Draft>();
  const queue = [...stories];
  let failures = 0;
  let last: ModelError | null = null;
  const worker = async (): Promise<void> => {
    while (failures < PATIENCE && !asking.signal.aborted) {
      const read = queue.shift();
      if (read === undefined) return;
      try {
        drafts.set(read.story.id, await draftStory(day, read, count, asking));
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
  await Promise.all(Array.from({ length: parallel }, worker));
  // In the order of the day, whichever was there first.
  return { drafts: stories.flatMap(({ story }) => drafts.get(story.id) ?? []), last };
}

/** The lines that stand, in the reader's language where the model's translation of them holds. */
function editedOf({ read, slots, passed }: Draft, { publisher, language }: Asking): Edited {
  const told = ({ slot: { line, ended }, point }: Passed): Verified<Point> => {
    if (isEnglish(language) || line.translation === null) return point;
    const clean = presentable(line.translation, (ended ? MOST.sentence : MOST.headline) * LONGER);
    if ('text' in clean) return publisher.translation(read.story.id, point, clean.text, language);
    publisher.refuse(read.story.id, line.translation, clean.fault);
    return point;
  };
  const at = (id: string): Verified<Point> | null => {
    const line = passed.get(id);
    return line === undefined ? null : told(line);
  };
  return {
    headline: at('headline'),
    lead: at('lead'),
    points: slots.flatMap(({ id }) => (id.startsWith('p') ? (at(id) ?? []) : [])),
  };
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
