import type { Standing } from '../../model.ts';
import type { Clause } from '../../reading/clauses.ts';
import { participleOf } from '../../reading/lemma.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { branch, dependents, phraseOf, type Stretch, type Tree } from '../../reading/tree.ts';
import { EMPTY } from './concept.ts';
import { deedIn, doneIn, expects } from './deed.ts';
import { isCommon, isFirst, isNoun, nounPhrase, type Place, written } from './place.ts';
import { headOf } from './subject.ts';

/** What a reader takes in at a glance, and a table has room for. */
const LONGEST = 72;
const TAIL = /^(?:of|for|at|in|from|to|per|on|between|with)$/;
/** Nouns that say how much or how many, so that only what they are of says what is measured. */
const BARE =
  /^(?:price|cost|share|market|rate|value|size|capacity|number|power|load|output|work|system|chip|site|project|deal|round|time)$/;

/** What is told of the figure that a caption is for. */
type Told = {
  readonly concept: Stretch | null;
  readonly subject: string | null;
  /** Is the subject called by its name, and not by a common noun? */
  readonly named: boolean;
  /** Does the number count the very things that it is about? */
  readonly counted: boolean;
  /** Is the subject who does what the clause tells? */
  readonly does: boolean;
  /** Is the subject tied to the number by its sentence, or only whom the text speaks of? */
  readonly tied: boolean;
  readonly standing: Standing;
  readonly places: readonly (Place | null)[];
};

/**
 * What an editor would put beside a number: what is measured and whose, a noun phrase of the sentence's words ("power contracted by
 * Northwind Cloud"), or what was done with money that measures nothing ("raised by Northwind Cloud from three banks"). Null where
 * the one or the other is not known, and for things that are counted but of which nothing is said.
 */
export function captionIn(sentence: ReadSentence, place: Place, told: Told): string | null {
  return choices(sentence, place, told).find((text) => text !== null && text.length <= LONGEST) ?? null;
}

/** The captions that a figure may have, the best first. */
function choices({ tree, clauses }: ReadSentence, place: Place, told: Told): (string | null)[] {
  const { concept, subject, named, counted, tied, places } = told;
  const { clause } = place;
  const isFree = ({ from, to }: Stretch): boolean =>
    !places.some((each) => each !== null && each.from < to && each.to > from);
  const who = clause === null ? null : whoIn(tree, clause, told, isFree);
  const line = clause === null ? null : lineIn(tree, finite(tree, clauses, clause), place, told, isFree);
  const head = concept === null ? -1 : headOf(tree, concept);
  const vague = concept === null || EMPTY.test(tree.words[head]?.lemma ?? '') || written(tree, concept) === subject;
  if (vague)
    return [...(clause === null || who === null ? [] : (doneIn(tree, clause, place, isFree)?.(who) ?? [])), line];
  const long = nounPhrase(tree, head, place, TAIL);
  const nouns = [long, concept].filter((each) => counted || isFree(each)).map((each) => nounIn(tree, each));
  const deed = clause === null ? null : deedIn(tree, clause, place, head, isFree);
  const found: (string | null)[] = [];
  for (const noun of nouns) if (who !== null && deed !== null && !names(noun, who)) found.push(...deed(noun, who));
  const around = holderIn(tree, place, isFree);
  if (counted)
    return [
      ...found,
      ...nouns.map((noun) => predicated(tree, clause, head, noun, isFree)),
      levelled(tree, clause, head),
      around,
      line,
    ];
  const some = dependents(tree, head, 'det').some((n) =>
    /^(?:an?|each|every|another)$/.test(tree.words[n]?.lemma ?? ''),
  );
  for (const noun of nouns) {
    if (subject === null || names(noun, subject)) {
      if (noun.includes(' ') && (tellsOf(tree, head, long) || !BARE.test(tree.words[head]?.lemma ?? '')))
        found.push(noun);
    } else if (tied || !some) found.push(owned(`${foreseen(tree, told, clause)}${noun}`, subject, named));
  }
  return [...found, line, around];
}

