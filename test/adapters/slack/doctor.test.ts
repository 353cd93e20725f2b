import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../adapters/slack/doctor.ts';
import { type Acme, APP_TOKEN, openAcme, TOKEN } from './acme.ts';

describe('what doctor says of Slack', () => {
  let acme: Acme;
  beforeEach(async () => {
    acme = await openAcme();
  });
  afterEach(() => acme.close());

  const credentials = () => ({
    botToken: TOKEN,
    appToken: APP_TOKEN,
    signingSecret: null,
    clientId: null,
    clientSecret: null,
    apiUrl: acme.apiUrl,
  });

  it('is content where both tokens hold', async () => {
    const findings = await diagnose(credentials());
    expect(findings.map(({ part, state }) => `${part}: ${state}`)).toEqual([
      'Slack bot token: fine',
      'Slack Socket Mode: fine',
    ]);
  });

  it('names the scopes that are missing', async () => {
    const headers = { 'x-oauth-scopes': 'chat:write,commands' };
    acme.twist('auth.test', { headers, body: { ok: true, team: 'Acme', user: 'debrief' } });
    const [bot] = await diagnose(credentials());
    expect(bot).toMatchObject({ state: 'missing', words: expect.stringContaining('app_mentions:read, channels:read') });
  });

  it('tells where to get a token that holds', async () => {
    acme.twist('auth.test', { body: { ok: false, error: 'invalid_auth' } });
    const findings = await diagnose({ ...credentials(), botToken: 'xoxb-wrong', appToken: 'xapp-wrong' });
    expect(findings.map(({ state }) => state)).toEqual(['missing', 'missing']);
    expect(findings.map(({ words }) => words).join('\n')).toMatch(/OAuth & Permissions[\s\S]*App-Level Tokens/);
  });

  it('does not blame a token where Slack cannot be reached', async () => {
    const [bot] = await diagnose({ ...credentials(), apiUrl: 'http://127.0.0.1:1/api/' });
    expect(bot?.words).toMatch(/cannot be asked.*DEBRIEF_SLACK_API_URL/);
  });
});
