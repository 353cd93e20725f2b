import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiver, Installation, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import { wordsIn } from '../../src/locale/index.ts';
import type { Access } from './access.ts';
import { callOptions } from './access.ts';
import { AGENT_SCOPE, HISTORY_PATH, INSTALL_PATH, OPTIONAL_SCOPES, REDIRECT_PATH, SCOPES } from './manifest.ts';
import { type Installations, type SlackOptions, workspaceOf } from './options.ts';

/** What of an installation is needed again; parsed as it comes back from the store. */
const Stored = z.looseObject({
  team: z.looseObject({ id: z.string(), name: z.string().optional() }),
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ token: z.string(), userId: z.string(), id: z.string() }),
});

const isInstallation = (value: unknown): value is Installation<'v2', false> => Stored.safeParse(value).success;

/** Installations of Bolt's OAuth in our store. Apps are installed by workspace; an organisation's install is refused. */
export function installationStore(installations: Installations): InstallationStore {
  return {
    async storeInstallation(installation) {
      const team = installation.team?.id;
      if (team === undefined || installation.isEnterpriseInstall) {
        throw new Error('Debrief is installed by workspace: choose one instead of the whole organisation');
      }
      await installations.put(workspaceOf(team), JSON.stringify(installation));
    },
    async fetchInstallation({ teamId }) {
      const text = teamId === undefined ? null : await installations.get(workspaceOf(teamId));
      const found: unknown = text === null ? null : JSON.parse(text);
      if (!isInstallation(found)) throw new Error(`Debrief is not installed in ${teamId ?? 'this organisation'}`);
      return found;
    },
    async deleteInstallation({ teamId }) {
      if (teamId !== undefined) await installations.remove(workspaceOf(teamId));
    },
  };
}

/** The access of a team through OAuth. Its token is renewed, and kept, before it runs out. */
export function accessThroughOAuth(receiver: HTTPReceiver, installations: Installations) {
  return async (team: string): Promise<Access | null> => {
    const text = await installations.get(workspaceOf(team));
    if (text === null) return null;
    const stored = Stored.parse(JSON.parse(text));
    const query = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false } as const;
    const renewed = await receiver.installer?.authorize(query);
    return {
      token: renewed?.botToken ?? stored.bot.token,
      team,
      botUser: stored.bot.userId,
      bot: stored.bot.id,
      everywhere: false,
      installer: stored.user.id,
    };
  };
}

export type Installed = { readonly team: string; readonly name: string | null; readonly user: string };

type Way = { readonly words: string; readonly href: string };

/** A page in the visitor's language (RFC 9110, Accept-Language: the first that is named). */
const PAGE = (language: string, title: string, words: string, way: Way | null): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
<h1>${title}</h1>
<p>${words}${way === null ? '' : ` <a href="${way.href}">${way.words}</a>`}</p>
</html>
`;

const wordsFor = (request: IncomingMessage) => wordsIn(request.headers['accept-language']?.split(/[,;]/)[0]);

const ASKED = [...SCOPES, AGENT_SCOPE];

const REDIRECT = (publicUrl: string | null) =>
  publicUrl === null ? {} : { redirectUri: `${publicUrl.replace(/(?<!\/)\/+$/, '')}${REDIRECT_PATH}` };

/**
 * Begins an install that asks for the channels' history as well: for a workspace whose admin wants Debrief to look by itself whether a post
 * stands whose answer never came. False for any other request.
 */
export function asksForHistory(
  receiver: HTTPReceiver,
  { publicUrl }: Pick<SlackOptions, 'publicUrl'>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { installer } = receiver;
    if (installer === undefined || request.url?.split('?')[0] !== HISTORY_PATH || request.method !== 'GET')
      return false;
    const asked = { scopes: [...ASKED, ...OPTIONAL_SCOPES], ...REDIRECT(publicUrl) };
    installer.handleInstallPath(request, response, {}, asked).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
    return true;
  };
}

/** The part of the HTTP receiver's options that lets workspaces install the app; nothing without a client id. */
export function oauthOptions(options: SlackOptions, onInstalled: (installed: Installed) => Promise<void>) {
  const { clientId, clientSecret, stateSecret, apiUrl, publicUrl, installations, log } = options;
  if (clientId === null || clientSecret === null || stateSecret === null) return {};
  // Another server of the API asks people for their consent as well.
  const authorizationUrl = apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href };
  return {
    clientId,
    clientSecret,
    stateSecret,
    ...REDIRECT(publicUrl),
    scopes: [...ASKED],
    installationStore: installationStore(installations),
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      directInstall: true,
      clientOptions: callOptions(apiUrl, log),
      ...authorizationUrl,
      callbackOptions: {
        successAsync: async (installation, _options, request, response) => {
          const { tag, platforms } = wordsFor(request);
          const { done, next, looks, looksNot, allow } = platforms.installed;
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          const given = installation.bot?.scopes ?? [];
          const reads = OPTIONAL_SCOPES.some((scope) => given.includes(scope));
          const way = reads ? null : { words: allow, href: HISTORY_PATH };
          response.end(PAGE(tag, done, `${next} ${reads ? looks : looksNot}`, way));
          const team = installation.team?.id;
          if (team === undefined) return;
          await onInstalled({ team, name: installation.team?.name ?? null, user: installation.user.id });
        },
        failure: (_error, _options, request, response) => {
          const { tag, platforms } = wordsFor(request);
          const { failed, again, start } = platforms.installed;
          response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
          response.end(PAGE(tag, failed, again, { words: start, href: INSTALL_PATH }));
        },
      },
    },
  } satisfies Partial<ConstructorParameters<typeof HTTPReceiver>[0]>;
}
