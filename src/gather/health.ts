import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';
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
export function healthOf(state: FeedState, now: Date): Health {
  if (state.gone) return { status: 'gone', words: state.error?.message ?? 'gone for good' };
  if (state.error !== null) {
    const since = ago(state.error.since, now);
    return {
      status: 'failing',
      words: `${state.error.message} (for ${since}; next try ${ahead(state.nextPollAt, now)})`,
    };
  }
  if (state.lastSuccessAt === null) return { status: 'new', words: 'not polled yet' };
  if (isSilent(state, now)) {
    const habit = span(state.intervalMinutes * 2 * MINUTE_MS);
    return {
      status: 'slow',
      words: `last new entry ${ago(state.lastItemAt ?? state.lastSuccessAt, now)} ago, usually one every ${habit}`,
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

function ago(at: string, now: Date): string {
  return span(now.getTime() - Date.parse(at));
}

function ahead(at: string, now: Date): string {
  const ms = Date.parse(at) - now.getTime();
  return ms <= 0 ? 'now' : `in ${span(ms)}`;
}

/** A length of time in its largest whole unit. */
function span(ms: number): string {
  const [count, unit] =
    ms >= 2 * DAY_MS ? [ms / DAY_MS, 'day'] : ms >= 2 * HOUR_MS ? [ms / HOUR_MS, 'hour'] : [ms / MINUTE_MS, 'minute'];
  const whole = Math.max(1, Math.round(count));
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
