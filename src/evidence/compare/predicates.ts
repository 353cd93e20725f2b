import type { Reason } from '../../model.ts';
import { MOOD_OF_GOVERNOR, MOOD_OF_NOUN } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { CONTENDS, certainty, conditionsOf, denials } from './fields.ts';
import { type Counterpart, counterpartOf, isKept, isReporting, type Pairing, phrase, statement } from './pairing.ts';

/** What the predicates of a claim say otherwise than those of the source: denied, surer, without who doubts it or on what condition, at another time. */
export function saidOtherwise(pairing: Pairing): Reason[] {
  return [...pairing.claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    // Another word for it may have another mood, and a name is no predicate.
    if (there === null || there.option.likeness < 0.8 || pairing.claim.nodes[n]?.kind === 'name') return [];
    const source = there.graph.clauseOf.get(there.option.node);
    return source === undefined ? onlyNamed(pairing, clause, there) : compared(pairing, n, clause, there, source);
  });
}

/** Told as done what the source only names: "a sale that it considers". */
function onlyNamed(pairing: Pairing, clause: Clause, there: Counterpart): Reason[] {
  const { tree } = there.graph.read;
  const word = tree.words[there.node.head];
  const above = tree.words[word?.head ?? -1];
  if (word === undefined || above === undefined || !/^(?:obj|acl|nmod|obl)/.test(word.relation)) return [];
  if (!MOOD_OF_GOVERNOR.has(above.lemma) && !MOOD_OF_NOUN.has(above.lemma)) return [];
  if (isKept(pairing, there, word.head) || certainty(clause) < 3) return [];
  return [statement(phrase(pairing.claim.read.tree, clause.predicate), phrase(tree, word.head))];
}

function compared(pairing: Pairing, n: number, clause: Clause, there: Counterpart, source: Clause): Reason[] {
  const { tree } = pairing.claim.read;
  const theirs = there.graph.read.tree;
  const quotes = /["“”«»]/.test(tree.text);
  const reporting = isReporting(pairing, n);
  const given = phrase(tree, clause.predicate);
  const kept = (word: number): boolean => isKept(pairing, there, word);
  const reasons: Reason[] = [];
  const mine = denials(pairing.claim, clause, quotes).length;
  if (mine % 2 !== denials(there.graph, source, quotes).length % 2)
    reasons.push(statement(given, phrase(theirs, source.predicate)));
  // As a fact what is planned, foreseen or possible; as coming what is only a condition or asked.
  const [sure, unsure] = [certainty(clause), certainty(source)];
  const voted = above(theirs, source.predicate).some((word) => theirs.words[word]?.lemma === 'vote');
  if (!reporting && !voted && sure > unsure && (sure === 3 || unsure === 0))
    reasons.push(statement(given, phrase(theirs, source.predicate)));
  for (const { stance, verb } of source.frames) {
    const contends = stance === 'says' && CONTENDS.test(theirs.words[verb]?.lemma ?? '');
    if ((/^(?:says|denies|rejects|lacks)$/.test(stance) && !contends) || kept(verb)) continue;
    if (contends ? clause.frames.length > 0 : clause.frames.some((frame) => frame.stance === stance)) continue;
    // A plan told as a plan, a forecast as a forecast.
    if (certainty(clause) < 3 && /^(?:expects|hopes|asks|fears)$/.test(stance)) continue;
    reasons.push(statement(given, phrase(theirs, verb)));
  }
  if (conditionsOf(tree, clause.predicate).length === 0)
    for (const condition of conditionsOf(theirs, source.predicate)) {
      const told = [condition, ...dependents(theirs, condition, 'nmod', 'obl', 'ccomp', 'obj')].some(kept);
      if (!told) reasons.push(statement(given, phrase(theirs, condition)));
    }
  // "had said that it expected" puts the present in the past.
  const shifted = source.frames.some(({ stance }) => stance === 'says');
  const past = theirs.words[source.predicate]?.tag === 'VBD' && !shifted;
  const now = /^VB[ZP]$/.test(tree.words[clause.predicate]?.tag ?? '');
  // A headline tells what was in the present.
  const sentence = /\.["”’')]*$/.test(tree.text);
  if (past && now && sentence && clause.mood === 'fact' && !reporting)
    reasons.push({ kind: 'time', given, found: phrase(theirs, source.predicate) });
  return reasons;
}

/** The words that a word hangs on, the nearest first. */
function above({ words }: Tree, n: number): number[] {
  const found: number[] = [];
  for (let at = words[n]?.head ?? -1; at >= 0 && found.length < 4; at = words[at]?.head ?? -1) found.push(at);
  return found;
}
