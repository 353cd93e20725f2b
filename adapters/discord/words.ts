import { LIMITS } from './limits.ts';

/**
 * What is not seen but acts: controls, overrides of the writing direction, invisible fillers, tags. Line breaks, the marks
 * of writing direction and what joins letters or emoji (U+200C to U+200F) stay.
 */
const UNSEEN =
  /(?![\n\u200c-\u200f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f/gu;

/** Words from feeds and people without what would act; a word joiner keeps what reads as a mention from being one. */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(/<(?=[!@#:/]|a:|t:|id:|sound:|https?:)/gi, '<\u2060')
    .replace(/@(?=everyone|here)/gi, '@\u2060');
}

/** For a TextDisplay: no character of it formats, mentions, or makes a link. */
export function escaped(text: string): string {
  return harmless(text)
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/^([ ]*)([#>+-])/gm, '$1\\$2')
    .replace(/^([ ]*\d+)([.)])/gm, '$1\\$2');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Escaped, on one line: for headings, items of a list and the words of a link. */
export const escapedLine = (text: string): string => escaped(oneLine(text));

/** For the words of a link: brackets must pair, or the address would show. */
export function escapedLabel(text: string): string {
  const line = oneLine(text);
  let depth = 0;
  for (const character of line) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0 || depth > 1) break;
  }
  return escaped(depth === 0 ? line : line.replaceAll('[', '(').replaceAll(']', ')'));
}

/** For a code block, where nothing but its own fence acts. */
export function inFence(text: string): string {
  return harmless(text).replaceAll('``', '`\u2060`');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;

/** Columns that a text takes in a fixed font. */
export function widthOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** A word in pieces of at most `width` columns, parted between graphemes. */
function parted(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(word)) {
    const wide = widthOf(segment);
    if (taken + wide > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += segment;
    taken += wide;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Lines of at most `width` columns, broken between words; a word that is longer goes on in the next line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of oneLine(text).split(' ')) {
    for (const piece of widthOf(word) > width ? parted(word, width) : [word]) {
      const wide = widthOf(piece);
      if (line !== '' && taken + 1 + wide > width) {
        lines.push(line);
        line = '';
        taken = 0;
      }
      line = line === '' ? piece : `${line} ${piece}`;
      taken = line === piece ? wide : taken + 1 + wide;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** At most `length` code units, ending with a whole word and an ellipsis; a word longer than that ends between graphemes. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length);
  const space = room.lastIndexOf(' ');
  if (space > length / 2) return `${room.slice(0, space)}…`;
  let whole = '';
  for (const { segment } of graphemes.segment(room)) {
    if (whole.length + segment.length >= length) break;
    whole += segment;
  }
  return `${whole}…`;
}

/** Pieces of at most `length` code units, parted between words where there are any. */
export function portions(text: string, length: number): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (text.length - at > length) {
    const room = text.slice(at, at + length);
    const space = Math.max(room.lastIndexOf(' '), room.lastIndexOf('\n'));
    let end = space > length / 2 ? space + 1 : 0;
    if (end === 0) for (const { segment } of graphemes.segment(room.slice(0, -8))) end += segment.length;
    pieces.push(text.slice(at, at + end));
    at += end;
  }
  return at < text.length ? [...pieces, text.slice(at)] : pieces;
}

/** An address of the web as it stands in a masked link, or null for any other. */
export function addressOf(href: string): string | null {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  return new URL(href).href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('<', '%3C').replaceAll('>', '%3E');
}

/** The same without its fragment, which only opens the page at its sentence. */
export const pageOf = (address: string): string => address.replace(/#[\s\S]*$/, '');

/** An address short enough for a button, and for words that are not to be crowded out by it; null where it is not. */
export function shortAddress(href: string): string | null {
  const address = addressOf(href);
  if (address === null) return null;
  const short = address.length <= LIMITS.buttonUrl ? address : pageOf(address);
  return short.length <= LIMITS.buttonUrl ? short : null;
}
