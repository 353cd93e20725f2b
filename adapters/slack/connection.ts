import { HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { UsageError } from '../../src/errors.ts';
import { type Access, callOptions, connectOptions } from './access.ts';
import { type Installed, oauthOptions } from './install.ts';
import { boltLog } from './log.ts';
import { EVENTS_PATH } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import { codeOf } from './outcome.ts';

/** How requests of Slack reach us: through a connection that we open, or at an address of ours. */
export type Connection =
  | { readonly kind: 'socket'; readonly receiver: SocketModeReceiver }
  | { readonly kind: 'http'; readonly receiver: HTTPReceiver };

/** Socket Mode with an app token, else HTTP with signatures; OAuth needs HTTP. Throws a UsageError where neither is set. */
export function connectionOf(options: SlackOptions, onInstalled: (installed: Installed) => Promise<void>): Connection {
  const { appToken, clientId, signingSecret, apiUrl, log } = options;
  const logger = boltLog(log);
  if (appToken !== null && clientId === null) {
    const installerOptions = { clientOptions: connectOptions(apiUrl, log) };
    return { kind: 'socket', receiver: new SocketModeReceiver({ appToken, logger, installerOptions }) };
  }
  if (signingSecret === null) {
    throw new UsageError(['Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)']);
  }
  const oauth = oauthOptions(options, onInstalled);
  return { kind: 'http', receiver: new HTTPReceiver({ signingSecret, endpoints: [EVENTS_PATH], logger, ...oauth }) };
}

/** The access of the one workspace whose token was given. Rejects with a UsageError where Slack does not take it. */
export async function accessOfToken(token: string, { apiUrl, log }: SlackOptions): Promise<Access> {
  const web = new webApi.WebClient(token, { ...callOptions(apiUrl, log), retryConfig: { retries: 5, factor: 2 } });
  try {
    const { team_id: team, user_id: botUser, bot_id: bot, is_enterprise_install } = await web.auth.test();
    const everywhere = is_enterprise_install === true;
    if (team !== undefined && botUser !== undefined)
      return { token, team, botUser, bot: bot ?? '', everywhere, installer: null };
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new UsageError([
      `SLACK_BOT_TOKEN: Slack answers ${code}; copy it again from "OAuth & Permissions" of the app`,
    ]);
  }
  throw new UsageError(['SLACK_BOT_TOKEN: Slack does not say whose it is; copy it again']);
}

/** Opens the connection of Socket Mode; over HTTP there is nothing to open. */
export async function connect({ kind, receiver }: Connection): Promise<void> {
  if (kind !== 'socket') return;
  try {
    await receiver.start();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new UsageError([
      `SLACK_APP_TOKEN: Slack answers ${code}; make an app-level token with the scope connections:write under "Basic Information"`,
    ]);
  }
}
