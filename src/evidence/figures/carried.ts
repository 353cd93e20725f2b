import { MONEY_NAMES } from '../../domain/currencies.ts';
import { unitOf } from '../../domain/units.ts';
import { isTable } from '../../language/tables.ts';
import type { FigureReading } from '../../model.ts';
import type { Direction } from './directions.ts';

/** A figure before this one in its sentence or the sentence before, and the words from its end to this one's beginning. */
export type Earlier = {
  readonly unit: string | null;
  /** The unit as it is written. */
  readonly unitText: string | null;
  readonly value: number;
  readonly direction: Direction | null;
  readonly between: string;
  readonly sameSentence: boolean;
  /** Its sentence begins with "Of" and this figure: "Of the 3,600 servers". */
  readonly ofAll: boolean;
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

/** "down from", "against", "instead of", "whereas it had been": what follows is compared with what stood before. */
const COMPARED =
  /(?:\b(?:up|down) from|\b(?:from|against|versus|vs\.?|than|not|rather than|instead of|compared (?:with|to)))(?: (?:just|only|about|a|an|the|some|last|previous|earlier|(?:\p{L}+ )?of))*\s*$/u;
/** "analysts had looked for", "where it had expected", "the going rate was": the measure is the one just spoken of. */
const EXPECTED =
  /\b(?:expect\w*|forecast\w*|look(?:ed|ing) for|estimat\w*|predict\w*|consensus|pencilled in|penciled in|assum\w*|charg\w*|(?:was|were|is|be|been|now|corrected|pull|draw)(?: to)?)(?: of| at)?\s*$/;
/** "40 megawatts of the 220", and what stands before "the 35 turbines" in "22 of the 35 turbines". */
export const PARTS =
  /^ (?:out )?of (?:the|its|their|his|her|those|these|our|all(?: the)?|all (?:its|their))(?: \p{Ll}+)? $/u;
/** "Of the 3,600 servers in the hall, 1,950": what a sentence begins with is told of in parts. */
const OF_ALL = /^[^.;:]{0,80}?(?:, (?:\p{Ll}+ )?|\band )$/u;
/** "96 ships, of which 41": some of what was counted. */
const AMONG = /\bof (?:which|whom|them|these|those)(?: (?:about|around|some|only|just|nearly|at least))?\s*$/;
/** One more of a list with the verb left out: ", Lasko", " and Vint with", "; H200,", "and two in". */
const LISTED =
  /^(?:(?:[^.;:]|\.\d){0,60}?(?<!\p{L}))?(?:,|;|and|to|or)(?: (?:and|in|the|with|for|at|\p{Lu}[\p{L}\d.&’'-]*))*,? ?$/u;
/** The same amount in other money: "£4,000 a day ($5,200)". */
const CONVERTED = /^,? ?\((?:about |around |roughly |or )?$/;
/** A price of its own: what is paid for the whole of something. */
const WHOLE = /\b(?:cost|worth|paid|raised|revenue|sales|profit|loss|debt|loan|spend\w*|invest\w*|valu\w+|total\w*)\b/i;

/** "while its rival asks", "where the old one costs": the same, of another, for what is left out. */
const CONTRAST = /(?:\b(?:while|where|whereas)\b|;)/;
const TOTAL = /\b(?:revenue|sales|profit|loss|debt|loan|raised|total\w*|invest\w*|spen[dt]\w*|valu\w+)\b/i;
const ENDED = /^(?:[.;:)”"]|,|\s*$)/;

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
function worthOf(unitText: string | null): number | null {
  const [first = '', second = ''] = unitText?.toLowerCase().split(' ') ?? [];
  return (MONEY_NAMES.get(`${first} ${second}`) ?? MONEY_NAMES.get(first))?.factor ?? null;
}

/** A unit that was told before, and what one of what is written is worth in it: 0.01 behind cents. */
export type Carried = { readonly unit: string; readonly worth: number };

/**
 * The unit that a number takes from one before it, where it stands for the same: "$1.09 per GPU-hour, up from $0.95",
 * "six halls in Ghent and two in Lille", "Orrin charges €80 a day, Lasko €95". Null where it has none to take.
 */
export function carriedUnit(bare: Bare, earlier: readonly Earlier[]): Carried | null {
  const as = (unit: string, worth = 1): Carried => ({ unit, worth });
  for (const { unit, unitText, value, between, sameSentence, ofAll } of [...earlier].reverse()) {
    if (unit === null || unitOf(unit)?.kind === 'ratio' || unitOf(unit)?.kind === 'point') continue;
    const [head = '', per] = unit.split(/ (per .*)/s);
    const money = /^[A-Z]{3}$/.test(head);
    if (
      money &&
      bare.kind === 'bare' &&
      SCALED.test(bare.text) &&
      ELIDED.test(bare.behind) &&
      near(bare.value, value, 12)
    )
      return as(head);
    const told =
      COMPARED.test(between) ||
      EXPECTED.test(between) ||
      (!money && (AMONG.test(between) || PARTS.test(between) || (ofAll && OF_ALL.test(between))));
    const listed = LISTED.test(between) && !(money && WHOLE.test(between));
    // "8.4 cents, up from 7.1": what a word names is left out as any noun is.
    const worth = money && bare.kind === 'bare' ? worthOf(unitText) : null;
    if (worth !== null && sameSentence && (told || listed) && near(bare.value * worth, value, 12))
      return as(unit, worth);
    if (money !== (bare.kind === 'money')) continue;
    if (money && per === undefined) continue;
    if (money && CONVERTED.test(between)) return as(`${bare.unit} ${per}`);
    if (money && !near(bare.value, value, 12)) continue;
    const set = CONTRAST.test(between) && !TOTAL.test(between) && ENDED.test(bare.behind);
    // Nobody counts 1.46 halls.
    if (!money && unitOf(unit) === undefined && !Number.isInteger(bare.value) && Number.isInteger(value)) continue;
    const apart = told && near(bare.value, value, 12) && ELIDED.test(bare.behind);
    if (sameSentence ? told || listed || (money && set) : apart) return as(money ? `${bare.unit} ${per}` : unit);
    if (!money && isElided(bare, unit, value)) return as(unit);
  }
  return null;
}

/** "has 240 employees and plans to hire another 150": the noun that was counted last, where it is left out. */
function isElided({ text, value, behind }: Bare, unit: string, before: number): boolean {
  const kind = unitOf(unit)?.kind;
  if (kind === 'time' || !ELIDED.test(behind)) return false;
  // "eleven" counts things, and is no measure.
  const spelt = !/\d/.test(text);
  return kind === undefined && !unit.includes(' per ') ? near(value, before, 400) : !spelt && near(value, before, 12);
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
