import { isFunctionWord, PREPOSITIONS, VERBS } from '../../language/lexicon.ts';
import { UNITS } from '../../language/numbers.ts';
import { isProper } from './proper.ts';
import { isShortened } from './shortened.ts';
import type { Token } from './tokens.ts';

/** Words whose number names a thing instead of counting some: "chapter 7", "No. 1", "version 2", "Flight 370". */
const NUMBERED: ReadonlySet<string> = new Set(
  `no nos nr nrs number numbers chapter chapters section sections article articles page pages figure figures fig figs table tables eq
  equation version versions phase level grade tier stage step type class route highway interstate flight room gate apartment apt suite exit
  episode season volume vol rule lot channel form title proposition prop resolution item question exercise ref act scene verse psalm
  line lane track area zone unit block building house floor terminal platform pier district ward precinct division group round game
  week day lap set book issue edition generation gen model mark series core option appendix annex schedule footnote paragraph para
  clause code id sku isbn po box order invoice case docket bill amendment measure hole par problem theorem lemma ticket bus train
  agenda goal target team player squad seat row aisle column formula grand world super apollo voyager windows`.split(
    /\s+/,
  ),
);
/** Of these one counts no other things right behind: "until phase two gets going". */
const STEPS = /^(?:phase|stage|tier)$/;
const STREETS: ReadonlySet<string> = new Set(
  'street st avenue ave road rd boulevard blvd lane ln drive dr court ct plaza square way place terrace highway hwy parkway pkwy'.split(
    ' ',
  ),
);
/** A hyphen that ties a number to what stands before it: "GPT-4", "F-16", "Covid-19"; not "mid-90", "sub-5". */
const PREFIXES: ReadonlySet<string> = new Set([
  'sub',
  'under',
  'over',
  'near',
  'about',
  'plus',
  'pre',
  'post',
  'non',
  'ex',
  'all',
]);

/** Do digits have the letter of a scale right behind them: "38bn"? */
const isScaled = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.gap === 'none' && /^(?:[kmbt]|[bmt]n)$/.test(tokens[at + 1]?.text ?? '');

/** Is the number tied to letters or signs that make it part of a name, a version, a telephone number or a path? */
export function isTied(tokens: readonly Token[], from: number): boolean {
  const [first, before, earlier] = [tokens[from], tokens[from - 1], tokens[from - 2]];
  if (first === undefined || before === undefined || first.gap !== 'none') return before?.text === '#' || false;
  if (before.kind === 'word') return true;
  if (before.kind === 'address') return true;
  if (/^[#@_\\^]$/.test(before.text)) return true;
  if (before.gap !== 'none' || earlier === undefined) return false;
  // "SCP2-173m", "J1149.5+6663"
  if (
    /^[-‑+]$/.test(before.text) &&
    earlier.kind === 'literal' &&
    earlier.gap === 'none' &&
    tokens[from - 3]?.kind === 'word'
  )
    return true;
  if (/^[-‑–−/.:+]$/.test(before.text) && earlier.kind === 'word') {
    // "SEK 38bn-44bn"
    const number = from + tokens.slice(from, from + 3).findIndex(({ kind }) => kind === 'literal');
    if (tokens[from - 3]?.kind === 'literal' && isScaled(tokens, from - 3) && isScaled(tokens, number)) return false;
    if (before.text === '-' || before.text === '‑')
      return (
        !PREFIXES.has(earlier.lower) &&
        !(
          earlier.gap !== 'none' &&
          /^(?:million|billion|trillion|percent|point|dollar|year|cent|to|and)s?$/.test(earlier.lower)
        )
      );
    // "U.S.2" and "a/5" are ties; a sentence's end that lost its space is one as well: nothing tells them apart.
    return before.text !== '–' && before.text !== '−';
  }
  // "1-222-2222", "12:30", "5/17/2018": what is joined to another number without being a range is read by its own readers.
  return /^[:]$/.test(before.text) && earlier.kind === 'literal';
}

/**
 * Does a number without a unit name the thing before it ("Boeing 737", "chapter 7", "No. 1") or behind it ("the 8088
 * chip")? `counted` says that a plural noun follows, which only a strong name outdoes ("Boeing 737 jets").
 */
export function isLabel(
  tokens: readonly Token[],
  from: number,
  to: number,
  counted: boolean,
  digits: boolean,
): boolean {
  const [before, first] = [tokens[from - 1], tokens[from]];
  if (before === undefined || first === undefined || first.gap === 'line') return false;
  const dotted = before.text === '.' && before.gap === 'none';
  const word = dotted ? tokens[from - 2] : before;
  if (word === undefined) return false;
  // "Llama 3.1 405B": behind a label stands another.
  if (word.kind === 'literal' && tokens[from - 2]?.kind === 'word' && !dotted && digits && first.gap === 'space')
    return isLabel(tokens, from - 1, from, counted, true);
  if (word.kind !== 'word') return /^[#№]$/.test(before.text);
  if (dotted) return /^(?:no|nos|nr|nrs|vol|fig|figs|sec|ch|art|apt|pp|p|eq|gen|ver|v|ref|ex)$/.test(word.lower);
  if (digits && /^(?:v|ver|vs|pp)$/.test(word.lower)) return true;
  if (NUMBERED.has(word.lower) && (!counted || STEPS.test(word.lower))) return true;
  // "By year five", "from year three".
  if (word.lower === 'year' && PREPOSITIONS.has(tokens[from - (dotted ? 3 : 2)]?.lower ?? '')) return true;
  if (!digits) return isGroupName(tokens, from);
  if (isProper(word)) return counted ? isStrongName(tokens, from, to) : !isShortened(tokens, from, to);
  return !counted && isModelNumber(tokens, from, to);
}

/** "the Gang of Eight", "the Magnificent Seven": a number that is written as a name. */
function isGroupName(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (!/^\p{Lu}\p{Ll}/u.test(first?.text ?? '') || first?.gap === 'line') return false;
  const name = tokens[from - 1]?.lower === 'of' ? tokens[from - 2] : tokens[from - 1];
  return name !== undefined && isProper(name) && /^\p{Lu}\p{Ll}/u.test(name.text);
}

/** "the Three Pines Island mill": a number in words with a capital that its place does not give it, before another. */
export function isInName(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, first, next] = [tokens[from - 1], tokens[from], tokens[to]];
  const isWithin = before?.kind === 'word' || before?.text === ',';
  if (!isWithin || first?.gap !== 'space' || !/^\p{Lu}\p{Ll}/u.test(first.text)) return false;
  return next?.gap === 'space' && /^\p{Lu}\p{Ll}/u.test(next.text) && !/^\p{Lu}/u.test(before?.text ?? '');
}

/** Capitals ("RTX 5090 cards"), or two names in a row before a number of a model's size ("Standard Poor 500 stocks"). */
function isStrongName(tokens: readonly Token[], from: number, to: number): boolean {
  const [word, earlier, first] = [tokens[from - 1], tokens[from - 2], tokens[from]];
  if (word === undefined || first === undefined || !/^\d{1,4}$/.test(first.text)) return false;
  const behind = tokens[to];
  if (/^\p{Lu}{2,}$/u.test(word.text) || (behind !== undefined && isProper(behind) && behind.gap !== 'line'))
    return true;
  if (earlier === undefined || word.gap === 'line') return false;
  // "seven Fortune 500 companies", "the number of Fortune 500 customers"
  const isCounted = earlier.lower === 'of' || earlier.kind === 'literal' || Object.hasOwn(UNITS, earlier.lower);
  if (isCounted && /^\d00+$/.test(first.text) && isProper(word)) return true;
  return isProper(earlier) || /^(?:the|a|an|its|their|his|her|new)$/.test(earlier.lower);
}

/** "a 486 was", "the 16-bit 8088 chip": several bare digits with nothing in the plural behind them. */
function isModelNumber(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, first, next] = [tokens[from - 1], tokens[from], tokens[to]];
  if (!/^\d{3,4}$/.test(first?.text ?? '') || next?.kind !== 'word' || next.gap === 'line') return false;
  if (/^(?:an?|the)$/.test(before?.lower ?? '')) return !/^(?:who|or|of|and|that|which)$/.test(next.lower);
  return !isFunctionWord(next.lower) && !VERBS.has(next.lower) && tokens[from - 2]?.text === '-';
}

/** "221 Baker Street", "1600 Pennsylvania Avenue". */
export function isAddress(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < to + 4; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.gap === 'line' || !/^\p{Lu}/u.test(token.text)) return false;
    if (i > to && STREETS.has(token.lower)) return true;
  }
  return false;
}

