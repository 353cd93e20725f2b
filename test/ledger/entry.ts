import { mine } from '../../src/evidence/mine.ts';
import { entriesOf } from '../../src/ledger/entries.ts';
import type { FigureEntry } from '../../src/ports/store.ts';
import { article } from '../samples.ts';

/** What the ledger keeps of an article of invented news. */
export function kept(name: string, title: string, text: string, published: string): readonly FigureEntry[] {
  const of = article(name, text, { title, published, fetched: published, publisher: `The ${name}` });
  return entriesOf(of, mine(of)).figures;
}
