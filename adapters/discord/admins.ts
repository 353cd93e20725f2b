import { type Client, type Guild, Routes } from 'discord.js';
import { z } from 'zod';
import type { Action, Document } from '../../src/model.ts';
import type { PostResult } from '../../src/ports/platform.ts';
import { failureOf } from './outcome.ts';
import type { Painter } from './pictures.ts';
import { linkTo } from './places.ts';
import { send } from './send.ts';
import { about } from './who.ts';

const Opened = z.object({ id: z.string() });

const DIRECT = '@me';

/** In a direct message a button must say which server it is about. */
function addressed(document: Document, guild: string): Document {
  const named = (action: Action): Action =>
    action.kind === 'link' ? action : { ...action, id: about(action.id, guild) };
  const blocks = document.blocks.map((block) =>
    block.kind === 'actions' ? { ...block, actions: block.actions.map(named) } : block,
  );
  return { ...document, blocks };
}

async function toOwner(client: Client, guild: Guild, document: Document, key: string, painter: Painter) {
  const opened = await client.rest.post(Routes.userChannels(), { body: { recipient_id: guild.ownerId } });
  const channel = Opened.parse(opened).id;
  const sent = await send(client.rest, channel, addressed(document, guild.id), key, painter);
  return { channel: sent.channel_id, message: sent.id, link: linkTo(DIRECT, sent.channel_id, sent.id) };
}

/**
 * Tells those who run a server, and nobody else: its owner in a direct message, or, where that is closed, the channel in
 * which Discord itself writes to moderators.
 */
export async function tellAdmins(
  client: Client,
  guild: Guild,
  document: Document,
  key: string,
  painter: Painter,
): Promise<PostResult> {
  try {
    return { kind: 'sent', reference: await toOwner(client, guild, document, key, painter) };
  } catch (error) {
    const failure = failureOf(error);
    const moderators = guild.publicUpdatesChannelId;
    if (failure.kind !== 'refused' || moderators === null) return failure;
    try {
      const { id, channel_id } = await send(client.rest, moderators, document, key, painter);
      return { kind: 'sent', reference: { channel: channel_id, message: id, link: linkTo(guild.id, channel_id, id) } };
    } catch {
      return failure;
    }
  }
}