/** A clock time: "10:30", "2 pm", "2.17pm", "14:10 GMT", "7 o'clock". */
export function isClock(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, next, after] = [tokens[from], tokens[to], tokens[to + 1]];
  if (first?.kind !== 'literal' || next === undefined) return false;
  if (
    next.text === ':' &&
    next.gap === 'none' &&
    after?.kind === 'literal' &&
    after.gap === 'none' &&
    /^\d\d/.test(after.text)
  )
    return true;
  if (!/^\d{1,2}(?:\.\d\d)?$/.test(first.text)) return false;
  if (next.lower === 'o' && /^['’]$/.test(after?.text ?? '')) return true;
  const hour = Number(first.text);
  if (hour >= 25 || next.gap === 'line') return false;
  if (/^[ap]m$/.test(next.lower)) return !/^[a-z]/.test(next.text) || hour <= 12.6;
  return /^[ap]$/.test(next.lower) && after?.text === '.' && after.gap === 'none' && tokens[to + 2]?.lower === 'm';
}

/** "1)", "(3)", and "2." at the start of a line. */
export function isListNumber(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, first, next] = [tokens[from - 1], tokens[from], tokens[to]];
  if (first?.kind !== 'literal' || next === undefined || !/^\d{1,3}$/.test(first.text)) return false;
  const opens = first.gap === 'line';
  if (next.text === ')') return opens || before === undefined || before.kind !== 'sign' || /^[(:;,]$/.test(before.text);
  return opens && next.text === '.' && next.gap === 'none' && tokens[to + 1]?.gap === 'space';
}

/**
 * Is a number without a unit joined to another by a hyphen, a slash or a colon? Unless the two are a range, they are a
 * score, a telephone number, a date or a ratio: "3-2", "555-0100", "5/17/2018".
 */
export function isChained(tokens: readonly Token[], from: number, to: number): boolean {
  // "a 9-to-5 job", "a 5-to-4 vote"
  if (joinsNumber(tokens, to + 2) && tokens[to]?.text === '-' && tokens[to + 1]?.lower === 'to') return true;
  return joinsNumber(tokens, to) || (joinsNumber(tokens, from - 1) && tokens[from - 2]?.kind === 'literal');
}

/** Does a sign join a number, without a gap, to what stands before it? */
export const joinsNumber = (tokens: readonly Token[], sign: number): boolean =>
  /^[-–‑/:]$/.test(tokens[sign]?.text ?? '') &&
  tokens[sign]?.gap === 'none' &&
  tokens[sign + 1]?.gap === 'none' &&
  tokens[sign + 1]?.kind === 'literal';
