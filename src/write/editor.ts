import { field } from '../domain/in-use.ts';
import { ModelError } from '../errors.ts';
import type { Point, Reason, Verified } from '../model.ts';
import type { LanguageModel, PromptTemplate } from '../ports/language-model.ts';
import type { Day, ReadStory } from './day.ts';
import { articlesIn, dayInWords, type Given, givenOf, storyInputs } from './given.ts';
import type { Publisher } from './publish.ts';
import { idsIn, type Line, MOST, presentable, StoryReply } from './reply.ts';

export type Prompts = {
  readonly story: PromptTemplate;
  readonly repair: PromptTemplate;
  readonly reader: PromptTemplate;
};

/** How a debrief's requests are made. */
export type Asking = {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  /** Who pays: the edition. */
  readonly scope: string;
  /** BCP 47: what the channel reads. */
  readonly language: string;
  readonly publisher: Publisher;
  readonly signal: AbortSignal;
};

/** A line's place in a story: its headline, its lead, or one of its points. */
export type Slot = { readonly id: string; readonly line: Line; readonly ended: boolean };
/** A line that passed the gate, in English, with what the model made of it for another reader. */
export type Passed = { readonly slot: Slot; readonly point: Verified<Point> };
export type Refused = { readonly slot: Slot; readonly reasons: readonly Reason[] };

/** What a model has made of a story so far. */
export type Draft = {
  readonly read: ReadStory;
  readonly given: readonly Given[];
  /** The model that wrote it, as its server names it. */
  readonly model: string;
  readonly slots: readonly Slot[];
  /** By slot: what stands, and changes as lines are doubted and written again. */
  readonly passed: Map<string, Passed>;
  readonly refused: readonly Refused[];
};

/** A line through the gate: what it rests on is what it names of what the model was given. */
export function judge(read: ReadStory, given: readonly Given[], slot: Slot, publisher: Publisher): Passed | Refused {
  const { line, ended } = slot;
  const refuse = (why: string): Refused => {
    const refused = publisher.refuse(read.story.id, line.text, why);
    return { slot, reasons: refused.ok ? [] : refused.reasons };
  };
  const clean = presentable(line.text, ended ? MOST.sentence : MOST.headline);
  if ('fault' in clean) return refuse(clean.fault);
  if (ended && !/[.!?]["”’)]*$/u.test(clean.text)) return refuse('not a whole sentence');
  const named = new Set(idsIn(line.rests));
  const rests = given.flatMap(({ id, candidate }) => (named.has(id) ? candidate.rests : []));
  if (rests.length === 0) return refuse('it names no sentence that it rests on');
  const articles = articlesIn(
    read,
    rests.map(({ article }) => article),
  );
  const published = publisher.text(read.story.id, clean.text, articles, rests);
  return published.ok ? { slot, point: published.point } : { slot, reasons: published.reasons };
}

/** Has a model write a story. Rejects with a ModelError. */
export async function draftStory(day: Day, read: ReadStory, count: number, asking: Asking): Promise<Draft> {
  const { model, prompts, scope, language, publisher, signal } = asking;
  const given = givenOf(read);
  if (given.length === 0) throw new ModelError('empty', 'no sentence of the story can be given to the model');
  const filled = prompts.story.fill({
    ...storyInputs(day, read, given),
    today: dayInWords(day.at),
    language,
    points: String(count),
    readers: field().readers,
  });
  const reply = await model.complete({ ...filled, scope }, StoryReply, signal);
  const { headline, lead, points } = reply.value;
  const slots: Slot[] = [
    { id: 'headline', line: headline, ended: false },
    { id: 'lead', line: lead, ended: true },
    ...points.slice(0, count).map((line, index) => ({ id: `p${index + 1}`, line, ended: true })),
  ];
  const judged = slots.map((slot) => judge(read, given, slot, publisher));
  return {
    read,
    given,
    model: reply.model,
    slots,
    passed: new Map(judged.flatMap((each) => ('point' in each ? [[each.slot.id, each] as const] : []))),
    refused: judged.flatMap((each) => ('point' in each ? [] : [each])),
  };
}
