import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Authorize, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { UsageError } from '../../src/errors.ts';
import type { Handlers, Platform } from '../../src/ports/platform.ts';
import {
  type Access,
  type AccessOf,
  callOptions,
  connectOptions,
  createClients,
  NotInstalled,
  notInstalled,
} from './access.ts';
import { accessThroughOAuth, type Installed, oauthOptions } from './install.ts';
import { listenToActions } from './listeners/actions.ts';
import { listenToCommands } from './listeners/commands.ts';
import { createDesk } from './listeners/desk.ts';
import { listenToHome, showHome } from './listeners/home.ts';
import { listenToPresence } from './listeners/presence.ts';
import { listenToQuestions } from './listeners/questions.ts';
import { listenToSubmissions } from './listeners/submissions.ts';
import { boltLog } from './log.ts';
import { EVENTS_PATH } from './manifest.ts';
import { missingIn } from './missing.ts';
import { type SlackOptions, workspaceOf } from './options.ts';
import { codeOf, failureOf } from './outcome.ts';
import { createPace } from './pace.ts';
import { createPeople } from './people.ts';
import { createPosting, createSend } from './post.ts';
import { render } from './render.ts';

export type { Installations, SlackOptions } from './options.ts';

/** What is served below `/slack/` in HTTP mode. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
export type Slack = Platform & { readonly listener: Listener | null };

/** The access of the one workspace whose token was given. Rejects with a UsageError where Slack does not take it. */
async function accessOfToken(token: string, { apiUrl, log }: SlackOptions): Promise<Access> {
  const web = new webApi.WebClient(token, { ...callOptions(apiUrl, log), retryConfig: { retries: 5, factor: 2 } });
  try {
    const { team_id: team, user_id: botUser, bot_id: bot } = await web.auth.test();
    if (team === undefined || botUser === undefined)
      throw new UsageError(['SLACK_BOT_TOKEN: Slack does not say whose it is']);
    return { token, team, botUser, bot: bot ?? '', installer: null };
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new UsageError([
      `SLACK_BOT_TOKEN: Slack answers ${code}; copy it again from "OAuth & Permissions" of the app`,
    ]);
  }
}

/** The receiver throws for a path that it does not serve. */
const guarded =
  ({ requestListener }: HTTPReceiver): Listener =>
  (request, response) => {
    try {
      requestListener(request, response);
    } catch {
      response.writeHead(404).end();
    }
  };

/** Slack as a platform: Socket Mode with an app token, else HTTP with signatures, there with OAuth for many workspaces. */
export function createSlack(options: SlackOptions): Slack {
  const { botToken, appToken, signingSecret, apiUrl, installations, clock, log } = options;
  const logger = boltLog(log);
  let single: Access | null = null;
  let running: { readonly app: App; readonly handlers: Handlers } | null = null;
  let welcome: (installed: Installed) => Promise<void> = async () => {};

  const overSocket = appToken !== null && options.clientId === null;
  const http =
    overSocket || signingSecret === null
      ? null
      : new HTTPReceiver({
          signingSecret,
          endpoints: [EVENTS_PATH],
          logger,
          ...oauthOptions(options, (installed) => welcome(installed)),
        });
  const socket = !overSocket
    ? null
    : new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions: connectOptions(apiUrl, log) } });
  const receiver = http ?? socket;
  if (receiver === null) {
    throw new UsageError(['Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)']);
  }

  const throughOAuth = http?.installer === undefined ? null : accessThroughOAuth(http, installations);
  const accessOf: AccessOf = throughOAuth ?? (async (team) => (single?.team === team ? single : null));
  const authorize: Authorize<boolean> = async ({ teamId = 'unknown' }) => {
    const access = await accessOf(teamId);
    if (access === null) throw new NotInstalled(workspaceOf(teamId));
    return { botToken: access.token, botId: access.bot, botUserId: access.botUser, teamId };
  };
  const clientOf = createClients(accessOf, callOptions(apiUrl, log));
  const people = createPeople({ clientOf, namedAdmins: options.namedAdmins, clock, log });
  const send = createSend(options);
  const posting = createPosting(clientOf, createPace(clock), send);

  const listen = (app: App, handlers: Handlers): void => {
    const desk = createDesk({ handlers, clientOf, people, send, clock, log });
    const refreshHome = (from: Parameters<typeof showHome>[1]) => showHome(desk, from);
    listenToCommands(app, desk);
    listenToActions(app, desk, refreshHome);
    listenToSubmissions(app, desk, refreshHome);
    listenToHome(app, desk);
    listenToQuestions(app, desk);
    listenToPresence(app, desk, (workspace) => installations.remove(workspace));
    welcome = async ({ team, name, user }) => {
      const from = { team, user, channel: undefined, thread: undefined, respond: null };
      await desk.serve(from, 'installed', async ({ context }) => ({
        document: await handlers.installed(context, name),
        audience: 'asker',
        ok: true,
      }));
    };
  };

  return {
    name: 'slack',
    listener: http === null ? null : guarded(http),
    async start(handlers) {
      if (botToken !== null && throughOAuth === null) single = await accessOfToken(botToken, options);
      const settings = { receiver, logger, clientOptions: callOptions(apiUrl, log) };
      // With OAuth the receiver brings its own way to authorize.
      const app = throughOAuth === null ? new App({ ...settings, authorize }) : new App(settings);
      app.error(async (error) => log.error({ error }, 'a request from Slack failed'));
      listen(app, handlers);
      running = { app, handlers };
      if (socket !== null) await connect(socket);
    },
    post: posting.post,
    update: posting.update,
    find: posting.find,
    async notice(workspace, document, key) {
      try {
        const client = await clientOf(workspace);
        const admins = await people.admins(workspace);
        if (admins.length === 0)
          return { kind: 'refused', lost: false, reason: 'Slack names no admin of the workspace' };
        let first = null;
        for (const user of admins) {
          const { channel } = await client.web.conversations.open({ users: user });
          if (channel?.id === undefined) continue;
          const sent = await send(client, { channel: channel.id, thread: null }, document, key);
          first ??= sent;
        }
        return first === null
          ? { kind: 'refused', lost: false, reason: 'no admin could be written to' }
          : { kind: 'sent', reference: first };
      } catch (error) {
        return error instanceof NotInstalled ? notInstalled(error) : failureOf(error);
      }
    },
    missing: (place) => missingIn(place, clientOf),
    preview: render,
    async stop() {
      if (running === null) return;
      running = null;
      await socket?.stop();
    },
  };
}

async function connect(socket: SocketModeReceiver): Promise<void> {
  try {
    await socket.start();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new UsageError([
      `SLACK_APP_TOKEN: Slack answers ${code}; make an app-level token with the scope connections:write under "Basic Information"`,
    ]);
  }
}
