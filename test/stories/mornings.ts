import { DAY_MS, HOUR_MS } from '../../src/durations.ts';
import type { Article, Evidence } from '../../src/model.ts';
import { groupsOf } from '../../src/stories/events.ts';
import { kinAmong } from '../../src/stories/kin/pairs.ts';
import { TRAITS as KIN } from '../../src/stories/kin/traits.ts';
import { knownOf } from '../../src/stories/news/known.ts';
import { sightsOf } from '../../src/stories/news/sight.ts';
import { TRAITS as NEWS } from '../../src/stories/news/traits.ts';
import type { Told } from '../../src/stories/novelty.ts';
import { withdrawalsAmong } from '../../src/stories/withdrawals.ts';
import type { Row } from '../learned/boost.ts';
import type { Marked } from './weeks.ts';

/** Editions fall at half past eight. */
const SLOT_MS = 8.5 * HOUR_MS;

/** Two groups, and whether they are of one event. */
export type Pair = Row & { readonly child: string };
/** A sentence of a later article and whether it is news; null where nobody marked it. */
type Line = { readonly traits: readonly number[]; readonly is: boolean | null };
export type Follow = { readonly isNews: boolean; readonly lines: readonly Line[] };
/** What is seen of a week's mornings. */
export type Mornings = { readonly pairs: readonly Pair[]; readonly follows: readonly Follow[] };

const dayOf = ({ article }: Marked): number => Math.floor((Date.parse(article.fetched) - SLOT_MS) / DAY_MS);

const most = (events: readonly string[]): string | undefined =>
  [...Map.groupBy(events, (event) => event)].sort((a, b) => b[1].length - a[1].length)[0]?.[0];

/** What was told of the events that were seen before: all of it, as one story each. */
function toldOf(before: readonly Marked[]): Told[] {
  const events = Map.groupBy(
    before.filter(({ kind }) => kind !== 'noise' && kind !== 'roundup'),
    ({ event }) => event,
  );
  const stories = Array.from(events, ([id, all]) => ({
    id,
    topics: [],
    articles: all.map(({ article }) => article.id),
    copies: [],
    quantities: [],
    headline: { text: all[0]?.article.title ?? '' },
    points: all.slice(0, 1).flatMap(({ evidence }) => evidence.sentences.slice(0, 2)),
  }));
  return stories.length === 0 ? [] : [{ edition: 'before', stories }];
}

/** The names in the titles of an event, as capitals tell them. */
const namesOf = (all: readonly Marked[], event: string): ReadonlySet<string> =>
  new Set(
    all.flatMap((one) => (one.event === event ? (one.article.text.match(/(?<=\p{Ll} )\p{Lu}\p{L}{3,}/gu) ?? []) : [])),
  );

/** The articles of a few of a week's events, as few feeds bring them: `count` at most, and with each another that names the same, if there is one. */
export function fewOf(all: readonly Marked[], count: number, next: () => number): Marked[] {
  const events = [...new Set(all.map(({ event }) => event))]
    .map((event) => ({ event, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
  const chosen = events.slice(0, 1 + Math.floor(next() * count));
  const others = chosen.flatMap((event) => {
    const names = namesOf(all, event);
    return events.filter((other) => other !== event && !names.isDisjointFrom(namesOf(all, other))).slice(0, 1);
  });
  const few = new Set([...chosen, ...others]);
  return all.filter(({ event }) => few.has(event));
}

/** An article of which a feed gives the first sentences alone. */
export function shortened(one: Marked, sentences: number): Marked {
  const end = one.evidence.sentences[sentences - 1]?.end ?? one.article.text.length;
  const isWithin = (span: { readonly end: number }): boolean => span.end <= end;
  return {
    ...one,
    article: { ...one.article, text: one.article.text.slice(0, end) },
    evidence: {
      ...one.evidence,
      sentences: one.evidence.sentences.filter(isWithin),
      figures: one.evidence.figures.filter(isWithin),
      quotes: one.evidence.quotes.filter(isWithin),
    },
  };
}

/** What of a sentence is marked: that it is news, that it is not, or nothing. */
function markOf({ new: fresh, old }: Marked, text: string): boolean | null {
  if (fresh.some((marked) => marked.includes(text) || text.includes(marked))) return true;
  return old.some((marked) => marked.includes(text)) ? false : null;
}

/** The later articles of events that were told, sentence by sentence. */
function followsIn(
  today: readonly Marked[],
  before: readonly Marked[],
  told: readonly Told[],
  evidence: ReadonlyMap<string, Evidence>,
): Follow[] {
  return today.flatMap((one): Follow[] => {
    const isNews = one.kind === 'update' || one.kind === 'correction' || one.kind === 'denial';
    const story = told.flatMap(({ stories }) => stories).find(({ id }) => id === one.event);
    if ((!isNews && one.kind !== 'repeat') || story === undefined) return [];
    const earlier = before.filter(({ event, article }) => event === one.event && evidence.has(article.id));
    const known = knownOf(
      [story],
      earlier.map(({ article }) => article),
      evidence,
    );
    const lines = sightsOf(one.article, one.evidence, known).map(
      (sight): Line => ({
        traits: NEWS.map(({ of }) => of(sight)),
        is: isNews ? markOf(one, sight.text) : false,
      }),
    );
    // Of one whose news was cut off nobody knows what it tells.
    return isNews && lines.every(({ is }) => is !== true) ? [] : [{ isNews, lines }];
  });
}

/**
 * Looks at each morning of a week as a service would that had told all that was seen before; with `isForgotten` one that does not have the
 * articles any more, only what it said of them.
 */
export function look(week: string, all: readonly Marked[], isForgotten = false): Mornings {
  const eventOf = new Map(all.map(({ article, event }) => [article.id, event]));
  const [pairs, follows]: [Pair[], Follow[]] = [[], []];
  for (const [day, today] of Map.groupBy(all, dayOf)) {
    const before = all.filter((one) => dayOf(one) < day);
    const told = toldOf(before);
    const inSight = isForgotten ? today : [...before, ...today];
    const evidence = new Map(inSight.map((one) => [one.article.id, one.evidence]));
    const reports = inSight.filter(({ kind }) => kind !== 'roundup').map(({ article }) => article);
    const fresh = new Set(today.map(({ article }) => article.id));
    const groups = groupsOf(reports, evidence, told, fresh, withdrawalsAmong(reports, evidence));
    const eventsOf = (members: readonly Article[]): string[] => members.flatMap(({ id }) => eventOf.get(id) ?? []);
    for (const { child, root, pair } of kinAmong(groups.map(({ kinsman }) => kinsman))) {
      const [later, earlier] = [groups[child], groups[root]];
      if (later === undefined || earlier === undefined || !later.members.some(({ id }) => fresh.has(id))) continue;
      const roots = [...eventsOf(earlier.members), ...earlier.recollections.map(({ story }) => story.id)];
      const is = most(eventsOf(later.members)) === most(roots);
      pairs.push({ child: `${week} ${day} ${child}`, traits: KIN.map(({ of }) => of(pair)), is, weight: 1 });
    }
    follows.push(...followsIn(today, before, told, evidence));
  }
  return { pairs, follows };
}
