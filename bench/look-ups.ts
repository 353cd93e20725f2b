import { lookUpsIn } from './history/look-ups.ts';
import { openHistory } from './history/store.ts';
import { measure } from './timing/measure.ts';

const LIMIT_MS = 50;

/** What the store's look-ups take once two years of news are kept: 100,000 articles with 500,000 figures. */
export async function run(): Promise<void> {
  const store = await openHistory();
  for (const [name, lookUp] of await lookUpsIn(store)) await measure(name, lookUp, LIMIT_MS);
  await store.close();
}
