import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Authorize, type HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Handlers, Platform } from '../../src/ports/platform.ts';
import { type Access, type AccessOf, callOptions, createClients, NotInstalled } from './access.ts';
import { accessOfToken, connectionOf, mayConnect } from './connection.ts';
import { accessThroughOAuth, asksForHistory, type Installed } from './install.ts';
import { listenToActions } from './listeners/actions.ts';
import { listenToCommands } from './listeners/commands.ts';
import { createDesk, type From } from './listeners/desk.ts';
import { listenToHome, showHome } from './listeners/home.ts';
import { listenToPresence } from './listeners/presence.ts';
import { listenToQuestions } from './listeners/questions.ts';
import { listenToSubmissions } from './listeners/submissions.ts';
import { boltLog } from './log.ts';
import { missingIn } from './missing.ts';
import { createNotice } from './notice.ts';
import { type SlackOptions, workspaceOf } from './options.ts';
import { createPace } from './pace.ts';
import { createPeople } from './people.ts';
import { createPosting, createSend } from './post.ts';
import { render } from './render.ts';
import { createSay } from './say.ts';
import { createSurely } from './surely.ts';
import { createWhose } from './whose.ts';

export type { Installations, SlackOptions } from './options.ts';

/** What is served below `/slack/` in HTTP mode. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
export type Slack = Platform & { readonly listener: Listener | null };

/** The receiver throws for a path that it does not serve. */
function guarded(receiver: HTTPReceiver, options: SlackOptions): Listener {
  const takes = asksForHistory(receiver, options);
  return (request, response) => {
    if (takes(request, response)) return;
    try {
      receiver.requestListener(request, response);
    } catch {
      response.writeHead(404).end();
    }
  };
}

/** A receiver without its installer, which Bolt would otherwise ask for a token by its own reading of whose a request is. */
const withoutInstaller = (receiver: Receiver): Receiver => ({
  init: (app) => receiver.init(app),
  start: (...given) => receiver.start(...given),
  stop: (...given) => receiver.stop(...given),
});

/**
 * The access of the one workspace whose token was given. What reaches an app with one installation is for that, whatever team whoever acts
 * is of; an organisation's token is good for each of its workspaces.
 */
const onlyAccess = (single: Access | null, team: string): Access | null =>
  single?.everywhere === true ? { ...single, team } : single;

/** Slack as a platform: one workspace by its token, or, over HTTP, each that installs the app by OAuth. */
export function createSlack(options: SlackOptions): Slack {
  const { botToken, apiUrl, installations, clock, log } = options;
  let single: Access | null = null;
  let running = false;
  let reached: { readonly connected: boolean; readonly since: Date | null } = { connected: false, since: null };
  const turn = (connected: boolean): void => {
    if (reached.connected !== connected || reached.since === null) reached = { connected, since: clock.now() };
  };
  let welcome: (installed: Installed) => Promise<void> = async () => {};

  const connection = connectionOf(options, (installed) => welcome(installed), turn);
  const throughOAuth =
    connection.kind === 'http' && connection.receiver.installer !== undefined
      ? accessThroughOAuth(connection.receiver, installations)
      : null;
  const accessOf: AccessOf = throughOAuth ?? (async (team) => onlyAccess(single, team));
  const whose = createWhose(accessOf);
  const authorize: Authorize<boolean> = async (_source, payload) => {
    const teamId = await whose(payload);
    const access = await accessOf(teamId);
    if (access === null) throw new NotInstalled(workspaceOf(teamId));
    return { botToken: access.token, botId: access.bot, botUserId: access.botUser, teamId };
  };
  const clientOf = createClients(accessOf, callOptions(apiUrl, log));
  const people = createPeople({ clientOf, namedAdmins: options.namedAdmins, clock, log });
  const send = createSend(options);
  const pace = createPace(clock, options.turns);
  const posting = createPosting(clientOf, pace, send);
  const surely = createSurely(clock);
  const say = createSay({ send, find: posting.find, pace, surely });

  const listen = (app: App, handlers: Handlers): void => {
    const desk = createDesk({ ...options, handlers, whose, clientOf, people, say, surely, pace });
    const refreshHome = (from: From) => showHome(desk, from);
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
    listener: connection.kind === 'http' ? guarded(connection.receiver, options) : null,
    async start(handlers) {
      if (botToken !== null && throughOAuth === null) single = await accessOfToken(botToken, options);
      if (connection.kind === 'socket') await mayConnect(connection.appToken, options);
      const settings = {
        receiver: withoutInstaller(connection.receiver),
        authorize,
        logger: boltLog(log),
        clientOptions: callOptions(apiUrl, log),
      };
      const app = new App(settings);
      app.error(async (error) => log.error({ error }, 'a request from Slack failed'));
      listen(app, handlers);
      running = true;
      // Over HTTP there is nothing to open.
      if (connection.kind === 'socket') await connection.receiver.start();
      turn(true);
    },
    ...posting,
    notice: createNotice(clientOf, people, send),
    names: people.names,
    missing: (place) => missingIn(place, clientOf),
    preview: render,
    connection: () => reached,
    async stop() {
      if (!running) return;
      running = false;
      if (connection.kind === 'socket') await connection.receiver.stop();
    },
  };
}
