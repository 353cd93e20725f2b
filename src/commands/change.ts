import { rescheduled } from '../deliver/index.ts';
import type { Edit } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { World } from './world.ts';

/** Writes down what somebody did to a workspace; `edits` take it back. */
export async function audited(
  action: string,
  detail: string,
  context: Context,
  world: World,
  edits: readonly Edit[] = [],
): Promise<void> {
  const { workspace, user } = context;
  const at = world.clock.now().toISOString();
  await world.store.audit.add({ workspace, at, user: user.name ?? user.id, userId: user.id, action, detail, edits });
}

async function apply(edit: Edit, workspace: string, { store, clock }: World): Promise<void> {
  switch (edit.kind) {
    case 'channel':
      return store.channels.save(rescheduled(edit.after, clock.now()));
    case 'feed':
      return edit.after ? store.feeds.subscribe(workspace, edit.feed) : store.feeds.unsubscribe(workspace, edit.feed);
    case 'admin':
      return edit.after
        ? store.workspaces.addAdmin(workspace, edit.user)
        : store.workspaces.removeAdmin(workspace, edit.user);
  }
}

/** The one way in which a setting changes: each edit is made, and all of them are written down as one change. */
export async function change(
  action: string,
  detail: string,
  edits: readonly Edit[],
  context: Context,
  world: World,
  undoable = true,
): Promise<void> {
  for (const edit of edits) await apply(edit, context.workspace, world);
  await audited(action, detail, context, world, undoable ? edits : []);
}

/** The edit that takes another back. A channel that there was not is off again: what it was shown stays known. */
export function inverse(edit: Edit): Edit {
  if (edit.kind !== 'channel') return { ...edit, before: edit.after, after: edit.before };
  return { kind: 'channel', before: edit.after, after: edit.before ?? { ...edit.after, state: 'off', note: null } };
}

const settingsOf = ({ schedule, choice, state }: Extract<Edit, { kind: 'channel' }>['after']): string =>
  JSON.stringify([schedule, choice, state === 'lost' ? 'active' : state]);

/** Whether what an edit made is as it left it; where it is not, somebody has changed it since. */
export async function stands(edit: Edit, workspace: string, { store }: World): Promise<boolean> {
  switch (edit.kind) {
    case 'channel': {
      const now = await store.channels.get(edit.after.id);
      return now !== null && settingsOf(now) === settingsOf(edit.after);
    }
    case 'feed':
      return (await store.feeds.visible(workspace)).some(({ id }) => id === edit.feed) === edit.after;
    case 'admin':
      return (await store.workspaces.admins(workspace)).includes(edit.user) === edit.after;
  }
}
