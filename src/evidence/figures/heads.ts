import { MONEY_NAMES, SIGNS } from '../../domain/currencies.ts';
import { UNIT_NAMES, UNIT_SYMBOLS } from '../../domain/units.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { Cell } from '../../language/tables.ts';
import { codeOf } from './signs.ts';

/** What the heads of a table say once for a number below them. */
export type Shared = {
  readonly unit: string | null;
  /** What it is multiplied by. */
  readonly scale: number;
  /** Its money, as an ISO 4217 code; `isOwn` where its own row or column says so, and not the whole table. */
  readonly money: string | null;
  readonly isOwn: boolean;
  /** Whether its row counts people or things, among sums. */
  readonly isCount: boolean;
};

const WORDS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  mio: 1e6,
  mln: 1e6,
  billion: 1e9,
  mrd: 1e9,
  trillion: 1e12,
};
const SHORT: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9, tn: 1e12 };
/** "millions", "$000", "(000s)". */
const SPELT =
  /(?<!\p{L})(?:(thousand|million|billion|trillion|mio|mln|mrd)s?(?!\p{L})|(?<![\d.,])['’]?000s?(?![\d,.]))/iu;
/** "£m", "US$bn", "EUR m", "SEK M". */
const SIGNED = /(?:\p{Sc}|(?<!\p{L})\p{Lu}{3}(?=[\s\p{Ll}]))\s?([kKmMbB]|[mM]n|mln|mm|MM|[bB]n|BN|tn)(?!\p{L})/u;
/** "MSEK", "TEUR". */
const CODED = /(?<!\p{L})([kKMT])(\p{Lu}{3})(?!\p{L})/u;
const SIGN = /(?:(?<!\p{L})\p{L}{1,3}\s?)?\p{Sc}/u;
/** A code of money is one beside a scale; alone it may be any word. */
const CODE =
  /(?<!\p{L})(\p{Lu}{3})\s?(?:in\s)?['’(]?(?:[kKmMbB](?!\p{L})|[mM]n|mln|mm|MM|bn|tn|thousand|million|billion|trillion|000)|(?:\bin|ions of|ands of|ions|Mio\.?|Mln\.?|Mrd\.?|\()\s?(\p{Lu}{3})(?!\p{L})/u;
const IN_BRACKETS = /\(([^()]{1,60})\)/gu;
/** Behind a row's name: "Revenue, € million". */
const BEHIND = /,\s([^,]{0,4}\p{Sc}[^,]{0,20}|[^,]{0,12}%)$/u;
/** What a table in millions leaves out: "except per share data". */
const EXCEPT = /\bexcept(?:ing)?\b([^)]*)/iu;
const PER = /\bper\b|\bEPS\b/u;

const unitOf = (head: string): string | null =>
  partsOf(head).flatMap((unit) => UNIT_SYMBOLS.get(unit) ?? UNIT_NAMES.get(unit.toLowerCase()) ?? [])[0] ?? null;

/** What stands in brackets, or behind a comma. */
const partsOf = (head: string): string[] => [
  ...Array.from(head.matchAll(IN_BRACKETS), ([, part = '']) => part.trim()),
  ...(BEHIND.exec(head)?.slice(1) ?? []),
];

function scaleOf(text: string): number | null {
  const word = SPELT.exec(text);
  if (word !== null) return WORDS[word[1]?.toLowerCase() ?? 'thousand'] ?? null;
  const short = (SIGNED.exec(text)?.[1] ?? CODED.exec(text)?.[1])?.toLowerCase();
  if (short === undefined || (CODED.test(text) && moneyOf(text) === null)) return null;
  return SHORT[short] ?? SHORT[short.charAt(0)] ?? null;
}

function moneyOf(text: string): string | null {
  const sign = SIGN.exec(text)?.[0].replace(/\s/g, '');
  if (sign !== undefined) return (SIGNS.get(sign) ?? SIGNS.get(sign.slice(-1)))?.code ?? null;
  const code =
    CODED.exec(text)?.[2] ??
    CODE.exec(text)
      ?.slice(1)
      .find((each) => each !== undefined);
  const coded = code === undefined ? null : codeOf(code);
  if (coded !== null) return coded.name;
  const words = text.toLowerCase().match(/[\p{L}.]+/gu) ?? [];
  const named = words.flatMap(
    (word, n) => MONEY_NAMES.get(`${words[n - 1] ?? ''} ${word}`) ?? MONEY_NAMES.get(word) ?? [],
  );
  return named.find(({ factor }) => factor === 1)?.code ?? null;
}

/** Is a row one that what is said of the whole table leaves out? What is per something is no sum. */
function isExcepted({ row, section, notes, corner }: Cell): boolean {
  const told = `${section} ${row}`;
  if (PER.test(told)) return true;
  const named =
    EXCEPT.exec(`${notes} ${corner}`)?.[1]
      ?.toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return named
    .filter(
      (word) =>
        !/^(?:where|otherwise|noted|stated|indicated|data|amounts?|figures|information|numbers?|other)$/.test(word),
    )
    .some((word) => told.toLowerCase().includes(word.replace(/s$/, '')));
}

/** People, and what is counted among sums. */
const COUNTED = /(?<!\bper )\b(?:shares|headcount|workforce|staff|FTEs?|number|ratio|units|volumes?|days|times)\b/iu;
const isCounted = (row: string): boolean =>
  COUNTED.test(row) || row.split(/[^\p{L}]+/u).some((word) => isPersonalNoun(word.toLowerCase().replace(/s$/, '')));

/** What the heads of a cell say of its number, the nearest first: those of its row and column, then of the table. */
export function sharedBy(cell: Cell): Shared {
  const { row, column, corner, notes } = cell;
  const per = [row, column].some(
    (head) => partsOf(head).some((part) => part.includes('%')) || /^%|(?:^|\s)%$/.test(head),
  );
  const unit = per ? 'percentage' : (unitOf(row) ?? unitOf(column) ?? unitOf(corner));
  const isCount = isCounted(row);
  if (unit !== null) return { unit, scale: 1, money: null, isOwn: true, isCount };
  const own = [...partsOf(row), column];
  const all = isExcepted(cell) ? own : [...own, corner, notes];
  const scale = (isCount ? [...own, corner, notes] : all).map(scaleOf).find((each) => each !== null) ?? 1;
  // "Prices in dollars" says nothing of which numbers are prices.
  const said = scale > 1 ? [...own, corner, notes] : own;
  const money = said.map(moneyOf).find((each) => each !== null) ?? null;
  return { unit: null, scale, money, isOwn: own.some((head) => moneyOf(head) !== null), isCount };
}
