import { AUXILIARIES } from '../../language/lexicon.ts';
import type { Phrase } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import { GAP } from './around.ts';
import { isAdverb, isVerbAt, word } from './verbs.ts';
import { slice, TRAILING, type Words } from './words.ts';

const MODAL = /^(?:will|would|could|may|might|should|must|can|to)$/;

/** The pieces as one line, "…" for what is left out. */
export function line(words: Words, before: readonly Phrase[], behind: Phrase | null): string {
  const { tokens } = words;
  const last = before.at(-1);
  const pieces = before.slice(0, -1).map((piece) => slice(words, piece));
  if (last !== undefined) {
    let to = last.to;
    while (to > last.from && TRAILING.test(word(tokens, to - 1)) && !isVerbAt(tokens, to - 1, 0)) to--;
    // "credits of" are credits; "values the start-up at …" goes on.
    const goesOn = /^(?:at|by|to|for|with|on|in|from|between|over|under|than)$/.test(word(tokens, to));
    const isVerb =
      to === last.from ||
      goesOn ||
      MODAL.test(word(tokens, to - 2)) ||
      isVerbAt(tokens, to - 1, 0) ||
      (to === last.from + 1 && word(tokens, last.from).endsWith('ing')) ||
      isAdverb(word(tokens, to - 1)) ||
      AUXILIARIES.has(word(tokens, to - 1));
    const kept =
      isVerb || behind !== null ? { from: last.from, to: withoutArticle(tokens, last) } : { from: last.from, to };
    const isBare = to === last.from && pieces.length > 0 && !goesOn;
    if (kept.to > kept.from && !isBare) pieces.push(slice(words, kept));
    if (behind === null && isVerb) pieces.push('');
  }
  if (behind !== null) pieces.push(slice(words, behind));
  return pieces.join(` ${GAP} `).trim();
}

function withoutArticle(tokens: readonly Token[], { from, to }: Phrase): number {
  let end = to;
  while (end > from && /^(?:a|an|the|full|combined|total|estimated|about)$/.test(word(tokens, end - 1))) end--;
  return end;
}
