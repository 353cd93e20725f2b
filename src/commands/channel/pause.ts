import { z } from 'zod';
import { instantAt, zoneNamed } from '../../deliver/index.ts';
import { UsageError } from '../../errors.ts';
import { command } from '../command.ts';
import { anotherChannel, channelOf, saved } from './setting.ts';

export const channelPause = command({
  path: ['channel', 'pause'],
  summary: 'no debriefs here until a date, or until it is resumed',
  example: 'channel pause 2027-01-04',
  audience: 'admin',
  options: z.object({
    until: z.string().optional().meta({ description: 'a date such as 2027-01-04; without one, until it is resumed' }),
    channel: anotherChannel,
  }),
  async run({ until, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const { schedule } = found.channel;
    if (until === undefined)
      return saved(
        found,
        { state: 'paused', note: 'by an admin, until it is resumed' },
        'channel pause',
        context,
        world,
      );
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until)))
      throw new UsageError([`until: expected a date such as 2027-01-04, got “${until}”`]);
    const pausedUntil = new Date(instantAt(Date.parse(until), zoneNamed(schedule.zone) ?? 'UTC')).toISOString();
    return saved(found, { schedule: { ...schedule, pausedUntil } }, 'channel pause', context, world);
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
  summary: 'dates without a debrief here',
  example: 'channel holidays 2026-12-24, 2026-12-25',
  audience: 'admin',
  options: z.object({
    dates: z.string().meta({ description: 'dates split by commas, or “none”', rest: true }),
    channel: anotherChannel,
  }),
  async run({ dates, channel: typed }, context, world) {
    const found = await channelOf(typed, context, world);
    const list = dates.trim().toLowerCase() === 'none' ? [] : dates.split(/[\s,]+/).filter((date) => date !== '');
    const wrong = list.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)));
    if (wrong.length > 0) throw new UsageError([`dates: expected dates such as 2026-12-24, got “${wrong.join(', ')}”`]);
    const holidays = list.length === 0 ? [] : [...new Set([...found.channel.schedule.holidays, ...list])].toSorted();
    return saved(found, { schedule: { ...found.channel.schedule, holidays } }, 'channel holidays', context, world);
  },
});
