/** Discord's own checks of what it is sent, as its reference tells them: written apart from the adapter's limits. */
import { z } from 'zod';
import { openApiFaults } from './openapi.ts';
import type { Sent } from './town.ts';

const Json = z.record(z.string(), z.unknown());

/** Every object within a value, depth first. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const entry of value) yield* objects(entry);
  else if (value !== null && typeof value === 'object') {
    const object = Json.parse(value);
    yield object;
    for (const entry of Object.values(object)) yield* objects(entry);
  }
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

export type Weight = { readonly components: number; readonly characters: number; readonly bytes: number };

/** What a message with components weighs: nested components count, and each text display adds twelve bytes. */
export function weightOf(components: unknown): Weight {
  let count = 0;
  let characters = 0;
  let bytes = 0;
  for (const { type, content } of objects(components)) {
    if (typeof type === 'number') count += 1;
    if (type !== 10) continue;
    characters += lengthOf(content);
    bytes += new TextEncoder().encode(String(content)).length + 12;
  }
  return { components: count, characters, bytes };
}

function componentFaults(node: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) faults.push(`component ${String(node.type)}: ${what}`);
  };
  switch (node.type) {
    case 1:
      need(countOf(node.components) >= 1 && countOf(node.components) <= 5, '1 to 5 buttons in a row');
      break;
    case 2:
      need(lengthOf(node.label) >= 1 && lengthOf(node.label) <= 80, 'a label of 1 to 80');
      if (node.style === 5) need(lengthOf(node.url) >= 1 && lengthOf(node.url) <= 512, 'an address of 1 to 512');
      else need(lengthOf(node.custom_id) >= 1 && lengthOf(node.custom_id) <= 100, 'a custom_id of 1 to 100');
      break;
    case 9:
      need(countOf(node.components) >= 1 && countOf(node.components) <= 3, '1 to 3 texts in a section');
      need(node.accessory !== undefined, 'an accessory');
      break;
    case 10:
      need(String(node.content).trim() !== '', 'a text that is not empty');
      need((String(node.content).match(/^```/gm)?.length ?? 0) % 2 === 0, 'code blocks that are closed');
      break;
    case 12:
      need(countOf(node.items) >= 1 && countOf(node.items) <= 10, '1 to 10 pictures');
      for (const item of objects(node.items)) need(lengthOf(item.description) <= 1_024, 'an alt text of at most 1,024');
      break;
    case 17:
      need(countOf(node.components) >= 1, 'a container that is not empty');
      break;
  }
  return faults;
}

const V2 = 1 << 15;

/** What Discord would refuse in a message, or do although nobody wanted it. */
export function messageFaults(body: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  const mentions = JSON.stringify(body.allowed_mentions);
  // Nobody, or the one role that a channel's admins named.
  if (!/^\{"parse":\[\](?:,"roles":\["\d+"\])?\}$/.test(mentions)) faults.push(`allowed_mentions is ${mentions}`);
  if (lengthOf(body.content) > 2_000) faults.push('content over 2,000');
  if ((Number(body.flags ?? 0) & V2) !== 0) {
    const { components, characters, bytes } = weightOf(body.components);
    if (components > 40) faults.push(`${components} components`);
    if (characters > 4_000) faults.push(`${characters} characters`);
    if (bytes > 10_170) faults.push(`${bytes} bytes`);
    for (const other of ['content', 'embeds', 'poll', 'sticker_ids'])
      if (body[other] != null && countOf(body[other]) + lengthOf(body[other]) > 0)
        faults.push(`${other} beside components`);
  } else {
    const embeds = [...objects(body.embeds)];
    const together = embeds.reduce((sum, { title, description }) => sum + lengthOf(title) + lengthOf(description), 0);
    if (together > 6_000) faults.push(`embeds of ${together} characters`);
    if (embeds.some(({ description }) => lengthOf(description) > 4_096)) faults.push('an embed over 4,096');
  }
  const ids = [...objects(body.components)].map(({ custom_id }) => custom_id).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) faults.push('a custom_id twice');
  for (const node of objects(body.components)) faults.push(...componentFaults(node));
  if (lengthOf(body.nonce) > 25) faults.push('a nonce over 25');
  return faults;
}

const Callback = z.object({ type: z.number(), data: Json.optional() });

/** What Discord would say to a request, before it gets there. */
export function faultsIn(sent: Sent): readonly string[] {
  const { method, path, body, files } = sent;
  if (body === null || method === 'GET') return [];
  const faults: string[] = [];
  const isMessage = /\/messages(?:\/[^/]+)?(?:\?.*)?$/.test(path) || /\/webhooks\/\d+\/[^/]+(?:\?.*)?$/.test(path);
  if (isMessage) faults.push(...messageFaults(body));
  if (path.endsWith('/threads') && body.message !== undefined) faults.push(...messageFaults(Json.parse(body.message)));
  if (path.endsWith('/callback') || path.includes('/callback?')) {
    const { type, data } = Callback.parse(body);
    if (type === 4 && data !== undefined) faults.push(...messageFaults(data));
    if (type === 8 && countOf(data?.choices) > 25) faults.push('over 25 choices');
    if (type === 9) {
      if (lengthOf(data?.title) < 1 || lengthOf(data?.title) > 45) faults.push('a modal title of 1 to 45');
      if (countOf(data?.components) < 1 || countOf(data?.components) > 5) faults.push('1 to 5 fields');
    }
  }
  const shown = JSON.stringify(body).match(/attachment:\/\/[\w.-]+/g) ?? [];
  for (const name of shown.map((url) => url.slice('attachment://'.length)))
    if (!(name in files)) faults.push(`${name} is shown but not attached`);
  faults.push(...openApiFaults(sent));
  return faults.map((fault) => `${method} ${path.replace(/\d{15,}/g, ':id')}: ${fault}`);
}
