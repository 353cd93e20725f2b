let segmenter: Intl.Segmenter | null = null;

/** What people see as single characters (Unicode UAX 29). The segmenter is made when it is needed: it is slow to make. */
export function* graphemesOf(text: string): Generator<string, void> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** The whole graphemes of a text that fit into `length` UTF-16 code units. */
function wholeWithin(text: string, length: number): string {
  let whole = '';
  for (const grapheme of graphemesOf(text.slice(0, length + 64))) {
    if (whole.length + grapheme.length > length) break;
    whole += grapheme;
  }
  return whole;
}

/** At most `length` code units, ending with a whole word and an ellipsis; a word longer than that ends between graphemes. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.slice(0, length).lastIndexOf(' ');
  return `${space > length / 2 ? text.slice(0, space) : wholeWithin(text, length - 1)}…`;
}

/** Pieces of at most `length` code units, parted between words where there are any, else between graphemes. */
export function portions(text: string, length: number): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (text.length - at > length) {
    const room = text.slice(at, at + length);
    const space = Math.max(room.lastIndexOf(' '), room.lastIndexOf('\n'));
    // A grapheme longer than the piece, which nobody's language has, is cut all the same.
    const end = space > length / 2 ? space + 1 : wholeWithin(text.slice(at), length).length || length;
    pieces.push(text.slice(at, at + end));
    at += end;
  }
  return at < text.length ? [...pieces, text.slice(at)] : pieces;
}
