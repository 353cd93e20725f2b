import { entitiesIn } from '../domain/mentions.ts';
import { DAY_MS } from '../durations.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';
import { periodOf } from '../reading/times/period.ts';
import { timesIn } from '../reading/times.ts';
import { quantitiesAskedFor } from './meaning.ts';
import { type AskedTerm, termsOf, topicOf } from './terms.ts';

/** Somebody or something named, by each of its names as terms: any of them will do. */
export type Name = { readonly ways: readonly (readonly string[])[] };

/** A question as it is read at a time. */
export type Question = {
  readonly text: string;
  /** What it is about beside its names. */
  readonly topic: readonly AskedTerm[];
  readonly names: readonly Name[];
  /** What an answer must hold, whatever else it says. */
  readonly wants: 'number' | 'cause' | 'name' | 'time' | null;
  /** The noun that "how many" counts, as a term; null where nothing is counted. */
  readonly counted: string | null;
  /** The kinds of unit that answer it (`power`, `money`) where its words say so, and these words as terms. */
  readonly kinds: readonly string[];
  readonly quantities: ReadonlySet<string>;
  /** Terms of the quantity that it names, one of which an answer says (`revenue`); empty where any number of the kind will do. */
  readonly quantity: ReadonlySet<string>;
  /** News of this time alone is asked for ("last week"): `from <= t < to`. */
  readonly period: { readonly from: Date; readonly to: Date } | null;
  /** What holds now is asked for. */
  readonly now: boolean;
  /** Words to search with: the question's and every alias of what it names. */
  readonly search: string;
};

const WANTS_NUMBER =
  /\b(?:how (?:much|many|large|big|high|long|fast|far|expensive|cheap)|what (?:does|do|did|will|would) .{1,80} (?:cost|pay|charge|spend)|(?:what|which) (?:is|are|was|were) the (?:\S+ ){0,3}(?:price|cost|capacity|revenue|profit|margin|yield|value|valuation|share|percentage|number|amount|rate)s?|what (?:share|percentage|number|amount|price|fraction)|capex of)\b/i;
/** The question word at the head of a question or of its last clause. */
const ASKED_WITH = /(?:^|[.,;?] |\band )(?:(why)|(who|whom|whose)|(when))\b/i;
/** What somebody or somewhere is asked for as: the answer is a name, and need not say that it is a company's. */
const KIND_OF_NAME =
  /\b(?:which|what) (compan(?:y|ies)|firms?|utilit(?:y|ies)|banks?|agenc(?:y|ies)|suppliers?|customers?|person|people|countr(?:y|ies)|states?|cit(?:y|ies)|towns?)\b/i;

function wantsOf(text: string): Question['wants'] {
  if (WANTS_NUMBER.test(text)) return 'number';
  const [, why, who, when] = ASKED_WITH.exec(text) ?? [];
  if (why !== undefined) return 'cause';
  if (who !== undefined || KIND_OF_NAME.test(text)) return 'name';
  return when === undefined ? null : 'time';
}

/** "how many AI accelerators does", "how many people work": what stands before the auxiliary, or else first. */
function countedIn(text: string): string | null {
  const asked = /\bhow many ((?:[\p{L}-]+ ?){1,4})/iu.exec(text)?.[1];
  if (asked === undefined) return null;
  const [phrase = ''] = asked.split(/ (?:does|do|did|is|are|was|were|will|would|has|have|had|can|could)\b/iu);
  const head = phrase === asked ? phrase.split(' ')[0] : phrase.trim().split(' ').at(-1);
  return termsOf(head ?? '')[0] ?? null;
}

const NOW = /\b(?:now|currently|today|latest|at the moment|these days|newest|most recent|recently)\b/i;
/** Times that a question counts from the day it is asked on, so that they say which news is meant. */
const OF_LATE =
  /\b(?:today|yesterday|(?:this|last|past|previous) (?:week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:in|over) the (?:last|past) (?:\S+ )?(?:days?|weeks?|months?))\b/i;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31 };

