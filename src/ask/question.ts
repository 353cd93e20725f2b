import { entitiesIn } from '../domain/mentions.ts';
import { DAY_MS } from '../durations.ts';
import { periodOf } from '../reading/times/period.ts';
import { timesIn } from '../reading/times.ts';
import { amountsIn, type Given } from './given.ts';
import { quantitiesAskedFor } from './meaning.ts';
import { type Name, namesIn } from './names.ts';
import { type Role, roleAskedFor } from './role.ts';
import { NO_VOCABULARY } from './spelling.ts';
import { type AskedTerm, termsOf, topicOf } from './terms.ts';
import { plainly } from './typed.ts';
import {
  ASKS,
  countedIn,
  KIND_OF_NAME,
  KIND_OF_PLACE,
  kindOfUnit,
  PRICE,
  perIn,
  SAID,
  SHARE,
  type Wants,
  wantsOf,
} from './wanted.ts';

/** A question as it is read at a time. */
export type Question = {
  /** In plain words (`plainly`). */
  readonly text: string;
  /** The question that it follows in its thread, likewise. */
  readonly before: string | null;
  /** What it is about beside its names. */
  readonly topic: readonly AskedTerm[];
  /** Whom and what it names by its own looks; the articles tell more. */
  readonly names: readonly Name[];
  readonly wants: Wants;
  /** The office whose holder is asked for. */
  readonly role: Role | null;
  /** Amounts that it gives. */
  readonly given: readonly Given[];
  /** The noun that "how many" counts, as a term; null where nothing is counted. */
  readonly counted: string | null;
  /** The kinds of unit that answer it (`power`, `money`) where its words say so, and these words as terms. */
  readonly kinds: readonly string[];
  readonly quantities: ReadonlySet<string>;
  /** Whether it is asked how old something is. */
  readonly age: boolean;
  /** What a price is for ("per megawatt-hour"), as the last word of the unit; null where it does not say. */
  readonly per: string | null;
  /** Times that the answer holds for: quarters, halves, years; `--Q3` without a year. */
  readonly holds: readonly string[];
  /** News of this time alone is asked for ("last week"): `from <= t < to`. */
  readonly period: { readonly from: Date; readonly to: Date } | null;
  /** What holds now is asked for. */
  readonly now: boolean;
  /** What is so is asked for, or will be: of two numbers of one kind the newer. */
  readonly still: boolean;
  /** What is expected is asked for, rather than what was. */
  readonly ahead: boolean;
  /** Which of several named things has more of it, or less. */
  readonly compares: 'more' | 'less' | null;
  /** Whether the answer is one of the names that it gives: "who cut most, A or B?" */
  readonly chooses: boolean;
  /** Whether one of its names is enough: "Tessellate's T4" as one of two that are compared. */
  readonly anyName: boolean;
  /** When it was asked. */
  readonly asked: Date;
  /** What else is asked in the same breath: "why was it refused / who objected". */
  readonly others: readonly Question[];
  /** Words to search with: the question's and every alias of what it names. */
  readonly search: string;
};

const NOW =
  /\b(?:now|currently|current|today|latest|at the moment|these days|newest|most recent|recently|so far|yet|last)\b/i;
const AGE = /\bhow old\b/i;
const YES_OR_NO = /^(?:is|are|has|have|will|does|do)\b/i;
/** What is asked in the present or of the future is asked of what holds now. */
const STILL = /\b(?:is|are|does|do|will)\b/i;
const AHEAD =
  /\b(?:outlook|forecasts?|guid(?:e|es|ed|ance)|expect(?:s|ed|ation)?|project(?:s|ed|ion)|targets?|plans?|planned|will|next year|due|estimates?|predicts?)\b/i;
/** Times that a question counts from the day it is asked on, so that they say which news is meant. */
const OF_LATE =
  /\b(?:today|yesterday|(?:this|last|past|previous) (?:week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:in|over) the (?:last|past) (?:\S+ )?(?:days?|weeks?|months?))\b/i;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31 };
const COMPARES =
  /\b(?:which|who|what)\b(?:(?!\b(?:which|who|what)\b).)*?\b(?:(more|most|larger|largest|bigger|biggest|higher|highest|longer|longest|greater|faster|fastest|dearer)|(less|least|fewer|fewest|smaller|smallest|lower|lowest|cheaper|cheapest|shorter|shortest))\b(.*)/i;

