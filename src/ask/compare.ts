import { convert } from '../domain/units.ts';
import type { Article, Figure } from '../model.ts';
import { ENOUGH } from './answer.ts';
import type { Candidate } from './candidates.ts';
import { type Question, readQuestion } from './question.ts';

/** "which has more memory, the S9 or the A6": what is compared, and the things. */
const SIDES = /^(.{5,200}?)(?:[,:–—]| between)\s*(.{2,120}?),?\s+(?:or|and)\s+(.{2,120}?)\s*\??$/is;
const ASKED_AS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:which|who|what)\b.*?\b(?:cheaper|cheapest|dearer|dearest|less expensive|more expensive)\b/i, 'price'],
  [/\b(?:which|who|what)\b.*?\b(?:more|most|less|least|fewer|fewest|higher|highest|lower|lowest)\b/i, 'how much'],
  [/\b(?:which|who|what)\b.*?\b(?:longer|longest|shorter|shortest)\b/i, 'how long'],
  [/\b(?:which|who|what)\b.*?\b(?:larger|largest|bigger|biggest|greater|greatest|smaller|smallest)\b/i, 'how large'],
];

/** The questions that a comparison of two things is made of, one for each; none where it is no comparison. */
export function sidesOf({ text, compares, asked: at }: Question): Question[] {
  if (compares === null) return [];
  const [, head, ...things] = SIDES.exec(text) ?? [];
  const asked = ASKED_AS.find(([form]) => form.test(head ?? ''));
  if (head === undefined || asked === undefined) return [];
  const of = head.replace(asked[0], asked[1]);
  return things.map((thing) => ({ ...readQuestion(`${of} ${thing}`, at), wants: 'number', anyName: true }));
}

function sizeOf(figure: Figure | null, unit: string | null): number | null {
  if (figure === null) return null;
  const bounds = [figure.value].flat();
  return convert(bounds.reduce((sum, bound) => sum + bound, 0) / bounds.length, figure.unit, unit);
}

/** What each thing has of what is compared, the one with more of it (or less) first; null where one is not told, or in another unit. */
export function compared<T extends Article>(
  way: 'more' | 'less',
  sides: readonly (readonly Candidate<T>[])[],
): Candidate<T>[] | null {
  const best = sides.flatMap(
    (candidates) => candidates.find(({ answers, fit, figure }) => answers && fit >= ENOUGH && figure !== null) ?? [],
  );
  if (best.length < sides.length || best.length < 2) return null;
  const unit = best[0]?.figure?.unit ?? null;
  const sized = best.map((candidate) => ({ candidate, size: sizeOf(candidate.figure, unit) }));
  if (sized.some(({ size }) => size === null) || sized[0]?.size === sized[1]?.size) return null;
  const sign = way === 'more' ? 1 : -1;
  return sized.toSorted((a, b) => sign * ((b.size ?? 0) - (a.size ?? 0))).map(({ candidate }) => candidate);
}
