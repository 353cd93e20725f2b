import { HOUR_MS } from '../../durations.ts';
import type { Portrait } from './portrait.ts';

/** How heavy words are together, or those of them that stand `among` others: the rarer a word, the heavier. */
export type Weigh = (words: Iterable<string>, among?: ReadonlySet<string>) => number;

/** A later group and an earlier one that it may tell of, too. */
export type Pair = {
  readonly later: Portrait;
  readonly earlier: Portrait;
  /** How alike they are, 0 to 1, and how much more than the later one and the best of the others that it may follow. */
  readonly alike: number;
  readonly ahead: number;
  /** The shares of what one says, by weight, that the other says. */
  readonly share: (words: ReadonlySet<string>, among: ReadonlySet<string>) => number;
  readonly weigh: Weigh;
  readonly weighNames: Weigh;
  readonly weighNumbers: Weigh;
};

/** Something that tells two reports of one event from those of two. */
export type Trait = { readonly name: string; readonly of: (pair: Pair) => number };

const best = (shares: readonly number[]): number => Math.max(0, ...shares);
const part = (words: ReadonlySet<string>, among: ReadonlySet<string>): number =>
  words.size === 0 ? -1 : words.intersection(among).size / words.size;
const hours = (from: string, to: string): number =>
  from === '' || to === '' ? -1 : Math.max(0, (Date.parse(to) - Date.parse(from)) / HOUR_MS);
const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => a.intersection(b);
/** Whether two have something of a kind, and the same: 1, others: -1, or one of them none: 0. */
const agree = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : a.isDisjointFrom(b) ? -1 : 1;

