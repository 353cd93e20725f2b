import { STOP_WORDS } from '../../language/words.ts';
import type { Reason } from '../../model.ts';

/**
 * A sentence in another language against the verified English one: every number with its scale in either notation
 * ("$1.5 billion", "1,5 Mrd. $"), the same currencies and units, quotes as they were, and names of several words.
 */

type Scales = Readonly<Record<string, number>>;
/** What the languages call thousands, millions and more (the long scale has a milliard, and its billion is 10^12). */
const SCALES: Readonly<Record<string, Scales>> = {
  en: { thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, tn: 1e12 },
  de: {
    tausend: 1e3,
    tsd: 1e3,
    mio: 1e6,
    million: 1e6,
    millionen: 1e6,
    mrd: 1e9,
    milliarde: 1e9,
    milliarden: 1e9,
    billion: 1e12,
    billionen: 1e12,
  },
  fr: {
    mille: 1e3,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    mds: 1e9,
    billion: 1e12,
    billions: 1e12,
  },
  es: { mil: 1e3, millón: 1e6, millones: 1e6, 'mil millones': 1e9, billón: 1e12, billones: 1e12 },
  it: { mila: 1e3, mille: 1e3, milione: 1e6, milioni: 1e6, miliardo: 1e9, miliardi: 1e9, bilione: 1e12, bilioni: 1e12 },
  pt: {
    mil: 1e3,
    milhão: 1e6,
    milhões: 1e6,
    bilhão: 1e9,
    bilhões: 1e9,
    'mil milhões': 1e9,
    trilhão: 1e12,
    trilhões: 1e12,
  },
  nl: { duizend: 1e3, miljoen: 1e6, mln: 1e6, miljard: 1e9, mld: 1e9, biljoen: 1e12 },
};

const primary = (language: string): string => language.split('-', 1)[0]?.toLowerCase() ?? '';

/** Digits with their separators; a space or an apostrophe only between groups of three. */
const NUMBER = /\d+(?:[.,]\d+|[\u00a0\u202f '’]\d{3}(?!\d))*/gu;
const SMALL: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

type Read = { readonly text: string; readonly values: readonly number[] };

/** "1.500" is 1.5 to some and 1500 to others: both readings, each scaled. `comma`: the decimal sign of the language. */
function valuesOf(digits: string, decimal: '.' | ','): number[] {
  const plain = digits.replace(/[\u00a0\u202f '’]/gu, '');
  const grouping = decimal === '.' ? ',' : '.';
  const own = plain.replaceAll(grouping, '').replace(decimal, '.');
  // Either notation is read where it cannot be a grouping of the other: "2.4" in German text, "2,4" in English.
  const foreign = /^\d+[.,]\d{1,2}$/.test(plain) ? plain.replace(',', '.') : own;
  return [...new Set([Number(own), Number(foreign)])].filter(Number.isFinite);
}

function numbersIn(text: string, language: string): Read[] {
  const scales = SCALES[language] ?? {};
  const decimal = language === 'en' ? '.' : ',';
  return Array.from(text.matchAll(NUMBER), (match) => {
    const after = text.slice(match.index + match[0].length).toLowerCase();
    const words = /^[\s\u00a0-]?(\p{L}+)(?:\s(\p{L}+))?/u.exec(after);
    const [, one = '', two = ''] = words ?? [];
    const scale = scales[`${one} ${two}`] ?? scales[one] ?? scales[one.replace(/s$/, '')] ?? 1;
    return { text: match[0], values: valuesOf(match[0], decimal).map((value) => value * scale) };
  });
}

const same = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left));

/** What stands beside figures, by what all languages call it. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['USD', /\$|\bUSD\b|d[oó]l[la]*r/iu],
  ['EUR', /€|\bEUR\b|\beuros?\b/iu],
  ['GBP', /£|\bGBP\b|\bpounds?\b|\bPfund\b|\blivres? sterling\b|\blibras?\b|\bsterline\b/iu],
  ['JPY', /¥|\bJPY\b|\byen\b/iu],
  ['%', /%|\bper ?cent\b|\bProzent\b|\bpour cent\b|\bpor cien(?:to)?\b|\bper cento\b|\bpor cento\b|\bprocent\b/iu],
  ['kW', /\bkWh?\b|kilowatt|kilovatio/iu],
  ['MW', /\bMWh?\b|megawatt|megavatio/iu],
  ['GW', /\bGWh?\b|gigawatt|gigavatio/iu],
  ['TW', /\bTWh?\b|terawatt|teravatio/iu],
];

const QUOTED = /["“„«]([^"“”„«»]{2,400})["”“»]/gu;
const NAME = /\p{Lu}[\p{L}\d&.’'-]*(?:\s\p{Lu}[\p{L}\d&.’'-]*)+/gu;
const bare = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/[’']s\b/gu, '')
    .replace(/(?<![.,\s])[.,\s]+$/u, '')
    .trim();

/** What the translation has that the original has not, or the other way round; empty when it may be shown. */
export function translationReasons(original: string, translation: string, language: string): Reason[] {
  const reader = primary(language);
  if (!(reader in SCALES)) return [{ kind: 'statement', given: `figures in the language ${language}`, found: null }];
  const reasons: Reason[] = [];
  const given = numbersIn(translation, reader);
  const words = original.toLowerCase().match(/\p{L}+/gu) ?? [];
  const spelt = words.flatMap((word) => SMALL[word] ?? []);
  const left = [...given];
  for (const { text, values } of numbersIn(original, 'en')) {
    const at = left.findIndex((read) => read.values.some((value) => values.some((other) => same(value, other))));
    if (at < 0) reasons.push({ kind: 'figure', given: translation, found: text });
    else left.splice(at, 1);
  }
  for (const { text, values } of left) {
    if (!values.some((value) => spelt.includes(value))) reasons.push({ kind: 'figure', given: text, found: null });
  }
  for (const [mark, pattern] of MARKS) {
    if (pattern.test(original) !== pattern.test(translation)) {
      reasons.push({ kind: 'unit', given: mark, found: pattern.test(original) ? mark : null });
    }
  }
  const source = bare(original);
  for (const [, quote = ''] of translation.matchAll(QUOTED)) {
    if (!source.includes(bare(quote))) reasons.push({ kind: 'quote', given: quote, found: null });
  }
  for (const [match] of original.matchAll(NAME)) {
    const [first = '', ...rest] = match.split(' ');
    const name = STOP_WORDS.has(first.toLowerCase()) ? rest.join(' ') : match;
    if (!bare(translation).includes(bare(name))) reasons.push({ kind: 'name', given: translation, found: name });
  }
  // German writes every noun with a capital: only elsewhere does a run of capitals tell a name.
  for (const [name] of reader === 'de' ? [] : translation.matchAll(NAME)) {
    const strange = name
      .split(' ')
      .slice(translation.startsWith(name) ? 1 : 0)
      .find((word) => !source.includes(bare(word)));
    if (strange !== undefined) reasons.push({ kind: 'name', given: name, found: null });
  }
  return reasons;
}
