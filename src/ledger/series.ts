import { inFull } from '../domain/in-full.ts';
import { agreement, contentOf } from '../domain/same-figure.ts';
import { convert, measure } from '../domain/units.ts';
import type { Figure, Series, Verified } from '../model.ts';
import type { Candidate, FigureEntry } from '../ports/store.ts';
import { apart, type Key, keyOf, modelsIn, type Reason, unfit } from './series-key.ts';

export type { Reason } from './series-key.ts';

/** Figures of one party, measure, unit and length of time, and why the other given ones are none of them. */
export type Trend<F extends Figure = Verified<Figure>> = {
  /** Without what it says in words. */
  readonly series: Omit<Series, 'alt'>;
  /** One a point of the series, in its order. */
  readonly entries: readonly FigureEntry<F>[];
  /** Figures that give another value for the moment of a point: what the sources do not agree on. */
  readonly disputed: readonly FigureEntry<F>[];
  readonly leftOut: ReadonlyMap<Reason, number>;
};

/** The moment that a point stands at: the time that the figure holds for, else the day it was said. */
const momentOf = ({ from, to, at }: Candidate): string => {
  if (from !== null || to === null) return (from ?? at).slice(0, 10);
  // `to` is the first moment after it.
  return new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
};

type Group<F extends Figure> = { readonly key: Key; readonly entries: FigureEntry<F>[] };
type Keyed<F extends Figure> = { readonly entry: FigureEntry<F>; readonly key: Key };

function groupsOf<F extends Figure>(entries: readonly Keyed<F>[]): Group<F>[] {
  const groups: Group<F>[] = [];
  for (const { entry, key } of entries) {
    const group = groups.find((candidate) => apart(candidate.key, key) === null);
    if (group === undefined) groups.push({ key, entries: [entry] });
    else group.entries.push(entry);
  }
  return groups;
}

/** The last word on each moment: one point a moment, the newest article's. What was foretold of a time that is told since is no point. */
function pointsOf<F extends Figure>(entries: readonly FigureEntry<F>[]): FigureEntry<F>[] {
  const byMoment = new Map<string, FigureEntry<F>>();
  for (const entry of entries.toSorted((a, b) => Number(b.forecast) - Number(a.forecast) || (a.at < b.at ? -1 : 1)))
    byMoment.set(momentOf(entry), entry);
  const points = [...byMoment].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const lastKnown = points.findLastIndex(({ forecast }) => !forecast);
  const known = points[lastKnown];
  return points.filter(({ figure, forecast }, at) => {
    if (!forecast) return true;
    // "Will buy 2.4 gigawatts through 2036" beside "has contracted 2.4 gigawatts" is no step: a time without a start is told of what stands.
    const isSame =
      known !== undefined && figure.when?.startsWith('../') && agreement(known.figure, figure) !== 'different';
    return at > lastKnown && !isSame;
  });
}

/** A deal and the total that it adds to are told on one day: where nobody names the time, only what is called the same can contradict. */
function isOfOne(a: Candidate, b: Candidate): boolean {
  if (a.figure.when !== null || b.figure.when !== null) return true;
  const [left, right] = [a, b].map(({ figure }) => contentOf(figure.caption ?? figure.concept ?? ''));
  return left !== undefined && right !== undefined && left.size === right.size && left.isSubsetOf(right);
}

/** Of the figures of a series those that contradict its point of their moment, each value once. */
function disputedIn<F extends Figure>(
  entries: readonly FigureEntry<F>[],
  points: readonly FigureEntry<F>[],
): FigureEntry<F>[] {
  const at = new Map(points.map((point) => [momentOf(point), point]));
  const disputed: FigureEntry<F>[] = [];
  for (const entry of entries) {
    const point = at.get(momentOf(entry));
    if (point === undefined || point.forecast !== entry.forecast || !isOfOne(point, entry)) continue;
    const differs = (other: Candidate) => agreement(other.figure, entry.figure) === 'different';
    if (differs(point) && disputed.every(differs)) disputed.push(entry);
  }
  return disputed;
}

type Told = { readonly group: Group<Figure>; readonly points: readonly Candidate[] };

/** Two points make a trend, what was asked for goes first, a measured quantity says more than a count, and a price of something more than a sum. */
function worth({ group, points }: Told, asked: ReadonlySet<string>): number {
  const near = group.key.measure.intersection(asked).size + group.key.models.intersection(asked).size;
  const measured = !group.key.unit.startsWith('count') && group.key.unit !== 'number' ? 1 : 0;
  const rate = group.key.unit.includes('/') ? 1 : 0;
  return (points.length > 1 ? 4 : 0) + 2 * near + measured + rate + Math.log2(1 + points.length) / 2;
}

