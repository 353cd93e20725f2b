import { SCOPES } from './manifest.ts';

/** Where to get a token that Slack takes. */
export const BOT_TOKEN_AGAIN = 'copy the token (xoxb-) again from "OAuth & Permissions", "Bot User OAuth Token"';
export const APP_TOKEN_AGAIN =
  'make a token (xapp-) with connections:write under "Basic Information", "App-Level Tokens"';

/** Which scopes a bot token lacks, and where to add them; null where it has all, or Slack does not tell. */
export function lackingWords(scopes: readonly string[]): string | null {
  const given = new Set(scopes);
  const lacking = given.size === 0 ? [] : SCOPES.filter((scope) => !given.has(scope));
  return lacking.length === 0
    ? null
    : `the app lacks ${lacking.join(', ')}: add them under "OAuth & Permissions", then "Reinstall to Workspace"`;
}
