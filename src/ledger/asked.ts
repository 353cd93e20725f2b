import { entityOf } from '../domain/entities.ts';
import { entitiesIn } from '../domain/mentions.ts';
import { contentOf } from '../domain/same-figure.ts';
import { measure, UNIT_NAMES, UNIT_SYMBOLS } from '../domain/units.ts';
import type { Candidate } from '../ports/store.ts';
import { periodOf } from '../reading/times/period.ts';
import { timesIn } from '../reading/times.ts';

/** What a look-up asks for: words that a figure must have, and the time of it. */
export type Asked = {
  /** Without its time and the words that it is put with; empty where nothing else was typed. */
  readonly topic: string;
  /** Each asked word, in every way in which a figure may say it. */
  readonly words: readonly AskedWord[];
  /** `from <= t < to` of the article, or of what the figure holds for; open where null. */
  readonly from: string | null;
  readonly to: string | null;
};

export type AskedWord = {
  readonly text: string;
  /** One of these, all of its words. */
  readonly ways: readonly ReadonlySet<string>[];
  /** The same as they are written, in lower case: most figures that were asked for say one of them outright. */
  readonly written: readonly string[];
  /** Kinds of unit that say it: "power" is said by gigawatts. */
  readonly kinds: readonly string[];
};

const PUT_WITH =
  /^(?:(?:the|all|any|latest|newest|current|recent|new|figures?|numbers?|data|facts?|trend|chart|history|show|of|on|about|for|in|by|from|at|and)\s+)+|\b(?:now|currently|today|so far|over time|trends?|figures?|numbers?|chart|history)\s*$/gi;
/** Words by which a kind of unit is asked for. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  power: ['power'],
  capacity: ['power', 'energy'],
  electricity: ['power', 'energy'],
  load: ['power'],
  energy: ['energy'],
  price: ['money'],
  prices: ['money'],
  cost: ['money'],
  costs: ['money'],
  money: ['money'],
  rent: ['money'],
  share: ['share'],
  percentage: ['share'],
  water: ['volume'],
};

export const kindOf = (unit: string | null): string => {
  if (unit === 'percentage' || unit === 'fraction') return 'share';
  const { kind } = measure(unit);
  return kind.startsWith('money') ? 'money' : (kind.split('/')[0] ?? kind);
};

function kindsOf(word: string): readonly string[] {
  const unit = UNIT_SYMBOLS.get(word) ?? UNIT_NAMES.get(word.toLowerCase());
  return [...(KINDS[word.toLowerCase()] ?? []), ...(unit === undefined ? [] : [kindOf(unit)])];
}

/** The words of a text, one for each meaning: who asks for capital spending is answered by capex. */
export const stemsOf = (text: string): ReadonlySet<string> => contentOf(text.replaceAll('-', ' '));

/** Reads what was typed, at `now`: "northwind power last week" is two words and a week. */
export function askedFor(typed: string, now: Date): Asked {
  let topic = typed.replace(/\s+/g, ' ').trim();
  let from: string | null = null;
  let to: string | null = null;
  const times = timesIn(topic, now.toISOString()).filter(({ kind, when }) => kind !== 'length' && when !== null);
  for (const time of times.toReversed()) {
    const opening = /\b(?:since|from|after|in|on|over|during|for|until|before|by)(?: the)?\s*$/i.exec(
      topic.slice(0, time.start),
    );
    const period = periodOf(time.when);
    const since = /^(?:since|from|after)/i.test(`${opening?.[0] ?? ''}${time.text}`.trim());
    from = period.from;
    to = since ? null : period.to;
    topic = `${topic.slice(0, opening?.index ?? time.start)} ${topic.slice(time.end)}`;
  }
  topic = topic
    .replace(PUT_WITH, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<![?!.,\s])[?!.,\s]+$/, '')
    .trim();
  const entities = [...entitiesIn(topic).keys()];
  const whole = entityOf(topic);
  const named = whole === null ? entities : [whole];
  const inNames = new Set(named.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((way) => [...stemsOf(way)])));
  const words = (whole === null ? topic.split(/[\s/]+/) : []).flatMap((word): AskedWord[] => {
    const stems = stemsOf(word.replace(/['’]s$/, ''));
    if (stems.size === 0 || [...stems].every((stem) => inNames.has(stem))) {
      const kinds = kindsOf(word);
      return stems.size > 0 || kinds.length === 0 ? [] : [{ text: word, ways: [], written: [], kinds }];
    }
    return [{ text: word, ways: [stems], written: [word.toLowerCase()], kinds: kindsOf(word) }];
  });
  return {
    topic,
    words: [
      ...named.map(({ name, aliases }) => ({
        text: name,
        ways: [name, ...aliases].map(stemsOf),
        written: [name, ...aliases].map((way) => way.toLowerCase()),
        kinds: [],
      })),
      ...words,
    ],
    from,
    to,
  };
}

const OPENS = /[\s("“‘]/u;
const CLOSES = /^(?:['’]s)?(?:[\s,;:!?)"”]|\.?$|\.\s)/u;

/** Do these words stand in a text as they are, parted from others by spaces and marks? Both in lower case. */
function saysOutright(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if ((at === 0 || OPENS.test(text.charAt(at - 1))) && CLOSES.test(text.slice(end, end + 4))) return true;
  }
  return false;
}

const holds = (way: ReadonlySet<string>, text: ReadonlySet<string>): boolean => way.size > 0 && way.isSubsetOf(text);

/** Words of a title that are no names there: what an article is about stands for each of its figures, whom it names does not. */
const plainly = (title: string): string => title.replace(/\p{Lu}[\p{L}\p{N}'’&.-]*/gu, ' ');

/** The asked words that a figure's sentence, subject, concept and unit do not have. */
export function missing({ words }: Asked, entry: Candidate): AskedWord[] {
  const { figure, sentence } = entry;
  const kind = kindOf(figure.unit);
  const said = sentence.text.toLowerCase();
  const open = words.filter(
    ({ written, kinds }) => !kinds.includes(kind) && !written.some((way) => saysOutright(said, way)),
  );
  if (open.length === 0) return open;
  const own = stemsOf(
    `${figure.subject ?? ''} ${figure.concept ?? ''} ${figure.attributedTo ?? ''} ${figure.unitText ?? ''} ${sentence.text}`,
  );
  const without = open.filter(({ ways }) => !ways.some((way) => holds(way, own)));
  if (without.length === 0) return without;
  const about = stemsOf(plainly(entry.words));
  return without.filter(({ ways }) => !ways.some((way) => holds(way, about)));
}

/** Was it told, or does it hold, in the time that was asked for? */
export function inTime({ from, to }: Asked, entry: Candidate): boolean {
  if (from === null && to === null) return true;
  const within = (start: string, end: string): boolean =>
    (from === null || start >= from) && (to === null || end <= to);
  if (within(entry.at, entry.at)) return true;
  return entry.from !== null && entry.to !== null && within(entry.from, entry.to);
}
