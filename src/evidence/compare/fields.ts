import { isCondition } from '../../reading/clauses/mood.ts';
import type { Clause } from '../../reading/clauses.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import type { Graph } from './graph.ts';

/** How sure a clause is: 3 a fact, 2 planned or foreseen, 1 possible, 0 a condition or question. What denies it is counted apart. */
export function certainty({ mood, frames }: Clause): number {
  const own = { fact: 3, order: 3, plan: 2, forecast: 2, possible: 1, condition: 0, question: 0 }[mood];
  const framed = frames.map(({ stance }) =>
    stance === 'expects' ? 2 : /^(?:asks|hopes|fears|doubts)$/.test(stance) ? 1 : 3,
  );
  return Math.min(own, ...framed);
}

const DENIES =
  /^(?:deny|refuse|reject|decline|fail|lack|unable|dispute|refute|cancel|scrap|abandon|avoid|prevent|rule|dismiss|oppose|abstain|skip|boycott|withhold|without|stop|cease|no|not|never|none|neither|nor|nobody|nothing|hardly|barely|scarcely)$/;

/** Words that deny, in and above the clause: "not", "no site", "failed to", "denied that". */
export function denials(graph: Graph, clause: Clause, quotes = false): string[] {
  const { words } = graph.read.tree;
  const found = new Set(
    clause.negations.filter(
      (n) => words[n]?.lemma !== 'without' && !/^(?:less|more|fewer|later|earlier)$/.test(words[n + 1]?.lemma ?? ''),
    ),
  );
  // "Have yet to decide": not so far.
  const to = words[clause.predicate]?.head ?? -1;
  words.forEach(({ lemma }, n) => {
    if (lemma === 'yet' && words[n + 1]?.lemma === 'to' && (n === to || Math.abs(n - clause.predicate) < 4))
      found.add(n);
  });
  // What stands in quotation marks is compared letter by letter.
  if (quotes) for (const n of found) if (inQuotes(graph, n)) found.delete(n);
  for (const { stance, verb } of clause.frames) if (/^(?:denies|rejects|lacks)$/.test(stance)) found.add(verb);
  const above = words[clause.predicate]?.head ?? -1;
  if (
    /^xcomp/.test(words[clause.predicate]?.relation ?? '') &&
    /^(?:fail|refuse|decline|unable)$/.test(words[above]?.lemma ?? '')
  )
    found.add(above);
  return [...found].map((n) => words[n]?.lemma ?? '');
}

/** Stands the word behind an odd number of quotation marks? */
function inQuotes({ read: { tree } }: Graph, n: number): boolean {
  let open = false;
  for (const { text } of tree.words.slice(0, n)) {
    if (text === '“' || text === '«') open = true;
    else if (text === '”' || text === '»') open = false;
    else if (text === '"') open = !open;
  }
  return open;
}

const ALIKE = [
  'almost nearly virtually practically about around roughly approximately some',
  'mostly mainly largely chiefly primarily majority most',
  'partly partially part',
  'only just merely alone sole',
  'eventually day potentially possibly perhaps could may might',
  'reportedly allegedly supposedly purportedly apparently say report allege',
  'usually typically generally often',
  'previously formerly former once ex earlier',
].map((row) => new Set(row.split(' ')));

/** Does one word narrow as the other does: "mainly", "mostly"? */
export const narrowsAlike = (left: string, right: string): boolean =>
  ALIKE.some((row) => row.has(left) && row.has(right));

export const denying = (lemma: string): boolean => DENIES.test(lemma);

/** Words that narrow what they stand with: without them more is said. */
export const NARROWS =
  /^(?:only|almost|nearly|partly|partially|largely|mostly|mainly|merely|just|roughly|approximately|about|around|initially|temporarily|potentially|reportedly|allegedly|apparently|possibly|probably|perhaps|likely|barely|hardly|virtually|practically|supposedly|purportedly|tentatively|provisionally|preliminarily|conditionally|eventually|ever|yet|previously|formerly|once|nominally|effectively|sometimes|usually|typically|generally|often|chiefly|primarily|half|no|not|never|unlikely|no_longer)$/;

/** Adjectives without which a thing would be more than it is: a planned site is no site. */
export const WEAKENS =
  /^(?:planned|proposed|potential|possible|alleged|former|draft|preliminary|conditional|binding|non-binding|nonbinding|tentative|expected|prospective|estimated|partial|would-be|suspected|apparent|likely|purported|reported|provisional|ex|future|intended|unconfirmed|pending|initial|interim|optional|hypothetical|record)$/;

