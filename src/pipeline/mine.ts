import { ReadingError } from '../errors.ts';
import { EXTRACTOR } from '../evidence/extractor.ts';
import type { Article } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { shownAddress } from '../secrets.ts';
import { attemptsIn, TRIES } from './attempts.ts';
import { linkCopies } from './copies.ts';
import type { Mined, Miner } from './miner.ts';
import { ALONE, type Claim, type GatherReport } from './round.ts';

const BATCH = 200;

export type MineDeps = {
  readonly store: Store;
  readonly miner: Miner;
  readonly clock: Clock;
  readonly log: Log;
  readonly claim?: Claim;
  readonly signal?: AbortSignal;
};

const nothingIn = (article: Article): Mined => ({
  evidence: { article: article.id, sentences: [], figures: [], quotes: [] },
  entries: { figures: [], quotes: [] },
  sketch: [],
});

/** What an article holds; that it is left, where mining it failed twice; null where it failed and is to be tried again. */
async function mined(article: Article, { store, miner, clock, log }: MineDeps): Promise<Mined | 'left' | null> {
  const attempts = attemptsIn(store.notes, clock);
  const about = { article: article.id, address: shownAddress(article.url) };
  const what = `mine:${EXTRACTOR}:${article.id}`;
  try {
    if ((await attempts.count(what)) >= TRIES) {
      log.error(about, 'an article was not mined to its end twice and is left; please report it');
      await attempts.end(what);
      return 'left';
    }
    const found = await miner.mine(article, () => attempts.begin(what));
    await attempts.end(what);
    return found;
  } catch (error) {
    if (error instanceof ReadingError && error.kind === 'stopped') {
      await attempts.end(what);
      return null;
    }
    log.error({ ...about, error }, 'an article could not be mined; please report its address');
    if ((await attempts.count(what)) < TRIES) return null;
    await attempts.end(what);
    return 'left';
  }
}

/**
 * Mines every article that this version of the extractors has not read, once, whoever brought it. What a crash left unmined is found by the next
 * round.
 */
export async function mine(deps: MineDeps): Promise<Pick<GatherReport, 'figures' | 'quotes' | 'left'>> {
  const { store, miner, clock, log, signal, claim = ALONE } = deps;
  const seen = new Set<string>();
  let figures = 0;
  let quotes = 0;
  let left = 0;
  for (;;) {
    const ids = await store.evidence.unmined(EXTRACTOR, BATCH);
    const fresh = ids.filter((id) => !seen.has(id));
    if (fresh.length === 0) return { figures, quotes, left };
    for (const article of (await store.articles.many(fresh)).values()) {
      if (signal?.aborted) return { figures, quotes, left };
      seen.add(article.id);
      await claim(`mine:${article.id}`, async () => {
        // Another process may have mined it since.
        if ((await store.evidence.unmined(EXTRACTOR, 1, article.id)).length === 0) return;
        const found = await mined(article, deps);
        if (found === null) return;
        if (found === 'left') left += 1;
        const { evidence, entries, sketch } = found === 'left' ? nothingIn(article) : found;
        await store.ledger.save(article.id, entries.figures, entries.quotes);
        await store.evidence.save(evidence, EXTRACTOR);
        await linkCopies(article, sketch, clock.now(), store, miner);
        figures += evidence.figures.length;
        quotes += evidence.quotes.length;
      });
    }
    if (ids.length < BATCH) return { figures, quotes, left };
    log.debug({ figures, quotes }, 'mining');
  }
}
