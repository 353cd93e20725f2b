import { debriefDocument } from '../document/debrief.ts';
import { adminLine, commandLine, strong, text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { topicNamed } from '../domain/topics.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Action, Block, Channel, Document, Inline } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { feedName } from '../secrets.ts';
import { nameOf } from './channel/setting.ts';
import { editionIn, habitOf } from './debriefs.ts';
import { feedRows } from './feeds/list.ts';
import { hiddenIn, withoutHidden } from './hidden.ts';
import { waysOf } from './ways.ts';
import type { World } from './world.ts';

/** Feeds that do not do well are named one by one up to here. */
const NAMED = 8;
/** Channels that are named one by one. */
const SHOWN = 20;

function channelLine(channel: Channel, { talk, settings }: Words): Inline[] {
  const { state, note, nextDueAt, schedule, choice } = channel;
  const next = nextDueAt === null ? talk.noTime : talk.nextOn(`${momentIn(nextDueAt, schedule.zone)} ${schedule.zone}`);
  const topics = choice.topics.map((id) => topicNamed(id)?.name ?? id).join(', ');
  return [
    strong(nameOf(channel, settings)),
    text(`: ${state === 'active' ? next : `${settings.states[state]}, ${note ?? settings.byAnAdmin}`}`),
    ...(topics === '' ? [] : [text(` · ${topics}`)]),
  ];
}

function channelBlocks(channels: readonly Channel[], admin: boolean, words: Words): Block[] {
  const { talk } = words;
  const heading: Block = { kind: 'heading', level: 2, text: talk.nextDebriefs };
  if (channels.length > 0) {
    const items = channels.slice(0, SHOWN).map((channel) => channelLine(channel, words));
    const rest = channels.length - items.length;
    return [
      heading,
      { kind: 'list', ordered: false, items: rest > 0 ? [...items, [text(talk.andMore(rest))]] : items },
    ];
  }
  const how = [text(admin ? talk.chooseOne : talk.anAdminSetsUp)];
  return [heading, { kind: 'paragraph', content: how }];
}

async function feedBlocks(context: Context, world: World): Promise<Block[]> {
  const { talk } = wordsIn(context.language);
  const rows = await feedRows(context, world);
  const wrong = rows.filter(({ health }) => !['fine', 'new'].includes(health.status));
  const items = wrong.slice(0, NAMED).map(({ feed, health }) => [strong(feedName(feed)), text(`: ${health.words}`)]);
  const rest = wrong.length - items.length;
  return [
    { kind: 'heading', level: 2, text: talk.feeds },
    {
      kind: 'paragraph',
      content: [text(talk.feedsStand(rows.length, wrong.length))],
    },
    ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
    ...(rest > 0
      ? [{ kind: 'context', content: [text(talk.andMoreFeeds(rest)), adminLine('feeds check')] } as const]
      : []),
  ];
}

function adminActions(channels: readonly Channel[], { talk, settings }: Words): Block {
  const [first] = channels;
  const setUp: Action =
    first === undefined
      ? { kind: 'form', id: 'schedule', label: talk.chooseAChannel }
      : { kind: 'form', id: `schedule:${first.id}`, label: talk.changeChannel(nameOf(first, settings)) };
  return {
    kind: 'actions',
    actions: [
      setUp,
      ...(first === undefined
        ? []
        : [
            { kind: 'form', id: 'schedule', label: talk.addAChannel } as const,
            { kind: 'press', id: `preview:${first.id}`, label: talk.showPreview } as const,
          ]),
      { kind: 'form', id: 'feed-new', label: talk.addAFeed },
    ],
  };
}

/** The home page of a workspace: when what comes where, how the feeds do, the last debrief; its admins change it there. */
export async function home(context: Context, world: World): Promise<Document> {
  const words = wordsIn(context.language);
  const channels = await world.store.channels.list(context.workspace);
  const { choice, zone } = await habitOf(context, world);
  const shown =
    channels[0] === undefined ? choice : await world.pipeline.choiceOf(context.workspace, channels[0].choice);
  const own = channels[0] === undefined ? null : await editionIn(channels[0].id, world);
  const [last] =
    own === null ? await world.store.debriefs.last(shown, new Date(world.clock.now().getTime() + 1), 1) : [own];
  const debrief =
    last === undefined
      ? []
      : debriefDocument(
          withoutHidden(last, await hiddenIn(context.workspace, world.store)),
          zone,
          await waysOf(last, context, world),
        ).blocks;
  const who: Block = context.admin
    ? adminActions(channels, words)
    : {
        kind: 'context',
        content: [text(words.talk.adminsChange), commandLine('help')],
      };
  return {
    summary: 'Debrief',
    blocks: [
      ...channelBlocks(channels, context.admin, words),
      ...(await feedBlocks(context, world)),
      who,
      ...(debrief.length === 0 ? [] : [{ kind: 'divider' } as const, ...debrief]),
    ],
    thread: [],
  };
}
