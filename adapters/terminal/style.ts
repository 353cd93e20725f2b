/** How text stands out: ANSI on a terminal that wants it, nothing elsewhere. */
export type Style = {
  strong(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
  link(text: string, href: string): string;
};

const sgr = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

export const PLAIN: Style = { strong: (t) => t, faint: (t) => t, accent: (t) => t, link: (t) => t };

/** SGR for weight and colour (ECMA-48), OSC 8 for links. */
export const ANSI: Style = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  accent: sgr(36, 39),
  link: (text, href) => `\u001b]8;;${harmless(href)}\u001b\\${text}\u001b]8;;\u001b\\`,
};

const SEQUENCE = /\u001b\[[0-9;]*m|\u001b\]8;;[^\u001b\u0007]*(?:\u001b\\|\u0007)/g;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const PLAIN_TEXT = /^[\x20-\x7e]*$/;
/** Made when it is needed: it takes longer than all else of a terminal's start. */
let graphemes: Intl.Segmenter | null = null;

/** Columns that a text takes on a terminal, its styling aside. */
export function columns(text: string): number {
  const bare = text.replace(SEQUENCE, '');
  if (PLAIN_TEXT.test(bare)) return bare.length;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let width = 0;
  for (const { segment } of graphemes.segment(bare)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Text from feeds and people without what a terminal would obey: escape sequences and other control characters. */
export function harmless(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\t\n]+/g, ' ');
}

/** Breaks a styled text into lines of at most `width` columns at its spaces; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/ +/)) {
    const size = columns(word);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = used === 0 ? word : `${line} ${word}`;
      used += (used === 0 ? 0 : 1) + size;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
