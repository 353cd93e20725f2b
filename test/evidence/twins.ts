/** A line that must pass, or must not, over the text of its passage; `field` is what was changed. */
export type Twin = { readonly text: string; readonly claim: string; readonly ok: boolean; readonly field: string };

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'free'; readonly inner: readonly Piece[] }
  | { readonly kind: 'same' | 'other'; readonly choices: readonly (readonly Piece[])[] };

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '<': '>', '[': ']' };

/** Reads pieces up to one of the marks of `ends`. */
function piecesOf(line: string, from: number, ends: string): { readonly pieces: Piece[]; readonly at: number } {
  const pieces: Piece[] = [];
  let at = from;
  let text = '';
  const flush = (): void => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
  };
  while (at < line.length && !ends.includes(line[at] ?? '')) {
    const opening = line[at] ?? '';
    const closing = CLOSING[opening];
    if (closing === undefined) {
      text += opening;
      at++;
      continue;
    }
    flush();
    if (opening === '{') {
      const inner = piecesOf(line, at + 1, '}');
      pieces.push({ kind: 'free', inner: inner.pieces });
      at = inner.at + 1;
      continue;
    }
    const choices: Piece[][] = [];
    do {
      const choice = piecesOf(line, at + 1, `/${closing}`);
      choices.push(choice.pieces);
      at = choice.at;
    } while (line[at] === '/');
    pieces.push({ kind: opening === '<' ? 'same' : 'other', choices });
    at++;
  }
  flush();
  return { pieces, at };
}

/** What a line is made of: which choice at which branching, which free parts left out; both by their number in the line. */
type Pick = { readonly choices: ReadonlyMap<number, number>; readonly without: 'none' | 'all' | number };

type Branch = {
  readonly n: number;
  readonly kind: 'same' | 'other' | 'free';
  readonly count: number;
  readonly text: string;
};

function write(pieces: readonly Piece[], pick: Pick): { readonly text: string; readonly branches: Branch[] } {
  const branches: Branch[] = [];
  let n = 0;
  const tell = (list: readonly Piece[]): string =>
    list
      .map((piece) => {
        if (piece.kind === 'text') return piece.text;
        const own = n++;
        if (piece.kind === 'free') {
          const inner = tell(piece.inner);
          branches.push({ n: own, kind: 'free', count: 1, text: inner });
          return pick.without === 'all' || pick.without === own ? '' : inner;
        }
        const told = piece.choices.map(tell);
        branches.push({ n: own, kind: piece.kind, count: told.length, text: told[0] ?? '' });
        return told[pick.choices.get(own) ?? 0] ?? '';
      })
      .join('');
  const text = tell(pieces)
    .replace(/ +/g, ' ')
    .replace(/ ([.,;])/g, '$1')
    .trim();
  return { text: text.charAt(0).toUpperCase() + text.slice(1), branches };
}

const AS_IT_IS: Pick = { choices: new Map(), without: 'none' };

/** Every line that follows from the passages: each change alone, in the sentence as it is and with its free parts left out. */
export function twinsOf(notation: string): Twin[] {
  return notation.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const sentences = lines.filter((line) => !/^[=!] /.test(line)).map((line) => piecesOf(line, 0, '').pieces);
    const text = sentences.map((pieces) => write(pieces, AS_IT_IS).text).join(' ');
    const told = lines
      .filter((line) => /^[=!] /.test(line))
      .map(
        (line): Twin => ({
          text,
          claim: line.slice(2),
          ok: line.startsWith('= '),
          field: line.startsWith('= ') ? 'told otherwise' : 'told falsely',
        }),
      );
    const made = sentences.flatMap((pieces): Twin[] => {
      const { text: whole, branches } = write(pieces, AS_IT_IS);
      const line = (ok: boolean, field: string, pick: Pick): Twin => ({
        text,
        claim: write(pieces, pick).text,
        ok,
        field,
      });
      const free = branches.filter(({ kind }) => kind === 'free');
      return [
        ...(free.length > 1 ? [line(true, 'left out', { ...AS_IT_IS, without: 'all' })] : []),
        ...branches.flatMap(({ n, kind, count, text: given }) => {
          if (kind === 'free') return [line(true, `left out "${given}"`, { ...AS_IT_IS, without: n })];
          return Array.from({ length: count - 1 }, (_, k) => new Map([[n, k + 1]])).flatMap((choices) =>
            (free.length > 0 ? (['none', 'all'] as const) : (['none'] as const)).map((without) =>
              line(kind === 'same', `"${given}" changed`, { choices, without }),
            ),
          );
        }),
      ].filter(({ claim }) => claim !== whole);
    });
    return [...made, ...told];
  });
}
