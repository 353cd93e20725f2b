import { isPersonalNoun } from '../../../language/roles.ts';
import { branch, dependent, dependents, isOf, type Stretch, type Tree } from '../../../reading/tree.ts';
import { caseOf, isNoun, nounIn, nounPhrase, written } from '../place.ts';
import { isFlow, isGiving } from '../tells.ts';
import { isWhen } from '../when.ts';
import { possessive } from './owned.ts';
import { tellsOf, type Words, wholeFrom } from './whole.ts';

/** The prepositions of what is said of a noun rather than of its verb. */
const OF = /^(?:of|by|for|at|in|from|to|per|on|between|with|under|near|among|against|outside)$/;

/**
 * A noun in words, the fullest first: with what is said of it right behind it ("providers tracked by RackWatch", "campuses that
 * Ridgeline Data is building west of Waco"), then without. `avoid` are the words of its number.
 */
export function phrasesOf(words: Words, head: number, avoid: Stretch | null, verb: number | null): string[] {
  const { tree, cast } = words;
  let core = nounPhrase(tree, head, avoid);
  // "eleven smaller turbines"
  const isCount = (n: number): boolean =>
    tree.words[n]?.tag === 'CD' &&
    /^(?:\p{Ll}+|[\d.,]+)$/u.test(tree.words[n]?.text ?? '') &&
    tree.words[n + 1]?.text !== '-';
  while (avoid !== null && core.from < head && isCount(core.from)) core = { from: core.from + 1, to: core.to };
  // "half a second" is no second of the noun behind it.
  if (words.places.some((each) => each !== null && each.from < core.from && each.to > core.from && each.to <= head))
    return [];
  // "seven-year loan" without its "seven" is a stump.
  if (/^[-–]$/.test(tree.words[core.from - 1]?.text ?? '')) return [];
  // "take-up" without its "up"
  const next = tree.words[core.to];
  if (next?.text === '-' && next.start === tree.words[core.to - 1]?.end && next.end === tree.words[core.to + 1]?.start)
    return [];
  let { to } = core;
  const stretches: Stretch[] = [core];
  const tails = [...(tree.children[head] ?? []), ...between(tree, head, verb)].sort((a, b) => a - b);
  for (const tail of tails) {
    const relation = tree.words[tail]?.relation ?? '';
    if (tail < to || !isOf(relation, ['nmod', 'acl', 'obl', 'xcomp'])) continue;
    // "revenue of $4 billion from its cloud unit": on from behind the number.
    const start = avoid !== null && to <= avoid.from && avoid.from - to <= 1 && tail >= avoid.to ? avoid.to : to;
    if (isWhen(tree, tail)) break;
    const prepositions = caseOf(tree, tail) || leadOf(tree, tail);
    if (prepositions === 'by' && !isFlow(tree.words[head]?.lemma ?? '')) break;
    // "sold its smelter to a rival": whoever gets it is not said of it.
    const isDrawn = isPersonalNoun(tree.words[head]?.lemma ?? '') || tree.words[head]?.lemma === 'people';
    if (prepositions === 'to' && (isDrawn || isGiving(tree.words[tree.words[head]?.head ?? -1]?.lemma ?? ''))) break;
    if (!relation.startsWith('acl') && (!OF.test(prepositions) || !isNoun(tree, tail))) break;
    // "racks grew by a quarter": a verb that the number hangs on tells of the noun, whatever the tree makes of it.
    if (relation.startsWith('acl') && (tellsOf(tree, tail) || (avoid !== null && isAbove(tree, tail, avoid)))) break;
    const found = wholeFrom(words, tail, start, { own: prepositions === 'per' ? avoid : null });
    // "spending by the five biggest" is another sum than "spending".
    const isFigures = words.places.some((each) => each !== null && tail >= each.from && tail < each.to);
    if (found === null && /^(?:of|by)$/.test(prepositions) && !isFigures && isNoun(tree, tail)) return [];
    // "the halls planned for 2027" without the year
    if (found === null || (relation === 'acl' && found.to - found.from < 2)) break;
    stretches.push(found);
    to = found.to;
  }
  return stretches
    .map((_, n) => stretches.slice(0, n + 1))
    .toReversed()
    .map((parts) => parts.map((part, n) => (n === 0 ? nounIn(tree, part, cast) : resolved(words, part))))
    .flatMap((parts) => (parts.some((part) => part === null) ? [] : [joined(parts)]));
}

