/** The references that XML knows without a declaration (XML 1.0, sections 4.1 and 4.6). */
import { decodeXML } from 'entities/decode';

/** An ampersand that begins none of them. */
const BARE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const NUMBER = /&#(?:\d{1,7}|x[\da-fA-F]{1,6});/y;
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
