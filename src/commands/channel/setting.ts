import { z } from 'zod';
import { rescheduled, scheduleInWords, slotsAfter } from '../../deliver/index.ts';
import { text } from '../../document/inline.ts';
import { momentFrom } from '../../document/when.ts';
import { ANY_TOPIC, DEFAULT_CHOICE, defaultSchedule } from '../../domain/habits.ts';
import { topicNamed } from '../../domain/topics.ts';
import { UsageError } from '../../errors.ts';
import { ENGLISH, isDebriefLanguage, type Words, wordsIn } from '../../locale/index.ts';
import type { Block, Channel, Document, Edit } from '../../model.ts';
import type { Context, Reply } from '../../ports/platform.ts';
import { change } from '../change.ts';
import { refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import type { World } from '../world.ts';

type Named = { readonly address: string; readonly name: string | null };

/** The option of a command that may be about another channel than the one it is said in. */
export const anotherChannel = z.string().optional().meta({ channel: true });

/** The platform's own id in what people type, with its name where it is told: `<#C123|general>`, `<#123>`, `C123`. */
function channelIn(typed: string): Named {
  const [, address, name] = /^<#([^|>]+)(?:\|([^>]*))?>$/.exec(typed.trim()) ?? [];
  return { address: address ?? typed.trim(), name: name === undefined || name === '' ? null : `#${name}` };
}

function channelHere({ channel, channelName, threadChannel }: Context): Named | null {
  if (threadChannel !== undefined) return { address: threadChannel, name: null };
  return channel === null ? null : { address: channel, name: channelName === undefined ? null : `#${channelName}` };
}

/** The channel that a setting is about: the named one, else the one it is said in. Throws a UsageError where there is none. */
export async function channelOf(
  typed: string | undefined,
  context: Context,
  world: World,
): Promise<{ readonly channel: Channel; readonly known: boolean }> {
  const named = typed === undefined ? channelHere(context) : channelIn(typed);
  if (named === null) throw new UsageError([wordsIn(context.language).settings.nameAChannel]);
  const { address, name } = named;
  const id = `${context.workspace}:${address}`;
  const row = await world.store.channels.get(id);
  if (row !== null) return { channel: { ...row, name: name ?? row.name }, known: true };
  const channel: Channel = {
    id,
    workspace: context.workspace,
    platform: context.platform,
    address,
    name,
    schedule: defaultSchedule(context.zone ?? world.zone),
    choice: DEFAULT_CHOICE,
    state: 'off',
    note: null,
    nextDueAt: null,
  };
  return { channel, known: false };
}

type Settings = Words['settings'];

export const nameOf = (channel: Channel, { thisTerminal }: Settings = ENGLISH.settings): string =>
  channel.name ??
  (channel.platform === 'terminal' && channel.address === 'terminal' ? thisTerminal : `#${channel.address}`);

/** What a channel's state becomes when it is given a schedule: on, unless it is closed to the bot. */
export const startedFrom = ({ state }: Channel): Pick<Channel, 'state'> & Partial<Channel> =>
  state === 'lost' ? { state } : { state: 'active', note: null };

/** How many of a channel's coming posts are shown. */
const NEXT = 3;

/** The next posts of a channel, for people: what is stored, by which it is posted, and what follows by its schedule. */
function nextInWords({ schedule, nextDueAt }: Channel, settings: Settings, now: Date): string {
  if (nextDueAt === null) return settings.noneDue;
  const after = slotsAfter(schedule, new Date(nextDueAt))
    .take(NEXT - 1)
    .map((slot) => slot.toISOString());
  return [nextDueAt, ...after].map((slot) => momentFrom(now, slot, schedule.zone)).join(', ');
}

/** Who reads a list of topics: "all topics" where none is chosen. */
function topicsInWords(topics: readonly string[], settings: Settings): string {
  if (topics.length === 0) return settings.allTopics;
  return topics.map((id) => (id === ANY_TOPIC ? settings.anyTopic : (topicNamed(id)?.name ?? id))).join(', ');
}

const listed = (words: readonly string[], { none }: Settings): string => (words.length === 0 ? none : words.join(', '));

/** What can be set of a channel, each in words: what `channel show` lists, and where two of them differ, the change. */
const ASPECTS: readonly (readonly [
  keyof Settings['aspects'],
  (channel: Channel, settings: Settings, now: Date) => string,
])[] = [
  [
    'state',
    ({ state, note }, { states }) =>
      state === 'active' ? states.active : `${states[state]}${note === null ? '' : ` (${note})`}`,
  ],
  ['when', ({ schedule }, { spoken }) => scheduleInWords(schedule, spoken)],
  ['topics', ({ choice }, settings) => topicsInWords(choice.topics, settings)],
  [
    'feeds',
    ({ choice }, settings) => (choice.feeds.length === 0 ? settings.allFeeds : settings.feeds(choice.feeds.length)),
  ],
  ['follows', ({ choice }, settings) => listed(choice.follow, settings)],
  ['mutes', ({ choice }, settings) => listed(choice.mute, settings)],
  ['length', ({ choice }) => choice.length],
  ['language', ({ choice }) => choice.language],
  ['holidays', ({ schedule }, settings) => listed(schedule.holidays, settings)],
  ['calls', ({ schedule }, { nobody }) => schedule.calls ?? nobody],
  [
    'pausedUntil',
    ({ schedule }, { notPaused }, now) =>
      schedule.pausedUntil === null ? notPaused : momentFrom(now, schedule.pausedUntil, schedule.zone),
  ],
];

/** `when: on weekdays at 08:30 Europe/Berlin → every day at 07:00 Europe/Berlin`; empty where nothing differs. */
function differencesInWords(before: Channel, after: Channel, settings: Settings, now: Date): string[] {
  return ASPECTS.flatMap(([name, words]) => {
    const [was, is] = [words(before, settings, now), words(after, settings, now)];
    return was === is ? [] : [`${settings.aspects[name]}: ${was} → ${is}`];
  });
}

/** A channel's settings as a table, the pauses and holidays among them, and its next three posts. */
export function channelDocument(channel: Channel, settings: Settings, now: Date): Document {
  const summary = channelInWords(channel, settings, now);
  const rows = [
    ...ASPECTS.map(([name, words]) => [settings.aspects[name], words(channel, settings, now)]),
    [settings.aspects.next, channel.state === 'active' ? nextInWords(channel, settings, now) : settings.noneDue],
  ];
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, text: nameOf(channel, settings) },
      {
        kind: 'table',
        columns: settings.settingColumns.map((title) => ({ title, align: 'left' })),
        rows: rows.map((cells) => cells.map((cell) => [text(cell)])),
      },
    ],
    thread: [],
  };
}

