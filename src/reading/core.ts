import { STANCE_OF_VERB } from './clauses/stance.ts';
import { readSentence } from './read.ts';
import { branch, dependents, isOf, type Stretch, type Tree, type Word } from './tree.ts';

/** Words that turn what they stand beside, or tell whose word it is: without them the rest would say more or something else. */
const TURNS =
  /\b(?:if|unless|until|except|although|though|but|not|no|never|without|could|may|might|would|should|alleged(?:ly)?|reported(?:ly)?|according|said|says|say|told|claims?|claimed|expects?|expected|estimates?|estimated|only|pending|subject|whether|despite|instead|than)\b/iu;
/** "late on Thursday night", and nothing else. */
const DAY_ALONE =
  /^(?:(?:on|late|early|last|this|of|the|in|at|by|morning|noon|afternoon|evening|night|midday)\s)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)(?:\s(?:morning|noon|afternoon|evening|night))?$/iu;
/** "five cents less than the week before", "from $2.01 a week earlier", "up from 9%" */
const COMPARED =
  /^(?:(?:up|down) )?from\s[^\p{L}\d]{0,3}\d|^[\p{L}\d$€£.,%\s-]{1,40}\s(?:(?:more|less|fewer|higher|lower)\sthan|as\s(?:much|many|large|high|low)\sas)\b/iu;
/** A sentence of this many words is read as one; the rest of a longer one is no core. */
const WORDS = 90;
/** What is left must still be a sentence. */
const LEAST = 4;

type Cut = { readonly from: number; readonly to: number; readonly weight: number };

function stretchOf(tree: Tree, head: number): Stretch | null {
  const words = branch(tree, head);
  const [from = head, to = head] = [words[0], words.at(-1)];
  const isWhole = words.length === to - from + 1;
  return isWhole ? { from, to: to + 1 } : null;
}

const said = (tree: Tree, { from, to }: Stretch): string =>
  tree.words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

const isComma = (tree: Tree, n: number): boolean => tree.words[n]?.text === ',';

/** The verb that a word hangs on, however far. */
function verbAbove(tree: Tree, n: number): Word | null {
  for (let word = tree.words[n]; word !== undefined; word = tree.words[word.head])
    if (word.class === 'VERB' || word.head < 0) return word;
  return null;
}

/** A branch without the commas at its edges, which belong to what stands around it. */
function trimmed(tree: Tree, stretch: Stretch): Stretch {
  let { from, to } = stretch;
  while (from < to && isComma(tree, from)) from += 1;
  while (to > from && /^[,.;]$/u.test(tree.words[to - 1]?.text ?? '')) to -= 1;
  return { from, to };
}

/**
 * "..., which they said would send buyers elsewhere": by the surface, since a tree is seldom right where somebody's word stands within. What a comma parts
 * from its noun does not turn the clause above.
 */
function behindWhich({ words }: Tree, root: number): Cut | null {
  const from = words.findLastIndex(({ text }, n) => /^(?:which|who|whose)$/iu.test(text) && words[n - 1]?.text === ',');
  const isLast = words.slice(from, -1).every(({ class: kind }) => kind !== 'PUNCT');
  return from > root && isLast ? { from, to: words.length - 1, weight: 1 } : null;
}

/** Where a comparison ends: "up from 9% in 2023" with its adverbs and its year, which a tree may hang beside it. */
function comparedTo(tree: Tree, to: number): number {
  let end = to;
  while (/^(?:ADP|ADV|NUM)$/.test(tree.words[end]?.class ?? '')) end += 1;
  return end;
}

