/**
 * What a look-up chose from candidates, read back through the gate: only what is shown, since each article that is read costs
 * more than all that is compared of it.
 */
import type { Figure } from '../model.ts';
import type { Candidate, FigureEntry, LedgerStore } from '../ports/store.ts';
import type { Row } from './rows.ts';
import { type Trend, trendOf } from './series.ts';

type Passed = ReadonlyMap<Candidate, FigureEntry>;

const passedOf = (entries: readonly Candidate[], passed: Passed): FigureEntry[] =>
  entries.flatMap((entry) => passed.get(entry) ?? []);

/** Where the entry that stands for a row does not pass, a witness of the same number takes its place; null where none is left. */
function rowPassed({ entry, witnesses, earlier }: Row<Figure>, passed: Passed): Row | null {
  const [first, ...others] = passedOf([entry, ...witnesses], passed);
  return first === undefined ? null : { entry: first, witnesses: others, earlier: passedOf(earlier, passed) };
}

/** `most` of the rows from `offset` on, those that do not pass left out; where the rest begins, and how many it has. */
export async function rowsVerified(
  ledger: Pick<LedgerStore, 'verified'>,
  rows: readonly Row<Figure>[],
  { offset, most }: { readonly offset: number; readonly most: number },
): Promise<{ readonly rows: readonly Row[]; readonly next: number | null; readonly left: number }> {
  const shown: Row[] = [];
  let next = offset;
  while (shown.length < most && next < rows.length) {
    const batch = rows.slice(next, next + most - shown.length);
    const passed = await ledger.verified(
      batch.flatMap(({ entry, witnesses, earlier }) => [entry, ...witnesses, ...earlier]),
    );
    shown.push(...batch.map((row) => rowPassed(row, passed)).filter((row) => row !== null));
    next += batch.length;
  }
  const left = Math.max(0, rows.length - next);
  return { rows: shown, next: left > 0 ? next : null, left };
}

/** The trend of these figures with its last `most` points. Where one that would be shown does not pass, it is made anew without it. */
export async function trendVerified(
  ledger: Pick<LedgerStore, 'verified'>,
  asked: string,
  entries: readonly Candidate[],
  most: number,
): Promise<Trend | null> {
  const found = trendOf(asked, entries);
  if (found === null) return null;
  const points = found.entries.slice(-most);
  const passed = await ledger.verified([...points, ...found.disputed]);
  const failed = new Set([...points, ...found.disputed].filter((entry) => !passed.has(entry)));
  if (failed.size > 0)
    return trendVerified(
      ledger,
      asked,
      entries.filter((entry) => !failed.has(entry)),
      most,
    );
  return {
    series: { ...found.series, points: found.series.points.slice(-most) },
    entries: passedOf(points, passed),
    disputed: passedOf(found.disputed, passed),
    leftOut: found.leftOut,
  };
}