function languageInWords(language: string, settings: Settings): string {
  if (language === 'en') return '';
  return isDebriefLanguage(language) ? settings.inLanguage(language) : settings.inUnchecked(language);
}

/** What a channel gets, in a line or two. */
export function channelInWords(channel: Channel, settings: Settings, now: Date): string {
  const { choice, schedule, state, note } = channel;
  const name = nameOf(channel, settings);
  if (state === 'off') return settings.off(name);
  const feeds = choice.feeds.length === 0 ? settings.allFeeds : settings.feeds(choice.feeds.length);
  const rest = [
    choice.length === 'long' ? settings.longForm : '',
    languageInWords(choice.language, settings),
    choice.follow.length > 0 ? settings.follows(choice.follow.join(', ')) : '',
    choice.mute.length > 0 ? settings.mutes(choice.mute.join(', ')) : '',
    schedule.holidays.length > 0 ? settings.notOn(schedule.holidays.join(', ')) : '',
  ].filter((part) => part !== '');
  const what = settings.what(topicsInWords(choice.topics, settings), feeds, rest);
  const next =
    state === 'active'
      ? settings.next(nextInWords(channel, settings, now))
      : settings.stands(settings.states[state], note);
  return settings.gets(name, scheduleInWords(schedule, settings.spoken), what, next);
}

/**
 * Saves a channel's setting, writes down what was before and what is now, and says both. Refused where the bot may not post there, with
 * what is missing. A channel without a schedule keeps what is set for it, and starts only when it is given one.
 */
export async function saved(
  before: { readonly channel: Channel; readonly known: boolean },
  changes: Partial<Channel>,
  action: string,
  context: Context,
  world: World,
): Promise<Reply> {
  const { settings } = wordsIn(context.language);
  const { channel, known } = before;
  if (!known) {
    const missing =
      (await world
        .platform(channel.platform)
        ?.missing({ workspace: channel.workspace, channel: channel.address, thread: null })) ?? [];
    if (missing.length > 0) return refusal(said(settings.notSaved(missing.join('; '))));
  }
  const now = world.clock.now();
  const next = rescheduled({ ...channel, ...changes }, now);
  const differences = differencesInWords(channel, next, settings, now);
  const words = channelInWords(next, settings, now);
  if (known && differences.length === 0) return toAsker(said(settings.soAlready(words)));
  const edit: Edit = { kind: 'channel', before: known ? channel : null, after: next };
  // What was changed is written down in one language, whoever changed it.
  const detail = known
    ? `${nameOf(channel)}: ${differencesInWords(channel, next, ENGLISH.settings, now).join('; ')}`
    : channelInWords(next, ENGLISH.settings, now);
  await change(action, detail, [edit], context, world);
  const changed: Block[] = known
    ? [{ kind: 'context', content: [text(settings.changed(differences.join('; ')))] }]
    : [];
  return toAsker({ summary: words, blocks: [{ kind: 'paragraph', content: [text(words)] }, ...changed], thread: [] });
}
