import { z } from 'zod';
import { text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
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
  summary: 'take back your last change of settings, an import as one',
  example: 'undo',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const last = await world.store.audit.last(context.workspace, context.user.id);
    if (last === null)
      return refusal(said('There is no change of yours that could be taken back; audit lists what was changed.'));
    const moved: Edit[] = [];
    for (const edit of last.edits) if (!(await stands(edit, context.workspace, world))) moved.push(edit);
    const { zone } = await habitOf(context, world);
    const what = `${last.action} of ${momentIn(last.at, zone)}`;
    if (moved.length > 0)
      return refusal(
        said(
          `Nothing was taken back: after your ${what}, ${moved.map(nameOf).slice(0, 3).join(', ')} was changed again (audit tells by whom). Change it by hand, so that nobody’s later change is lost.`,
        ),
      );
    const edits = last.edits.map(inverse).toReversed();
    await change('undo', `${last.action}: ${last.detail}`, edits, context, world, false);
    await world.store.audit.undone(last, world.clock.now());
    return toAsker({
      summary: `Taken back: ${last.action}`,
      blocks: [
        { kind: 'paragraph', content: [text(`Taken back, ${what}: ${last.detail}`)] },
        { kind: 'context', content: [text('undo again takes back the change before it; audit lists them all.')] },
      ],
      thread: [],
    });
  },
});
