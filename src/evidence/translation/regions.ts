import { fold } from './sounds.ts';

const LETTERS = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));

/** Continents and their parts, by UN M.49. */
const PARTS =
  '002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 142 143 145 150 151 154 155 419'.split(' ');

/** Countries and other regions by their English names, in a language: what CLDR tells of the codes of ISO 3166 and of UN M.49. */
const known = new Map<string, ReadonlyMap<string, string>>();
function regionsIn(tag: string): ReadonlyMap<string, string> {
  const found = known.get(tag);
  if (found !== undefined) return found;
  const options = { type: 'region', fallback: 'none' } as const;
  const english = new Intl.DisplayNames('en', options);
  const other = new Intl.DisplayNames(tag, options);
  const codes = [...LETTERS.flatMap((a) => LETTERS.map((b) => a + b)), ...PARTS];
  const made = new Map(
    codes.flatMap((code): [string, string][] => {
      const name = english.of(code);
      return name === undefined ? [] : [[name, other.of(code) ?? name]];
    }),
  );
  known.set(tag, made);
  return made;
}

/** Of a name that is bent ("Spaniens") or made an adjective ("Spanish"), as much as tells it. */
const stemOf = (name: string): string => name.slice(0, Math.max(4, name.length - 3));

/** What a country is called in another language; null for what is none. */
export const regionIn = (name: string, tag: string): string | null => regionsIn(tag).get(name) ?? null;

/** Whether a word is of the name of a country that the English line tells of. */
export function isRegionOf(word: string, tag: string, original: string): boolean {
  const plain = fold(word);
  const named = original
    .replace(/\bU\.?S\.?(?![\p{L}])|\bAmerica(?:ns?)?\b/gu, 'United States')
    .replace(/\bUK\b/g, 'United Kingdom');
  for (const [english, other] of regionsIn(tag))
    if (fold(other).split(/[\s-]/).includes(plain) && named.includes(stemOf(english))) return true;
  return false;
}
