import { type Amount, isJoined, rated } from './amount.ts';
import { scaled } from './literals.ts';
import { isDash, measureAt } from './measures.ts';
import type { Numeral } from './numeral.ts';
import { numeralAt } from './numerals.ts';
import type { Token } from './tokens.ts';

/** What "the first half" and "the third quarter" are told from parts of a whole by. */
const PERIOD_BEFORE: ReadonlySet<string> = new Set(
  `first second third fourth last latter other past next previous current opening closing 1st 2nd 3rd 4th final better fiscal each per
  every this that consecutive straight`.split(/\s+/),
);
/** What a part is of. */
const WHOLE: ReadonlySet<string> = new Set(
  `of the its their his her our your my all these those that what to more less fewer higher lower larger smaller
  is are was were be have has had do did will would can could may might should must`.split(/\s+/),
);
/** What makes a part a quantity even before another word: "by a third in May". */
const QUANTIFIED: ReadonlySet<string> = new Set(
  'about around nearly almost roughly over under than by only just least up to approximately some from down another'.split(
    ' ',
  ),
);
/** Nouns that an ordinal goes with, and that "half" makes a compound with. */
const COMPOUND =
  /^(?:time|times|party|parties|person|company|year|month|week|straight|consecutive|quarter|day|place|round|option|way|base|baseman|world|country|one|man|woman|phase|stage|degree|back|term|brother|sister|light|life|marathon|season|child|attempt|term)$/;

/** A part of a whole, or of a unit: "two-thirds of AI compute", "half an hour", "1/4 mile", "three quarters". */
export function fractionAmount(tokens: readonly Token[], numeral: Numeral): Amount | null {
  const { from, to, value } = numeral;
  const [before, first, last, next] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  const worded = first?.kind === 'word';
  const part = last?.lower ?? '';
  const period = /^(?:quarters?|half)$/.test(part) && PERIOD_BEFORE.has(before?.lower ?? '') && next?.lower !== 'of';
  if (worded && period && part !== 'quarters') return null;
  // "a third-quarter report", "a quarter-on-quarter gain"
  if (worded && part !== 'half' && !part.endsWith('s') && isDash(next) && next?.gap === 'none') return null;
  if (part === 'quarters' && (period || (value !== 0.75 && worded))) {
    return {
      from,
      to,
      value: scaled(value, 4),
      numeral,
      unit: 'quarter',
      unitAt: [to - 1, to],
      kind: 'unit',
      hedge: null,
    };
  }
  const at = unitOfPart(tokens, to, part);
  const unit = tokens[at]?.gap === 'line' || (part === 'quarters' && at === to) ? null : measureAt(tokens, at, !worded);
  // "Half mile", "quarter mile"; "a seventh month" is one more.
  const direct = worded && at === to && (unit?.money === true || !/^(?:half|quarter)/.test(part));
  if (unit !== null && !direct) {
    const kind = unit.money ? 'money' : 'unit';
    return rated(tokens, {
      from,
      to: unit.to,
      value: scaled(value, unit.factor),
      numeral,
      unit: unit.name,
      unitAt: [at, unit.to],
      kind,
      hedge: null,
    });
  }
  const fraction: Amount = { from, to, value, numeral, unit: 'fraction', unitAt: null, kind: 'unit', hedge: null };
  if (!worded) return isJoined(tokens, to) ? null : fraction;
  if (part.endsWith('s') && part !== 'halves') return fraction;
  return isPart(tokens, numeral) ? fraction : null;
}

/** Where the unit of a part would stand: "half an hour", "three quarters of a mile", "half mile". */
function unitOfPart(tokens: readonly Token[], to: number, part: string): number {
  const article = (i: number) => /^an?$/.test(tokens[i]?.lower ?? '');
  if (tokens[to]?.lower === 'of' && (article(to + 1) || tokens[to + 1]?.lower === 'one')) return to + 2;
  return part === 'half' && article(to) ? to + 1 : to;
}

/** "a third", "half": parts are followed by what they are a part of, or by nothing; "a third company" is none. */
function isPart(tokens: readonly Token[], { from, to }: Numeral): boolean {
  const [before, first, last, next] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  if (next === undefined || next.gap === 'line' || WHOLE.has(next.lower)) return true;
  if (isDash(next) && next.gap === 'none') return false;
  if (next.kind === 'sign') return before?.lower !== 'in';
  if (COMPOUND.test(next.lower)) return false;
  return (
    last?.lower === 'half' || first?.lower === 'one' || isDash(tokens[to - 2]) || QUANTIFIED.has(before?.lower ?? '')
  );
}

/** "one in five Americans", "nine out of 10", "1 in 3": a part told by its whole. */
export function ratioAmount(tokens: readonly Token[], top: Numeral): Amount | null {
  if (
    top.form === 'fraction' ||
    top.form === 'vague' ||
    !Number.isInteger(top.value) ||
    top.value > 99 ||
    top.value < 1
  )
    return null;
  const link = tokens[top.to];
  const at =
    link?.lower === 'out' && tokens[top.to + 1]?.lower === 'of' ? top.to + 2 : link?.lower === 'in' ? top.to + 1 : null;
  if (at === null || link?.gap === 'line' || tokens[at]?.gap === 'line') return null;
  const bottom = numeralAt(tokens, at);
  if (bottom === null || bottom.form === 'fraction' || bottom.form === 'vague' || !Number.isInteger(bottom.value))
    return null;
  if (
    bottom.value <= top.value ||
    bottom.value > 1e6 ||
    bottom.value < 2 ||
    isJoined(tokens, bottom.to) ||
    isDash(tokens[bottom.to])
  )
    return null;
  // "1 in 2023" and "one in three years" tell a time, "six in 10 days" a pace.
  if (bottom.value > 1800 && bottom.value < 2100 && bottom.form === 'digits') return null;
  if (/^(?:second|minute|hour|day|week|month|quarter|year|decade)s?$/.test(tokens[bottom.to]?.lower ?? '')) return null;
  if (measureAt(tokens, bottom.to, bottom.form === 'digits') !== null) return null;
  return {
    from: top.from,
    to: bottom.to,
    value: top.value / bottom.value,
    numeral: { ...top, to: bottom.to },
    unit: 'fraction',
    unitAt: null,
    kind: 'unit',
    hedge: null,
  };
}
