/** How many rows the table of parts has. */
const HASHED = 8192;

const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '``': '"',
  "''": '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
};

/** Marks as the treebanks write them. */
const normal = (form: string): string => form.replace(/[’‘“”–—−…]|``|''/g, (mark) => SAME[mark] ?? mark);

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo) of a kind of part and its text, to a row of the table. */
function rowOf(kind: string, text: string, from = 0, to = text.length): number {
  let hash = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193);
  for (let n = Math.max(0, from); n < Math.min(to, text.length); n++)
    hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % HASHED;
}

function kindOf(char: string): string {
  if (char >= 'a' && char <= 'z') return 'x';
  if (char >= 'A' && char <= 'Z') return 'X';
  if (char >= '0' && char <= '9') return '0';
  const [low, up] = [char.toLowerCase(), char.toUpperCase()];
  return low === up ? char : low === char ? 'x' : 'X';
}

/** Its kinds of characters in order, a run of one kind cut to two. */
function shapeOf(form: string): string {
  let shape = '';
  let [last, before] = ['', ''];
  for (const char of form) {
    const kind = kindOf(char);
    if (kind === last && kind === before) continue;
    shape += kind;
    [before, last] = [last, kind];
  }
  return shape.slice(0, 12);
}

/** How many parts a word has. */
export const PARTS = 8;

/** What the network sees of a word: the word with digits as zeros, and the rows of its prefixes, suffixes and shape. */
export type Features = { readonly word: string; readonly parts: readonly number[] };

export function featuresOf(written: string): Features {
  const form = normal(written);
  const word = form.toLowerCase().replace(/[0-9]/g, '0');
  const { length } = word;
  const parts = [
    rowOf('2', word, 0, 2),
    rowOf('3', word, 0, 3),
    rowOf('b', word, length - 2),
    rowOf('c', word, length - 3),
    rowOf('d', word, length - 4),
    rowOf('a', word, length - 1),
    rowOf('s', shapeOf(form)),
    rowOf('w', word),
  ];
  return { word, parts };
}
