import { UNIT_NAMES, UNIT_SYMBOLS } from '../../domain/units.ts';
import type { Cell } from '../../language/tables.ts';
import type { FigureReading } from '../../model.ts';
import { timesIn } from '../../reading/times.ts';
import type { Cast } from './cast.ts';
import { owned } from './owner.ts';

/** What a table tells of the figure in one of its cells, in place of a sentence. */
type Celled = Pick<
  FigureReading,
  'direction' | 'unit' | 'concept' | 'subject' | 'when' | 'attributedTo' | 'standing' | 'caption'
>;

const IN_BRACKETS = /\(([^()]{1,30})\)/gu;
/** Columns that compare those beside them: "Change", "Y/Y", "% change". */
const CHANGE =
  /^(?:%|(?:% |percent(?:age)? |annual )?(?:change|growth|variance|increase|decrease)\b|[yq][/o-]o?-?[yq]\b)/i;
/** Heads of a first column that holds what is measured, not whose it is. */
const MEASURES = /^(?:metrics?|measures?|items?|indicators?|key figures|highlights|specifications?|segments?|)$/i;

/** The unit that a head gives once for all that it heads: "Power (MW)". */
const unitOf = (head: string): string | null =>
  Array.from(head.matchAll(IN_BRACKETS), ([, unit = '']) => unit).flatMap(
    (unit) => UNIT_SYMBOLS.get(unit) ?? UNIT_NAMES.get(unit.toLowerCase()) ?? [],
  )[0] ?? null;

/** A head without units and notes, which stand behind it in brackets. */
const plain = (head: string): string => (/^[^(*†]*/u.exec(head)?.[0] ?? '').trim();

/** The time that a head tells, as seen from a day (ISO 8601). */
const timeOf = (head: string, published: string | null): string | null =>
  timesIn(head, published).find(({ when, kind }) => when !== null && kind !== 'length')?.when ?? null;

/** "Net income" within a sentence; "GPU hours" and "Data Center" keep their capitals. */
const within = (head: string): string =>
  /^\p{Lu}[^\p{Lu}]*$/u.test(head) ? head.charAt(0).toLowerCase() + head.slice(1) : head;

/**
 * Reads a figure by the heads of its row and its column. Of two heads the one that is a time, or says that the column compares others,
 * leaves the other to be what is measured, of whom the table is of: whom its text speaks of. Else one of them names whose it is: the
 * row, unless the first column is said to hold measures.
 */
export function toldInCell(cell: Cell, unit: string | null, published: string | null, cast: Cast): Celled {
  const [row, column] = [plain(cell.row), plain(cell.column)];
  const [ofRow, ofColumn] = [timeOf(cell.row, published), timeOf(cell.column, published)];
  const compares = CHANGE.test(cell.column);
  const isNamed = (head: string): boolean => cast.names.isNamed(head) || (/\d/.test(head) && /\p{L}/u.test(head));
  const byTime = ofColumn !== null || compares || cell.alone || ofRow !== null;
  const byRow = !MEASURES.test(plain(cell.corner)) || (isNamed(row) && !isNamed(column));
  const [concept, owner] = byTime
    ? [ofRow === null || ofColumn !== null ? row : column, cast.opener]
    : byRow
      ? [column, row]
      : [row, isNamed(column) ? column : cast.opener];
  const subject = owner === '' ? null : owner;
  return {
    // A minus is a part of its number, and tells the way by itself.
    direction: !compares || /^[-–−]/.test(cell.text) ? null : cell.text.startsWith('(') ? 'down' : 'up',
    unit: unit ?? unitOf(cell.column) ?? unitOf(cell.row) ?? unitOf(cell.corner),
    concept: concept === '' ? null : concept,
    subject,
    when: ofColumn ?? ofRow,
    attributedTo: null,
    standing: 'stated',
    caption: concept === '' || subject === null ? null : owned(within(concept), subject),
  };
}
