import type { Context } from '../ports/platform.ts';
import type { World } from './world.ts';

/** Writes a change that an admin made to the workspace's audit log. */
export function audited(action: string, detail: string, context: Context, world: World): Promise<void> {
  return world.store.audit.add({
    workspace: context.workspace,
    at: world.clock.now().toISOString(),
    user: context.user.name ?? context.user.id,
    action,
    detail,
  });
}
