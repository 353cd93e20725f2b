import { isGeneric } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependent, dependents } from '../../reading/tree.ts';
import { deedsOf } from './deed.ts';
import { VAGUE } from './measured.ts';
import { phrasesOf, resolved } from './phrase.ts';
import { caseOf, isFirst, isNoun, nounIn, type Place, written } from './place.ts';
import type { Words } from './whole.ts';

/**
 * "export licences for AI clusters of more than 40,000 accelerators", "an order from Halden for 9,000 units": the nouns that hold what is
 * counted, by the surface, with what stands between them.
 */
export function held(words: Words, clauses: readonly Clause[], place: Place): string[] {
  const { tree, cast } = words;
  const lemma = tree.words[place.head]?.lemma ?? '';
  // "the offers of 38 companies" are not 38.
  const isOwner = isGeneric(lemma) || isPersonalNoun(lemma);
  if (isOwner || !/^(?:of|for)$/.test(caseOf(tree, place.head))) return [];
  const end = Math.min(place.head, ...dependents(tree, place.head, 'case'));
  const isPart = (n: number): boolean =>
    (/^(?:NOUN|PROPN|ADJ)$/.test(tree.words[n]?.class ?? '') ||
      /^(?:['’]s?|&|-|its|their)$/.test(tree.words[n]?.text ?? '')) &&
    !words.places.some((each) => each !== null && n >= each.from && n < each.to);
  let from = end;
  for (let links = 0; links < 4; links++) {
    let start = from;
    while (isPart(start - 1)) start--;
    if (start === from) break;
    from = start;
    while (/^(?:the|an?)$/i.test(tree.words[start - 1]?.text ?? '')) start--;
    // "returned to shareholders through repurchases of": by what something is done is not said of a noun.
    if (tree.words[start - 1]?.class !== 'ADP' || /^(?:through|by|via)$/.test(tree.words[start - 1]?.lemma ?? ''))
      break;
    if (!isNoun(tree, start - 2)) break;
    from = start - 1;
  }
  const to = end;
  const needed = neededFor(words, from);
  while (tree.words[from]?.class === 'ADP' || tree.words[from]?.class === 'DET') from++;
  if (needed !== null && from < to) return [`${needed} ${written(tree, { from, to })}`];
  const lastly = tree.words[to - 1]?.lemma ?? '';
  if (
    to - from < 2 ||
    !isNoun(tree, to - 1) ||
    VAGUE.test(lastly) ||
    /^(?:count|survey|study|tally|sample|list|average|index)$/.test(lastly)
  )
    return [];
  const nouns = tree.words.slice(from, to).some(({ class: kind }) => kind !== 'PROPN');
  const told = nouns ? resolved(words, { from, to }) : null;
  if (told === null) return [];
  const phrase = from === 0 || isFirst(tree, from) ? nounIn(tree, { from, to }, cast) : told;
  // "a licence to ship AI clusters of": what is done with them tells more than their name.
  const clause = clauses.find(({ object }) => object === to - 1);
  return [...(clause === undefined ? [] : deedsOf(words, clause, to - 1, phrase, true)), phrase];
}

/** "would make a licence necessary for clusters", "licences would be needed for": what a phrase is said to be needed for, before the phrase. */
function neededFor(words: Words, from: number): string | null {
  const { tree } = words;
  let at = from;
  while (/^(?:DET|ADP)$/.test(tree.words[at - 1]?.class ?? '')) at--;
  const told = at - 1;
  if (tree.words[at]?.class !== 'ADP' || !/^(?:JJ|VBN)$/.test(tree.words[told]?.tag ?? '')) return null;
  const passive = dependent(tree, told, 'aux:pass', 'cop') === null ? null : dependent(tree, told, 'nsubj');
  const noun = isNoun(tree, told - 1) ? told - 1 : passive;
  if (noun === null || noun >= told) return null;
  const phrase = phrasesOf(words, noun, null, null).at(-1);
  return phrase === undefined ? null : `${phrase} ${written(tree, { from: told, to: at + 1 })}`;
}
