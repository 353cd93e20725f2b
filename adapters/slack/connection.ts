import { HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { SECOND_MS } from '../../src/durations.ts';
import { UsageError } from '../../src/errors.ts';
import { type Access, callOptions, connectOptions } from './access.ts';
import { APP_TOKEN_AGAIN, BOT_TOKEN_AGAIN, lackingWords } from './advice.ts';
import { type Installed, oauthOptions } from './install.ts';
import { boltLog } from './log.ts';
import { EVENTS_PATH } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import { codeOf, failureOf } from './outcome.ts';
import { createSockets, type Sockets } from './sockets.ts';

/** How requests of Slack reach us: through a connection that we open, or at an address of ours. */
export type Connection =
  | { readonly kind: 'socket'; readonly appToken: string; readonly receiver: Sockets }
  | { readonly kind: 'http'; readonly receiver: HTTPReceiver };

/**
 * Socket Mode with an app token, else HTTP with signatures; OAuth needs HTTP. `turn` hears whether a socket stands. Throws a UsageError where
 * neither is set.
 */
export function connectionOf(
  options: SlackOptions,
  onInstalled: (installed: Installed) => Promise<void>,
  turn: (connected: boolean) => void,
): Connection {
  const { appToken, clientId, signingSecret, apiUrl, log } = options;
  const logger = boltLog(log);
  if (appToken !== null && clientId === null) {
    const installerOptions = { clientOptions: connectOptions(apiUrl, log) };
    const receiver = createSockets({
      open: () => new SocketModeReceiver({ appToken, logger, installerOptions }),
      turn,
      failed: (error) => log.warn({ error }, 'Slack’s next socket could not be opened before the last is closed'),
    });
    return { kind: 'socket', appToken, receiver };
  }
  if (signingSecret === null) {
    throw new UsageError(['Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)']);
  }
  const oauth = oauthOptions(options, onInstalled);
  return { kind: 'http', receiver: new HTTPReceiver({ signingSecret, endpoints: [EVENTS_PATH], logger, ...oauth }) };
}

/** Rejects with a UsageError where Slack refuses for good what was configured, and as `error` where trying again may help. */
function refused(error: unknown, variable: string, renewed: string): never {
  const code = codeOf(error);
  if (code === null || failureOf(error).kind !== 'refused') throw error;
  throw new UsageError([`${variable}: Slack answers ${code}: ${renewed}`]);
}

/** The access of the one workspace whose token was given. Rejects with a UsageError where Slack does not take it. */
export async function accessOfToken(token: string, { apiUrl, log }: SlackOptions): Promise<Access> {
  const retryConfig = { retries: 5, factor: 2, minTimeout: SECOND_MS / 4 };
  const web = new webApi.WebClient(token, { ...callOptions(apiUrl, log), retryConfig });
  const answer = await web.auth.test().catch((error: unknown) => refused(error, 'SLACK_BOT_TOKEN', BOT_TOKEN_AGAIN));
  const { team_id: team, user_id: botUser, bot_id: bot, is_enterprise_install } = answer;
  const lacking = lackingWords(answer.response_metadata?.scopes ?? []);
  // What the app was installed without does not work; the rest does.
  if (lacking !== null) log.error({}, `Slack: ${lacking}`);
  if (team === undefined || botUser === undefined)
    throw new UsageError([`SLACK_BOT_TOKEN: Slack does not say whose it is: ${BOT_TOKEN_AGAIN}`]);
  return { token, team, botUser, bot: bot ?? '', everywhere: is_enterprise_install === true, installer: null };
}

/**
 * Whether Slack would open a socket for the token; rejects with a UsageError where it would not. Asked before, since the SDK takes a missing
 * scope for a failure that passes, and tries for ever.
 */
export async function mayConnect(appToken: string, { apiUrl, log }: SlackOptions): Promise<void> {
  const web = new webApi.WebClient(appToken, callOptions(apiUrl, log));
  await web.apps.connections.open().catch((error: unknown) => refused(error, 'SLACK_APP_TOKEN', APP_TOKEN_AGAIN));
}
