import { unitOf } from '../../domain/units.ts';
import type { Hedge } from '../../model.ts';
import { countedAt } from './counted.ts';
import { hedgeAfter } from './hedges.ts';
import { isAddress, isClock, isLabel, isTied } from './labels.ts';
import { type Measure, measureAt, moneySignAt, rateAt } from './measures.ts';
import { type Numeral, numeralAt, scaled } from './numerals.ts';
import type { Token } from './tokens.ts';

/** A number with its unit, in tokens `from <= i < to`. */
export type Amount = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly numeral: Numeral;
  /** Normalised unit; null where a number counts nothing named. */
  readonly unit: string | null;
  /** Where the unit is written, in tokens; null without one. */
  readonly unitAt: readonly [from: number, to: number] | null;
  readonly kind: 'money' | 'unit' | 'count' | 'bare';
  /** A hedge between the number and its unit ("100-plus"), or behind both. */
  readonly hedge: Hedge | null;
};

const DASH = /^[-‑−]$/;
/** Adjectives between a number and its unit: "500 additional megawatts". */
const BETWEEN: ReadonlySet<string> = new Set(
  'more additional extra new further other full whole straight consecutive successive solid long short such'.split(' '),
);
const PRONOUN_BEFORE: ReadonlySet<string> = new Set(
  'no any every each the this that which another some not'.split(' '),
);
/** What "the first half" and "the third quarter" are told from fractions by. */
const PERIOD_BEFORE: ReadonlySet<string> = new Set(
  'first second third fourth last latter other past next previous current opening closing 1st 2nd 3rd 4th final better fiscal each per every this that consecutive straight'.split(
    ' ',
  ),
);
const FRACTION_AFTER: ReadonlySet<string> = new Set(
  'of the its their his her our your my all these those that what to more less fewer higher lower larger smaller'.split(
    ' ',
  ),
);

