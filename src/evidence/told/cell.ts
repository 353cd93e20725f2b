import { isCurrency } from '../../domain/currencies.ts';
import type { Cell } from '../../language/tables.ts';
import type { FigureReading } from '../../model.ts';
import { timesIn } from '../../reading/times.ts';
import { owned } from './captions/owned.ts';
import type { Cast } from './cast.ts';
import { isAmountOf } from './sums.ts';

/** What a table tells of the figure in one of its cells, in place of a sentence. */
type Celled = Pick<
  FigureReading,
  'direction' | 'concept' | 'subject' | 'when' | 'attributedTo' | 'standing' | 'caption'
>;

/** Columns that compare those beside them: "Change", "Y/Y", "% change". */
const CHANGE =
  /^(?:%|(?:(?:non-)?GAAP )?(?:% |percent(?:age)? |annual )?(?:change|growth|variance|increase|decrease|var\.?)\b|(?:(?:non-)?GAAP )?[yq][/o-]o?-?[yq]\b|[+\-–−]\s?\/\s?[-–−+]|Δ)/i;
/** Heads of a first column that holds what is measured, not whose it is. */
const MEASURES = /^(?:metrics?|measures?|items?|indicators?|key figures|highlights|specifications?|)$/i;
/** Heads of a first column that holds parts of whom the table is of. */
const PARTS =
  /^(?:(?:business |operating |reportable )?segments?|divisions?|regions?|geograph(?:y|ies)|markets?|platforms?|end markets?|business(?:es)?|business units?|product(?: lines?| categor(?:y|ies)| groups?)?s?|categor(?:y|ies))$/i;
/** Rows that say no more than which of several they are. */
const PALE =
  /^(?:basic|diluted|total|totals|other|others|current|non-?current|subtotal|net|gross|reported|adjusted|actual|low|high|mid-?point)$/i;
/** What is foreseen: a column of an outlook. */
const OUTLOOK =
  /\b(?:outlook|guidance|forecast|target|estimated?|expected|projected|plan(?:ned)?)\b|\b(?:19|20)\d\d[EF]\b/i;
/** What else a head of a time says: it holds no other number, and nothing that makes another time of it. */
const OTHER_TIME = /\d|\b(?:months?|weeks?|days?|half|quarters?|ended|ending|to date|YTD|LTM|TTM|rolling)\b/i;

/** "Operating margin, %", "Earnings per share, SEK". */
const UNIT_BEHIND = /,\s(?:[^,]{0,12}%|\p{Lu}{3}|[^,]{0,4}\p{Sc}[^,]{0,12})$/u;
/** What only says how a sum is worked out: "Add: stock-based compensation". */
const STEP = /^(?:add|less|plus|deduct|of which|including):?\s(?=\S)/i;

/** A head without units and notes, which stand behind it in brackets. */
const plain = (head: string): string =>
  (/^[^(*†]*/u.exec(head.replace(UNIT_BEHIND, '').replace(STEP, ''))?.[0] ?? '').trim();

type Timed = {
  readonly isTime: boolean;
  readonly when: string | null;
  /** What else the head says. */
  readonly rest: string;
};

/** Is a head one of a time, and of which: null where it says more than is read. */
function timeOf(head: string, published: string | null): Timed {
  const times = timesIn(head, published).filter(({ kind }) => kind !== 'length');
  const isTime = times.length > 0 || /\b(?:19|20)\d\d(?:[AEF])?\b|\b(?:YTD|LTM|TTM)\b/.test(head);
  const [only, ...others] = times;
  if (only === undefined || others.length > 0) return { isTime, when: null, rest: '' };
  const rest = `${head.slice(0, only.start)} ${head.slice(only.end)}`
    .replace(IN_BRACKETS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { isTime, when: OTHER_TIME.test(rest) ? null : only.when, rest };
}
const IN_BRACKETS = /\([^()]*\)/g;

/** "Net income" within a sentence; "GPU hours" and "Data Center" keep their capitals. */
const within = (head: string): string =>
  /^\p{Lu}[^\p{Lu}]*$/u.test(head) ? head.charAt(0).toLowerCase() + head.slice(1) : head;

/** What a row measures: its head, with what stands over its part of the table where the head says too little. */
function measured(cell: Cell): string {
  const row = plain(cell.row);
  const over = plain(cell.section).replace(/:$/, '');
  if (over === '') return row;
  if (PALE.test(row)) return isAmountOf(over) ? `${row} ${within(over)}` : '';
  return isAmountOf(over) && !isAmountOf(row) && !over.includes(' of ') ? `${row} ${within(over)}` : row;
}

/**
 * Reads a figure by the heads of its row and its column. Of two heads the one that is a time, or says that the column compares others,
 * leaves the other to be what is measured, of whom the table is of: whom its text speaks of. Else one of them names whose it is: the
 * row, unless the first column is said to hold measures.
 */
export function toldInCell(
  cell: Cell,
  { unit, direction }: Pick<FigureReading, 'unit' | 'direction'>,
  published: string | null,
  cast: Cast,
): Celled {
  const row = plain(cell.row);
  const [ofRow, ofColumn] = [timeOf(cell.row, published), timeOf(cell.column, published)];
  const compares = CHANGE.test(cell.column);
  const isNamed = (head: string): boolean => cast.names.isNamed(head) || (/\d/.test(head) && /\p{L}/u.test(head));
  // "Capacity (MW) 2026" is a measure and a time.
  const isBoth = ofColumn.isTime && isAmountOf(ofColumn.rest) && !OUTLOOK.test(ofColumn.rest);
  const column = isBoth ? ofColumn.rest : plain(cell.column);
  const byTime = (ofColumn.isTime && !isBoth) || compares || cell.alone || ofRow.isTime;
  const isPart = PARTS.test(plain(cell.corner));
  const byRow = !isPart && (!MEASURES.test(plain(cell.corner)) || (isNamed(row) && !isNamed(column)));
  const [concept, owner] = byTime
    ? [ofRow.isTime && !ofColumn.isTime ? column : measured(cell), cast.opener]
    : isPart
      ? [`${row} ${within(column)}`.trim(), cast.opener]
      : byRow
        ? [column, row]
        : [measured(cell), isNamed(column) ? column : cast.opener];
  const subject = owner === '' ? null : owner;
  const isTold = concept !== '' && !PALE.test(concept);
  // Money is of something that money is of; a row that only names a part of it does not say what.
  const isVague = (unit !== null && isCurrency(unit)) || isPart || (concept === row && isNamed(row));
  const isPlain = isTold && subject !== null && (!isVague || (byRow && !byTime) || isAmountOf(concept));
  return {
    // A minus, and the brackets that stand for it, are a part of their number, and tell the way by themselves.
    direction: compares && !/^[-–−(]|\(/.test(cell.text) ? (direction ?? 'up') : direction,
    concept: isTold ? concept : null,
    subject,
    when: ofColumn.isTime ? ofColumn.when : (ofRow.when ?? timeOf(cell.notes, published).when),
    attributedTo: null,
    standing: OUTLOOK.test(`${cell.column} ${cell.notes}`) ? 'forecast' : 'stated',
    caption: isPlain ? owned(within(concept), subject) : null,
  };
}
