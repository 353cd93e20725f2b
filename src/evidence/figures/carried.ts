import { MONEY_NAMES } from '../../domain/currencies.ts';
import { isTable } from '../../language/tables.ts';
import type { FigureReading } from '../../model.ts';
import type { Direction } from './directions.ts';

/** A figure before this one in its sentence or the sentence before, and the words from its end to this one's beginning. */
export type Earlier = {
  readonly unit: string | null;
  /** What one of what is written is worth in its money: 0.01 behind cents; null for a sign, and for no money. */
  readonly worth: number | null;
  readonly value: number;
  readonly direction: Direction | null;
  readonly between: string;
  readonly sameSentence: boolean;
  /** How many sentences back it stands. */
  readonly back: number;
  readonly concept: string | null;
  readonly subject: string | null;
};
/** What is read by itself: money or a bare number, as it is written, with the words behind it. */
export type Bare = {
  readonly kind: 'money' | 'bare';
  readonly unit: string | null;
  readonly value: number;
  readonly text: string;
  readonly behind: string;
};

/** Behind a number whose noun is left out nothing goes on that it could count. */
const ELIDED =
  /^(?:[.;:)”"]|,|\s+(?:more|others?|each|apiece|in|by|for|from|to|and|or|but|if|when|while|at|on|of (?:them|these|those|its|their|the)|had|have|has|were|was|are|is|will|would|once|unless|until|last|next|this)\b|\s*$)/;
/** "one-off costs of 140 million": an amount whose money was named before. */
const SCALED = /(?:\b(?:million|billion|trillion|bn|mn)|\dm)$/i;

/** What stands before "the 35 turbines" in "22 of the 35 turbines". */
export const PARTS =
  /^ (?:out )?of (?:the|its|their|his|her|those|these|our|all(?: the)?|all (?:its|their))(?: \p{Ll}+)? $/u;
/** The same amount in other money: "£4,000 a day ($5,200)". */
const CONVERTED = /^,? ?\((?:about |around |roughly |or )?$/;
/** An amount in letters: "310m pesos", "€1.1bn". */
const LETTERED = /\d(?:[kmb]|[mbt]n)\b/;
/** Behind a length. */
const LONG = /^[ -](?:tall|high|long|wide|deep|thick|away|apart|across|above|below|from|of|by|x|up|down|drop)\b/;

/** "Narrowed to 310m pesos from 395m": behind an amount with such a letter in the same sentence a lone m is of millions, and no metre. */
export const isMillions = (
  { unit, text, behind }: { readonly unit: string | null; readonly text: string; readonly behind: string },
  before: readonly string[],
): boolean =>
  unit === 'metre' && /\dm$/.test(text) && !LONG.test(behind) && before.some((other) => LETTERED.test(other));

const near = (a: number, b: number, times: number): boolean =>
  a > 0 && b > 0 && Math.max(a, b) <= times * Math.min(a, b);

/** What one of what is written is worth in its money where a word names that: 0.01 of "cents per kWh"; null for a sign, and for no money. */
export function worthOf(unitText: string | null): number | null {
  const [first = '', second = ''] = unitText?.toLowerCase().split(' ') ?? [];
  return (MONEY_NAMES.get(`${first} ${second}`) ?? MONEY_NAMES.get(first))?.factor ?? null;
}

/**
 * The unit that an amount takes from one before it by how it is written: "one-off costs of 140 million" are of the money that was named, and
 * "£4,000 a day ($5,200)" is the same in other money. Null where it has none to take so.
 */
export function carriedUnit(bare: Bare, earlier: readonly Earlier[]): string | null {
  for (const { unit, value, between } of earlier.toReversed()) {
    const [, money, per] = /^([A-Z]{3})(?: (per .*))?$/s.exec(unit ?? '') ?? [];
    if (money === undefined) continue;
    const isScaled = bare.kind === 'bare' && SCALED.test(bare.text) && ELIDED.test(bare.behind);
    if (isScaled && near(bare.value, value, 12)) return money;
    if (bare.kind === 'money' && per !== undefined && CONVERTED.test(between)) return `${bare.unit} ${per}`;
  }
  return null;
}

/** A change told of several in one breath: "declined 9% year over year and 3% sequentially", "by 31%, Tessera 27%". */
const SAME_BREATH =
  /^,?(?: (?:or|and|year|over|on|quarter|from|to|a|an|the|earlier|before|not|in|by|while|compared|with|this|last|week|month|then|another|further|sequentially|annually|year-over-year|year-on-year)|,| ?\(|[ -]\p{Lu}[\p{L}\d.&’'-]*)* ?\(?$/u;
/** A word that ends the breath right before the figure: what it is then, or was. */
const LEVEL = /\b(?:to|from|of|at|with)$/;

/** The way that a figure went which shares the verb of the one before it; null where it does not. */
export function carriedDirection(unit: string | null, last: Earlier | undefined): Direction | null {
  if (last === undefined || last.direction === null || !last.sameSentence) return null;
  const { between } = last;
  const again = /^,? (?:or |\()$/.test(between);
  const breath = unit === last.unit && SAME_BREATH.test(between) && !LEVEL.test(between.trimEnd());
  return again || breath ? last.direction : null;
}

/** What somebody's results are told in, each for the period that the report is of. */
const RESULT = /\b(?:revenues?|sales|income|profits?|loss|earnings|margins?|turnover)$/i;
/** A sentence with a time of its own, or of another period. */
const OWN_TIME =
  /\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|full[- ]year|annual\w*|months?|weeks?|days?|year to date|half|fiscal|first|second|third|fourth)\b/;
/** In UTF-16 code units: past it a sentence is a table. */
const LONGEST = 1_000;
const THE_QUARTER = /\b(?:in|for|during) the quarter\b/i;

/**
 * Gives the results of a report the quarter that it is of: "Revenue rose to $4 billion in the third quarter. Net income was $1
 * billion." To be asked figure by figure, in order.
 */
export function carriedPeriod(
  text: string,
  sentences: readonly { readonly start: number; readonly end: number }[],
): (figure: FigureReading) => FigureReading {
  let last: FigureReading | null = null;
  let at = 0;
  return (figure) => {
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= figure.start) at++;
    const result = figure.standing === 'stated' && RESULT.test(figure.concept ?? '');
    if (figure.when !== null) {
      if (result) last = /^\d{4}-Q[1-4]$/.test(figure.when) ? figure : null;
      return figure;
    }
    if (last === null || figure.standing !== 'stated') return figure;
    const { start = 0, end = 0 } = sentences[at] ?? {};
    const sentence = text.slice(start, Math.min(end, start + LONGEST));
    if (isTable(sentence)) return figure;
    const own = THE_QUARTER.test(sentence);
    const same = last.subject === figure.subject && result && !OWN_TIME.test(sentence);
    return own || same ? { ...figure, when: last.when } : figure;
  };
}
