import { GatewayDispatchEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../adapters/discord/doctor.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import { listening, until } from './handlers.ts';
import { wordsOf } from './shown.ts';
import { inTown } from './started.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
let platform: Platform;
let handlers: ReturnType<typeof listening>;

beforeEach(async () => {
  town = await openTown();
  handlers = listening();
  platform = inTown(town);
  await platform.start(handlers);
});
afterEach(async () => {
  await platform.stop();
  await town.close();
});

const heard = (what: string) => until(() => handlers.heard.find((entry) => entry.what === what));
const told = (what: string) => until(() => handlers.told.find((entry) => entry.what === what));
/** What the gateway tells when something changes in the server. */
const tell = (event: GatewayDispatchEvents, data: unknown): void => town.tell(event, data);

const EVERYONE_BUT_POSTING = { type: 0, allow: '0', deny: String(1n << 11n) };

const channel = (overwrites: readonly object[]) => ({
  id: town.channels.general,
  guild_id: town.guild,
  type: 0,
  name: 'general',
  position: 0,
  permission_overwrites: overwrites,
});

describe('a channel', () => {
  it('that is closed to the bot is told with what is missing, and again when it is open', async () => {
    const closed = channel([{ ...EVERYONE_BUT_POSTING, id: town.guild }]);
    handlers.told.length = 0;
    tell(GatewayDispatchEvents.ChannelUpdate, closed);
    const { reasons } = await told('lost');
    expect(reasons.get(town.channels.general)).toContain('“Send Messages”');
    const place = { workspace: `discord:${town.guild}`, channel: town.channels.general, thread: null };
    expect((await platform.missing(place)).join()).toMatch(/“Send Messages” in #general: edit #general, “Permissions”/);
    tell(GatewayDispatchEvents.ChannelUpdate, channel([]));
    await told('back');
    expect(handlers.told.map(({ what }) => what)).toEqual(['lost', 'back']);
  });

  it('that is deleted is lost', async () => {
    tell(GatewayDispatchEvents.ChannelDelete, channel([]));
    expect([...(await told('lost')).reasons.values()].join()).toContain('the channel was deleted');
  });
});

describe('the bot', () => {
  it('tells the server’s owner alone when it is installed, with buttons that know the server', async () => {
    const guild = '1000000000000000005';
    tell(GatewayDispatchEvents.GuildCreate, {
      id: guild,
      name: 'Newcomers',
      owner_id: town.owner,
      joined_at: '2026-11-24T07:00:00.000000+00:00',
      roles: [],
      emojis: [],
      stickers: [],
      members: [],
      channels: [],
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      features: [],
      preferred_locale: 'en-US',
    });
    const welcome = await until(async () => (await town.direct(town.owner))[0]);
    expect(wordsOf(welcome.components)).toContain('Debrief is installed');
    expect(handlers.heard[0]).toMatchObject({
      what: 'installed',
      said: 'Newcomers',
      context: { workspace: `discord:${guild}` },
    });
    tell(GatewayDispatchEvents.GuildDelete, { id: guild });
    expect((await heard('removed')).said).toBe(`discord:${guild}`);
  });

  it('comes back when its connection breaks', async () => {
    const [before] = town.connections();
    // "Invalid sequence": nothing to resume, so the library has to begin another; it does so every five seconds at most.
    before?.close(4_007);
    await until(() => town.connections().some(({ session, ready }) => ready && session !== before?.session), 900);
    await until(async () => {
      tell(GatewayDispatchEvents.ChannelDelete, channel([]));
      return handlers.told.find(({ what }) => what === 'lost');
    });
  }, 20_000);
});

describe('the doctor', () => {
  it('prints the link that invites the bot, with its scopes and permissions', async () => {
    const findings = await diagnose({ token: town.twin.botToken, apiUrl: town.apiUrl, guild: null });
    const link = /https:\/\/discord\.com\S+/.exec(findings.map(({ words }) => words).join('\n'))?.[0] ?? '';
    const query = new URL(link).searchParams;
    expect(query.get('scope')).toBe('bot applications.commands');
    expect(query.get('client_id')).toBe(town.twin.botUserId);
    expect(query.get('permissions')).toBe('309237763072');
    expect(findings.every(({ state }) => state === 'fine')).toBe(true);
  });

  it('says where a token comes from when it is refused', async () => {
    town.twists.push({ matches: () => true, status: 401, body: { code: 0, message: '401: Unauthorized' } });
    const [finding] = await diagnose({ token: 'wrong', apiUrl: town.apiUrl, guild: null });
    expect(finding).toMatchObject({ state: 'missing', words: expect.stringContaining('“Bot”') });
  });

  it('asks for no new token where nobody judged the one there is', async () => {
    const [finding] = await diagnose({ token: 'unheard', apiUrl: 'http://127.0.0.1:9/api', guild: null });
    expect(finding).toMatchObject({ state: 'missing', words: expect.not.stringContaining('“Bot”') });
  });
});
