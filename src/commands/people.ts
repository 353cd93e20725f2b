import type { Words } from '../locale/index.ts';
import type { Action, Block } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { World } from './world.ts';

/** Names of people of a workspace by their ids; none where the platform does not tell. */
async function namesOf(
  whom: readonly string[] | 'admins',
  { workspace, platform }: Pick<Context, 'workspace' | 'platform'>,
  { log, ...world }: World,
): Promise<ReadonlyMap<string, string>> {
  try {
    return (await world.platform(platform)?.names?.(workspace, whom)) ?? new Map();
  } catch (error) {
    log.warn({ workspace, error }, 'a platform did not tell the names of people');
    return new Map();
  }
}

/** People as they are called, by their ids where that is not known; in the order that they are given in. */
export async function called(ids: readonly string[], context: Context, world: World): Promise<readonly string[]> {
  const names = ids.length === 0 ? null : await namesOf(ids, context, world);
  return ids.map((id) => names?.get(id) ?? id);
}

/** The names of those who may change settings, as far as the platform tells them. */
export const adminNames = async (context: Context, world: World): Promise<readonly string[]> => [
  ...(await namesOf('admins', context, world)).values(),
];

/** The button that asks those who may set a channel up to do it. */
export const askAnAdmin = ({ talk }: Words, style: 'primary' | undefined = undefined): Action => ({
  kind: 'press',
  id: 'ask-admins:channel',
  label: talk.askAnAdmin,
  ...(style === undefined ? {} : { style }),
});

/** What is said to somebody who may not: who may, and the button that asks them. */
export async function forAdmins(why: string, context: Context, world: World, words: Words): Promise<readonly Block[]> {
  const names = await adminNames(context, world);
  const who = names.length === 0 ? why : `${why} ${words.talk.adminsAre(names)}`;
  return [
    { kind: 'paragraph', content: [{ kind: 'text', text: who }] },
    { kind: 'actions', actions: [askAnAdmin(words)] },
  ];
}