/** Quantities that say of how many something holds. */
const QUANTITIES: Readonly<Record<string, string>> = {
  all: 'all',
  every: 'all',
  each: 'all',
  both: 'all',
  entire: 'all',
  whole: 'all',
  any: 'any',
  most: 'most',
  majority: 'most',
  many: 'many',
  several: 'some',
  some: 'some',
  few: 'few',
  part: 'part',
  half: 'half',
  only: 'only',
};

/** The quantities told of a word: by its article or adjective, or as its governor ("some of the sites"). */
export function quantitiesOf(tree: Tree, head: number): string[] {
  const own = dependents(tree, head, 'det', 'det:predet', 'amod', 'advmod', 'nummod', 'cc:preconj').map(
    (n) => tree.words[n]?.lemma ?? '',
  );
  const word = tree.words[head];
  const governor = tree.words[word?.head ?? -1];
  const of = word?.relation === 'nmod' && dependents(tree, head, 'case').some((n) => tree.words[n]?.lemma === 'of');
  return [...own, ...(of ? [governor?.lemma ?? ''] : []), word?.lemma ?? ''].flatMap(
    (lemma) => QUANTITIES[lemma] ?? [],
  );
}

/** The conditions that hang on a predicate, or on those that it hangs on: predicates of "if", "unless", "provided that", "subject to". */
export function conditionsOf(tree: Tree, predicate: number): number[] {
  const found: number[] = [];
  let at = predicate;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    for (const n of tree.children[at] ?? []) {
      const word = tree.words[n];
      const relation = word?.relation ?? '';
      const provided =
        /^(?:provide|assume|suppose|depend|pend)$/.test(word?.lemma ?? '') && /^VB[NG]$/.test(word?.tag ?? '');
      if (relation.startsWith('advcl') && (isCondition(tree, n) || provided)) found.push(n);
      else if (
        /^(?:obl|nmod|advmod|amod|acl|advcl|xcomp|appos|parataxis|conj)/.test(relation) &&
        word?.lemma === 'subject'
      )
        found.push(n);
      else if (
        /^(?:obl|nmod|advcl)/.test(relation) &&
        dependents(tree, n, 'case', 'mark').some((k) =>
          /^(?:pending|subject|without|until|unless|barring)$/.test(tree.words[k]?.lemma ?? ''),
        )
      )
        found.push(n);
    }
    const relation = tree.words[at]?.relation ?? '';
    if (!/^(?:xcomp|ccomp|conj|acl)/.test(relation) || relation.includes('relcl')) break;
    at = tree.words[at]?.head ?? -1;
  }
  return found;
}

const BROAD = /^(?:all|every|each|any|no)$/;

/** Is it said of all of a kind: "operators must report", "every landing"? */
export function isGeneric(tree: Tree, head: number, clause: Clause | null): boolean {
  const word = tree.words[head];
  const determiners = dependents(tree, head, 'det', 'nmod:poss', 'nummod').map((n) => tree.words[n]?.lemma ?? '');
  if (determiners.some((lemma) => BROAD.test(lemma))) return true;
  if (word?.tag !== 'NNS' || determiners.length > 0 || clause === null) return false;
  const helpers = dependents(tree, clause.predicate, 'aux').map((n) => tree.words[n]?.lemma ?? '');
  const present = /^VB[PZ]$/.test(tree.words[clause.predicate]?.tag ?? '');
  return present || helpers.some((lemma) => /^(?:must|shall|have|will|would|should|can|could|may)$/.test(lemma));
}

/** What tells which of a kind: phrases and clauses behind a noun that no comma parts from it, and comparatives. */
export function restrictionsOf(tree: Tree, head: number): number[] {
  return (tree.children[head] ?? []).filter((n) => {
    const word = tree.words[n];
    const relation = word?.relation ?? '';
    if (/^(?:acl|nmod)/.test(relation) && !relation.includes('poss') && n > head) {
      let comma = head + 1;
      while (comma < n && tree.words[comma]?.text !== ',') comma++;
      return comma === n;
    }
    return relation === 'amod' && /^JJR$/.test(word?.tag ?? '');
  });
}

/** Verbs of saying that leave open whether it is so. */
export const CONTENDS =
  /^(?:claim|allege|argue|contend|insist|maintain|assert|accuse|believe|think|suggest|reckon|estimate|calculate|speculate|suspect)$/;
