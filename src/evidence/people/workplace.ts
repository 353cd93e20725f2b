import { branch, dependent, dependents, type Tree } from '../../reading/tree.ts';
import type { Cast, Known } from './cast.ts';
import type { Organisations } from './meant.ts';

/** Verbs whose object is where their subject works, and such as are done for somebody or at some place of work. */
const HEADS =
  /^(?:captain|chair|coach|command|conduct|curate|edit|co-?found|direct|found|head|join|launch|lead|manage|oversee|own|represent|run|start)$/;
const WORKS =
  /^(?:advise|analy[sz]e|consult|cover|follow|manage|oversee|research|run|serve|study|teach|trade|track|work)$/;
const APPOINTS = /^(?:name|appoint|hire|elect|promote|recruit|poach|pick|choose)$/;
/** Sentences without any form of these verbs are not read. */
const MAY_TELL =
  /^["“ ]*At |\bwhose\b|\b(?:captain|chair|coach|command|conduct|curat|edit|(?:co-?)?found|direct|head|join|launch|lead|led|manag|oversee|oversaw|own|represent|run|ran|start|advis|analy[sz]|consult|cover|follow|research|serv|stud|teach|taught|trad|track|work|nam|appoint|hir|elect|promot|recruit|poach|pick|choos|chos)(?:e[dns]?|s|n?ing|n|y|ying|ie[ds])?\b/;
const EMPLOYERS = /^(?:at|for|with)$/;
/** How many mentions of somebody are read. */
const MENTIONS = 3;

/** The word of a sentence that a name from `start` to `end` hangs on. */
function headOf(tree: Tree, start: number, end: number): number | null {
  const inside = (n: number): boolean => {
    const word = tree.words[n];
    return word !== undefined && word.start >= start && word.start < end;
  };
  const head = tree.words.findIndex(({ head: above }, n) => inside(n) && !inside(above));
  return head < 0 ? null : head;
}

/** The predicates that are said of a name: its verb, its relative clauses, those of what it is called beside. */
function saidOf(tree: Tree, head: number): number[] {
  const names = [head, ...dependents(tree, head, 'appos')];
  const word = tree.words[head];
  if (word?.relation === 'appos' && word.head >= 0) names.push(word.head);
  return names.flatMap((n) => {
    const own = tree.words[n];
    const verb = own !== undefined && /^nsubj/.test(own.relation) && own.head >= 0 ? [own.head] : [];
    const told = [...verb, ...dependents(tree, n, 'acl')];
    return [...told, ...told.flatMap((verb) => dependents(tree, verb, 'conj'))];
  });
}

/** Where a sentence says that somebody works: "who founded Helio", "follows chips for Oak", "whose firm, Helio, …", "At Helio, …". */
function told(tree: Tree, head: number, organisations: Organisations): string | null {
  const nameAt = (n: number | null): string | null => {
    const start = n === null ? undefined : tree.words[n]?.start;
    return start === undefined ? null : organisations.at(start);
  };
  // "Quillon Rail named Asha Patel its chief executive"
  const { relation = '', head: verb = -1 } = tree.words[head] ?? {};
  if (relation === 'obj' && APPOINTS.test(tree.words[verb]?.lemma ?? '')) {
    const employer = nameAt(dependent(tree, verb, 'nsubj'));
    if (employer !== null) return employer;
  }
  for (const predicate of saidOf(tree, head)) {
    const lemma = tree.words[predicate]?.lemma ?? '';
    const founded = HEADS.test(lemma) ? nameAt(dependent(tree, predicate, 'obj', 'xcomp')) : null;
    if (founded !== null) return founded;
    for (const oblique of [
      ...dependents(tree, predicate, 'obl'),
      ...dependents(tree, predicate, 'obj').flatMap((n) => dependents(tree, n, 'nmod')),
    ]) {
      const by = dependents(tree, oblique, 'case').map((n) => tree.words[n]?.lemma ?? '')[0] ?? '';
      const opens = by === 'at' && branch(tree, oblique)[0] === 0;
      const employs = EMPLOYERS.test(by) && (WORKS.test(lemma) || HEADS.test(lemma));
      const name = employs || opens ? nameAt(oblique) : null;
      if (name !== null) return name;
    }
    // "whose company, Helio, makes lasers"
    const subject = dependent(tree, predicate, 'nsubj');
    const isWhose =
      subject !== null && dependents(tree, subject, 'nmod:poss').some((n) => tree.words[n]?.lemma === 'whose');
    const company = isWhose ? nameAt(dependent(tree, subject, 'appos')) : null;
    if (company !== null) return company;
  }
  return null;
}

/**
 * Where somebody works: as the text says beside a mention; or what a mention points at ("the company's chief executive", "her deputy", an
 * office that is always one of somewhere); or what is told of them. A text of an organisation's own speaks of its own people.
 */
export function workplaceOf(cast: Cast, person: Known, depth = 0): string | null {
  const { organisations, firstPerson } = cast;
  if (person.organisation !== null) return organisations.whole(person.organisation);
  const { pointer } = person;
  if (pointer !== null && pointer.whose !== null) return depth < 4 ? workplaceOf(cast, pointer.whose, depth + 1) : null;
  for (const { start, end } of person.mentions.slice(0, MENTIONS)) {
    const sentence = organisations.sentence(start);
    if (sentence === null || !organisations.names(sentence) || !MAY_TELL.test(sentence.text)) continue;
    const { tree } = sentence;
    const head = headOf(tree, start, end);
    const found = head === null ? null : told(tree, head, organisations);
    if (found !== null) return found;
  }
  const own = firstPerson ? organisations.own() : null;
  if (pointer === null) return own;
  const writer = pointer.noun === 'our' ? (own ?? organisations.writer()) : null;
  return writer ?? organisations.meant(pointer.at, pointer.noun, pointer.told);
}
