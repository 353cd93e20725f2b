import { MONEY_NAMES, type Money, SIGNS } from '../../domain/currencies.ts';
import { UNIT_NAMES, UNIT_SYMBOLS } from '../../domain/units.ts';
import { endsNounPhrase } from '../../language/lexicon.ts';
import { singular } from '../../language/nouns.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A unit as it stands beside a number: tokens up to `to`, the unit's name, and what the number is multiplied by. */
export type Measure = {
  readonly to: number;
  readonly name: string;
  readonly factor: number;
  readonly money: boolean;
};

type Meaning = { readonly name: string; readonly factor: number; readonly money: boolean };
type Entry = { readonly words: readonly string[]; readonly meaning: Meaning };

const moneyOf = ({ code, factor }: Money): Meaning => ({ name: code, factor, money: true });

/** Names by their first word, the longest first, so that "metric tons of CO2" is found before "metric tons". */
function index(names: Iterable<readonly [string, Meaning]>): ReadonlyMap<string, readonly Entry[]> {
  const byWord = new Map<string, Entry[]>();
  for (const [name, meaning] of names) {
    const words = tokensOf(name)
      .map(({ lower }) => lower)
      .filter((word) => !/^[-‑]$/.test(word));
    const first = words[0];
    if (first === undefined) continue;
    const entries = byWord.get(first) ?? [];
    entries.push({ words, meaning });
    byWord.set(first, entries);
  }
  for (const entries of byWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

const NAMES = index([
  ...[...MONEY_NAMES].map(([name, money]) => [name, moneyOf(money)] as const),
  ...[...UNIT_NAMES]
    .filter(
      ([name]) =>
        ![
          'second',
          'quarter',
          'fraction',
          'mw',
          'turn',
          'bar',
          'knot',
          'league',
          'nit',
          'stone',
          'grain',
          'gross',
          'mole',
          'gray',
          'henry',
          'weber',
          'cup',
        ].includes(name) || name === 'cup',
    )
    .map(([name, unit]) => [name, { name: unit, factor: 1, money: false }] as const),
  ...['second', 'quarter', 'turn', 'knot', 'nit', 'stone', 'mole', 'bar', 'gross'].map(
    (name) => [name, { name, factor: 1, money: false }] as const,
  ),
]);

/** Codes that people also write small, and amounts in millions of them as accountants write it ("30 MUSD"). */
const SMALL_CODES: ReadonlySet<string> = new Set([
  'usd',
  'eur',
  'gbp',
  'rmb',
  'inr',
  'cny',
  'jpy',
  'aud',
  'cad',
  'chf',
  'hkd',
  'sgd',
  'nzd',
  'btc',
]);
const MILLIONS = /^([kKM])([A-Z]{3})$/;

function codeOf(text: string): Meaning | undefined {
  const exact = /^[A-Z]{3,4}$/.test(text) || SMALL_CODES.has(text) ? SIGNS.get(text.toUpperCase()) : undefined;
  if (exact !== undefined) return moneyOf(exact);
  const millions = MILLIONS.exec(text);
  const money = millions === null ? undefined : SIGNS.get(millions[2] ?? '');
  return money === undefined ? undefined : { name: money.code, factor: millions?.[1] === 'M' ? 1e6 : 1e3, money: true };
}

const isDash = (token: Token | undefined) => token?.text === '-' || token?.text === '‑' || token?.text === '–';

/** A name of money or of a unit that begins at a token; hyphens between its words do not matter. */
function named(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first === undefined) return null;
  for (const { words, meaning } of NAMES.get(first.lower) ?? []) {
    let i = at;
    const fits = words.every((word, n) => {
      if (n > 0 && isDash(tokens[i]) && word !== tokens[i]?.lower) i++;
      const token = tokens[i++];
      return token?.lower === word && (n === 0 || token.gap !== 'line');
    });
    if (fits) return { to: i, ...meaning };
  }
  return null;
}

/** Symbols that are also words or letters of something else unless they touch their number. */
const TOUCHING: ReadonlySet<string> = new Set([
  's',
  'd',
  'A',
  'C',
  'F',
  'B',
  'Cal',
  'cal',
  'rad',
  'at',
  'as',
  'am',
  'pt',
  'ha',
  'bu',
  'mt',
  'NM',
  'AU',
  'PS',
  'MA',
  'PA',
  'Pa',
  'pa',
  'nm2',
  'bit',
  'min',
  'sec',
  'cd',
  'lm',
  'kn',
  'bar',
  'IU',
  'cf',
  'fps',
  'SF',
  'MP',
  'pp',
  'em',
  'Ma',
  'Ga',
  'TA',
  'EV',
]);
/** Letters and signs that symbols are made of. */
const SYMBOL_PART = /^(?:\p{L}+|[%°º˚℃℉%‰′″Ω/·^²³⁻¹−-]|\d{1,2})$/u;

/** A symbol: tokens from `at` that together spell one, the longest first. */
function symbol(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first === undefined || !(first.kind === 'word' ? first.text.length <= 6 : SYMBOL_PART.test(first.text)))
    return null;
  let text = '';
  let best: Measure | null = null;
  for (let i = at; i < at + 6; i++) {
    const token = tokens[i];
    if (token === undefined || (i > at && token.gap === 'line')) break;
    if (i > at && token.gap === 'space' && !/^(?:sq|sq\.|cu|cu\.|fl|fl\.|km|°|m|mm|Mt|Gt|kt|deg)$/.test(text)) break;
    text += (i > at && token.gap === 'space' ? ' ' : '') + token.text;
    const name = UNIT_SYMBOLS.get(text);
    if (name !== undefined) best = { to: i + 1, name, factor: 1, money: false };
  }
  if (best === null) return null;
  // "s-1" and "m2" come as pieces; a longer run of letters or digits that goes on is no symbol ("5Gx").
  const next = tokens[best.to];
  const goesOn = next?.gap === 'none' && (next.kind === 'word' || next.kind === 'literal');
  return goesOn ? null : best;
}

