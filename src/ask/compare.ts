import { convert } from '../domain/units.ts';
import type { Article, Figure } from '../model.ts';
import type { Candidate } from './candidates.ts';
import { type Question, readQuestion } from './question.ts';

/** Where what is compared ends and the first thing begins, and what stands between the two things. */
const OPENING = /(?:[,:–—]| between)\s*/gi;
const JOINT = /(?:,|(?<![\s,]))\s+(?:or|and)\s+/gi;
/** The shortest and the longest that what is compared may be, and a thing, in characters. */
const HEAD = { least: 5, most: 200 };
const THING = { least: 2, most: 120 };
const fits = (length: number, { least, most }: typeof HEAD): boolean => length >= least && length <= most;

/** "which has more memory, the S9 or the A6": what is compared, and the two things; null where it is not asked so. */
function partsOf(text: string): { readonly head: string; readonly things: readonly [string, string] } | null {
  const joints = [...text.matchAll(JOINT)];
  for (const opening of text.matchAll(OPENING)) {
    if (!fits(opening.index, HEAD)) continue;
    const from = opening.index + opening[0].length;
    for (const joint of joints) {
      const last = text
        .slice(joint.index + joint[0].length)
        .trimEnd()
        .replace(/\?$/, '')
        .trimEnd();
      if (fits(joint.index - from, THING) && fits(last.length, THING))
        return { head: text.slice(0, opening.index), things: [text.slice(from, joint.index), last] };
    }
  }
  return null;
}

const ASKED_AS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:which|who|what)\b(?:(?!\b(?:which|who|what)\b).)*?\b(?:cheaper|cheapest|dearer|dearest|less expensive|more expensive)\b/i,
    'price',
  ],
  [
    /\b(?:which|who|what)\b(?:(?!\b(?:which|who|what)\b).)*?\b(?:more|most|less|least|fewer|fewest|higher|highest|lower|lowest)\b/i,
    'how much',
  ],
  [/\b(?:which|who|what)\b(?:(?!\b(?:which|who|what)\b).)*?\b(?:longer|longest|shorter|shortest)\b/i, 'how long'],
  [
    /\b(?:which|who|what)\b(?:(?!\b(?:which|who|what)\b).)*?\b(?:larger|largest|bigger|biggest|greater|greatest|smaller|smallest)\b/i,
    'how large',
  ],
];

/** The questions that a comparison of two things is made of, one for each; none where it is no comparison. */
export function sidesOf({ text, compares, asked: at }: Question): Question[] {
  if (compares === null) return [];
  const { head, things } = partsOf(text) ?? { head: '', things: [] };
  const asked = ASKED_AS.find(([form]) => form.test(head));
  if (asked === undefined) return [];
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
    (candidates) => candidates.find(({ answers, figure }) => answers && figure !== null) ?? [],
  );
  if (best.length < sides.length || best.length < 2) return null;
  const unit = best[0]?.figure?.unit ?? null;
  const sized = best.map((candidate) => ({ candidate, size: sizeOf(candidate.figure, unit) }));
  if (sized.some(({ size }) => size === null) || sized[0]?.size === sized[1]?.size) return null;
  const sign = way === 'more' ? 1 : -1;
  return sized.toSorted((a, b) => sign * ((b.size ?? 0) - (a.size ?? 0))).map(({ candidate }) => candidate);
}
