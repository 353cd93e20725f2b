/** The only module that knows the stages' order. Each half of them is loaded when it is asked for, so that a service answers before it has read them. */
import { DEFAULT_CHOICE } from '../domain/habits.ts';
import { MINUTE_MS } from '../durations.ts';
import type { Choice, Debrief } from '../model.ts';
import type { Http } from '../ports/http.ts';
import { choiceOf } from './choice.ts';
import type { ComposeDeps } from './compose.ts';
import type { GatherDeps, GatherOptions, GatherReport } from './round.ts';

export type { FeedNotice, GatherOptions, GatherReport, Progress } from './round.ts';

/** Editions of a channel that are looked back on: three a day for a week. */
const REMEMBERED = 21;

/** Editions of one minute are posted within it, or soon after. */
const KEPT_MS = 10 * MINUTE_MS;

export type Pipeline = {
  /** Polls what is due, reads what is new, mines what was read. One round at a time in this process: a second call joins the first. */
  gather(options: GatherOptions): Promise<GatherReport>;
  /**
   * The debrief of a choice for the moment `to`, after the debriefs that were `told` (ids, the newest first; none without): made
   * once, then kept.
   */
  compose(choice: Choice, to: Date, purpose: Debrief['purpose'], told?: readonly string[]): Promise<Debrief>;
  /** What a channel was told in slots before `before`: the debriefs (ids, the newest first) that stand in it. */
  toldIn(channel: string, before: Date): Promise<readonly string[]>;
  /** A choice (null: what everybody gets) as the feeds that the workspace may see. */
  choiceOf(workspace: string, wanted: Choice | null): Promise<Choice>;
  /** Drops the round that is under way, which the next start does again; resolves when nothing runs. Stopping twice is harmless. */
  stop(): Promise<void>;
};

export function createPipeline(deps: GatherDeps & ComposeDeps): Pipeline {
  const ending = new AbortController();
  const { signal } = ending;
  const http: Http = {
    get: (request) =>
      deps.http.get({
        ...request,
        signal: request.signal === undefined ? signal : AbortSignal.any([signal, request.signal]),
      }),
  };
  let round: Promise<GatherReport> | null = null;
  /** When the last round of this process began. */
  let begun = Number.POSITIVE_INFINITY;
  /** What is composed, and the last editions that were: many channels of one choice and memory are due at once, and are given the same one. */
  const composed = new Map<string, Promise<Debrief>>();
  return {
    gather(options) {
      if (round !== null) return round;
      const now = deps.clock.now().getTime();
      // At the start too: it may have been put right while nothing ran.
      const isClockBack = now < begun;
      begun = now;
      round = import('./gather.ts')
        .then(({ gather }) => gather({ ...deps, http, signal }, { ...options, isClockBack }))
        .finally(() => {
          round = null;
        });
      return round;
    },
    compose(choice, to, purpose, told = []) {
      const key = JSON.stringify([choice, to, purpose, told]);
      const known = composed.get(key);
      if (known !== undefined) return known;
      const work = import('./compose.ts').then(({ compose }) => compose({ choice, to, purpose, told }, deps));
      composed.set(key, work);
      const kept = () => (purpose === 'edition' ? deps.clock.sleep(KEPT_MS, signal) : undefined);
      work
        .then(kept)
        .catch(() => {})
        .finally(() => composed.delete(key));
      return work;
    },
    toldIn: (channel, before) => deps.store.deliveries.shown(channel, before, REMEMBERED),
    choiceOf: (workspace, wanted) => choiceOf(deps.store, workspace, wanted ?? DEFAULT_CHOICE),
    async stop() {
      ending.abort();
      await round?.catch(() => {});
      await Promise.allSettled(composed.values());
    },
  };
}
