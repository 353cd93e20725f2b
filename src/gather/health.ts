import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';
import { ENGLISH, type Words } from '../locale/index.ts';
import type { Feed, FeedState } from '../model.ts';
import { feedName } from '../secrets.ts';

export type Health = {
  readonly status: 'new' | 'fine' | 'slow' | 'failing' | 'gone';
  /** In words: what is wrong, since when, what to do; empty where all is well. */
  readonly words: string;
};

/** What people are told once, and `state.told` after it was. */
export type Notice = {
  readonly kind: 'failing' | 'silent' | 'recovered';
  readonly words: string;
  readonly told: FeedState['told'];
};

/** How a feed is doing, by what polling it has taught. */
export function healthOf(state: FeedState, now: Date, { health: said }: Words = ENGLISH): Health {
  if (state.gone) return { status: 'gone', words: state.error?.message ?? said.goneForGood };
  if (state.error !== null) {
    const wait = Date.parse(state.nextPollAt) - now.getTime();
    const since = ago(state.error.since, now, said);
    return { status: 'failing', words: said.failing(state.error.message, since, wait <= 0 ? null : span(wait, said)) };
  }
  if (state.lastSuccessAt === null) return { status: 'new', words: said.notPolled };
  if (isSilent(state, now)) {
    const habit = span(state.intervalMinutes * 2 * MINUTE_MS, said);
    return {
      status: 'slow',
      words: said.slow(ago(state.lastItemAt ?? state.lastSuccessAt, now, said), habit),
    };
  }
  return { status: 'fine', words: '' };
}

/** Silent far beyond its habit: ten times its usual distance between entries, and never before three days. */
function isSilent(state: FeedState, now: Date): boolean {
  if (state.lastItemAt === null) return false;
  const quiet = now.getTime() - Date.parse(state.lastItemAt);
  return quiet > Math.max(3 * DAY_MS, 10 * state.intervalMinutes * 2 * MINUTE_MS);
}

/** The notice that is due to the admins whose workspaces use the feed, or null: each trouble once, and its end once. */
export function noticeOf(feed: Feed, state: FeedState, now: Date): Notice | null {
  const name = feedName(feed);
  const health = healthOf(state, now);
  const failingForADay = state.error !== null && now.getTime() - Date.parse(state.error.since) >= DAY_MS;
  if ((health.status === 'gone' || failingForADay) && state.told !== 'failing') {
    return { kind: 'failing', words: `${name}: ${health.words}`, told: 'failing' };
  }
  if (health.status === 'slow' && state.told === 'nothing') {
    return { kind: 'silent', words: `${name} is silent: ${health.words}`, told: 'silent' };
  }
  if (health.status === 'fine' && state.told !== 'nothing') {
    return { kind: 'recovered', words: `${name} is well again`, told: 'nothing' };
  }
  return null;
}

function ago(at: string, now: Date, said: Words['health']): string {
  return span(now.getTime() - Date.parse(at), said);
}

/** A length of time in its largest whole unit. */
function span(ms: number, { days, hours, minutes }: Words['health']): string {
  const whole = (length: number): number => Math.max(1, Math.round(ms / length));
  if (ms >= 2 * DAY_MS) return days(whole(DAY_MS));
  return ms >= 2 * HOUR_MS ? hours(whole(HOUR_MS)) : minutes(whole(MINUTE_MS));
}
