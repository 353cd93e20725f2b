import { unitOf } from '../../../domain/units.ts';
import type { FigureReading, QuoteReading } from '../../../model.ts';
import type { Clause } from '../../../reading/clauses.ts';
import type { ReadSentence } from '../../../reading/read.ts';
import type { Time } from '../../../reading/times.ts';
import type { Tree } from '../../../reading/tree.ts';
import { about, type Name, nameOf } from '../../choice/hashed.ts';
import { pathOf, roleOf } from '../../choice/path.ts';
import type { Cast } from '../cast.ts';
import type { Gap } from '../gap.ts';
import type { Measure } from '../measurable.ts';
import type { Place } from '../place.ts';

/** A time that the text has told by the end of a sentence, how many sentences back, and the words before it there, in lower case. */
export type Stated = {
  readonly value: string;
  readonly time: Time;
  readonly back: number;
  readonly ahead: readonly string[];
};

/** A figure before it, `back` sentences away, as it was chosen. */
export type Earlier = Pick<FigureReading, 'concept' | 'subject' | 'when'> & {
  /** The words between it and the figure, where they stand in one sentence. */
  readonly between: string | null;
  readonly unit: string | null;
  readonly back: number;
};

/** A figure in its sentence. */
export type Seen = {
  readonly sentence: ReadSentence;
  readonly places: readonly (Place | null)[];
  readonly measures: readonly Measure[];
  /** Which of them it is. */
  readonly at: number;
  readonly place: Place;
  /** The word of the sentence that rules take it to be about; -1 for none. */
  readonly about: number;
  /** Whoever stands before it, and the figure like it, in a list whose verb is left out. */
  readonly gap: Gap | null;
  /** The time that it holds for, as rules have it, and whether that is after the article. */
  readonly when: string | null;
  readonly future: boolean;
  /** Whether it is told as an increase or a decrease. */
  readonly direction: FigureReading['direction'];
  /** The times that the text has told by the end of its sentence, in order. */
  readonly stated: readonly Stated[];
  /** When the article was published. */
  readonly published: string | null;
  /** The figures before it, the nearest first. */
  readonly earlier: readonly Earlier[];
  readonly cast: Cast;
  /** Whoever is quoted where it stands. */
  readonly quote: QuoteReading | undefined;
};

/** The word that what a figure is about hangs on, the last of its phrase's nouns before "of"; -1 where the phrase does not stand in the sentence. */
export function aboutOf(tree: Tree, concept: string | null, { from }: Place): number {
  if (concept === null) return -1;
  const found = tree.words.flatMap(({ start }, n) => (tree.text.startsWith(concept, start - tree.start) ? [n] : []));
  const first = found.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0];
  if (first === undefined) return -1;
  const end = (tree.words[first]?.start ?? 0) + concept.length;
  const inside = tree.words.flatMap(({ end: to }, n) => (n >= first && to <= end ? [n] : []));
  return inside.find((n) => !inside.includes(tree.words[n]?.head ?? -1)) ?? first;
}

export const lemmaAt = (tree: Tree, n: number | null | undefined): string => tree.words[n ?? -1]?.lemma ?? '';

/** The verb of its clause. */
export const verbOf = ({ sentence: { tree }, place }: Seen): string => lemmaAt(tree, place.clause?.predicate);

/** The tags of the verbs of its clause, which tell its tense. */
export const tagsOf = ({ sentence: { tree }, place }: Seen): string =>
  place.clause?.verbs.map((n) => tree.words[n]?.tag ?? '').join(' ') ?? '';

/** What kind of figure it is: money, a part, a span, a count, a physical measure, or bare. */
export function kindOf({ measures, at }: Seen): string {
  const { kind = 'other', unit = null, counted = null } = measures[at] ?? {};
  if (counted !== null) return 'count';
  if (kind !== 'other') return kind;
  return unit === null ? 'bare' : (unitOf(unit)?.kind ?? 'count');
}

