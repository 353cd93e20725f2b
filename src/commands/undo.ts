import { z } from 'zod';
import { text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { wordsIn } from '../locale/index.ts';
import type { Edit } from '../model.ts';
import { change, inverse, stands } from './change.ts';
import { command, refusal, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { said } from './said.ts';

function nameOf(edit: Edit): string {
  if (edit.kind === 'feed') return edit.name;
  return edit.kind === 'admin' ? edit.user : (edit.after.name ?? edit.after.address);
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
    if (moved.length > 0) return refusal(said(settings.changedSince(what, moved.map(nameOf).slice(0, 3).join(', '))));
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