/** Is it said what the noun is of? */
const tellsOf = (tree: Tree, head: number, { to }: Stretch): boolean =>
  tree.words.slice(head + 1, to).some((_, n) => isNoun(tree, head + 1 + n));

/** Who does what a clause tells, by name where a word stands for somebody named elsewhere. */
function whoIn(
  tree: Tree,
  clause: Clause,
  { subject, named, does }: Told,
  isFree: (stretch: Stretch) => boolean,
): string | null {
  const { doer } = clause;
  const word = tree.words[doer ?? -1];
  if (doer === null || word === undefined || does || !/^(?:NOUN|PROPN)$/.test(word.class))
    return does ? plainly(subject ?? '', named) : null;
  const phrase = phraseOf(tree, doer);
  // "three cloud companies": a number in words is read past.
  const isPlain = (stretch: Stretch): boolean => isFree(stretch) || !/\d/.test(written(tree, stretch));
  const whole = isPlain(phrase) && phrase.to - phrase.from <= 6 ? phrase : nounPhrase(tree, doer, null);
  const text = nounIn(tree, whole).replace(/^(?:[Tt]he|[Aa]n?) /, '');
  return isPlain(whole) && !/^(?:company|firm|its|their|his|her|our) ?/i.test(text) ? text : null;
}

/** "expected", "forecast": the word by which its sentence tells that a number is not yet so. */
function foreseen(tree: Tree, { standing }: Told, clause: Clause | null): string {
  if (standing !== 'forecast' || clause === null) return '';
  const verbs = [clause.predicate, ...clause.frames.map(({ verb }) => verb)].map((n) => tree.words[n]);
  const verb = verbs.find((word) => word?.class === 'VERB' && expects(word.lemma));
  return verb === undefined ? '' : `${participleOf(verb.lemma)} `;
}

/** "Sales of the Corvo reached 40,000 units": what has the count for its level. */
function levelled(tree: Tree, clause: Clause | null, head: number): string | null {
  const { subject = null, predicate = -1, object = null } = clause ?? {};
  if (subject === null || object !== head || !MOVE.test(tree.words[predicate]?.lemma ?? '')) return null;
  const long = nounPhrase(tree, subject, null, TAIL);
  return tellsOf(tree, subject, long) ? nounIn(tree, long) : null;
}

/** "order from Halden for" 9,000 units: the noun that holds the number, with what stands between them. */
function holderIn(tree: Tree, place: Place, isFree: (stretch: Stretch) => boolean): string | null {
  let top = place.head;
  while (/^nmod/.test(tree.words[top]?.relation ?? '') && (tree.words[top]?.head ?? -1) < top)
    top = tree.words[top]?.head ?? -1;
  const own = branch(tree, top, ['acl', 'appos', 'parataxis', 'conj', 'cc', 'punct', 'det', 'case']);
  const [from, to] = [own[0] ?? top, endBefore(tree, place)];
  const named = tree.words.slice(from, to).some(({ class: kind }) => kind === 'PROPN');
  const whole = top !== place.head && to - from > 2 && named && isFree({ from, to });
  return whole && tree.words.slice(from, to).every(({ class: kind }) => !/^(?:PUNCT|VERB)$/.test(kind))
    ? nounIn(tree, { from, to })
    : null;
}

/** Where the words before a number end that no preposition or article ties to it. */
function endBefore(tree: Tree, { from }: Stretch): number {
  let to = from;
  while (/^(?:ADP|PART|DET|PUNCT|SYM|ADV|CCONJ|SCONJ)$/.test(tree.words[to - 1]?.class ?? '')) to--;
  return to;
}

/** The clause that an infinitive hangs on: "need a licence to ship". */
function finite(tree: Tree, clauses: readonly Clause[], clause: Clause): Clause {
  let at = clause;
  for (let steps = 0; steps < 4; steps++) {
    const above = clauses[at.above ?? -1];
    const bare = dependents(tree, at.predicate, 'mark').some((n) => tree.words[n]?.tag === 'TO');
    if (!bare || above === undefined) break;
    at = above;
  }
  return at;
}

