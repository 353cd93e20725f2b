import { finder } from './language.ts';
import { characters } from './numerals.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A number of a text. `values` are several where a notation can be read in two ways. */
export type NumberRead = {
  readonly start: number;
  /** Behind its unit. */
  readonly end: number;
  readonly text: string;
  readonly values: readonly number[];
  /** An article or another word that may stand for a number and need not. */
  readonly vague: boolean;
  readonly unit: string | null;
  readonly bound: 'over' | 'under' | null;
  /** What was, or what it became. */
  readonly role: 'from' | 'to' | null;
};

type Atom = {
  readonly start: number;
  end: number;
  values: readonly number[];
  vague: boolean;
  unit?: string;
  factor?: number;
};

/** Digits with their separators; a space or an apostrophe only between groups of three. */
const DIGITS = /(?<![\p{L}\d]|\d[.,])(?:\d{1,3}(?:[\u00a0\u202f '’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/gu;
const GAP = /^[\s\u00a0\u202f-]*$/u;

/** "1.500" is 1.5 to some and 1500 to others: both, where it cannot be a grouping of the other. */
function valuesOf(digits: string, decimal: '.' | ','): number[] {
  const plain = digits.replace(/[\u00a0\u202f '’]/gu, '');
  const own = plain.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.');
  const foreign = /^\d+[.,]\d{1,2}$/.test(plain) ? plain.replace(',', '.') : own;
  return [...new Set([Number(own), Number(foreign)])].filter(Number.isFinite);
}

const times = (values: readonly number[], factor: number): number[] => values.map((value) => value * factor);

/** Letters for scales behind digits: "$38B", "38 M€". */
const LETTERS: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
const LETTER = /[ \u00a0\u202f]?([KkMBT])(?=[\s.,;:)$€£]|$)/uy;

function atomsOf(text: string, { words, scales, fractions, vague, language }: Vocabulary): Atom[] {
  const found: (Atom & { kind: 'number' | 'scale' | 'fraction' })[] = [];
  for (const match of text.matchAll(DIGITS))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      values: valuesOf(match[0], language.decimal),
      vague: false,
      kind: 'number',
    });
  for (const match of text.matchAll(words)) {
    const word = match[0].toLowerCase().replace(/[\s\u00a0\u202f]+/gu, ' ');
    const place = { start: match.index, end: match.index + match[0].length };
    const numeral =
      language.numerals.get(word) ??
      language.numerals.get(word.replaceAll('-', ' ')) ??
      language.numerals.get(word.replaceAll(' ', '-'));
    const scale = scales.get(word);
    const fraction = fractions.get(word) ?? fractions.get(word.replaceAll('-', ' '));
    if (scale !== undefined) found.push({ ...place, values: [scale], vague: true, kind: 'scale' });
    else if (fraction !== undefined)
      found.push({ ...place, values: [fraction], vague: !/\s/.test(word), kind: 'fraction' });
    else if (numeral !== undefined) found.push({ ...place, values: [numeral], vague: vague.has(word), kind: 'number' });
    else found.push({ ...place, values: [vague.get(word) ?? 1], vague: true, kind: 'number' });
  }
  const atoms: Atom[] = [];
  let last: (Atom & { kind: string }) | null = null;
  for (const atom of found.toSorted((a, b) => a.start - b.start)) {
    if (last !== null && atom.start < last.end) continue;
    const near = last !== null && GAP.test(text.slice(last.end, atom.start));
    if (last !== null && near && atom.kind !== 'number' && !(last.kind === 'fraction' && atom.kind === 'fraction')) {
      last.values = times(last.values, atom.values[0] ?? 1);
      if (atom.kind === 'scale') last.factor = (last.factor ?? 1) * (atom.values[0] ?? 1);
      // "A million" is one; "a third" is a third.
      last.vague = false;
      // "1,5 Mrd. $".
      last.end = atom.end + (atom.kind === 'scale' && /^\.\s?[\p{Ll}$€£¥]/u.test(text.slice(atom.end)) ? 1 : 0);
      continue;
    }
    last = { ...atom };
    atoms.push(last);
  }
  for (const atom of atoms) {
    LETTER.lastIndex = atom.end;
    const [whole = '', letter = ''] = LETTER.exec(text) ?? [];
    if (
      /\d$/.test(text.slice(atom.start, atom.end)) &&
      letter !== '' &&
      isMoney(text, atom.start, atom.end + whole.length)
    ) {
      atom.values = times(atom.values, LETTERS[letter] ?? 1);
      atom.end += whole.length;
    }
  }
  return atoms;
}

const isMoney = (text: string, start: number, end: number): boolean =>
  /[$€£¥]\s?$/u.test(text.slice(0, start)) || /^\s?[$€£¥]/u.test(text.slice(end)) || /[KkMB]$/.test(text.slice(0, end));

const PART = /((?:\d+(?:,\d{3})*(?:\.\d+)?)|[〇零一二两兩三四五六七八九十]+)(万亿|[兆億亿万千百])?/gu;
const RUN =
  /(?<![\p{L}\d.,第数几幾何])(?:(?:\d+(?:,\d{3})*(?:\.\d+)?|[〇零一二两兩三四五六七八九十]+)(?:万亿|[兆億亿万千百])?)+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?<![第数几幾何])(?:(?:\d+(?:,\d{3})*(?:\.\d+)?|[〇零一二两兩三四五六七八九十]+)(?:万亿|[兆億亿万千百])?)+/gu;
const SCALE: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12, 万亿: 1e12 };
/** A character is a number only before what is counted: 一 stands in many words. */
const COUNTED =
  /^(?:年|月|日|天|周|週|个|個|家|座|台|名|人|位|倍|度|次|项|份|种|条|件|基|カ|か|ヶ|ヵ|社|本|つ|点|段|小时|時間|大|成|割|国|州|期|回|箇|栋|间|分[之の]|亿|億|万|兆|千|百|半|美元|欧元|ドル|公里|吨|成)/u;

