import { singular } from '../language/nouns.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';
import { derived, field } from './in-use.ts';
import { entitiesIn } from './mentions.ts';
import { UNIT_SYMBOLS } from './units.ts';

/** What an article is about, in the field's own terms. */
export type Relevance = {
  /** Topic ids, the strongest first; empty for what is not of this field. */
  readonly topics: readonly string[];
  /** Topics that some word speaks for, the strongest first; empty where more words speak for another field. */
  readonly hints: readonly string[];
  /** The words that decided it. */
  readonly because: readonly string[];
  /** Names of entities in the title and the lead, most mentioned first. */
  readonly entities: readonly string[];
};

const LEAD = 1500;
const TITLE_TIMES = 3;
const STRONG = 3;
const WEAK = 1;
const ENOUGH = 4;
/** What a word of another field takes away. */
const AWAY = 2;

/** Words that are weak one by one decide together: so many of them, of two of the field's `built` topics. */
const TOGETHER = 4;
/** So many of them beside the name of a company of the field. */
const BESIDE_HOUSE = 2;

/** A unit's symbol with a capital that says so: "MW", "kW", and not "as" or "in". */
const SYMBOL = /^(?:\p{Ll}\p{Lu}|\p{Lu}{2})\p{L}{0,2}$/u;

/** Lower case, one form for one and many, hyphens as spaces, units by their names: how words are looked up. */
const plain = (text: string): string[] =>
  wordsIn(text.replaceAll('-', ' ')).map(({ text: word }) => {
    const unit = SYMBOL.test(word) ? UNIT_SYMBOLS.get(word) : undefined;
    return unit ?? singular(word.toLowerCase().replace(/['’]s?$/, ''));
  });

/** "Maro Cloud": a name in a text, where capitals tell names. */
const NAME = /(?<=(?:^|[^\p{L}])(\p{Lu}[\p{L}\d&]+)\s)\p{Lu}\p{Ll}+/gu;

/** A company whose name's last word, its `house`, says that it is of the field. */
export type House = { readonly first: string; readonly name: string; readonly house: string };

/** The companies in a text whose names say that they are of the field. */
export function housesIn(text: string): House[] {
  return Array.from(text.matchAll(NAME)).flatMap(([last, first = '']) => {
    const house = singular(last.toLowerCase());
    const isHouse = field().houses.includes(house) && !STOP_WORDS.has(first.toLowerCase());
    return isHouse ? [{ first, name: `${first} ${last}`, house }] : [];
  });
}

type Clue = { readonly topic: string; readonly weight: number };

/** The words that tell the field's topics, those of other fields, and how many words the longest phrase has. */
const lexicon = derived(() => {
  const clues = new Map<string, Clue[]>();
  for (const { id, strong, weak } of field().topics) {
    for (const [phrases, weight] of [
      [strong, STRONG],
      [weak, WEAK],
    ] as const) {
      for (const phrase of phrases) {
        const key = plain(phrase).join(' ');
        clues.set(key, [...(clues.get(key) ?? []), { topic: id, weight }]);
      }
    }
  }
  return {
    clues,
    others: new Set(field().beside.map((phrase) => plain(phrase).join(' '))),
    longest: Math.max(1, ...Array.from(clues.keys(), (key) => key.split(' ').length)),
  };
});

/** Whether an article is of the field, and which of its topics: their clue words, thrice in a title. */
export function relevanceOf(title: string, text: string): Relevance {
  const lexical = lexicon();
  const { built, players } = field();
  const scores = new Map<string, number>();
  const because = new Set<string>();
  const together = new Map<string, Set<string>>();
  const others = new Set<string>();
  let ours = 0;
  const read = (part: string, times: number): void => {
    const seen = new Set<string>();
    const words = plain(part);
    for (let at = 0; at < words.length; at += 1) {
      for (let size = Math.min(lexical.longest, words.length - at); size > 0; size -= 1) {
        const phrase = words.slice(at, at + size).join(' ');
        if (lexical.others.has(phrase)) others.add(phrase);
        const clues = lexical.clues.get(phrase);
        if (clues === undefined) continue;
        if (!seen.has(phrase)) {
          seen.add(phrase);
          ours += Math.max(...clues.map(({ weight }) => weight)) * (times > 1 ? 2 : 1);
          for (const { topic, weight } of clues) scores.set(topic, (scores.get(topic) ?? 0) + weight * times);
          if (clues.some(({ weight }) => weight === STRONG)) because.add(phrase);
          for (const { topic } of clues.filter((clue) => built.includes(clue.topic))) {
            together.set(phrase, (together.get(phrase) ?? new Set()).add(topic));
          }
        }
        at += size - 1;
        break;
      }
    }
  };
  read(title, TITLE_TIMES);
  read(text.slice(0, LEAD), 1);
  const entities = entitiesIn(`${title}\n${text.slice(0, LEAD)}`);
  for (const [{ name, kind }] of entities) if (players.includes(kind)) because.add(name);
  for (const [house, [first]] of Map.groupBy(housesIn(text.slice(0, LEAD)), (each) => each.house)) {
    // Its words are meant as this field means them; what it does may still be of another.
    ours += STRONG;
    if (first === undefined || [...together.keys()].filter((phrase) => phrase !== house).length < BESIDE_HOUSE)
      continue;
    because.add(first.name);
    for (const { topic } of lexical.clues.get(house) ?? []) scores.set(topic, (scores.get(topic) ?? 0) + STRONG);
  }
  if (because.size === 0 && together.size >= TOGETHER) {
    const met = new Set([...together.values()].flatMap((found) => [...found]));
    if (met.size > 1) for (const phrase of together.keys()) because.add(phrase);
  }
  const isOther = others.size * AWAY > ours;
  const byScore = isOther ? [] : [...scores].sort((a, b) => b[1] - a[1]);
  const sum = byScore.reduce((total, [, score]) => total + score, 0);
  const [best = 0] = byScore.map(([, score]) => score);
  // A strong word needs a word beside it, of any topic.
  const topics =
    because.size === 0 || sum < ENOUGH ? [] : byScore.filter(([, score]) => score >= Math.min(ENOUGH, best));
  return {
    topics: topics.map(([topic]) => topic),
    hints: byScore.map(([topic]) => topic),
    because: [...because],
    entities: [...entities]
      .sort((a, b) => b[1] - a[1])
      .filter(([{ kind }]) => kind !== 'place')
      .map(([{ name }]) => name),
  };
}
