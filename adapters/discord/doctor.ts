import { DiscordAPIError, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Finding } from '../../src/ports/finding.ts';
import { type Credentials, restOptions } from './options.ts';
import { failureOf } from './outcome.ts';
import { inviteLink } from './permissions.ts';

const CALL_MS = 5_000;
const Application = z.object({ id: z.string(), name: z.string().optional() });
const Guilds = z.array(z.object({ id: z.string(), name: z.string() }));

const TOKEN_PART = 'Discord token';
const WHERE = 'reset and copy it under “Bot” of the application at https://discord.com/developers/applications';

async function application(rest: REST): Promise<z.infer<typeof Application> | Finding> {
  try {
    return Application.parse(await rest.get(Routes.currentApplication()));
  } catch (error) {
    // Where Discord did not judge the token, a new one would mend nothing.
    const isToken = error instanceof DiscordAPIError && error.status === 401;
    const words = isToken ? `Discord does not take DISCORD_TOKEN: ${WHERE}` : failureOf(error).reason;
    return { part: TOKEN_PART, state: 'missing', words };
  }
}

/** What of Discord's set-up is well, with the link that invites the bot. Asks Discord itself. */
export async function diagnose({ token, apiUrl }: Credentials): Promise<readonly Finding[]> {
  if (token === null) return [{ part: TOKEN_PART, state: 'off', words: `DISCORD_TOKEN switches it on: ${WHERE}` }];
  const rest = new REST({ ...restOptions(apiUrl), timeout: CALL_MS, retries: 0 }).setToken(token);
  const found = await application(rest);
  if ('part' in found) return [found];
  const link = inviteLink(found.id);
  const findings: Finding[] = [{ part: TOKEN_PART, state: 'fine', words: found.name ?? found.id }];
  try {
    const guilds = Guilds.parse(await rest.get(Routes.userGuilds()));
    findings.push(
      guilds.length === 0
        ? { part: 'Discord servers', state: 'missing', words: `none yet; invite the bot: ${link}` }
        : {
            part: 'Discord servers',
            state: 'fine',
            words: `${guilds.map(({ name }) => name).join(', ')}; for another: ${link}`,
          },
    );
  } catch (error) {
    findings.push({
      part: 'Discord invite',
      state: 'fine',
      words: `${link} (its servers are not told: ${failureOf(error).reason})`,
    });
  }
  return findings;
}