function periodAsked(text: string, late: string | null, now: Date): Question['period'] {
  if (late === null) return null;
  const time = timesIn(text, now.toISOString()).find(({ start, end }) => {
    const at = text.indexOf(late);
    return start < at + late.length && end > at;
  });
  const { from, to } = periodOf(time?.when ?? null);
  if (from !== null && to !== null) return { from: new Date(from), to: new Date(to) };
  const [, unit = 'week'] = /(day|week|month)s?$/i.exec(late) ?? [];
  const days = (DAYS[unit.toLowerCase()] ?? 7) * (Number(/\d+/.exec(late)?.[0]) || 1);
  return { from: new Date(now.getTime() - days * DAY_MS), to: new Date(now.getTime() + 1) };
}

/** Quarters, halves and years that the answer is to hold for. */
function heldIn(text: string, now: Date): string[] {
  const held = timesIn(text, now.toISOString()).flatMap(({ when, bare, text: said, kind }): string[] => {
    if (kind === 'length') return [];
    const fixed = bare ?? when;
    if (fixed === null) return [];
    if (/^(?:\d{4}-Q[1-4]|--[QH]\d|\d{4}|\d{4}-\d\d\/\d{4}-\d\d)$/.test(fixed)) return [fixed];
    return /\b(?:last|next|this) (?:fiscal )?(?:year|quarter)\b/i.test(said) && when !== null ? [when] : [];
  });
  return held.length > 0 ? held : /\b(?:full[- ]year|fiscal year|for the year|annual)\b/i.test(text) ? ['year'] : [];
}

/** How questions begin and what they say that only make sense after the one before them. */
const LEANS =
  /^(?:and|but|or|so|also|what about|how about|since when|says who|who says so)\b|\b(?:it|its|they|their|them|that|those|this|there|he|she|his|her)\b(?! (?:week|month|year|quarter))/i;

/** Whether a question leans on the one before it in its thread: "And in Texas?", "Why?", "Who pays for it?". */
export function leans(typed: string): boolean {
  const { names, topic, text } = readQuestion(typed, new Date(0));
  return LEANS.test(text) || (names.length === 0 && topic.length <= 1);
}

/** Words of a question that say how it is put, not what it is about. */
const PUTTING = new Set(
  termsOf('latest current currently end ending ended recent far much many last currently actually exactly roughly'),
);
/** Verbs by which somebody's words are asked for. */
const SAYING = new Set(
  termsOf('say tell think call promise warn claim add argue object complain write describe put quote'),
);
const FROM_BEFORE = 0.6;
/** A change, told as a share or in the unit of what changes. */
const BY_HOW_MUCH =
  /\bby how much\b|\bhow (?:much|far) .{1,80}\b(?:(?:go|goes|went|gone|come|came) (?:up|down)|rise|rose|risen|fall|fell|fallen|drop(?:ped)?|climb(?:ed)?|increased?|decreased?)\b/i;
