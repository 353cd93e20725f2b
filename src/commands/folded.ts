import { adminLine, text } from '../document/inline.ts';
import type { Words } from '../locale/index.ts';
import type { Block } from '../model.ts';

/** Rows that a list shows unless all of them are asked for. */
const SHOWN = 20;

/** A list as far as it is shown, and the line that says how to see the rest. */
export function folded<T>(
  rows: readonly T[],
  all: boolean,
  how: string,
  words: Words,
): { readonly shown: readonly T[]; readonly more: readonly Block[] } {
  const shown = all ? rows : rows.slice(0, SHOWN);
  const left = rows.length - shown.length;
  if (left === 0) return { shown, more: [] };
  return { shown, more: [{ kind: 'context', content: [text(words.talk.moreRows(left)), adminLine(`${how} --all`)] }] };
}
