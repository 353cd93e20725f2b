import { contentOf } from '../domain/same-figure.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?/gu;
/** Years and small counts are met anywhere. */
const COMMONPLACE = /^(?:(?:19|20)\d\d|\d{1,2})$/u;

/** What a text says, as words of one meaning, and the numbers by which an event is known again: "after its $9 billion sale". */
export function substanceOf(text: string): ReadonlySet<string> {
  const substance = new Set(contentOf(text));
  for (const [found] of text.matchAll(NUMBER)) {
    const number = found.replaceAll(',', '');
    if (!COMMONPLACE.test(number)) substance.add(number);
  }
  return substance;
}
