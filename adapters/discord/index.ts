import { Client, Events, GatewayIntentBits, type Guild, RESTJSONErrorCodes } from 'discord.js';
import { UsageError } from '../../src/errors.ts';
import type { Handlers, Platform } from '../../src/ports/platform.ts';
import { tellAdmins } from './admins.ts';
import { register } from './commands.ts';
import { listenToButtons } from './listeners/buttons.ts';
import { listenToCommands } from './listeners/commands.ts';
import { listenToPresence } from './listeners/presence.ts';
import { type DiscordOptions, guildOf, restOptions, workspaceOf } from './options.ts';
import { codeOf, failureOf } from './outcome.ts';
import { missingIn } from './permissions.ts';
import { channelAt, createThreads } from './places.ts';
import { createPosting } from './post.ts';
import { bodyOf, NOBODY, render } from './render.ts';

export type { Credentials, DiscordOptions } from './options.ts';

/** How long the gateway may take to say that it is ready. */
const READY_MS = 30_000;

function createClient({ apiUrl }: DiscordOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    allowedMentions: NOBODY,
    rest: restOptions(apiUrl),
  });
}

/** Rejects with a UsageError where Discord does not take the token. */
async function login(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'TokenInvalid' || codeOf(error) === 0 || codeOf(error) === RESTJSONErrorCodes.Unauthorized)
      throw new UsageError([
        'DISCORD_TOKEN: Discord does not take it; reset and copy it under "Bot" of the application',
      ]);
    throw error;
  }
  await Promise.race([
    ready,
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error('Discord’s gateway did not answer in time')), READY_MS).unref();
    }),
  ]);
}

/** Discord as a platform: the gateway with the `Guilds` intent alone, Components V2, slash commands. */
export function createDiscord(options: DiscordOptions): Platform {
  const { token, guild: oneGuild, log } = options;
  const client = createClient(options);
  const posting = createPosting({ ...options, client, threads: createThreads(client) });

  const welcome = async (guild: Guild, handlers: Handlers): Promise<void> => {
    const context = {
      platform: 'discord',
      workspace: workspaceOf(guild.id),
      channel: null,
      thread: null,
      user: { id: guild.ownerId, name: null },
      admin: true,
      owner: false,
    };
    const document = await handlers.installed(context, guild.name);
    const told = await tellAdmins(client, guild, document, `installed ${guild.joinedTimestamp}`, options);
    if (told.kind !== 'sent')
      log.info({ guild: guild.id, reason: told.reason }, 'the server’s owner takes no messages');
  };

  let reached: { readonly connected: boolean; readonly since: Date | null } = { connected: false, since: null };
  const turn = (connected: boolean): void => {
    if (reached.connected !== connected || reached.since === null) reached = { connected, since: options.clock.now() };
  };
  let isWatched = false;

  const watch = (): void => {
    client.on(Events.ClientReady, () => turn(true));
    client.on(Events.ShardReady, () => turn(true));
    client.on(Events.ShardResume, () => turn(true));
    client.on(Events.ShardReconnecting, () => turn(false));
    client.on(Events.ShardDisconnect, () => turn(false));
    client.on(Events.Error, (error) => log.error({ error }, 'Discord: an error of the client'));
    client.on(Events.ShardDisconnect, ({ code }, shard) =>
      log.error({ shard, code }, 'Discord: a shard was closed for good'),
    );
    client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'Discord: reconnecting'));
    client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Discord: resumed'));
  };

  return {
    name: 'discord',
    async start(handlers) {
      const deps = { ...options, client, handlers };
      // A start that failed is tried again with the same client.
      if (!isWatched) {
        isWatched = true;
        watch();
        listenToPresence(deps, (guild) => welcome(guild, handlers));
        listenToCommands(deps);
        listenToButtons(deps);
      }
      await login(client, token).catch(async (error: unknown) => {
        await client.destroy();
        throw error;
      });
      const application = client.application?.id;
      if (application === undefined) throw new Error('Discord’s gateway names no application');
      await register(client.rest, application, oneGuild, handlers.commands, log);
      log.info({ servers: client.guilds.cache.size, shards: client.ws.shards.size }, 'Discord: ready');
    },
    post: posting.post,
    update: posting.update,
    find: posting.find,
    async notice(workspace, document, key) {
      const guild = client.guilds.cache.get(guildOf(workspace));
      if (guild === undefined)
        return { kind: 'refused', lost: false, reason: 'Debrief is not in this server any more' };
      return tellAdmins(client, guild, document, key, options);
    },
    async missing({ workspace, channel: id }) {
      try {
        const channel = await channelAt(client, id);
        if (channel === null || channel.guild.id !== guildOf(workspace))
          return ['there is no such channel in this server'];
        if (channel.guild.members.me === null) await channel.guild.members.fetchMe();
        return missingIn(channel);
      } catch (error) {
        return [failureOf(error).reason];
      }
    },
    preview: (document) => bodyOf(render(document)),
    connection: () => reached,
    async stop() {
      await client.destroy();
    },
  };
}
