import { counted } from '../counted.ts';

/** How a feed is doing. */
export const health = {
  goneForGood: 'gone for good',
  notPolled: 'not polled yet',
  failing: (error: string, since: string, next: string | null) =>
    `${error} (for ${since}; next try ${next === null ? 'now' : `in ${next}`})`,
  slow: (ago: string, habit: string) => `last new entry ${ago} ago, usually one every ${habit}`,
  days: (count: number) => counted(count, 'day'),
  hours: (count: number) => counted(count, 'hour'),
  minutes: (count: number) => counted(count, 'minute'),
};
