import { z } from 'zod';
import { rescheduled, scheduleInWords, slotsAfter } from '../../deliver/index.ts';
import { momentIn } from '../../document/when.ts';
import { ANY_TOPIC, DEFAULT_CHOICE, defaultSchedule } from '../../domain/habits.ts';
import { topicNamed } from '../../domain/topics.ts';
import { UsageError } from '../../errors.ts';
import { counted } from '../../locale/counted.ts';
import type { Channel, Schedule } from '../../model.ts';
import type { Context, Reply } from '../../ports/platform.ts';
import { audited } from '../audit.ts';
import { refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import type { World } from '../world.ts';

type Named = { readonly address: string; readonly name: string | null };

/** The option of a command that may be about another channel than the one it is said in. */
export const anotherChannel = z
  .string()
  .optional()
  .meta({ description: 'another channel than this one', channel: true });

/** The platform's own id in what people type, with its name where it is told: `<#C123|general>`, `<#123>`, `C123`. */
function channelIn(typed: string): Named {
  const [, address, name] = /^<#([^|>]+)(?:\|([^>]*))?>$/.exec(typed.trim()) ?? [];
  return { address: address ?? typed.trim(), name: name === undefined || name === '' ? null : `#${name}` };
}

function channelHere({ channel, channelName }: Context): Named | null {
  return channel === null ? null : { address: channel, name: channelName === undefined ? null : `#${channelName}` };
}

/** The channel that a setting is about: the named one, else the one it is said in. Throws a UsageError where there is none. */
export async function channelOf(
  typed: string | undefined,
  context: Context,
  world: World,
): Promise<{ readonly channel: Channel; readonly known: boolean }> {
  const named = typed === undefined ? channelHere(context) : channelIn(typed);
  if (named === null)
    throw new UsageError(['Name the channel (--channel), or say this in the channel that it is about.']);
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
    schedule: defaultSchedule(world.zone),
    choice: DEFAULT_CHOICE,
    state: 'active',
    note: null,
    nextDueAt: null,
  };
  return { channel, known: false };
}

export const nameOf = (channel: Channel): string =>
  channel.name ?? (channel.platform === 'terminal' ? 'This terminal' : `#${channel.address}`);

/** The next posts of a schedule, for people: what somebody sees before they trust it. */
export function nextInWords(schedule: Schedule, now: Date, count = 3): string {
  const slots = slotsAfter(schedule, now)
    .take(count)
    .map((slot) => momentIn(slot.toISOString(), schedule.zone));
  const words = [...slots].join(', ');
  return words === '' ? 'no debrief is due' : words;
}

/** What a channel gets, in a line or two. */
export function channelInWords(channel: Channel, now: Date): string {
  const { choice, schedule } = channel;
  const topics =
    choice.topics.length === 0
      ? 'all topics'
      : choice.topics
          .map((id) => (id === ANY_TOPIC ? 'whatever its feeds bring' : (topicNamed(id)?.name ?? id)))
          .join(', ');
  const feeds = choice.feeds.length === 0 ? 'all feeds of this workspace' : counted(choice.feeds.length, 'feed');
  const style = [
    choice.length === 'long' ? 'in the long form' : '',
    choice.language === 'en' ? '' : `in ${choice.language}`,
  ];
  const lists = [
    ...style,
    choice.follow.length > 0 ? `follows ${choice.follow.join(', ')}` : '',
    choice.mute.length > 0 ? `mutes ${choice.mute.join(', ')}` : '',
  ].filter((part) => part !== '');
  const state = channel.state === 'active' ? '' : ` ${channel.state}: ${channel.note ?? 'by an admin'}.`;
  return `${nameOf(channel)} gets its debrief ${scheduleInWords(schedule)}: ${topics}, from ${feeds}${lists.length > 0 ? `; ${lists.join('; ')}` : ''}.${state} Next: ${nextInWords(schedule, now)}.`;
}

/**
 * Saves a channel's setting with its next slot, writes the change to the audit log and says what holds now. Refused where the bot may
 * not post there, with what is missing.
 */
export async function saved(
  before: { readonly channel: Channel; readonly known: boolean },
  change: Partial<Channel>,
  action: string,
  context: Context,
  world: World,
): Promise<Reply> {
  const { store, clock } = world;
  const { channel, known } = before;
  if (!known) {
    const missing =
      (await world
        .platform(channel.platform)
        ?.missing({ workspace: channel.workspace, channel: channel.address, thread: null })) ?? [];
    if (missing.length > 0) return refusal(said(`Nothing was saved: ${missing.join('; ')}.`));
  }
  const now = clock.now();
  const next = rescheduled({ ...channel, ...change }, now);
  await store.channels.save(next);
  const words = channelInWords(next, now);
  await audited(action, words, context, world);
  return toAsker(said(words));
}
