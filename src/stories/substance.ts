import { contentOf } from '../domain/same-figure.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?/gu;
/** Years and small counts are met anywhere. */
const COMMONPLACE = /^(?:(?:19|20)\d\d|\d{1,2})$/u;

/** "1,200" and "1200", "$9.0 billion" and "$9 billion" are one number. */
const plain = (number: string): string =>
  number.replaceAll(',', '').replace(/\.0+(?=\s|$)|(?<=\.\d{1,9})0+(?=\s|$)/u, '');

/** The numbers of a text by which an event is known again, as they are written, without commas and last zeros. */
export const numbersIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(NUMBER), ([found]) => plain(found)).filter((number) => !COMMONPLACE.test(number)));

/** What a text says, as words of one meaning, and its numbers: "after its $9 billion sale" is of that sale. */
export const substanceOf = (text: string): ReadonlySet<string> => new Set([...contentOf(text), ...numbersIn(text)]);

/** A small number says something with what it measures: "85 percent", and not "85". */
const SHARE = /\b(\d{1,2})(?:%|\s?(?:percent|per\scent)\b)/gu;

/** "$7.42 billion" is "roughly $7.4 billion" in the next report. */
const FINE = /^(\d+\.\d{2,})\s(\p{L}+)$/u;
const rounded = (number: string): string =>
  number.replace(FINE, (_, digits: string, scale: string) => plain(`${Number(digits).toFixed(1)} ${scale}`));

/** The numbers by which reports of one morning are known as one: those of an event, and shares. */
export const sizesIn = (text: string): ReadonlySet<string> =>
  new Set([
    ...Array.from(numbersIn(text), rounded),
    ...Array.from(text.matchAll(SHARE), ([, number = '']) => `${number}%`),
  ]);
