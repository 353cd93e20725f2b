import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENT_SCOPE, OPTIONAL_SCOPES, SCOPES } from '../../../adapters/slack/manifest.ts';
import { sealWith } from '../../../src/effects/seal.ts';
import { document } from '../../samples.ts';
import { type Acme, CLIENT, openAcme, PUBLIC_URL } from './acme.ts';
import { listening, until } from './handlers.ts';
import { event, slash } from './payloads.ts';
import { served } from './served.ts';
import { memoryInstallations } from './started.ts';

const SECRET = 'a-secret-of-some-length';

describe('installing the Slack app in a workspace', () => {
  let acme: Acme;
  let open: Awaited<ReturnType<typeof served>>;
  let handlers: ReturnType<typeof listening>;
  const plain = memoryInstallations();
  const seal = sealWith(SECRET);
  /** As main keeps them. */
  const installations = {
    put: (workspace: string, text: string) => plain.put(workspace, seal.seal(text, workspace)),
    async get(workspace: string) {
      const sealed = await plain.get(workspace);
      return sealed === null ? null : seal.open(sealed, workspace);
    },
    remove: plain.remove,
  };

  beforeEach(async () => {
    acme = await openAcme();
    plain.kept.clear();
    handlers = listening();
    open = await served(acme, handlers, {
      botToken: null,
      ...CLIENT,
      stateSecret: SECRET,
      publicUrl: PUBLIC_URL,
      installations,
    });
  });
  afterEach(async () => {
    await open.close();
    await acme.close();
  });

  const ASKED = [...SCOPES, AGENT_SCOPE];
  const start = (path = '') => fetch(`${open.web.origin}/slack/install${path}`, { redirect: 'manual' });

  /** Goes to Slack's page, consents as Ada, and comes back to our server. */
  async function install(): Promise<Response> {
    const begun = await start();
    const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
    const consent = new URL(begun.headers.get('location') ?? '');
    expect(consent.searchParams.get('scope')).toBe(ASKED.join(','));
    const fields = Object.fromEntries(consent.searchParams);
    const agreed = await fetch(new URL('/oauth/v2/authorize/callback', acme.apiUrl), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...fields, user_id: acme.users.ada }),
    });
    const back = agreed.headers.get('location') ?? '';
    expect(back.startsWith(`${PUBLIC_URL}/slack/oauth_redirect?`)).toBe(true);
    return fetch(back.replace(PUBLIC_URL, open.web.origin), { headers: { cookie } });
  }

  it('keeps the token sealed, and writes to the installer alone', async () => {
    const page = await install();
    expect(page.status).toBe(200);
    const said = await page.text();
    expect(said).toContain('Debrief is installed');
    expect(said).toContain('href="/slack/install/history"');
    await until(() => acme.called('chat.postMessage')[0]);
    expect(handlers.heard).toMatchObject([{ what: 'installed', said: 'Acme', context: { admin: true } }]);
    expect(acme.called('conversations.open')[0]?.body).toMatchObject({ users: acme.users.ada });
    expect(await acme.messages(acme.channels.infra)).toEqual([]);
    const [kept] = plain.kept.values();
    expect(kept).toMatch(/^v1\./);
    expect(kept).not.toContain('xoxb');
  });

  it('answers and posts with that workspace’s own token', async () => {
    await install();
    await until(() => acme.called('chat.postMessage')[0]);
    await open.command(slash(acme, 'latest'));
    expect(await until(() => acme.responses[0])).toMatchObject({ text: 'text: latest' });
    const tokens = new Set(acme.called('users.info').map(({ token }) => token));
    expect([...tokens]).toEqual([expect.stringMatching(/^xoxb-/)]);
  });

  it('asks for the history of channels where the admin wants it, and only there', async () => {
    const begun = await start('/history');
    expect(begun.headers.get('set-cookie')).toBeTruthy();
    const consent = new URL(begun.headers.get('location') ?? '');
    expect(consent.searchParams.get('scope')).toBe([...ASKED, ...OPTIONAL_SCOPES].join(','));
    expect(consent.searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/slack/oauth_redirect`);
    expect((await start('/elsewhere')).status).toBe(404);
  });

  it('refuses an answer whose state was not given to this browser', async () => {
    const begun = await start();
    const consent = new URL(begun.headers.get('location') ?? '');
    const forged = `${open.web.origin}/slack/oauth_redirect?code=x&state=${consent.searchParams.get('state') ?? ''}`;
    const answer = await fetch(forged);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Debrief was not installed');
    const german = await fetch(forged, { headers: { 'accept-language': 'de-AT,de;q=0.9' } });
    expect(await german.text()).toContain('<h1>Debrief wurde nicht installiert</h1>');
    expect(plain.kept.size).toBe(0);
  });

  it('renews a token that runs out, and keeps the new one', async () => {
    await install();
    await until(() => acme.called('chat.postMessage')[0]);
    const workspace = `slack:${acme.team}`;
    const stored = JSON.parse((await installations.get(workspace)) ?? '{}');
    const soon = Math.floor(Date.now() / 1000) + 60;
    await installations.put(
      workspace,
      JSON.stringify({ ...stored, bot: { ...stored.bot, refreshToken: 'xoxe-1-old', expiresAt: soon } }),
    );
    const renewed = {
      access_token: 'xoxe.xoxb-new',
      refresh_token: 'xoxe-1-new',
      expires_in: 43_200,
      token_type: 'bot',
    };
    acme.twist('oauth.v2.access', {
      body: { ok: true, ...renewed, team: { id: acme.team }, bot_user_id: stored.bot.userId },
    });
    await open.command(slash(acme, 'latest'));
    await until(() => acme.responses[0]);
    expect(await installations.get(workspace)).toContain('xoxe-1-new');
    expect(acme.called('users.info').at(-1)?.token).toBe('xoxe.xoxb-new');
  });

  it('comes again with what it should post, while the token is sealed with a secret that was not named', async () => {
    await install();
    await until(() => acme.called('chat.postMessage')[0]);
    const workspace = `slack:${acme.team}`;
    await plain.put(workspace, sealWith('another-secret-of-some-length').seal('{}', workspace));
    const posted = await open.slack.post({ workspace, channel: acme.channels.infra, thread: null }, document('x'), 'k');
    expect(posted).toMatchObject({ kind: 'retry', reason: expect.stringContaining('DEBRIEF_SECRET_OLD') });
    expect(await acme.messages(acme.channels.infra)).toEqual([]);
  });

  it('forgets the token when the app is removed', async () => {
    await install();
    await until(() => acme.called('chat.postMessage')[0]);
    await open.notify(event(acme, { type: 'app_uninstalled' }));
    await until(() => handlers.heard.some(({ what }) => what === 'removed'));
    expect(plain.kept.size).toBe(0);
    const gone = { workspace: `slack:${acme.team}`, channel: acme.channels.infra, thread: null };
    expect(await open.slack.missing(gone)).toEqual([expect.stringContaining('install it again')]);
  });
});
