import { entityOf } from '../../domain/entities.ts';
import { isRoleNoun } from '../../language/roles.ts';
import { STOP_WORDS } from '../../language/words.ts';
import type { Reason } from '../../model.ts';
import { isWord } from '../../reading/network/network.ts';
import { read } from '../../reading/read.ts';
import type { Tree } from '../../reading/tree.ts';
import { isCommon, isFirst, isName } from '../told/place.ts';
import { pairs } from './language.ts';
import { regionIn } from './regions.ts';
import { fold, heard, likeness, skeleton, spoken } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name of the English line. `acts`: it heads the subject of this clause; a place may stand anywhere. */
export type Name = {
  readonly text: string;
  readonly at: number;
  readonly acts: boolean;
  /** A word of every day with the capital of its line may be a name or none: "Copper", "Lattice". */
  readonly isDoubtful: boolean;
  readonly isPlace: boolean;
  readonly clause: number;
  readonly after: string;
};

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[1-4]|h[12])$/i;
/** Words that every language has its own for, and abbreviations of these. */
const TRANSLATED =
  /^(?:department|ministry|commission|council|court|agency|senate|house|congress|parliament|university|office|authority|union|government|state|states|act|bank|treasury|board|president|chief|executive|minister|chairman|chair|secretary|director|officer|ceo|cfo|cto|ai|us|u\.s\.?|eu|uk|un|gpus?|cpus?|it|fiscal|north|south|east|west|northern|southern|eastern|western|european|american|the|and|of)$/i;

const isNamed = (tree: Tree, n: number): boolean => {
  const { tag = '', text = '' } = tree.words[n] ?? {};
  return isName(tree, n) || (/^NNPS?$/.test(tag) && !isWord(text.toLowerCase()));
};

/** The names of an English line, in order. */
export function namesIn(text: string): Name[] {
  return read(text).flatMap(({ tree, clauses }): Name[] => {
    const textAt = (n: number): string => tree.words[n]?.text ?? '';
    const isCapital = (n: number): boolean =>
      /^\p{Lu}/u.test(textAt(n)) &&
      !CALENDAR.test(textAt(n)) &&
      !STOP_WORDS.has(textAt(n).toLowerCase()) &&
      !isRoleNoun(textAt(n).toLowerCase());
    const found: Name[] = [];
    for (let n = 0; n < tree.words.length; n++) {
      let to = n;
      while (isCapital(to) || (to > n && textAt(to) === '&' && isCapital(to + 1))) to++;
      const stretch = Array.from({ length: to - n }, (_, at) => n + at);
      const first = tree.words[n];
      const last = tree.words[to - 1];
      // A run of capitals with a name in it is one name; alone, a word must be one.
      if (
        first === undefined ||
        last === undefined ||
        !stretch.some((at) => isNamed(tree, at) && !isCommon(tree, at))
      ) {
        n = Math.max(n, to - 1);
        continue;
      }
      const clause = clauses.findIndex(
        ({ subject }) =>
          subject !== null &&
          (stretch.includes(subject) ||
            stretch.some((at) => tree.words[at]?.relation === 'conj' && tree.words[at]?.head === subject)),
      );
      const before = found.at(-1);
      found.push({
        text: text.slice(first.start, last.end),
        at: first.start,
        acts: clause >= 0,
        isDoubtful: to === n + 1 && isFirst(tree, n) && isWord(textAt(n).toLowerCase()) && entityOf(textAt(n)) === null,
        isPlace:
          (before?.isPlace === true &&
            /^(?:, | and |, and )$/.test(text.slice(before.at + before.text.length, first.start))) ||
          /^(?:in|near|at|outside|around|throughout|across|,)$/.test(tree.words[n - 1]?.lemma ?? ''),
        clause,
        after: tree.words[n - 1]?.class === 'ADP' ? (tree.words[n - 1]?.lemma ?? '') : '',
      });
      n = to - 1;
    }
    return found;
  });
}

