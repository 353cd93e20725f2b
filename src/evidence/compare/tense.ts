import type { Reason } from '../../model.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import { isUnchanged } from '../../reading/lemma.ts';
import type { Tree } from '../../reading/tree.ts';
import { type Counterpart, counterpartOf, type Pairing, phrase } from './pairing.ts';

/** When a predicate puts what it tells. */
type Tense = 'past' | 'perfect' | 'present';

/** The tense of a predicate by the form of its first verb; null where that leaves it open. */
function tenseOf(tree: Tree, { verbs }: Clause): Tense | null {
  const [first, ...rest] = verbs.map((n) => tree.words[n]);
  if (first === undefined) return null;
  const low = first.text.toLowerCase();
  if (/^(?:has|have|['’]ve)$/.test(low)) return rest.length > 0 ? 'perfect' : 'present';
  if (/^(?:is|are|am|does|do|['’]re|['’]s)$/.test(low)) return 'present';
  if (/^(?:was|were|had|did)$/.test(low)) return 'past';
  if ((rest.length > 0 && first.class === 'AUX') || isUnchanged(first.lemma)) return null;
  if (first.tag === 'VBD' && low !== first.lemma) return 'past';
  return first.tag === 'VBZ' || (first.tag === 'VBP' && low === first.lemma) ? 'present' : null;
}

/** A headline tells what was in the present, and a note what is. */
const isSentence = ({ text }: Tree): boolean => /[.!?]["”’')\]]*$/.test(text.trim());

type Told = { readonly tree: Tree; readonly clause: Clause };

/** Is it somebody's word, told by a verb of the past, which puts the present into the past? With `before`, by a verb that comes before it. */
const isShifted = ({ tree, clause: { frames, predicate } }: Told, before: boolean): boolean =>
  frames.some(({ verb }) => /^VB[DN]$/.test(tree.words[verb]?.tag ?? '') && (!before || verb < predicate));

/** "Is building": in the doing. */
const isDoing = ({ tree: { words }, clause: { verbs } }: Told): boolean =>
  verbs.some((n, k) => words[n]?.tag === 'VBG' && words[verbs[k - 1] ?? -1]?.class === 'AUX');

function isExchanged(claim: Told, source: Told): boolean {
  const [given, found] = [tenseOf(claim.tree, claim.clause), tenseOf(source.tree, source.clause)];
  if (!isSentence(claim.tree) || !isSentence(source.tree)) return false;
  const over = given === 'past' && !isShifted(claim, true);
  if (found === 'present' && (over || (given === 'perfect' && !isShifted(claim, true)))) return true;
  if (found === 'past' && given === 'present') return claim.clause.mood === 'fact' && !isShifted(source, false);
  const open = found === 'past' && isShifted(source, false) && isDoing(source) && !isDoing(claim);
  return open && (given === 'perfect' || (given === 'past' && !isShifted(claim, false)));
}

/** Does the claim's predicate say it of whom the source's does, as far as both tell? */
function isSaidOfSame({ claim, chosen, support }: Pairing, n: number, { option }: Counterpart): boolean {
  const doers = claim.arcs.filter(({ from, role }) => from === n && /^(?:S|is)$/.test(role));
  return doers.every((arc) => {
    const doer = chosen[arc.to] ?? null;
    return doer === null || support(arc, option, doer) > 0;
  });
}

/** Told in the past or as done what the source tells in the present ("starts", "is building"), or in the present what it tells in the past. */
export function exchangedTenses(pairing: Pairing): Reason[] {
  const { tree } = pairing.claim.read;
  return [...pairing.claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    const source = there?.graph.clauseOf.get(there.option.node);
    if (there === null || source === undefined || there.option.likeness < 0.8) return [];
    const { nodes } = pairing.claim;
    // "Pays less than it paid": which of the two stands for the source's is open.
    const twice = nodes.filter(({ lemma }) => lemma === nodes[n]?.lemma).length > 1;
    if (twice || nodes[n]?.kind === 'name' || STANCE_OF_VERB.has(nodes[n]?.lemma ?? '')) return [];
    const told = { tree: there.graph.read.tree, clause: source };
    // "It had 190 megawatts, half as much as a neighbour" says that the neighbour has more.
    if (tenseOf(tree, clause) === 'present' && !isSaidOfSame(pairing, n, there)) return [];
    return isExchanged({ tree, clause }, told)
      ? [{ kind: 'time', given: phrase(tree, clause.predicate), found: phrase(told.tree, source.predicate) }]
      : [];
  });
}
