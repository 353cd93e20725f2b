import type { Reason } from '../../model.ts';
import { finder } from './language.ts';
import type { Vocabulary } from './vocabulary.ts';

const count = (text: string, notation: string, spaced: boolean): number =>
  notation === '' ? 0 : Array.from(text.matchAll(finder(notation, spaced))).length;

/** Words that say opposite things: as such, and with all that a translator may render so. */
type Sides = { readonly sure: number; readonly loose: number };

function sides(text: string, sure: string, loose: string, spaced: boolean): Sides {
  return { sure: count(text, sure, spaced), loose: count(text, `${sure} ${loose}`, spaced) };
}

/** Up told as down or down as up, a "not" lost or added, last year told as next year: of texts without their quotes and numbers. */
export function signReasons(original: string, translation: string, english: Vocabulary, other: Vocabulary): Reason[] {
  const read = (text: string, { language: { signs, spaced } }: Vocabulary) => {
    const plain = text.replace(finder(signs.affirmed, spaced), ' ');
    const moving = text.replace(finder(signs.level, spaced), ' ');
    return {
      up: sides(moving, signs.up, signs.upish, spaced),
      down: sides(moving, signs.down, signs.downish, spaced),
      not: sides(plain, signs.not, signs.notish, spaced),
      past: count(text, signs.past, spaced),
      next: count(text, signs.next, spaced),
    };
  };
  const is = read(original, english);
  const given = read(translation, other);
  const reasons: Reason[] = [];
  // It says so more often than the English line does in any word.
  const turned = (was: Sides, to: Sides): boolean => to.sure > was.loose;
  if (turned(is.down, given.down)) reasons.push({ kind: 'direction', given: 'down', found: 'up' });
  if (turned(is.up, given.up)) reasons.push({ kind: 'direction', given: 'up', found: 'down' });
  if (is.up.sure > 0 && given.up.loose === 0) reasons.push({ kind: 'direction', given: translation, found: 'up' });
  if (is.down.sure > 0 && given.down.loose === 0)
    reasons.push({ kind: 'direction', given: translation, found: 'down' });
  if (given.not.sure > is.not.loose) reasons.push({ kind: 'statement', given: 'a negation', found: null });
  // What the English line denies in other words is denied once in the translation too.
  const implied = Math.max(0, given.not.loose - given.not.sure - (is.not.loose - is.not.sure));
  if (is.not.sure > given.not.sure + implied)
    reasons.push({ kind: 'statement', given: 'no negation', found: 'a negation' });
  if ((is.past > 0 && given.past === 0 && given.next > 0) || (is.next > 0 && given.next === 0 && given.past > 0))
    reasons.push({ kind: 'time', given: translation, found: original });
  return reasons;
}

/** A number where it stands in its text. */
type Standing = { readonly text: string; readonly start: number; readonly end: number };

const EDGE = /[,;:.](?=\s)|[、。，；：]/gu;

/** Whether the clause of a number tells that something rose or fell; null where it tells neither, or both. */
function turnAt({ text, start, end }: Standing, { language }: Vocabulary): 'up' | 'down' | null {
  const { signs, spaced, contrast } = language;
  const edges = [...text.matchAll(EDGE), ...text.matchAll(finder(contrast, spaced))];
  const from = Math.max(0, ...edges.map(({ index }) => index).filter((at) => at < start));
  const to = Math.min(text.length, ...edges.map(({ index }) => index).filter((at) => at >= end));
  const clause = text.slice(from, to).replace(finder(signs.level, spaced), ' ');
  const [up, down] = [count(clause, signs.up, spaced), count(clause, signs.down, spaced)];
  if (count(clause, signs.not, spaced) > 0) return null;
  return up > 0 && down === 0 ? 'up' : down > 0 && up === 0 ? 'down' : null;
}

/** "Profit fell 4% while sales rose 31%" told as "rose 4% while sales fell 31%": what each number's own clause says of it. */
export function turnReasons(
  original: Standing,
  translation: Standing,
  english: Vocabulary,
  other: Vocabulary,
): Reason[] {
  const [found, given] = [turnAt(original, english), turnAt(translation, other)];
  return found !== null && given !== null && found !== given ? [{ kind: 'direction', given, found }] : [];
}
