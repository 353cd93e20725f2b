import { z } from 'zod';
import { UsageError } from '../../errors.ts';
import { ENGLISH, type Words, wordsIn } from '../../locale/index.ts';
import type { Schedule } from '../../model.ts';
import { command, refusal } from '../command.ts';
import { boundsOf, dayNamed } from '../day.ts';
import { said } from '../said.ts';
import type { World } from '../world.ts';
import { anotherChannel, channelOf, nameOf, saved } from './setting.ts';

function dateOf(
  option: string,
  typed: string,
  { zone }: Schedule,
  { clock }: World,
  { notADate }: Words['settings'],
): string {
  const day = dayNamed(typed, clock.now(), zone, true);
  if (day === null) throw new UsageError([notADate(option, typed)]);
  return day;
}

/** Commas part dates, and so do spaces between dates that are written in digits. */
function datesIn(typed: string): string[] {
  return typed
    .split(/[,;]|\band\b|(?<=\d{4}-\d{2}-\d{2})\s+/)
    .map((date) => date.trim())
    .filter((date) => date !== '');
}

export const channelPause = command({
  path: ['channel', 'pause'],
  example: 'channel pause 2027-01-04',
  audience: 'admin',
  options: z.object({
    until: z.string().optional().meta({ rest: true }),
    channel: anotherChannel,
  }),
  async run({ until, channel: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const found = await channelOf(typed, context, world);
    const { schedule, state } = found.channel;
    if (!found.known || state === 'off') return refusal(said(settings.nothingToPause(nameOf(found.channel, settings))));
    if (until === undefined)
      return saved(found, { state: 'paused', note: ENGLISH.settings.untilResumed }, 'channel pause', context, world);
    const day = dateOf('until', until, schedule, world, settings);
    const { from } = boundsOf(day, schedule.zone);
    if (from <= world.clock.now()) throw new UsageError([settings.past('until', day)]);
    return saved(
      found,
      { schedule: { ...schedule, pausedUntil: from.toISOString() } },
      'channel pause',
      context,
      world,
    );
  },
});

export const channelResume = command({
  path: ['channel', 'resume'],
  example: 'channel resume',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const found = await channelOf(typed, context, world);
    if (!found.known || found.channel.state === 'off')
      return refusal(said(settings.notPausedButOff(nameOf(found.channel, settings))));
    return saved(
      found,
      { state: 'active', note: null, schedule: { ...found.channel.schedule, pausedUntil: null } },
      'channel resume',
      context,
      world,
    );
  },
});

export const channelHolidays = command({
  path: ['channel', 'holidays'],
  example: 'channel holidays 2026-12-24, 2026-12-25',
  audience: 'admin',
  options: z.object({
    dates: z.string().meta({ rest: true }),
    channel: anotherChannel,
  }),
  async run({ dates, channel: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const found = await channelOf(typed, context, world);
    const { schedule } = found.channel;
    const holidays = new Set(/^\s*none\s*$/i.test(dates) ? [] : schedule.holidays);
    if (!/^\s*none\s*$/i.test(dates)) {
      for (const word of datesIn(dates)) {
        const day = dateOf('dates', word.replace(/^-/, ''), schedule, world, settings);
        if (!word.startsWith('-')) holidays.add(day);
        else if (!holidays.delete(day)) throw new UsageError([settings.noHoliday(day, schedule.holidays.join(', '))]);
      }
    }
    return saved(
      found,
      { schedule: { ...schedule, holidays: [...holidays].toSorted() } },
      'channel holidays',
      context,
      world,
    );
  },
});
