const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const START = new RegExp(String.raw`<(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`, 'y');

/** A start tag as it is written. */
export type Tag = {
  readonly name: string;
  /** All of them, with the space before each; empty where there are none. */
  readonly attributes: string;
  /** Whether its element ends with it. */
  readonly isEmpty: boolean;
  /** In UTF-16 units. */
  readonly length: number;
};

/** Reads the start tags of a document. It writes the same few again and again: those are looked up, which takes a fraction of reading one. */
export function tagsIn(text: string): (at: number) => Tag | null {
  const known = new Map<string, Tag>();
  return (at) => {
    const written = text.slice(at, text.indexOf('>', at) + 1);
    const before = known.get(written);
    if (before !== undefined) return before;
    START.lastIndex = at;
    const [found = '', name = '', attributes = '', slash] = START.exec(text) ?? [];
    if (name === '') return null;
    const tag = { name, attributes, isEmpty: slash !== '', length: found.length };
    // A value may hold a `>`, where another tag may go on otherwise.
    if (tag.length === written.length) known.set(written, tag);
    return tag;
  };
}

/** Where the end tag of `name` ends that begins at `at`; -1 where it is that of another element. */
export function endOfTag(text: string, at: number, name: string): number {
  const past = at + 2 + name.length;
  if (!text.startsWith(name, at + 2)) return -1;
  if (text[past] === '>') return past + 1;
  const end = text.indexOf('>', past);
  return end < 0 || /\S/.test(text.slice(past, end)) ? -1 : end + 1;
}
