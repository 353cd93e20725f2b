import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** A stretch of text between quotation marks, the marks outside. Offsets are UTF-16 code units. */
export type Marked = {
  readonly start: number;
  readonly end: number;
  /** From the opening mark to after the closing one; where a paragraph has none, from its start or to its end. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly style: Style;
  /** Goes on a speech that an earlier paragraph left open. */
  readonly continues: boolean;
};

type Style = 'double' | 'single' | 'angle';
type Shape = 'open' | 'close' | 'either';
type Mark = { readonly at: number; readonly style: Style; readonly char: string; readonly shape: Shape };

const STYLES: Readonly<Record<string, Style>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  '«': 'angle',
  '»': 'angle',
  '‹': 'angle',
  '›': 'angle',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
};
const MARK = /["“”„‟＂«»‹›'‘’‚‛]/g;
const LETTER = /[\p{L}\p{N}]/u;
const WORDED = /\p{L}/u;
const OPENERS = new Set('“„‟‘‚‛');
const CLOSERS = new Set('”’');
const BEFORE_OPENING = /[\s([{<—–―\-/:…“‘"'«‹]/;
const AFTER_CLOSING = /[\s)\]}>—–―\-/.,;:!?…”’"'»›]/;

/** Words that begin with an apostrophe: rock 'n' roll, tell 'em, the '90s. */
const ELISION = /^(?:em|til|tis|twas|cause|bout|round|neath|n|cos|ere|\d0s|\d\d)(?![\p{L}\p{N}])/iu;

/** Which way a mark faces, by what stands beside it; its own form decides where that does not tell. */
function shapeOf(text: string, at: number, char: string): Shape {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (STYLES[char] === 'angle') {
    // French sets a space inside «so », German and Danish turn them »so«.
    const spacedBefore = before === '' || BEFORE_OPENING.test(before);
    const spacedAfter = after === '' || AFTER_CLOSING.test(after);
    if (spacedBefore === spacedAfter) return char === '«' || char === '‹' ? 'open' : 'close';
    return spacedBefore ? 'open' : 'close';
  }
  const opens = (before === '' || BEFORE_OPENING.test(before)) && after !== '' && !/\s/.test(after);
  const closes = before !== '' && !/\s/.test(before) && (after === '' || AFTER_CLOSING.test(after));
  if (opens !== closes) return opens ? 'open' : 'close';
  if (OPENERS.has(char)) return 'open';
  if (CLOSERS.has(char)) return 'close';
  return 'either';
}

/** Apostrophes, feet and minutes, and the values of attributes in left-over markup: they quote nothing. */
function isNoQuote(text: string, at: number, char: string, shape: Shape): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (before === '=') return true;
  if (STYLES[char] !== 'single') return false;
  // '' is an inch or a second, or the italics of a wiki.
  if (char === "'" && (before === "'" || after === "'")) return true;
  if (LETTER.test(before) && LETTER.test(after)) return true;
  if (char !== '‚' && shape !== 'close' && ELISION.test(text.slice(at + 1, at + 8))) return true;
  return char === "'" && /\d/.test(before);
}

function marksIn(text: string, { start, end }: Paragraph): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = start;
  for (let match = MARK.exec(text); match !== null && match.index < end; match = MARK.exec(text)) {
    const at = match.index;
    const char = match[0];
    const shape = shapeOf(text, at, char);
    if (!isNoQuote(text, at, char, shape)) marks.push({ at, style: STYLES[char] ?? 'double', char, shape });
  }
  return marks;
}

/** An inch is a straight mark after a digit that nothing opened, or that the next mark would close a second time. */
function isInch(text: string, mark: Mark, isOpen: boolean, next: Mark | undefined): boolean {
  if (mark.char !== '"' || !/\d/.test(text.charAt(mark.at - 1))) return false;
  if (!isOpen) return true;
  return next?.char === '"' && next.shape === 'close' && text.charAt(mark.at + 1) === ' ';
}

/** Where a single mark that opened is closed: rather after a comma or full stop than after the s of a plural's possessive. */
function closeOfSingle(text: string, marks: readonly Mark[], open: number): number {
  let possessive = -1;
  let doubles = 0;
  for (let i = open + 1; i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined) break;
    if (mark.style !== 'single') {
      doubles++;
      continue;
    }
    if (mark.shape === 'open') break;
    // What would tear a pair of double marks apart is an apostrophe.
    if (doubles % 2 === 1) continue;
    if (/s/i.test(text.charAt(mark.at - 1)) && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3))) {
      if (possessive < 0) possessive = i;
    } else return i;
  }
  return possessive;
}

