import { adminLine, commandLine, strong, text } from '../document/inline.ts';
import { longDay, momentIn } from '../document/when.ts';
import { DEFAULT_CHOICE } from '../domain/habits.ts';
import { topicNamed } from '../domain/topics.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Action, Block, Channel, Document, Inline } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { feedName } from '../secrets.ts';
import { nameOf } from './channel/setting.ts';
import { editionIn, habitOf } from './debriefs.ts';
import { feedRows } from './feeds/list.ts';
import { hiddenIn, withoutHidden } from './hidden.ts';
import { LOOK } from './latest.ts';
import { forAdmins } from './people.ts';
import type { World } from './world.ts';

/** Feeds that do not do well are named one by one up to here. */
const NAMED = 8;
/** Channels that are named one by one. */
const SHOWN = 20;

/** When a channel's next debrief comes, about what, how long, and in which language where that is not English. */
function channelLine(channel: Channel, { talk, settings }: Words): Inline[] {
  const { state, note, nextDueAt, schedule, choice } = channel;
  const next = nextDueAt === null ? talk.noTime : talk.nextOn(`${momentIn(nextDueAt, schedule.zone)} ${schedule.zone}`);
  const topics = choice.topics.map((id) => topicNamed(id)?.name ?? id).join(', ');
  return [
    strong(nameOf(channel, settings)),
    text(`: ${state === 'active' ? next : `${settings.states[state]}, ${note ?? settings.byAnAdmin}`}`),
    ...(topics === '' ? [] : [text(` · ${topics}`)]),
    ...(choice.length === DEFAULT_CHOICE.length ? [] : [text(` · ${settings.aspects.length}: ${choice.length}`)]),
    ...(choice.language === DEFAULT_CHOICE.language ? [] : [text(` · ${choice.language}`)]),
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

function channelActions(channels: readonly Channel[], { talk, settings }: Words): Block {
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
    ],
  };
}

const feedActions = ({ talk }: Words): Block => ({
  kind: 'actions',
  actions: [{ kind: 'form', id: 'feed-new', label: talk.addAFeed }],
});

/** The newest debrief: its day and headline, where it stands in its channel, and a button that shows it. */
async function latestBlocks(channels: readonly Channel[], context: Context, world: World): Promise<Block[]> {
  const words = wordsIn(context.language);
  const { talk } = words;
  const now = new Date(world.clock.now().getTime() + 1);
  const [first] = channels;
  const own = first === undefined ? null : await editionIn(first.id, world);
  const { choice, zone } = await habitOf(context, world);
  const shown = first === undefined ? choice : await world.pipeline.choiceOf(context.workspace, first.choice);
  const newest = own ?? (await world.store.debriefs.last(shown, now, 1))[0];
  if (newest === undefined) return [];
  const last = withoutHidden(newest, await hiddenIn(context.workspace, world.store));
  const { headline, counts } = last;
  const link = first === undefined || own === null ? null : await messageOf(own.id, first.id, world);
  const said = headline?.text ?? talk.nothingNew;
  const pieces: Inline[] = [
    strong(longDay(last.window.to, first?.schedule.zone ?? zone, words)),
    text(`: ${said} · ${words.debrief.stories(last.stories.length)}, ${words.debrief.articles(counts.articles)}`),
    ...(link === null ? [] : [text(' · '), { kind: 'link', text: talk.whereItStands, href: link } as const]),
  ];
  return [
    { kind: 'heading', level: 2, text: talk.latest },
    { kind: 'paragraph', content: pieces },
    { kind: 'actions', actions: [{ kind: 'press', id: LOOK, label: talk.readIt }] },
  ];
}

/** Editions that are looked through for the message of a debrief. */
const LOOKED_THROUGH = 5;

/** The address of the message that a debrief stands in; null where the platform has not told it. */
async function messageOf(debrief: string, channel: string, { store: { deliveries } }: World): Promise<string | null> {
  for (const { edition, reference } of await deliveries.last(channel, LOOKED_THROUGH))
    if ((await deliveries.debrief(edition)) === debrief) return reference?.link ?? null;
  return null;
}

/** The home page of a workspace: when what comes where, the newest debrief, how the feeds do; its admins change it there. */
export async function home(context: Context, world: World): Promise<Document> {
  const words = wordsIn(context.language);
  const channels = await world.store.channels.list(context.workspace);
  const { admin } = context;
  const others: readonly Block[] = admin
    ? []
    : [
        ...(await forAdmins(words.talk.adminsChange, context, world, words)),
        { kind: 'context', content: [text(words.talk.everybodyAsks), commandLine('help')] },
      ];
  return {
    summary: 'Debrief',
    blocks: [
      ...channelBlocks(channels, admin, words),
      ...(admin ? [channelActions(channels, words)] : []),
      ...(await feedBlocks(context, world)),
      ...(admin ? [feedActions(words)] : []),
      ...others,
      ...(await latestBlocks(channels, context, world)),
    ],
    thread: [],
  };
}
