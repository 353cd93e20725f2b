import type { Reason, ReasonKind } from '../../model.ts';
import type { Clause } from '../../reading/clauses.ts';
import { branch, phraseOf, textOf, type Tree } from '../../reading/tree.ts';
import { type Alignment, distance } from './align.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that narrow or take back what they hang on: what is left without them says more. */
const NARROWING = set(
  `only almost nearly barely hardly partly partially mostly largely roughly half some most few several many former planned proposed potential alleged
   preliminary tentative conditional partial possible prospective nominal interim acting draft purported supposed would-be theoretical`,
);
const CONDITION = set('if unless provided providing assuming pending until once subject should');

const phrase = (tree: Tree, n: number): string => textOf(tree, phraseOf(tree, n));

/** What an edit leaves out of, or turns round in, what it was made from. */
export function faultsOf({ claim, bases, options, chosen }: Alignment): Reason[] {
  const faults: Reason[] = [];
  const add = (kind: ReasonKind, given: string, found: string | null): void => {
    faults.push({ kind, given, found });
  };
  const { tree, clauses } = claim;
  /** Does any word of the claim stand for this one? */
  const kept = (base: number, word: number): boolean =>
    options.some((found) => found.some((one) => one.base === base && one.word === word));
  const stands = (i: number | null, base: number, word: number | null): boolean =>
    i !== null && word !== null && (options[i] ?? []).some((one) => one.base === base && one.word === word);

  for (const clause of clauses) {
    const at = chosen[clause.predicate];
    const base = at && bases[at.base];
    if (!at || !base) continue;
    const source = base.read.clauses.find(({ predicate }) => predicate === at.word);
    if (source === undefined) continue;
    const theirs = base.read.tree;
    const given = phrase(tree, clause.predicate);

    for (const frame of source.frames) {
      if (frame.stance === 'says' || kept(at.base, frame.verb)) continue;
      if (clause.frames.some(({ stance }) => stance === frame.stance)) continue;
      const told = clause.mood !== 'fact' && /^(?:expects|hopes|asks|fears)$/.test(frame.stance);
      if (!told) add('statement', given, phrase(theirs, frame.verb));
    }
    if (clause.negated !== source.negated && (clause.negations.length > 0) !== (source.negations.length > 0))
      add('statement', given, theirs.text);
    if (source.mood !== 'fact' && source.mood !== 'order' && clause.mood === 'fact' && source.mood !== 'condition')
      add('statement', given, theirs.text);
    if (source.mood === 'possible' && (clause.mood === 'forecast' || clause.mood === 'plan'))
      add('statement', given, theirs.text);
    if (source.mood === 'condition' && clause.mood !== 'condition') add('statement', given, theirs.text);
    for (const child of theirs.children[at.word] ?? []) {
      const word = theirs.words[child];
      if (word === undefined) continue;
      const opens = branch(theirs, child).find((n) => CONDITION.has(theirs.words[n]?.lemma ?? ''));
      const hangs = /^(?:advcl|obl|advmod|mark)/.test(word.relation);
      if (hangs && opens !== undefined && distance(theirs, child, opens, 2) <= 2 && !kept(at.base, opens))
        if (/^(?:if|unless|provided|providing|assuming|pending|subject)$/.test(theirs.words[opens]?.lemma ?? ''))
          add('statement', given, phrase(theirs, child));
    }
    exchanged(clause, source, at.base);
  }

  /** Who does it and what it is done to, changed places. */
  function exchanged(clause: Clause, source: Clause, base: number): void {
    const doer = (one: Clause): number | null => (one.passive ? one.agent : (one.subject ?? one.doer));
    const done = (one: Clause): number | null => (one.passive ? one.subject : one.object);
    const theirs = bases[base]?.read.tree;
    if (theirs === undefined) return;
    const turned =
      (stands(doer(clause), base, done(source)) && !stands(doer(clause), base, doer(source))) ||
      (stands(done(clause), base, doer(source)) && !stands(done(clause), base, done(source)));
    const n = doer(clause) ?? done(clause);
    if (turned && n !== null) add('subject', phrase(tree, n), theirs.text);
  }

  // What narrows a word that was kept must be kept with it.
  const seen = new Set<string>();
  chosen.forEach((at, i) => {
    const theirs = at && bases[at.base]?.read.tree;
    if (!at || !theirs) return;
    for (const child of theirs.children[at.word] ?? []) {
      const word = theirs.words[child];
      const key = `${at.base} ${child}`;
      if (word === undefined || seen.has(key) || !NARROWING.has(word.lemma)) continue;
      seen.add(key);
      if (!kept(at.base, child)) add('statement', tree.words[i]?.text ?? '', `${word.text} ${theirs.words[at.word]?.text}`);
    }
  });
  return faults;
}
