import { oneLine } from '../../src/typography/harmless.ts';

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
  link: (text, href) => `\u001b]8;;${oneLine(href)}\u001b\\${text}\u001b]8;;\u001b\\`,
};
