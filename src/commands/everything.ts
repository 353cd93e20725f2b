import { z } from 'zod';
import { code, text } from '../document/inline.ts';
import { counted } from '../locale/counted.ts';
import type { Block } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { opensDoors } from '../secrets.ts';
import { command, refusal, toAsker } from './command.ts';
import type { World } from './world.ts';

const KEPT = 10_000;

/** All that is kept of a workspace and is its own: settings, feeds, people, reports, changes. */
async function everything({ workspace }: Context, { store, clock }: World) {
  const reports = await Promise.all(
    (['open', 'upheld', 'dismissed'] as const).map((state) => store.reports.list(workspace, state)),
  );
  return {
    exportedAt: clock.now().toISOString(),
    workspace: await store.workspaces.get(workspace),
    channels: await store.channels.list(workspace),
    // What lets in whoever has it stays with whom it belongs to: the machine's owner, for a feed of the pack.
    feeds: (await store.feeds.visible(workspace)).filter(({ owner, url }) => owner !== null || !opensDoors(url)),
    admins: await store.workspaces.admins(workspace),
    reports: reports.flat(),
    changes: (await store.audit.list(workspace, KEPT)).map(({ edits: _, ...entry }) => entry),
  };
}

export const exportAll = command({
  path: ['export'],
  summary: 'everything that is kept of this workspace, as JSON',
  example: 'export',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const all = await everything(context, world);
    return toAsker({
      summary: `Everything of this workspace: ${counted(all.channels.length, 'channel')}, ${counted(all.feeds.length, 'feed')}`,
      blocks: [{ kind: 'code', text: JSON.stringify(all, null, 2) }],
      thread: [],
    });
  },
});

export const deleteAll = command({
  path: ['delete'],
  summary: 'delete everything of this workspace, for good; said without the word “everything”, it tells what that is',
  example: 'delete everything',
  audience: 'admin',
  options: z.object({ what: z.string().optional().meta({ description: 'the word “everything”', rest: true }) }),
  async run({ what }, context, world) {
    const all = await everything(context, world);
    const counts = `${counted(all.channels.length, 'channel')} with their schedules, ${counted(all.feeds.length, 'feed')}, ${counted(all.admins.length, 'named admin')}, ${counted(all.reports.length, 'report')} and ${counted(all.changes.length, 'entry', 'entries')} of the audit`;
    if (what?.trim().toLowerCase() !== 'everything') {
      const summary = 'Nothing was deleted. This would delete, for good and without undo:';
      const blocks: Block[] = [
        { kind: 'paragraph', content: [text(`${summary} ${counts}.`)] },
        {
          kind: 'context',
          content: [text('To keep a copy: '), code('export'), text('. To do it: '), code('delete everything')],
        },
      ];
      return refusal({ summary, blocks, thread: [] });
    }
    await world.store.workspaces.remove(context.workspace);
    world.log.info({ workspace: context.workspace, by: context.user.id }, 'a workspace was deleted on an admin’s word');
    const words = `Deleted: ${counts}. Nothing is posted any more. What stands in the channels stays there until somebody deletes it there.`;
    return toAsker({ summary: 'Deleted', blocks: [{ kind: 'paragraph', content: [text(words)] }], thread: [] });
  },
});