const POWERS: Readonly<Record<string, string>> = { '2': 'square', '²': 'square', '3': 'cubic', '³': 'cubic' };

/** What divides: "/h", "/s2" after a symbol or a name. */
function denominator(tokens: readonly Token[], at: number): Measure | null {
  const unit = symbol(tokens, at) ?? named(tokens, at);
  if (unit === null) return null;
  const raised = tokens[unit.to]?.text === '^' ? unit.to + 1 : unit.to;
  const power = tokens[raised]?.gap === 'none' || raised > unit.to ? POWERS[tokens[raised]?.text ?? ''] : undefined;
  return power === undefined ? unit : { ...unit, to: raised + 1, name: `${power} ${unit.name}` };
}

/** A symbol with an exponent or a quotient behind it that the table does not hold whole: "J/m^2", "km/s2". */
function rawSymbol(tokens: readonly Token[], at: number): Measure | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length > 6) return null;
  const name = UNIT_SYMBOLS.get(token.text);
  const next = tokens[at + 1];
  if (name === undefined || next?.gap !== 'none') return null;
  const raised = next.text === '^' ? at + 2 : at + 1;
  const power = POWERS[tokens[raised]?.text ?? ''];
  if (power === undefined || (tokens[raised + 1]?.gap === 'none' && /[\p{L}\d]/u.test(tokens[raised + 1]?.text ?? '')))
    return null;
  return { to: raised + 1, name: `${power} ${name}`, factor: 1, money: false };
}

export type Written = {
  /** What the text had to do with the number: digits can take symbols, words of a number cannot. */
  readonly digits: boolean;
  /** Is the number money already by a sign before it? */
  readonly money: boolean;
};

/** The unit that stands at a token, right behind its number. */
export function measureAt(tokens: readonly Token[], at: number, written: Written): Measure | null {
  const first = tokens[at];
  if (first === undefined || first.gap === 'line') return null;
  const touching = first.gap === 'none';
  if (/^[([{<]$/.test(first.text)) {
    // "20 (kg)"
    const inner = symbol(tokens, at + 1);
    return inner !== null && /^[)\]}>]$/.test(tokens[inner.to]?.text ?? '') && !inner.money
      ? { ...inner, to: inner.to + 1 }
      : null;
  }
  const hyphened = isDash(first) && (tokens[at + 1]?.gap === first.gap || tokens[at + 1]?.gap === 'none');
  const from = hyphened ? at + 1 : at;
  const start = tokens[from];
  if (start === undefined || start.gap === 'line') return null;
  const signed = SIGNS.get(start.text);
  if (signed !== undefined && start.kind === 'sign' && !hyphened) {
    // The sign belongs to the amount behind it when it touches that one: "10 $5 bills".
    const owned = tokens[from + 1]?.kind === 'literal' && start.gap === 'space' && tokens[from + 1]?.gap === 'none';
    return owned ? null : { to: from + 1, ...moneyOf(signed) };
  }
  if (start.kind === 'word' && !written.money) {
    const code = codeOf(start.text);
    if (code !== undefined && (start.gap !== 'none' || /^[A-Z]{3}$|^[kKM][A-Z]{3}$/.test(start.text))) {
      const doubled = tokens[from + 1]?.text === '$' && tokens[from + 1]?.gap === 'none' ? from + 2 : from + 1;
      return { to: doubled, ...code };
    }
  }
  const name = named(tokens, from);
  if (
    name !== null &&
    !(
      touching &&
      !hyphened &&
      start.kind === 'word' &&
      tokens[name.to]?.gap === 'none' &&
      tokens[name.to]?.kind !== 'sign'
    )
  )
    return quotient(tokens, name);
  if (!written.digits && start.kind === 'word') return null;
  const found = rawSymbol(tokens, from) ?? symbol(tokens, from);
  if (found === null) return null;
  if (!touching && !hyphened && TOUCHING.has(start.text) && found.to === from + 1) return null;
  if (found.name === 'times' && (tokens[found.to]?.kind === 'literal' || start.gap !== 'none')) return null;
  if (hyphened && start.text.length < 2) return null;
  return quotient(tokens, found);
}