/** What a word of a sentence is to a clause. */
function partOf(clause: Clause | null, n: number): string {
  if (clause === null) return 'none';
  const parts = ['subject', 'object', 'agent', 'doer'] as const;
  return parts.find((part) => clause[part] === n) ?? 'other';
}

const known = new WeakMap<Seen, Map<number, readonly Name[]>>();

/** How a word stands to the figure: the way between them in the tree, how far it is, what it is to the figure's clause. */
export function namesOf(seen: Seen, n: number): readonly Name[] {
  const words = known.get(seen) ?? new Map<number, readonly Name[]>();
  known.set(seen, words);
  const made = words.get(n) ?? standsTo(seen, n).map(nameOf);
  words.set(n, made);
  return made;
}

function standsTo(seen: Seen, n: number): string[] {
  const { sentence, place, places, at } = seen;
  const { tree } = sentence;
  const [kind, verb] = [kindOf(seen), verbOf(seen)];
  const path = pathOf(tree, place.head, n);
  const way = path?.join(' ') ?? 'far';
  const plain = way.replace(/\([^)]*\)/g, '');
  const side = n < place.from ? 'before' : n >= place.to ? 'behind' : 'inside';
  const [low, high] = n < place.from ? [n, place.from] : [place.to, n];
  const between = places.filter((one, k) => one !== null && k !== at && one.from >= low && one.to <= high).length;
  const role = roleOf(tree, n);
  const part = partOf(place.clause, n);
  return [
    `way ${way}`,
    `plain ${plain}`,
    `plain ${plain} ${kind}`,
    `first ${path?.[0] ?? ''} last ${path?.at(-1) ?? ''}`,
    `steps ${path?.length ?? 'far'}`,
    `${side} ${about(n < place.from ? place.from - n : n - place.to + 1)}`,
    `${side} figures between ${Math.min(between, 3)}`,
    `role ${role}`,
    `role ${role} verb ${verb}`,
    `${part} of clause`,
    `${part} of ${verb}`,
    `figure is ${roleOf(tree, place.head)} ${part}`,
  ];
}

const WORDS = /[\p{L}\d$€£%’'-]+/gu;

/** The words of a stretch of a sentence, by offsets of the text, in lower case. */
export const wordsBetween = (tree: Tree, from: number, to: number): string[] =>
  tree.text
    .slice(from - tree.start, to - tree.start)
    .toLowerCase()
    .match(WORDS) ?? [];

/** The words before the figure, and those behind it. */
export function beside({ sentence: { tree }, place }: Seen): { readonly before: string[]; readonly behind: string[] } {
  const before = wordsBetween(tree, tree.start, tree.words[place.from]?.start ?? tree.start);
  return { before, behind: wordsBetween(tree, tree.words[place.to - 1]?.end ?? tree.end, tree.end) };
}

/** What the figures before it were read as, each with how near they are and whether they are of its kind. */
export function readBefore(
  { earlier, measures, at }: Seen,
  field: 'concept' | 'subject' | 'when',
): Map<string, Name[]> {
  const found = new Map<string, Name[]>();
  const unit = measures[at]?.unit ?? null;
  earlier.forEach((one, n) => {
    const value = one[field];
    if (value === null) return;
    const like = unit === null ? 'bare' : one.unit === unit ? 'like' : 'unlike';
    const [near, back] = [`${n + 1} before`, `${Math.min(one.back, 2)} sentences back`];
    const words = one.between?.toLowerCase().match(WORDS) ?? [];
    const joint =
      one.between === null
        ? []
        : [
            `joined ${words.length <= 5 ? words.join(' ') : 'far'}`,
            ...words.slice(-2).map((word) => `joined by ${word}`),
            `mark ${one.between.trim().charAt(0)}`,
          ];
    const names = [
      near,
      `${near} ${like}`,
      back,
      `${back} ${like}`,
      `${near} ${back} ${like}`,
      ...joint,
      ...joint.map((name) => `${name} ${like}`),
    ].map(nameOf);
    found.set(value, [...(found.get(value) ?? []), ...names]);
  });
  return found;
}
