import { proseIn } from '../language/sentences.ts';
import type { Article } from '../model.ts';
import { createBackground } from './background.ts';
import { likeness, type Signature, signatureOf } from './cluster.ts';
import { type Names, namesAmong } from './names.ts';
import { sizesIn, substanceOf } from './substance.ts';
import { quartersOf, type Terms, termsOf } from './terms.ts';

/** What a group that may follow an earlier one needs: less beside what was told, which it must have been written about, than beside its peer, less with two
 * names in common than with one, and most where that one is not in the titles of both. */
const FOLLOWS = { parties: 0.67, titled: 0.7, beside: 0.77 };
const ONE_EVENT = 1;
/**
 * Reports of one morning that share a party and the number that one of them is about are of one event, however they word it; who tells of something
 * else of that party days later recites the number, too.
 */
const SAME_NUMBER = 0.55;
/** How much each sign counts. Two newcomers in a title say as much as any more of them, and so do three names beyond the first. */
const SIGN = {
  restated: 0.5,
  recalled: 0.5,
  alike: 1,
  name: 0.1,
  newcomer: 0.15,
  another: 0.3,
  refers: 0.2,
} as const;
const NAMES = 3;
const NEWCOMERS = 2;
/** A correction is short, and shares with what it corrects who and what it is about. */
const TAKES_BACK = 0.12;
/** Where it is told what happened and to whom, and how far down a report tells again what happened before. */
const LEAD = 600;
const RESTATED = 1200;
/** "Orders Another Cable", "a Second Hall": of one kind, and not the same. */
const ANOTHER = /\b(?:another|second|third|fourth|also|more)\b/iu;
/** What has a name of its own and happens once: whatever two reports tell of it is of one event. */
const OCCURRENCE = /\b(?:hurricane|typhoon|cyclone|storm)\s(\p{Lu}\p{Ll}+)/giu;
/** "Tuesday's outage", said at the top by whoever is in the titles of both, is the one that was told. */
const REFERS =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|(?:this|last)\s(?:week|month))[’']s\s\p{Ll}/iu;
/** What befalls somebody is not what became of a deal of theirs. */
const MISHAP =
  /\b(?:outages?|blackouts?|fires?|blazes?|explosions?|floods?|flooding|leaks?|spills?|breach(?:es)?|cyberattacks?|accidents?|crash(?:es|ed)?|collaps(?:e|es|ed)|failures?|breakdowns?|meltdown|derailment)\b/iu;
const DEAL =
  /\b(?:deals?|contracts?|agreements?|pacts?|leas(?:e|es|ed|ing)|orders?|buys?|acquir(?:e|es|ed)|signs?|signed|wins?|rais(?:e|es|ed)|borrows?|loans?|invests?|partners?|suppl(?:y|ies))\b/iu;
/** A name that more groups have tells none of them apart. */
const LONGEST_POSTING = 40;

export type Kinsman = {
  readonly members: readonly Article[];
  /** What was told of a story whose articles are out of sight; empty for others. */
  readonly recalled: readonly string[];
  /** Whether it was told in an edition before. */
  readonly isTold: boolean;
  /** Whether it takes back what the other says; null where it takes nothing back. */
  readonly takesBack: ((other: Kinsman) => boolean) | null;
};

type Read = {
  readonly signature: Signature;
  /** The names of its titles, of its leads, and of all its text. */
  readonly titled: Names;
  readonly led: Names;
  readonly named: Names;
  /** What each title and each first sentence says. */
  readonly claims: readonly ReadonlySet<string>[];
  readonly titles: readonly ReadonlySet<string>[];
  /** The numbers of these, and of its leads. */
  readonly reported: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** What its leads say together, and all that it says. */
  readonly top: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
  readonly isAnother: boolean;
  readonly refersBack: boolean;
  /** Whether its titles tell of a mishap; of a deal, and nothing at its top of a mishap. */
  readonly isMishap: boolean;
  readonly isDeal: boolean;
  /** Named storms of its titles and first sentences. */
  readonly occurrences: ReadonlySet<string>;
  readonly quarters: ReadonlySet<string>;
  /** Those of its titles: it is of results, and of no deal. */
  readonly quartersTitled: ReadonlySet<string>;
  readonly first: string;
};

const timeOf = ({ published, fetched }: Article): string => published ?? fetched;

/** The heavier a word, the fewer groups have it. */
type Weigh = (words: Iterable<string>) => number;

function weighing(read: readonly Read[]): Weigh {
  const groups = new Map<string, number>();
  for (const { top } of read) for (const word of top) groups.set(word, (groups.get(word) ?? 0) + 1);
  return (words) => {
    let sum = 0;
    for (const word of words) sum += Math.log((read.length + 1) / ((groups.get(word) ?? 0) + 0.5));
    return sum;
  };
}

function readAll(groups: readonly Kinsman[]): Read[] {
  const background = createBackground();
  const names = namesAmong(groups.flatMap(({ members }) => members));
  const terms = groups.map(({ members, recalled }): Terms[] => [
    ...members.map(({ title, text }) => termsOf(title, text)),
    ...(recalled.length === 0 ? [] : [termsOf('', recalled.join(' '))]),
  ]);
  for (const each of terms.flat()) background.learn(each);
  return groups.map(({ members, recalled }, place) => {
    const own = terms[place] ?? [];
    const counts = new Map<string, number>();
    for (const each of own) for (const [term, weight] of each) counts.set(term, (counts.get(term) ?? 0) + weight);
    const titles = members.map(({ title }) => title);
    const top = (characters: number): string =>
      [...members.map(({ title, text }) => `${title}\n${text.slice(0, characters)}`), ...recalled].join('\n');
    const claims = [
      ...members.flatMap(({ title, text }) => [
        title,
        ...proseIn(text.slice(0, LEAD))
          .slice(0, 1)
          .map((each) => each.text),
      ]),
      ...recalled,
    ];
    return {
      signature: signatureOf(counts, Math.max(1, own.length), background),
      titled: names(titles.join('\n')),
      led: names(top(LEAD)),
      named: names(top(Number.POSITIVE_INFINITY)),
      claims: claims.map(substanceOf),
      titles: titles.map(substanceOf),
      reported: sizesIn(claims.join('\n')),
      numbers: sizesIn(top(LEAD)),
      top: substanceOf(top(RESTATED)),
      whole: substanceOf(top(Number.POSITIVE_INFINITY)),
      refersBack: REFERS.test(claims.join('\n')),
      isMishap: MISHAP.test(titles.join('\n')),
      isDeal: DEAL.test([...titles, ...recalled].join('\n')) && !MISHAP.test(top(RESTATED)),
      isAnother: titles.some((title) => ANOTHER.test(title)),
      occurrences: new Set(Array.from(claims.join('\n').matchAll(OCCURRENCE), ([, name = '']) => name.toLowerCase())),
      quartersTitled: new Set(titles.flatMap((title) => [...quartersOf(title, '')])),
      quarters: new Set(members.flatMap(({ title, text }) => [...quartersOf(title, text)])),
      first: members.map(timeOf).toSorted()[0] ?? '',
    };
  });
}

/**
 * How much speaks for a later group telling what became of an earlier one, and not of another event of the same company: it says again what
 * happened (`restated`), its title is about what the earlier told of (`recalled`), they are alike, and share more names than one. A name in its
 * title that the earlier never mentions speaks against it.
 */
function kinship(later: Read, earlier: Read, weigh: Weigh): number {
  const share = (words: ReadonlySet<string>, among: ReadonlySet<string>): number => {
    const all = weigh(words);
    return all <= 0 ? 0 : weigh(words.intersection(among)) / all;
  };
  const restated = Math.max(0, ...earlier.claims.map((claim) => share(claim, later.top)));
  const recalled = Math.max(0, ...later.titles.map((title) => share(title, earlier.whole)));
  const shared = later.led.intersection(earlier.led).size;
  const newcomers = later.titled.difference(earlier.named).size;
  return (
    SIGN.restated * restated +
    SIGN.recalled * recalled +
    SIGN.alike * likeness(later.signature, earlier.signature) +
    SIGN.name * Math.max(0, Math.min(NAMES, shared - 1)) -
    SIGN.newcomer * Math.min(NEWCOMERS, newcomers) -
    (later.isAnother ? SIGN.another : 0)
  );
}

/** Whether two groups share who they are about and the number that one of them is about, or two parties and any number. */
function sharesNumber(a: Read, b: Read): boolean {
  const parties = a.led.intersection(b.led).size;
  const isReported = !a.reported.isDisjointFrom(b.numbers) || !b.reported.isDisjointFrom(a.numbers);
  return parties > 0 && (isReported || (parties > 1 && !a.numbers.isDisjointFrom(b.numbers)));
}

/**
 * Groups that tell of one event, as lists of their places: a ruling, a resignation, a denial shares the parties with the first report and few of its
 * words. A group joins the one that it is most kin to, and none that joined another itself; what takes something back joins all that it takes back.
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

type Pair = { readonly child: number; readonly root: number; readonly kinship: number; readonly takesBack: boolean };

/** For each group, those that share a word of weight with it: everybody else is no kin. */
function neighbours(read: readonly Read[]): Set<number>[] {
  const postings = new Map<string, number[]>();
  read.forEach(({ claims }, place) => {
    for (const word of new Set(claims.flatMap((claim) => [...claim]))) {
      const posting = postings.get(word);
      if (posting === undefined) postings.set(word, [place]);
      else posting.push(place);
    }
  });
  return read.map(({ top }, place) => {
    const found = [...top].flatMap((word) => {
      const posting = postings.get(word) ?? [];
      return posting.length > LONGEST_POSTING ? [] : posting;
    });
    return new Set(found.filter((other) => other !== place));
  });
}

/** A later group and an earlier one that may be its own, what takes back first, then the nearest kin. */
function pairsOf(groups: readonly Kinsman[], read: readonly Read[]): Pair[] {
  const near = neighbours(read);
  const weigh = weighing(read);
  const pairs: Pair[] = [];
  read.forEach((a, child) => {
    const takes = groups[child]?.takesBack ?? null;
    if (groups[child]?.isTold === true && takes === null) return;
    // A correction may name nobody: "the article misstated the size".
    for (const root of takes === null ? (near[child] ?? []) : groups.keys()) {
      const [b, early] = [read[root], groups[root]];
      if (b === undefined || early === undefined || child === root) continue;
      if (!early.isTold && (a.first < b.first || (a.first === b.first && child < root))) continue;
      const isOtherQuarter =
        a.quarters.size > 0 &&
        a.quarters.isDisjointFrom(b.quarters) &&
        (b.quarters.size > 0 || (early.isTold && a.quartersTitled.size > 0));
      const isOwn = isOtherQuarter || (a.isMishap && b.isDeal);
      const isTitled = !a.titled.isDisjointFrom(b.titled);
      const known = a.refersBack && isTitled ? SIGN.refers : 0;
      const kin = kinship(a, b, weigh) + (early.isTold ? known : sharesNumber(a, b) ? SAME_NUMBER : 0);
      const takesBack = likeness(a.signature, b.signature) >= TAKES_BACK && (takes?.(early) ?? false);
      const sign = a.led.intersection(b.led).size > 1 ? 'parties' : isTitled ? 'titled' : 'beside';
      const isOneOccurrence = !a.occurrences.isDisjointFrom(b.occurrences);
      if (takesBack || isOneOccurrence || (!isOwn && kin >= (early.isTold ? FOLLOWS[sign] : ONE_EVENT)))
        pairs.push({ child, root, kinship: kin, takesBack });
    }
  });
  return pairs.sort((a, b) => Number(b.takesBack) - Number(a.takesBack) || b.kinship - a.kinship);
}
