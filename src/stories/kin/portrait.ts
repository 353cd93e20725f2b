import { proseIn } from '../../language/sentences.ts';
import type { Article } from '../../model.ts';
import { type Background, createBackground } from '../background.ts';
import { type Signature, signatureOf } from '../cluster.ts';
import { type Names, namesAmong } from '../names.ts';
import { sizesIn, substanceOf } from '../substance.ts';
import { quartersOf, type Terms, termsOf } from '../terms.ts';
import { timesWe } from '../voice.ts';

/** Where it is told what happened and to whom, and how far down a report tells again what happened before. */
const LEAD = 600;
const RESTATED = 1200;
/** So many sentences of an article are put beside those of another, and of each kind so many of a group. */
const SENTENCES = 12;
const MOST = 24;
/** "Orders Another Cable", "a Second Hall": of one kind, and not the same. */
const ANOTHER = /\b(?:another|second|third|fourth|also|more)\b/iu;
/** What has a name of its own and happens once: whatever two reports tell of it is of one event. */
const OCCURRENCE = /\b(?:hurricane|typhoon|cyclone|storm)\s(\p{Lu}\p{Ll}+)/giu;
/** "Tuesday's outage", "announced on Monday", "earlier this week": what was told before. */
const REFERS =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|(?:this|last)\s(?:week|month))[’']s\s\p{Ll}|\b(?:earlier|announced|reported|disclosed)\s(?:this|last|on|in)\b/iu;
/** What befalls somebody is not what became of a deal of theirs. */
const MISHAP =
  /\b(?:outages?|blackouts?|fires?|blazes?|explosions?|floods?|flooding|leaks?|spills?|breach(?:es)?|cyberattacks?|accidents?|crash(?:es|ed)?|collaps(?:e|es|ed)|failures?|breakdowns?|meltdown|derailment)\b/iu;
const DEAL =
  /\b(?:deals?|contracts?|agreements?|pacts?|leas(?:e|es|ed|ing)|orders?|buys?|acquir(?:e|es|ed)|signs?|signed|wins?|rais(?:e|es|ed)|borrows?|loans?|invests?|partners?|suppl(?:y|ies))\b/iu;

/** Articles that are one story so far, and what was told of it. */
export type Kinsman = {
  readonly members: readonly Article[];
  /** What was told of a story whose articles are out of sight; empty for others. */
  readonly recalled: readonly string[];
  /** Whether it was told in an edition before. */
  readonly isTold: boolean;
  /** Whether it takes back what the other says; null where it takes nothing back. */
  readonly takesBack: ((other: Kinsman) => boolean) | null;
};

/** What a group of articles is known by. */
export type Portrait = {
  readonly signature: Signature;
  /** The names of its titles, of its leads, and of all its text. */
  readonly titled: Names;
  readonly led: Names;
  readonly named: Names;
  /** What each title and each first sentence says; each title; each of its first sentences. */
  readonly claims: readonly ReadonlySet<string>[];
  readonly titles: readonly ReadonlySet<string>[];
  readonly sentences: readonly ReadonlySet<string>[];
  /** The numbers of the claims, of its leads, and of all its text. */
  readonly reported: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly allNumbers: ReadonlySet<string>;
  /** What its leads say together, and all that it says. */
  readonly top: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
  readonly isAnother: boolean;
  readonly refersBack: boolean;
  /** Whether its titles tell of a mishap; its titles, or its top; whether they tell of a deal. */
  readonly isMishap: boolean;
  readonly hasMishap: boolean;
  readonly isDeal: boolean;
  /** Named storms of its titles and first sentences. */
  readonly occurrences: ReadonlySet<string>;
  readonly quarters: ReadonlySet<string>;
  /** Those of its titles. */
  readonly quartersTitled: ReadonlySet<string>;
  readonly publishers: ReadonlySet<string>;
  /** Whose pages speak for themselves. */
  readonly voices: ReadonlySet<string>;
  /** Its first and its last article, ISO 8601; empty where it has none in sight. */
  readonly first: string;
  readonly last: string;
  readonly size: number;
  readonly isTold: boolean;
};

const timeOf = ({ published, fetched }: Article): string => published ?? fetched;

/** What each of some groups is known by among the others: names are words that all of them write with a capital. */
export function portraitsOf(groups: readonly Kinsman[]): {
  readonly portraits: Portrait[];
  readonly background: Background;
} {
  const background = createBackground();
  const names = namesAmong(groups.flatMap(({ members }) => members));
  const terms = groups.map(({ members, recalled }): Terms[] => [
    ...members.map(({ title, text }) => termsOf(title, text)),
    ...(recalled.length === 0 ? [] : [termsOf('', recalled.join(' '))]),
  ]);
  for (const each of terms.flat()) background.learn(each);
  const portraits = groups.map(({ members, recalled, isTold }, place): Portrait => {
    const own = terms[place] ?? [];
    const counts = new Map<string, number>();
    for (const each of own) for (const [term, weight] of each) counts.set(term, (counts.get(term) ?? 0) + weight);
    const titles = members.map(({ title }) => title);
    const voices = members.filter(({ text }) => timesWe(text) > 0).map(({ publisher }) => publisher);
    const top = (characters: number): string =>
      [...members.map(({ title, text }) => `${title}\n${text.slice(0, characters)}`), ...recalled].join('\n');
    const prose = members.map(({ text }) => proseIn(text.slice(0, 2 * RESTATED)).map((each) => each.text));
    const claims = [...members.flatMap(({ title }, n) => [title, ...(prose[n] ?? []).slice(0, 1)]), ...recalled];
    const whole = top(Number.POSITIVE_INFINITY);
    const times = members.map(timeOf).toSorted();
    return {
      signature: signatureOf(counts, Math.max(1, own.length), background),
      titled: names([...titles, ...voices].join('\n')),
      led: names([top(LEAD), ...voices].join('\n')),
      named: names([whole, ...voices].join('\n')),
      claims: claims.slice(0, MOST).map(substanceOf),
      titles: titles.slice(0, MOST).map(substanceOf),
      sentences: [...prose.flatMap((each) => each.slice(0, SENTENCES)), ...recalled].slice(0, MOST).map(substanceOf),
      reported: sizesIn(claims.join('\n')),
      numbers: sizesIn(top(LEAD)),
      allNumbers: sizesIn(whole),
      top: substanceOf(top(RESTATED)),
      whole: substanceOf(whole),
      refersBack: REFERS.test(top(LEAD)),
      isMishap: MISHAP.test(titles.join('\n')),
      hasMishap: MISHAP.test(top(RESTATED)),
      isDeal: DEAL.test([...titles, ...recalled].join('\n')),
      isAnother: titles.some((title) => ANOTHER.test(title)),
      occurrences: new Set(Array.from(claims.join('\n').matchAll(OCCURRENCE), ([, name = '']) => name.toLowerCase())),
      quartersTitled: new Set(titles.flatMap((title) => [...quartersOf(title, '')])),
      quarters: new Set(members.flatMap(({ title, text }) => [...quartersOf(title, text)])),
      publishers: new Set(members.map(({ publisher }) => publisher)),
      voices: new Set(voices),
      first: times[0] ?? '',
      last: times.at(-1) ?? '',
      size: members.length,
      isTold,
    };
  });
  return { portraits, background };
}
