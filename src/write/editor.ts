import { field } from '../domain/in-use.ts';
import { ModelError } from '../errors.ts';
import type { Point, Reason, Verified } from '../model.ts';
import type { LanguageModel, PromptTemplate } from '../ports/language-model.ts';
import type { Candidate } from './candidates.ts';
import type { ReadStory } from './day.ts';
import type { Published, Publisher } from './publish.ts';
import { idsIn, type Line, MOST, presentable, RepairReply, StoryReply } from './reply.ts';
import { gain, weighTerms } from './weigh.ts';

/** What an editor makes of a story: null where nothing of it passed. */
export type Edited = {
  readonly headline: Verified<Point> | null;
  readonly lead: Verified<Point> | null;
  readonly points: readonly Verified<Point>[];
  /** The model that wrote it, as its server names it. */
  readonly model: string;
};

export type EditorDeps = {
  readonly model: LanguageModel;
  readonly prompts: { readonly story: PromptTemplate; readonly repair: PromptTemplate };
  /** Who pays: the edition. */
  readonly scope: string;
  /** BCP 47: what the channel reads. */
  readonly language: string;
  readonly signal: AbortSignal;
};

/** A model reads the sentences that matter, not the articles: more cost more and change little. */
const SENTENCES = 24;
/** As much of a refused line as a repair needs. */
const LINE = 400;

type Given = { readonly id: string; readonly candidate: Candidate };

/** The weightiest sentences of a story in reading order, each with an id of this request. */
function givenOf(read: ReadStory): Given[] {
  const weights = weighTerms(read.openings);
  const none = new Map<string, number>();
  const weightiest = read.candidates
    .map((candidate, order) => ({ candidate, order, value: gain(candidate, weights, none) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, SENTENCES)
    .sort((a, b) => a.order - b.order);
  return weightiest.map(({ candidate }, index) => ({ id: `s${index + 1}`, candidate }));
}

type Refused = { readonly slot: Slot; readonly reasons: readonly Reason[] };
type Slot = { readonly id: string; readonly line: Line; readonly ended: boolean };
/** Other languages take more letters than English. */
const LONGER = 1.5;
export const isEnglish = (language: string): boolean => /^en\b/i.test(language);

const inWords = ({ kind, given, found }: Reason): string =>
  `${kind}: ${given}${found === null ? ' is not there' : `, but there is: ${found}`}`;

/** A story's lines: what the model proposes goes through the gate, once more with the gate's reasons, and no further. */
export async function editStory(
  read: ReadStory,
  count: number,
  publisher: Publisher,
  { model, prompts, scope, language, signal }: EditorDeps,
): Promise<Edited> {
  const given = givenOf(read);
  if (given.length === 0) throw new ModelError('empty', 'no sentence of the story can be given to the model');
  const byId = new Map(given.map((entry) => [entry.id, entry.candidate]));
  const sentences = JSON.stringify(given.map(({ id, candidate }) => ({ id, text: candidate.text })));
  const known = JSON.stringify(
    read.story.novelty.changes.flatMap(({ was }) => (was === null ? [] : [`${was.concept ?? 'figure'}: ${was.text}`])),
  );

  const judge = ({ line, ended }: Slot): Published => {
    const refuse = (why: string): Published => publisher.refuse(read.story.id, line.text, why);
    const most = ended ? MOST.sentence : MOST.headline;
    const clean = presentable(line.text, most);
    if ('fault' in clean) return refuse(clean.fault);
    if (ended && !/[.!?]["”’)]*$/u.test(clean.text)) return refuse('not a whole sentence');
    const rests = idsIn(line.rests).flatMap((id) => byId.get(id)?.rests ?? []);
    if (rests.length === 0) return refuse('it names no sentence that it rests on');
    const articles = read.articles.filter(({ id }) => rests.some(({ article }) => article === id));
    const published = publisher.text(read.story.id, clean.text, articles, rests);
    return published.ok ? { ok: true, point: inLanguage(published.point, line.translation, most) } : published;
  };

  const inLanguage = (point: Verified<Point>, translation: string | null, most: number): Verified<Point> => {
    if (isEnglish(language) || translation === null) return point;
    const clean = presentable(translation, most * LONGER);
    if ('text' in clean) return publisher.translation(read.story.id, point, clean.text, language);
    publisher.refuse(read.story.id, translation, clean.fault);
    return point;
  };

  const reply = await model.complete(
    { ...prompts.story.fill({ sentences, known, language, points: String(count), readers: field().readers }), scope },
    StoryReply,
    signal,
  );
  const { headline, lead, points } = reply.value;
  const slots: Slot[] = [
    { id: 'headline', line: headline, ended: false },
    { id: 'lead', line: lead, ended: true },
    ...points.slice(0, count).map((line, index) => ({ id: `p${index + 1}`, line, ended: true })),
  ];
  const passed = new Map<string, Verified<Point>>();
  const refused: Refused[] = [];
  for (const slot of slots) {
    const judged = judge(slot);
    if (judged.ok) passed.set(slot.id, judged.point);
    else refused.push({ slot, reasons: judged.reasons });
  }
  if (refused.length > 0) {
    for (const { slot, point } of await repair(refused)) passed.set(slot.id, point);
  }
  return {
    headline: passed.get('headline') ?? null,
    lead: passed.get('lead') ?? null,
    points: slots.flatMap(({ id }) => (id.startsWith('p') ? (passed.get(id) ?? []) : [])),
    model: reply.model,
  };

  async function repair(faulty: readonly Refused[]): Promise<{ slot: Slot; point: Verified<Point> }[]> {
    const lines = faulty.map(({ slot, reasons }) => ({
      id: slot.id,
      text: slot.line.text.slice(0, LINE),
      rests: idsIn(slot.line.rests).filter((id) => byId.has(id)),
      reasons: reasons.slice(0, 3).map(inWords),
    }));
    const again = await model
      .complete(
        { ...prompts.repair.fill({ refused: JSON.stringify(lines), sentences, language }), scope },
        RepairReply,
        signal,
      )
      // The lines that passed are not lost with the repair.
      .catch((error: unknown) => {
        if (error instanceof ModelError) return null;
        throw error;
      });
    return (again?.value.lines ?? []).slice(0, faulty.length).flatMap((line) => {
      const slot = faulty.find((entry) => entry.slot.id === line.id)?.slot;
      const judged = slot === undefined ? null : judge({ ...slot, line });
      return slot !== undefined && judged?.ok ? [{ slot, point: judged.point }] : [];
    });
  }
}
