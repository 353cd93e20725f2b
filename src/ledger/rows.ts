import { agreement, contentOf, isDenied, namesOf, otherTime, overlap } from '../domain/same-figure.ts';
import { measure } from '../domain/units.ts';
import { DAY_MS } from '../durations.ts';
import type { FigureEntry } from '../ports/store.ts';

/** One quantity as the ledger shows it: the entry that stands for it, who else states it, and what it was before. */
export type Row = {
  readonly entry: FigureEntry;
  readonly witnesses: readonly FigureEntry[];
  /** Earlier values of the same quantity, the newest first. */
  readonly earlier: readonly FigureEntry[];
};

/** What a figure is of: by its concept and entities, and by its whole sentence. */
type Content = {
  readonly concept: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
  /** Who and what is named around it, its title included. */
  readonly names: ReadonlySet<string>;
};

type Open = {
  entry: FigureEntry;
  readonly content: Content;
  readonly witnesses: FigureEntry[];
  readonly earlier: FigureEntry[];
};

const contentIn = ({ figure, entities, sentence, words }: FigureEntry): Content => ({
  concept: contentOf([figure.concept ?? '', ...entities.slice(0, 2)].join(' ')),
  sentence: contentOf(sentence.text),
  names: contentOf([...entities, ...namesOf(`${sentence.text} ${words}`)].join(' ')),
});

/** Two figures are of one thing when the smaller concept lies in the larger one, or when their sentences say much the same. */
const sameThing = (a: Content, b: Content): boolean =>
  (Math.min(a.concept.size, b.concept.size) > 0 && overlap(a.concept, b.concept) >= 0.6) ||
  overlap(a.sentence, b.sentence) >= 0.4;

/** An amount of money or power is seldom twice the same by chance; a count or a share often is. */
const tellsItself = ({ unit, direction }: FigureEntry['figure']): boolean =>
  direction === null && unit !== null && !['count', 'fraction', 'percentage', 'time'].includes(measure(unit).kind);

/** A different value of what has the same stated time, said later, is a revision; two of one day are two opinions. */
const mayRevise = (held: FigureEntry, entry: FigureEntry): boolean =>
  held.figure.when !== null &&
  held.figure.when === entry.figure.when &&
  held.forecast === entry.forecast &&
  Math.abs(Date.parse(held.at) - Date.parse(entry.at)) > DAY_MS;

/** Most pairs have nothing in common: what is cheap to know comes first, their words last. */
function relation(
  { entry: held, content: of }: Open,
  entry: FigureEntry,
  content: Content,
): 'witness' | 'revision' | null {
  if (otherTime(held.figure.when, entry.figure.when)) return null;
  const agreed = agreement(held.figure, entry.figure);
  if (agreed === null) return null;
  if (agreed === 'different') return mayRevise(held, entry) && sameThing(of, content) ? 'revision' : null;
  const same = sameThing(of, content);
  if (agreed === 'rounded') return same && held.forecast === entry.forecast ? 'witness' : null;
  return same || (tellsItself(held.figure) && !of.names.isDisjointFrom(content.names)) ? 'witness' : null;
}

/** Equal figures of several articles as one row, changed ones as its history; the order of the first of each is kept. */
export function rowsOf(entries: readonly FigureEntry[]): Row[] {
  const rows: Open[] = [];
  for (const entry of entries) {
    const content = contentIn(entry);
    let found = false;
    for (const row of rows) {
      const kind = relation(row, entry, content);
      if (kind === null) continue;
      found = true;
      if (kind === 'witness') {
        const isOutright = isDenied(row.entry.figure) && !isDenied(entry.figure);
        row.witnesses.push(isOutright ? row.entry : entry);
        if (isOutright) row.entry = entry;
      } else if (entry.at > row.entry.at) {
        row.earlier.unshift(row.entry);
        row.entry = entry;
      } else row.earlier.push(entry);
      break;
    }
    if (!found) rows.push({ entry, content, witnesses: [], earlier: [] });
  }
  return rows;
}
