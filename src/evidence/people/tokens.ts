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

const PIECE =
  /\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}%-][\p{L}\p{N}%-]*)?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‐‑&.'’@/][\p{L}\p{M}\p{N}]+)*|\.\.+|--+|\S/gu;
const CAPITAL = /^\p{Lu}/u;
const ENDS = new Set(['.', '!', '?']);
const ABBREVIATIONS = new Set(
  `mr mrs ms mx dr prof sen rep gov gen lt col sgt capt maj cmdr adm rev hon st jr sr inc corp co ltd vs no jan feb mar apr jun
  jul aug sept sep oct nov dec pres det insp supt cpl amb atty dept univ assn bros ark ariz calif colo conn del fla ga ill ind kan ky
  la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo d-n.c u.k u.s`.split(/\s+/),
);

const isAbbreviation = (word: string): boolean =>
  /^\p{L}$/u.test(word) ||
  /^(?:\p{L}\.)+\p{L}$/u.test(word) ||
  ABBREVIATIONS.has((word.split('-').at(-1) ?? '').toLowerCase());

/** Appends the tokens of `text` from `from` to `to`. */
function tokenise(text: string, from: number, to: number, starts: boolean, out: Token[]): void {
  PIECE.lastIndex = from;
  let initial = starts;
  const push = (start: number, end: number, kind: Token['kind']): void => {
    const piece = text.slice(start, end);
    const capital = kind === 'word' && CAPITAL.test(piece);
    out.push({
      start,
      end,
      text: piece,
      lower: piece.toLowerCase(),
      kind,
      capital,
      initial: initial && kind === 'word',
      quoted: -1,
    });
    if (kind === 'word' || kind === 'number') initial = false;
    else if (ENDS.has(piece)) initial = true;
    else if (/^[,;)]$/.test(piece)) initial = false;
  };
  for (let match = PIECE.exec(text); match !== null && match.index < to; match = PIECE.exec(text)) {
    const start = match.index;
    let end = Math.min(to, start + match[0].length);
    const first = match[0];
    if (/^\p{N}/u.test(first)) push(start, end, 'number');
    else if (/^\p{L}/u.test(first)) {
      const possessive = end - start > 2 && /['’][sS]$/.test(first) ? 2 : 0;
      end -= possessive;
      if (possessive === 0 && text.charAt(end) === '.' && end < to && isAbbreviation(first)) {
        end++;
        PIECE.lastIndex = end;
      }
      push(start, end, 'word');
      if (possessive > 0) push(end, end + possessive, 'possessive');
      else if (/s$/i.test(first) && /^['’]\s/.test(text.slice(end, end + 2)) && end < to) {
        push(end, end + 1, 'possessive');
        PIECE.lastIndex = end + 1;
      }
    } else push(start, end, 'mark');
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
