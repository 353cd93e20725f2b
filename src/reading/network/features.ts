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

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), to a row of the table. */
function rowOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % HASHED;
}

/** Its kinds of characters in order, a run of one kind cut to two. */
function shapeOf(form: string): string {
  let shape = '';
  for (const char of form) {
    const [low, up] = [char.toLowerCase(), char.toUpperCase()];
    const kind = /[0-9]/.test(char) ? '0' : low === up ? char : low === char ? 'x' : 'X';
    if (!shape.endsWith(kind) || shape.length < 2 || shape.at(-2) !== kind) shape += kind;
  }
  return shape.slice(0, 12);
}

/** What the network sees of a word: the word with digits as zeros, and the rows of its prefixes, suffixes and shape. */
export type Features = { readonly word: string; readonly parts: readonly number[] };

export function featuresOf(written: string): Features {
  const form = normal(written);
  const low = form.toLowerCase().replace(/[0-9]/g, '0');
  const parts = [
    `2${low.slice(0, 2)}`,
    `3${low.slice(0, 3)}`,
    `b${low.slice(-2)}`,
    `c${low.slice(-3)}`,
    `d${low.slice(-4)}`,
    `a${low.slice(-1)}`,
    `s${shapeOf(form)}`,
    `w${low}`,
  ];
  return { word: low, parts: parts.map(rowOf) };
}
