import type { Choice, FeedState, Schedule } from '../model.ts';

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

/** Among a choice's feeds: a workspace that has taken every feed out has none, which is not the pack. No feed has this id. */
export const NO_FEED = 'none';

/** Among a choice's topics: stories are taken as the feeds bring them, of this field or not. */
export const ANY_TOPIC = 'any';

/** How many days texts are kept whole, and what was told and mined at all, until somebody chooses. */
export const KEEP = { textDays: 30, figuresDays: 730 };

/** When a channel gets it until somebody chooses: weekdays at half past eight. */
export const defaultSchedule = (zone: string): Schedule => ({
  rules: [{ days: [1, 2, 3, 4, 5], times: ['08:30'] }],
  zone,
  pausedUntil: null,
  holidays: [],
});

/** A feed that was never polled: due at once, and every hour until its own habit is known. */
export const unpolled = (feed: string, now: Date): FeedState => ({
  feed,
  etag: null,
  lastModified: null,
  digest: null,
  nextPollAt: now.toISOString(),
  lastPolledAt: null,
  lastSuccessAt: null,
  lastItemAt: null,
  error: null,
  failures: 0,
  gone: false,
  intervalMinutes: 60,
  itemsLast7Days: 0,
  told: 'nothing',
});
