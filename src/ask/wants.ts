import { wordsIn } from '../language/words.ts';
import { timesIn } from '../reading/times.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** A number that is no bare year. */
const NUMBER =
  /(?<![\p{L}\d])(?!(?:19|20)\d\d(?![\d.,%]|\p{L}))[\p{Sc}]?\d|\b(?:half|thirds?(?! quarter)|quarters|(?:a|one) quarter|double[ds]?|triple[ds]?|dozens?|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
/** Words by which a sentence gives a reason. */
const CAUSE =
  /\b(?:because|due to|owing to|since|as a result|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|reasons?|driven by|drove|led to|thanks to|so that|in order to|stem(?:s|med) from|explain(?:s|ed)?|amid|after|outpac(?:e[ds]?|ing)|short(?:age|fall)s?)\b/i;
/** And those by which it says so outright. */
const BECAUSE =
  /\b(?:because|due to|owing to|as a result of|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|driven by|thanks to|stem(?:s|med) from|explain(?:s|ed)?)\b/i;
/** "within 16 months", "in under three years" */
const WITHIN =
  /\b(?:within|in|after|takes?|next|until)\s(?:\S+\s){0,3}(?:days?|weeks?|months?|quarters?|years?|hours?)\b/i;
const NAME = /(?<=[\p{L}\d,’'“"] ?)\p{Lu}\p{L}+/gu;

/** Whether a sentence holds what the question wants: a number, a cause, a time, or a name that the question does not give itself. */
export function holds({ wants, text: asked, names }: Question, sentence: string): boolean {
  switch (wants) {
    case 'number':
      return NUMBER.test(sentence);
    case 'cause':
      return CAUSE.test(sentence);
    case 'time':
      return timesIn(sentence, null).length > 0 || WITHIN.test(sentence);
    case 'name': {
      const given = new Set([...termsOf(asked), ...names.flatMap(({ ways }) => ways.flat())]);
      return (sentence.match(NAME) ?? []).some((name) => termsOf(name).some((term) => !given.has(term)));
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
