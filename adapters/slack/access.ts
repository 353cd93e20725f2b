import { webApi } from '@slack/bolt';
import { MINUTE_MS, SECOND_MS } from '../../src/durations.ts';
import type { Log } from '../../src/ports/log.ts';
import type { PostResult } from '../../src/ports/platform.ts';
import { boltLog } from './log.ts';
import { CALL_MS, teamOf } from './options.ts';

/** What calls for a workspace are made with. */
export type Access = {
  readonly token: string;
  readonly team: string;
  readonly botUser: string;
  readonly bot: string;
  /** Whether the token is good in every workspace of an organisation. */
  readonly everywhere: boolean;
  /** Who installed the app: told what admins are told. Null where an app was installed by hand. */
  readonly installer: string | null;
};

/** Finds the access of a team; null where the app is not installed (any more). Renews tokens that rotate. */
export type AccessOf = (team: string) => Promise<Access | null>;

/** The app is not installed in the workspace. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
  constructor(workspace: string) {
    super(`Debrief is not installed in ${workspace}: install it again`);
  }
}

export const notInstalled = (error: NotInstalled): PostResult => ({
  kind: 'refused',
  lost: true,
  reason: error.message,
});

export type Client = { readonly web: webApi.WebClient; readonly access: Access };
export type ClientOf = (workspace: string) => Promise<Client>;

/** Options of every call: who calls decides what is tried again, and when. */
export function callOptions(apiUrl: string | null, log: Log): webApi.WebClientOptions {
  return {
    logger: boltLog(log),
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
  };
}

/** Options of the calls that open a Socket Mode connection: a connection that cannot be opened now is tried until it is. */
export const connectOptions = (apiUrl: string | null, log: Log): webApi.WebClientOptions => ({
  ...callOptions(apiUrl, log),
  retryConfig: { retries: 1_000, factor: 1.3, minTimeout: SECOND_MS / 4, maxTimeout: MINUTE_MS },
});

/** Web API clients, one a workspace for as long as its token holds. Rejects with NotInstalled. */
export function createClients(accessOf: AccessOf, options: webApi.WebClientOptions): ClientOf {
  const clients = new Map<string, Client>();
  return async (workspace) => {
    const access = await accessOf(teamOf(workspace));
    if (access === null) {
      clients.delete(workspace);
      throw new NotInstalled(workspace);
    }
    const known = clients.get(workspace);
    if (known?.access.token === access.token) return known;
    const client = { web: new webApi.WebClient(access.token, options), access };
    clients.set(workspace, client);
    return client;
  };
}
