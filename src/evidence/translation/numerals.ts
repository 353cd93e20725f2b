/** The cardinal numbers of a language as words. */

export type Spelling = {
  /** Zero to nineteen, in order; `|` parts spellings of one. */
  readonly ones: string;
  /** Twenty, thirty to ninety. */
  readonly tens: string;
  /** How a ten and what is below it, `n`, are put together: the rules of CLDR's RBNF in short. None past nine, but in French. */
  readonly join: (ten: string, one: string, n: number) => readonly string[];
  /** What follows a number in one word and makes thousands of it. */
  readonly thousand?: string;
  /** A hundred by itself, and two to nine hundreds: by its numeral, or as they are called. */
  readonly hundred: string;
  readonly hundreds?: string;
};

/** All numbers to ninety-nine and the round hundreds: what is longer is written in digits. */
export function spelt({ ones, tens, join, thousand, hundred, hundreds }: Spelling): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const small = ones.split(' ').map((word) => word.split('|').map((each) => each.replaceAll('_', ' ')));
  for (const [value, words] of small.entries()) for (const word of words) found.set(word, value);
  for (const [n, alternatives] of tens.split(' ').entries())
    for (const ten of alternatives.split('|')) {
      const round = (n + 2) * 10;
      // French counts from sixty to seventy-nine and from eighty to ninety-nine in one stretch.
      if (!found.has(ten)) found.set(ten, round);
      for (const [one, words] of small.entries())
        if (one > 0)
          for (const word of words)
            for (const joined of join(ten, word, one)) if (!found.has(joined)) found.set(joined, round + one);
    }
  for (const word of hundred.split('|')) found.set(word, 100);
  for (const [n, words] of (hundreds ?? '').split(' ').filter(Boolean).entries())
    for (const word of words.split('|')) found.set(word, (n + 2) * 100);
  if (thousand !== undefined)
    for (const [word, value] of [...found]) if (value > 1) found.set(`${word}${thousand}`, value * 1000);
  return found;
}

const DIGITS = '〇一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number in Chinese characters below ten thousand: 二十三, 三百, 二〇二七. */
export function characters(text: string): number {
  const plain = text.replaceAll('零', '〇').replaceAll('两', '二').replaceAll('兩', '二');
  if (!/[十百千]/.test(plain)) return Number(Array.from(plain, (char) => DIGITS.indexOf(char)).join(''));
  let sum = 0;
  let digit = 0;
  for (const char of plain) {
    const place = PLACES[char];
    if (place === undefined) digit = DIGITS.indexOf(char);
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return sum + digit;
}
