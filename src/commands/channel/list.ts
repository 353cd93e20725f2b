import { z } from 'zod';
import { scheduleInWords } from '../../deliver/index.ts';
import { strong, text } from '../../document/inline.ts';
import { momentIn } from '../../document/when.ts';
import { topicNamed } from '../../domain/topics.ts';
import { type Words, wordsIn } from '../../locale/index.ts';
import type { Channel, Inline } from '../../model.ts';
import { command, toAsker } from '../command.ts';
import { folded } from '../folded.ts';
import { said } from '../said.ts';
import { nameOf } from './setting.ts';

function cells(channel: Channel, settings: Words['settings']): Inline[][] {
  const { state, note, schedule, choice, nextDueAt } = channel;
  const next = nextDueAt === null ? '' : momentIn(nextDueAt, schedule.zone);
  return [
    [strong(nameOf(channel, settings))],
    [text(state === 'off' ? '' : scheduleInWords(schedule, settings.spoken))],
    [text(choice.topics.map((id) => topicNamed(id)?.name ?? id).join(', ') || settings.allTopics)],
    [text(state === 'active' ? next : `${settings.states[state]}${note === null ? '' : `: ${note}`}`)],
  ];
}

export const channels = command({
  path: ['channels'],
  example: 'channels',
  audience: 'admin',
  options: z.object({ all: z.boolean().optional() }),
  async run({ all }, context, world) {
    const words = wordsIn(context.language);
    const { settings } = words;
    const rows = await world.store.channels.list(context.workspace);
    if (rows.length === 0) return toAsker(said(settings.noChannels));
    const summary = settings.channels(rows.length);
    const { shown, more } = folded(rows, all === true, 'channels', words);
    return toAsker({
      summary,
      blocks: [
        { kind: 'heading', level: 2, text: summary },
        {
          kind: 'table',
          columns: settings.channelColumns.map((title) => ({ title, align: 'left' })),
          rows: shown.map((channel) => cells(channel, settings)),
        },
        ...more,
      ],
      thread: [],
    });
  },
});
