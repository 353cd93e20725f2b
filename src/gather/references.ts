/** The references that XML knows without a declaration (XML 1.0, sections 4.1 and 4.6). */
import { decodeXML } from 'entities/decode';

/** An ampersand that begins none of them. */
const BARE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const NUMBER = /&#(?:\d{1,7}|x[\da-fA-F]{1,6});/y;
/** References to the two halves of one character, also where they are escaped: the first stands below U+D900 for all that is written. */
const HALVES = /&(?:amp;)?#(?:(55[2-5]\d\d)|x(d8[\da-f]{2}));&(?:amp;)?#(?:(5[67]\d{3})|x(d[c-f][\da-f]{2}));/gi;
const FIRST = ['#55', '#xd8', '#xD8'];

/**
 * A document with each character as itself whose halves in UTF-16 are referred to one by one (`&#55357;&#56833;`), as generators write it that count in
 * them. XML and HTML know neither half by itself.
 */
export function joined(text: string): string {
  if (!FIRST.some((start) => text.includes(start))) return text;
  return text.replace(HALVES, (whole, high?: string, highHex?: string, low?: string, lowHex?: string) => {
    const [first, second] = [Number(high ?? `0x${highHex}`), Number(low ?? `0x${lowHex}`)];
    const isPair = first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
    return isPair ? String.fromCharCode(first, second) : whole;
  });
}

/** Those first that escaped markup is full of. */
const NAMED = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
] as const;

export const hasBare = (text: string): boolean => text.includes('&') && BARE.test(text);

/**
 * A text with what its references stand for; null where an ampersand begins none. It goes from one to the next, as a pattern for each
 * of them would go over the whole text, and make it anew, six times.
 */
export function dereferenced(text: string): string | null {
  let meant = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    let character = '';
    let end = at;
    for (const [written, named] of NAMED) {
      if (!text.startsWith(written, at)) continue;
      character = named;
      end += written.length;
      break;
    }
    if (end === at) {
      NUMBER.lastIndex = at;
      const [number] = NUMBER.exec(text) ?? [];
      if (number === undefined) return null;
      character = decodeXML(number);
      end += number.length;
    }
    meant += text.slice(from, at) + character;
    from = end;
  }
  return meant + text.slice(from);
}
