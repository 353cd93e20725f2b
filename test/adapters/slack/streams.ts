/** Messages that grow, as Slack has them (docs.slack.dev/reference/methods/chat.startStream): before an emulator that knows only whole ones. */
import { z } from 'zod';
import { messageFaults } from './rules.ts';

const Chunks = z.array(z.object({ type: z.literal('blocks'), blocks: z.array(z.unknown()).min(1).max(50) }));
const Fields = z.looseObject({
  channel: z.string(),
  thread_ts: z.string().optional(),
  ts: z.string().optional(),
  recipient_user_id: z.string().optional(),
  recipient_team_id: z.string().optional(),
  chunks: Chunks.optional(),
});
const Posted = z.looseObject({ ok: z.literal(true), ts: z.string() });

type Call = (method: string, body: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;

const refused = (error: string) => ({ ok: false, error });

export const isOfStreams = (method: string): boolean => /^chat\.(?:start|append|stop)Stream$/.test(method);

export function createStreams(call: Call) {
  /** What stands in each so far; null once it has ended. */
  const streams = new Map<string, unknown[] | null>();
  return async (method: string, given: Readonly<Record<string, unknown>>): Promise<object> => {
    const { success, data } = Fields.safeParse(given);
    if (!success) return refused('invalid_chunks');
    const { channel, thread_ts, ts } = data;
    const added = (data.chunks ?? []).flatMap(({ blocks }) => blocks);
    if (method === 'chat.startStream') {
      if (thread_ts === undefined) return refused('missing_thread_ts');
      if (!channel.startsWith('D')) {
        if (data.recipient_user_id === undefined) return refused('missing_recipient_user_id');
        if (data.recipient_team_id === undefined) return refused('missing_recipient_team_id');
      }
      if (messageFaults('…', added).length > 0) return refused('invalid_blocks');
      const posted = Posted.parse(await call('chat.postMessage', { channel, thread_ts, text: '…', blocks: added }));
      streams.set(posted.ts, added);
      return { ok: true, channel, ts: posted.ts };
    }
    const before = ts === undefined ? undefined : streams.get(ts);
    if (ts === undefined || before === undefined) return refused('message_not_found');
    if (before === null) return refused('message_not_in_streaming_state');
    const blocks = [...before, ...added];
    if (messageFaults('…', blocks).length > 0) return refused('invalid_blocks');
    streams.set(ts, method === 'chat.stopStream' ? null : blocks);
    Posted.parse(await call('chat.update', { channel, ts, text: '…', blocks }));
    return { ok: true, channel, ts };
  };
}
