import { unitOf } from '../../domain/units.ts';
import type { Amount } from './amount.ts';
import { amountAt } from './amounts.ts';
import { isMove } from './directions.ts';
import { isChained, joinsNumber } from './labels.ts';
import { scaled } from './literals.ts';
import { isDash } from './measures.ts';
import { moneyAmount } from './money.ts';
import type { Token } from './tokens.ts';

/** One figure's amount: a value, or a range up to `high`. */
export type Reading = Amount & { readonly high: number | null };

const CHANGED: ReadonlySet<string> = new Set(
  `take takes taking took taken bring brings bringing brought push pushes pushing pushed rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbed jump jumped surge surged raise raised
  raises lift lifted boost boosted expand expanded fall falls fell fallen falling drop dropped drops decline declined declines decrease decreased slide slid
  cut cuts reduce reduced lower lowered up down go goes went move moved moves change changed shrink shrank double doubled triple tripled doubling
  raising lifting lowering cutting reducing expanding enlarge enlarges enlarged enlarging extend extends extended extending trim trims trimmed trimming
  narrow narrowed widen widened swell swelled improve improved soar soared advance advanced upgrade upgraded`.split(
    /\s+/,
  ),
);
const SPREAD = /^(?:ranges?|ranged|ranging|vary|varies|varied|between|anywhere|estimates?)$/;

/** Did something go from the one to the other, so that they are two figures? A price may have been moved by any verb of change: "gained $2 to $63". */
function changes(tokens: readonly Token[], from: number, money: boolean): boolean {
  // "now 16% to 18%, up from 12% to 14%": set against a figure before it.
  if (/^(?:up|down)$/.test(tokens[from - 2]?.lower ?? '') && tokens[from - 3]?.text === ',') return false;
  // "Raised its price target on Sable Point Semiconductor from $71 to $84"
  const reach = /^(?:from|by)$/.test(tokens[from - 1]?.lower ?? '') ? 16 : 7;
  for (let i = from - 1; i >= Math.max(0, from - reach); i--) {
    const token = tokens[i];
    if (token === undefined || /^[.;!?]$/.test(token.text) || SPREAD.test(token.lower)) return false;
    if (CHANGED.has(token.lower) || CHANGED.has(token.lower.replace(/s$/, '')) || (money && isMove(token.lower)))
      return true;
  }
  return false;
}

/** "from 9,000", "from about 9,000" */
const leaves = (tokens: readonly Token[], at: number): boolean => {
  const about = /^(?:about|around|roughly|nearly|almost|some|just|approximately)$/.test(tokens[at - 1]?.lower ?? '');
  return tokens[at - (about ? 2 : 1)]?.lower === 'from';
};

/**
 * What stands at a token, read to its end: a range ("$1.2-1.4 billion", "between 5 and 7 GW", "8- to 16-metre"), an
 * amount that shares the unit of the next ("45 and 50 mg"), one with its tolerance, or a single amount. What comes down
 * ("from $2.10 to $1.40"), or went from one to the other ("rose from 5% to 7%"), are two figures.
 */
export function readingAt(tokens: readonly Token[], at: number): Reading | null {
  const low = amountAt(tokens, at);
  if (low === null) return null;
  const range = rangeFrom(tokens, low);
  if (range !== null) return range;
  if ((low.kind === 'bare' || low.kind === 'count') && isChained(tokens, low.numeral.from, low.numeral.to)) return null;
  if (low.kind !== 'bare') return { ...low, unit: sharedRate(tokens, low), high: null };
  return { ...(tolerated(tokens, low) ?? left(tokens, low) ?? sharing(tokens, low) ?? low), high: null };
}

type Link = 'dash' | 'to' | 'and' | 'or';

/** The connector behind the lower end, and where the upper end begins. */
function linkAt(tokens: readonly Token[], low: Amount): { link: Link; at: number } | null {
  // A counted noun was read past the connector: "8- to 16-metre" leaves its hyphen hanging.
  const end = low.kind === 'count' ? low.numeral.to : low.to;
  const at = isDash(tokens[end]) && /^(?:to|or|and)$/.test(tokens[end + 1]?.lower ?? '') ? end + 1 : end;
  const token = tokens[at];
  if (token === undefined || token.gap === 'line' || tokens[at + 1]?.gap === 'line') return null;
  if (isDash(token) || token.text === '—') return { link: 'dash', at: at + 1 };
  if (token.lower === 'to' || token.lower === 'or') return { link: token.lower, at: at + 1 };
  return token.lower === 'and' && hasBetween(tokens, low.from) ? { link: 'and', at: at + 1 } : null;
}

const hasBetween = (tokens: readonly Token[], from: number) =>
  tokens[from - 1]?.lower === 'between' || (tokens[from - 2]?.lower === 'between' && tokens[from - 1]?.kind === 'word');

/** Do both ends measure the same, the lower one by the unit of the upper where it has none of its own? */
function agree(low: Amount, high: Amount): boolean {
  if (low.unit === high.unit || low.kind === 'bare') return true;
  // "9% to 11% a year"
  return (low.kind === 'money' && high.kind === 'bare') || high.unit?.startsWith(`${low.unit} per `) === true;
}

/** "$400-500m", "3m and 5m kronor": the letter of the one end is of the other's money, and no metres. */
function lettered<T extends Amount | null>(tokens: readonly Token[], one: T, other: Amount | null): T | Amount {
  if (one?.unit !== 'metre' || other?.kind !== 'money' || other.unit === null) return one;
  const { from } = one.numeral;
  return moneyAmount(tokens, from, { name: other.unit, to: from, factor: 1, money: true }) ?? one;
}