/**
 * The series that these figures make: of the sets of one key the one that speaks most of what was asked, then the longest. Null where there is
 * none at all. What is no point of it is counted by the first thing in which it is another.
 */
export function trendOf<F extends Figure>(asked: string, entries: readonly FigureEntry<F>[]): Trend<F> | null {
  const leftOut = new Map<Reason, number>();
  const leave = (reason: Reason): void => {
    leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  };
  const fit: Keyed<F>[] = [];
  for (const entry of entries) {
    const reason = unfit(entry);
    if (reason === null) fit.push({ entry, key: keyOf(entry) });
    else leave(reason);
  }
  const askedFor = contentOf(asked.replaceAll('-', ' '));
  const groups = groupsOf(fit);
  // Who is asked for by name has their own series or none: an article that names them tells of others as well.
  const isOwn = ({ key }: Group<F>): boolean => askedFor.has(key.party.values().next().value ?? '');
  const isNamed = groups.some(isOwn);
  // A price of an H200 is none of a B200, whoever's article tells it.
  const models = modelsIn(asked);
  const isOf = ({ key }: Group<F>): boolean => !models.isDisjointFrom(key.models);
  const isModel = groups.some(isOf);
  const best = groups
    .filter((group) => (!isNamed || group.key.party.size === 0 || isOwn(group)) && (!isModel || isOf(group)))
    .map((group) => {
      // "Below $1.90" says where a level is not; it stands in only where nobody says where it is.
      const exact = group.entries.filter(({ figure }) => figure.hedge === '=' || figure.hedge === '~');
      const levels = exact.length > 0 ? exact : group.entries;
      const points = pointsOf(levels);
      return { group, levels, points, worth: worth({ group, points }, askedFor) };
    })
    .toSorted((a, b) => b.worth - a.worth || b.points.length - a.points.length)[0];
  if (best === undefined) return null;
  for (const { entry, key } of fit) {
    if (best.group.entries.includes(entry)) {
      if (!best.levels.includes(entry)) leave('bound');
      continue;
    }
    leave(apart(best.group.key, key) ?? 'measure');
  }
  const { unit } = best.points[0]?.figure ?? { unit: null };
  const points = best.points.map((entry) => ({
    at: momentOf(entry),
    low: convert(entry.low, entry.figure.unit, unit) ?? entry.low,
    high: convert(entry.high, entry.figure.unit, unit) ?? entry.high,
    label: inFull(entry.figure.text, entry.figure.value, entry.figure.unit),
    forecast: entry.forecast,
  }));
  const title = headed(titleOf(asked, best.points));
  const { length } = best.group.key;
  const grain = length === 'year' || length === 'quarter' ? { grain: length } : {};
  return {
    series: { ...grain, title, unit, points },
    entries: best.points,
    disputed: disputedIn(best.levels, best.points),
    leftOut,
  };
}

/** As titles begin; a name keeps the letters that it is written with ("xAI"). */
const headed = (title: string): string =>
  title.replace(/^\p{Ll}(?=[\p{Ll}\d]*(?:\s|$))/u, (first) => first.toUpperCase());

/** How a measure was reckoned, not what was measured. */
const STATISTIC = /^(?:average|mean|median)$/i;

/** A longer one stands beside its chart, not over it. */
const TITLE = 60;

/** What is measured, with what it is of ("median price of a million tokens") where no point says another. */
function whole(points: readonly Candidate[], concept: string | null): string | null {
  const of = points.flatMap(({ figure: { caption } }) =>
    concept !== null && caption?.startsWith(`${concept} `) && caption.length <= TITLE ? [caption] : [],
  );
  return new Set(of).size === 1 ? (of[0] ?? concept) : concept;
}

/** Whose it is and what is measured, as the newest article writes them; what was asked where it does not say. */
function titleOf(asked: string, points: readonly Candidate[]): string {
  const { subject = null, concept = null, unit = null } = points.at(-1)?.figure ?? {};
  const isPrice = measure(unit).kind.startsWith('money') && unit?.includes(' per ') === true;
  const of = isPrice && (concept === null || STATISTIC.test(concept)) ? `${concept ?? ''} price`.trim() : concept;
  if (subject === null || of === null) {
    const what = whole(points, of) ?? subject;
    const topic = contentOf(asked);
    if (what === null || contentOf(what).isSubsetOf(topic)) return asked;
    return topic.isSubsetOf(contentOf(what)) ? what : `${asked}: ${what}`;
  }
  return contentOf(subject).isSubsetOf(contentOf(of)) ? of : `${subject}: ${of}`;
}