function characterAtoms(text: string): Atom[] {
  const runs = Array.from(text.matchAll(RUN), (match) => {
    const start = match.index;
    const whole = match[0];
    const end = start + whole.length;
    // "The second time" counts nothing.
    if (/^(?:度|回|番|つ|人|年|カ月)目/u.test(text.slice(end))) return null;
    const isCharacters = !/\d/.test(whole);
    if (
      isCharacters &&
      !COUNTED.test(text.slice(end)) &&
      !/分[之の]$/u.test(text.slice(0, start)) &&
      !/^[一二三四五六七八九]?[十百千]/u.test(whole)
    )
      return null;
    let value = 0;
    for (const [, digits = '', scale] of whole.matchAll(PART)) {
      const part = /\d/.test(digits) ? Number(digits.replaceAll(',', '')) : characters(digits);
      value += part * (scale === undefined ? 1 : (SCALE[scale] ?? 1));
    }
    return { start, end, values: [value], vague: isCharacters && /^[一]$/u.test(whole) } as Atom;
  }).filter((atom) => atom !== null);
  const atoms: Atom[] = [];
  for (const atom of runs) {
    const before = atoms.at(-1);
    if (before !== undefined && /^分[之の]$/u.test(text.slice(before.end, atom.start))) {
      const under = before.values[0] ?? 1;
      before.values = [(atom.values[0] ?? 1) / under];
      before.vague = false;
      before.end = atom.end;
      if (under === 100) {
        before.values = atom.values;
        before.unit = 'percent';
      }
      continue;
    }
    atoms.push(atom);
  }
  for (const atom of atoms) {
    const [tenth] = /^[割成](?![立熟功本长長])/u.exec(text.slice(atom.end)) ?? [];
    if (tenth !== undefined) {
      atom.values = times(atom.values, 10);
      atom.unit = 'percent';
      atom.end += tenth.length;
    }
    if (/^年?半(?![ば期])/u.test(text.slice(atom.end)) && /年$/u.test(text.slice(0, atom.end + 1)))
      atom.values = [(atom.values[0] ?? 0) + 0.5];
  }
  for (const match of text.matchAll(/一半|半分|半数/gu))
    atoms.push({ start: match.index, end: match.index + match[0].length, values: [0.5], vague: true });
  return atoms.toSorted((a, b) => a.start - b.start);
}

