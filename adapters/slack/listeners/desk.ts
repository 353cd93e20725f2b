import type { RespondFn } from '@slack/bolt';
import type { Document } from '../../../src/model.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Context, Handlers, Reply } from '../../../src/ports/platform.ts';
import type { ClientOf } from '../access.ts';
import { type Asker, answer } from '../answer.ts';
import { workspaceOf } from '../options.ts';
import type { People } from '../people.ts';
import type { Send } from '../post.ts';
import type { Whose } from '../whose.ts';

/** A document of plain words. */
export const said = (words: string): Document => ({
  summary: words,
  blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: words }] }],
  thread: [],
});

export type DeskDeps = {
  readonly handlers: Handlers;
  readonly whose: Whose;
  readonly clientOf: ClientOf;
  readonly people: People;
  readonly send: Send;
  readonly clock: Clock;
  readonly log: Log;
};

/** Who asks, from where, as Slack's payloads name them. */
export type From = {
  readonly team: string;
  readonly user: string;
  /** A channel's id; a direct message (`D...`) or none has no channel. */
  readonly channel: string | undefined;
  readonly channelName?: string;
  readonly thread: string | undefined;
  readonly respond: RespondFn | null;
};

export type Visitor = { readonly context: Context; readonly asker: Asker };

/** Where requests are taken: who it is, the work, the answer. Every request was acknowledged before it comes here. */
export type Desk = DeskDeps & {
  visitor(from: From): Promise<Visitor>;
  /** Does the work and brings its reply to who asked; what fails is logged, never thrown. */
  serve(from: From, what: string, work: (visitor: Visitor) => Promise<Reply | null>): Promise<void>;
};

export function createDesk(deps: DeskDeps): Desk {
  const { clientOf, people, send, log } = deps;

  const visitor = async ({ team, user, channel, channelName, thread, respond }: From): Promise<Visitor> => {
    const workspace = workspaceOf(team);
    const client = await clientOf(workspace);
    const { name, admin, zone, language } = await people.of(workspace, user);
    const shared = channel === undefined || channel.startsWith('D') ? null : channel;
    return {
      asker: { client, user, channel: shared, thread: thread ?? null, respond, send },
      context: {
        platform: 'slack',
        workspace,
        channel: shared,
        ...(channelName === undefined || shared === null ? {} : { channelName }),
        thread: thread === undefined || channel === undefined ? null : { channel, message: thread, link: null },
        user: { id: user, name },
        admin,
        owner: false,
        ...(language === null ? {} : { language }),
        ...(zone === null ? {} : { zone }),
      },
    };
  };

  return {
    ...deps,
    visitor,
    async serve(from, what, work) {
      try {
        const who = await visitor(from);
        const reply = await work(who);
        if (reply !== null) await answer(who.asker, reply);
      } catch (error) {
        log.error({ what, team: from.team, error }, 'a request from Slack could not be answered');
        const text = 'That failed on our side and was logged. Please try again.';
        await from.respond?.({ response_type: 'ephemeral', replace_original: false, text }).catch(() => {});
      }
    },
  };
}
