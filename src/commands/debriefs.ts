import type { Debrief } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { hiddenIn, withoutHidden } from './hidden.ts';
import type { World } from './world.ts';

/** The row of the channel that somebody asks from; null where it has no schedule. */
export const channelId = (context: Context): string | null =>
  context.channel === null ? null : `${context.workspace}:${context.channel}`;

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

/** The asker's last debrief; composed of the last day where there is none yet. */
export async function lastDebrief(
  context: Context,
  world: World,
): Promise<{ readonly debrief: Debrief; readonly zone: string }> {
  const { choice, zone } = await habitOf(context, world);
  const now = world.clock.now();
  const [last] = await world.store.debriefs.last(choice, new Date(now.getTime() + 1), 1);
  const debrief = last ?? (await world.pipeline.compose(choice, now, 'look'));
  return { debrief: withoutHidden(debrief, await hiddenIn(context.workspace, world.store)), zone };
}
