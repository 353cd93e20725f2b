import { DAY_MS } from '../durations.ts';
import type { Debrief } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { hiddenIn, withoutHidden } from './hidden.ts';
import type { World } from './world.ts';

/** For so long what somebody asks is about the debrief that they looked at, unless another was posted since. */
const LOOK_MS = DAY_MS;

/** A debrief as the asker may see it, and the zone that its times are shown in. */
export type Shown = { readonly debrief: Debrief; readonly zone: string };

/** The row of the channel that somebody asks from; null where it has no schedule. */
export const channelId = (context: Context): string | null =>
  context.channel === null ? null : `${context.workspace}:${context.channel}`;

/** One person in one channel: what they look at is nobody else's. */
const readerOf = ({ channel, user }: Context): string => `${channel ?? ''}:${user.id}`;

/** What the asker's channel gets: its own choice and zone, else what everybody gets. */
export async function habitOf(
  context: Context,
  world: World,
): Promise<{ readonly choice: Debrief['choice']; readonly zone: string }> {
  const id = channelId(context);
  const channel = id === null ? null : await world.store.channels.get(id);
  const choice = await world.pipeline.choiceOf(context.workspace, channel?.choice ?? null);
  return { choice, zone: channel?.schedule.zone ?? world.zone };
}

/** Shows a debrief, without what was reported as wrong: what the asker says next is about it. */
async function show(debrief: Debrief, zone: string, context: Context, world: World): Promise<Shown> {
  const { workspace } = context;
  const at = world.clock.now().toISOString();
  await world.store.looks.add({ workspace, reader: readerOf(context), debrief: debrief.id, at });
  return { debrief: withoutHidden(debrief, await hiddenIn(workspace, world.store)), zone };
}

/** The debriefs (ids, the newest first) that stand in the asker's channel. */
async function toldTo(context: Context, world: World): Promise<readonly string[]> {
  const id = channelId(context);
  return id === null ? [] : world.pipeline.toldIn(id, new Date(world.clock.now().getTime() + 1));
}

/** The newest edition of a channel; null where none stands there. */
export async function editionIn(channel: string, world: World): Promise<Debrief | null> {
  const [newest] = await world.pipeline.toldIn(channel, new Date(world.clock.now().getTime() + 1));
  return newest === undefined ? null : world.store.debriefs.get(newest);
}

/** The newest edition of the asker's channel; where none stands there, the newest of its choice. */
async function newestFor(context: Context, world: World): Promise<Debrief | null> {
  const id = channelId(context);
  const own = id === null ? null : await editionIn(id, world);
  if (own !== null) return own;
  const { choice } = await habitOf(context, world);
  const [last] = await world.store.debriefs.last(choice, new Date(world.clock.now().getTime() + 1), 1);
  return last ?? null;
}

/** The asker's newest debrief; composed of the last day where there is none yet. */
export async function newestDebrief(context: Context, world: World): Promise<Shown> {
  const { choice, zone } = await habitOf(context, world);
  const newest = await newestFor(context, world);
  return show(newest ?? (await world.pipeline.compose(choice, world.clock.now(), 'look')), zone, context, world);
}

/** Editions that are looked through for that of a day. */
const REACH = 60;

/** The asker's newest debrief of a time; null where there was none. */
export async function debriefBetween(from: Date, to: Date, context: Context, world: World): Promise<Shown | null> {
  const { choice, zone } = await habitOf(context, world);
  const id = channelId(context);
  const own = id === null ? [] : await world.pipeline.toldIn(id, new Date(to.getTime() + 1));
  const kept =
    own.length > 0
      ? (await Promise.all(own.map((each) => world.store.debriefs.get(each)))).filter((each) => each !== null)
      : await world.store.debriefs.last(choice, new Date(to.getTime() + 1), REACH);
  const found = kept.find(({ window }) => Date.parse(window.to) >= from.getTime());
  return found === undefined ? null : show(found, zone, context, world);
}

/** What the asker's channel would get now, after what it was told already. */
export async function draftedDebrief(context: Context, world: World): Promise<Shown> {
  const { choice, zone } = await habitOf(context, world);
  const told = await toldTo(context, world);
  return show(await world.pipeline.compose(choice, world.clock.now(), 'look', told), zone, context, world);
}

/** The debrief that the asker means by "the last": the one they looked at, else the newest. */
export async function lastDebrief(context: Context, world: World): Promise<Shown> {
  const { store, clock } = world;
  const look = await store.looks.last(context.workspace, readerOf(context));
  if (look === null || Date.parse(look.at) < clock.now().getTime() - LOOK_MS) return newestDebrief(context, world);
  const { zone } = await habitOf(context, world);
  const posted = await newestFor(context, world);
  const isOlder = posted === null || posted.window.to <= look.at;
  const looked = isOlder ? await store.debriefs.get(look.debrief) : null;
  return looked === null ? newestDebrief(context, world) : show(looked, zone, context, world);
}

/** The debrief that a button or a form names; null where the workspace was never shown it, or it is not kept any more. */
export async function debriefNamed(id: string, context: Context, world: World): Promise<Shown | null> {
  const { store } = world;
  const debrief = (await store.looks.shown(context.workspace, id)) ? await store.debriefs.get(id) : null;
  if (debrief === null) return null;
  const { zone } = await habitOf(context, world);
  return show(debrief, zone, context, world);
}
