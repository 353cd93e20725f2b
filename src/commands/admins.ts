import { z } from 'zod';
import { text } from '../document/inline.ts';
import type { Edit } from '../model.ts';
import { change } from './change.ts';
import { command, refusal, toAsker } from './command.ts';
import { home } from './home.ts';
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
    const named = await world.store.workspaces.admins(context.workspace);
    if (named.includes(user)) return toAsker(said('This person may change settings here already.'));
    await change('admins add', user, [{ kind: 'admin', user, before: false, after: true }], context, world);
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
    const named = await world.store.workspaces.admins(context.workspace);
    if (!named.includes(user))
      return refusal(said(`Nobody was removed: “${user}” was not named. Named are: ${named.join(', ') || 'none'}.`));
    await change('admins remove', user, [{ kind: 'admin', user, before: true, after: false }], context, world);
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

export const adminsHandover = command({
  path: ['admins', 'handover'],
  summary: 'hand this workspace over: somebody else is named, you are not any more, and both read how it stands',
  example: 'admins handover @ana',
  audience: 'admin',
  options: z.object({ person }),
  async run({ person: typed }, context, world) {
    const user = userIn(typed);
    if (user === null) return refusal(said(NOBODY));
    if (user === context.user.id) return refusal(said('That is you already; name somebody else.'));
    const named = await world.store.workspaces.admins(context.workspace);
    const edits: Edit[] = [];
    if (!named.includes(user)) edits.push({ kind: 'admin', user, before: false, after: true });
    if (named.includes(context.user.id))
      edits.push({ kind: 'admin', user: context.user.id, before: true, after: false });
    await change('admins handover', `to ${user}`, edits, context, world);
    const standing = await home({ ...context, admin: true }, world);
    const summary = `Handed over to ${user}`;
    return toAsker({
      summary,
      blocks: [
        { kind: 'heading', level: 2, text: summary },
        {
          kind: 'paragraph',
          content: [
            text(
              `${user} may change settings here now${named.includes(context.user.id) ? '; you may not any more, unless the platform says so' : ''}. How it stands, for both of you:`,
            ),
          ],
        },
        ...standing.blocks.slice(
          0,
          standing.blocks.findIndex(({ kind }) => kind === 'actions'),
        ),
        {
          kind: 'context',
          content: [text('What was changed, and by whom: audit. Everything as a file: export. Taken back: undo.')],
        },
      ],
      thread: [],
    });
  },
});