/** The amount that begins at a token: a sign of money, a minus, or the number itself; null where there is none. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const sign = moneySignAt(tokens, at);
  if (sign !== null) return moneyAmount(tokens, at, sign);
  const minus = minusAt(tokens, at);
  const from = minus ?? at;
  if (minus !== null) {
    const money = moneySignAt(tokens, from);
    const amount = money === null ? plain(tokens, from) : moneyAmount(tokens, from, money);
    return amount === null ? null : { ...amount, from: at, value: -amount.value };
  }
  return plain(tokens, from);
}

/** Where the number begins behind a minus: "-18", "($-99)", "minus five", "negative one". */
function minusAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || next.gap === 'line') return null;
  if (token.kind === 'word') return /^(?:minus|negative)$/.test(token.lower) ? at + 1 : null;
  if (!DASH.test(token.text) || next.gap !== 'none' || next.kind === 'word') return null;
  const before = tokens[at - 1];
  if (token.gap === 'none' && before !== undefined && !/^[([{$€£¥~]$/.test(before.text)) return null;
  return before?.kind === 'literal' && token.gap !== 'line' && token.gap === 'none' ? null : at + 1;
}

function moneyAmount(tokens: readonly Token[], at: number, sign: Measure): Amount | null {
  if (isTied(tokens, at) && tokens[at]?.kind === 'word') return null;
  let start = sign.to;
  if (tokens[start]?.gap === 'line') return null;
  const negative = DASH.test(tokens[start]?.text ?? '') && tokens[start]?.gap === 'none';
  if (negative) start++;
  // "reported" and "about" do not come between a sign and its amount; a number in words does ("$ two million").
  const numeral = numeralAt(tokens, start);
  if (numeral === null || numeral.form === 'vague' || /^(?:a|an|half|quarter)$/.test(tokens[start]?.lower ?? ''))
    return null;
  if (tokens[at]?.kind === 'word' && numeral.form !== 'digits' && sign.to === at + 1) return null;
  let { value, to } = { value: numeral.value, to: numeral.to };
  let scale = numeral.scale;
  const letter = tokens[to];
  if (
    scale === 1 &&
    letter?.kind === 'word' &&
    /^(?:t|B|b|M|K|T|mm)$/.test(letter.text) &&
    !isJoined(tokens, to + 1) &&
    (letter.gap === 'none' || /^[BMT]$/.test(letter.text))
  ) {
    // Behind a sign of money a letter can only be a scale: "$2.1t", "$5 B".
    scale = { t: 1e12, T: 1e12, b: 1e9, B: 1e9, M: 1e6, K: 1e3, mm: 1e6 }[letter.text] ?? 1;
    value = scaled(value, scale);
    to++;
  }
  if (numeral.letter && isJoined(tokens, to)) return null;
  const plus = hedgeAfter(tokens, to);
  const middle = plus !== null && /^(?:-|‑|\+|plus)$/.test(tokens[to]?.lower ?? '') ? plus : null;
  if (middle !== null) to = middle.to;
  // "$10 dollars", "$5 million USD": said twice.
  const again = measureAt(tokens, to, { digits: true, money: false });
  const repeats = again?.money === true && (again.name === sign.name || sign.name === 'USD') && again.factor === 1;
  // A bare dollar takes the nation of the name behind it: "$5 million Canadian dollars".
  const name = repeats ? again.name : sign.name;
  if (repeats) to = again.to;
  const unitAt: readonly [number, number] = repeats && sign.to === at ? [to, to] : [at, sign.to];
  return rated(tokens, {
    from: at,
    to,
    value: scaled(negative ? -value : value, sign.factor),
    numeral: { ...numeral, scale },
    unit: name,
    unitAt,
    kind: 'money',
    hedge: middle?.hedge ?? null,
  });
}

/** Do letters or digits go on right behind, so that what was read is a piece of something else? */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.gap === 'none' && (token.kind === 'word' || token.kind === 'literal');
}

function rated(tokens: readonly Token[], amount: Amount): Amount {
  const rate = rateAt(tokens, amount.to);
  if (rate !== null) return { ...amount, to: rate.to, unit: `${amount.unit ?? ''} per ${rate.name}`.trimStart() };
  // "34,500 metric tons of copper a year": the rate stands behind what is measured.
  if (tokens[amount.to]?.lower === 'of' && amount.kind !== 'bare') {
    for (let i = amount.to + 2; i < amount.to + 5; i++) {
      const token = tokens[i];
      if (token === undefined || token.gap === 'line') break;
      const late = /^(?:an?|per)$/.test(token.lower) ? rateAt(tokens, i) : null;
      if (late !== null && /^(?:second|minute|hour|day|week|month|quarter|year)$/.test(late.name)) {
        return { ...amount, to: late.to, unit: `${amount.unit ?? ''} per ${late.name}` };
      }
      if (token.kind !== 'word' || /^(?:and|or|in|for|to|at|from|by)$/.test(token.lower)) break;
    }
  }
  return amount;
}

/** A number that no sign of money stands before. */
function plain(tokens: readonly Token[], from: number): Amount | null {
  const numeral = numeralAt(tokens, from);
  if (numeral === null || isTied(tokens, from)) return null;
  const first = tokens[from];
  if (first === undefined || isClock(tokens, numeral.from, numeral.to)) return null;
  const asFraction = numeral.form === 'fraction' ? readFraction(tokens, numeral) : null;
  if (numeral.form === 'fraction') return asFraction;
  const digits = numeral.form === 'digits';
  // "5G" is a network and "1080p" a screen; a letter that could be a scale is one only where nothing goes on behind it.
  if (
    first.kind === 'literal' &&
    /^[2-6]$/.test(first.text) &&
    tokens[from + 1]?.text === 'G' &&
    tokens[from + 1]?.gap === 'none'
  )
    return null;
  if (digits && /^(?:p|i|nd|st|rd|th)$/.test(tokens[numeral.to]?.lower ?? '') && tokens[numeral.to]?.gap === 'none')
    return null;
  if (numeral.letter) return lettered(tokens, numeral);
  return withUnit(tokens, numeral, numeral.value) ?? withoutUnit(tokens, numeral);
}

/** "10M users" and "500m people" are millions, "1.8m tall" metres, "1.8M dollars" money. */
function lettered(tokens: readonly Token[], numeral: Numeral): Amount | null {
  const letter = tokens[numeral.to - 1]?.text ?? '';
  const bare: Numeral = {
    ...numeral,
    to: numeral.to - 1,
    value: Number((numeral.value / numeral.scale).toPrecision(15)),
    scale: 1,
    letter: false,
  };
  const joined = tokens[numeral.to]?.gap === 'none' && /[\p{L}\d/²³^]/u.test(tokens[numeral.to]?.text ?? '');
  if (joined) return withUnit(tokens, bare, bare.value);
  const scaledUp = withUnit(tokens, numeral, numeral.value);
  if (
    scaledUp !== null &&
    (letter !== 'm' || scaledUp.kind === 'money' || !/^length/.test(unitOf(scaledUp.unit ?? '')?.kind ?? ''))
  )
    return scaledUp;
  if (letter === 'm') {
    const counted = countedAt(tokens, numeral.to, numeral.value, false);
    if (counted === null || !/s$|people|men|women|children/.test(tokens[counted.to - 1]?.lower ?? ''))
      return withUnit(tokens, bare, bare.value);
  }
  return withoutUnit(tokens, numeral);
}

function withUnit(tokens: readonly Token[], numeral: Numeral, value: number): Amount | null {
  let at = numeral.to;
  const middle = hedgeAfter(tokens, at);
  const inner = middle !== null && /^(?:-|‑|\+|plus)$/.test(tokens[at]?.lower ?? '') ? middle : null;
  if (inner !== null) at = inner.to;
  for (let n = 0; n < 2 && BETWEEN.has(tokens[at]?.lower ?? '') && tokens[at]?.gap !== 'line'; n++) at++;
  const skipped = at > numeral.to && inner === null;
  const unit =
    vagueOf(tokens, numeral, at) ?? measureAt(tokens, at, { digits: numeral.form === 'digits', money: false });
  if (unit === null || (skipped && tokens[at]?.kind !== 'word')) return null;
  if (isOtherSense(tokens, numeral, at, unit)) return null;
  const name = unit.name;
  const unitFrom = DASH.test(tokens[at]?.text ?? '') ? at + 1 : at;
  const merged = unit.money ? cents(tokens, unit, value) : null;
  return rated(tokens, {
    from: numeral.from,
    to: merged?.to ?? unit.to,
    value: merged?.value ?? scaled(value, unit.factor),
    numeral,
    unit: name,
    unitAt: [unitFrom, unit.to],
    kind: unit.money ? 'money' : 'unit',
    hedge: inner?.hedge ?? null,
  });
}

/** "millions of dollars", "dozens of gigawatts". */
function vagueOf(tokens: readonly Token[], numeral: Numeral, at: number): Measure | null {
  return numeral.form === 'vague' && tokens[at]?.lower === 'of'
    ? measureAt(tokens, at + 1, { digits: false, money: false })
    : null;
}

/** Names of units that are other words where they stand: "2 in my car", "pounds" of money, "won" of a match. */
function isOtherSense(tokens: readonly Token[], numeral: Numeral, at: number, unit: Measure): boolean {
  const word = tokens[at]?.text ?? '';
  const after = tokens[unit.to];
  if (word === 'in') {
    const end =
      after === undefined ||
      after.gap === 'line' ||
      after.text === '.' ||
      /^(?:thick|long|wide|tall|high|deep|x|by|gap|diameter|screen)$/.test(after.lower) ||
      /^[)"”×]$/.test(after.text);
    return (
      numeral.form !== 'digits' ||
      !(
        end ||
        tokens[numeral.from - 1]?.lower === 'ft' ||
        (numeral.to - numeral.from > 1 && /^[a-z]+$/.test(after?.lower ?? ''))
      )
    );
  }
  if (/^(?:won|real|rand|all)$/.test(word)) return numeral.scale < 1000 && numeral.value < 100;
  if (word === 'points' || word === 'point') return false;
  return false;
}

/** The hundredths that go with an amount of money: "3 dollars 50 cents", "thirteen dollars and forty-five", "17 USD 25". */
function cents(tokens: readonly Token[], unit: Measure, value: number): { value: number; to: number } | null {
  if (unit.factor !== 1 || !Number.isInteger(value)) return null;
  const and = tokens[unit.to]?.lower === 'and' ? unit.to + 1 : unit.to;
  const numeral = numeralAt(tokens, and);
  if (
    numeral === null ||
    tokens[and]?.gap === 'line' ||
    tokens[and]?.gap === 'none' ||
    numeral.value >= 100 ||
    numeral.value < 0 ||
    !Number.isInteger(numeral.value) ||
    numeral.form === 'fraction'
  )
    return null;
  const small = measureAt(tokens, numeral.to, { digits: numeral.form === 'digits', money: false });
  if (small?.money === true) {
    return small.factor < 1
      ? { value: scaled(value * 100 + scaled(numeral.value * 100, small.factor), 0.01), to: small.to }
      : null;
  }
  if (small !== null || (numeral.value < 10 && !/\d\d/.test(tokens[and]?.text ?? ''))) return null;
  const next = tokens[numeral.to];
  const closed = next === undefined || next.gap === 'line' || /^[.,;:!?)]$/.test(next.text) || next.lower === 'more';
  return closed ? { value: scaled(value * 100 + numeral.value, 0.01), to: numeral.to } : null;
}

