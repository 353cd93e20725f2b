import { agreement, contentOf, overlap } from '../domain/same-figure.ts';
import { convert, measure } from '../domain/units.ts';
import type { Series } from '../model.ts';
import type { FigureEntry } from '../ports/store.ts';
import { nearness, stemsOf } from './look-up.ts';

/** Figures of one entity, concept and unit over time, and how many of the given ones could not be compared with them. */
export type Trend = {
  readonly series: Series;
  readonly entries: readonly FigureEntry[];
  /** Figures that give another value for the moment of a point: what the sources do not agree on. */
  readonly disputed: readonly FigureEntry[];
  readonly leftOut: number;
};

/** The moment that a point stands at: the time that the figure holds for, else the day it was said. */
const momentOf = (entry: FigureEntry): string => (entry.from ?? entry.to ?? entry.at).slice(0, 10);

/** Changes by an amount and shares of something are not the level of anything. */
const isLevel = ({ figure }: FigureEntry): boolean => figure.direction === null;

type Group = {
  readonly unit: string | null;
  /** Of its units: they can be converted. */
  readonly kind: string;
  /** What it is of, by the first concept that a figure of it has, and by its first figure's whole sentence. */
  content: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
  concept: string;
  readonly entries: FigureEntry[];
};

/** Sets of figures of one quantity in units that can be converted: of one concept, or of sentences that say much the same. */
function groupsOf(entries: readonly FigureEntry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const { unit, concept } = entry.figure;
    const { kind } = measure(unit);
    const content = contentOf(concept ?? '');
    const sentence = contentOf(entry.sentence.text);
    const group = groups.find(
      (candidate) =>
        candidate.kind === kind &&
        (overlap(candidate.content, content) >= 0.5 || overlap(candidate.sentence, sentence) >= 0.5),
    );
    if (group === undefined) {
      groups.push({ unit, kind, content, sentence, concept: concept ?? '', entries: [entry] });
      continue;
    }
    group.entries.push(entry);
    if (group.content.size > 0) continue;
    group.content = content;
    group.concept = concept ?? '';
  }
  return groups;
}

/** The last word on each moment: one point a moment, the newest article's. */
function latestByMoment(entries: readonly FigureEntry[]): FigureEntry[] {
  const byMoment = new Map<string, FigureEntry>();
  for (const entry of entries.toSorted((a, b) => (a.at < b.at ? -1 : 1))) byMoment.set(momentOf(entry), entry);
  return [...byMoment].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** Of the figures of a series those that contradict its point of their moment, each value once. */
function disputedIn(entries: readonly FigureEntry[], points: readonly FigureEntry[]): FigureEntry[] {
  const at = new Map(points.map((point) => [momentOf(point), point]));
  const disputed: FigureEntry[] = [];
  for (const entry of entries) {
    const point = at.get(momentOf(entry));
    const differs = (other: FigureEntry) => agreement(other.figure, entry.figure) === 'different';
    if (point !== undefined && differs(point) && disputed.every(differs)) disputed.push(entry);
  }
  return disputed;
}

type Candidate = { readonly group: Group; readonly points: readonly FigureEntry[] };

/** Two points make a trend, a measured quantity says more than a count, and what was asked for goes first. */
function worth({ group, points }: Candidate, asked: readonly string[]): number {
  const near = group.entries.reduce((sum, entry) => sum + nearness(entry, asked), 0) / group.entries.length;
  const measured = group.unit !== null && measure(group.unit).kind !== 'count' ? 1 : 0;
  return (points.length > 1 ? 4 : 0) + 2 * near + measured + Math.log2(1 + points.length) / 2;
}

/**
 * The series that these figures make: of the sets of one concept and unit the one that speaks most of what was asked, then the longest. Null where
 * there is none at all.
 */
export function trendOf(title: string, entries: readonly FigureEntry[]): Trend | null {
  const all = entries.filter(isLevel);
  // "Below $1.90" says where a level is not; it stands in only where nobody says where it is.
  const exact = all.filter(({ figure }) => figure.hedge === '=' || figure.hedge === '~');
  const levels = exact.length > 0 ? exact : all;
  const asked = stemsOf(title);
  const best = groupsOf(levels)
    .map((group) => {
      const points = latestByMoment(group.entries);
      return { group, points, worth: worth({ group, points }, asked) };
    })
    .toSorted((a, b) => b.worth - a.worth || b.points.length - a.points.length)[0];
  if (best === undefined) return null;
  const { unit } = best.group;
  const concept = subjectOf(best.points) ?? best.group.concept;
  const points = best.points.map((entry) => ({
    at: momentOf(entry),
    low: convert(entry.low, entry.figure.unit, unit) ?? entry.low,
    high: convert(entry.high, entry.figure.unit, unit) ?? entry.high,
    label: entry.figure.text,
    forecast: entry.forecast,
  }));
  return {
    series: {
      title: titleOf(title, concept),
      alt: inWords(title, concept, best.points),
      unit,
      points,
    },
    entries: best.points,
    disputed: disputedIn(best.group.entries, best.points),
    leftOut: entries.length - best.group.entries.length,
  };
}

/** What the newest point is of, where its caption is that noun alone: "price of renting an Nvidia H200 graphics processor". */
function subjectOf(points: readonly FigureEntry[]): string | null {
  const { caption = null, concept = null } = points.at(-1)?.figure ?? {};
  if (caption === null || concept === null || /…|^\P{Ll}/u.test(caption)) return null;
  return caption.endsWith(concept) ? caption : null;
}

/** What was asked for, and the quantity where that was not said. */
function titleOf(asked: string, concept: string): string {
  return contentOf(concept).isSubsetOf(contentOf(asked)) ? asked : `${asked}: ${concept}`;
}

/** When a point holds, as its article gives it. */
const whenOf = (entry: FigureEntry): string => entry.figure.when ?? entry.at.slice(0, 10);

/** A trend in words: where it began, where it stands, the way between. */
function inWords(title: string, concept: string, points: readonly FigureEntry[]): string {
  const [first] = points;
  const last = points.at(-1);
  const what = titleOf(title, concept);
  if (first === undefined || last === undefined) return what;
  if (first === last) return `${what}: ${first.figure.text} (${whenOf(first)}).`;
  const mean = (entry: FigureEntry): number => (entry.low + entry.high) / 2;
  const way = mean(last) > mean(first) ? 'rose' : mean(last) < mean(first) ? 'fell' : 'stayed at the same level';
  const foretold = last.forecast ? ' (forecast)' : '';
  return `${what} ${way} from ${first.figure.text} (${whenOf(first)}) to ${last.figure.text} (${whenOf(last)})${foretold}, over ${points.length} points.`;
}
