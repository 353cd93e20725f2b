/** The words of a question's tree by which it asks. */

import type { ReadSentence } from '../reading/read.ts';
import type { Tree } from '../reading/tree.ts';

/** The verb that is asked after, behind "expect to" and its like; a reading that finds none behind "did" takes the last word for it. */
export function verbOf({ tree, clauses }: ReadSentence, wh: number): number | null {
  const isVerb = (n: number): boolean => tree.words[n]?.class === 'VERB' && /^VB/.test(tree.words[n]?.tag ?? '');
  let at = tree.words.findIndex(({ head }) => head < 0);
  // "Which company's stock rose": what has a subject is a verb, whatever it is taken for.
  const [subject] = (tree.children[at] ?? []).filter((n) => /^nsubj/.test(tree.words[n]?.relation ?? ''));
  const copula = (tree.children[at] ?? []).some((n) => tree.words[n]?.relation === 'cop');
  if (subject !== undefined && subject < at && !copula && tree.words[at]?.class === 'NOUN') return at;
  for (let depth = 0; depth < 3; depth += 1) {
    const light = /^(?:end|start|begin|keep|go)$/.test(tree.words[at]?.lemma ?? '');
    const below = light ? /^(?:xcomp|advcl|ccomp)/ : /^xcomp/;
    const within = (tree.children[at] ?? []).find((n) => below.test(tree.words[n]?.relation ?? ''));
    if (within === undefined || !isVerb(within)) break;
    at = within;
  }
  if (isVerb(at)) return at;
  const other = clauses.find(({ predicate }) => isVerb(predicate))?.predicate;
  if (other !== undefined) return other;
  const helped = tree.words.some(({ text }, n) => n > wh && /^(?:did|does|do|will|would|can|could)$/i.test(text));
  const last = tree.words.findLastIndex(({ text }) => /^\p{Ll}{3,}$/u.test(text));
  return helped && last > wh ? last : null;
}

/** The noun that a question word stands with ("how many permanent jobs", "whose turbines"), or that follows "is". */
export function focusOf({ words }: Tree, wh: number, verb: number | null): number | null {
  let found: number | null = null;
  let past = false;
  for (let n = wh + 1; n < words.length && n !== verb; n += 1) {
    const { class: kind = '', text = '', lemma = '' } = words[n] ?? {};
    if (lemma === 'be' && found === null && !past) past = true;
    else if (kind === 'NOUN') found = n;
    else if (/^['’]s?$/.test(text)) found = null;
    else if (!/^(?:ADJ|NUM|DET|PROPN)$/.test(kind) && !/^(?:many|much|-)$/i.test(text)) break;
  }
  return found;
}

/** The first noun behind the auxiliary: who does it. */
export function doerOf({ words }: Tree, help: number, verb: number | null): number | null {
  let found: number | null = null;
  for (let n = help + 1; n < words.length && n !== verb; n += 1) {
    const { class: kind = '', text = '' } = words[n] ?? {};
    if (kind === 'ADP' || kind === 'PUNCT' || kind === 'VERB') break;
    if (/\p{L}/u.test(text) && !/^(?:DET|ADJ|ADV|PART)$/.test(kind) && !/^['’]s?$/.test(text)) found = n;
  }
  return found;
}
