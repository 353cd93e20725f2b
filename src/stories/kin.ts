import { stem } from '../language/stem.ts';
import type { Article } from '../model.ts';
import { commonWords, namesIn } from './actors.ts';
import { createBackground } from './background.ts';
import { likeness, type Signature, signatureOf } from './cluster.ts';
import { quartersOf, type Terms, termsOf } from './terms.ts';

/** Likeness at which two groups that name the same party tell of one event: less than what reports of one hour need. */
const KIN = 0.25;
/** Two events of one company share its name; what happened must be alike too. */
const MATTER = 0.15;
/** A correction is short, and shares with what it corrects who and what it is about. */
const TAKES_BACK = 0.12;
const LEAD = 600;
/** How much of a text tells which words are written without a capital. */
const COMMON = 2500;
/** A name that more groups have tells none of them apart. */
const LONGEST_POSTING = 40;

export type Kinsman = {
  readonly members: readonly Article[];
  /** What was told of a story whose articles are out of sight; empty for others. */
  readonly recalled: string;
  /** Whether it was told in an edition before. */
  readonly isTold: boolean;
  /** Whether it takes back what the other says; null where it takes nothing back. */
  readonly takesBack: ((other: Kinsman) => boolean) | null;
};

type Read = {
  readonly signature: Signature;
  /** The same without names: what happened rather than who acts. */
  readonly matter: Signature;
  /** Names in its text, and those of them that a title of it has. */
  readonly names: ReadonlySet<string>;
  readonly titled: ReadonlySet<string>;
  readonly quarters: ReadonlySet<string>;
  readonly first: string;
};

const timeOf = ({ published, fetched }: Article): string => published ?? fetched;

function readAll(groups: readonly Kinsman[]): Read[] {
  const background = createBackground();
  const common = commonWords(groups.flatMap(({ members }) => members.map(({ text }) => text.slice(0, COMMON))));
  const houses = new Set(
    groups.flatMap(({ members }) => members.flatMap(({ publisher }) => publisher.toLowerCase().split(/\s+/))),
  );
  const terms = groups.map(({ members, recalled }): Terms[] => [
    ...members.map(({ title, text }) => termsOf(title, text)),
    ...(recalled === '' ? [] : [termsOf('', recalled)]),
  ]);
  for (const each of terms.flat()) background.learn(each);
  return groups.map(({ members, recalled }, place) => {
    const own = terms[place] ?? [];
    const counts = new Map<string, number>();
    for (const each of own) for (const [term, weight] of each) counts.set(term, (counts.get(term) ?? 0) + weight);
    const told = [...members.map(({ text }) => text.slice(0, LEAD)), recalled].join('\n');
    const named = [...namesIn(told).keys()].filter((name) => !common.has(name) && !houses.has(name));
    const inTitles = namesIn(members.map(({ title }) => title).join('\n'));
    const people = new Set(
      [...namesIn(`${told}\n${members.map(({ title }) => title).join('\n')}`).keys()]
        .filter((name) => !common.has(name))
        .map(stem),
    );
    const matter = [...counts].filter(([term]) => !term.split(' ').some((part) => people.has(part)));
    return {
      signature: signatureOf(counts, Math.max(1, own.length), background),
      matter: signatureOf(new Map(matter), Math.max(1, own.length), background),
      names: new Set(named),
      titled: new Set(named.filter((name) => inTitles.has(name))),
      quarters: new Set(members.flatMap(({ title, text }) => [...quartersOf(title, text)])),
      first: members.map(timeOf).toSorted()[0] ?? '',
    };
  });
}

/**
 * Groups that tell of one event, as lists of their places: a ruling, a resignation, a denial shares the parties with the first report and few of its
 * words. A group joins the told one that it is most like, and none that joined another itself; what takes something back joins all that it takes back.
 */
export function families(groups: readonly Kinsman[]): number[][] {
  const read = readAll(groups);
  const homes = groups.map((_, place) => place);
  for (const { child, root, takesBack } of pairsOf(groups, read)) {
    const [from, to] = [homes[child] ?? child, homes[root] ?? root];
    const isAlone = homes.filter((home) => home === from).length === 1;
    if (from === to || (!takesBack && (!isAlone || to !== root))) continue;
    homes.forEach((home, place) => {
      if (home === from) homes[place] = to;
    });
  }
  return [...Map.groupBy(homes.keys(), (place) => homes[place]).values()];
}

type Pair = { readonly child: number; readonly root: number; readonly alike: number; readonly takesBack: boolean };

/** The groups that share a name with each, which one of the two has in a title. */
function namesakes(read: readonly Read[]): Set<number>[] {
  const postings = new Map<string, number[]>();
  read.forEach(({ names }, place) => {
    for (const name of names) {
      const posting = postings.get(name);
      if (posting === undefined) postings.set(name, [place]);
      else posting.push(place);
    }
  });
  const found = read.map(() => new Set<number>());
  read.forEach(({ titled }, place) => {
    for (const name of titled) {
      const posting = postings.get(name) ?? [];
      if (posting.length > LONGEST_POSTING) continue;
      for (const other of posting) {
        found[place]?.add(other);
        found[other]?.add(place);
      }
    }
  });
  return found;
}

/** A later group and an earlier one that may be its own, what takes back first, then the likest. */
function pairsOf(groups: readonly Kinsman[], read: readonly Read[]): Pair[] {
  const near = namesakes(read);
  const pairs: Pair[] = [];
  read.forEach((a, child) => {
    const takes = groups[child]?.takesBack ?? null;
    // A correction may name nobody: "the article misstated the size".
    for (const root of takes === null ? (near[child] ?? []) : groups.keys()) {
      const [b, early] = [read[root], groups[root]];
      if (b === undefined || early === undefined || child === root) continue;
      if (a.first < b.first || (a.first === b.first && child < root)) continue;
      const alike = likeness(a.signature, b.signature);
      if (alike < TAKES_BACK) continue;
      const takesBack = takes?.(early) ?? false;
      const isOtherQuarter = a.quarters.size > 0 && b.quarters.size > 0 && a.quarters.isDisjointFrom(b.quarters);
      const isKin = () =>
        early.isTold &&
        alike >= KIN &&
        near[child]?.has(root) === true &&
        !isOtherQuarter &&
        likeness(a.matter, b.matter) >= MATTER;
      if (takesBack || isKin()) pairs.push({ child, root, alike, takesBack });
    }
  });
  return pairs.sort((a, b) => Number(b.takesBack) - Number(a.takesBack) || b.alike - a.alike);
}
