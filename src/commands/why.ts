import { z } from 'zod';
import { link, text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { counted } from '../locale/counted.ts';
import type { Block, Debrief, Document, Inline, StoryBrief } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { command, refusal, toAsker } from './command.ts';
import { lastDebrief } from './debriefs.ts';
import { said } from './said.ts';
import { sightOf } from './sight.ts';
import type { World } from './world.ts';

const SHOWN = 12;

/** Why a story stands where it stands. */
function standing(debrief: Debrief, story: StoryBrief, zone: string): Document {
  const place = debrief.stories.indexOf(story) + 1;
  const told = story.novelty.toldIn === null ? 'It was not told before.' : 'It goes on from an earlier edition.';
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: `${place}  ${story.headline.text}` },
    {
      kind: 'paragraph',
      content: [
        text(
          `Place ${place} of ${debrief.stories.length} on ${momentIn(debrief.window.to, zone)}, with a weight of ${story.rank}. ${told}`,
        ),
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'Weight', align: 'right' },
        { title: 'Why', align: 'left' },
      ],
      rows: story.reasons.map(({ what, weight }) => [[text(weight.toFixed(1))], [text(what)]]),
    },
    ...droppedBlocks(debrief, story.id),
  ];
  return { summary: `Why “${story.headline.text}” is number ${place}`, blocks, thread: [] };
}

function droppedBlocks(debrief: Debrief, story: string | null): Block[] {
  const dropped = debrief.dropped.filter((entry) => story === null || entry.story === story).slice(0, SHOWN);
  if (dropped.length === 0) return [];
  const items = dropped.map(({ reasons }): Inline[] => {
    // What was refused is not repeated: it was not true enough to be published here either.
    const [first] = reasons;
    return [
      text(
        first === undefined
          ? 'a sentence'
          : `${first.kind}: the writer gave “${first.given}”, the sources have ${first.found === null ? 'nothing of the kind' : `“${first.found}”`}`,
      ),
    ];
  });
  return [
    { kind: 'paragraph', content: [text(`The gate refused ${counted(debrief.dropped.length, 'sentence')}:`)] },
    { kind: 'list', ordered: false, items },
  ];
}

/** What was left out of a debrief, and how it was written. */
function audit(debrief: Debrief, zone: string): Document {
  const { writer } = debrief;
  const items = debrief.leftOut
    .slice(0, SHOWN)
    .map(({ title, url, reason }): Inline[] => [link(title, url), text(`: ${reason}`)]);
  const how =
    writer.kind === 'extractive'
      ? 'by the extractive writer'
      : `by ${writer.model ?? 'a model'} (prompt ${writer.prompt ?? 'unknown'})`;
  const title = `Why the debrief of ${momentIn(debrief.window.to, zone)} is as it is`;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'paragraph',
      content: [
        text(
          `Written ${how} from ${counted(debrief.sources.length, 'source')}${writer.note === null ? '' : `; ${writer.note}`}.`,
        ),
      ],
    },
    ...(items.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            content: [text(`Left out: ${counted(debrief.leftOut.length, 'story', 'stories')}.`)],
          } as const,
          { kind: 'list', ordered: false, items } as const,
        ]),
    ...droppedBlocks(debrief, null),
    { kind: 'context', content: [text('One story: why <its number>. One article: why <its address>.')] },
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
  const left = debrief.leftOut.find(({ url }) => url === address);
  if (left !== undefined) return said(`“${left.title}” was left out: ${left.reason}.`);
  const { feeds } = await sightOf(context, world);
  const article = await world.store.articles.standing(address, feeds);
  const notes = (await world.store.items.notesAt(address, feeds)).map(({ note }) => note);
  const noted = notes.length === 0 ? '' : ` ${sentence([...new Set(notes)].join('; '))}`;
  if (article === null) return notes.length === 0 ? null : said(`No article was made of what leads there.${noted}`);
  const story = debrief.stories.find(
    ({ articles, copies }) => articles.includes(article.id) || copies.includes(article.id),
  );
  if (story === undefined)
    return said(`“${article.title}” is in our sources, but not of the time that the last debrief covers.${noted}`);
  if (story.copies.includes(article.id))
    return said(
      `“${article.title}” is a copy of another article of story ${debrief.stories.indexOf(story) + 1}; it counts as no further witness.${noted}`,
    );
  const why = standing(debrief, story, zone);
  return noted === '' ? why : { ...why, blocks: [...why.blocks, { kind: 'context', content: [text(noted.trim())] }] };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

export const why = command({
  path: ['why'],
  summary: 'why a story is in, out, or where it stands; without a name, how the last debrief came about',
  example: 'why 2',
  audience: 'everyone',
  options: z.object({
    story: z
      .string()
      .optional()
      .meta({ description: 'a story’s number, an article’s address, or words of its title', rest: true }),
  }),
  async run({ story: asked }, context, world) {
    const { debrief, zone } = await lastDebrief(context, world);
    if (asked === undefined) return toAsker(audit(debrief, zone));
    const wanted = asked.trim();
    if (/^\d+$/.test(wanted)) {
      const story = debrief.stories[Number(wanted) - 1];
      if (story === undefined)
        return refusal(
          said(
            `The last debrief has ${counted(debrief.stories.length, 'story', 'stories')}; there is no number ${wanted}.`,
          ),
        );
      return toAsker(standing(debrief, story, zone));
    }
    if (/^https?:/.test(wanted)) {
      const document = await ofAddress(wanted, debrief, zone, context, world);
      return document === null
        ? refusal(said(`No feed that this workspace may see has brought ${wanted}.`))
        : toAsker(document);
    }
    const has = (title: string): boolean => title.toLowerCase().includes(wanted.toLowerCase());
    const story = debrief.stories.find(({ headline }) => has(headline.text));
    if (story !== undefined) return toAsker(standing(debrief, story, zone));
    const left = debrief.leftOut.find(({ title }) => has(title));
    if (left !== undefined) return toAsker(said(`“${left.title}” was left out: ${left.reason}.`));
    return refusal(
      said(`Nothing in the last debrief, and nothing that was left out, is called “${wanted}”. why lists both.`),
    );
  },
});
