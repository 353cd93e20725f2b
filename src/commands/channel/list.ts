import { z } from 'zod';
import { scheduleInWords } from '../../deliver/index.ts';
import { strong, text } from '../../document/inline.ts';
import { momentIn } from '../../document/when.ts';
import { topicNamed } from '../../domain/topics.ts';
import { counted } from '../../locale/counted.ts';
import type { Channel, Inline } from '../../model.ts';
import { command, toAsker } from '../command.ts';
import { folded } from '../folded.ts';
import { said } from '../said.ts';
import { nameOf } from './setting.ts';

function cells(channel: Channel): Inline[][] {
  const { state, note, schedule, choice, nextDueAt } = channel;
  const next = nextDueAt === null ? '' : momentIn(nextDueAt, schedule.zone);
  return [
    [strong(nameOf(channel))],
    [text(state === 'off' ? '' : scheduleInWords(schedule))],
    [text(choice.topics.map((id) => topicNamed(id)?.name ?? id).join(', ') || 'all topics')],
    [text(state === 'active' ? next : `${state}${note === null ? '' : `: ${note}`}`)],
  ];
}

export const channels = command({
  path: ['channels'],
  summary: 'all channels at a glance: when, what, and the next post',
  example: 'channels',
  audience: 'admin',
  options: z.object({ all: z.boolean().optional().meta({ description: 'also beyond the first twenty' }) }),
  async run({ all }, context, world) {
    const rows = await world.store.channels.list(context.workspace);
    if (rows.length === 0)
      return toAsker(said('No channel gets a debrief yet. Set one up with: channel schedule weekdays 8:30 Berlin'));
    const summary = counted(rows.length, 'channel');
    const { shown, more } = folded(rows, all === true, 'channels');
    return toAsker({
      summary,
      blocks: [
        { kind: 'heading', level: 2, text: summary },
        {
          kind: 'table',
          columns: ['Channel', 'When', 'Topics', 'Next'].map((title) => ({ title, align: 'left' })),
          rows: shown.map(cells),
        },
        ...more,
      ],
      thread: [],
    });
  },
});
