import { z } from 'zod';
import { wordsIn } from '../../locale/index.ts';
import { command, refusal } from '../command.ts';
import { said } from '../said.ts';
import { anotherChannel, channelOf, saved } from './setting.ts';

/** Languages whose figures the gate can check against the English of the articles. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;

export const channelStyle = command({
  path: ['channel', 'style'],
  example: 'channel style long',
  audience: 'admin',
  options: z.object({
    length: z.enum(['short', 'long']),
    channel: anotherChannel,
  }),
  async run({ length, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    return saved(found, { choice: { ...found.channel.choice, length } }, 'channel style', context, world);
  },
});

export const channelLanguage = command({
  path: ['channel', 'language'],
  example: 'channel language de',
  audience: 'admin',
  options: z.object({
    language: z.enum(LANGUAGES),
    channel: anotherChannel,
  }),
  async run({ language, channel: typed }, context, world) {
    if (language !== 'en' && world.model === null)
      return refusal(said(wordsIn(context.language).settings.languageNeedsModel));
    const found = await channelOf(typed, context, world);
    return saved(found, { choice: { ...found.channel.choice, language } }, 'channel language', context, world);
  },
});
