/** Polls in a row that found no server, of so many feeds, mean that nothing can be reached from here. */
const FEEDS = 3;
/** What a request fails with that reached nobody. */
const UNREACHED: ReadonlySet<string> = new Set(['dns', 'connection', 'timeout', 'certificate']);

export type Outage = {
  /** When the first of the polls in a row failed that reached nobody; null where the last one reached somebody. */
  readonly since: string | null;
  readonly feeds: ReadonlySet<string>;
  /** Whether it counts as an outage, and is told. */
  readonly isTold: boolean;
};

export const NO_OUTAGE: Outage = { since: null, feeds: new Set(), isTold: false };

export type Round = {
  readonly feeds: number;
  readonly failed: readonly { readonly feed: string; readonly kind: string }[];
};

/** What admins are told: once that nothing can be reached, once that it can again. */
export type Change = { readonly kind: 'began' | 'ended'; readonly since: string };

/** Goes on with a round of polls, of which some reached a server and some did not. `all`: feeds that there are. */
export function afterRound(
  before: Outage,
  round: Round,
  all: number,
  now: Date,
): { readonly outage: Outage; readonly change: Change | null } {
  if (round.feeds === 0) return { outage: before, change: null };
  const unreached = round.failed.filter(({ kind }) => UNREACHED.has(kind));
  if (unreached.length < round.feeds) {
    const change = before.isTold && before.since !== null ? ({ kind: 'ended', since: before.since } as const) : null;
    return { outage: NO_OUTAGE, change };
  }
  const since = before.since ?? now.toISOString();
  const feeds = new Set([...before.feeds, ...unreached.map(({ feed }) => feed)]);
  const isTold = before.isTold || feeds.size >= Math.min(FEEDS, all);
  return { outage: { since, feeds, isTold }, change: isTold && !before.isTold ? { kind: 'began', since } : null };
}
