import { channelId, habitOf } from '../commands/debriefs.ts';
import { hiddenIn, withoutHidden } from '../commands/hidden.ts';
import type { Debrief } from '../model.ts';
import type { PageWorld, Visitor } from './page.ts';

/** The debriefs of the visitor's channel before a moment, the newest first; where none stands there, those of its choice. */
export async function editionsBefore(
  before: Date,
  limit: number,
  { context }: Visitor,
  world: PageWorld,
): Promise<readonly Debrief[]> {
  const { store } = world;
  const id = channelId(context);
  const posted = id === null ? [] : await store.deliveries.shown(id, before, limit);
  const kept =
    posted.length > 0
      ? (await Promise.all(posted.map((each) => store.debriefs.get(each)))).filter((each) => each !== null)
      : await store.debriefs.last((await habitOf(context, world)).choice, before, limit);
  const hidden = await hiddenIn(context.workspace, store);
  return kept.map((debrief) => withoutHidden(debrief, hidden));
}
