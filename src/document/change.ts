import type { Words } from '../locale/index.ts';
import type { Change } from '../model.ts';
import { figureInWords } from './quantity.ts';

/** What a reader wants to know of first. */
const CHANGES = ['correction', 'denial', 'figure', 'decision', 'report'] as const;

/** What is new in a story that was told before: the changed figure with what it was, else the weightiest change. */
export function changeInWords(changes: readonly Change[], { debrief: words }: Words): string {
  const changed = changes.find(({ was }) => was !== null);
  if (changed?.was != null) return `: ${words.was(figureInWords(changed.was))}`;
  const kind = CHANGES.find((wanted) => changes.some((change) => change.kind === wanted));
  if (kind === undefined) return '';
  if (kind !== 'figure') return `: ${words[kind]}`;
  const now = changes.find((change) => change.kind === 'figure')?.now ?? null;
  return now === null ? '' : `: ${words.newIs(figureInWords(now))}`;
}
