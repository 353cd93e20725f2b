import { contentOf } from '../../domain/same-figure.ts';
import { proseIn } from '../../language/sentences.ts';
import { narration } from '../../language/stand.ts';
import type { Article } from '../../model.ts';
import { type Names, namesAmong } from '../names.ts';

export type Piece = Pick<Article, 'title' | 'text' | 'publisher'>;

/** "Before the Bell: Ports, Grids, Loans": a name, and what is in it as a list. */
const LISTING = /^[^:]{3,40}:\s[^,:]{2,40},\s(?!not\b)[^,:]{2,40}(?:,\s|\s(?:and|&)\s)/iu;
const LISTING_OF_TWO = /^[^:]{3,40}:\s.{4,}\s(?:and|&)\s/iu;
/** "The week in chips" is what a piece covers; "This week in Ohio, a court ..." is when something happened. */
const SPAN = /\b(?:day|days|week|weekend|month|quarter|year)\sin\s[^,]{1,40}$/iu;
const NAMED =
  /\b(?:newsletter|round-?up|digest|briefing|brief|recap|review|wrap|week|weekly|daily|morning|evening|midweek|weekend|monday|friday|saturday|sunday|catch-?up|leftovers|primer|note|notes|letter|memo|edition|issue|no\.\s?\d|things|reading|missed)\b/iu;
const COUNTED =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:\p{L}+\s)?(?:things|stories|items|lines|numbers|takeaways|points)\b/iu;
/** What leads from one matter to the next. */
const ELSEWHERE =
  /^(?:elsewhere|meanwhile|also|and\s(?:finally|in|then)|finally|in\sother\snews|separately|next|over\sin|first|second|third|last|plus|then|\d{1,2}[.)]|[-–—•*]|#\d)\b/iu;
const READER = /\b(?:you|your|we|our|I|my)\b/u;
const DAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu;
const SAYS = /\b(?:said|says|told|according\sto)\b/u;

/** A piece as it is looked at: the names of each of its sentences and paragraphs. */
export type Sight = {
  readonly title: string;
  readonly text: string;
  readonly sentences: readonly string[];
  readonly contents: readonly ReadonlySet<string>[];
  readonly names: readonly ReadonlySet<string>[];
  readonly paragraphs: readonly ReadonlySet<string>[];
  /** How often each name stands in a sentence. */
  readonly counts: ReadonlyMap<string, number>;
  readonly titled: ReadonlySet<string>;
  readonly titleContent: ReadonlySet<string>;
  /** For each title of another that names whom it names: the sentences that do. */
  readonly met: readonly (readonly number[])[];
};

/** What is on the desk that day: how names are written, and which titles name each. */
export type Desk = {
  readonly names: (text: string) => Names;
  readonly headlines: ReadonlyMap<string, readonly string[]>;
};

export function deskOf(articles: readonly Article[]): Desk {
  const names = namesAmong(articles);
  const headlines = new Map<string, string[]>();
  for (const title of new Set(articles.map((article) => article.title)))
    for (const name of names(title)) headlines.set(name, [...(headlines.get(name) ?? []), title]);
  return { names, headlines };
}

/** For each title but its own that names whom a piece names: the sentences that do. */
function metBy(title: string, names: readonly Names[], headlines: Desk['headlines']): number[][] {
  const places = new Map<string, Set<number>>();
  names.forEach((own, n) => {
    for (const headline of [...own].flatMap((name) => headlines.get(name) ?? []))
      places.set(headline, (places.get(headline) ?? new Set()).add(n));
  });
  places.delete(title);
  return [...places.values()].map((all) => [...all]);
}

export function sightOf({ title, text, publisher }: Piece, { names, headlines }: Desk): Sight {
  const told = narration(text);
  const sentences = proseIn(told).map((sentence) => sentence.text);
  const each = sentences.map(names);
  const counts = new Map<string, number>();
  for (const name of each.flatMap((own) => [...own])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    title,
    text: told,
    sentences,
    contents: sentences.map(contentOf),
    names: each,
    paragraphs: told.split(/\n+/u).map(names),
    counts,
    titled: names(title),
    titleContent: contentOf(title).difference(contentOf(publisher)),
    met: metBy(title, each, headlines),
  };
}