/** How an opening mark inside an open quotation is meant: a quotation in it, or the first was never closed. */
function isNested(marks: readonly Mark[], at: number, open: Mark): boolean {
  let closes = 0;
  for (let i = at + 1; i < marks.length && i < at + 8; i++) {
    const mark = marks[i];
    if (mark === undefined || mark.style !== open.style) continue;
    if (mark.shape === 'open') return closes > 1;
    if (++closes > 1) return true;
  }
  return false;
}

/** Whether a paragraph takes up a speech that is open: it begins with the mark again, or its first mark closes one. */
function takesUp(text: string, marks: readonly Mark[], { start }: Paragraph, open: Mark): boolean {
  const first = marks.find((mark) => mark.style === open.style);
  if (first === undefined) return false;
  if (first.at === start) return first.shape !== 'close';
  return first.shape === 'close' && !isInch(text, first, false, undefined);
}

/**
 * What stands between quotation marks, outermost marks only, in order and without overlaps. A speech that goes on in the next
 * paragraph, by a repeated opening mark or until a mark closes it there, is one stretch a paragraph. Linear in the length of the text.
 */
export function markedIn(text: string, paragraphs: readonly Paragraph[] = paragraphsOf(text)): Marked[] {
  const found: Marked[] = [];
  const add = (
    outerStart: number,
    from: number,
    to: number,
    outerEnd: number,
    style: Style,
    continues: boolean,
  ): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    // What holds no letter is nobody's words.
    if (WORDED.test(text.slice(start, end))) found.push({ start, end, outerStart, outerEnd, style, continues });
  };
  let carried: Mark | null = null;
  let upcoming = paragraphs[0] === undefined ? [] : marksIn(text, paragraphs[0]);
  for (const [index, paragraph] of paragraphs.entries()) {
    const marks = upcoming;
    const following = paragraphs[index + 1];
    upcoming = following === undefined ? [] : marksIn(text, following);
    const { start, end } = paragraph;
    let open: Mark | null = carried;
    let continues = carried !== null;
    let outerStart = start;
    let from = start;
    let depth = 0;
    let i = 0;
    carried = null;
    if (open !== null && marks[0]?.at === start && marks[0].style === open.style) {
      from = start + 1;
      i = 1;
    }
    for (; i < marks.length; i++) {
      const mark = marks[i];
      if (mark === undefined || isInch(text, mark, open !== null, marks[i + 1])) continue;
      if (open === null) {
        if (mark.shape === 'close') continue;
        if (mark.style === 'single') {
          const close = closeOfSingle(text, marks, i);
          const closing = marks[close];
          if (closing === undefined) continue;
          add(mark.at, mark.at + 1, closing.at, closing.at + 1, 'single', false);
          i = close;
          continue;
        }
      } else {
        if (mark.style !== open.style) continue;
        if (mark.shape === 'open' && isNested(marks, i, open)) {
          depth++;
          continue;
        }
        if (mark.shape !== 'open') {
          if (depth > 0) depth--;
          else {
            add(outerStart, from, mark.at, mark.at + 1, open.style, continues);
            open = null;
          }
          continue;
        }
      }
      open = mark;
      outerStart = mark.at;
      from = mark.at + 1;
      depth = 0;
      continues = false;
    }
    if (open === null) continue;
    add(outerStart, from, end, end, open.style, continues);
    if (following !== undefined && takesUp(text, upcoming, following, open)) carried = open;
  }
  return found;
}
