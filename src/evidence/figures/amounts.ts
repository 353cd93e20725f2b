import { unitOf } from '../../domain/units.ts';
import { type Amount, isJoined, rated } from './amount.ts';
import { SCALES } from './cardinals.ts';
import { countedAt } from './counted.ts';
import { countAmount } from './counts.ts';
import { fractionAmount, ratioAmount } from './fractions.ts';
import { hedgeAfter } from './hedges.ts';
import { isClock, isInName, isTied } from './labels.ts';
import { scaled } from './literals.ts';
import type { Measure } from './measure.ts';
import { isDash, measureAt } from './measures.ts';
import { arePoundsMoney, moneyAmount, withCents } from './money.ts';
import { type Numeral, numeral } from './numeral.ts';
import { mayBeNumber, numeralAt } from './numerals.ts';
import { mayBeMoney, moneySignAt } from './signs.ts';
import type { Token } from './tokens.ts';

/** Adjectives between a number and its unit: "500 additional megawatts". */
const BETWEEN: ReadonlySet<string> = new Set(
  'more additional extra new further other full whole straight consecutive successive solid long short such'.split(' '),
);

/** Lines of a screen: "1080p". Other numbers with a p are pence. */
const LINES = /^(?:240|360|480|576|720|1080|1440|2160|4320)$/;

/** Could an amount begin with this token? */
export const mayBegin = (token: Token): boolean =>
  mayBeNumber(token) || mayBeMoney(token) || /^(?:[-−]|minus|negative|per|percents?)$/.test(token.lower);

/** The amount that begins at a token: a sign of money, a minus, or the number itself; null where there is none. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  if (isOnClock(tokens, at)) return null;
  const sign = moneySignAt(tokens, at);
  const money = sign === null ? null : moneyAmount(tokens, at, sign);
  if (money !== null) return money;
  const from = minusAt(tokens, at);
  if (from === null) return percentOf(tokens, at) ?? withHalf(tokens, at) ?? plain(tokens, at);
  const inner = moneySignAt(tokens, from);
  const amount = inner === null ? plain(tokens, from) : moneyAmount(tokens, from, inner);
  return amount === null ? null : { ...amount, from: at, value: -amount.value };
}

/** "half past eight", "a quarter-past nine": both words of a time by the clock. */
function isOnClock(tokens: readonly Token[], at: number): boolean {
  const beside = (n: number, step: 1 | -1): number => (tokens[n + step]?.text === '-' ? n + 2 * step : n + step);
  const isPart = (n: number): boolean => /^(?:half|quarter)$/.test(tokens[n]?.lower ?? '');
  const isPast = (n: number): boolean => tokens[n]?.lower === 'past';
  if (isPart(at)) return isPast(beside(at, 1));
  return isPast(at - 1) && isPart(beside(at - 1, -1));
}

