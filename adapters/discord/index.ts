import { Client, GatewayIntentBits, type Guild } from 'discord.js';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Handlers, Platform } from '../../src/ports/platform.ts';
import { tellAdmins } from './admins.ts';
import { register, unregister } from './commands.ts';
import { createLink } from './connection.ts';
import { listenToButtons } from './listeners/buttons.ts';
import { listenToCommands } from './listeners/commands.ts';
import { listenToPresence } from './listeners/presence.ts';
import { createMentions } from './mentions.ts';
import { type DiscordOptions, guildOf, restOptions, workspaceOf } from './options.ts';
import { failureOf } from './outcome.ts';
import { missingIn } from './permissions.ts';
import { channelAt, createThreads } from './places.ts';
import { createPosting } from './post.ts';
import { bodyOf, NOBODY, render } from './render.ts';

export type { Credentials, DiscordOptions } from './options.ts';

function createClient({ apiUrl }: DiscordOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    allowedMentions: NOBODY,
    rest: restOptions(apiUrl),
  });
}

/** Discord as a platform: the gateway with the `Guilds` intent alone, Components V2, slash commands. */
export function createDiscord(options: DiscordOptions): Platform {
  const { guild: oneGuild, log } = options;
  const client = createClient(options);
  const { mention, learn } = createMentions();
  const voice = { mention, words: ENGLISH.platforms };
  const posting = createPosting({ ...options, client, voice, threads: createThreads(client, log) });

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
    const told = await tellAdmins(client, guild, document, `installed ${guild.joinedTimestamp}`, {
      ...options,
      voice,
    });
    if (told.kind !== 'sent')
      log.info({ guild: guild.id, reason: told.reason }, 'the server’s owner takes no messages');
  };

  const link = createLink(client, options);
  let isListening = false;

  return {
    name: 'discord',
    async start(handlers) {
      const deps = { ...options, client, handlers, mention };
      if (!isListening) {
        isListening = true;
        listenToPresence(deps, (guild) => welcome(guild, handlers));
        listenToCommands(deps);
        listenToButtons(deps);
      }
      await link.open();
      const application = client.application?.id;
      if (application === undefined) throw new Error('Discord’s gateway names no application');
      try {
        learn(await register(client.rest, application, oneGuild, handlers.commands, log));
        await unregister(client, application, oneGuild);
      } catch (error) {
        // What stands there from before still works, and the debriefs come all the same.
        const { reason } = failureOf(error);
        log.error({ reason }, 'Discord does not take the commands now; they are registered at the next start');
      }
      // Servers that invited Debrief while it was not running.
      for (const guild of client.guilds.cache.values())
        if (!(await handlers.knows(workspaceOf(guild.id)))) await welcome(guild, handlers);
      log.info({ servers: client.guilds.cache.size, shards: client.ws.shards.size }, 'Discord: ready');
    },
    post: posting.post,
    update: posting.update,
    find: posting.find,
    async notice(workspace, document, key) {
      const guild = client.guilds.cache.get(guildOf(workspace));
      if (guild === undefined) return { kind: 'refused', lost: false, reason: ENGLISH.outcomes.discord.notIn };
      return tellAdmins(client, guild, document, key, { ...options, voice });
    },
    async missing({ workspace, channel: id }) {
      try {
        const channel = await channelAt(client, id);
        if (channel === null || channel.guild.id !== guildOf(workspace)) return [ENGLISH.outcomes.discord.notHere];
        if (channel.guild.members.me === null) await channel.guild.members.fetchMe();
        return missingIn(channel);
      } catch (error) {
        return [failureOf(error).reason];
      }
    },
    preview: (document) => bodyOf(render(document, null, voice)),
    connection: link.state,
    stop: link.close,
  };
}