/** The share of some sets that are not empty which have something in common with another of them. */
function joint(sets: readonly ReadonlySet<string>[]): number {
  const full = sets.filter(({ size }) => size > 0);
  const joined = full.filter((one, n) => full.some((other, k) => k !== n && !one.isDisjointFrom(other)));
  return full.length === 0 ? 1 : joined.length / full.length;
}

/** The share of neighbours that have nothing in common. */
function breaks(sets: readonly ReadonlySet<string>[]): number {
  const pairs = sets.slice(1).map((one, n) => one.isDisjointFrom(sets[n] ?? new Set()));
  return pairs.length === 0 ? 0 : pairs.filter((isApart) => isApart).length / pairs.length;
}

const most = ({ counts }: Sight): number => Math.max(0, ...counts.values());
const share = (count: number, of: number): number => count / Math.max(1, of);

/** Something that tells a piece that sums up the news of others from a report. */
export type Trait = { readonly name: string; readonly of: (sight: Sight) => number };

export const TRAITS: readonly Trait[] = [
  { name: 'lists in the title', of: ({ title }) => Number(LISTING.test(title)) },
  { name: 'lists two in the title', of: ({ title }) => Number(LISTING_OF_TWO.test(title)) },
  { name: 'spans a time', of: ({ title }) => Number(SPAN.test(title)) },
  { name: 'is called one', of: ({ title }) => Number(NAMED.test(title)) },
  { name: 'counts', of: ({ title }) => Number(COUNTED.test(title)) },
  { name: 'words of the title', of: ({ title }) => title.split(' ').length },
  { name: 'sentences', of: ({ sentences }) => sentences.length },
  { name: 'paragraphs', of: ({ paragraphs }) => paragraphs.length },
  { name: 'words of a sentence', of: ({ text, sentences }) => share(text.split(/\s+/u).length, sentences.length) },
  { name: 'names', of: ({ counts }) => counts.size },
  { name: 'names of a sentence', of: ({ counts, sentences }) => share(counts.size, sentences.length) },
  { name: 'named sentences', of: ({ names }) => share(names.filter(({ size }) => size > 0).length, names.length) },
  { name: 'joint sentences', of: ({ names }) => joint(names) },
  { name: 'joint paragraphs', of: ({ paragraphs }) => joint(paragraphs) },
  { name: 'joint contents', of: ({ contents }) => joint(contents) },
  { name: 'breaks', of: ({ contents }) => breaks(contents) },
  { name: 'breaks of names', of: ({ names }) => breaks(names) },
  { name: 'most of a name', of: most },
  { name: 'most of a name in a sentence', of: (sight) => share(most(sight), sight.sentences.length) },
  {
    name: 'names that come back',
    of: ({ counts }) => share([...counts.values()].filter((n) => n > 1).length, counts.size),
  },
  { name: 'names of the title', of: ({ titled, counts }) => [...titled].filter((name) => counts.has(name)).length },
  {
    name: 'most of a name of the title',
    of: ({ titled, counts, sentences }) =>
      share(Math.max(0, ...[...titled].map((name) => counts.get(name) ?? 0)), sentences.length),
  },
  {
    name: 'sentences of the title',
    of: ({ titleContent, contents }) =>
      share(contents.filter((each) => !each.isDisjointFrom(titleContent)).length, contents.length),
  },
  {
    name: 'title in the lead',
    of: ({ titleContent, contents }) =>
      share(titleContent.intersection(contents[0] ?? new Set()).size, titleContent.size),
  },
  { name: 'sentences elsewhere', of: ({ met, sentences }) => share(new Set(met.flat()).size, sentences.length) },
  {
    name: 'most of one elsewhere',
    of: ({ met, sentences }) => share(Math.max(0, ...met.map(({ length }) => length)), sentences.length),
  },
  { name: 'matters elsewhere', of: ({ met }) => new Set(met.map((places) => places[0])).size },
  { name: 'days', of: ({ text }) => new Set(text.match(DAY)).size },
  { name: 'leads on', of: ({ sentences }) => sentences.filter((each) => ELSEWHERE.test(each)).length },
  {
    name: 'speaks',
    of: ({ sentences }) => share(sentences.filter((each) => READER.test(each)).length, sentences.length),
  },
  { name: 'says', of: ({ sentences }) => share(sentences.filter((each) => SAYS.test(each)).length, sentences.length) },
  { name: 'numbers', of: ({ text, sentences }) => share(text.match(/\d[\d.,]*/gu)?.length ?? 0, sentences.length) },
];
