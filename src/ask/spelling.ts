import { classesOf } from '../language/meaning.ts';
import type { Word } from '../language/words.ts';

/** The words of one text: those in capitals as they are written, those that begin a sentence, those in lower case, and capitals behind one another. */
export type Spelling = {
  readonly capital: ReadonlyMap<string, string>;
  readonly first: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
};

/** How articles write words: which of them only ever as names, and which capitals follow each other. */
export type Vocabulary = {
  /** Does no article have the word in lower case, and one of them in capitals? */
  isName(word: string): boolean;
  has(word: string): boolean;
  /** The word as they write it where they write it as a name alone; null where they do not. */
  written(word: string): string | null;
  /** Do the two words stand behind one another as a name? */
  follows(first: string, second: string): boolean;
};

export const NO_VOCABULARY: Vocabulary = {
  isName: () => false,
  has: () => false,
  written: () => null,
  follows: () => false,
};

const POSSESSIVE = /['’]s?$/;
export const CAPITAL = /^\p{Lu}/u;

/** What a spelling knows a word by. */
export const keyOf = (word: string): string => word.toLowerCase().replace(POSSESSIVE, '');

/** A word as it is written. */
type Written = { readonly key: string; readonly bare: string; readonly isCapital: boolean; readonly isName: boolean };

const known = new Map<string, Written>();
const KNOWN = 20_000;

function writtenAs(text: string): Written {
  const before = known.get(text);
  if (before !== undefined) return before;
  const isCapital = CAPITAL.test(text);
  const bare = text.replace(POSSESSIVE, '');
  const made = { key: keyOf(text), bare, isCapital, isName: isCapital || /\d/.test(text) };
  if (known.size >= KNOWN) known.clear();
  known.set(text, made);
  return made;
}

/** Does a sentence end behind a word: by a point, by a line? */
const endsAt = (text: string, end: number): boolean =>
  /^["'”’)\]]*[.!?:\n]/.test(text.slice(end, end + 4)) || /^[^\p{L}\p{N}]*\n/u.test(text.slice(end, end + 6));

/** How a text, of these words, writes them; what stands first in its sentence tells nothing of its capital. */
export function spellingOf(text: string, words: readonly Word[]): Spelling {
  const capital = new Map<string, string>();
  const first = new Set<string>();
  const small = new Set<string>();
  const pairs = new Set<string>();
  let before: Written | null = null;
  let end = 0;
  for (const word of words) {
    const { start } = word;
    const written = writtenAs(word.text);
    const { key } = written;
    if (!written.isName) small.add(key);
    else if (before === null || (text.slice(end, start) !== ' ' && endsAt(text, end))) first.add(key);
    else if (!capital.has(key)) capital.set(key, written.bare);
    if (before?.isCapital === true && written.isName && start - end <= 2) pairs.add(`${before.key} ${key}`);
    before = written;
    end = word.end;
  }
  return { capital, first, small, pairs };
}

/** How several texts together write words. */
export function vocabularyOf(texts: readonly Spelling[]): Vocabulary {
  const isSmall = (word: string): boolean => texts.some(({ small }) => small.has(word));
  const isFirst = (word: string): boolean => texts.some(({ first }) => first.has(word));
  const capitalOf = (word: string): string | undefined =>
    texts.find(({ capital }) => capital.has(word))?.capital.get(word);
  return {
    isName: (word) =>
      (capitalOf(word) !== undefined || (classesOf(word).length === 0 && isFirst(word))) && !isSmall(word),
    has: (word) => capitalOf(word) !== undefined || isFirst(word) || isSmall(word),
    written: (word) => {
      const key = keyOf(word);
      return isSmall(key) || classesOf(key).length > 0 ? null : (capitalOf(key) ?? null);
    },
    follows: (a, b) => texts.some(({ pairs }) => pairs.has(`${a} ${b}`)),
  };
}
