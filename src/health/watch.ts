import { z } from 'zod';
import { text } from '../document/inline.ts';
import { DAY_MS } from '../durations.ts';
import { ENGLISH } from '../locale/index.ts';
import type { Document } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { afterRound, NO_OUTAGE, type Outage, type Round } from './outage.ts';

const { notices: words } = ENGLISH;

const NEWS = 'news:last';
const OUTAGE = 'outage';

/** Kept in the store: a process that begins during an outage, or takes the rounds over, neither tells of it again nor forgets its end. */
const Kept = z.object({
  since: z.string().nullable(),
  feeds: z.array(z.string()).transform((feeds) => new Set(feeds)),
  isTold: z.boolean(),
});

export type WatchDeps = {
  readonly store: Pick<Store, 'notes' | 'workspaces' | 'feeds'>;
  readonly clock: Clock;
  readonly log: Log;
  /** As `Delivering.tell`. */
  tell(workspace: string, key: string, document: Document): Promise<unknown>;
};

const told = (summary: string, advice: string): Document => ({
  summary,
  blocks: [
    { kind: 'heading', level: 2, text: summary },
    { kind: 'paragraph', content: [text(advice)] },
  ],
  thread: [],
});

/** `2026-11-24 08:10 UTC`: admins of many zones read it. */
const at = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/**
 * Watches what rounds bring, so that silence is never taken for health: admins are told once that nothing can be reached from here and once
 * that it can again, once when a day has brought no news at all, and once a day that Debrief itself fails on articles.
 */
export function createWatch({ store, clock, log, tell }: WatchDeps): {
  after(round: Round & { readonly articles: number; readonly left: number }): Promise<void>;
  outageSince(): Promise<string | null>;
} {
  const kept = async (): Promise<Outage> => {
    const note = await store.notes.get(OUTAGE);
    return note === null ? NO_OUTAGE : Kept.parse(JSON.parse(note));
  };
  const keep = ({ feeds, ...rest }: Outage): Promise<void> =>
    store.notes.set(OUTAGE, JSON.stringify({ ...rest, feeds: [...feeds] }), null);

  const tellAll = async (key: string, document: Document): Promise<void> => {
    log.warn({ key }, document.summary);
    for (const { id } of await store.workspaces.list()) await tell(id, key, document);
  };

  const watchNews = async (articles: number): Promise<void> => {
    const now = clock.now();
    const last = await store.notes.get(NEWS);
    if (articles > 0 || last === null) return store.notes.set(NEWS, now.toISOString(), null);
    if (now.getTime() - Date.parse(last) < DAY_MS) return;
    const states = await store.feeds.states((await store.feeds.pack()).map(({ id }) => id));
    const failing = states.filter(({ error }) => error !== null).length;
    await tellAll(`no-news:${last}`, told(words.noNews(at(last)), words.noNewsNext(failing, states.length)));
  };

  return {
    async outageSince() {
      const outage = await kept();
      return outage.isTold ? outage.since : null;
    },
    async after(round) {
      const now = clock.now();
      const all = round.feeds === 0 ? 0 : (await store.feeds.pack()).length;
      const before = await kept();
      const { outage, change } = afterRound(before, round, Math.max(1, all), now);
      if (change?.kind === 'began') {
        await tellAll(`outage:${change.since}`, told(words.outage(at(change.since)), words.outageNext));
      }
      if (change?.kind === 'ended') {
        await tellAll(
          `outage-end:${change.since}`,
          told(words.outageOver, words.outageWas(at(change.since), at(now.toISOString()))),
        );
      }
      // Kept once it was told: who is killed before tells it again under the same key, which reaches nobody twice.
      if (outage !== before && !(outage.since === null && before.since === null)) await keep(outage);
      await watchNews(round.articles);
      // How many, and not which: an article of a private feed is nobody else's affair.
      if (round.left > 0)
        await tellAll(`left:${now.toISOString().slice(0, 10)}`, told(words.left(round.left), words.leftNext));
    },
  };
}
