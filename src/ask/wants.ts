import { isCalendar } from '../language/calendar.ts';
import { givenName } from '../language/given-names.ts';
import { smallNumber } from '../language/numbers.ts';
import { isRoleNoun } from '../language/roles.ts';
import { wordsIn } from '../language/words.ts';
import type { Figure, Quote } from '../model.ts';
import { periodOf } from '../reading/times/period.ts';
import { timesIn } from '../reading/times.ts';
import { asksEnd, tellsEnd } from './ends.ts';
import type { Name } from './names.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** A number that is no bare year. */
const NUMBER =
  /(?<![\p{L}\d])(?!(?:19|20)\d\d(?![\d.,%]|\p{L}))[\p{Sc}]?\d|\b(?:half|thirds?(?! quarter)|quarters|(?:a|one) quarter|double[ds]?|triple[ds]?|dozens?|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
/** Words by which a sentence gives a reason. */
const CAUSE =
  /\b(?:because|due to|owing to|since|as a result|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|reasons?|driven by|drove|led to|thanks to|so that|in order to|stem(?:s|med) from|explain(?:s|ed)?|amid|after|outpac(?:e[ds]?|ing)|short(?:age|fall)s?|citing|cited|object(?:s|ed|ions?)?|concerns?|would|too|over)\b/i;
/** And those by which it says so outright. */
const BECAUSE =
  /\b(?:because|due to|owing to|as a result of|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|driven by|thanks to|stem(?:s|med) from|explain(?:s|ed)?|citing|cited)\b/i;
/** A clause behind what was done that tells what moved or what for: "voted no, siding with residents", "raised the fee, to pay for a pipeline", "fined it for hiding a loss". */
const BEHIND =
  /,\s(?:\p{Ll}+ly\s)?(?:\p{Ll}+ing\s(?:with|that|the|its|their|an?|how|what|for)|to\s\p{Ll}+)\s|\sfor\s(?:\p{Ll}+ly\s|not\s)?\p{Ll}+ing\s/u;
/** "within 16 months", "in under three years" */
const WITHIN =
  /\b(?:within|in|after|takes?|next|until)\s(?:\S+\s){0,3}(?:days?|weeks?|months?|quarters?|years?|hours?)\b/i;
const NAMES = /(?<=[\p{L}\d,’'“"(] ?|^)\p{Lu}[\p{L}\d]+(?:(?: |-| & )\p{Lu}[\p{L}\d]+)*/gu;
/** A name behind what places are told by. */
const PLACE = /\b(?:in|at|near|outside|to|from|across|of|on|around)\s(?:the\s)?(?:\p{Ll}+\s){0,2}\p{Lu}[\p{L}]+/gu;
const namesNone = (word: string): boolean => isCalendar(word) || /^(?:the|an?|its?|in|on|at)$/i.test(word);

/** Somebody leaves an office, or comes to it. */
const LEAVES =
  /\b(?:resign(?:s|ed)|resignation|quits?|stepp?(?:s|ed|ing)? (?:down|aside)|left|leav(?:es|ing)|dismissed|fired|sacked|ousted|retir(?:es|ed)|died|depart(?:s|ed)|former|ex-|outgoing|replaced)\b/iu;
/** Somebody comes to an office. */
const COMES =
  /\b(?:take(?:s)? over|took over|succeeds?|succeeded|appoint(?:s|ed)|named|names|promoted|interim|acting|becomes?|became|hired|will lead|steps? in|stepped in|fills? in)\b/iu;
const FORMER = /\b(?:was|were|former|ex-|before|used to|previous|left|resign|quit|out)\b/i;

export type Filler = {
  readonly text: string;
  /** The sentence before it. */
  readonly before: string;
  readonly figure: Figure | null;
  readonly quotes: readonly Quote[];
  /** Terms of the names that the question gives. */
  readonly given: ReadonlySet<string>;
  readonly named: readonly Name[];
  readonly published: string | null;
  /** Whether the articles write a word as a name alone. */
  isName(word: string): boolean;
};

/** What is to come is told by a time that had not come when it was written, what was by one that had. */
function hasTime({ ahead, text }: Question, sentence: string, published: string | null): boolean {
  if (asksEnd(text) && !tellsEnd(sentence, published)) return false;
  if (WITHIN.test(sentence)) return true;
  const lasts = /\b(?:until|till|how long|expire|end|run|last)/i.test(text);
  const times = timesIn(sentence, published).filter(({ bound }) => bound !== 'until' || lasts);
  if (published === null) return times.length > 0;
  const past = /\bwhen did\b|\bwhen was\b|\bwhen were\b/i.test(text);
  return times.some(({ when, kind }) => {
    if (kind === 'length') return false;
    const { from, to } = periodOf(when);
    const end = to ?? from;
    if (end === null) return !past || from !== null;
    return past ? (from ?? end) <= published : !ahead || end > published;
  });
}

/** Two capitals one after the other, the first a given name, or behind a title: somebody. */
function hasPerson(text: string, given: ReadonlySet<string>): boolean {
  const people = text.matchAll(/(?<![\p{L}\p{M}])(\p{Lu}[\p{L}.'’-]{1,60}) (\p{Lu}[\p{L}'’-]{1,60})/gu);
  for (const [, first = '', last = ''] of people) {
    if (namesNone(first) || namesNone(last) || termsOf(last).some((term) => given.has(term))) continue;
    if (givenName(first) !== null || /^\p{Lu}\p{Ll}+$/u.test(first)) return true;
  }
  return false;
}

/** Is the office told of the organisation that was asked about, or of another: "head of energy at Northwind"? */
function ofOther({ role, text }: Question, sentence: string, given: ReadonlySet<string>): boolean {
  if (role === null || given.size === 0) return false;
  const at = role.said.exec(sentence);
  if (at === null) return false;
  const behind = sentence.slice(at.index + at[0].length, at.index + at[0].length + 60);
  const of = /^(?:\s\p{Ll}+){0,3}\s(?:of|at|for)\s(?:the\s)?(\p{Lu}[\p{L}\d&'’.-]*(?:\s\p{Lu}[\p{L}\d&'’.-]*)*)/u.exec(
    behind,
  )?.[1];
  const owner = /(?<![\p{L}\d&.-])(\p{Lu}[\p{L}\d&.-]*(?:\s\p{Lu}[\p{L}\d&.-]*)*)['’]s?\s(?:\p{Ll}+\s){0,2}$/u.exec(
    sentence.slice(Math.max(0, at.index - 120), at.index),
  )?.[1];
  return [of, owner].some(
    (who) =>
      who !== undefined &&
      termsOf(who).length > 0 &&
      !termsOf(who).some((term) => given.has(term) || termsOf(text).includes(term)),
  );
}

/** Is somebody told as who has the office: not as who left it, unless that is asked, but as who comes after? */
function holdsOffice(
  { text }: Question,
  said: RegExp,
  sentence: string,
  before: string,
  quotes: readonly Quote[],
): boolean {
  if (FORMER.test(text)) return said.test(sentence);
  if (COMES.test(sentence)) return said.test(sentence) || (said.test(before) && LEAVES.test(before));
  // Whoever founded a house has done so for good.
  if (LEAVES.test(sentence) && !said.test('founded')) return false;
  return said.test(sentence) || quotes.some(({ role }) => role !== null && said.test(role));
}

/** Does a sentence say who somebody is: by an office, or in apposition? */
function tellsWho(sentence: string, quotes: readonly Quote[], named: readonly Name[]): boolean {
  if (quotes.some(({ role, organisation }) => role !== null || organisation !== null)) return true;
  return named.some(({ text }) => {
    const [, last = text] = /(?<!\S)(\S+)$/.exec(text) ?? [];
    const at = sentence.toLowerCase().lastIndexOf(last.toLowerCase());
    if (at < 0) return false;
    const behind = sentence.slice(at + last.length, at + last.length + 40);
    const ahead = sentence.slice(Math.max(0, at - 60), at).split(/\s+/);
    return (
      /^(?:,\s(?:an?|the|its|who|whose|\p{Ll}+)\s|\s(?:is|was|runs|heads|leads|chairs|founded)\s)/u.test(behind) ||
      ahead.some((word) => isRoleNoun(word.toLowerCase()))
    );
  });
}

/** Names that only say where something is or which one: "in its Columbus data center", "near Regina". */
const ATTRIBUTIVE =
  /\b(?:(?:its|their|his|her|the|a|an|of)\s\p{Lu}[\p{L}\d-]+(?=\s\p{Ll})(?!\s(?:said|says|has|is|was|will|would|and|or|to|in|at|on|for|by|from|as|with|that|who|which)\b)|(?:in|near|outside|at|across|around|off|between)\s(?:the\s)?\p{Lu}[\p{L}\d-]+(?:,?\s(?:and\s)?\p{Lu}[\p{L}\d-]+){0,6})/gu;

/** Whether a sentence holds what the question wants: a number, a cause, a time, or a name that the question does not give itself. */
export function holds(
  question: Question,
  { text: sentence, before, figure, quotes, given, named, published, isName }: Filler,
): boolean {
  const { wants, text: asked, role } = question;
  switch (wants) {
    case 'number':
      return figure !== null || NUMBER.test(sentence);
    case 'cause':
      // What went before is told as a reason: "He had warned ..." behind a dismissal.
      return CAUSE.test(sentence) || /^(?:He|She|It|They) had\b/.test(sentence);
    case 'time':
      return hasTime(question, sentence, published);
    case 'words':
      return (
        quotes.some(({ speaker, organisation }) => {
          const terms = new Set(termsOf(`${speaker ?? ''} ${organisation ?? ''}`));
          return named.some(({ ways }) => ways.some((way) => way.some((term) => terms.has(term))));
        }) ||
        (quotes.length === 0 && /\b(?:said|says|told|called|wrote|argued|warned|added|denied)\b/.test(sentence))
      );
    case 'who':
      return tellsWho(sentence, quotes, named);
    case 'person':
      return (
        role !== null &&
        holdsOffice(question, role.said, sentence, before, quotes) &&
        !ofOther(question, sentence, given) &&
        hasPerson(sentence, given)
      );
    case 'place':
    case 'name': {
      if (question.chooses && named.length > 1) return true;
      const known = new Set([...termsOf(asked), ...given]);
      const found =
        wants === 'place'
          ? (sentence.match(PLACE) ?? []).map((phrase) => phrase.split(' ').at(-1) ?? '')
          : (sentence.replace(ATTRIBUTIVE, ' ').match(NAMES) ?? []);
      const opening = /^\W*(\p{Lu}[\p{L}\d]+)/u.exec(sentence)?.[1];
      return found.some(
        (name) =>
          !namesNone(name) &&
          (name !== opening || isName(name.toLowerCase())) &&
          smallNumber(name.toLowerCase()) === null &&
          termsOf(name).every((term) => !known.has(term)),
      );
    }
    case null:
      return true;
  }
}

/** A count: no year, and no "half" of what is counted. */
const isCount = (word: string): boolean =>
  NUMBER.test(word) && !/^(?:half|third|quarter|double[ds]?|triple[ds]?)$/i.test(word);
/** Words between a number and what it counts: "38,000 of the newest accelerators". */
const BETWEEN = 3;

/** Whether a sentence that tells what was done goes on with why. */
export const goesOnWhy = (sentence: string): boolean => BEHIND.test(sentence);

/** Whether a sentence tells outright what is asked: so many of what is counted, or the cause as a cause. */
export function tells({ wants, counted }: Question, sentence: string): boolean {
  if (wants === 'cause') return BECAUSE.test(sentence);
  if (wants !== 'number' || counted === null) return false;
  const words = wordsIn(sentence).map(({ text }) => text);
  return words.some(
    (word, at) =>
      isCount(word) && words.slice(at + 1, at + 2 + BETWEEN).some((counts) => termsOf(counts).includes(counted)),
  );
}
