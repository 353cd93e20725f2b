import { z } from 'zod';
import { text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { wordsIn } from '../locale/index.ts';
import type { Edit } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import { change, inverse, stands } from './change.ts';
import { command, refusal, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { called } from './people.ts';
import { said } from './said.ts';
import type { World } from './world.ts';

async function nameOf(edit: Edit, context: Context, world: World): Promise<string> {
  if (edit.kind === 'feed') return edit.name;
  if (edit.kind === 'channel') return edit.after.name ?? edit.after.address;
  return (await called([edit.user], context, world)).join('');
}

export const undo = command({
  path: ['undo'],
  example: 'undo',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { settings } = wordsIn(context.language);
    const last = await world.store.audit.last(context.workspace, context.user.id);
    if (last === null) return refusal(said(settings.nothingToUndo));
    const moved: Edit[] = [];
    for (const edit of last.edits) if (!(await stands(edit, context.workspace, world))) moved.push(edit);
    const { zone } = await habitOf(context, world);
    const what = settings.changeOf(last.action, momentIn(last.at, zone));
    if (moved.length > 0) {
      const names = await Promise.all(moved.slice(0, 3).map((edit) => nameOf(edit, context, world)));
      return refusal(said(settings.changedSince(what, names.join(', '))));
    }
    const edits = last.edits.map(inverse).toReversed();
    await change('undo', `${last.action}: ${last.detail}`, edits, context, world, false);
    await world.store.audit.undone(last, world.clock.now());
    return toAsker({
      summary: settings.undone(last.action),
      blocks: [
        { kind: 'paragraph', content: [text(settings.undoneOf(what, last.detail))] },
        { kind: 'context', content: [text(settings.undoAgain)] },
      ],
      thread: [],
    });
  },
});
