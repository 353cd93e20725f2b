import type { RESTOptions } from 'discord.js';
import type { Chart } from '../../src/ports/chart.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { evenly } from './pace.ts';

export type Credentials = {
  readonly token: string | null;
  /** Another server that speaks Discord's API: `http://127.0.0.1:4000/api`. */
  readonly apiUrl: string | null;
  /** The one server in which commands are registered, for development: there a change shows at once. */
  readonly guild: string | null;
};

export type DiscordOptions = Credentials & {
  readonly token: string;
  /** Announcement channels, by id, whose debriefs are published to the servers that follow them. */
  readonly crosspost: readonly string[];
  /** People and roles (`&` before the id) that may change settings beside those who manage the server. */
  namedAdmins(workspace: string): Promise<readonly string[]>;
  readonly chart: Chart;
  readonly clock: Clock;
  readonly log: Log;
};

/** How long Discord may take to answer a call. */
export const CALL_MS = 15_000;
/** A rate limit that lasts longer than this is not waited for: the delivery is tried again later. */
const LONGEST_WAIT_MS = 20_000;

/**
 * Sends a request through Node's own fetch. The client's own goes through a dispatcher that another package of the process may have set for
 * all (Slack's does), and which takes no files that the client's version of undici has packed.
 */
const throughNode: NonNullable<RESTOptions['makeRequest']> = (url, { method, headers, body, signal }) => {
  const list = new Headers();
  for (const [name, value] of Object.entries(headers ?? {})) if (typeof value === 'string') list.set(name, value);
  return fetch(url, {
    method: method ?? 'GET',
    headers: list,
    body: typeof body === 'string' || body instanceof FormData ? body : null,
    signal: signal ?? null,
  });
};

/** What each client of Discord's HTTP API is told. */
export function restOptions(apiUrl: string | null) {
  return {
    version: '10',
    timeout: CALL_MS,
    retries: 2,
    rejectOnRateLimit: ({ retryAfter }: { readonly retryAfter: number }) => retryAfter > LONGEST_WAIT_MS,
    invalidRequestWarningInterval: 100,
    makeRequest: evenly(throughNode),
    ...(apiUrl === null ? {} : { api: apiUrl.replace(/\/$/, '') }),
  };
}

const NAME = 'discord';

export const workspaceOf = (guild: string): string => `${NAME}:${guild}`;
export const guildOf = (workspace: string): string => workspace.slice(NAME.length + 1);
