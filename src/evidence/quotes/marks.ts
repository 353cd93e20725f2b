/** A stretch of text between quotation marks, the marks outside. Offsets are UTF-16 code units. */
export type Marked = {
  readonly start: number;
  readonly end: number;
  /** From the opening mark to after the closing one (or the end of the paragraph, where none closes it). */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly style: 'double' | 'single' | 'angle';
  /** The mark closes in a later paragraph, or this opened in an earlier one: all are one speech. */
  readonly continues: boolean;
};

type Style = Marked['style'];
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
const OPENERS = new Set('“„‟‘‚‛');
const CLOSERS = new Set('”’');
/** What may stand before an opening mark, beside white space. */
const BEFORE_OPEN = /[\s([{<—–\-/:…“‘"'=>]/;
const AFTER_CLOSE = /[\s)\]}>—–\-/.,;:!?…”’"']/;

/** Words that begin with an apostrophe, as in rock 'n' roll, 'em, '90s. */
const ELISION = /^(?:em|til|tis|twas|cause|bout|round|neath|n|cos|ere|\d0s|\d\d)(?![\p{L}\p{N}])/iu;

function shapeOf(text: string, at: number, char: string): Shape {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const opens = (before === '' || BEFORE_OPEN.test(before)) && after !== '' && !/\s/.test(after);
  const closes = before !== '' && !/\s/.test(before) && (after === '' || AFTER_CLOSE.test(after));
  if (opens !== closes) return opens ? 'open' : 'close';
  if (OPENERS.has(char)) return 'open';
  if (CLOSERS.has(char)) return 'close';
  return 'either';
}

/** Apostrophes and the marks of feet and inches, which quote nothing. */
function isNoQuote(text: string, at: number, char: string, shape: Shape): boolean {
  if (STYLES[char] !== 'single') return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  // '' is a second of arc, an inch, or italics of a wiki.
  if (char === "'" && (before === "'" || after === "'")) return true;
  if (LETTER.test(before) && LETTER.test(after)) return true;
  if (char !== '‚' && shape !== 'close' && ELISION.test(text.slice(at + 1, at + 8))) return true;
  return /\d/.test(before) && char === "'";
}

function marksIn(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match !== null && match.index < to; match = MARK.exec(text)) {
    const at = match.index;
    const char = match[0];
    const style = STYLES[char] ?? 'double';
    const shape = style === 'angle' ? angleShape(text, at, char) : shapeOf(text, at, char);
    if (!isNoQuote(text, at, char, shape)) marks.push({ at, style, char, shape });
  }
  return marks;
}

/** French and Swiss «so», German and Danish »so«; French sets a space inside. */
function angleShape(text: string, at: number, char: string): Shape {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const spacedBefore = before === '' || BEFORE_OPEN.test(before);
  const spacedAfter = after === '' || AFTER_CLOSE.test(after);
  if (spacedBefore === spacedAfter) return char === '«' || char === '‹' ? 'open' : 'close';
  return spacedBefore ? 'open' : 'close';
}

const PARAGRAPH_END = /\n\s*\n\s*/g;
const LINE_END = /\n\s*/g;

/** Paragraphs are split by blank lines; in a text that has none, by line ends. */
export function paragraphsOf(text: string): { readonly start: number; readonly end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  let start = 0;
  const breaks = text.includes('\n\n') || /\n[ \t\r]+\n/.test(text) ? PARAGRAPH_END : LINE_END;
  for (const match of text.matchAll(breaks)) {
    if (match.index > start) paragraphs.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) paragraphs.push({ start, end: text.length });
  return paragraphs;
}

/** An inch is a straight mark after a digit that nothing opened, or that the next mark would close a second time. */
function isInch(text: string, mark: Mark, isOpen: boolean, next: Mark | undefined): boolean {
  if (mark.char !== '"' || !/\d/.test(text.charAt(mark.at - 1))) return false;
  if (!isOpen) return true;
  return next !== undefined && next.char === '"' && next.shape === 'close' && text.charAt(mark.at + 1) === ' ';
}

const isSame = (a: Mark, b: Mark): boolean => a.style === b.style && (a.char === '"') === (b.char === '"');

/** Where a single mark that opened is closed: rather after a comma or full stop than after the s of a plural's possessive. */
function closeOfSingle(text: string, marks: readonly Mark[], open: number): number {
  let possessive = -1;
  for (let i = open + 1; i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined || mark.style !== 'single') continue;
    if (mark.shape === 'open') break;
    if (/s/i.test(text.charAt(mark.at - 1)) && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3))) {
      if (possessive < 0) possessive = i;
    } else return i;
  }
  return possessive;
}

