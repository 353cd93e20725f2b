import { contentOf } from '../domain/same-figure.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?/gu;
/** Years and small counts are met anywhere. */
const COMMONPLACE = /^(?:(?:19|20)\d\d|\d{1,2})$/u;

/** The numbers of a text by which an event is known again, as they are written, without commas. */
export const numbersIn = (text: string): ReadonlySet<string> =>
  new Set(
    Array.from(text.matchAll(NUMBER), ([found]) => found.replaceAll(',', '')).filter(
      (number) => !COMMONPLACE.test(number),
    ),
  );

/** What a text says, as words of one meaning, and its numbers: "after its $9 billion sale" is of that sale. */
export const substanceOf = (text: string): ReadonlySet<string> => new Set([...contentOf(text), ...numbersIn(text)]);
