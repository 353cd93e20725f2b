import { z } from 'zod';
import { text } from '../document/inline.ts';
import { audited } from './audit.ts';
import { command, refusal, toAsker } from './command.ts';
import { said } from './said.ts';

const person = z.string().meta({ description: 'a person: mention them with @, or give their id' });

/** The platform's own id in what people type: `<@U123|ana>`, `<@123>`, `U123`. */
function userIn(typed: string): string | null {
  const mention = /^<@!?([^|>]+)(?:\|[^>]*)?>$/.exec(typed.trim());
  const id = mention?.[1] ?? typed.trim();
  return /^[A-Za-z0-9]{2,32}$/.test(id) ? id : null;
}

const NOBODY = 'Expected a person of this workspace: mention them with @, or give their id.';

export const adminsAdd = command({
  path: ['admins', 'add'],
  summary: 'name somebody who may change settings here beside the platform’s own admins',
  example: 'admins add @ana',
  audience: 'admin',
  options: z.object({ person }),
  async run({ person: typed }, context, world) {
    const user = userIn(typed);
    if (user === null) return refusal(said(NOBODY));
    await world.store.workspaces.addAdmin(context.workspace, user);
    await audited('admins add', user, context, world);
    return toAsker(said('Done: this person may change settings here.'));
  },
});

export const adminsRemove = command({
  path: ['admins', 'remove'],
  summary: 'take back what admins add gave',
  example: 'admins remove @ana',
  audience: 'admin',
  options: z.object({ person }),
  async run({ person: typed }, context, world) {
    const user = userIn(typed);
    if (user === null) return refusal(said(NOBODY));
    await world.store.workspaces.removeAdmin(context.workspace, user);
    await audited('admins remove', user, context, world);
    return toAsker(said('Done: this person may not change settings here any more, unless the platform says so.'));
  },
});

export const adminsList = command({
  path: ['admins', 'list'],
  summary: 'who was named to change settings here',
  example: 'admins list',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const named = await world.store.workspaces.admins(context.workspace);
    if (named.length === 0) return toAsker(said('Nobody was named; the platform’s own admins may change settings.'));
    return toAsker({
      summary: `${named.length} named`,
      blocks: [{ kind: 'list', ordered: false, items: named.map((id) => [text(id)]) }],
      thread: [],
    });
  },
});