function quotient(tokens: readonly Token[], unit: Measure): Measure {
  const slash = tokens[unit.to];
  if (slash?.text !== '/' || slash.gap !== 'none') return unit;
  const below = denominator(tokens, unit.to + 1) ?? counted(tokens, unit.to + 1);
  return below === null ? unit : { ...unit, to: below.to, name: `${unit.name} per ${below.name}` };
}

function counted(tokens: readonly Token[], at: number): Measure | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.gap === 'line' || endsNounPhrase(token.lower)) return null;
  return { to: at + 1, name: singular(token.lower), factor: 1, money: false };
}

const DENOMINATOR_SCALES: Readonly<Record<string, string>> = {
  hundred: 'hundred',
  thousand: 'thousand',
  million: 'million',
  billion: 'billion',
  '100': 'hundred',
  '1,000': 'thousand',
  '1000': 'thousand',
  '1M': 'million',
  '1,000,000': 'million',
};
/** Nouns that a rate is told by with "a": "$98 a share"; another noun behind "a" is a new phrase. */
const PER_A: ReadonlySet<string> = new Set(
  `share hour day week month year quarter minute second decade barrel gallon litre liter ton tonne pound ounce kilo kilogram kilowatt megawatt
  gigawatt kilowatt-hour megawatt-hour mile kilometre kilometer piece head person night unit token bushel acre plate bottle seat ticket
  copy metre meter foot dozen customer user student employee visit trip game word page chip gpu card server rack litre kwh mwh`.split(
    /\s+/,
  ),
);

/**
 * What a rate is per, behind a unit: "per share", "a year", "/hour", "an hour", "per GPU-hour", "per million tokens",
 * "-a-share", "for each dollar".
 */
export function rateAt(tokens: readonly Token[], at: number): Measure | null {
  let i = at;
  const first = tokens[i];
  if (first === undefined || first.gap === 'line') return null;
  if (isDash(first)) i++;
  const word = tokens[i]?.lower ?? '';
  let bare = false;
  if (word === 'per' || (word === '/' && tokens[i]?.gap === 'none')) i++;
  else if (/^an?$/.test(word)) {
    i++;
    bare = true;
  } else if (/^(?:each|every)$/.test(word)) {
    i++;
    bare = true;
  } else if (word === 'for' && /^(?:each|every)$/.test(tokens[i + 1]?.lower ?? '')) i += 2;
  else return null;
  if (isDash(tokens[i])) i++;
  if (tokens[i]?.lower === 'one' || (tokens[i]?.text === '1' && tokens[i + 1]?.kind === 'word')) i++;
  const scaleText =
    tokens[i]?.kind === 'literal' && tokens[i + 1]?.gap === 'none' && tokens[i + 1]?.text === 'M'
      ? '1M'
      : (tokens[i]?.lower ?? '');
  const scale = bare
    ? undefined
    : (DENOMINATOR_SCALES[scaleText] ??
      (tokens[i]?.text === '1' ? DENOMINATOR_SCALES[tokens[i + 1]?.lower ?? ''] : undefined));
  if (scale !== undefined) i += scaleText === '1M' || tokens[i]?.text === '1' ? 2 : 1;
  const token = tokens[i];
  if (token === undefined || token.gap === 'line') return null;
  if (token.lower === 'annum') return { to: i + 1, name: 'year', factor: 1, money: false };
  if (token.lower === 'capita') return { to: i + 1, name: 'person', factor: 1, money: false };
  if (bare && !PER_A.has(token.lower)) return null;
  const unit = named(tokens, i) ?? (bare ? null : symbol(tokens, i)) ?? nounOf(tokens, i);
  if (unit === null) return null;
  return scale === undefined ? unit : { ...unit, name: `${scale} ${unit.name}` };
}

