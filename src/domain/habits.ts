import type { Choice, Schedule } from '../model.ts';

/** What a channel gets until somebody chooses: the default pack, every topic, one day. */
export const DEFAULT_CHOICE: Choice = {
  feeds: [],
  topics: [],
  hours: 24,
  follow: [],
  mute: [],
  language: 'en',
  length: 'short',
};

/** Among a choice's topics: stories are taken as the feeds bring them, of this field or not. */
export const ANY_TOPIC = 'any';

/** When a channel gets it until somebody chooses: weekdays at half past eight. */
export const defaultSchedule = (zone: string): Schedule => ({
  days: [1, 2, 3, 4, 5],
  times: ['08:30'],
  zone,
  pausedUntil: null,
  holidays: [],
});
