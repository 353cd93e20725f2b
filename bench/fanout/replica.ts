/** A replica of the service, `replica.ts <database> <platforms>`: the service as it is, with platforms that speak to the counterparts' limits. */
import { REST } from 'discord.js';
import { restOptions } from '../../adapters/discord/options.ts';
import { failureOf } from '../../adapters/discord/outcome.ts';
import * as discord from '../../adapters/discord/render.ts';
import { createPace } from '../../adapters/slack/pace.ts';
import * as slack from '../../adapters/slack/render.ts';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/effects/clock.ts';
import type { Platform, PostResult } from '../../src/ports/platform.ts';
import { startService } from '../../src/serve.ts';

const [database = '', origin = ''] = process.argv.slice(2);
const log = { debug() {}, info() {}, warn() {}, error: console.error };

const plain = (name: string, post: Platform['post']): Platform => ({
  name,
  start: async () => {},
  post,
  update: async (_place, reference) => ({ kind: 'sent', reference }),
  find: async () => ({ kind: 'absent' }),
  connection: () => ({ connected: true, since: new Date() }),
  notice: async () => ({ kind: 'refused', lost: false, reason: 'nobody is there' }),
  missing: async () => [],
  preview: () => null,
  stop: async () => {},
});
const sent = (channel: string, message: string): PostResult => ({
  kind: 'sent',
  reference: { channel, message, link: null },
});

const slackLike = plain('slack', async ({ workspace, channel }, document, key) => {
  const afterMs = await pace(workspace, channel);
  if (afterMs > 0) return { kind: 'retry', afterMs, reason: 'many messages wait already' };
  const body = JSON.stringify(slack.render(document));
  const address = `${origin}/slack/${workspace}/channels/${channel}`;
  const { status, headers } = await fetch(address, { method: 'POST', body, headers: { 'x-key': key } });
  if (status !== 429) return sent(channel, key);
  // As Slack says it, in whole seconds.
  const seconds = Math.ceil(Number(headers.get('retry-after')));
  return { kind: 'retry', afterMs: seconds * 1000, reason: 'Slack asks to wait (rate limit)' };
});

const rest = new REST(restOptions(`${origin}/discord`)).setToken('none');
const discordLike = plain('discord', async ({ channel }, document, key) => {
  try {
    const body = discord.bodyOf(discord.render(document));
    await rest.post(`/channels/${channel}/messages`, { body, headers: { 'x-key': key } });
    return sent(channel, key);
  } catch (error) {
    return failureOf(error);
  }
});

const config = { ...readConfig({}), database: { kind: 'postgres' as const, url: database } };
const app = await openApp({ config, clock: systemClock, log, random: Math.random });
const pace = createPace(systemClock, app.store.turns);
const service = await startService(app, { platforms: [slackLike, discordLike], show: null, alone: ['discord'] });
process.send?.({ ready: true });
process.once('message', async () => {
  await service.stop();
  await app.close();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.send?.({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }, () => process.exit(0));
});
