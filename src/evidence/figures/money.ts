import { type Amount, isJoined, rated } from './amount.ts';
import { SCALES } from './cardinals.ts';
import { hedgeAfter } from './hedges.ts';
import { isTied } from './labels.ts';
import { scaled } from './literals.ts';
import type { Measure } from './measure.ts';
import { measureAt } from './measures.ts';
import type { Numeral } from './numeral.ts';
import { numeralAt } from './numerals.ts';
import type { Token } from './tokens.ts';

/** Behind a sign of money a letter can only be a scale: "$2.1t", "$5 B". */
const LETTERS: Readonly<Record<string, number>> = { t: 1e12, T: 1e12, b: 1e9, B: 1e9, M: 1e6, m: 1e6, K: 1e3, k: 1e3 };

/** "$(42.4) million": a loss, as accounts write it. */
function bracketed(tokens: readonly Token[], at: number): Numeral | null {
  const numeral = numeralAt(tokens, at);
  if (numeral === null || tokens[numeral.to]?.text !== ')') return null;
  const scale = SCALES[tokens[numeral.to + 1]?.lower ?? ''];
  return scale === undefined
    ? { ...numeral, to: numeral.to + 1 }
    : { ...numeral, to: numeral.to + 2, value: scaled(numeral.value, scale), scale };
}

/** The amount behind a sign of money: "$1.2 billion", "€-15", "$(15)", "USD 200", "$10 dollars". */
export function moneyAmount(tokens: readonly Token[], at: number, sign: Measure): Amount | null {
  if (isTied(tokens, at) && tokens[at]?.kind === 'word') return null;
  const before = tokens[sign.to]?.gap === 'none' ? (tokens[sign.to]?.text ?? '') : '';
  const minus = /^[-−(]$/.test(before);
  const start = minus ? sign.to + 1 : sign.to;
  const numeral =
    tokens[start]?.gap === 'line' ? null : before === '(' ? bracketed(tokens, start) : numeralAt(tokens, start);
  if (numeral === null || numeral.form === 'vague' || numeral.form === 'fraction') return null;
  const code = tokens[at]?.kind === 'word' && sign.to === at + 1;
  if (code && numeral.form !== 'digits') return null;
  let { value, to, scale } = numeral;
  const letter = tokens[to];
  const size = scale === 1 && letter?.kind === 'word' ? LETTERS[letter.text] : undefined;
  if (
    size !== undefined &&
    !isJoined(tokens, to + 1) &&
    (letter?.gap === 'none' || /^[BMT]$/.test(letter?.text ?? ''))
  ) {
    scale = size;
    value = scaled(value, size);
    to++;
  }
  if (isJoined(tokens, to)) return null;
  const plus = hedgeAfter(tokens, to);
  const inner = plus !== null && /^(?:-|‑|\+|plus)$/.test(tokens[to]?.lower ?? '') ? plus : null;
  if (inner !== null) to = inner.to;
  // Said twice, or by the nation that the sign leaves open: "$10 dollars", "$5 million Canadian dollars".
  const again = measureAt(tokens, to, true);
  const repeated = again?.money === true && again.factor === 1 && (again.name === sign.name || sign.name === 'USD');
  return rated(tokens, {
    from: at,
    to: repeated ? again.to : to,
    value: scaled(minus ? -value : value, sign.factor),
    numeral: { ...numeral, scale },
    unit: repeated ? again.name : sign.name,
    unitAt: [at, sign.to],
    kind: 'money',
    hedge: inner?.hedge ?? null,
  });
}

/** The hundredths that go with an amount in words: "3 dollars 50 cents", "thirteen dollars and forty-five", "17 USD 25". */
export function withCents(
  tokens: readonly Token[],
  unit: Measure,
  value: number,
): { value: number; to: number } | null {
  if (unit.factor !== 1 || !Number.isInteger(value)) return null;
  const at = tokens[unit.to]?.lower === 'and' ? unit.to + 1 : unit.to;
  const gap = tokens[at]?.gap;
  const numeral = gap === 'space' ? numeralAt(tokens, at) : null;
  if (numeral === null || !(numeral.form === 'digits' || numeral.form === 'words')) return null;
  if (!Number.isInteger(numeral.value) || numeral.value < 0 || numeral.value > 99) return null;
  const part = measureAt(tokens, numeral.to, numeral.form === 'digits');
  if (part?.money === true) {
    return part.factor < 1
      ? { value: scaled(value * 100 + scaled(numeral.value * 100, part.factor), 0.01), to: part.to }
      : null;
  }
  if (part !== null || numeral.value < 10) return null;
  const next = tokens[numeral.to];
  const closed = next === undefined || next.gap === 'line' || /^[.,;:!?)]$/.test(next.text) || next.lower === 'more';
  return closed ? { value: scaled(value * 100 + numeral.value, 0.01), to: numeral.to } : null;
}

const MONEY_BEFORE =
  /^(?:costs?|costing|pays?|paid|paying|prices?|priced|worth|profits?|revenues?|sales|fines?|fined|spend|spends|spent|spending|budget|fees?|bids?|loans?|loaned|debts?|salary|salaries|bonds?|funds?|funding|deals?|tax|taxes|raised?|raising|charged?|earns?|earned|earnings|loss|losses|invest|invested|investment|valued?|valuation|turnover|wages?|bills?|savings?|saved?|owed?|owes|lent|borrowed|donated|grants?|compensation|damages|rent|income|payments?|payouts?|bonus|cash|sterling)$/;

/** Are pounds money where they stand? By the millions, by a price a share, or by what is told of them; else they weigh. */
export function arePoundsMoney(tokens: readonly Token[], from: number, to: number, scale: number): boolean {
  const next = tokens[to]?.lower;
  if (
    next === 'of' &&
    !/^(?:debt|investment|funding|savings|cash|spending|sales|revenue|income|profit|rent|contracts|orders|loans|bonds|assets)$/.test(
      tokens[to + 1]?.lower ?? '',
    )
  )
    return false;
  if (scale >= 1e6 || next === 'sterling' || /^(?:a|per)$/.test(next ?? '')) return true;
  for (let i = from - 1; i >= Math.max(0, from - 10); i--) {
    const token = tokens[i];
    if (token === undefined || /^[.;!?]$/.test(token.text)) return false;
    if (MONEY_BEFORE.test(token.lower) || /^[£€$]$/.test(token.text)) return true;
  }
  return false;
}
