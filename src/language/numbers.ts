/** The numbers up to nineteen by their words, and the tens. */
export const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
/** "fourty" is how many write it. */
export const TENS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, 10 * (n + 2)]),
  ),
  fourty: 40,
};
const SMALL: ReadonlyMap<string, number> = new Map([...Object.entries(UNITS), ...Object.entries(TENS)]);

/** The number that one word in small letters says; null for any other word. */
export const smallNumber = (word: string): number | null => SMALL.get(word) ?? null;
