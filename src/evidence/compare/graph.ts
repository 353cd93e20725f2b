import { measure } from '../../domain/units.ts';
import { isRoleNoun } from '../../language/roles.ts';
import type { FigureReading } from '../../model.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import type { Time } from '../../reading/times.ts';
import { branch, dependents, type Tree, type Word } from '../../reading/tree.ts';
import { type Kind, keysOf } from './keys.ts';
import { BODY, type Ending, endingOf, isNamed, nameEnd } from './names.ts';

export type Node = {
  readonly kind: Kind;
  /** The word that ties it to the rest. */
  readonly head: number;
  readonly words: readonly number[];
  readonly text: string;
  readonly lemma: string;
  readonly keys: ReadonlySet<string>;
  /** Whether "'s" behind it is of its name ("Moody's said"), may be so ("Moody's view"), or is not there. */
  readonly ending: Ending;
  readonly figure: FigureReading | null;
  readonly time: Time | null;
};

/**
 * What hangs on what, by deep roles: `S` who does, `O` what it is done to, `I` to whom, `at:<preposition>`, `is` one thing by two
 * words, `of` any noun tied to another, `X` what is said or wanted, `when:<conjunction>`, `how`, `and`. Of nodes.
 */
export type Arc = {
  readonly from: number;
  readonly role: string;
  readonly to: number;
  /** Understood rather than told: who does what an infinitive or a participle tells. */
  readonly implied?: true;
};

/** A sentence as nodes and arcs. */
export type Graph = {
  readonly read: ReadSentence;
  readonly nodes: readonly Node[];
  readonly arcs: readonly Arc[];
  /** The node of each word, -1 for words of grammar. */
  readonly nodeOf: readonly number[];
  /** The clause whose predicate a node is. */
  readonly clauseOf: ReadonlyMap<number, Clause>;
};

/** Nouns that say of something only that it is measured. */
const MEASURED = /^(?:number|total|amount|volume|level|count|value|size)$/;

type Mark = { readonly start: number; readonly end: number };

const CONTENT = /^(?:NOUN|PROPN|VERB|ADJ|ADV|NUM|SYM|X|INTJ)$/;
const PERSONAL = /^(?:it|they|he|she|we|i|you|them|him|her|us|me|its|their|his|our|my)$/;
const REFLEXIVE = /^(?:itself|themselves|himself|herself)$/;
const RELATIVE = /^(?:which|who|whom|whose|that|where)$/;

const wordIn = (word: Word, { start, end }: Mark): boolean => word.start >= start && word.end <= end;

/** The word of a stretch that the others hang on. */
function headIn(tree: Tree, words: readonly number[]): number {
  const inside = new Set(words);
  const outer = words.filter((n) => !inside.has(tree.words[n]?.head ?? -1));
  return (
    outer.find((n) => /^\p{Sc}$/u.test(tree.words[n]?.text ?? '')) ??
    outer.find((n) => !/^(?:case|punct|advmod|det|mark|cc)/.test(tree.words[n]?.relation ?? '')) ??
    outer[0] ??
    words[0] ??
    0
  );
}

/** "Compared with", "according to", "including": participles that work as prepositions. */
const isPrepositional = (tree: Tree, n: number): boolean => {
  const word = tree.words[n];
  return (
    /^(?:compare|accord|include|follow|regard|concern)$/.test(word?.lemma ?? '') &&
    /^VB[NG]$/.test(word?.tag ?? '') &&
    /^(?:advcl|acl|case|advmod|mark)$/.test(word?.relation ?? '') &&
    dependents(tree, n, 'nsubj', 'aux').length === 0
  );
};

