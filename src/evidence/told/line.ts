import { isBody } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { Standing } from '../../model.ts';
import type { Clause } from '../../reading/clauses.ts';
import { branch, dependent, dependents, phraseOf, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import type { Measure } from './concept.ts';
import { caseOf, isName, isNoun, nounIn, nounPhrase, type Place, plainly, TAIL, written } from './place.ts';
import { isMove } from './tells.ts';

/** What is told of the figure that a caption is for. */
export type Shown = {
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
  readonly kind: Measure['kind'];
  readonly places: readonly (Place | null)[];
};

/** A figure in its sentence, with all that is told of it. */
export type Scene = {
  readonly tree: Tree;
  readonly clauses: readonly Clause[];
  readonly clause: Clause | null;
  readonly place: Place;
  readonly told: Shown;
  readonly cast: Cast;
  /** Does a stretch hold no figure? */
  readonly isFree: (stretch: Stretch) => boolean;
};

/** Is it said what the noun is of? */
export const tellsOf = (tree: Tree, head: number, { to }: Stretch): boolean =>
  tree.words.slice(head + 1, to).some((_, n) => isNoun(tree, head + 1 + n));

/** Who does what a clause tells: all who do it together, by name where a word stands for somebody named elsewhere; several, or a body. */
export function whoIn({ tree, told, cast, isFree }: Scene, clause: Clause | null): string | null {
  const doer = clause?.doer ?? null;
  const word = tree.words[doer ?? -1];
  if (doer === null || word === undefined) return told.does ? plainly(told.subject ?? '', told.named) : null;
  const others = dependents(tree, doer, 'conj').filter((n) => isName(tree, n) && isName(tree, doer));
  if (others.length > 0) {
    const names = phraseOf(tree, doer);
    return written(tree, { from: names.from, to: phraseOf(tree, others.at(-1) ?? doer).to });
  }
  if (told.does) return plainly(told.subject ?? '', told.named);
  if (!/^(?:NOUN|PROPN)$/.test(word.class)) return null;
  const phrase = phraseOf(tree, doer);
  // "three cloud companies": a number in words is read past.
  const isPlain = (stretch: Stretch): boolean => isFree(stretch) || !/\d/.test(written(tree, stretch));
  const short = isPlain(phrase) && phrase.to - phrase.from <= 6 ? phrase : nounPhrase(tree, doer, null);
  // "town of Boden", "makers of high-bandwidth memory"
  const long = nounPhrase(tree, doer, null, /^(?:of|at)$/);
  const whole = short.to - short.from === 1 && isPlain(long) && long.to - long.from <= 7 ? long : short;
  // "part would repay", "engineer moved": nobody that a reader would know.
  const parted = whole.from < doer && isNoun(tree, doer) && !isPersonalNoun(word.lemma);
  const kind = parted && tree.words[doer - 1]?.class !== 'DET';
  const named = tree.words.slice(whole.from, whole.to).some((_, n) => isName(tree, whole.from + n));
  const known = word.tag !== 'NN' || isBody(word.lemma) || kind || named;
  const text = nounIn(tree, whole, cast).replace(/^(?:[Tt]he|[Aa]n?) /, '');
  return known && isPlain(whole) && !/^(?:company|firm|its|their|his|her|our) ?/i.test(text) ? text : null;
}

/** "US Commerce Department raised the threshold in its draft export rule": what leads to the number, where nothing shorter tells what it is of. */
export function lineIn(scene: Scene): string | null {
  const { tree, clauses, place, isFree } = scene;
  if (scene.clause === null || scene.told.kind === 'span') return null;
  // "turned down Stonebrook's 1.2-gigawatt campus": what leads to an owner ends nowhere.
  if (/^['’]s?$/.test(tree.words[place.from - 1]?.text ?? '')) return null;
  // "studied it in four counties", "have started them four times": where and how often is not what the number is of.
  const where = /^(?:in|at|within|for|during|over|)$/.test(caseOf(tree, place.head));
  const aside = where && /^(?:obl|advmod|advcl)/.test(tree.words[place.head]?.relation ?? '');
  if (aside && (scene.told.kind !== 'money' || /\btimes$/.test(written(tree, place)))) return null;
  // "gave a warning 3,000 steps before": of things and of parts only what they are of or change by.
  const laid = /^(?:of|by|to|from)$/.test(caseOf(tree, place.head));
  if ((scene.told.counted || scene.told.kind === 'part') && !laid) return null;
  const clause = finite(tree, clauses, scene.clause);
  const { predicate, verbs, negated, mood } = clause;
  const who = whoIn(scene, clause);
  const start = Math.min(...verbs);
  const subject = clause.subject ?? clause.doer ?? -1;
  const to = endBefore(tree, place);
  if (
    who === null ||
    negated ||
    /^(?:question|condition)$/.test(mood) ||
    subject >= start ||
    start >= to ||
    predicate >= to
  )
    return null;
  const plain = isFree({ from: start, to }) && !tree.words.slice(start, to).some(({ class: kind }) => kind === 'PUNCT');
  if (!plain || isMove(tree.words[predicate]?.lemma ?? '')) return null;
  const line = `${who} ${written(tree, { from: start, to })}`;
  if (tree.words.slice(start, to).some((_, n) => isNoun(tree, start + n))) return line;
  // "Halden means to put": a verb alone tells nothing; "Halden will supply to the campus" does.
  const whom = scene.told.counted ? null : whomIn(scene, predicate);
  return whom === null ? null : `${line} ${written(tree, whom)}`;
}

/** To whom or what it goes that the number measures, right behind it. */
function whomIn({ tree, place, isFree }: Scene, predicate: number): Stretch | null {
  const goal = (tree.children[predicate] ?? []).find(
    (n) => n > place.head && /^obl/.test(tree.words[n]?.relation ?? '') && /^(?:to|for)$/.test(caseOf(tree, n)),
  );
  if (goal === undefined) return null;
  const phrase = phraseOf(tree, goal);
  const whom = { from: place.to, to: phrase.to };
  const behind = phrase.from === place.to + 1 && phrase.to - phrase.from <= 8;
  return behind && isFree(whom) && isNoun(tree, goal) ? whom : null;
}

/** "Sales of the Corvo reached 40,000 units": what has the count for its level. */
export function levelled({ tree, clause, cast }: Scene, head: number): string | null {
  const { subject = null, predicate = -1, object = null } = clause ?? {};
  if (subject === null || object !== head || !isMove(tree.words[predicate]?.lemma ?? '')) return null;
  const long = nounPhrase(tree, subject, null, TAIL);
  return tellsOf(tree, subject, long) ? nounIn(tree, long, cast) : null;
}

/** "order from Halden for" 9,000 units: the noun that holds the number, with what stands between them. */
export function holderIn({ tree, place, cast, isFree }: Scene): string | null {
  let top = place.head;
  while (/^nmod/.test(tree.words[top]?.relation ?? '') && (tree.words[top]?.head ?? -1) < top)
    top = tree.words[top]?.head ?? -1;
  const own = branch(tree, top, ['acl', 'appos', 'parataxis', 'conj', 'cc', 'punct', 'det', 'case']);
  const [from, to] = [own[0] ?? top, endBefore(tree, place)];
  const named = tree.words.slice(from, to).some(({ class: kind }) => kind === 'PROPN');
  const whole = top !== place.head && to - from > 2 && named && isFree({ from, to });
  return whole && tree.words.slice(from, to).every(({ class: kind }) => !/^(?:PUNCT|VERB)$/.test(kind))
    ? nounIn(tree, { from, to }, cast)
    : null;
}

/** "9,000 servers lost power in Lima": of things that are counted, what they do or what is done to them: "servers that lost power in Lima". */
export function predicated({ tree, clause, isFree }: Scene, head: number, noun: string): string | null {
  if (clause === null || clause.subject !== head || clause.negated || clause.mood === 'question') return null;
  const { predicate, verbs, link } = clause;
  // "what its 31,000 members use", "will have to do without": what they do is told elsewhere, or cut.
  if (/^(?:relative|adverbial|attribute|subject)$/.test(link)) return null;
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
  if (
    end <= predicate ||
    end - from < 2 ||
    (clause.object ?? -1) >= end ||
    (dependent(tree, predicate, 'xcomp', 'ccomp') ?? -1) >= end
  )
    return null;
  const person =
    /^(?:people|person|worker|employee|engineer|customer|user|subscriber|resident|lawmaker|patient|child)$/.test(
      tree.words[head]?.lemma ?? '',
    );
  return `${noun} ${person ? 'who' : 'that'} ${written(tree, { from, to: end })}`;
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
