import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../../src/model.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Reply } from '../../src/ports/platform.ts';
import type { Asker } from './answer.ts';
import { workspaceOf } from './options.ts';
import { codeOf, failureOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { render } from './render.ts';
import type { Surely } from './surely.ts';

type Blocks = Document['blocks'];

/** A thread, and the team of whoever asked there. */
export type Thread = { readonly channel: string; readonly thread: string; readonly team: string };

/** An answer that is shown paragraph by paragraph, as each is settled. */
export type Stream = {
  /** How the answer begins; longer each time. Never rejects, and waits for nothing. */
  settled(begun: Blocks): void;
  /**
   * Ends it with the rest of the reply; null: there is none. False where the reply is to be given as ever: nothing was begun, or what was begun
   * does not stand, and was taken back.
   */
  ended(reply: Reply | null): Promise<boolean>;
};

/** As blocks rather than as Markdown: words of articles are no markup here either (docs.slack.dev/reference/methods/chat.appendStream). */
const chunksOf = (blocks: Blocks) => [
  { type: 'blocks' as const, blocks: [...render({ summary: '', blocks, thread: [] }).blocks] },
];

/**
 * A message that grows in a thread (`chat.startStream`, `appendStream`, `stopStream`; since October 2025, with blocks since April 2026). What Slack does not
 * take ends it: the whole is one message then. It has no say on previews of links (node-slack-sdk #2389): what holds is Slack's rule for apps, which
 * previews no pages of text unless it is asked to.
 */
export function createStream(
  { client: { web, access }, user, amongOthers }: Asker,
  { channel, thread, team }: Thread,
  { log, pace, surely }: { readonly log: Log; readonly pace: Pace; readonly surely: Surely },
): Stream {
  let begun: Blocks = [];
  let sent = 0;
  let ts: string | null = null;
  let isBroken = false;
  let turn = Promise.resolve();

  const start = async (blocks: Blocks): Promise<void> => {
    // Whoever has to wait for their turn gets the whole by then.
    if ((await pace(workspaceOf(access.team), channel)) > 0) return;
    const readers = amongOthers ? { recipient_user_id: user, recipient_team_id: team } : {};
    const started = await web.chat.startStream({ channel, thread_ts: thread, chunks: chunksOf(blocks), ...readers });
    ts = started.ts ?? null;
    isBroken = ts === null;
  };

  const goOn = async (): Promise<void> => {
    const upTo = begun.length;
    if (isBroken || upTo === sent) return;
    const blocks = begun.slice(sent, upTo);
    try {
      if (ts === null) await start(blocks);
      else await web.chat.appendStream({ channel, ts, chunks: chunksOf(blocks) });
      if (ts !== null) sent = upTo;
    } catch (error) {
      const failure = failureOf(error);
      // Where Slack asks to wait, what comes next brings this as well.
      isBroken = failure.kind !== 'retry';
      log.info({ reason: failure.reason }, 'Slack did not take a piece of an answer');
    }
  };

  const stop = (at: string, rest: Blocks): Promise<unknown> =>
    surely(async ({ uncertain }) => {
      const left = rest.length === 0 ? {} : { chunks: chunksOf(rest) };
      try {
        await web.chat.stopStream({ channel, ts: at, ...left });
      } catch (error) {
        // The try before had its effect.
        if (!uncertain || codeOf(error) !== 'message_not_in_streaming_state') throw error;
      }
    });

  const takeBack = async (at: string): Promise<void> => {
    const tries = [() => web.chat.stopStream({ channel, ts: at }), () => web.chat.delete({ channel, ts: at })];
    for (const act of tries) {
      await act().catch((error: unknown) =>
        log.info({ reason: failureOf(error).reason }, 'what was begun of an answer still stands in Slack'),
      );
    }
  };

  return {
    settled(blocks) {
      begun = blocks;
      turn = turn.then(goOn);
    },
    async ended(reply) {
      await turn;
      if (ts === null) return false;
      const blocks = reply?.ok && reply.audience === 'channel' ? reply.document.blocks : [];
      if (!isBroken && isDeepStrictEqual(blocks.slice(0, sent), begun.slice(0, sent))) {
        try {
          await stop(ts, blocks.slice(sent));
          return true;
        } catch (error) {
          log.warn({ reason: failureOf(error).reason }, 'an answer could not be ended in Slack');
        }
      }
      await takeBack(ts);
      return false;
    },
  };
}
