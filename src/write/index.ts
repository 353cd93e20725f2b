import type { Debrief, Point, StoryBrief, Verified } from '../model.ts';
import { briefOf, EDITED, lineOf } from './brief.ts';
import type { Bounds } from './choose.ts';
import { type Day, readDay } from './day.ts';
import { type EditedDay, type Editor, editStories, isEnglish, UNEDITED } from './edit.ts';
import { extractInShort } from './extract.ts';
import { EXTENT, type WriteInput } from './input.ts';
import { keyFiguresOfDay } from './key-figures.ts';
import { minutesToRead } from './minutes.ts';
import { createPublisher } from './publish.ts';
import { sourcesOf, untold } from './sources.ts';
import { saysTheSame, type Terms } from './terms.ts';

export type { Editor } from './edit.ts';
export type { WriteInput } from './input.ts';

export type WriteDeps = {
  /** Null for the extractive writer alone. */
  readonly editor: Editor | null;
};

type Told = { readonly story: string; readonly point: Verified<Point> };

/** The chosen points, each story's first one in the editor's words where they fit; none twice. */
function inWordsOf(edited: EditedDay, chosen: readonly Told[], bounds: Bounds, day: Day): Told[] {
  const said: Terms[] = [];
  const told: Told[] = [];
  let room = bounds.characters - chosen.reduce((sum, { point }) => sum + point.text.length, 0);
  for (const { story, point } of chosen) {
    const first = !told.some((entry) => entry.story === story);
    const lead = first ? edited.stories.get(story)?.lead : null;
    const better = lead && lead.text.length - point.text.length <= room ? lead : point;
    room -= better.text.length - point.text.length;
    const terms = day.termsOf(better.text);
    if (said.some((other) => saysTheSame(other, terms))) continue;
    said.push(terms);
    told.push({ story, point: better });
  }
  return told;
}

/** The longer form has a section for each topic, the one with the weightiest story first. */
function inSections(briefs: readonly StoryBrief[]): StoryBrief[] {
  return [...Map.groupBy(briefs, ({ topics }) => topics[0]).values()].flat();
}

/** Who wrote it, and how many of its lines the model chose and worded. */
function writerOf(edited: EditedDay, editor: Editor | null, lines: readonly Verified<Point>[]): Debrief['writer'] {
  const { model, tally, note } = edited;
  const own = new Set(
    [...edited.stories.values()].flatMap(({ headline, lead, points }) => [headline, lead, ...points]),
  );
  const written = lines.filter((line) => own.has(line)).length;
  return model === null || editor === null || written === 0
    ? { kind: 'extractive', model: null, prompt: null, note, share: null }
    : {
        kind: 'model',
        model,
        prompt: editor.prompts.story.version,
        note,
        share: { ...tally, lines: lines.length, byModel: written },
      };
}

/** Writes a debrief. Never rejects for what a model or an article holds: whatever happens, the stories are told. */
export async function write(input: WriteInput, { editor }: WriteDeps): Promise<Debrief> {
  const extent = EXTENT[input.choice.length];
  const bounds = input.bounds ?? extent.inShort;
  const day = readDay(input);
  const publisher = createPublisher(input.articles);
  const chosen = extractInShort(day, bounds, publisher);
  const tellable = day.stories.filter(({ articles }) => articles.length > 0).map(({ story }) => story.id);
  const first = new Set([...chosen.map(({ story }) => story), ...tellable]);
  const shownIds = new Set([...first].slice(0, extent.stories));
  const shown = day.stories.filter(({ story }) => shownIds.has(story.id));
  const inBrief = day.stories
    .filter(({ story }) => first.has(story.id) && !shownIds.has(story.id))
    .slice(0, extent.lines);
  const edited: EditedDay =
    editor === null || shown.length === 0
      ? {
          ...UNEDITED,
          note: isEnglish(input.choice.language) ? null : 'in English: another language needs a model',
        }
      : await editStories(
          day,
          shown,
          extent.points + EDITED,
          `edition ${input.id}`,
          input.choice.language,
          publisher,
          editor,
        );
  const inShort = inWordsOf(edited, chosen, bounds, day);
  const said = inShort.map(({ point }) => day.termsOf(point.text));
  const briefs = shown.flatMap((read) => {
    const told = inShort.flatMap(({ story, point }) => (story === read.story.id ? [point] : []));
    const own = edited.stories.get(read.story.id) ?? null;
    const brief = briefOf(day, read, own, told, said, input.evidence, extent, publisher);
    said.push(...(brief?.points ?? []).map(({ text }) => day.termsOf(text)));
    return brief ?? [];
  });
  const lines = inBrief.flatMap((read) => lineOf(day, read, null, publisher) ?? []);
  const stories = [...(input.choice.length === 'long' ? inSections(briefs) : briefs), ...lines];
  const points = inShort.map(({ point }) => point);
  const told = new Set(stories.map(({ id }) => id));
  const articles = new Set(input.stories.flatMap((story) => story.articles.map(({ article }) => article)));
  const publishers = new Set([...articles].flatMap((id) => input.articles.get(id)?.publisher ?? []));
  const quotes = briefs.flatMap((brief) => brief.quotes).slice(0, extent.quotes);
  return {
    id: input.id,
    choice: input.choice,
    purpose: input.purpose,
    window: input.window,
    composedAt: input.composedAt,
    writer: writerOf(edited, editor, [...points, ...stories.flatMap((story) => [story.headline, ...story.points])]),
    headline: briefs[0]?.headline ?? null,
    inShort: points,
    stories,
    figures: keyFiguresOfDay(briefs, points, extent.figures),
    quotes,
    sources: sourcesOf(stories, input.articles),
    counts: {
      articles: articles.size,
      publishers: publishers.size,
      minutes: minutesToRead({ inShort: points, stories, quotes }),
    },
    outage: input.outage,
    silent: input.silent,
    leftOut: [
      ...input.leftOut,
      ...untold(
        input.stories.filter(({ id }) => !told.has(id)),
        new Set(tellable).difference(shownIds),
        input.articles,
      ),
    ],
    dropped: publisher.dropped,
  };
}
