import { readFileSync, writeFileSync } from 'node:fs';
import { opensDoors, redact } from '../secrets.ts';

/** What was typed at a prompt, the newest first, kept from one session to the next. */
export type History = { readonly lines: readonly string[]; keep(lines: readonly string[]): void };

/** A line with an address or a word that lets in whoever has it stays out of the file. */
const isOpen = (line: string): boolean => redact(line) === line && !line.split(/\s+/).some(opensDoors);

/** The history of a file in its owner's hands alone; a file that cannot be read or written costs the history and nothing else. */
export function openHistory(file: string): History {
  let lines: readonly string[] = [];
  try {
    lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    // There is none yet.
  }
  return {
    lines,
    keep(now) {
      try {
        writeFileSync(file, now.filter(isOpen).join('\n'), { mode: 0o600 });
      } catch {
        // A directory that is read-only.
      }
    },
  };
}
