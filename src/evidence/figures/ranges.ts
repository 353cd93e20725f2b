import { type Amount, amountAt } from './amounts.ts';
import { scaled } from './numerals.ts';
import type { Token } from './tokens.ts';

/** A range of two amounts: `value` to `high`. */
export type Range = Amount & { readonly high: number };

const CHANGED: ReadonlySet<string> = new Set(
  `rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbed jump jumped surge surged raise raised
  raises lift lifted boost boosted expand expanded fall falls fell fallen falling drop dropped drops decline declined declines decrease decreased slide slid
  cut cuts reduce reduced lower lowered up down go goes went move moved moves change changed shrink shrank double doubled triple tripled doubling
  narrow narrowed widen widened swell swelled improve improved soar soared advance advanced increase upgrade upgraded`.split(
    /\s+/,
  ),
);

const DASH = /^[-–—‑]$/;

/** The first token of what stands before an amount: "between", "from", or what is none of them. */
const openerOf = (tokens: readonly Token[], from: number): string => tokens[from - 1]?.lower ?? '';

/** Did something go from the one to the other, so that they are two figures? */
function changes(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 7); i--) {
    const token = tokens[i];
    if (token === undefined || /^[.;!?]$/.test(token.text)) return false;
    if (CHANGED.has(token.lower)) return true;
    if (/^(?:range|ranges|ranged|ranging|vary|varies|between|anywhere|estimates)$/.test(token.lower)) return false;
  }
  return false;
}

/**
 * The range that an amount opens: "$1.2-1.4 billion", "between 5 and 7 GW", "8- to 16-metre", "$52 billion to $56 billion".
 * What comes down ("from $2.10 to $1.40"), or went from one to the other ("rose from 5% to 7%"), are two figures.
 */
export function rangeAt(tokens: readonly Token[], low: Amount): Range | null {
  let i = low.to;
  // "8- to 16-metre" leaves its hyphen hanging; the noun of a count was read past the connector's place.
  const numeralEnd = low.kind === 'count' ? low.numeral.to : low.to;
  i = numeralEnd;
  if (DASH.test(tokens[i]?.text ?? '') && /^(?:to|or|and)$/.test(tokens[i + 1]?.lower ?? '')) i++;
  const link = tokens[i];
  if (link === undefined || link.gap === 'line') return null;
  const between = openerOf(tokens, low.from) === 'between';
  const from = openerOf(tokens, low.from) === 'from';
  const dash = DASH.test(link.text);
  const joined = dash || link.lower === 'to' || (link.lower === 'and' && between) || link.lower === 'or';
  if (!joined) return null;
  const high = amountAt(tokens, i + 1);
  if (high === null || tokens[i + 1]?.gap === 'line') return null;
  return joinedRange(tokens, low, high, { dash, or: link.lower === 'or', opened: between || from });
}

function joinedRange(
  tokens: readonly Token[],
  low: Amount,
  high: Amount,
  how: { dash: boolean; or: boolean; opened: boolean },
): Range | null {
  if (high.numeral.form === 'vague' || low.numeral.form === 'vague') return null;
  const bareLow = low.kind === 'bare' || low.kind === 'count' || (low.kind === 'money' && low.unitAt?.[0] === low.from);
  const sameUnit =
    low.unit === high.unit ||
    low.kind === 'bare' ||
    (low.kind === 'money' && high.kind === 'bare') ||
    (low.kind === 'money' && high.unit?.startsWith(`${low.unit} per `) === true);
  if (!sameUnit && !(low.kind === 'count' && high.kind !== 'bare')) return null;
  const mantissa = high.numeral.value / high.numeral.scale;
  const scale =
    bareLow &&
    low.numeral.scale === 1 &&
    high.numeral.scale > 1 &&
    low.numeral.value < 1000 &&
    low.numeral.value <= mantissa
      ? high.numeral.scale
      : 1;
  const factor =
    high.numeral.value === 0 || low.unit !== null ? 1 : Number((high.value / high.numeral.value).toPrecision(12));
  const value = scaled(
    scaled(low.value, scale),
    factor > 0 && low.kind === 'bare' && high.kind === 'money' ? factor : 1,
  );
  if (!(value < high.value)) return null;
  if (how.or && !(high.numeral.value - low.numeral.value <= 2 && low.kind === 'bare')) return null;
  if (how.dash && low.kind === 'bare' && high.kind === 'bare' && high.numeral.scale === 1) return null;
  if (!how.dash && !how.or && changes(tokens, low.from) && (low.kind !== 'bare' || high.kind === 'bare')) return null;
  const unit = high.unit ?? low.unit;
  return {
    ...high,
    from: low.from,
    value,
    high: high.value,
    unit,
    unitAt: high.unitAt ?? low.unitAt,
    kind: high.kind === 'bare' ? low.kind : high.kind,
    hedge: high.hedge ?? low.hedge,
  };
}