const KATAKANA = /[\p{Script=Katakana}ー・]{2,}/gu;
export const WORD = /[\p{L}\p{M}\d]+(?:[’'&.-][\p{L}\p{M}\d]+)*/gu;
/** Without a genitive's ending. */
export const bare = (word: string): string => word.replace(/[’']s?$/u, '').replace(/[.]$/, '');

/** Places whose first consonants are the same are taken for one: London, Londres. */
const ALIKE = 3;

/** Where a name stands in a translation; null where it does not, undefined where nobody can tell. */
export function placeOf(
  name: Name,
  translation: string,
  { language: { tag, spaced, known = '' } }: Vocabulary,
): number | null | undefined {
  const words = name.text
    .split(' ')
    .map(bare)
    .filter((word) => word !== '&');
  const own = words.filter(
    (word) => !TRANSLATED.test(word) && !isRoleNoun(word.toLowerCase()) && !STOP_WORDS.has(word.toLowerCase()),
  );
  if (own.length === 0) return undefined;
  const given = Array.from(translation.matchAll(WORD), (match) => ({ text: match[0], at: match.index }));
  const find = (word: string) =>
    given.find(({ text }) => {
      const part = text.replace(/^[\p{L}]['’](?=\p{Lu})/u, '');
      const plain = fold(word);
      return (
        part
          .split('-')
          .some(
            (each) =>
              fold(each) === plain ||
              fold(bare(each)) === plain ||
              (spaced && tag === 'de' && fold(each) === `${plain}s`),
          ) || fold(text) === plain
      );
    });
  const found = own.map((word) => (spaced ? find(word)?.at : indexIn(translation, word)));
  if (found.every((at) => at !== undefined)) return found[0];
  const other = pairs(known).find(
    ([english, called]) => english.toLowerCase() === own[0]?.toLowerCase() && translation.includes(called),
  );
  if (other !== undefined) return translation.indexOf(other[1]);
  const region = regionIn(name.text, tag);
  if (region !== null && fold(translation).includes(fold(region).slice(0, Math.max(3, region.length - 2))))
    return translation.indexOf(region.slice(0, 3));
  // A body that each language calls its own way.
  if (
    words.length > own.length &&
    words.some((word) => TRANSLATED.test(word)) &&
    words.length > 1 &&
    !words.every((word) => given.some(({ text }) => text === word))
  )
    return found.some((at) => at !== undefined) ? found.find((at) => at !== undefined) : undefined;
  if (tag === 'ja') {
    const wanted = heard(skeleton(words.join('')));
    const kana = [...translation.matchAll(KATAKANA)].find(
      (match) =>
        match[0].split('・').some((part) => likeness(spoken(part), wanted) >= 0.6) ||
        likeness(spoken(match[0]), wanted) >= 0.6,
    );
    return kana?.index ?? null;
  }
  // Chinese writes places and people by characters for their sounds, which nobody here hears.
  if (tag === 'zh') return name.isPlace && own.length === 1 ? undefined : null;
  const [only = ''] = own;
  if (own.length > 1) return null;
  const wanted = skeleton(only);
  const isAlike = (word: string): boolean => {
    // Places have names in each language (London, Londres); what else has another first vowel is another (Norvik, Narvik).
    if (!name.isPlace && vowelOf(word) !== vowelOf(only)) return false;
    const row = skeleton(word.replace(/^\p{L}['’]/u, ''));
    return row !== '' && (row === wanted || (wanted.length >= ALIKE && row.slice(0, ALIKE) === wanted.slice(0, ALIKE)));
  };
  const alike = given.find(({ text }) => /^(?:\p{L}['’])?\p{Lu}/u.test(text) && isAlike(text));
  return alike?.at ?? (name.isPlace && wanted.length < 2 ? undefined : null);
}

const vowelOf = (word: string): string | undefined => /[aeiouy]/.exec(fold(word))?.[0];

function indexIn(text: string, word: string): number | undefined {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 || /[A-Za-z]/.test(text[at - 1] ?? ' ') || /[A-Za-z]/.test(text[at + word.length] ?? ' ')
    ? undefined
    : at;
}

/** Model and product numbers: "B200", "GPT-4". They are the same everywhere. */
export const CODE = /(?<![A-Za-z\d$€£])(?!(?:Q|H|T|K)\d(?!\d))[A-Z][A-Za-z]*-?\d+(?:\.\d+)?[A-Za-z]*/gu;

export function codesIn(text: string): string[] {
  return Array.from(text.matchAll(CODE), ([code]) => code.replace(/s$/, '').toUpperCase());
}

export const nameReason = (given: string, found: string | null): Reason => ({ kind: 'name', given, found });