/** Does a number hang on a word, at whatever depth? */
function isAbove(tree: Tree, word: number, { from, to }: Stretch): boolean {
  return branch(tree, word).some((n) => n >= from && n < to);
}

const joined = (parts: readonly (string | null)[]): string => parts.join(' ').replace(/ (?=[-–/])/g, '');

/** The first word of a branch. */
const leadOf = (tree: Tree, n: number): string => tree.words[branch(tree, n)[0] ?? n]?.lemma ?? '';

/**
 * What stands between a subject and its verb is said of the subject, and what stands right behind an object that a number is the level of
 * ("lifted the ceiling in its draft to 45%") of the object, whatever the tree makes of it.
 */
const between = (tree: Tree, head: number, verb: number | null): number[] =>
  verb === null || tree.words[head]?.head !== verb
    ? []
    : dependents(tree, verb, 'obl', 'xcomp').filter(
        (n) => n > head && (n < verb || (head > verb && /^(?:in|for|of|on)$/.test(leadOf(tree, n)))),
      );

/** Words as they stand, with the name for "its": null where it is not known whose. */
export function resolved(words: Words, { from, to }: Stretch): string | null {
  const { tree, cast } = words;
  for (let n = from; n < to; n++) {
    const { class: kind, relation = '' } = tree.words[n] ?? {};
    // "the power they reserve"
    if (
      kind === 'PRON' &&
      /^(?:nsubj|obj|iobj|obl)/.test(relation) &&
      /^(?:it|they|them|we|us|you|i|me|he|him|she|her)$/i.test(tree.words[n]?.text ?? '')
    )
      return null;
    // "shares in the company"
    const firm = /^(?:company|firm|group)$/.test(tree.words[n]?.lemma ?? '') && n > from + 1 ? n : null;
    const called = firm !== null && tree.words[n - 1]?.lemma === 'the' ? cast.meant(tree, n) : null;
    if (called !== null) {
      const behind = n + 1 < to ? resolved(words, { from: n + 1, to }) : '';
      return behind === null ? null : `${written(tree, { from, to: n - 1 })} ${called} ${behind}`.trim();
    }
    if (tree.words[n]?.relation !== 'nmod:poss' || tree.words[n]?.class !== 'PRON') continue;
    const owner = /^its|^their/i.test(tree.words[n]?.text ?? '') ? (cast.meant(tree, n) ?? boundTo(words, n)) : null;
    if (owner === null) return null;
    const [before, behind] = [
      n > from ? `${written(tree, { from, to: n })} ` : '',
      resolved(words, { from: n + 1, to }),
    ];
    return behind === null ? null : `${before}${possessive(owner)} ${behind}`;
  }
  return written(tree, { from, to });
}

/** The subject of the verb above "its", where it is one of its number and called by a common noun. */
function boundTo(words: Words, n: number): string | null {
  const { tree } = words;
  const tag = /^its$/i.test(tree.words[n]?.text ?? '') ? 'NN' : 'NNS';
  for (let at = tree.words[n]?.head ?? -1, steps = 0; at >= 0 && steps < 8; at = tree.words[at]?.head ?? -1, steps++) {
    const subject = dependent(tree, at, 'nsubj');
    if (subject === null || subject > n) continue;
    const isKnown = tree.words[subject]?.tag === tag && dependent(tree, subject, 'nmod:poss') === null;
    const the = dependents(tree, subject, 'det').some((det) => /^the$/i.test(tree.words[det]?.text ?? ''));
    return isKnown ? `${the ? 'the ' : ''}${nounIn(tree, nounPhrase(tree, subject, null), words.cast)}` : null;
  }
  return null;
}