/** Nouns and verbs of a level or a move, which a caption needs no word of. */
const MOVE = /^(?:fall|rise|drop|climb|grow|be|come|reach|total|increase|decrease|jump|slip|gain|stand)$/;

/** "US Commerce Department raised the threshold in its draft export rule": what leads to the number, where nothing shorter tells what it is of. */
function lineIn(
  tree: Tree,
  clause: Clause,
  place: Place,
  told: Told,
  isFree: (stretch: Stretch) => boolean,
): string | null {
  const { predicate, verbs, negated, mood } = clause;
  const who = whoIn(tree, clause, told, isFree);
  const start = Math.min(...verbs);
  const subject = clause.subject ?? clause.doer ?? -1;
  const to = endBefore(tree, place);
  if (who === null || negated || mood === 'question' || subject >= start || start >= to || predicate >= to) return null;
  const plain = isFree({ from: start, to }) && !tree.words.slice(start, to).some(({ class: kind }) => kind === 'PUNCT');
  if (!plain) return null;
  if (MOVE.test(tree.words[predicate]?.lemma ?? '')) return null;
  // "Halden means to put": a verb alone tells nothing.
  return !tree.words.slice(start, to).some((_, n) => isNoun(tree, start + n))
    ? null
    : `${who} ${written(tree, { from: start, to })}`;
}

const names = (text: string, subject: string): boolean => text.includes(subject.split(' ')[0] ?? subject);

/** A common noun without the capital that begins a sentence. */
const plainly = (subject: string, named: boolean): string =>
  named || /^\p{Lu}{2}/u.test(subject) ? subject : `${subject.charAt(0).toLowerCase()}${subject.slice(1)}`;

/** What somebody has is theirs; what is a product's is told by its name, and what is of common things is of them. */
function owned(noun: string, subject: string, named: boolean): string {
  if (!named) return `${noun} of ${plainly(subject, named)}`;
  if (/\d/.test(subject)) return `${subject} ${noun}`;
  return `${subject}${subject.endsWith('s') ? '’' : '’s'} ${noun}`;
}

/** The words of a noun, without the capital that begins a sentence. */
function nounIn(tree: Tree, stretch: Stretch): string {
  const text = written(tree, stretch);
  const first = tree.words[stretch.from];
  const plain = first !== undefined && isFirst(tree, stretch.from) && !/\p{Lu}.*\p{Lu}|\d/u.test(first.text);
  return plain && (first.class !== 'PROPN' || isCommon(tree, stretch.from))
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

/** "9,000 servers lost power in Lima": of things that are counted, what they do or what is done to them: "servers that lost power in Lima". */
function predicated(
  tree: Tree,
  clause: Clause | null,
  head: number,
  noun: string,
  isFree: (stretch: Stretch) => boolean,
): string | null {
  if (clause === null || clause.subject !== head || clause.negated || clause.mood === 'question') return null;
  const { predicate, verbs } = clause;
  const from = Math.min(...verbs);
  const cut = ['acl', 'appos', 'parataxis', 'advcl', 'conj', 'cc', 'punct', 'nsubj', 'mark', 'ccomp'];
  const own = branch(tree, predicate, cut).filter((n) => n >= from);
  let to = from;
  let end = from;
  for (const n of own) {
    if (n !== to || !isFree({ from: n, to: n + 1 })) break;
    to = n + 1;
    // A phrase is whole where the next word hangs on none of its own.
    const last = tree.words[to];
    if (last === undefined || (isNoun(tree, n) && !/^(?:compound|flat|amod)/.test(tree.words[n]?.relation ?? '')))
      end = to;
    if (tree.words[n]?.class === 'VERB' && n === predicate) end = to;
  }
  if (end <= predicate || end - from < 2 || (clause.object ?? -1) >= end) return null;
  const person = /^(?:people|person|worker|employee|engineer|customer|user|subscriber|resident|lawmaker)$/.test(
    tree.words[head]?.lemma ?? '',
  );
  return `${noun} ${person ? 'who' : 'that'} ${written(tree, { from, to: end })}`;
}
