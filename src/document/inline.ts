import type { Inline } from '../model.ts';

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const strong = (value: string): Inline => ({ kind: 'text', text: value, style: 'strong' });
export const emphasis = (value: string): Inline => ({ kind: 'text', text: value, style: 'emphasis' });
export const code = (value: string): Inline => ({ kind: 'text', text: value, style: 'code' });
export const commandLine = (line: string): Inline => ({ kind: 'command', text: line, admin: false });
/** A command of those that change settings. */
export const adminLine = (line: string): Inline => ({ kind: 'command', text: line, admin: true });
export const link = (value: string, href: string): Inline => ({ kind: 'link', text: value, href });

/** The same pieces with a separator between each two. */
export function joined(pieces: readonly Inline[], separator = ' · '): Inline[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [text(separator), piece]));
}
