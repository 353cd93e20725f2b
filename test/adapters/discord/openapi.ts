/** Requests against Discord's OpenAPI document, where `DISCORD_OPENAPI` names its file (discord/discord-api-spec, `specs/openapi.json`). */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { Sent } from './town.ts';

const FILE = process.env.DISCORD_OPENAPI;

/** Why the document is not checked against; null where it is. */
export const SKIPPED = FILE === undefined || FILE === '' ? 'DISCORD_OPENAPI names no file' : null;

const schema = (name: string): string => `#/components/schemas/${name}`;
const CALLBACKS: Readonly<Record<number, string>> = {
  4: schema('CreateMessageInteractionCallbackRequest'),
  5: schema('CreateMessageInteractionCallbackRequest'),
  8: schema('ApplicationCommandAutocompleteCallbackRequest'),
  9: schema('ModalInteractionCallbackRequest'),
};

function schemaFor({ method, path, body }: Sent): string | null {
  const route = `${method} ${path
    .replace('/api/v10', '')
    .replace(/\?.*$/, '')
    .replace(/\d{15,}/g, ':id')}`;
  if (route === 'POST /channels/:id/messages') return schema('MessageCreateRequest');
  if (route === 'PATCH /channels/:id/messages/:id') return schema('MessageEditRequestPartial');
  if (route === 'POST /channels/:id/messages/:id/threads') return schema('CreateTextThreadWithMessageRequest');
  if (route === 'POST /channels/:id/threads') return schema('CreateForumThreadRequest');
  if (route === 'POST /users/@me/channels') return schema('CreatePrivateChannelRequest');
  if (route.endsWith('/callback')) return CALLBACKS[Number(body?.type)] ?? null;
  if (/^PATCH \/webhooks\/:id\/[^/]+\/messages\//.test(route)) return schema('IncomingWebhookUpdateRequestPartial');
  if (/^POST \/webhooks\/:id\/[^/]+$/.test(route)) return schema('IncomingWebhookRequestPartial');
  return null;
}

const COMMAND = schema('ApplicationCommandUpdateRequest');

function load(file: string): (reference: string) => ValidateFunction {
  const document = z.object({ components: z.unknown() }).parse(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, validateFormats: false });
  ajv.addSchema({ $id: 'https://discord.example/openapi', components: document.components });
  const known = new Map<string, ValidateFunction>();
  return (reference) => {
    const before = known.get(reference);
    if (before !== undefined) return before;
    const made = ajv.compile({ $ref: `https://discord.example/openapi${reference}` });
    known.set(reference, made);
    return made;
  };
}

const validatorOf = SKIPPED === null && FILE !== undefined ? load(FILE) : null;

function check(value: unknown, reference: string): string[] {
  const validate = validatorOf?.(reference);
  // Coercion writes into what it checks.
  if (validate === undefined || validate(structuredClone(value))) return [];
  const errors = (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [`not as ${reference.split('/').at(-1)}: ${errors.join('; ')}`];
}

/** What Discord's own document has against a request; empty where the document is not at hand. */
export function openApiFaults(sent: Sent): readonly string[] {
  if (validatorOf === null || sent.body === null) return [];
  const { commands } = sent.body;
  if (Array.isArray(commands)) return commands.flatMap((command: unknown) => check(command, COMMAND));
  const reference = schemaFor(sent);
  return reference === null ? [] : check(sent.body, reference);
}
