import { isGeneric } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import { dependent, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { nounPhrase, written } from './place.ts';
import { isMove } from './tells.ts';

/** "Gross margin is the debate. It slipped to 54%.": the noun of the sentence before, in its paragraph, that a pronoun stands for; null for names. */
export function thingMeant(cast: Cast, { words }: Tree, n: number | null): string | null {
  const { text = '', head = -1 } = words[n ?? -1] ?? {};
  if (n === null || !/^(?:it|they)$/i.test(text) || !isMove(words[head]?.lemma ?? '')) return null;
  const before = cast.previous?.tree;
  if (before === undefined || words.slice(0, n).some(({ relation }) => /^nsubj/.test(relation))) return null;
  const root = before.words.findIndex((word) => word.head < 0);
  const subject = dependent(before, root, 'nsubj');
  const { tag = '', lemma = '' } = before.words[subject ?? -1] ?? {};
  if (subject === null || !/^NN/.test(tag) || cast.nameAt(before, subject) !== null) return null;
  const isOne = /^NNP?S$/.test(tag) === /^they$/i.test(text);
  if (!isOne || isPersonalNoun(lemma) || isGeneric(lemma)) return null;
  return written(before, nounPhrase(before, subject, null, /^(?:of|for|in)$/));
}
