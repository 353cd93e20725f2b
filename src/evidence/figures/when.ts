import type { Time } from '../../reading/times.ts';

/** A figure's place in the text, in characters. */
export type Place = { readonly start: number; readonly end: number };

/** A time that can be told in ISO 8601: one whose year is known. */
const told = (time: Time | undefined): string | null =>
  time?.when == null || time.when.startsWith('--') ? null : time.when;

/** Words that set a figure apart from the one before it, each with its own time: "up from about a third in 2023". */
const APART = /\b(?:from|against|compared|versus|vs|than|while|whereas|but|after|before)\b|;/i;
/** What a figure is compared with, which its own time stays with: "down from $2.72 a year ago and below $1.90". */
const BASE = /\b(?:from|against|than|compared (?:with|to)|versus|vs\.?)\s+(?:just |only |about |some |around )?$/i;
/** A time behind it is the one that something was said at: "the firm said on Wednesday". */
const SAID =
  /\b(?:said|says|told [a-z]+|announced|reported|published|disclosed|revealed|confirmed|wrote)(?: late| early)?(?: on| in| last)?\s*$/i;
/** What only joins two figures of one statement: "rose 8% to $1.9 billion in 2025". */
const JOINED =
  /^\s*(?:,|\(|\)|to|or|and|of|by|at|,? ?which|a|an|the|more|higher|lower|profit|loss|revenue|sales|[a-z]+ of|\s)*\s*$/i;

/**
 * The times that the figures of a sentence hold for: the one behind a figure before the next one begins, or the one
 * before it; figures that are told in one breath share theirs; one at the head of the sentence holds for all that
 * nothing sets apart.
 */
export function whenOf(
  text: string,
  sentence: Place,
  figures: readonly Place[],
  times: readonly Time[],
): (string | null)[] {
  const isSaid = ({ start }: Time): boolean => SAID.test(text.slice(Math.max(sentence.start, start - 40), start));
  const whens = figures.map((figure, k) => {
    const next = figures[k + 1]?.start ?? sentence.end;
    const last = figures[k - 1]?.end ?? sentence.start;
    const behind = times.find(({ start }) => start >= figure.end && start < next);
    const base = figures[k - 1];
    const isBased = base !== undefined && BASE.test(text.slice(Math.max(sentence.start, base.start - 30), base.start));
    const before = isBased
      ? undefined
      : times.findLast((time) => time.end <= figure.start && time.start >= last && !isSaid(time));
    const gap = behind === undefined ? '' : text.slice(figure.end, behind.start);
    const close =
      behind !== undefined &&
      !isSaid(behind) &&
      gap.length <= 90 &&
      !/[,;]|\b(?:and|but|while|which|from|than|against|compared|versus)\b/.test(gap);
    const far = behind !== undefined && gap.length <= 120 && !APART.test(gap) && !isSaid(behind);
    if (close) return told(behind);
    if (before !== undefined && (k === 0 || !APART.test(text.slice(before.end, figure.start)))) return told(before);
    return far ? told(behind) : null;
  });
  for (let k = figures.length - 2; k >= 0; k--) {
    const [figure, next] = [figures[k], figures[k + 1]];
    if (
      whens[k] === null &&
      figure !== undefined &&
      next !== undefined &&
      JOINED.test(text.slice(figure.end, Math.min(next.start, figure.end + 60)))
    ) {
      if (!times.some(({ start, end }) => start >= figure.end && end <= next.start)) whens[k] = whens[k + 1] ?? null;
    }
  }
  const head = times.find(({ start }) => start >= sentence.start && start - sentence.start < 12);
  return whens.map((when, k) => {
    const figure = figures[k];
    if (when !== null || head === undefined || figure === undefined || figure.start < head.end) return when;
    return APART.test(text.slice(figures[k - 1]?.end ?? head.end, figure.start)) ? null : told(head);
  });
}
