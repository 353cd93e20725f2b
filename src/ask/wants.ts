import { givenName } from '../language/given-names.ts';
import { wordsIn } from '../language/words.ts';
import type { Figure, Quote } from '../model.ts';
import { periodOf } from '../reading/times/period.ts';
import { timesIn } from '../reading/times.ts';
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
/** "within 16 months", "in under three years" */
const WITHIN =
  /\b(?:within|in|after|takes?|next|until)\s(?:\S+\s){0,3}(?:days?|weeks?|months?|quarters?|years?|hours?)\b/i;
const NAME = /(?<=[\p{L}\d,’'“"(] ?|^)\p{Lu}[\p{L}\d]+/gu;
/** A name behind what places are told by. */
const PLACE = /\b(?:in|at|near|outside|to|from|across|of|on|around)\s(?:the\s)?(?:\p{Ll}+\s){0,2}\p{Lu}[\p{L}]+/gu;
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|a|an|it|its|in|on|at)$/i;

export type Filler = {
  readonly text: string;
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
  if (WITHIN.test(sentence)) return true;
  const times = timesIn(sentence, published);
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
  const people = text.matchAll(/(\p{Lu}[\p{L}.'’-]+) (\p{Lu}[\p{L}'’-]+)/gu);
  for (const [, first = '', last = ''] of people) {
    if (CALENDAR.test(first) || CALENDAR.test(last) || termsOf(last).some((term) => given.has(term))) continue;
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

/** Whether a sentence holds what the question wants: a number, a cause, a time, or a name that the question does not give itself. */
export function holds(
  question: Question,
  { text: sentence, figure, quotes, given, named, published, isName }: Filler,
): boolean {
  const { wants, text: asked, role } = question;
  switch (wants) {
    case 'number':
      return figure !== null || NUMBER.test(sentence);
    case 'cause':
      return CAUSE.test(sentence);
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
    case 'person':
      return (
        role !== null &&
        (role.said.test(sentence) || quotes.some((quote) => quote.role !== null && role.said.test(quote.role))) &&
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
          : (sentence.match(NAME) ?? []);
      const opening = /^\W*(\p{Lu}[\p{L}\d]+)/u.exec(sentence)?.[1];
      return found.some(
        (name) =>
          !CALENDAR.test(name) &&
          (name !== opening || isName(name.toLowerCase())) &&
          termsOf(name).some((term) => !known.has(term)),
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