/** A counted noun below the line, with a noun that goes before it in one word ("GPU-hour" is a unit of its own). */
function nounOf(tokens: readonly Token[], at: number): Measure | null {
  const noun = counted(tokens, at);
  if (noun === null) return null;
  const next = tokens[noun.to];
  const joined = isDash(next) && next?.gap === 'none' ? counted(tokens, noun.to + 1) : null;
  return joined === null ? noun : { ...joined, name: `${tokens[at]?.text ?? ''}-${joined.name}` };
}

/** Currency signs and codes that stand before an amount, by their first token. */
const PREFIXES = (() => {
  const byFirst = new Map<string, { texts: readonly string[]; glued: readonly boolean[]; money: Money }[]>();
  for (const [sign, money] of SIGNS) {
    const pieces = tokensOf(sign);
    const first = pieces[0];
    if (first === undefined) continue;
    const entries = byFirst.get(first.lower) ?? [];
    entries.push({ texts: pieces.map(({ text }) => text), glued: pieces.map(({ gap }) => gap === 'none'), money });
    byFirst.set(first.lower, entries);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.texts.length - a.texts.length);
  return byFirst;
})();
const DOLLAR_WORDS: ReadonlySet<string> = new Set(['us', 'hk', 'c', 'nt', 'nz', 'u']);
/** Signs of one or two letters that are too much like other words unless they touch a number with a scale. */
const SHY: ReadonlySet<string> = new Set([
  'R',
  'P',
  'K',
  'L',
  'Q',
  'BD',
  'LE',
  'DM',
  'Ft',
  'FG',
  'CF',
  'Ar',
  'Db',
  'RF',
  'ZK',
  'SR',
  'QR',
  'TL',
  'KD',
  'Br',
  'Bs',
  'Fr',
  'Kz',
  'Tk',
]);

/** A sign or code of money right before an amount: "$", "NT$", "US $", "usd$", "Rs.", "MUSD". */
export function moneySignAt(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first === undefined || first.kind === 'literal' || first.kind === 'address') return null;
  for (const { texts, glued, money } of PREFIXES.get(first.lower) ?? []) {
    const lone = texts.length === 1;
    const fits = texts.every((text, n) => {
      const token = tokens[at + n];
      if (token === undefined || (n > 0 && token.gap === 'line')) return false;
      const loose = glued[n] === true && token.gap === 'space' && !(DOLLAR_WORDS.has(first.lower) && text === '$');
      if (n > 0 && loose) return false;
      return lone || (n === 0 && first.kind === 'word' && token.gap === 'none' && texts.length === 1)
        ? token.text === text || (SMALL_CODES.has(token.text) && token.text.toUpperCase() === text)
        : token.lower === text.toLowerCase();
    });
    if (!fits) continue;
    const to = at + texts.length;
    const next = tokens[to];
    if (first.kind === 'word' && texts.at(-1) !== '$') {
      if (SHY.has(first.text) && (next?.gap !== 'none' || !/,/.test(next.text))) continue;
      if (next?.gap === 'line') continue;
    }
    // "A$" and "S$" are signs only in one piece: "a $300 million contract".
    if (first.kind === 'word' && texts.length > 1 && tokens[at + 1]?.gap === 'space' && !DOLLAR_WORDS.has(first.lower))
      continue;
    if (first.kind === 'word' && texts.length > 1 && /^[asr]$/.test(first.text)) continue;
    const doubled = first.kind === 'word' && lone && next?.text === '$' && next.gap === 'none' ? to + 1 : to;
    return { to: doubled, ...moneyOf(money) };
  }
  if (first.kind === 'word') {
    const code = codeOf(first.text);
    if (code !== undefined) return { to: at + 1, ...code };
    if (first.lower === 'rs' || first.lower === 'dollar') {
      const money = first.lower === 'rs' ? SIGNS.get('Rs') : SIGNS.get('$');
      const dot = first.lower === 'rs' && tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
      return money === undefined ? null : { to: dot, ...moneyOf(money) };
    }
  }
  return null;
}
