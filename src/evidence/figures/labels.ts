import { isFunctionWord, VERBS } from '../../language/lexicon.ts';
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
const STREETS: ReadonlySet<string> = new Set(
  'street st avenue ave road rd boulevard blvd lane ln drive dr court ct plaza square way place terrace highway hwy parkway pkwy'.split(
    ' ',
  ),
);
const CALENDAR: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday
  tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);
/** Words that a sentence opens with and that take a number after them as any word would. */
const OPENERS: ReadonlySet<string> = new Set(
  `about around nearly almost roughly approximately some only just over under more less fewer least most up exactly another all both every
  total additional meanwhile now then today yesterday yes sometimes currently still also even overall altogether`.split(
    /\s+/,
  ),
);

const capital = (text: string) => /^\p{Lu}/u.test(text);
const isName = (token: Token) =>
  token.kind === 'word' &&
  capital(token.text) &&
  !isFunctionWord(token.lower) &&
  !VERBS.has(token.lower) &&
  !OPENERS.has(token.lower) &&
  !CALENDAR.has(token.lower) &&
  !token.lower.endsWith('ly');

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

/** Is the number tied to letters or signs that make it part of a name, a version, a telephone number or a path? */
export function isTied(tokens: readonly Token[], from: number): boolean {
  const [first, before, earlier] = [tokens[from], tokens[from - 1], tokens[from - 2]];
  if (first === undefined || before === undefined || first.gap !== 'none') return before?.text === '#' || false;
  if (before.kind === 'word') return true;
  if (before.kind === 'address') return true;
  if (/^[#@_\\^]$/.test(before.text)) return true;
  if (before.gap !== 'none' || earlier === undefined) return false;
  if (/^[-‑–−/.:]$/.test(before.text) && earlier.kind === 'word') {
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
 * Does a plain number (no unit, no separators) name the thing before it? `counted` says that a plural noun follows,
 * which only a strong name outdoes ("Boeing 737 jets").
 */
export function isLabel(tokens: readonly Token[], from: number, counted: boolean, digits: boolean): boolean {
  const before = tokens[from - 1];
  const first = tokens[from];
  if (before === undefined || first === undefined || first.gap === 'line') return false;
  const dotted = before.text === '.' && before.gap === 'none' ? tokens[from - 2] : undefined;
  const word = dotted ?? before;
  if (word.kind !== 'word') return before.text === '#' || before.text === '№';
  if (dotted !== undefined)
    return /^(?:no|nos|nr|nrs|vol|fig|figs|sec|ch|art|apt|pp|p|eq|gen|ver|v|ref|ex)$/.test(word.lower);
  if (/^(?:nos?|nrs?|number|version)$/.test(word.lower) && !counted) return true;
  if (/^(?:v|ver|vs|pp)$/.test(word.lower) && digits) return true;
  if (!counted && NUMBERED.has(word.lower)) {
    // "the unit 3", "Level 3", "grade 8": but "area 5 percent" has a unit, and never comes here.
    return true;
  }
  if (!digits) return false;
  if (!isName(word)) return false;
  // A capital at the start of a sentence need not be a name, but a word of content there is one or is numbered all the same.
  if (!counted) return true;
  return /^\p{Lu}{2,}$/u.test(word.text) || /^\d{1,4}[05]?$/.test(first.text) === false
    ? /^\p{Lu}/u.test(word.text) && /^\p{Lu}{2,}$/u.test(word.text)
    : isStrongName(tokens, from);
}

/** Two capitals in a row, or a capital inside a sentence, before a number of a model's size. */
function isStrongName(tokens: readonly Token[], from: number): boolean {
  const [word, earlier] = [tokens[from - 1], tokens[from - 2]];
  if (word === undefined || earlier === undefined) return false;
  if (word.gap === 'line' || /^[.!?:;"“”,]$/.test(earlier.text)) return false;
  const article = /^(?:the|a|an|its|their|his|her|new|two|three|four)$/.test(earlier.lower);
  return article || isName(earlier);
}

/** "221 Baker Street", "1600 Pennsylvania Avenue". */
export function isAddress(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < to + 4; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.gap === 'line' || !capital(token.text)) return false;
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