/** The preposition of a phrase, in lower case; `own` words belong to what it stands before. */
function caseOf(tree: Tree, n: number, own: (word: number) => boolean): string {
  const above = tree.words[n]?.head ?? -1;
  if (isPrepositional(tree, above))
    return tree.words[above]?.lemma === 'compare' ? 'against' : (tree.words[above]?.text.toLowerCase() ?? '');
  const found = dependents(tree, n, 'case')
    .filter((k) => !own(k))
    .map((k) => tree.words[k]?.text.toLowerCase() ?? '')
    .filter((word) => !/^['’]s?$/.test(word));
  // "Up from 5%"
  return (/^(?:up|down)$/.test(found[0] ?? '') && found[1] === 'from' ? 'from' : found[0]) ?? '';
}

/** "The server maker Rheinblick Systeme": a common noun right before the name of what it is. */
function isTitle({ words }: Tree, noun: number, name: number): boolean {
  const between = words.slice(noun + 1, name + 1);
  return words[noun]?.class === 'NOUN' && between.length > 0 && between.every(({ class: is }) => is === 'PROPN');
}

function roleOf(
  tree: Tree,
  n: number,
  clauses: ReadonlyMap<number, Clause>,
  owner: number,
  own: (word: number) => boolean,
): string {
  const word = tree.words[n];
  const relation = word?.relation ?? '';
  const governor = tree.words[owner];
  const clause = clauses.get(owner);
  if (relation === 'nsubj:pass') return 'O';
  if (relation === 'obl:agent') return 'S';
  if (relation.startsWith('nsubj') || relation.startsWith('csubj')) {
    if (clause !== undefined && governor?.class !== 'VERB') return 'is';
    return clause?.passive === true ? 'O' : 'S';
  }
  if (relation === 'obj') return 'O';
  if (relation === 'iobj') return 'I';
  if (/^(?:ccomp|xcomp)/.test(relation)) return 'X';
  if (relation.startsWith('advcl')) {
    const mark = dependents(tree, n, 'mark')
      .map((k) => tree.words[k]?.lemma ?? '')
      .find((lemma) => lemma !== 'to');
    return mark === undefined ? 'X' : `when:${mark}`;
  }
  if (relation.startsWith('advmod')) return 'how';
  // "Barred it from selling them, ruling that": a participle that nothing joins is a circumstance.
  const loose = word?.tag === 'VBG' && governor?.tag !== 'VBG' && dependents(tree, n, 'cc').length === 0;
  if (relation.startsWith('conj')) return loose ? 'X' : 'and';
  if (/^(?:appos|flat)/.test(relation)) return 'is';
  if (/^(?:obl|nmod)/.test(relation)) {
    const preposition = caseOf(tree, n, own);
    if (relation.includes('poss')) return 'of';
    if (preposition === '' && isTitle(tree, Math.min(n, owner), Math.max(n, owner))) return 'is';
    if (preposition === '' && isRoleNoun(word?.lemma ?? '') && governor?.class === 'PROPN') return 'is';
    // "the group Clean Delta Air"
    if (preposition === '' && /^\p{Lu}/u.test(word?.text ?? '') && BODY.test(governor?.lemma ?? '') && n > owner)
      return 'is';
    return preposition === '' ? 'at:' : `at:${preposition}`;
  }
  if (relation.startsWith('parataxis')) return 'beside';
  // "the utility Maple Power"
  const titles = relation.startsWith('compound') && word?.class === 'NOUN' && governor?.class === 'PROPN' && n < owner;
  const called = titles && (BODY.test(word.lemma) || isRoleNoun(word.lemma));
  return called || isTitle(tree, Math.min(n, owner), Math.max(n, owner)) ? 'is' : 'of';
}

/** Builds the graph of a sentence. Words of `quoted` stretches are left out: they are compared letter by letter elsewhere. */
export function graphOf(
  read: ReadSentence,
  figures: readonly FigureReading[],
  times: readonly Time[],
  quoted: readonly Mark[] = [],
): Graph {
  const { tree, clauses: clauseList } = read;
  const { words } = tree;
  const clauses = new Map(clauseList.map((clause) => [clause.predicate, clause]));
  const nodeOf = words.map(() => -1);
  const nodes: Node[] = [];
  const add = (kind: Kind, at: readonly number[], figure: FigureReading | null, time: Time | null): void => {
    if (at.length === 0) return;
    const head = headIn(tree, at);
    const first = words[at[0] ?? 0];
    const last = words[at.at(-1) ?? 0];
    const text = tree.text.slice((first?.start ?? 0) - tree.start, (last?.end ?? 0) - tree.start);
    for (const n of at) nodeOf[n] = nodes.length;
    nodes.push({
      kind,
      head,
      words: at,
      text,
      lemma: words[head]?.lemma ?? '',
      keys: keysOf(tree, at, kind),
      ending: endingOf(tree, at.at(-1) ?? -1),
      figure,
      time,
    });
  };
  const free = (n: number): boolean => nodeOf[n] === -1;
  const out = words.map((word) => quoted.some((mark) => wordIn(word, mark)));
  const stretch = (mark: Mark): number[] =>
    words.flatMap((word, n) => (wordIn(word, mark) && free(n) && !out[n] ? [n] : []));
  for (const time of times) add('time', stretch(time), null, time);
  for (const figure of figures) add('figure', stretch(figure), figure, null);
  words.forEach((word, n) => {
    if (!free(n) || out[n]) return;
    const low = word.text.toLowerCase();
    if (isNamed(tree, n)) {
      const end = nameEnd(tree, n);
      add(
        'name',
        Array.from({ length: end - n }, (_, k) => n + k).filter((k) => free(k) && !out[k]),
        null,
        null,
      );
    } else if (word.class === 'PRON' || /^(?:its|their|his|her|our|my)$/.test(low)) {
      if (PERSONAL.test(low)) add('pronoun', [n], null, null);
      else if (!RELATIVE.test(low) && !REFLEXIVE.test(low)) add('word', [n], null, null);
    } else if (
      CONTENT.test(word.class) ||
      clauses.has(n) ||
      (word.class === 'DET' && /^(?:nsubj|obj)/.test(word.relation))
    ) {
      if (
        !/^(?:aux|cop|case|mark|cc|fixed|expl|discourse|punct|compound:prt)(?:$|:)/.test(word.relation) &&
        !isPrepositional(tree, n)
      )
        add('word', [n], null, null);
    }
  });
  // What a word that is no node hangs on, or stands for.
  const owner = (n: number): number => {
    let at = words[n]?.head ?? -1;
    for (let steps = 0; at >= 0 && steps < words.length; steps++) {
      if (nodeOf[at] !== -1 && nodeOf[at] !== nodeOf[n]) return at;
      at = words[at]?.head ?? -1;
    }
    return -1;
  };
  const arcs: Arc[] = [];
  const known = new Set<string>();
  const tie = (from: number | null, role: string, to: number | null, implied = false): void => {
    const [a, b] = [nodeOf[from ?? -1] ?? -1, nodeOf[to ?? -1] ?? -1];
    const key = `${a} ${role} ${b}`;
    if (a < 0 || b < 0 || a === b || known.has(key)) return;
    known.add(key);
    arcs.push(implied ? { from: a, role, to: b, implied } : { from: a, role, to: b });
  };
  for (const { head } of nodes) {
    const above = owner(head);
    if (above < 0) continue;
    const relation = words[head]?.relation ?? '';
    if (/^acl/.test(relation)) continue;
    tie(
      above,
      roleOf(tree, head, clauses, above, (k) => nodeOf[k] === nodeOf[head]),
      head,
    );
  }
  for (const clause of clauseList) {
    const { predicate, passive, subject, doer, object, agent, recipient } = clause;
    const verbal = words[predicate]?.class === 'VERB';
    const participle = words[predicate]?.relation === 'acl' && /^VBN/.test(words[predicate]?.tag ?? '');
    const done = passive || participle;
    const who = subject ?? doer;
    tie(predicate, !verbal ? 'is' : done ? 'O' : 'S', who, subject === null);
    tie(predicate, 'O', object);
    tie(predicate, 'S', agent);
    tie(predicate, 'I', recipient);
    const word = words[predicate];
    // "Arn, whose shares fell": the shares are Arn's.
    if (word?.relation.includes('relcl'))
      for (const n of branch(tree, predicate, ['ccomp', 'advcl', 'conj']))
        if (words[n]?.text.toLowerCase() === 'whose') tie(words[n]?.head ?? null, 'of', word.head);
    if (
      word?.relation.startsWith('acl') &&
      participle === false &&
      !word.relation.includes('relcl') &&
      clause.marker !== null
    )
      tie(word.head, 'X', predicate);
    // "A court upheld it, ruling that": whoever does the one does the other.
    const above = word?.tag === 'VBG' && /^(?:conj|advcl)/.test(word.relation) ? clauses.get(word.head) : undefined;
    if (who === null && above !== undefined && !above.passive) tie(predicate, 'S', above.subject ?? above.doer, true);
    // What is joined to the last is said of the first as well.
    if (word?.relation.startsWith('conj'))
      for (const arc of [...arcs])
        if (arc.from === nodeOf[word.head] && /^(?:at:|when:)/.test(arc.role) && (nodes[arc.to]?.head ?? 0) < word.head)
          tie(predicate, arc.role, nodes[arc.to]?.head ?? null);
  }
  // Conjuncts share what they hang on and what role they have there.
  for (const { from, role, to } of [...arcs]) {
    if (role !== 'and') continue;
    for (const arc of [...arcs]) {
      if (arc.to === from && arc.role !== 'and') tie(nodes[arc.from]?.head ?? null, arc.role, nodes[to]?.head ?? null);
    }
  }
  // "The number of openings fell", "9 gigawatts of requests came": the openings did, and the requests.
  const isBare = (n: number): boolean => dependents(tree, nodes[n]?.head ?? -1, 'det', 'nmod:poss').length === 0;
  const measures = (to: number): boolean =>
    MEASURED.test(nodes[to]?.lemma ?? '') ||
    (nodes[to]?.figure?.unit != null &&
      !measure(nodes[to]?.figure?.unit ?? null).kind.startsWith('count ') &&
      arcs.some((arc) => arc.from === to && arc.role === 'at:of' && isBare(arc.to)));
  for (const { from, role, to } of [...arcs])
    if (/^(?:[SO]|is)$/.test(role) && measures(to))
      for (const arc of [...arcs])
        if (arc.from === to && arc.role === 'at:of') tie(nodes[from]?.head ?? null, role, nodes[arc.to]?.head ?? null);
  const clauseOf = new Map<number, Clause>();
  for (const clause of clauseList) {
    const n = nodeOf[clause.predicate] ?? -1;
    if (n >= 0) clauseOf.set(n, clause);
  }
  return { read, nodes, arcs, nodeOf, clauseOf };
}