const LINK = /^[\s\u00a0\u202f-]*(?:(?:de|di|of|von|van|del)\s|d['’]\s?)?/u;
const MONEY: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '￥': 'JPY' };

function unitOf(
  text: string,
  { start, end, unit }: Atom,
  { units, watts, language }: Vocabulary,
): { readonly unit: string | null; readonly end: number } {
  if (unit !== undefined) return { unit, end };
  const [, sign] = /(?:US)?([$€£¥￥])[\s\u00a0]?$/u.exec(text.slice(Math.max(0, start - 5), start)) ?? [];
  if (sign !== undefined) return { unit: MONEY[sign] ?? null, end };
  const [, code] = /\b(USD|EUR|GBP|JPY|CNY|CHF)\s?$/u.exec(text.slice(Math.max(0, start - 5), start)) ?? [];
  if (code !== undefined) return { unit: code, end };
  const at = end + (LINK.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  for (const { key, pattern } of [...watts, ...units]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    // A year, a month and a day of the calendar are no lengths of time.
    if (!language.spaced && key === 'year' && /^(?:19|20)\d\d$/.test(text.slice(start, end)))
      return { unit: null, end: at + match[0].length };
    if (!language.spaced && key === 'day' && /月$/u.test(text.slice(0, start)))
      return { unit: null, end: at + match[0].length };
    return { unit: key, end: at + match[0].length };
  }
  return { unit: null, end };
}

const AFTER = 9;
const BEFORE = 34;
const SIGN = /(?:US)?[$€£¥]\s?$/u;
const ARTICLE = /(?<=[\s’'])(?:las|los|les|the|die|den|der|i|gli|le|as|os|de|un|l['’])\s?$/u;

/** Tells whether one of some words stands right before a place, an article and a currency's sign between. */
function standsBefore(text: string, start: number, spaced: boolean): (notation: string) => boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start).replace(SIGN, '');
  const bare = before.replace(ARTICLE, '');
  return (notation) => {
    if (notation === '') return false;
    const pattern = new RegExp(`${finder(notation, spaced).source}[\\s\\u00a0约約大]*$`, 'iu');
    return pattern.test(before) || pattern.test(bare);
  };
}

function boundOf(text: string, start: number, end: number, { language }: Vocabulary): NumberRead['bound'] {
  const { over, under, overAfter = '', underAfter = '' } = language.bounds;
  const ends = standsBefore(text, start, language.spaced);
  const after = text.slice(end, end + AFTER);
  const follows = (notation: string): boolean =>
    notation !== '' && new RegExp(`^[^、。，,.\\d]{0,4}?${finder(notation, false).source}`, 'u').test(after);
  if (ends(under) || follows(underAfter)) return 'under';
  if (ends(over) || follows(overAfter)) return 'over';
  return null;
}

/** "From" or "to", as the word before a number says, or behind it in Japanese; `since` is "from" only before a "to". */
function roleOf(
  text: string,
  start: number,
  end: number,
  { language }: Vocabulary,
): NumberRead['role'] | 'since' | 'against' {
  const { from, since, to, spaced, tag } = language;
  if (tag === 'ja') {
    const after = text.slice(end, end + 4);
    const is = (notation: string): boolean => new RegExp(`^(?:${finder(notation, false).source})`, 'u').test(after);
    return is(from) ? 'from' : is(to) ? 'to' : null;
  }
  const is = standsBefore(text, start, spaced);
  if (is(from)) return 'from';
  // "22% vorig jaar, tegen 5% in 2015": what a comma sets against another number.
  if (is(since)) return AGAINST.test(text.slice(0, start)) ? 'against' : 'since';
  return is(to) ? 'to' : null;
}

const AGAINST = /[\p{L}\d%],\s\p{L}+\s(?:US)?[$€£]?$/u;

/** How far a number may stand from the one whose scale it shares. */
const SHARED = 12;
/** How far a "to" may stand from its "from". */
const SPAN = 30;

/** "2027" by itself is a year. */
export const isYear = ({ values: [value = 0], unit }: Pick<NumberRead, 'values' | 'unit'>): boolean =>
  unit === null && Number.isInteger(value) && value >= 1900 && value < 2100;

/** The numbers of a text, in digits and in words, each with its unit, its bound and whether it was or became. */
export function numbersIn(text: string, vocabulary: Vocabulary): NumberRead[] {
  const atoms = vocabulary.language.spaced ? atomsOf(text, vocabulary) : characterAtoms(text);
  const read = atoms.map((atom) => {
    const { unit, end } = unitOf(text, atom, vocabulary);
    return { ...atom, unit, end, role: roleOf(text, atom.start, end, vocabulary) };
  });
  return read.map(({ start, end, values: own, vague, unit, role, factor }, n) => {
    const next = read[n + 1];
    // "From 455 to 720 million": the scale may be that of both.
    const shares = factor === undefined && unit === null && next?.factor !== undefined && next.start - end <= SHARED;
    const values = shares ? [...own, ...times(own, next.factor ?? 1)] : own;
    const spans = next?.role === 'to' && next.start - end <= SPAN;
    const set = role === 'against' && read.slice(0, n).some((other) => other.unit === unit);
    return {
      start,
      end,
      text: text.slice(start, end),
      values,
      vague: vague || own.every((value) => value === 1),
      unit,
      bound: isYear({ values, unit }) ? null : boundOf(text, start, end, vocabulary),
      role: role === 'since' || role === 'against' ? (spans || set ? 'from' : null) : role,
    };
  });
}