/**
 * What stands between quotation marks, outermost marks only, in order and without overlaps. A speech that goes on in the next
 * paragraph, by a repeated opening mark or until a mark closes it there, is one span a paragraph.
 */
export function markedIn(text: string): Marked[] {
  const found: Marked[] = [];
  const paragraphs = paragraphsOf(text);
  /** The mark that is open since an earlier paragraph. */
  let carried: Mark | null = null;
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
    if (end > start) found.push({ start, end, outerStart, outerEnd, style, continues });
  };
  for (const [index, { start, end }] of paragraphs.entries()) {
    const marks = marksIn(text, start, end);
    let i = 0;
    let open: Mark | null = null;
    let from = start;
    let depth = 0;
    let continued = false;
    const first = marks[0];
    if (carried !== null) {
      const repeats = first !== undefined && first.at === start && isSame(first, carried) && first.shape !== 'close';
      open = carried;
      continued = true;
      from = repeats ? start + 1 : start;
      if (repeats) i = 1;
      carried = null;
    }
    for (; i < marks.length; i++) {
      const mark = marks[i];
      if (mark === undefined) break;
      const next = marks[i + 1];
      if (isInch(text, mark, open !== null, next)) continue;
      if (open === null) {
        if (mark.shape === 'close') continue;
        if (mark.style === 'single') {
          const close = closeOfSingle(text, marks, i);
          const closing = marks[close];
          if (closing === undefined) continue;
          // A double mark that opens inside and stays open past the single one shows that the single is no quote.
          add(mark.at, mark.at + 1, closing.at, closing.at + 1, 'single', false);
          i = close;
          continue;
        }
        open = mark;
        from = mark.at + 1;
        depth = 0;
        continued = false;
        continue;
      }
      if (!isSame(mark, open)) continue;
      if (mark.shape === 'open' && mark.char !== '"') {
        const second = marks.slice(i + 1, i + 6).filter((other) => isSame(other, mark));
        if (second[0]?.shape === 'close' && second[1]?.shape === 'close') {
          depth++;
          continue;
        }
        // The one before was never closed: start anew.
        open = mark;
        from = mark.at + 1;
        depth = 0;
        continued = false;
        continue;
      }
      if (mark.shape === 'open') {
        open = mark;
        from = mark.at + 1;
        continued = false;
        continue;
      }
      if (depth > 0) {
        depth--;
        continue;
      }
      add(continued ? from : open.at, from, mark.at, mark.at + 1, open.style, continued);
      open = null;
    }
    if (open === null) continue;
    const nextParagraph = paragraphs[index + 1];
    const goesOn = nextParagraph !== undefined && opensOrCloses(text, nextParagraph.start, nextParagraph.end, open);
    if (goesOn) {
      add(continued ? from : open.at, from, end, end, open.style, true);
      carried = open;
    } else if (open.at === start || continued || open.shape === 'open') {
      add(continued ? from : open.at, from, end, end, open.style, continued);
    }
  }
  return found;
}

/** Whether a paragraph takes up a speech that is open: it begins with the mark again, or its first mark closes one. */
function opensOrCloses(text: string, start: number, end: number, open: Mark): boolean {
  const first = marksIn(text, start, end).find((mark) => isSame(mark, open));
  if (first === undefined) return false;
  if (first.at === start) return first.shape !== 'close';
  return first.shape === 'close' && !isInch(text, first, false, undefined);
}
