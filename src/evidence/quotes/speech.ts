import type { Attribution } from './attribute.ts';
import type { Marked } from './marks.ts';

const SMALL = /^(?:a|an|the|of|and|or|to|in|on|at|for|with|by|from|but|as|vs|v)$/i;

/** Every word that carries meaning is capitalised: the title of a work, a show, a law. */
function isTitled(words: readonly string[]): boolean {
  const weighty = words.filter((word) => !SMALL.test(word));
  return weighty.length > 0 && weighty.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** Whether what is marked is somebody's speech, and not a scare quote, a term or the title of a work. */
export function isSpeech(text: string, mark: Marked, attribution: Attribution): boolean {
  const said = text.slice(mark.start, mark.end);
  const words = said.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length === 0) return false;
  const { by, opens } = attribution;
  if (words.length > 1 && isTitled(words) && !(opens && by === 'clause')) return false;
  if (mark.style === 'single') return by === 'clause' && words.length >= 3;
  if (by === 'clause' && opens) return true;
  return words.length >= 3;
}
