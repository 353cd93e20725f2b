import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

const PLAIN = /^[\x20-\x7e]*$/;

/** Columns that a text takes in a fixed font, its styling (ECMA-48, OSC 8) aside. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/** Lines of at most `width` columns, broken at spaces; styling goes on in the next line, a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  return text === '' ? [] : wrapAnsi(text.trim().replace(/ +/g, ' '), width).split('\n');
}

/** The same, with a longer word going on in the next line. */
export function wrappedHard(text: string, width: number): string[] {
  return text === '' ? [] : wrapAnsi(text.trim().replace(/ +/g, ' '), width, { hard: true }).split('\n');
}
