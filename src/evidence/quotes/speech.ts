import type { Attribution } from './attribute.ts';
import type { Marked } from './marks.ts';

const SMALL = /^(?:a|an|the|of|and|or|to|in|on|at|for|with|by|from|but|as|vs|v)$/i;

/** Every word that carries meaning is capitalised: the title of a work, a show, a law. */
function isTitled(words: readonly string[]): boolean {
  const weighty = words.filter((word) => !SMALL.test(word));
  return weighty.length > 0 && weighty.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** How many words of a fragment make it speech rather than a term; twice as many where nobody is said to have spoken. */
const FRAGMENT = 3;

/** Whether what is marked is somebody's speech, and not a scare quote, a term or the title of a work. */
export function isSpeech(text: string, mark: Marked, { by, opens, announced }: Attribution): boolean {
  const said = text.slice(mark.start, mark.end);
  const words = said.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (mark.style === 'single') {
    const isWhole = by === 'carried' && opens && /[.!?]$/.test(said);
    return (by === 'clause' || isWhole) && words.length >= FRAGMENT && !(isTitled(words) && !opens);
  }
  // A sentence of its own: “Never.” she said.
  if (opens && (by === 'clause' || (by === 'carried' && /[.!?]$/.test(said)))) return true;
  if (announced && by !== null && /^\p{Lu}.*[.,!?]$/su.test(said)) return true;
  return words.length >= (by === null && !opens ? 2 * FRAGMENT : FRAGMENT) && !isTitled(words);
}