function readFraction(tokens: readonly Token[], numeral: Numeral): Amount | null {
  const [before, last, next] = [tokens[numeral.from - 1], tokens[numeral.to - 1], tokens[numeral.to]];
  const first = tokens[numeral.from];
  const worded = first?.kind === 'word';
  let at = numeral.to;
  if (next?.lower === 'of' && /^(?:an?|one)$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
  else if (/^an?$/.test(next?.lower ?? '') && last?.lower === 'half') at += 1;
  const unit = measureAt(tokens, at, { digits: !worded, money: false });
  const periods = last?.lower === 'quarters' || last?.lower === 'quarter' || last?.lower === 'half';
  if (worded && periods && PERIOD_BEFORE.has(before?.lower ?? '') && next?.lower !== 'of') return null;
  if (last?.lower === 'quarters' && numeral.from + 1 < numeral.to && numeral.value !== 0.75) {
    return {
      from: numeral.from,
      to: numeral.to,
      value: Number((numeral.value * 4).toPrecision(12)),
      numeral,
      unit: 'quarter',
      unitAt: [numeral.to - 1, numeral.to],
      kind: 'unit',
      hedge: null,
    };
  }
  if (unit !== null && !(worded && unit.money && at === numeral.to) && tokens[at]?.gap !== 'none') {
    return rated(tokens, {
      from: numeral.from,
      to: unit.to,
      value: scaled(numeral.value, unit.factor),
      numeral,
      unit: unit.name,
      unitAt: [at, unit.to],
      kind: unit.money ? 'money' : 'unit',
      hedge: null,
    });
  }
  const amount: Amount = {
    from: numeral.from,
    to: numeral.to,
    value: numeral.value,
    numeral,
    unit: 'fraction',
    unitAt: null,
    kind: 'unit',
    hedge: null,
  };
  if (!worded) return isJoined(tokens, numeral.to) ? null : amount;
  const single = /^(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)$/.test(last?.lower ?? '');
  if (!single) return amount;
  // "a third company", "a quarter earlier", "half-hearted": a part of something is followed by what it is a part of, or by nothing.
  if (next === undefined || next.gap === 'line' || FRACTION_AFTER.has(next.lower)) return amount;
  if (DASH.test(next.text) && next.gap === 'none') return null;
  if (next.kind === 'sign') return amount;
  const bound =
    /^(?:about|around|nearly|almost|roughly|over|under|than|by|only|just|least|up|to|least|approximately|some|from|one|of|down|another|two|three)$/.test(
      before?.lower ?? '',
    );
  const hyphenated = DASH.test(tokens[numeral.to - 2]?.text ?? '');
  return (bound || hyphenated || first?.lower === 'one') &&
    !/^(?:time|party|person|company|year|month|week|straight|consecutive|quarter|day|place|round|option|way|base|baseman|world|country|one|man|woman|phase|stage|reich|degree)$/.test(
      next.lower,
    )
    ? amount
    : last?.lower === 'half' &&
        next.kind === 'word' &&
        !/^(?:time|back|way|term|year|brother|sister|light|life|marathon)$/.test(next.lower)
      ? amount
      : null;
}

/** A counted noun, or nothing named at all; null for labels, addresses and pronouns. */
function withoutUnit(tokens: readonly Token[], numeral: Numeral): Amount | null {
  const { from, to, value } = numeral;
  const first = tokens[from];
  const next = tokens[to];
  const digits = numeral.form === 'digits';
  if (first === undefined) return null;
  if (digits && isJoined(tokens, to)) return null;
  if (isAddress(tokens, to)) return null;
  const middle = hedgeAfter(tokens, to);
  const inner = middle !== null && /^(?:-|‑|\+|plus)$/.test(next?.lower ?? '') ? middle : null;
  let at = inner?.to ?? to;
  const hyphened =
    inner === null &&
    DASH.test(next?.text ?? '') &&
    (next?.gap === 'none' || tokens[to + 1]?.kind === 'word') &&
    tokens[to + 1]?.kind === 'word';
  if (hyphened) at++;
  if (numeral.form === 'vague') {
    if (tokens[at]?.lower === 'of') at++;
    else return null;
  }
  const of = numeral.form === 'vague';
  const start =
    of ||
    !/^of$/.test(tokens[at]?.lower ?? '') ||
    !/^(?:the|its|their|his|her|our|these|those)$/.test(tokens[at + 1]?.lower ?? '')
      ? at
      : at + 2;
  const counted = tokens[start]?.gap === 'line' ? null : countedAt(tokens, start, value, hyphened);
  const lone = to === from + 1;
  if (numeral.form === 'words' && lone && value === 1) {
    // "one" is a pronoun more often than a number.
    if (first.lower !== 'one' || counted === null || start !== at || PRONOUN_BEFORE.has(tokens[from - 1]?.lower ?? ''))
      return null;
    if (
      /^(?:another|day|time|thing|way|hand|person|side|point|reason|more)$/.test(tokens[counted.to - 1]?.lower ?? '') &&
      counted.to === counted.from + 1 &&
      tokens[from - 1]?.lower !== 'about'
    )
      return null;
  }
  if (numeral.scale === 1 && inner === null && !/,/.test(first.text) && isLabel(tokens, from, counted !== null, digits))
    return null;
  if (numeral.scale === 1 && isListNumber(tokens, from, to)) return null;
  // Codes and serial numbers: a leading zero, or more digits than people count with.
  if (digits && lone && (/^0\d/.test(first.text) || /^\d{8,}$/.test(first.text))) return null;
  if (digits && isScore(tokens, from, to)) return null;
  if (counted !== null && counted.head === 'time') {
    // "three times as much" is a multiple; "seven times since Monday" counts nothing named.
    const multiple =
      /^(?:the|as|more|less|higher|lower|larger|bigger|greater|smaller|faster|slower|cheaper|its|their|what|that|last|fewer|better|earnings|sales|revenue)$/.test(
        tokens[counted.to]?.lower ?? '',
      );
    const amount: Amount = {
      from,
      to: counted.to,
      value,
      numeral,
      unit: multiple ? 'times' : null,
      unitAt: multiple ? [counted.from, counted.to] : null,
      kind: multiple ? 'unit' : 'bare',
      hedge: inner?.hedge ?? null,
    };
    const rate = rateAt(tokens, counted.to);
    return rate === null
      ? amount
      : { ...amount, to: rate.to, unit: `time per ${rate.name}`, unitAt: [counted.from, counted.to], kind: 'count' };
  }
  const bare: Amount = {
    from,
    to: inner?.to ?? to,
    value,
    numeral,
    unit: null,
    unitAt: null,
    kind: 'bare',
    hedge: inner?.hedge ?? null,
  };
  if (counted === null) return bare;
  return rated(tokens, {
    ...bare,
    to: counted.to,
    unit: counted.head,
    unitAt: [counted.from, counted.to],
    kind: 'count',
  });
}

/** "1)", "2." at the start of a line, "(3)". */
function isListNumber(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, first, next] = [tokens[from - 1], tokens[from], tokens[to]];
  if (first?.kind !== 'literal' || next === undefined || !/^\d{1,3}$/.test(first.text)) return false;
  const opens = first.gap === 'line' || before === undefined;
  if (next.text === ')' && before?.text !== '(' && !opens)
    return before?.kind !== 'sign' || /^[:;,]$/.test(before.text);
  if (next.text === ')') return true;
  return (
    opens && next.text === '.' && next.gap === 'none' && tokens[to + 1] !== undefined && tokens[to + 1]?.gap === 'space'
  );
}

/** A score, a telephone number, or another row of numbers joined by hyphens: "3-2", "555-0100", "1111-2222-3333". */
function isScore(tokens: readonly Token[], from: number, to: number): boolean {
  const joins = (sign: Token | undefined, number: Token | undefined) =>
    /^[-–‑/:]$/.test(sign?.text ?? '') && sign?.gap === 'none' && number?.kind === 'literal' && number.gap === 'none';
  return (
    joins(tokens[to], tokens[to + 1]) || (joins(tokens[from - 1], tokens[from]) && tokens[from - 2]?.kind === 'literal')
  );
}
