import type { Reader } from '../gather/reader.ts';
import { once } from '../once.ts';
import type { Miner } from '../pipeline/miner.ts';

/** Asked for once: by far the most documents are listings. */
const listings = once(() => Promise.all([import('../gather/parse.ts'), import('../gather/listing.ts')]));

/**
 * All that is done with the words of strangers, done where it is called: on the reader's own thread in the service. Each part of the
 * program is loaded for the first document that needs it.
 */
export const TASKS: Reader & Miner = {
  async feed(bytes, from) {
    const { parseFeed } = await import('../gather/parse.ts');
    return parseFeed(bytes, from);
  },
  async listing(bytes, from, time) {
    const [{ parseFeed }, { listingOf }] = await listings();
    return listingOf(await parseFeed(bytes, from, time.since), time);
  },
  async page(bytes, { url, contentType }) {
    const { readPage } = await import('../gather/article.ts');
    return readPage(bytes, url, contentType);
  },
  async entry(html) {
    const { textOf } = await import('../gather/article.ts');
    return textOf(html);
  },
  async links(bytes, from) {
    const { feedLinksIn } = await import('../gather/feed-links.ts');
    return feedLinksIn(bytes, from);
  },
  async mine(article) {
    const [{ mine }, { entriesOf }, { sketchOf }] = await Promise.all([
      import('../evidence/mine.ts'),
      import('../ledger/entries.ts'),
      import('../stories/skeleton.ts'),
    ]);
    const evidence = mine(article);
    return { evidence, entries: entriesOf(article, evidence), sketch: sketchOf(article.text) };
  },
  async copies(articles, evidence) {
    const { copySets } = await import('../stories/copies.ts');
    return copySets(articles, evidence);
  },
};
