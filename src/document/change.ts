import type { Words } from '../locale/index.ts';
import type { Change } from '../model.ts';
import { figureInWords } from './quantity.ts';

/** What a reader wants to know of first. */
const CHANGES = ['correction', 'denial', 'figure', 'decision', 'report'] as const;

/** Where a sentence goes on to what stands beside what was done: who says so, what was before, what else there is. */
const BESIDE = /[,;:“”"]|\s(?:that|which|who|whose|where|after|before|because|while|as|until|unless|although)\s/u;
const LONGEST = 110;
/** "Until its substation is ready", "It had emerged": what opens so says by itself neither who nor what. */
const HANGS =
  /^(?:it|its|he|she|they|their|this|that|these|those|there|of|until|after|before|in|on|at|by|with|from|for|as|while|when|if|because|since|under|according|despite|two|three|four|five)\b/iu;

/** What was done, in the sentence's own words up to there; nothing where they are no short phrase. */
function inItsWords(sentence: string): string {
  const opening = sentence.split(BESIDE, 1)[0]?.trim().replace(/[.!]$/u, '') ?? '';
  return opening.length <= LONGEST && opening.split(' ').length > 2 && !HANGS.test(opening) ? `: ${opening}` : '';
}

/** What is new in a story that was told before: the changed figure with what it was, else the weightiest change. */
export function changeInWords(changes: readonly Change[], { debrief: words }: Words): string {
  const corrected = changes.find(({ kind, was, now }) => kind === 'correction' && was !== null && now !== null);
  if (corrected?.was != null && corrected.now !== null)
    return `: ${words.corrects(figureInWords(corrected.now), figureInWords(corrected.was))}`;
  const changed = changes.find(({ was }) => was !== null);
  if (changed?.was != null) return `: ${words.was(figureInWords(changed.was))}`;
  const kind = CHANGES.find((wanted) => changes.some((change) => change.kind === wanted));
  if (kind === undefined) return '';
  if (kind === 'correction' || kind === 'denial') return `: ${words[kind]}`;
  if (kind !== 'figure') return inItsWords(changes.find((change) => change.kind === kind)?.span.text ?? '');
  const now = changes.find((change) => change.kind === 'figure')?.now ?? null;
  return now === null ? '' : `: ${words.newIs(figureInWords(now))}`;
}
