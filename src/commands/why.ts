import { z } from 'zod';
import { link, text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Block, Debrief, Document, Inline, StoryBrief } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { command, refusal, toAsker } from './command.ts';
import { lastDebrief } from './debriefs.ts';
import { said } from './said.ts';
import { sightOf } from './sight.ts';
import type { World } from './world.ts';

const SHOWN = 12;

/** Why a story stands where it stands. */
function standing(debrief: Debrief, story: StoryBrief, zone: string, lookups: Words['lookups']): Document {
  const place = debrief.stories.indexOf(story) + 1;
  const told = story.novelty.toldIn === null ? lookups.notToldBefore : lookups.toldBefore;
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: `${place}  ${story.headline.text}` },
    {
      kind: 'paragraph',
      content: [
        text(lookups.place(place, debrief.stories.length, momentIn(debrief.window.to, zone), story.rank, told)),
      ],
    },
    {
      kind: 'table',
      columns: lookups.whyColumns.map((title, index) => ({ title, align: index === 0 ? 'right' : 'left' })),
      rows: story.reasons.map(({ what, weight }) => [[text(weight.toFixed(1))], [text(what)]]),
    },
    ...droppedBlocks(debrief, story.id, lookups),
  ];
  return { summary: lookups.whyNumber(story.headline.text, place), blocks, thread: [] };
}

function droppedBlocks(debrief: Debrief, story: string | null, lookups: Words['lookups']): Block[] {
  const dropped = debrief.dropped.filter((entry) => story === null || entry.story === story).slice(0, SHOWN);
  if (dropped.length === 0) return [];
  const items = dropped.map(({ reasons }): Inline[] => {
    // What was refused is not repeated: it was not true enough to be published here either.
    const [first] = reasons;
    return [text(first === undefined ? lookups.aSentence : lookups.refusal(first.kind, first.given, first.found))];
  });
  return [
    { kind: 'paragraph', content: [text(lookups.refused(debrief.dropped.length))] },
    { kind: 'list', ordered: false, items },
  ];
}

/** What was left out of a debrief, and how it was written. */
function audit(debrief: Debrief, zone: string, lookups: Words['lookups']): Document {
  const { writer } = debrief;
  const items = debrief.leftOut
    .slice(0, SHOWN)
    .map(({ title, url, reason }): Inline[] => [link(title, url), text(lookups.leftOutReason(reason))]);
  const how = writer.kind === 'extractive' ? lookups.byExtractive : lookups.byModel(writer.model, writer.prompt);
  const title = lookups.whyDebrief(momentIn(debrief.window.to, zone));
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'paragraph',
      content: [text(lookups.written(how, debrief.sources.length, writer.note))],
    },
    ...(writer.share === null
      ? []
      : [{ kind: 'paragraph', content: [text(lookups.modelLines(writer.share))] } as const]),
    ...(items.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            content: [text(lookups.leftOut(debrief.leftOut.length))],
          } as const,
          { kind: 'list', ordered: false, items } as const,
        ]),
    ...droppedBlocks(debrief, null, lookups),
    { kind: 'context', content: [text(lookups.whyNext)] },
  ];
  return { summary: title, blocks, thread: [] };
}

/** What became of one article. */
async function ofAddress(
  address: string,
  debrief: Debrief,
  zone: string,
  context: Context,
  world: World,
): Promise<Document | null> {
  const { lookups } = wordsIn(context.language);
  const left = debrief.leftOut.find(({ url }) => url === address);
  if (left !== undefined) return said(lookups.leftOutFor(left.title, left.reason));
  const { feeds } = await sightOf(context, world);
  const article = await world.store.articles.standing(address, feeds);
  const notes = (await world.store.items.notesAt(address, feeds)).map(({ note }) => note);
  const noted = notes.length === 0 ? '' : ` ${sentence([...new Set(notes)].join('; '))}`;
  if (article === null) return notes.length === 0 ? null : said(lookups.noArticle(noted));
  const story = debrief.stories.find(
    ({ articles, copies }) => articles.includes(article.id) || copies.includes(article.id),
  );
  if (story === undefined) return said(lookups.notCovered(article.title, noted));
  if (story.copies.includes(article.id))
    return said(lookups.copyOf(article.title, debrief.stories.indexOf(story) + 1, noted));
  const why = standing(debrief, story, zone, lookups);
  return noted === '' ? why : { ...why, blocks: [...why.blocks, { kind: 'context', content: [text(noted.trim())] }] };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

export const why = command({
  path: ['why'],
  example: 'why 2',
  audience: 'everyone',
  options: z.object({
    story: z.string().optional().meta({ rest: true }),
  }),
  async run({ story: asked }, context, world) {
    const { lookups } = wordsIn(context.language);
    const { debrief, zone } = await lastDebrief(context, world);
    if (asked === undefined) return toAsker(audit(debrief, zone, lookups));
    const wanted = asked.trim();
    if (/^\d+$/.test(wanted)) {
      const story = debrief.stories[Number(wanted) - 1];
      if (story === undefined) return refusal(said(lookups.noStory(Number(wanted), debrief.stories.length)));
      return toAsker(standing(debrief, story, zone, lookups));
    }
    if (/^https?:/.test(wanted)) {
      const document = await ofAddress(wanted, debrief, zone, context, world);
      return document === null ? refusal(said(lookups.notBrought(wanted))) : toAsker(document);
    }
    const has = (title: string): boolean => title.toLowerCase().includes(wanted.toLowerCase());
    const story = debrief.stories.find(({ headline }) => has(headline.text));
    if (story !== undefined) return toAsker(standing(debrief, story, zone, lookups));
    const left = debrief.leftOut.find(({ title }) => has(title));
    if (left !== undefined) return toAsker(said(lookups.leftOutFor(left.title, left.reason)));
    return refusal(said(lookups.nothingCalled(wanted)));
  },
});