function rangeFrom(tokens: readonly Token[], first: Amount): Reading | null {
  const connected = linkAt(tokens, first);
  if (connected === null) return null;
  const { link, at } = connected;
  const second = amountAt(tokens, at);
  const low = lettered(tokens, first, second);
  const high = lettered(tokens, second, low);
  if (high === null || high.numeral.form === 'vague' || low.numeral.form === 'vague' || !agree(low, high)) return null;
  const value = lowerEnd(low, high);
  if (!(value < high.value)) return null;
  const spread = high.numeral.value / high.numeral.scale - low.numeral.value / low.numeral.scale;
  if (link === 'or' && !(/^(?:bare|money)$/.test(low.kind) && spread <= 2)) return null;
  if (link === 'dash') {
    const plain = low.kind === 'bare' && high.kind === 'bare' && high.numeral.scale === 1;
    const [before, behind] = [low.numeral.from - 1, high.numeral.to];
    const chain =
      joinsNumber(tokens, behind) || (joinsNumber(tokens, before) && tokens[before - 1]?.kind === 'literal');
    if (plain || chain) return null;
  }
  if (link === 'to' && changes(tokens, low.from, low.kind === 'money')) {
    // "fell by 9,000 to 214,000": by so much to so many. "rose by 20 to 30 points" is a range.
    // "Lifted it by 600 MWh to 1,350 MWh": nobody names the unit of a range twice for nothing.
    const apart = low.kind === 'bare' || unitOf(low.unit ?? '')?.kind === 'ratio' ? 5 : 1.5;
    const by = tokens[low.from - 1]?.lower === 'by' && value * apart <= high.value;
    // "grow 18% to 20%", "to 58% to 60% from 56%": nothing says that the one was left for the other.
    const isFrom = leaves(tokens, low.from);
    const left = isFrom || value * 2.5 < high.value;
    if (by || (left && (low.kind !== 'bare' || isFrom))) return null;
  }
  return {
    ...high,
    from: link === 'and' && tokens[low.from - 1]?.lower === 'between' ? low.from - 1 : low.from,
    value,
    high: high.value,
    unit:
      low.kind === 'money' && high.kind === 'bare'
        ? `${low.unit} ${high.unit ?? ''}`.trimEnd()
        : (high.unit ?? low.unit),
    unitAt: high.unitAt ?? low.unitAt,
    kind: high.kind === 'bare' ? low.kind : high.kind,
    hedge: high.hedge ?? low.hedge,
  };
}

/** The lower end in the scale of the upper: "$1.2-1.4 billion", "5 to 7 million", "30 to 50 cents". */
function lowerEnd(low: Amount, high: Amount): number {
  const mantissa = high.numeral.value / high.numeral.scale;
  const scale =
    low.numeral.scale === 1 && low.numeral.value < 1000 && low.numeral.value <= mantissa ? high.numeral.scale : 1;
  const factor =
    low.kind === 'bare' && high.numeral.value > 0 ? Number((high.value / high.numeral.value).toPrecision(12)) : 1;
  return scaled(scaled(low.value, scale), factor > 0 ? factor : 1);
}

/** "from $2.10 to $1.40 per hour": the rate behind the second holds for the first. */
function sharedRate(tokens: readonly Token[], low: Amount): string | null {
  if (low.unit === null || low.unit.includes(' per ') || tokens[low.to]?.lower !== 'to') return low.unit;
  const high = amountAt(tokens, low.to + 1);
  return high?.unit?.startsWith(`${low.unit} per `) === true ? high.unit : low.unit;
}

/** "9.83 ± 0.01 km", "5 +/- 1 mm": the tolerance has no figure of its own. */
function tolerated(tokens: readonly Token[], low: Amount): Amount | null {
  const sign = tokens[low.to]?.text;
  const at = sign === '±' ? low.to + 1 : sign === '+' && tokens[low.to + 1]?.text === '/' ? low.to + 3 : null;
  const tolerance = at === null ? null : amountAt(tokens, at);
  return tolerance === null ? null : { ...tolerance, from: low.from, value: low.value, numeral: low.numeral };
}

/** "Rose from 7 to 9 euros": what was left behind, in the unit and the scale of what it became. */
function left(tokens: readonly Token[], low: Amount): Amount | null {
  if (!leaves(tokens, low.from) || tokens[low.to]?.lower !== 'to' || !changes(tokens, low.from, low.kind === 'money'))
    return null;
  const high = amountAt(tokens, low.to + 1);
  if (high === null || high.kind === 'bare' || high.kind === 'count') return null;
  return { ...low, value: lowerEnd(low, high), unit: high.unit, kind: high.kind };
}

/** "45 and 50 mg", "1.5 or 2 GW": the first takes the unit of the second. */
function sharing(tokens: readonly Token[], low: Amount): Amount | null {
  if (!/^(?:and|or|,)$/.test(tokens[low.to]?.lower ?? '') || low.numeral.form !== 'digits') return null;
  const at = /^(?:and|or)$/.test(tokens[low.to + 1]?.lower ?? '') ? low.to + 2 : low.to + 1;
  if (tokens[at]?.gap !== 'space' || tokens[at]?.kind !== 'literal') return null;
  const next = amountAt(tokens, at);
  return next?.kind === 'unit' ? { ...low, unit: next.unit, kind: 'unit' } : null;
}
