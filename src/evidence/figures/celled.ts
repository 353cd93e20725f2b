import { isCurrency } from '../../domain/currencies.ts';
import { type Cell, cellsIn, withoutTables } from '../../language/tables.ts';
import { type Shared, sharedBy } from './heads.ts';
import { scaled } from './literals.ts';
import { type Reading, readingAt } from './ranges.ts';
import { tokensOf } from './tokens.ts';

/** A cell that is one number, read with what its heads say of it; the span is the cell's. */
export type CellAmount = { readonly value: number; readonly unit: string | null; readonly money: boolean };

/** A cell of a text with what its heads say once, and its number where it has nothing else. */
export type ReadCell = {
  readonly cell: Cell;
  readonly shared: Shared;
  /** Null where the cell is more than a number, or where what it is a number of is not told. */
  readonly amount: CellAmount | null;
  /** Whether the cell is a number and nothing else. */
  readonly isNumber: boolean;
};

/** "$(52)", "(12.5)%", "-$3": brackets and signs of what is below nothing, which accountants put around a number or its money. */
const BELOW =
  /^(?<before>[^\d()+\-–−]{0,6})(?:\((?<inner>[^()]{1,40})\)|[-–−]\s?(?<rest>[^()]{1,40}))(?<behind>\s?(?:%|x|pts?|bps|pp)?)$/u;
/** A number with all that may stand beside it in a cell, in UTF-16 units. */
const LONGEST = 40;
const YEAR = /^(?:19|20)\d\d$/;
/** "(amounts in thousands)": said in a text's sentences, it may be of any table that says nothing itself. */
const SOMEWHERE = /\((?:[^()]{0,60}\s)?in\s(?:[^()]{0,30}\s)?(?:thousands|millions|billions)\b/iu;

/** What a text of one number says, whole; null for any other. */
function wholeOf(text: string): (Pick<Reading, 'value' | 'unit' | 'kind'> & { readonly scale: number }) | null {
  if (text.length > LONGEST) return null;
  // "4 102": in a cell digits that only a blank parts are one number.
  const joined = text.replace(/(?<=\d)\s(?=\d{3}(?!\d))/gu, ',');
  const { before = '', inner, rest, behind = '' } = BELOW.exec(joined)?.groups ?? {};
  const isBelow = inner !== undefined || rest !== undefined;
  const plain = isBelow ? `${before}${inner ?? rest ?? ''}${behind}` : joined.replace(/^\+/, '');
  const tokens = tokensOf(plain);
  const reading = readingAt(tokens, 0);
  if (reading === null || reading.from !== 0 || reading.to !== tokens.length || reading.high !== null) return null;
  const { value, unit, kind } = reading;
  return { value: isBelow ? -value : value, unit, kind, scale: reading.numeral.scale };
}

/** The money of the signed numbers above and below in a column, as accountants sign the first of a column and its sums; null where they differ. */
function between(signs: readonly (string | undefined)[], y: number): string | null {
  const above = signs.slice(0, y).findLast((sign) => sign !== undefined);
  return (above === signs.slice(y + 1).find((sign) => sign !== undefined) ? above : null) ?? null;
}

/**
 * The cells of a text. A number takes the money and the scale that its heads tell ("in millions, except per share data"). In a table that signs some
 * numbers, one without a sign is money only between two that have one. What remains a number of nothing known in a table of sums is none.
 */
export function readCells(text: string): ReadCell[] {
  const cells = cellsIn(text).map((cell) => ({
    cell,
    shared: sharedBy(cell),
    whole: YEAR.test(cell.text) ? null : wholeOf(cell.text),
  }));
  const isUnscaled = cells.length > 0 && SOMEWHERE.test(withoutTables(text));
  const columns = new Map<string, (string | undefined)[]>();
  const keyOf = ({ table, x }: Cell): string => `${table} ${x}`;
  const signed = new Set<number>();
  for (const { cell, shared, whole } of cells) {
    const column = columns.get(keyOf(cell)) ?? [];
    columns.set(keyOf(cell), column);
    const isSum = whole?.kind === 'money' && shared.scale > 1;
    column[cell.y] = isSum ? (whole.unit ?? undefined) : undefined;
    if (isSum) signed.add(cell.table);
  }
  return cells.map(({ cell, shared, whole }): ReadCell => {
    if (whole === null) return { cell, shared, amount: null, isNumber: false };
    const { value, unit, kind, scale } = whole;
    const told = (amount: CellAmount | null): ReadCell => ({ cell, shared, amount, isNumber: true });
    const per = /\bper (?:\p{L}+ )?share\b|\bEPS\b/iu.test(`${cell.section} ${cell.row}`) ? ' per share' : '';
    if (kind === 'money') {
      const isBare = scale === 1 && shared.scale === 1 && per === '' && Number.isInteger(value);
      if (isBare && isUnscaled) return told(null);
      const times = scale === 1 ? shared.scale : 1;
      const isAlone = isCurrency(unit ?? '');
      return told({
        value: scaled(value, times),
        unit: isAlone && unit !== null ? `${unit}${per}` : unit,
        money: true,
      });
    }
    if (kind !== 'bare' || unit !== null) return told({ value, unit, money: false });
    if (shared.unit !== null) return told({ value, unit: shared.unit, money: false });
    if (scale > 1 || (shared.scale === 1 && (shared.money === null || shared.isCount)))
      return told({ value, unit: null, money: false });
    const isStated = shared.isOwn || !signed.has(cell.table);
    const money = isStated ? shared.money : between(columns.get(keyOf(cell)) ?? [], cell.y);
    if (money === null || shared.isCount) return told(null);
    return told({ value: scaled(value, shared.scale), unit: `${money}${per}`, money: true });
  });
}
