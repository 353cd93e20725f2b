import type { Reason } from '../../model.ts';
import { MOOD_OF_GOVERNOR, MOOD_OF_NOUN } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { CONTENDS, certainty, conditionsOf, denials, denying } from './fields.ts';
import { type Counterpart, counterpartOf, isKept, isReporting, type Pairing, phrase, statement } from './pairing.ts';

/** What the predicates of a claim say otherwise than those of the source: denied, surer, without who doubts it or on what condition, at another time. */
export function saidOtherwise(pairing: Pairing): Reason[] {
  return [...pairing.claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    if (there === null) return [];
    // Another word for it may have another mood, and a name is no predicate.
    if (there.option.likeness < 0.8 || pairing.claim.nodes[n]?.kind === 'name') return [];
    const source = there.graph.clauseOf.get(there.option.node);
    return source === undefined ? onlyNamed(pairing, clause, there) : compared(pairing, n, clause, there, source);
  });
}

/** Told as so what the source only asks, or says that there is no sign of, or that it is untrue. */
export function answeredIn(pairing: Pairing): Reason[] {
  const { tree } = pairing.claim.read;
  return [...pairing.claim.clauseOf].flatMap(([n, clause]): Reason[] => {
    const there = counterpartOf(pairing, n);
    const source = there?.graph.clauseOf.get(there.option.node);
    if (there === null || source === undefined || there.option.likeness < 0.9 || certainty(clause) < 2) return [];
    const theirs = there.graph.read.tree;
    // Who "would ask" is told to, and leaves nothing open by it.
    const others = tree.words.flatMap(({ text }, k) => (k === clause.predicate ? [] : [text])).join(' ');
    const asked = isAsked(theirs, source) && !ASKS.test(others);
    const denied = isUntrue(theirs, source) && !DENIES.test(tree.text);
    return asked || denied ? [statement(phrase(tree, clause.predicate), phrase(theirs, source.predicate))] : [];
  });
}

/** "Whether it had signed", which nobody answers. */
const isAsked = ({ text, words, children }: Tree, { predicate, mood }: Clause): boolean =>
  mood === 'question' ||
  (!/\bor not\b/.test(text) && (children[predicate] ?? []).some((n) => words[n]?.lemma === 'whether'));

const ASKS =
  /\b(?:whether|if|ask(?:s|ed|ing)?|question(?:s|ed|ing)?|unclear|wonder(?:s|ed)?|inquiry|investigat\w+|prob(?:e|es|ed|ing))\b|\?/i;
const DENIES = /\b(?:no|not|never|denied|denies|deny|untrue|false|wrong|unfounded|without|rumou?rs?|lack(?:s|ed)?)\b/i;

/** "Rumours that it had signed are untrue", "no sign that it had signed". */
function isUntrue(tree: Tree, { predicate, frames }: Clause): boolean {
  if (frames.some(({ stance }) => stance === 'lacks')) return true;
  const noun = tree.words[predicate]?.head ?? -1;
  if (tree.words[noun]?.class !== 'NOUN' || !/^(?:acl|ccomp)/.test(tree.words[predicate]?.relation ?? '')) return false;
  const sign = /^(?:sign|evidence|indication|proof|hint|suggestion)$/.test(tree.words[noun]?.lemma ?? '');
  if (sign && dependents(tree, noun, 'det').some((n) => tree.words[n]?.lemma === 'no')) return true;
  const over = tree.words[tree.words[noun]?.head ?? -1];
  return /^(?:untrue|false|wrong|incorrect|unfounded|baseless|inaccurate|denied|deny|reject|dismiss)$/.test(
    over?.lemma ?? '',
  );
}

/** Told as done what the source only names: "a sale that it considers". */
function onlyNamed(pairing: Pairing, clause: Clause, there: Counterpart): Reason[] {
  const { tree } = there.graph.read;
  const word = tree.words[there.node.head];
  const above = tree.words[word?.head ?? -1];
  if (word === undefined || above === undefined || !/^(?:obj|acl|nmod|obl)/.test(word.relation)) return [];
  const kept = MOOD_OF_GOVERNOR.has(above.lemma) || MOOD_OF_NOUN.has(above.lemma);
  if (!kept && !denying(above.lemma)) return [];
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
  const [sure, open] = [certainty(clause), certainty(source)];
  // What somebody is bound to do is as good as planned.
  const unsure =
    open === 1 && BINDS.test(theirs.words[theirs.words[source.predicate]?.head ?? -1]?.lemma ?? '') ? 2 : open;
  const voted = theirs.words[theirs.words[source.predicate]?.head ?? -1]?.lemma === 'vote';
  // "Has yet to agree" and "has not yet agreed".
  const pending = mine % 2 === 1 && denials(there.graph, source, quotes).includes('yet');
  if (!reporting && !voted && !pending && sure > unsure)
    reasons.push(statement(given, phrase(theirs, source.predicate)));
  // "According to" tells all of its sentence, wherever it hangs.
  const isTold =
    clause.frames.length > 0 ||
    pairing.claim.read.clauses.some(({ frames }) =>
      frames.some(({ verb }) => /^accord/.test(tree.words[verb]?.lemma ?? '')),
    );
  for (const { stance, verb, by } of source.frames) {
    const contends =
      stance === 'says' &&
      (CONTENDS.test(theirs.words[verb]?.lemma ?? '') || isDistant(theirs, source.predicate, verb, by));
    if ((/^(?:says|denies|rejects|lacks)$/.test(stance) && !contends) || kept(verb)) continue;
    if (contends ? isTold : clause.frames.some((frame) => frame.stance === stance)) continue;
    // A plan told as a plan, a forecast as a forecast; but what somebody else expects is not what will be.
    const own = by === null || by === (source.doer ?? source.subject);
    const flat = !own && will(tree, clause.predicate) && clause.frames.length === 0;
    if (certainty(clause) < 3 && !flat && /^(?:expects|hopes|asks|fears)$/.test(stance)) continue;
    reasons.push(statement(given, phrase(theirs, verb)));
  }
  if (conditionsOf(tree, clause.predicate).length === 0)
    for (const condition of conditionsOf(theirs, source.predicate)) {
      const told = [condition, ...dependents(theirs, condition, 'nmod', 'obl', 'ccomp', 'obj')].some(kept);
      if (!told) reasons.push(statement(given, phrase(theirs, condition)));
    }
  return reasons;
}

/** Does whoever tells it keep it at a distance: by people who are not named, or with a word of saying put within ("which it says broke the rules")? */
function isDistant(tree: Tree, predicate: number, verb: number, by: number | null): boolean {
  const speaker = tree.words[by ?? -1];
  if (speaker !== undefined && UNNAMED.test(speaker.lemma)) return true;
  return above(tree, predicate).includes(verb) && /^(?:acl|appos)/.test(tree.words[verb]?.relation ?? '');
}

const UNNAMED = /^(?:people|person|source|insider|analyst|trader|observer|critic|some|many|other|rumou?r|media)$/;

const BINDS =
  /^(?:agree|commit|contract|pledge|promise|undertake|vow|agreement|commitment|contract|deal|pledge|promise)$/;

const will = (tree: Tree, predicate: number): boolean =>
  dependents(tree, predicate, 'aux').some((n) => /^(?:will|shall|'ll|’ll|wo)$/.test(tree.words[n]?.lemma ?? ''));

/** The words that a word hangs on, the nearest first. */
function above({ words }: Tree, n: number): number[] {
  const found: number[] = [];
  for (let at = words[n]?.head ?? -1; at >= 0 && found.length < 4; at = words[at]?.head ?? -1) found.push(at);
  return found;
}