export const TRAITS: readonly Trait[] = [
  { name: 'alike', of: ({ alike }) => alike },
  { name: 'ahead', of: ({ ahead }) => ahead },
  {
    name: 'claim restated at the top',
    of: ({ later, earlier, share }) => best(earlier.claims.map((each) => share(each, later.top))),
  },
  {
    name: 'claim in a sentence',
    of: ({ later, earlier, share }) =>
      best(earlier.claims.flatMap((claim) => later.sentences.map((each) => share(claim, each)))),
  },
  {
    name: 'title known',
    of: ({ later, earlier, share }) => best(later.titles.map((each) => share(each, earlier.whole))),
  },
  {
    name: 'title known at the top',
    of: ({ later, earlier, share }) => best(later.titles.map((each) => share(each, earlier.top))),
  },
  {
    name: 'lead known',
    of: ({ later, earlier, share }) => best(later.sentences.slice(0, 1).map((each) => share(each, earlier.whole))),
  },
  {
    name: 'sentence known in a sentence',
    of: ({ later, earlier, share }) =>
      best(later.sentences.flatMap((one) => earlier.sentences.map((other) => share(one, other)))),
  },
  { name: 'top known', of: ({ later, earlier, share }) => share(later.top, earlier.whole) },
  { name: 'top of the earlier known', of: ({ later, earlier, share }) => share(earlier.top, later.whole) },
  { name: 'names of the leads', of: ({ later, earlier }) => common(later.led, earlier.led).size },
  {
    name: 'weight of the names of the leads',
    of: ({ later, earlier, weighNames }) => weighNames(common(later.led, earlier.led)),
  },
  { name: 'parties of the titles', of: ({ later, earlier }) => agree(later.titled, earlier.titled) },
  {
    name: 'heaviest name of both',
    of: ({ later, earlier, weighNames }) =>
      best(Array.from(common(later.led, earlier.led), (name) => weighNames([name]))),
  },
  {
    name: 'weight of the names of the titles',
    of: ({ later, earlier, weighNames }) => weighNames(common(later.titled, earlier.titled)),
  },
  {
    name: 'share of the names of the titles',
    of: ({ later, earlier, weighNames }) =>
      weighNames(common(later.titled, earlier.titled)) / Math.max(1, weighNames(later.titled.union(earlier.titled))),
  },
  {
    name: 'heaviest newcomer',
    of: ({ later, earlier, weighNames }) =>
      best(Array.from(later.titled.difference(earlier.named), (name) => weighNames([name]))),
  },
  {
    name: 'heaviest missing',
    of: ({ later, earlier, weighNames }) =>
      best(Array.from(earlier.titled.difference(later.named), (name) => weighNames([name]))),
  },
  {
    name: 'things of the title known',
    of: ({ later, earlier, share }) =>
      best(later.titles.map((each) => share(each.difference(later.named), earlier.whole))),
  },
  {
    name: 'things of the lead known',
    of: ({ later, earlier, share }) =>
      best(later.sentences.slice(0, 1).map((each) => share(each.difference(later.named), earlier.whole))),
  },
  {
    name: 'things of a claim in a claim',
    of: ({ later, earlier, share }) =>
      best(earlier.claims.flatMap((one) => later.claims.map((other) => share(one.difference(earlier.named), other)))),
  },
  {
    name: 'things of the tops',
    of: ({ later, earlier, share }) => share(later.top.difference(later.named), earlier.top),
  },
  { name: 'names of the titles', of: ({ later, earlier }) => common(later.titled, earlier.titled).size },
  { name: 'names of the title in the lead', of: ({ later, earlier }) => common(later.titled, earlier.led).size },
  {
    name: 'names of the earlier title in the lead',
    of: ({ later, earlier }) => common(later.led, earlier.titled).size,
  },
  { name: 'newcomers in the title', of: ({ later, earlier }) => later.titled.difference(earlier.named).size },
  { name: 'missing of the title', of: ({ later, earlier }) => earlier.titled.difference(later.named).size },
  { name: 'names known', of: ({ later, earlier }) => part(later.led, earlier.named) },
  { name: 'names of the earlier known', of: ({ later, earlier }) => part(earlier.led, later.named) },
  {
    name: 'numbers reported',
    of: ({ later, earlier }) =>
      common(later.numbers, earlier.reported).size + common(later.reported, earlier.numbers).size,
  },
  { name: 'numbers of the leads', of: ({ later, earlier }) => common(later.numbers, earlier.numbers).size },
  { name: 'numbers', of: ({ later, earlier }) => common(later.allNumbers, earlier.allNumbers).size },
  {
    name: 'weight of the numbers of the leads',
    of: ({ later, earlier, weighNumbers }) => weighNumbers(common(later.numbers, earlier.numbers)),
  },
  {
    name: 'weight of the numbers reported',
    of: ({ later, earlier, weighNumbers }) =>
      weighNumbers(common(later.numbers, earlier.reported).union(common(later.reported, earlier.numbers))),
  },
  {
    name: 'weight of the numbers known',
    of: ({ later, earlier, weighNumbers }) =>
      weighNumbers(common(later.numbers, earlier.allNumbers)) / Math.max(1, weighNumbers(later.numbers)),
  },
  { name: 'numbers known', of: ({ later, earlier }) => part(later.numbers, earlier.allNumbers) },
  { name: 'numbers of the earlier known', of: ({ later, earlier }) => part(earlier.numbers, later.allNumbers) },
  {
    name: 'weight of the words of both tops',
    of: ({ later, earlier, weigh }) => weigh(common(later.top, earlier.top)),
  },
  { name: 'another', of: ({ later }) => Number(later.isAnother) },
  { name: 'refers back', of: ({ later }) => Number(later.refersBack) },
  { name: 'mishap of the later', of: ({ later }) => Number(later.isMishap) + Number(later.hasMishap) },
  { name: 'mishap of the earlier', of: ({ earlier }) => Number(earlier.isMishap) + Number(earlier.hasMishap) },
  { name: 'deal of the later', of: ({ later }) => Number(later.isDeal) },
  { name: 'deal of the earlier', of: ({ earlier }) => Number(earlier.isDeal) },
  { name: 'quarters', of: ({ later, earlier }) => agree(later.quarters, earlier.quarters) },
  { name: 'quarters of the titles', of: ({ later, earlier }) => agree(later.quartersTitled, earlier.quarters) },
  // A desk seldom reports one event twice in a morning.
  { name: 'desks', of: ({ later, earlier }) => agree(later.publishers, earlier.publishers) },
  { name: 'voices', of: ({ later, earlier }) => agree(later.voices, earlier.voices) },
  { name: 'hours since the first', of: ({ later, earlier }) => hours(earlier.first, later.first) },
  { name: 'hours since the last', of: ({ later, earlier }) => hours(earlier.last, later.first) },
  { name: 'told', of: ({ earlier }) => Number(earlier.isTold) },
  { name: 'size of the later', of: ({ later }) => Math.min(4, later.size) },
  { name: 'size of the earlier', of: ({ earlier }) => Math.min(4, earlier.size) },
  { name: 'words of the later', of: ({ later }) => later.top.size },
];