function periodAsked(text: string, late: string | null, now: Date): Question['period'] {
  if (late === null) return null;
  const time = timesIn(text, now.toISOString()).find(({ start, end }) => {
    const at = text.indexOf(late);
    return start < at + late.length && end > at;
  });
  const { from, to } = periodOf(time?.when ?? null);
  if (from !== null && to !== null) return { from: new Date(from), to: new Date(to) };
  const [, count = '', unit = 'week'] = /(\d+)?\s*(day|week|month)s?$/i.exec(late) ?? [];
  const days = (DAYS[unit.toLowerCase()] ?? 7) * (Number(count) || 1);
  return { from: new Date(now.getTime() - days * DAY_MS), to: new Date(now.getTime() + 1) };
}

/** Names of a question: entities of the field by all their aliases, and other words with a capital or a digit in them. */
function namesOf(text: string): Name[] {
  const entities = [...entitiesIn(text).keys()].map(({ name, aliases }) =>
    [name, ...aliases].map((way) => termsOf(way)),
  );
  const covered = new Set(entities.flat(2));
  const first = wordsIn(text)[0]?.text;
  const times = new Set(timesIn(text, null).flatMap((time) => termsOf(time.text)));
  const others = wordsIn(text).flatMap(({ text: word }): Name[] => {
    if (word === first || !/^\p{Lu}|^\p{L}+\d/u.test(word) || STOP_WORDS.has(word.toLowerCase())) return [];
    const way = termsOf(word);
    return way.length === 0 || way.some((term) => covered.has(term) || times.has(term)) ? [] : [{ ways: [way] }];
  });
  return [...entities.map((ways) => ({ ways })), ...others];
}

/** How questions begin and what they say that only make sense after the one before them. */
const LEANS =
  /^(?:and|but|or|so|also|what about|how about|since when|says who|who says so)\b|\b(?:it|its|they|their|them|that|those|this|there|he|she|his|her)\b(?! (?:week|month|year|quarter))/i;

/** Whether a question leans on the one before it in its thread: "And in Texas?", "Why?", "Who pays for it?". */
export function leans(question: string): boolean {
  const { names, topic } = readQuestion(question, new Date(0));
  return LEANS.test(question.trim()) || (names.length === 0 && topic.length <= 1);
}

/** Reads a question asked at `now`. `before` is the question that it follows in its thread; what that was about still counts, for less. */
export function readQuestion(text: string, now: Date, before: string | null = null): Question {
  const late = OF_LATE.exec(text)?.[0] ?? null;
  const said = new Set([late, KIND_OF_NAME.exec(text)?.[1]].flatMap((words) => (words == null ? [] : termsOf(words))));
  const own = topicOf(text).filter(({ term }) => !said.has(term));
  const earlier = before === null ? [] : topicOf(before);
  const names = namesOf(text);
  // "And in Texas?" keeps the company and the quantity of the question before, not its place.
  const kept = before === null ? [] : namesOf(before).filter(() => names.length === 0);
  const named = new Set([...names, ...kept].flatMap(({ ways }) => ways.flat()));
  const known = new Set(own.map(({ term }) => term));
  const topic = [
    ...own,
    ...earlier.filter(({ term }) => !known.has(term)).map(({ term }) => ({ term, share: FROM_BEFORE })),
  ].filter(({ term }) => !named.has(term));
  const whole = before === null ? text : `${before} ${text}`;
  const wants = wantsOf(whole);
  const counted = countedIn(whole);
  const { kinds, words, special } = quantitiesAskedFor(whole);
  const aliases = [...entitiesIn(whole).keys()].flatMap(({ name, aliases: others }) => [name, ...others.slice(0, 3)]);
  return {
    text,
    topic,
    names: [...names, ...kept],
    wants,
    counted,
    // Who counts something or asks for a name asks for no unit: an energy label is no energy.
    kinds: counted === null && wants !== 'name' ? kinds : [],
    quantities: new Set(words.flatMap((word) => termsOf(word))),
    quantity: new Set(special.flatMap((word) => termsOf(word))),
    period: periodAsked(text, late, now),
    now: NOW.test(text),
    search: [...new Set([whole, ...aliases])].join(' '),
  };
}
const FROM_BEFORE = 0.6;
