import type { Cell } from '../../language/tables.ts';
import type { FigureReading, Hedge } from '../../model.ts';
import type { Cast } from '../told/cast.ts';
import { toldInCell } from '../told/cell.ts';
import type { ReadCell } from './celled.ts';
import type { Direction } from './directions.ts';
import { scaled } from './literals.ts';
import type { Reading } from './ranges.ts';

/** What is lost or spent: brackets around it say that it is taken off, and not that it is below nothing. */
const OUTGO =
  /^(?:net |operating |total |other |gross )*(?:loss(?:es)?|costs?|expen(?:ses?|ditures?)|charges?|tax(?:es)?|depreciation|amorti[sz]ation|impairment|capex|capital expenditures?|purchases?|repayments?|dividends?|provision|interest expense|research|selling|general|sales and marketing)\b(?!.*\((?:loss|income|benefit|gain|expense|profit|credit))/iu;
const isOutgo = ({ row, column, text }: Cell): boolean =>
  text.includes('(') && [row, column].some((head) => OUTGO.test(head));

/** A number that was read in a line of a table as in any text. */
export type Loose = {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  readonly hedge: Hedge;
  readonly direction: Direction | null;
};

/**
 * The figures in the cells of a line of a table, in order: a cell that is one number whole, others by the numbers in them. What stands in
 * heads is no figure.
 */
export function figuresInRow(
  cells: readonly ReadCell[],
  loose: readonly Loose[],
  text: string,
  published: string | null,
  cast: Cast,
): FigureReading[] {
  return cells.flatMap(({ cell, shared, amount, isNumber }): FigureReading[] => {
    const figure = (
      { start, end }: { readonly start: number; readonly end: number },
      value: FigureReading['value'],
      unit: string | null,
      more: Pick<FigureReading, 'hedge' | 'direction'>,
    ): FigureReading => ({
      start,
      end,
      text: text.slice(start, end),
      value,
      unit,
      unitText: null,
      ...more,
      ...toldInCell(cell, { unit, direction: more.direction }, published, cast),
    });
    if (amount !== null) {
      const value = isOutgo(cell) ? Math.abs(amount.value) : amount.value;
      return [figure(cell, value, amount.unit, { hedge: '=', direction: null })];
    }
    if (isNumber) return [];
    return loose
      .filter(({ start, end }) => start >= cell.start && end <= cell.end)
      .flatMap((each) => {
        const { value, high, kind, numeral } = each.reading;
        const times = kind === 'money' && numeral.scale === 1 ? shared.scale : 1;
        const unit = each.reading.unit ?? (kind === 'bare' ? shared.unit : null);
        // One of several numbers in a cell of a table of sums may be of anything.
        if (unit === null && shared.scale > 1) return [];
        const values = high === null ? scaled(value, times) : ([scaled(value, times), scaled(high, times)] as const);
        return [figure(each, typeof values === 'number' ? values : [...values], unit, each)];
      });
  });
}