/** What a main clause stands without, the least first: the day it is told of, asides, what goes before its subject, what stands beside it. */
function cutsOf(tree: Tree): Cut[] {
  const root = rootOf(tree);
  const [subject] = dependents(tree, root, 'nsubj', 'csubj');
  const opening = subject === undefined ? 0 : Math.min(...branch(tree, subject));
  const cuts = tree.words.flatMap(({ relation, head }, n): Cut[] => {
    if (n === root) return [];
    const whole = stretchOf(tree, n);
    if (whole === null) return [];
    const { from, to } = trimmed(tree, whole);
    const words = said(tree, { from, to });
    // What will be on Monday is told with its day; what was is yesterday's news.
    if (isOf(relation, ['obl', 'advmod', 'nmod']) && verbAbove(tree, head)?.tag === 'VBD' && DAY_ALONE.test(words))
      return [{ from: /^(?:late|early)$/iu.test(tree.words[from - 1]?.text ?? '') ? from - 1 : from, to, weight: 0 }];
    // "..., five cents less than the week before", "..., from $2.01 a week earlier,": what it is compared with.
    const isCompared =
      COMPARED.test(words) && isOf(relation, ['obl', 'nmod', 'appos', 'parataxis', 'dep', 'conj', 'advmod']);
    const end = isCompared ? comparedTo(tree, to) : to;
    if (isCompared && isComma(tree, from - 1) && (end >= tree.words.length - 1 || isComma(tree, end)))
      return [{ from, to: end, weight: 3 }];
    // "..., seven years after its owner shut it because nobody would buy its power": what came before turns nothing that happened.
    const marks = tree.words[dependents(tree, n, 'mark')[0] ?? -1]?.lemma;
    const isPast = relation === 'advcl' && head === root && tree.words[root]?.tag === 'VBD';
    if (isPast && marks === 'after' && isComma(tree, from - 1) && to >= tree.words.length - 1)
      return [{ from, to, weight: 3 }];
    if (TURNS.test(words)) return [];
    const isFirst = to <= opening && isComma(tree, to) && isOf(relation, ['obl', 'advcl', 'advmod']);
    if (isFirst) return [{ from: 0, to, weight: 2 }];
    // What happened before or after is told without the comma.
    const isBeside =
      isPast &&
      to >= tree.words.length - 1 &&
      /^(?:after|as|because|since|when|while)$/iu.test(tree.words[from]?.text ?? '');
    if (isBeside) return [{ from, to, weight: 3 }];
    // Why something is done is told without the comma, too, whenever it is done.
    const isNegated = dependents(tree, root, 'advmod').some((at) =>
      /^(?:not|n['’]t|never)$/iu.test(tree.words[at]?.text ?? ''),
    );
    if (
      relation === 'advcl' &&
      head === root &&
      to >= tree.words.length - 1 &&
      !isNegated &&
      tree.words[from]?.lemma === 'because'
    )
      return [{ from, to, weight: 3 }];
    if (!isComma(tree, from - 1)) {
      // "has closed its hall and now rents one": what else somebody did goes last of all.
      const isSecond = relation === 'conj' && head === root && tree.words[from]?.relation === 'cc';
      return isSecond && !isNegated && to >= tree.words.length - 1 ? [{ from, to, weight: 4 }] : [];
    }
    const isAside = isOf(relation, ['appos', 'acl']) && (isComma(tree, to) || to >= tree.words.length - 1);
    if (isAside) return [{ from, to, weight: 1 }];
    const isLater =
      isOf(relation, ['advcl', 'conj']) ||
      (isOf(relation, ['obl']) && /^(?:after|since|during|amid|following)$/iu.test(tree.words[from]?.text ?? ''));
    return from > root && isLater && to >= tree.words.length - 1 ? [{ from, to, weight: 3 }] : [];
  });
  const behind = behindWhich(tree, root);
  return behind === null ? cuts : [...cuts, behind];
}

/** The words of a sentence that no cut has, with the commas that still part something. */
function without(tree: Tree, cuts: readonly Cut[]): string {
  let told = '';
  let at = tree.start;
  for (const { from, to, weight } of [...cuts].sort((a, b) => a.from - b.from)) {
    const [first, last] = [tree.words[from], tree.words[to - 1]];
    if (first === undefined || last === undefined || first.start < at) continue;
    const isParted = isComma(tree, from - 1) && cuts.some((cut) => cut.from === from && cut.weight > 0);
    const start = isParted ? (tree.words[from - 1]?.start ?? first.start) : first.start;
    // What follows on its own keeps the comma that parts it.
    const closes = isComma(tree, to) && weight < 3 && (isParted || from === 0);
    told += tree.text.slice(at - tree.start, start - tree.start);
    at = closes ? (tree.words[to]?.end ?? last.end) : last.end;
  }
  return `${told}${tree.text.slice(at - tree.start)}`
    .replace(/\s+/gu, ' ')
    .replace(/\s(?=[,.;])/gu, '')
    .replace(/,(?=[.;]$)/u, '')
    .trim()
    .replace(/^\p{Ll}/u, (initial) => initial.toUpperCase());
}

/** Who says a whole sentence, in a clause of its own at its end: where it begins, and the fewest words that still tell it. */
function tellerOf(tree: Tree): { readonly comma: Word; readonly told: string } | null {
  const last = tree.words.length - 1;
  for (const at of dependents(tree, rootOf(tree), 'parataxis', 'obl')) {
    const whole = stretchOf(tree, at);
    if (whole === null) continue;
    const { from, to } = trimmed(tree, whole);
    const comma = tree.words[from - 1];
    const first = tree.words[from];
    // ", which it said would end its work": what is told of a thing tells nothing of the rest.
    if (comma?.text !== ',' || first === undefined || /^W/.test(first.tag) || to < last) continue;
    if (first.text === 'according') return { comma, told: textOf(tree, first.start, to) };
    const [who] = dependents(tree, at, 'nsubj');
    const verb = tree.words[at];
    if (verb?.relation !== 'parataxis' || STANCE_OF_VERB.get(verb.lemma) !== 'says' || who === undefined) continue;
    return { comma, told: textOf(tree, first.start, Math.max(at, ...branch(tree, who)) + 1) };
  }
  return null;
}

const rootOf = (tree: Tree): number => tree.words.findIndex(({ head }) => head < 0);

const textOf = (tree: Tree, start: number, to: number): string =>
  tree.text.slice(start - tree.start, (tree.words[to - 1]?.end ?? tree.end) - tree.start);

const formsOf = (tree: Tree): string[] => {
  const cuts = cutsOf(tree);
  return [0, 1, 2, 3, 4].map((weight) =>
    without(
      tree,
      cuts.filter((cut) => cut.weight <= weight),
    ),
  );
};

/**
 * A sentence with less and less beside what it tells: without its day, its asides, what opens it, what follows its main clause, what else was done. Shortest
 * last, the sentence itself not among them. Nothing goes that tells a condition, a doubt or a source; whether the rest is still carried is for the gate to say.
 */
export function coresOf(text: string): string[] {
  const { tree } = readSentence(text);
  if (tree.words.length > WORDS) return [];
  const teller = /["“”]/u.test(text) ? null : tellerOf(tree);
  const body = teller === null ? tree : readSentence(`${text.slice(0, teller.comma.start)}.`).tree;
  const forms = formsOf(body).map((form) => (teller === null ? form : form.replace(/\.$/u, `, ${teller.told}.`)));
  return [...new Set(forms)].filter((form) => form !== text && form.split(' ').length >= LEAST);
}
