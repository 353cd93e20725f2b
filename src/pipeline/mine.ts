import { setImmediate } from 'node:timers/promises';
import { EXTRACTOR } from '../evidence/extractor.ts';
import { entriesOf } from '../ledger/entries.ts';
import type { Article, Evidence } from '../model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { shownAddress } from '../secrets.ts';

const BATCH = 200;

/** An article that the extractors fail on has no evidence, is logged, and holds up no other. */
function read(article: Article, mineArticle: (article: Article) => Evidence, log: Log): Evidence {
  try {
    return mineArticle(article);
  } catch (error) {
    log.error(
      { article: article.id, address: shownAddress(article.url), error },
      'an article could not be mined; please report its address',
    );
    return { article: article.id, sentences: [], figures: [], quotes: [] };
  }
}

/**
 * Mines every article that this version of the extractors has not read, once, whoever brought it. What a crash left unmined is found by the next
 * round.
 */
export async function mine({
  store,
  clock,
  log,
  signal,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
}): Promise<{ readonly figures: number; readonly quotes: number }> {
  let figures = 0;
  let quotes = 0;
  for (;;) {
    const ids = await store.evidence.unmined(EXTRACTOR, BATCH);
    if (ids.length === 0) return { figures, quotes };
    // The extractors with their lists of words are the largest part of the program: they are loaded for the first article.
    const { mine: mineArticle } = await import('../evidence/mine.ts');
    const { linkCopies } = await import('./copies.ts');
    const articles = await store.articles.many(ids);
    for (const article of articles.values()) {
      if (signal?.aborted) return { figures, quotes };
      // Mining computes, and the embedded store answers at once: others who wait for this process have their turn in between.
      await setImmediate();
      const evidence = read(article, mineArticle, log);
      const entries = entriesOf(article, evidence);
      await store.ledger.save(article.id, entries.figures, entries.quotes);
      await store.evidence.save(evidence, EXTRACTOR);
      await linkCopies(article, clock.now(), store);
      figures += evidence.figures.length;
      quotes += evidence.quotes.length;
    }
    if (ids.length < BATCH) return { figures, quotes };
    log.debug({ figures, quotes }, 'mining');
  }
}
