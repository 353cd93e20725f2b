import { timesIn } from '../language/times.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** A number that is no bare year. */
const NUMBER =
  /(?<![\p{L}\d])(?!(?:19|20)\d\d(?![\d.,%]|\p{L}))[\p{Sc}]?\d|\b(?:half|third|quarter|double[ds]?|triple[ds]?|dozens?|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
/** Words by which a sentence gives a reason. */
const CAUSE =
  /\b(?:because|due to|owing to|since|as a result|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|reasons?|driven by|drove|led to|thanks to|so that|in order to|stem(?:s|med) from|explain(?:s|ed)?|amid|after|outpac(?:e[ds]?|ing)|short(?:age|fall)s?)\b/i;
const NAME = /(?<=[\p{L}\d,’'“"] ?)\p{Lu}\p{L}+/gu;

/** Whether a sentence holds what the question wants: a number, a cause, a time, or a name that the question does not give itself. */
export function holds({ wants, text: asked, names }: Question, sentence: string): boolean {
  switch (wants) {
    case 'number':
      return NUMBER.test(sentence);
    case 'cause':
      return CAUSE.test(sentence);
    case 'time':
      return timesIn(sentence, null).length > 0;
    case 'name': {
      const given = new Set([...termsOf(asked), ...names.flatMap(({ ways }) => ways.flat())]);
      return (sentence.match(NAME) ?? []).some((name) => termsOf(name).some((term) => !given.has(term)));
    }
    case null:
      return true;
  }
}
