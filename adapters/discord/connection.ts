import { type Client, Events, GatewayCloseCodes, type REST, RESTEvents, RESTJSONErrorCodes, Routes } from 'discord.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/durations.ts';
import { UsageError } from '../../src/errors.ts';
import type { Connection } from '../../src/ports/platform.ts';
import { isLateIdentify } from './late-identify.ts';
import type { DiscordOptions } from './options.ts';
import { codeOf, failureOf, TOKEN_REFUSED } from './outcome.ts';

/** How long the gateway may take to say that it is ready. */
const READY_MS = 30 * SECOND_MS;
/** Between two tries to come back after the gateway has closed for good. */
const FIRST_WAIT_MS = MINUTE_MS / 2;
const LONGEST_WAIT_MS = HOUR_MS;

/** Why the gateway closes for good, by its close codes; a further try is as good as the first where `again` says so. */
const CLOSED: ReadonlyMap<number, { readonly words: string; readonly again: boolean }> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, { words: TOKEN_REFUSED, again: true }],
  [GatewayCloseCodes.InvalidShard, { words: 'Discord does not know this shard', again: true }],
  [GatewayCloseCodes.ShardingRequired, { words: 'Discord asks for more shards', again: true }],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    { words: 'Discord has ended this version of its gateway: update Debrief', again: false },
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    { words: 'Discord does not take the intents that Debrief asks for: update Debrief', again: false },
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    {
      words:
        'Discord does not allow the application its intents: look under “Bot” of the application, then start Debrief again',
      again: false,
    },
  ],
]);

/** discord.js drops its token for good at any answer of 401 (its issue 10958): a stray one must not silence the bot. */
function keepToken(rest: REST): void {
  const set = rest.setToken.bind(rest);
  rest.setToken = (token: string | null) => (token === null ? rest : set(token));
}

async function login(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'TokenInvalid' || codeOf(error) === 0 || codeOf(error) === RESTJSONErrorCodes.Unauthorized)
      throw new UsageError([`DISCORD_TOKEN: ${TOKEN_REFUSED}`]);
    throw error;
  }
  await Promise.race([
    ready,
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error('Discord’s gateway did not answer in time')), READY_MS).unref();
    }),
  ]);
}

export type Link = {
  /** Rejects with a UsageError where Discord does not take the token; may be called again after it rejected. */
  open(): Promise<void>;
  state(): Connection;
  /** Closing twice is harmless. */
  close(): Promise<void>;
};

/**
 * The connection to Discord and what can be said of it: whether it stands, since when, and if not, why. One that Discord has closed for
 * good is opened again, ever more seldom; where no try can help it says so once and stays away.
 */
export function createLink(client: Client, { token, clock, log }: DiscordOptions): Link {
  const { rest } = client;
  const ending = new AbortController();
  let state: Connection = { connected: false, since: null };
  let isComing = false;
  let isDoubted = false;
  let isWatched = false;

  const turn = (connected: boolean, reason: string | null = null): void => {
    const same = state.connected === connected && (state.reason ?? null) === reason && state.since !== null;
    if (same) return;
    state = { connected, since: clock.now(), ...(reason === null ? {} : { reason }) };
    if (reason !== null) log.error({ reason }, 'Discord is away');
  };

  const comeBack = async (why: { readonly words: string; readonly again: boolean }): Promise<void> => {
    turn(false, why.words);
    if (!why.again || isComing) return;
    isComing = true;
    for (let wait = FIRST_WAIT_MS; !ending.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      await clock.sleep(wait, ending.signal);
      if (ending.signal.aborted) break;
      try {
        await client.destroy();
        await login(client, token);
        turn(true);
        break;
      } catch (error) {
        const isOver = error instanceof UsageError;
        turn(false, isOver ? TOKEN_REFUSED : `${why.words} (${failureOf(error).reason})`);
        if (isOver) break;
      }
    }
    isComing = false;
  };

  /** A call was answered with 401: either Discord was confused, or the token is no good any more. */
  const doubt = async (): Promise<void> => {
    if (isDoubted) return;
    isDoubted = true;
    try {
      await clock.sleep(SECOND_MS, ending.signal);
      if (!ending.signal.aborted) await rest.get(Routes.user());
    } catch (error) {
      if (failureOf(error).reason === TOKEN_REFUSED) void comeBack({ words: TOKEN_REFUSED, again: true });
    } finally {
      isDoubted = false;
    }
  };

  const overlook = (reason: unknown): void => {
    // Thrown here it ends the process, as it does where nobody listens.
    if (!isLateIdentify(reason)) throw reason;
    log.warn({ reason: `${reason}` }, 'Discord: a connection was let go while it was being opened');
  };

  const watch = (): void => {
    keepToken(rest);
    rest.on(RESTEvents.Response, (_request, { status }) => {
      if (status === 401 && state.connected) void doubt();
    });
    client.on(Events.ClientReady, () => turn(true));
    client.on(Events.ShardReady, () => turn(true));
    client.on(Events.ShardResume, () => turn(true));
    client.on(Events.ShardReconnecting, () => turn(false));
    client.on(Events.Error, (error) => log.error({ error }, 'Discord: an error of the client'));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const why = CLOSED.get(code);
      if (why !== undefined && !ending.signal.aborted) void comeBack(why);
      else turn(false);
    });
    client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'Discord: reconnecting'));
    client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Discord: resumed'));
  };

  return {
    async open() {
      // A start that failed is tried again with the same client.
      if (!isWatched) watch();
      isWatched = true;
      process.off('unhandledRejection', overlook).on('unhandledRejection', overlook);
      await login(client, token).catch(async (error: unknown) => {
        await client.destroy();
        throw error;
      });
    },
    state: () => state,
    async close() {
      ending.abort();
      await client.destroy();
      process.off('unhandledRejection', overlook);
    },
  };
}
