import { agreement, contentOf, isDenied, namesOf, otherTime, overlap, scaleOf } from '../domain/same-figure.ts';
import { measure } from '../domain/units.ts';
import { DAY_MS } from '../durations.ts';
import type { Figure, Verified } from '../model.ts';
import { once } from '../once.ts';
import type { Candidate, FigureEntry } from '../ports/store.ts';

/** One quantity as the ledger shows it: the entry that stands for it, who else states it, and what it was before. */
export type Row<F extends Figure = Verified<Figure>> = {
  readonly entry: FigureEntry<F>;
  readonly witnesses: readonly FigureEntry<F>[];
  /** Earlier values of the same quantity, the newest first. */
  readonly earlier: readonly FigureEntry<F>[];
};

/** What a figure is of: by its concept and entities, and by its whole sentence. Most are never compared with another: read when first asked for. */
type Content = {
  concept(): ReadonlySet<string>;
  sentence(): ReadonlySet<string>;
  /** Who and what is named around it, its title included. */
  names(): ReadonlySet<string>;
};

type Open<F extends Figure> = {
  entry: FigureEntry<F>;
  readonly content: Content;
  readonly witnesses: FigureEntry<F>[];
  readonly earlier: FigureEntry<F>[];
};

const contentIn = ({ figure, entities, sentence, words }: Candidate): Content => ({
  concept: once(() => contentOf([figure.concept ?? '', ...entities.slice(0, 2)].join(' '))),
  sentence: once(() => contentOf(sentence.text)),
  names: once(() => contentOf([...entities, ...namesOf(`${sentence.text} ${words}`)].join(' '))),
});

/** Two figures are of one thing when the smaller concept lies in the larger one, or when their sentences say much the same. */
const sameThing = (a: Content, b: Content): boolean =>
  (Math.min(a.concept().size, b.concept().size) > 0 && overlap(a.concept(), b.concept()) >= 0.6) ||
  overlap(a.sentence(), b.sentence()) >= 0.4;

/** An amount of money or power is seldom twice the same by chance; a count or a share often is. */
const tellsItself = ({ unit, direction }: Figure): boolean =>
  direction === null && unit !== null && !['count', 'fraction', 'percentage', 'time'].includes(measure(unit).kind);

/** A different value of what has the same stated time, said later, is a revision; two of one day are two opinions. */
const mayRevise = (held: Candidate, entry: Candidate): boolean =>
  held.figure.when !== null &&
  held.figure.when === entry.figure.when &&
  held.forecast === entry.forecast &&
  Math.abs(Date.parse(held.at) - Date.parse(entry.at)) > DAY_MS;

/** Most pairs have nothing in common: what is cheap to know comes first, their words last. */
function relation(
  { entry: held, content: of }: Open<Figure>,
  entry: Candidate,
  content: Content,
): 'witness' | 'revision' | null {
  if (otherTime(held.figure.when, entry.figure.when)) return null;
  const agreed = agreement(held.figure, entry.figure);
  if (agreed === null) return null;
  if (agreed === 'different') return mayRevise(held, entry) && sameThing(of, content) ? 'revision' : null;
  const same = sameThing(of, content);
  if (agreed === 'rounded') return same && held.forecast === entry.forecast ? 'witness' : null;
  return same || (tellsItself(held.figure) && !of.names().isDisjointFrom(content.names())) ? 'witness' : null;
}

/** Equal figures of several articles as one row, changed ones as its history; the order of the first of each is kept. */
export function rowsOf<F extends Figure>(entries: readonly FigureEntry<F>[]): Row<F>[] {
  const rows: Open<F>[] = [];
  // Figures of other units agree in nothing, so that most pairs are never looked at.
  const byUnit = new Map<string | null, Open<F>[]>();
  for (const entry of entries) {
    const content = contentIn(entry);
    const unit = scaleOf(entry.figure);
    const alike = byUnit.get(unit) ?? [];
    byUnit.set(unit, alike);
    let found = false;
    for (const row of alike) {
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
    if (found) continue;
    const row = { entry, content, witnesses: [], earlier: [] };
    rows.push(row);
    alike.push(row);
  }
  return rows;
}
