import { z } from 'zod';
import { command, refusal } from '../command.ts';
import { said } from '../said.ts';
import { anotherChannel, channelOf, saved } from './setting.ts';

/** Languages whose figures the gate can check against the English of the articles. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;

export const channelStyle = command({
  path: ['channel', 'style'],
  summary: 'how much a channel gets: short, or long with a section for each topic',
  example: 'channel style long',
  audience: 'admin',
  options: z.object({
    length: z.enum(['short', 'long']).meta({ description: 'short or long' }),
    channel: anotherChannel,
  }),
  async run({ length, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    return saved(found, { choice: { ...found.channel.choice, length } }, 'channel style', context, world);
  },
});

export const channelLanguage = command({
  path: ['channel', 'language'],
  summary: 'the language that a model writes a channel’s debrief in; quotes stay as they were said',
  example: 'channel language de',
  audience: 'admin',
  options: z.object({
    language: z.enum(LANGUAGES).meta({ description: `one of ${LANGUAGES.join(', ')}` }),
    channel: anotherChannel,
  }),
  async run({ language, channel: typed }, context, world) {
    if (language !== 'en' && world.model === null)
      return refusal(
        said(
          'Another language than English needs a model: the owner of this machine sets OPENAI_API_KEY, or OPENAI_BASE_URL.',
        ),
      );
    const found = await channelOf(typed, context, world);
    return saved(found, { choice: { ...found.channel.choice, language } }, 'channel language', context, world);
  },
});
