import { isCalendar } from '../../language/calendar.ts';
import { isRoleNoun } from '../../language/roles.ts';
import { isWord } from '../../reading/network/network.ts';
import type { Tree } from '../../reading/tree.ts';

/** What a company, an office or a public body is called when it is not named. */
export const BODY =
  /^(?:company|firm|group|chipmaker|startup|maker|vendor|operator|utility|bank|developer|provider|lender|builder|supplier|business|carrier|lab|laboratory|manufacturer|foundry|retailer|agency|regulator|commission|ministry|trust|fund|council|court|university|union|association|consortium|issuer|borrower|landlord|tenant|parent|unit|subsidiary|buyer|seller|city|county|state|country|authority)$/;
/** Bodies of the state: none is called so because it was spoken of last. */
export const PUBLIC = /^(?:agency|regulator|commission|ministry|council|court|city|county|state|country|authority)$/;

const OFFICE = /^(?:C[EFOTI]Os?|VP|EVP|SVP)$/;

/** Is the word written as part of a name, whatever the tree takes it for? */
export function isNamed(tree: Tree, n: number): boolean {
  const word = tree.words[n];
  if (
    word === undefined ||
    !/^[\p{Lu}\p{N}]/u.test(word.text) ||
    OFFICE.test(word.text) ||
    isRoleNoun(word.text.toLowerCase())
  )
    return false;
  if (n === 0 && /^NN(?:P)?S$/.test(word.tag) && !/^\p{Lu}+$/u.test(word.text) && !isNamed(tree, 1)) return false;
  // "Net loss", "Remaining obligations": a word of a common kind with the capital of its sentence.
  if (
    n === 0 &&
    /^(?:compound|amod|advmod|nmod)(?:$|:unmarked)/.test(word.relation) &&
    !isNamed(tree, 1) &&
    isWord(word.text.toLowerCase())
  )
    return false;
  if (word.class === 'PROPN') return !isCalendar(word.text);
  if (!/^\p{Lu}/u.test(word.text) || !/^(?:NOUN|ADJ|VERB|X)$/.test(word.class)) return false;
  if (n > 0) return !/^[.:"“?!]$/.test(tree.words[n - 1]?.text ?? '');
  // "Applicant Glasheen says": a common word before a name is what it is, with the capital of its sentence.
  return isNamed(tree, 1) && !(word.class === 'NOUN' && isWord(word.text.toLowerCase()));
}

/** Whether "'s" behind a name is its own, may be, or is not there. */
export type Ending = 'own' | 'open' | 'none';

/** "Moody's said", "a view of Moody's": who owns nothing that stands behind it has its "'s" in its name. */
export function endingOf(tree: Tree, n: number): Ending {
  const mark = tree.words[n + 1];
  if (mark?.tag !== 'POS') return 'none';
  const owns = /^(?:NOUN|PROPN|ADJ|NUM|SYM)$/.test(tree.words[n + 2]?.class ?? '');
  return owns || tree.words[mark.head]?.relation === 'nmod:poss' ? 'open' : 'own';
}

/** Where the name that begins at `n` ends. */
export function nameEnd(tree: Tree, n: number): number {
  let to = n + 1;
  for (;;) {
    const [before, word, after] = [tree.words[to - 1], tree.words[to], tree.words[to + 1]];
    const joins =
      word !== undefined &&
      after !== undefined &&
      (word.text === '&' || (word.text === '-' && word.start === before?.end && word.end === after.start));
    if (joins && (isNamed(tree, to + 1) || /^\d/.test(after.text))) to += 2;
    else if (isNamed(tree, to) && word !== undefined && word.start - (before?.end ?? 0) <= 1) to++;
    else return to;
  }
}
