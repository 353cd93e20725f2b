/** A word, number or mark. Offsets are UTF-16 code units of the text that it was found in. */
export type Token = { readonly start: number; readonly end: number; readonly text: string };

/** Prefixes that the treebanks leave with their word: "co-founder", "non-binding", "e-mail". */
const PREFIX =
  'anti|co|counter|cross|de|e|ex|extra|inter|macro|mega|mid|micro|mini|multi|nano|non|over|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|ultra|un|under|vice';

/** Abbreviations whose point is part of the word wherever they stand. */
const ABBREVIATION =
  'mr|mrs|ms|dr|prof|gen|sen|rep|gov|lt|col|sgt|capt|st|jr|sr|inc|corp|ltd|co|bros|vs|etc|no|approx|est|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mt|ft|ave|fig|vol';

/** Codes of money that stand before a number, with a space or without one: "NOK 900m", "RM2.9 billion". */
export const MONEY_CODES =
  'Rs|RM|RMB|AED|AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|HUF|IDR|ILS|INR|JPY|KRW|MXN|MYR|NOK|NZD|PHP|PLN|SAR|SEK|SGD|THB|TRY|TWD|USD|VND|ZAR';

/** Addresses and e-mail are one piece. */
const ADDRESSES = [
  String.raw`(?:https?:\/\/|www\.)[^\s"“”<>]+[^\s"“”<>.,;:!?)\]'’]`,
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
];
/** What no text without it has an address in. */
const ADDRESSED = /@|\/\/|www\./i;
const PIECES = [
  // Numbers with their points, commas and colons; ordinals and decades; codes that begin with digits.
  String.raw`\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)(?![\p{L}\p{N}])`,
  String.raw`\d+(?:[.,:/]\d+)*(?:[A-Z](?![\p{L}\p{N}]))?`,
  // Money of one of several countries: NT$, US$.
  String.raw`\p{L}{1,3}\$(?=\d)`,
  String.raw`(?:${MONEY_CODES})(?=\d)`,
  // Letters with points between them: U.S., a.m.
  String.raw`(?:\p{L}\.){2,}`,
  String.raw`(?:${ABBREVIATION})\.(?=\s+[\p{L}\p{N}(]|['’]s(?!\p{L}))`,
  String.raw`(?:${PREFIX})-\p{L}[\p{L}\p{M}]*`,
  String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:&\p{Lu}[\p{L}\p{M}\p{N}]*|\.(?:com|ai|io|org|net|js))*`,
  String.raw`\.{2,}|-{2,}|[\p{P}\p{S}\p{M}\p{N}]`,
];
/** One after the other, the first that fits; each is linear in what it takes. */
const PIECE = new RegExp(PIECES.join('|'), 'giuy');
const ANY_PIECE = new RegExp([...ADDRESSES, ...PIECES].join('|'), 'giuy');

/** Contractions part before their ending, as the treebanks part them; "cannot" into two. */
const CONTRACTED = /^(.+)n['’]t$/i;
const ENDINGS = /^(?:s|re|ve|ll|d|m)$/i;

/**
 * The words, numbers and marks of a text, as Universal Dependencies for English part them: hyphened words into their parts and
 * hyphens, possessives and contractions from their word, signs of money and percent from their number.
 */
export function tokensIn(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number): void => {
    if (end > start) tokens.push({ start: offset + start, end: offset + end, text: text.slice(start, end) });
  };
  const pieces = ADDRESSED.test(text) ? ANY_PIECE : PIECE;
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === 32 || (char < 32 && char > 8) || char === 160) {
      at++;
      continue;
    }
    pieces.lastIndex = at;
    const match = pieces.exec(text);
    if (match === null) {
      at++;
      continue;
    }
    const end = at + match[0].length;
    const mark = text[end] ?? '';
    if (/^\p{L}/u.test(match[0]) && (mark === "'" || mark === '’')) {
      const ending = /^[A-Za-z]+/.exec(text.slice(end + 1, end + 12))?.[0] ?? '';
      if (ending.toLowerCase() === 't' && /n$/i.test(match[0]) && CONTRACTED.test(`${match[0]}'t`)) {
        push(at, end - 1);
        push(end - 1, end + 2);
        at = end + 2;
        continue;
      }
      if (ENDINGS.test(ending)) {
        push(at, end);
        push(end, end + 1 + ending.length);
        at = end + 1 + ending.length;
        continue;
      }
      // "D'Angelo", "O’Brien": a name goes on behind its apostrophe.
      const rest = /^\p{L}+/u.exec(text.slice(end + 1, end + 30))?.[0] ?? '';
      if (rest !== '' && match[0].length <= 2) {
        push(at, end + 1 + rest.length);
        at = end + 1 + rest.length;
        continue;
      }
    }
    if (/^cannot$/i.test(match[0])) {
      push(at, at + 3);
      push(at + 3, end);
    } else push(at, end);
    at = end;
  }
  return tokens;
}
