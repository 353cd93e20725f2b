import { z } from 'zod';
import { adminLine, text } from '../document/inline.ts';
import { wordsIn } from '../locale/index.ts';
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
  example: 'export',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const all = await everything(context, world);
    const json = JSON.stringify(all, null, 2);
    return toAsker({
      summary: wordsIn(context.language).settings.everything(all.channels.length, all.feeds.length),
      blocks: [
        {
          kind: 'code',
          text: json,
          file: { name: 'debrief-export.json', mediaType: 'application/json', content: json },
        },
      ],
      thread: [],
    });
  },
});

export const deleteAll = command({
  path: ['delete'],
  example: 'delete everything',
  audience: 'admin',
  options: z.object({ what: z.string().optional().meta({ rest: true }) }),
  async run({ what }, context, world) {
    const all = await everything(context, world);
    const { settings } = wordsIn(context.language);
    const counts = settings.counts({
      channels: all.channels.length,
      feeds: all.feeds.length,
      admins: all.admins.length,
      reports: all.reports.length,
      changes: all.changes.length,
    });
    if (what?.trim().toLowerCase() !== 'everything') {
      const summary = settings.wouldDelete;
      const blocks: Block[] = [
        { kind: 'paragraph', content: [text(`${summary} ${counts}.`)] },
        {
          kind: 'context',
          content: [
            text(settings.keepACopy),
            adminLine('export'),
            text(settings.toDelete),
            adminLine('delete everything'),
          ],
        },
      ];
      return refusal({ summary, blocks, thread: [] });
    }
    await world.store.workspaces.remove(context.workspace);
    world.log.info({ workspace: context.workspace, by: context.user.id }, 'a workspace was deleted on an admin’s word');
    const words = settings.deletedAll(counts);
    return toAsker({ summary: settings.deleted, blocks: [{ kind: 'paragraph', content: [text(words)] }], thread: [] });
  },
});
