import { isCalendar } from '../../language/calendar.ts';
import type { Tree } from '../../reading/tree.ts';
import { caseOf } from './place.ts';
import { isTime } from './tells.ts';

const WHEN =
  /^(?:today|yesterday|tomorrow|q[1-4]|(?:19|20)\d\d|now|ago|night|morning|afternoon|evening|spring|summer|autumn|winter)$/;

/** Does a phrase tell when, by its head? */
export function isWhen(tree: Tree, n: number): boolean {
  const { text = '', lemma = '', relation = '' } = tree.words[n] ?? {};
  if (/^(?:per|for)$/.test(caseOf(tree, n)) && /^nmod/.test(relation)) return false;
  // "on average", "in advance"
  if (
    /^(?:average|advance|total|turn|full|part|once|person|place|all|addition|contrast|return|response|fact)$/.test(
      lemma,
    ) &&
    (tree.children[n]?.length ?? 0) < 2
  )
    return true;
  if (isCalendar(text) || WHEN.test(text.toLowerCase())) return true;
  return isTime(lemma) && !/^nsubj|^obj/.test(relation) && lemma !== 'rest';
}
