import type { Clause, Frame, Link, Mood } from './clauses/clause.ts';
import { framesOf } from './clauses/frames.ts';
import { moodOf } from './clauses/mood.ts';
import { branch, dependent, dependents, type Tree } from './tree.ts';

export type { Clause, Frame, Link, Mood, Oblique, Stance } from './clauses/clause.ts';

/** Words that deny the very predicate they stand with. */
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never']);
/** Words that deny as subject, object or determiner, or nearly. */
const DENYING: ReadonlySet<string> = new Set(
  'no none nobody nothing neither nor nowhere hardly barely scarcely without'.split(' '),
);
const RELATIVE = /^(?:WDT|WP\$?|WRB)$/;

/** Is the word a predicate: a verb that no noun takes as its adjective, or what a form of "be" is said of? */
function isPredicate(tree: Tree, n: number): boolean {
  const word = tree.words[n];
  if (word === undefined) return false;
  if (dependent(tree, n, 'cop') !== null) return true;
  if (word.class === 'VERB')
    return !/^(?:amod|compound|case|mark|fixed|flat|cc|advmod|nmod)(?:$|:)/.test(word.relation);
  // "There is a plan", and an elided predicate.
  return word.class === 'AUX' && !/^(?:aux|cop|fixed|compound)/.test(word.relation);
}

function linkOf(relation: string): Link {
  if (relation === 'root') return 'root';
  if (relation.startsWith('conj')) return 'joined';
  if (relation.includes('relcl')) return 'relative';
  if (relation.startsWith('acl') || relation.startsWith('appos')) return 'attribute';
  if (relation.startsWith('advcl')) return 'adverbial';
  if (relation.startsWith('csubj')) return 'subject';
  return /^[cx]comp/.test(relation) ? 'complement' : 'aside';
}

/** What a relative pronoun stands for: the noun that its clause hangs on. */
function resolved(tree: Tree, predicate: number, n: number | null): number | null {
  if (n === null) return null;
  const word = tree.words[predicate];
  const pronoun = tree.words[n];
  const relative = pronoun !== undefined && (RELATIVE.test(pronoun.tag) || pronoun.text.toLowerCase() === 'that');
  if (word === undefined || !relative) return n;
  const clause = word.relation.startsWith('conj') ? tree.words[word.head] : word;
  return clause?.relation.includes('relcl') && clause.head >= 0 ? clause.head : n;
}

function subjectOf(tree: Tree, predicate: number, depth = 0): number | null {
  const subjects = dependents(tree, predicate, 'nsubj').filter((n) => tree.words[n]?.relation !== 'nsubj:outer');
  const own = subjects[0] ?? dependent(tree, predicate, 'nsubj');
  if (own !== null) return resolved(tree, predicate, own);
  const word = tree.words[predicate];
  if (word === undefined || depth > 8) return null;
  if (word.relation.startsWith('conj') && dependent(tree, predicate, 'expl', 'csubj') === null)
    return subjectOf(tree, word.head, depth + 1);
  return null;
}

/** Whoever is understood to do what a clause without a subject tells. */
function doerOf(tree: Tree, predicate: number, depth = 0): number | null {
  const subject = subjectOf(tree, predicate);
  const word = tree.words[predicate];
  if (subject !== null || word === undefined || depth > 8 || word.head < 0) return subject;
  if (/^(?:xcomp)/.test(word.relation)) return dependent(tree, word.head, 'obj') ?? doerOf(tree, word.head, depth + 1);
  if (word.relation.startsWith('acl')) return word.head;
  if (/^(?:advcl|conj|ccomp|parataxis)/.test(word.relation)) return doerOf(tree, word.head, depth + 1);
  return null;
}

function verbsOf(tree: Tree, predicate: number): number[] {
  return [...dependents(tree, predicate, 'aux', 'cop', 'compound:prt'), predicate].sort((a, b) => a - b);
}

function negationsOf(tree: Tree, predicate: number): number[] {
  const clause = branch(tree, predicate, ['ccomp', 'advcl', 'acl', 'conj', 'parataxis', 'xcomp', 'csubj', 'appos']);
  return clause.filter(
    (n) => NOT.has(tree.words[n]?.text.toLowerCase() ?? '') || DENYING.has(tree.words[n]?.lemma ?? ''),
  );
}

function isNegated(tree: Tree, predicate: number): boolean {
  const own = [predicate, ...dependents(tree, predicate, 'aux', 'cop')];
  return own.some((head) =>
    dependents(tree, head, 'advmod').some((n) => NOT.has(tree.words[n]?.text.toLowerCase() ?? '')),
  );
}

/** The clauses of a sentence, in the order of their predicates. */
export function clausesOf(tree: Tree): Clause[] {
  const predicates = tree.words.map((_, n) => n).filter((n) => isPredicate(tree, n));
  const place = new Map(predicates.map((n, index) => [n, index]));
  return predicates.map((predicate) => {
    const word = tree.words[predicate];
    // Most are asked only who does what, so that the rest is made when it is first asked for.
    let frames: readonly Frame[] | null = null;
    let mood: Mood | null = null;
    let negations: readonly number[] | null = null;
    let above = word?.head ?? -1;
    while (above >= 0 && !place.has(above)) above = tree.words[above]?.head ?? -1;
    return {
      predicate,
      verbs: verbsOf(tree, predicate),
      subject: subjectOf(tree, predicate),
      doer: doerOf(tree, predicate),
      object: resolved(tree, predicate, dependent(tree, predicate, 'obj')),
      recipient: dependent(tree, predicate, 'iobj'),
      agent: dependent(tree, predicate, 'obl:agent'),
      obliques: dependents(tree, predicate, 'obl')
        .filter((n) => tree.words[n]?.relation !== 'obl:agent')
        .map((head) => ({
          case: dependents(tree, head, 'case')
            .map((n) => tree.words[n]?.lemma ?? '')
            .join(' '),
          head,
        })),
      passive: dependent(tree, predicate, 'nsubj:pass', 'aux:pass') !== null,
      negated: isNegated(tree, predicate),
      get negations() {
        negations ??= negationsOf(tree, predicate);
        return negations;
      },
      get mood() {
        mood ??= moodOf(tree, predicate, this.frames);
        return mood;
      },
      get frames() {
        frames ??= framesOf(tree, predicate, (n) => doerOf(tree, n));
        return frames;
      },
      link: linkOf(word?.relation ?? 'root'),
      above: place.get(above) ?? null,
      marker: dependent(tree, predicate, 'mark', 'cc'),
    };
  });
}
