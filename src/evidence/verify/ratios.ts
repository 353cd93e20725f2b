import type { FigureReading } from '../../model.ts';
import type { Prepared } from './prepare.ts';

/** Verbs and adverbs that tell how many times something became, or by which part: no number stands there. */
const WORDS: readonly (readonly [ratio: number, words: RegExp])[] = [
  [2, /\b(?:doubl(?:e|es|ed|ing)|twice|twofold)\b/i],
  [3, /\b(?:tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|thrice|threefold)\b/i],
  [4, /\b(?:quadrupl(?:e|es|ed|ing)|fourfold)\b/i],
  [1 / 2, /\b(?:halv(?:e|es|ed|ing)|half|equal (?:parts|shares|halves))\b/i],
];

/** "Two of the three judges", "one project in three", "three out of five": what stands between a part and its whole. */
const OF = /^(?: \p{L}+)? (?:out of|of|in) (?:(?:the|its|their|every|all|those|these) )?$/u;

const single = ({ value }: FigureReading): number => (typeof value === 'number' ? value : Number.NaN);
const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(one, other);

/** The part that a figure tells, or how many times; null for other figures. */
function ratioOf(figure: FigureReading): number | null {
  const value = single(figure);
  if (figure.unit === 'percentage') return value / 100;
  return figure.unit === 'fraction' || figure.unit === 'times' ? value : null;
}

/** Do the words of a source, or two of its counts, tell the part or the multiple that a claim gives in a figure: "two-thirds" for two of three? */
export function tellsRatio(given: FigureReading, { source, figures }: Prepared): boolean {
  const ratio = ratioOf(given);
  if (ratio === null) return false;
  if (WORDS.some(([told, words]) => near(told, ratio) && words.test(source.text))) return true;
  return figures.some((part, n) => {
    const whole = figures[n + 1];
    if (whole === undefined || !OF.test(source.text.slice(part.end, whole.start))) return false;
    return near(single(part) / single(whole), ratio);
  });
}
