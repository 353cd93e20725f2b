import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS, EVENTS, manifest, promptsIn, SCOPES } from '../../../adapters/slack/manifest.ts';
import { readLine } from '../../../src/commands/line/read.ts';
import { REGISTRY } from '../../../src/commands/registry.ts';
import { wordsIn } from '../../../src/locale/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLACEHOLDER = 'https://debrief.example.com';

const Manifest = z.looseObject({
  display_information: z.looseObject({ name: z.string().max(35), description: z.string().max(140) }),
  features: z.looseObject({
    slash_commands: z.array(
      z.looseObject({
        command: z.string().regex(/^\/[a-z-]{1,31}$/),
        url: z.string().optional(),
        should_escape: z.literal(true),
      }),
    ),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
  settings: z.looseObject({ socket_mode_enabled: z.boolean() }),
});

describe('the Slack app manifests', () => {
  it('stand in the repository as the code has them', () => {
    expect(JSON.parse(readFileSync(join(ROOT, 'slack/manifest.socket.json'), 'utf8'))).toEqual(
      manifest({ kind: 'socket' }),
    );
    expect(JSON.parse(readFileSync(join(ROOT, 'slack/manifest.http.json'), 'utf8'))).toEqual(
      manifest({ kind: 'http', publicUrl: PLACEHOLDER }),
    );
  });

  it('keep to Slack’s limits, and send everything to our one address over HTTP alone', () => {
    const socket = Manifest.parse(manifest({ kind: 'socket' }));
    const http = Manifest.parse(manifest({ kind: 'http', publicUrl: `${PLACEHOLDER}/` }));
    expect(socket.features.slash_commands.map(({ url }) => url)).toEqual(COMMANDS.map(() => undefined));
    expect(http.features.slash_commands.map(({ url }) => url)).toEqual(
      COMMANDS.map(() => `${PLACEHOLDER}/slack/events`),
    );
    expect([socket, http].map(({ settings }) => settings.socket_mode_enabled)).toEqual([true, false]);
  });

  it('make an agent of the app, with prompts that are commands in every language', () => {
    expect(JSON.parse(JSON.stringify(manifest({ kind: 'socket' })))).toMatchObject({
      features: { agent_view: { suggested_prompts: { length: 4 } } },
      oauth_config: { scopes: { bot: expect.arrayContaining(['assistant:write']) } },
    });
    const specs = REGISTRY.commands.map(({ spec }) => spec);
    for (const words of [wordsIn('en'), wordsIn('de')])
      for (const { message } of promptsIn(words.platforms))
        expect(readLine(message, specs, words)).toMatchObject({ kind: 'command' });
  });

  it('ask for every scope that the events need', () => {
    // docs.slack.dev/reference/events: the scope of each event that needs one.
    const needs: Readonly<Record<string, (typeof SCOPES)[number]>> = {
      app_mention: 'app_mentions:read',
      channel_archive: 'channels:read',
      channel_deleted: 'channels:read',
      channel_id_changed: 'channels:read',
      channel_left: 'channels:read',
      channel_rename: 'channels:read',
      channel_unarchive: 'channels:read',
      group_archive: 'groups:read',
      group_deleted: 'groups:read',
      group_left: 'groups:read',
      group_rename: 'groups:read',
      group_unarchive: 'groups:read',
      member_joined_channel: 'channels:read',
      'message.im': 'im:history',
    };
    const free = ['app_home_opened', 'app_uninstalled', 'tokens_revoked'];
    for (const event of EVENTS) expect(free.includes(event) || SCOPES.includes(needs[event] ?? 'commands')).toBe(true);
    expect(EVENTS.filter((event) => !free.includes(event) && needs[event] === undefined)).toEqual([]);
  });

  it('ask for no scope that reads what people write in channels', () => {
    const { bot } = Manifest.parse(JSON.parse(readFileSync(join(ROOT, 'slack/manifest.socket.json'), 'utf8')))
      .oauth_config.scopes;
    expect(bot.filter((scope) => /^(?:channels|groups|mpim):history$/.test(scope))).toEqual([]);
  });
});
