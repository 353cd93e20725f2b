import type { RespondFn } from '@slack/bolt';
import { wordsIn } from '../../../src/locale/index.ts';
import type { Document } from '../../../src/model.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Context, Handlers, Reply } from '../../../src/ports/platform.ts';
import type { ClientOf } from '../access.ts';
import { type AnswerDeps, type Asker, answer } from '../answer.ts';
import { workspaceOf } from '../options.ts';
import type { Pace } from '../pace.ts';
import type { People } from '../people.ts';
import type { Whose } from '../whose.ts';

/** A document of plain words. */
export const said = (words: string): Document => ({
  summary: words,
  blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: words }] }],
  thread: [],
});

export type DeskDeps = AnswerDeps & {
  readonly handlers: Handlers;
  readonly whose: Whose;
  readonly clientOf: ClientOf;
  readonly people: People;
  readonly clock: Clock;
  readonly pace: Pace;
};

/** Who asks, from where, as Slack's payloads name them. */
export type From = {
  readonly team: string;
  readonly user: string;
  /** A channel's id, or that of a direct message (`D...`); none on the home page. */
  readonly channel: string | undefined;
  readonly channelName?: string;
  readonly thread: string | undefined;
  readonly respond: RespondFn | null;
};

export type Visitor = { readonly context: Context; readonly asker: Asker };

/** Where requests are taken: who it is, the work, the answer. Every request was acknowledged before it comes here. */
export type Desk = DeskDeps & {
  visitor(from: From): Promise<Visitor>;
  /** Does the work and brings its reply to who asked; what fails is told to them and logged, never thrown. */
  serve(from: From, what: string, work: (visitor: Visitor) => Promise<Reply | null>): Promise<void>;
  /** The same for a visitor who is known already. */
  bring(visitor: Visitor, what: string, work: () => Promise<Reply | null>): Promise<void>;
};

export function createDesk(deps: DeskDeps): Desk {
  const { clientOf, people, log } = deps;

  const visitor = async ({ team, user, channel, channelName, thread, respond }: From): Promise<Visitor> => {
    const workspace = workspaceOf(team);
    const client = await clientOf(workspace);
    const { name, admin, zone, language } = await people.of(workspace, user);
    const shared = channel === undefined || channel.startsWith('D') ? null : channel;
    const at = channel === undefined ? null : { channel, thread: thread ?? null };
    const { platforms: words } = wordsIn(language ?? undefined);
    return {
      asker: { client, user, at, amongOthers: shared !== null, respond, words },
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

  const bring: Desk['bring'] = async ({ asker, context }, what, work) => {
    try {
      const reply = await work();
      if (reply !== null) await answer(asker, reply, deps);
    } catch (error) {
      log.error({ what, workspace: context.workspace, error }, 'a request from Slack could not be answered');
      const sorry = { document: said(asker.words.failed), audience: 'asker', ok: false } as const;
      await answer(asker, sorry, deps).catch((reason: unknown) =>
        log.warn({ what, reason: String(reason) }, 'and that could not be said either'),
      );
    }
  };

  return {
    ...deps,
    visitor,
    bring,
    async serve(from, what, work) {
      try {
        const who = await visitor(from);
        await bring(who, what, () => work(who));
      } catch (error) {
        // Not even whose it is could be told.
        log.error({ what, team: from.team, error }, 'a request from Slack could not be taken');
        const text = wordsIn().platforms.failed;
        await from.respond?.({ response_type: 'ephemeral', replace_original: false, text }).catch(() => {});
      }
    },
  };
}
