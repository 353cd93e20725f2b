import { createHash } from 'node:crypto';
import { ComponentType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Document } from '../../src/model.ts';
import { renderEmbed } from './embeds.ts';
import { LIMITS } from './limits.ts';
import { isAboutForm } from './outcome.ts';
import { draw, type Painter, type Picture } from './pictures.ts';
import { bodyOf, render } from './render.ts';

const Sent = z.object({ id: z.string(), channel_id: z.string() });
export type Sent = z.infer<typeof Sent>;

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Twice the same nonce within a few minutes is one message; Discord takes 25 characters. */
export const nonceOf = (key: string): string => digest(key).toString('base64url').slice(0, LIMITS.nonce);

/** What a message is found by: the id of its first component, a positive 32-bit integer made of its key. */
export const markOf = (key: string): number => digest(key).readUInt32BE() & 0x7fff_ffff || 1;

export type Form = { readonly body: Readonly<Record<string, unknown>>; readonly files: Picture[] };

/** Sends a document with components, or as an embed where Discord does not take them. */
export async function inSomeForm<T>(
  document: Document,
  mark: number | null,
  painter: Painter,
  act: (form: Form) => Promise<T>,
): Promise<T> {
  const picture = await draw(document, painter);
  const message = render(picture.document, mark, painter.voice);
  try {
    return await act({ body: bodyOf(message), files: picture.filesOf(message) });
  } catch (error) {
    if (!isAboutForm(error)) throw error;
    painter.log.warn({ error }, 'Discord refuses the components of a message; sent as an embed');
    return act({ body: renderEmbed(document, mark, painter.voice), files: [] });
  }
}

/** A body that calls a role, below what it says: the debrief stays the message's first component, by which it is found. */
export function calling(body: Form['body'], role: string | undefined): Form['body'] {
  if (role === undefined) return body;
  const { components } = body;
  const called = `<@&${role}>`;
  const words =
    'flags' in body && Array.isArray(components)
      ? { components: [...components, { type: ComponentType.TextDisplay, content: called }] }
      : { content: called };
  return { ...body, ...words, allowed_mentions: { parse: [], roles: [role] } };
}

/** Posts a document in a channel. The same key in the same channel is one message, as long as Discord remembers it. */
export function send(
  rest: REST,
  channel: string,
  document: Document,
  key: string,
  painter: Painter,
  calls?: string,
): Promise<Sent> {
  return inSomeForm(document, markOf(key), painter, async ({ body, files }) => {
    const posted = await rest.post(Routes.channelMessages(channel), {
      body: { ...calling(body, calls), nonce: nonceOf(`${channel} ${key}`), enforce_nonce: true },
      files,
    });
    return Sent.parse(posted);
  });
}
