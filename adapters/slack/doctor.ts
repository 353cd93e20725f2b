import { webApi } from '@slack/bolt';
import type { Finding } from '../../src/ports/finding.ts';
import { APP_TOKEN_AGAIN, BOT_TOKEN_AGAIN, lackingWords } from './advice.ts';
import { OPTIONAL_SCOPES } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import { codeOf, failureOf } from './outcome.ts';

type Credentials = Pick<
  SlackOptions,
  'botToken' | 'appToken' | 'signingSecret' | 'clientId' | 'clientSecret' | 'apiUrl'
>;

const CALL_MS = 5_000;

const client = (token: string, { apiUrl }: Credentials): webApi.WebClient =>
  new webApi.WebClient(token, {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    logLevel: webApi.LogLevel.ERROR,
    retryConfig: { retries: 0 },
    timeout: CALL_MS,
  });

/** What to do about a call that failed: get another token, or see to the network. */
function advice(error: unknown, renewed: string): string {
  const code = codeOf(error);
  if (code !== null) return `Slack answers ${code}: ${renewed}`;
  return `Slack cannot be asked (${failureOf(error).reason}): check the network, and DEBRIEF_SLACK_API_URL if it is set`;
}

async function bot(token: string, credentials: Credentials): Promise<Finding> {
  const part = 'Slack bot token';
  try {
    const answer = await client(token, credentials).auth.test();
    const scopes = answer.response_metadata?.scopes ?? [];
    const lacking = lackingWords(scopes);
    if (lacking !== null) return { part, state: 'missing', words: lacking };
    const given = new Set(scopes);
    const reads = OPTIONAL_SCOPES.some((scope) => given.has(scope));
    const history = reads ? '' : '; it reads no history, so a post without an answer is left to an admin';
    return { part, state: 'fine', words: `${answer.user ?? 'the bot'} in ${answer.team ?? 'a workspace'}${history}` };
  } catch (error) {
    return { part, state: 'missing', words: advice(error, BOT_TOKEN_AGAIN) };
  }
}

async function socketMode(token: string, credentials: Credentials): Promise<Finding> {
  const part = 'Slack Socket Mode';
  try {
    await client(token, credentials).apps.connections.open();
    return { part, state: 'fine', words: 'connects without an open port' };
  } catch (error) {
    return { part, state: 'missing', words: advice(error, APP_TOKEN_AGAIN) };
  }
}

/** What of Slack's set-up is well, and which step of docs/slack.md is missing. Asks Slack itself. */
export async function diagnose(credentials: Credentials): Promise<readonly Finding[]> {
  const { botToken, appToken, signingSecret, clientId } = credentials;
  const findings: Finding[] = [];
  if (botToken !== null) findings.push(await bot(botToken, credentials));
  if (appToken !== null && clientId === null) findings.push(await socketMode(appToken, credentials));
  else if (signingSecret !== null) {
    const words = 'requests are checked against SLACK_SIGNING_SECRET; served at /slack/events of DEBRIEF_HTTP_PORT';
    findings.push({ part: 'Slack over HTTP', state: 'fine', words });
  }
  if (clientId !== null) {
    const words = 'workspaces install the app at /slack/install';
    findings.push({ part: 'Slack OAuth', state: 'fine', words });
  }
  return findings;
}
