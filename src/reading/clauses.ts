import type { Frame, Link, Mood, Oblique } from './clauses/clause.ts';
import { framesOf } from './clauses/frames.ts';
import { moodOf } from './clauses/mood.ts';
import { MOOD_OF_NOUN, STANCE_OF_NOUN } from './clauses/stance.ts';
import { branch, dependent, dependents, type Tree } from './tree.ts';

export type { Frame, Link, Mood, Oblique, Stance } from './clauses/clause.ts';

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
  // "and Marlow's the fastest", with the "be" of the first
  if (word.relation === 'conj' && word.class === 'ADJ' && dependent(tree, n, 'nsubj') !== null) return true;
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

/** Verbs by which somebody has, makes or gives up what an infinitive then tells of: "signed a deal to". */
const HAVING = new Set(
  'have hold get win obtain secure reach sign strike make take enter exercise announce unveil drop abandon cancel scrap shelve pursue'.split(
    ' ',
  ),
);

/** "Plan", "option", "talks": what an infinitive behind them tells is done by somebody else. */
const isPlan = (tree: Tree, n: number): boolean => {
  const noun = tree.words[n]?.lemma ?? '';
  return tree.words[n]?.class === 'NOUN' && (MOOD_OF_NOUN.has(noun) || STANCE_OF_NOUN.has(noun));
};

/** Who is to do what a plan, an option or talks are about: whose they are, who is in them, who has them; null where nobody tells. */
function plannerOf(tree: Tree, noun: number, depth: number): number | null {
  const owner = dependent(tree, noun, 'nmod:poss');
  if (owner !== null) return owner;
  if (dependent(tree, noun, 'cop') !== null) return doerOf(tree, noun, depth + 1);
  const { head, relation } = tree.words[noun] ?? { head: -1, relation: '' };
  return /^ob[jl]/.test(relation) && HAVING.has(tree.words[head]?.lemma ?? '') ? doerOf(tree, head, depth + 1) : null;
}

/** Whoever is understood to do what a clause without a subject tells. */
function doerOf(tree: Tree, predicate: number, depth = 0): number | null {
  const subject = subjectOf(tree, predicate);
  const word = tree.words[predicate];
  if (subject !== null || word === undefined || depth > 8 || word.head < 0) return subject;
  const about = word.relation.startsWith('acl')
    ? word.head
    : word.relation.startsWith('xcomp')
      ? dependent(tree, word.head, 'obj')
      : null;
  if (about !== null) return word.tag === 'VB' && isPlan(tree, about) ? plannerOf(tree, about, depth) : about;
  if (word.relation.startsWith('xcomp')) return doerOf(tree, word.head, depth + 1);
  // "a quarry that the firm expects will supply": the quarry will.
  const above = tree.words[word.head];
  if (word.relation === 'ccomp' && above?.relation.startsWith('acl')) return above.head;
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

/**
 * A predicate with what it is said of. Words are indices of the sentence, each the head of its phrase. Most are asked only who does what: the rest is read
 * when it is first asked for. A class, since V8 shares no layout between objects made with getters.
 */
export class Clause {
  readonly #tree: Tree;
  /** The verb, or the noun or adjective that a form of "be" makes a predicate. */
  readonly predicate: number;
  /** Auxiliaries, copula and particle with the predicate, in order. */
  readonly verbs: readonly number[];
  /** The noun itself for a relative pronoun, that of the first for a joined verb; null for a bare infinitive or participle. */
  readonly subject: number | null;
  /** The subject, or else whoever is understood to do it: that of the governing verb, its object, the noun that the clause is about. */
  readonly doer: number | null;
  readonly object: number | null;
  readonly recipient: number | null;
  /** After "by" of a passive. */
  readonly agent: number | null;
  readonly obliques: readonly Oblique[];
  readonly passive: boolean;
  /** Is this very predicate denied by "not", "never"? */
  readonly negated: boolean;
  readonly link: Link;
  /** The index, in the list of clauses, of the clause that it hangs on. */
  readonly above: number | null;
  /** The word that joins it: "if", "because", "and", "that". */
  readonly marker: number | null;
  #frames: readonly Frame[] | null = null;
  #mood: Mood | null = null;
  #negations: readonly number[] | null = null;

  constructor(tree: Tree, predicate: number, above: number | null) {
    this.#tree = tree;
    this.predicate = predicate;
    this.verbs = verbsOf(tree, predicate);
    this.subject = subjectOf(tree, predicate);
    this.doer = doerOf(tree, predicate);
    this.object = resolved(tree, predicate, dependent(tree, predicate, 'obj'));
    this.recipient = dependent(tree, predicate, 'iobj');
    this.agent = dependent(tree, predicate, 'obl:agent');
    this.obliques = dependents(tree, predicate, 'obl')
      .filter((n) => tree.words[n]?.relation !== 'obl:agent')
      .map((head) => ({
        case: dependents(tree, head, 'case')
          .map((n) => tree.words[n]?.lemma ?? '')
          .join(' '),
        head,
      }));
    this.passive = dependent(tree, predicate, 'nsubj:pass', 'aux:pass') !== null;
    this.negated = isNegated(tree, predicate);
    this.link = linkOf(tree.words[predicate]?.relation ?? 'root');
    this.above = above;
    this.marker = dependent(tree, predicate, 'mark', 'cc');
  }

  /** All words that deny within the clause: "not", and the "no" of its subject or object. */
  get negations(): readonly number[] {
    this.#negations ??= negationsOf(this.#tree, this.predicate);
    return this.#negations;
  }

  get mood(): Mood {
    this.#mood ??= moodOf(this.#tree, this.predicate, this.frames);
    return this.#mood;
  }

  /** Outermost first. */
  get frames(): readonly Frame[] {
    this.#frames ??= framesOf(this.#tree, this.predicate, (n) => doerOf(this.#tree, n));
    return this.#frames;
  }
}

/** The clauses of a sentence, in the order of their predicates. */
export function clausesOf(tree: Tree): Clause[] {
  const predicates = tree.words.map((_, n) => n).filter((n) => isPredicate(tree, n));
  const place = new Map(predicates.map((n, index) => [n, index]));
  return predicates.map((predicate) => {
    let above = tree.words[predicate]?.head ?? -1;
    while (above >= 0 && !place.has(above)) above = tree.words[above]?.head ?? -1;
    return new Clause(tree, predicate, place.get(above) ?? null);
  });
}
