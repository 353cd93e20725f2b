import { z } from 'zod';
import { DEBRIEF_LANGUAGES, wordsIn } from '../../locale/index.ts';
import { command, refusal } from '../command.ts';
import { personIn } from '../person.ts';
import { said } from '../said.ts';
import { anotherChannel, channelOf, saved } from './setting.ts';

/** Those that the gate can check against the English of the articles, then some that it cannot: there the English stands beside. */
const LANGUAGES = [...DEBRIEF_LANGUAGES, 'da', 'sv', 'nb', 'fi', 'pl', 'cs', 'uk', 'tr', 'ko'];

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

/** Discord's roles alone: a user group of Slack cannot be called without a scope that nothing else needs. */
export const channelCall = command({
  path: ['channel', 'call'],
  example: 'channel call @readers',
  audience: 'admin',
  options: z.object({
    role: z.string().optional().meta({ person: true }),
    channel: anotherChannel,
  }),
  async run({ role: typed, channel: elsewhere }, context, world) {
    const { settings } = wordsIn(context.language);
    const role = typed === undefined ? undefined : personIn(typed);
    if (context.platform !== 'discord' || (typed !== undefined && role?.startsWith('&') !== true))
      return refusal(said(settings.aRole));
    const found = await channelOf(elsewhere, context, world);
    const { calls: _before, ...schedule } = found.channel.schedule;
    const called = role == null ? schedule : { ...schedule, calls: role.slice(1) };
    return saved(found, { schedule: called }, 'channel call', context, world);
  },
});