/** "The price paid for the stake": money, whatever it was paid for. */
const PRICED_FIRST = /\b(?:price|cost|paid|pay|pays|worth|value|valuation)\b.{1,60}\b(?:for|of)\b.{1,60}\bstake\b/i;
const LIGHT_TERMS = new Set(
  termsOf('carry bring put look hold keep stand run take make need want use find give let try seem become'),
);
const LIGHTLY = 0.4;
/** Where one question ends and another begins. */
const BREATHS =
  /\s\/\s|,? and (?=(?:who|what|when|where|why|how|which)(?:'s)? (?:is|are|was|were|did|does|do|will|has|much|many|long)\b)|\?\s+(?=\S)|;\s+(?=(?:and )?(?:who|what|when|where|why|how|which)\b)/i;
const MOST_PARTS = 3;

/** Reads a question asked at `now`. `before` is the question that it follows in its thread; what that was about still counts, for less. */
export function readQuestion(typed: string, now: Date, before: string | null = null): Question {
  const [first = typed, ...rest] = plainly(typed)
    .split(BREATHS)
    .filter((part) => part.trim() !== '')
    .slice(0, MOST_PARTS);
  const asks = rest.filter((part) => ASKS.test(part.trim()));
  const text = asks.length === 0 ? plainly(typed) : first.trim();
  const others = asks.map((part) => readQuestion(part, now, LEANS.test(part.trim()) ? text : before));
  const past = before === null ? null : plainly(before);
  const late = OF_LATE.exec(text)?.[0] ?? null;
  const times = timesIn(text, null).filter(({ kind }) => kind !== 'length');
  const said = new Set(
    [late, KIND_OF_NAME.exec(text)?.[1], KIND_OF_PLACE.exec(text)?.[1]].flatMap((words) =>
      words == null ? [] : termsOf(words),
    ),
  );
  const holds = heldIn(text, now);
  const whole = past === null ? text : `${past} ${text}`;
  const role = roleAskedFor(text);
  const heldTerms = new Set(holds.length === 0 ? [] : times.flatMap((time) => termsOf(time.text)));
  for (const term of termsOf('full year fiscal annual')) if (holds.includes('year')) heldTerms.add(term);
  const roleTerms = new Set(role === null ? [] : termsOf(role.text));
  // "how long" asks, "a long cable" is one.
  const howTerms = new Set(termsOf(/\bhow (\p{L}+)/iu.exec(text)?.[1] ?? ''));
  const given = amountsIn(text);
  const givenTerms = new Set(given.flatMap(({ terms }) => terms));
  const sayings = SAID.test(text);
  const isTopic = ({ term }: AskedTerm): boolean =>
    !said.has(term) &&
    !heldTerms.has(term) &&
    !(sayings && SAYING.has(term)) &&
    !roleTerms.has(term) &&
    !givenTerms.has(term) &&
    !howTerms.has(term) &&
    !/^\d{1,3}$/.test(term);
  // "what interest do they carry": a light verb tells little.
  const about = topicOf(text)
    .filter(isTopic)
    .map(({ term, share }) => ({ term, share: LIGHT_TERMS.has(term) ? share * LIGHTLY : share }));
  const own = about.some(({ term }) => !PUTTING.has(term)) ? about.filter(({ term }) => !PUTTING.has(term)) : about;
  const earlier = past === null ? [] : topicOf(past);
  const names = namesIn(text, NO_VOCABULARY);
  // "And in Texas?" keeps the company and the quantity of the question before, not its place.
  const kept = past === null ? [] : namesIn(past, NO_VOCABULARY).filter(() => names.length === 0);
  const named = new Set([...names, ...kept].flatMap(({ ways }) => ways.flat()));
  const known = new Set(own.map(({ term }) => term));
  const topic = [
    ...own,
    ...earlier.filter(({ term }) => !known.has(term)).map(({ term }) => ({ term, share: FROM_BEFORE })),
  ].filter(({ term }) => !named.has(term));
  const wants = wantsOf(whole, role);
  const ofUnit = kindOfUnit(whole);
  const counted = ofUnit === null ? countedIn(whole) : null;
  const { kinds, words } = quantitiesAskedFor(whole);
  // What power costs is money.
  const priced = BY_HOW_MUCH.test(whole)
    ? [...new Set([...kinds, 'share'])]
    : SHARE.test(whole) && !PRICED_FIRST.test(whole)
      ? ['share']
      : kinds.includes('money') && PRICE.test(whole)
        ? ['money']
        : [...new Set(kinds)];
  const aliases = [...entitiesIn(whole).keys()].flatMap(({ name, aliases: others }) => [name, ...others.slice(0, 3)]);
  const compared = COMPARES.exec(text);
  const chosen = /\bor\b/i.test(compared?.[3] ?? '');
  return {
    text,
    before: past,
    topic,
    names: [...names, ...kept],
    wants,
    role,
    given,
    counted,
    // Who counts something or asks for a name asks for no unit: an energy label is no energy.
    kinds: ofUnit !== null ? [ofUnit] : counted === null && wants === 'number' ? priced : [],
    quantities: new Set(words.filter((word) => !word.includes(' ')).flatMap((word) => termsOf(word))),
    age: AGE.test(text),
    per: perIn(text),
    holds,
    period: periodAsked(text, late, now),
    // An office is held by whoever came last, and what is asked with yes or no is asked of today.
    now: NOW.test(text) || wants === 'person' || YES_OR_NO.test(text),
    still: wants === 'number' && holds.length === 0 && STILL.test(text),
    ahead: AHEAD.test(text),
    chooses: /\bor\b/i.test(text) && ASKS.test(text),
    compares: !chosen ? null : compared?.[1] === undefined ? 'less' : 'more',
    anyName: false,
    asked: now,
    others,
    search: [...new Set([whole, ...aliases, ...others.map((other) => other.search)])].join(' '),
  };
}
