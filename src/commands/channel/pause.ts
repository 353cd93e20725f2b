import { z } from 'zod';
import { UsageError } from '../../errors.ts';
import type { Schedule } from '../../model.ts';
import { command, refusal } from '../command.ts';
import { boundsOf, dayNamed } from '../day.ts';
import { said } from '../said.ts';
import type { World } from '../world.ts';
import { anotherChannel, channelOf, nameOf, saved } from './setting.ts';

function dateOf(option: string, typed: string, { zone }: Schedule, { clock }: World): string {
  const day = dayNamed(typed, clock.now(), zone, true);
  if (day === null)
    throw new UsageError([`${option}: expected a date such as 2027-01-04, 4 Jan or monday, got “${typed}”`]);
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
  summary: 'no debriefs here until a date, or until it is resumed',
  example: 'channel pause 2027-01-04',
  audience: 'admin',
  options: z.object({
    until: z.string().optional().meta({
      description: 'the day on which they come again, such as 2027-01-04 or monday; without one, until it is resumed',
      rest: true,
    }),
    channel: anotherChannel,
  }),
  async run({ until, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const { schedule, state } = found.channel;
    if (!found.known || state === 'off')
      return refusal(said(`${nameOf(found.channel)} gets no debrief; there is nothing to pause.`));
    if (until === undefined)
      return saved(
        found,
        { state: 'paused', note: 'by an admin, until it is resumed' },
        'channel pause',
        context,
        world,
      );
    const day = dateOf('until', until, schedule, world);
    const { from } = boundsOf(day, schedule.zone);
    if (from <= world.clock.now()) throw new UsageError([`until: ${day} is past; expected a day to come`]);
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
  summary: 'debriefs come again after a pause',
  example: 'channel resume',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    if (!found.known || found.channel.state === 'off')
      return refusal(
        said(`${nameOf(found.channel)} is not paused: it is off. To start it: channel schedule weekdays 8:30 Berlin`),
      );
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
  summary: 'dates without a debrief here, added to those there are; with a minus before it, one is taken out',
  example: 'channel holidays 2026-12-24, 2026-12-25',
  audience: 'admin',
  options: z.object({
    dates: z.string().meta({ description: 'dates split by commas, or “none” for no holiday at all', rest: true }),
    channel: anotherChannel,
  }),
  async run({ dates, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const { schedule } = found.channel;
    const holidays = new Set(/^\s*none\s*$/i.test(dates) ? [] : schedule.holidays);
    if (!/^\s*none\s*$/i.test(dates)) {
      for (const word of datesIn(dates)) {
        const day = dateOf('dates', word.replace(/^-/, ''), schedule, world);
        if (!word.startsWith('-')) holidays.add(day);
        else if (!holidays.delete(day))
          throw new UsageError([`${day} is no holiday here: ${schedule.holidays.join(', ') || 'there is none'}.`]);
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