/** Where the number begins behind a minus: "-18", "($-99)", "minus five", "negative one". */
function minusAt(tokens: readonly Token[], at: number): number | null {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || next.gap === 'line') return null;
  // "Plus or minus 3" tells a margin, "a negative one" an outlook.
  if (token.kind === 'word')
    return /^(?:minus|negative)$/.test(token.lower) && !/^(?:or|an?|the)$/.test(before?.lower ?? '') ? at + 1 : null;
  if (!/^[-−]$/.test(token.text) || next.gap !== 'none' || next.kind === 'word') return null;
  return token.gap === 'none' && !/^[([{~<>≈]$/.test(before?.text ?? '(') ? null : at + 1;
}

/** "percent of ten", as it is dictated: at the start of a line, with nothing behind it. */
function percentOf(tokens: readonly Token[], at: number): Amount | null {
  const first = tokens[at];
  if (first?.gap !== 'line' || !/^per(?:cents?)?$/.test(first.lower)) return null;
  const of = first.lower === 'per' && tokens[at + 1]?.lower === 'cent' ? at + 2 : at + 1;
  const numeral =
    (tokens[of]?.lower === 'of' && first.lower !== 'per') || of === at + 2 ? numeralAt(tokens, of + 1) : null;
  if (numeral === null || (tokens[numeral.to]?.kind === 'word' && tokens[numeral.to]?.gap !== 'line')) return null;
  return {
    from: at,
    to: numeral.to,
    value: numeral.value,
    numeral,
    unit: 'percentage',
    unitAt: [at, of],
    kind: 'unit',
    hedge: null,
  };
}

/** "An hour and a half": the unit stands before its half. */
function withHalf(tokens: readonly Token[], at: number): Amount | null {
  if (!/^(?:an?|one)$/.test(tokens[at]?.lower ?? '')) return null;
  const unit = measureAt(tokens, at + 1, false);
  if (unit === null || unit.money || !tokens.slice(unit.to, unit.to + 3).every(({ lower }, n) => lower === HALF[n]))
    return null;
  const to = unit.to + HALF.length;
  if (tokens[to - 1] === undefined) return null;
  return {
    from: at,
    to,
    value: scaled(1.5, unit.factor),
    numeral: numeral(at, to, 1.5, 'words'),
    unit: unit.name,
    unitAt: [at + 1, unit.to],
    kind: 'unit',
    hedge: null,
  };
}
const HALF = ['and', 'a', 'half'];

/** A number that no sign of money stands before. */
function plain(tokens: readonly Token[], from: number): Amount | null {
  const numeral = numeralAt(tokens, from);
  if (numeral === null || isTied(tokens, from) || isClock(tokens, numeral.from, numeral.to)) return null;
  if (isInName(tokens, numeral.from, numeral.to)) return null;
  const ratio = ratioAmount(tokens, numeral);
  if (ratio !== null) return ratio;
  if (numeral.form === 'fraction') return fractionAmount(tokens, numeral);
  if (numeral.form === 'fold') {
    const { value, to } = numeral;
    return { from, to, value, numeral, unit: 'times', unitAt: [from, to], kind: 'unit', hedge: null };
  }
  const suffix = tokens[numeral.to - (numeral.letter ? 1 : 0)];
  // "21st", "1080p", and "5G", which is a network.
  if (
    suffix?.gap === 'none' &&
    (/^(?:i|nd|st|rd|th)$/.test(suffix.lower) ||
      (suffix.lower === 'p' && LINES.test(tokens[from]?.text ?? '')) ||
      (suffix.text === 'G' && /^[2-6]$/.test(tokens[from]?.text ?? '')))
  )
    return null;
  if (numeral.letter) return lettered(tokens, numeral);
  return withUnit(tokens, numeral) ?? countAmount(tokens, numeral);
}

/** "10M users" and "500m people" are millions, "1.8m tall" metres, "1.8M dollars" money, "8K" nothing but thousands. */
function lettered(tokens: readonly Token[], numeral: Numeral): Amount | null {
  const last = numeral.to - 1;
  const value = Number((numeral.value / numeral.scale).toPrecision(15));
  const unlettered: Numeral = { ...numeral, to: last, value, scale: 1, letter: false };
  if (tokens[last + 1]?.gap === 'none' && /^[\p{L}\d/²³^]/u.test(tokens[last + 1]?.text ?? ''))
    return withUnit(tokens, unlettered);
  const measured = withUnit(tokens, numeral);
  if (tokens[last]?.text !== 'm') return measured ?? countAmount(tokens, numeral);
  if (measured !== null && unitOf(measured.unit ?? '')?.kind !== 'length') return measured;
  const counted = countedAt(tokens, numeral.to, numeral.value, false);
  return counted === null ? withUnit(tokens, unlettered) : countAmount(tokens, numeral);
}

/** A number with its unit of measure or its money behind it. */
function withUnit(tokens: readonly Token[], numeral: Numeral): Amount | null {
  let at = numeral.to;
  const plus = hedgeAfter(tokens, at);
  const inner = plus !== null && /^(?:-|‑|\+|plus)$/.test(tokens[at]?.lower ?? '') ? plus : null;
  if (inner !== null) at = inner.to;
  if (numeral.form === 'vague' && tokens[at]?.lower === 'of') at++;
  const direct = at;
  for (let n = 0; n < 2 && BETWEEN.has(tokens[at]?.lower ?? '') && tokens[at]?.gap !== 'line'; n++) at++;
  const digits = numeral.form === 'digits' && at === direct;
  // "half a million sq ft": behind words only what is no word itself.
  const spelt =
    !digits &&
    at === direct &&
    /^(?:sq|cu)$|\p{Lu}$|\p{Lu}[a-z]$|^[%°]/u.test(tokens[at]?.text ?? '') &&
    (tokens[at]?.text.length ?? 0) > 1;
  const unit = poundsOf(tokens, numeral, at) ?? measureAt(tokens, at, digits || spelt);
  if (unit === null || isOtherSense(tokens, numeral, at, unit)) return null;
  const scale =
    unit.money && numeral.scale === 1 && tokens[unit.to]?.gap === 'space'
      ? SCALES[tokens[unit.to]?.lower ?? '']
      : undefined;
  const value = scaled(scaled(numeral.value, unit.factor), scale ?? 1);
  const cents = unit.money && scale === undefined ? withCents(tokens, unit, numeral.value) : null;
  return rated(tokens, {
    from: numeral.from,
    to: cents?.to ?? (scale === undefined ? unit.to : unit.to + 1),
    value: cents?.value ?? value,
    numeral,
    unit: unit.name,
    unitAt: [isDash(tokens[at]) ? at + 1 : at, unit.to],
    kind: unit.money ? 'money' : 'unit',
    hedge: inner?.hedge ?? null,
  });
}

function poundsOf(tokens: readonly Token[], numeral: Numeral, at: number): Measure | null {
  const i = isDash(tokens[at]) ? at + 1 : at;
  if (!/^pounds?$/.test(tokens[i]?.lower ?? '') || tokens[i]?.gap === 'line') return null;
  if (!arePoundsMoney(tokens, numeral.from, i + 1, numeral.scale)) return null;
  return { to: i + 1, name: 'GBP', factor: 1, money: true };
}

/** Names of units that are other words where they stand: "2 in my car", "the team that 3 won". */
function isOtherSense(tokens: readonly Token[], numeral: Numeral, at: number, unit: Measure): boolean {
  const [word, after] = [tokens[at]?.text ?? '', tokens[unit.to]];
  if (word === 'in') {
    if (numeral.form !== 'digits' || isJoined(tokens, unit.to)) return true;
    const closes = after === undefined || after.gap === 'line' || /^[.,;)”×]$/.test(after.text);
    const dimension = /^(?:thick|long|wide|tall|high|deep|x|by|gap|diameter|screen|more|or)$/.test(after?.lower ?? '');
    return !closes && !dimension;
  }
  if (/^(?:won|real|rand)$/.test(word)) return numeral.value < 100;
  // "one day" that is to come counts no days.
  const opens = tokens[numeral.from - 1] === undefined || tokens[numeral.from - 1]?.kind === 'sign';
  return (
    word === 'day' &&
    tokens[numeral.from]?.lower === 'one' &&
    opens &&
    !/^(?:ago|later|before|after|earlier|of)$/.test(after?.lower ?? '')
  );
}
