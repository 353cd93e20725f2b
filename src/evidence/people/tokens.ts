import type { Marked } from '../quotes/marks.ts';

/** A word, a mark of punctuation, or a whole quotation that stands in a sentence. Offsets are UTF-16 code units. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** `possessive` is the 's after a noun; `break` ends a paragraph. */
  readonly kind: 'word' | 'number' | 'possessive' | 'mark' | 'quoted' | 'break';
  /** A word that begins with a capital letter. */
  readonly capital: boolean;
  /** The first word of a sentence, whose capital says nothing. */
  readonly initial: boolean;
  /** For `quoted`: its index among what is marked; else -1. */
  readonly quoted: number;
};

const ENDS = new Set(['.', '!', '?']);
const ABBREVIATIONS = new Set(
  `mr mrs ms mx dr prof sen rep gov gen lt col sgt capt maj cmdr adm rev hon st jr sr inc corp co ltd vs no jan feb mar apr jun
  jul aug sept sep oct nov dec pres det insp supt cpl amb dept univ assn bros ark ariz calif colo conn del fla ga ill ind kan ky
  la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`.split(/\s+/),
);

const isAbbreviation = (word: string): boolean =>
  word.length === 1 ||
  /^(?:\p{L}\.)+\p{L}$/u.test(word) ||
  ABBREVIATIONS.has((word.split('-').at(-1) ?? '').toLowerCase());

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const OTHER = 0;

/** What a UTF-16 code unit is. Halves of surrogate pairs count as letters: scripts beyond the basic plane have words too. */
function classOf(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
    if (code >= 48 && code <= 57) return DIGIT;
    return code === 32 || (code >= 9 && code <= 13) ? SPACE : OTHER;
  }
  const char = String.fromCharCode(code);
  if (/[\p{L}\p{M}\p{Cs}]/u.test(char)) return LETTER;
  if (/\p{N}/u.test(char)) return DIGIT;
  return /\s/.test(char) ? SPACE : OTHER;
}

/** Inside a word, between letters: well-being, AT&T, O'Brien, U.S., power/cooling. */
const JOINERS = new Set([..."-&.'’@/‐‑"].map((char) => char.charCodeAt(0)));
/** Inside a number, between digits: 1,000.5, 16:30, 9/11. */
const POINTS = new Set([...'.,:/'].map((char) => char.charCodeAt(0)));

/** Where the word or number ends that begins at `from`. */
function endOfPiece(text: string, from: number, to: number, first: number): number {
  let i = from + 1;
  for (; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === LETTER || kind === DIGIT) continue;
    const next = i + 1 < to ? classOf(text.charCodeAt(i + 1)) : SPACE;
    if (first === DIGIT && POINTS.has(code) && next === DIGIT) continue;
    if (JOINERS.has(code) && (next === LETTER || next === DIGIT) && !(first === DIGIT && code === 46)) continue;
    return first === DIGIT && code === 37 ? i + 1 : i;
  }
  return i;
}

const isApostrophe = (code: number): boolean => code === 39 || code === 8217;

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(String.fromCharCode(code));
}

/** Appends the tokens of `text` from `from` to `to`. */
function tokenise(text: string, from: number, to: number, starts: boolean, out: Token[]): void {
  let initial = starts;
  const push = (start: number, end: number, kind: Token['kind']): void => {
    const piece = text.slice(start, end);
    const isWord = kind === 'word';
    const capital = isWord && isCapital(text, start);
    out.push({
      start,
      end,
      text: piece,
      lower: piece.toLowerCase(),
      kind,
      capital,
      initial: initial && isWord,
      quoted: -1,
    });
    if (isWord || kind === 'number') initial = false;
    else if (ENDS.has(piece)) initial = true;
    else if (piece === ',' || piece === ';' || piece === ')') initial = false;
  };
  for (let i = from; i < to; ) {
    const first = classOf(text.charCodeAt(i));
    if (first === SPACE) {
      i++;
      continue;
    }
    if (first === OTHER) {
      let end = i + 1;
      const code = text.charCodeAt(i);
      while (end < to && (code === 46 || code === 45) && text.charCodeAt(end) === code) end++;
      push(i, end, 'mark');
      i = end;
      continue;
    }
    let end = endOfPiece(text, i, to, first);
    if (first === DIGIT) {
      push(i, end, 'number');
      i = end;
      continue;
    }
    const last = text.charCodeAt(end - 1) | 32;
    if (last === 115 && end - i > 2 && isApostrophe(text.charCodeAt(end - 2))) {
      push(i, end - 2, 'word');
      push(end - 2, end, 'possessive');
    } else if (end < to && text.charCodeAt(end) === 46 && isAbbreviation(text.slice(i, end))) {
      push(i, ++end, 'word');
      // "Halden Corp.'s chief executive"
      const tail = text.slice(end, end + 3);
      if (/^['’]s(?![\p{L}\p{N}])/u.test(tail)) {
        push(end, end + 2, 'possessive');
        end += 2;
      }
    } else {
      push(i, end, 'word');
      if (
        last === 115 &&
        end < to &&
        isApostrophe(text.charCodeAt(end)) &&
        classOf(text.charCodeAt(end + 1)) === SPACE
      ) {
        push(end, ++end, 'possessive');
      }
    }
    i = end;
  }
}

export type Prose = {
  readonly text: string;
  /** The narrator's words, each quotation one token, each paragraph ended by a `break`. */
  readonly narration: readonly Token[];
  /** The words inside quotations, in order. */
  readonly spoken: readonly Token[];
};

/** A quotation ends the sentence when it closes with a full stop and no reporting verb in lower case goes on. */
function endsSentence(text: string, marked: Marked): boolean {
  const last = text.charAt(marked.end - 1);
  return ENDS.has(last) && !/^\s*[\p{Ll},;]/u.test(text.slice(marked.outerEnd, marked.outerEnd + 4));
}

export function proseOf(
  text: string,
  marked: readonly Marked[],
  paragraphs: readonly { readonly start: number; readonly end: number }[],
): Prose {
  const narration: Token[] = [];
  const spoken: Token[] = [];
  let m = 0;
  for (const { start, end } of paragraphs) {
    let at = start;
    let starts = true;
    for (let mark = marked[m]; mark !== undefined && mark.outerStart < end; mark = marked[++m]) {
      tokenise(text, at, mark.outerStart, starts, narration);
      const { outerStart, outerEnd } = mark;
      narration.push({
        start: outerStart,
        end: outerEnd,
        text: '',
        lower: '',
        kind: 'quoted',
        capital: false,
        initial: false,
        quoted: m,
      });
      tokenise(text, mark.start, mark.end, true, spoken);
      at = outerEnd;
      starts = endsSentence(text, mark);
    }
    tokenise(text, at, end, starts, narration);
    narration.push({ start: end, end, text: '', lower: '', kind: 'break', capital: false, initial: false, quoted: -1 });
  }
  return { text, narration, spoken };
}
