import { entityOf } from '../domain/entities.ts';
import { field } from '../domain/in-use.ts';
import { housesIn, type Relevance, relevanceOf } from '../domain/relevance.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';
import type { Article } from '../model.ts';
import { timesWe } from './voice.ts';

/** Who acts in an article: names in its title that its text has too, without places. */
type Names = ReadonlySet<string>;

const LEAD = 600;
/** Where a report says whom it is about, if its title does not. */
const OPENING = 120;
/** "near Salina", "in Kansas": where something is, not who acts. */
const PLACED = /\b(?:in|near|at|from|off|outside|across|around|of)\s$/;
const CAPITAL = /^\p{Lu}\p{L}{2,}/u;

const plain = (word: string): string => word.replace(/['’]s$/, '').toLowerCase();

/** Words with a capital, in lower case without what marks a genitive: how often each stands there, and how often after a word of place. */
export function namesIn(text: string): Map<string, { readonly named: number; readonly placed: number }> {
  const found = new Map<string, { named: number; placed: number }>();
  for (const { start, text: word } of wordsIn(text)) {
    if (!CAPITAL.test(word) || STOP_WORDS.has(plain(word))) continue;
    const entry = found.get(plain(word)) ?? { named: 0, placed: 0 };
    entry.named += 1;
    if (PLACED.test(text.slice(Math.max(0, start - 8), start))) entry.placed += 1;
    found.set(plain(word), entry);
  }
  return found;
}

/** Words that texts write without a capital, too: no names. */
export const commonWords = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap(wordsIn).flatMap(({ text: word }) => (CAPITAL.test(word) ? [] : [plain(word)])));

/** Who is called after what they do for the field: "of Maro Cloud" is of a company, and nowhere. */
const housedIn = (text: string): Names => new Set(housesIn(text).map(({ first }) => plain(first)));

function actorsOf({ title, text }: Article, common: ReadonlySet<string>): Names {
  const titled = namesIn(title);
  const housed = housedIn(text.slice(0, LEAD));
  return new Set(
    [...namesIn(text.slice(0, LEAD))].flatMap(([name, { named, placed }]) => {
      const isActor =
        titled.has(name) &&
        (placed * 2 < named || housed.has(name)) &&
        !common.has(name) &&
        entityOf(name)?.kind !== 'place';
      return isActor ? [name] : [];
    }),
  );
}

/** Whoever says "we" again and again on a page of its own acts in what it tells. */
const OFTEN = 2;

/** Who speaks in an article of what the field builds, without the words of their own name. */
function voiceOf({ publisher, title, text }: Article): string {
  if (timesWe(text) < OFTEN) return '';
  const { hints } = relevanceOf(title.replaceAll(publisher, ''), text.replaceAll(publisher, ''));
  return hints.some((topic) => field().built.includes(topic)) ? publisher : '';
}

/**
 * What stories are about, where some tell it by their words and others by who acts in them: whoever is in the field's news this week
 * is of the field in the next report too, or on a page of its own, where that says anything of the field at all.
 */
export function withActors(
  stories: readonly { readonly members: readonly Article[]; readonly about: Relevance }[],
): Relevance[] {
  const common = commonWords(stories.flatMap(({ members }) => members.map(({ text }) => text.slice(0, LEAD))));
  const actors = new Set(
    stories
      .filter(({ about }) => about.topics.length > 0)
      .flatMap(({ members }) => members.flatMap((each) => [...actorsOf(each, common)])),
  );
  return stories.map(({ members, about }) => {
    if (about.topics.length > 0 || about.hints.length === 0) return about;
    const acting = new Set(
      members.flatMap((article) => {
        const { title, text } = article;
        const titled = [...namesIn(title).keys()].filter((name) => namesIn(text.slice(0, LEAD)).has(name));
        const voice = [...namesIn(voiceOf(article)).keys()];
        return [...titled, ...voice, ...housedIn(text.slice(0, OPENING))].filter((name) => actors.has(name));
      }),
    );
    const because = [...acting].map((name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
    return acting.size === 0 ? about : { ...about, topics: about.hints.slice(0, 2), because };
  });
}
