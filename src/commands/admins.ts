import { z } from 'zod';
import { text } from '../document/inline.ts';
import { wordsIn } from '../locale/index.ts';
import type { Edit } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { change } from './change.ts';
import { command, refusal, toAsker } from './command.ts';
import { home } from './home.ts';
import { called } from './people.ts';
import { personIn } from './person.ts';
import { said } from './said.ts';
import type { World } from './world.ts';

const nameOf = async (user: string, context: Context, world: World): Promise<string> =>
  (await called([user], context, world))[0] ?? user;

const person = z.string().meta({ person: true });

export const adminsAdd = command({
  path: ['admins', 'add'],
  example: 'admins add @ana',
  audience: 'admin',
  options: z.object({ person }),
  async run({ person: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const user = personIn(typed);
    if (user === null) return refusal(said(settings.aPerson));
    const named = await world.store.workspaces.admins(context.workspace);
    if (named.includes(user)) return toAsker(said(settings.adminAlready));
    await change(
      'admins add',
      await nameOf(user, context, world),
      [{ kind: 'admin', user, before: false, after: true }],
      context,
      world,
    );
    return toAsker(said(settings.adminAdded));
  },
});

export const adminsRemove = command({
  path: ['admins', 'remove'],
  example: 'admins remove @ana',
  audience: 'admin',
  options: z.object({ person }),
  async run({ person: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const user = personIn(typed);
    if (user === null) return refusal(said(settings.aPerson));
    const named = await world.store.workspaces.admins(context.workspace);
    if (!named.includes(user))
      return refusal(said(settings.notNamed(user, (await called(named, context, world)).join(', '))));
    await change(
      'admins remove',
      await nameOf(user, context, world),
      [{ kind: 'admin', user, before: true, after: false }],
      context,
      world,
    );
    return toAsker(said(settings.adminRemoved));
  },
});

export const adminsList = command({
  path: ['admins', 'list'],
  example: 'admins list',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { settings } = wordsIn(context.language);
    const named = await world.store.workspaces.admins(context.workspace);
    if (named.length === 0) return toAsker(said(settings.nobodyNamed));
    return toAsker({
      summary: settings.named(named.length),
      blocks: [
        { kind: 'list', ordered: false, items: (await called(named, context, world)).map((name) => [text(name)]) },
      ],
      thread: [],
    });
  },
});

export const adminsHandover = command({
  path: ['admins', 'handover'],
  example: 'admins handover @ana',
  audience: 'admin',
  options: z.object({ person }),
  async run({ person: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const user = personIn(typed);
    if (user === null) return refusal(said(settings.aPerson));
    if (user === context.user.id) return refusal(said(settings.yourself));
    const named = await world.store.workspaces.admins(context.workspace);
    const edits: Edit[] = [];
    if (!named.includes(user)) edits.push({ kind: 'admin', user, before: false, after: true });
    if (named.includes(context.user.id))
      edits.push({ kind: 'admin', user: context.user.id, before: true, after: false });
    const name = await nameOf(user, context, world);
    await change('admins handover', `to ${name}`, edits, context, world);
    const standing = await home({ ...context, admin: true }, world);
    const summary = settings.handedOver(name);
    return toAsker({
      summary,
      blocks: [
        { kind: 'heading', level: 2, text: summary },
        {
          kind: 'paragraph',
          content: [text(settings.handover(name, named.includes(context.user.id)))],
        },
        ...standing.blocks.slice(
          0,
          standing.blocks.findIndex(({ kind }) => kind === 'actions'),
        ),
        {
          kind: 'context',
          content: [text(settings.handoverNext)],
        },
      ],
      thread: [],
    });
  },
});
