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

/** What a main clause stands without, the least first: the day it is told of, asides, what goes before its subject, what stands beside it. */
function cutsOf(tree: Tree): Cut[] {
  const root = tree.words.findIndex(({ head }) => head < 0);
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
    let end = to;
    while (isCompared && tree.words[end]?.class === 'ADV') end += 1;
    if (isCompared && isComma(tree, from - 1) && (end >= tree.words.length - 1 || isComma(tree, end)))
      return [{ from, to: end, weight: 3 }];
    if (TURNS.test(words)) return [];
    const isFirst = to <= opening && isComma(tree, to) && isOf(relation, ['obl', 'advcl', 'advmod']);
    if (isFirst) return [{ from: 0, to, weight: 2 }];
    // What happened before or after is told without the comma.
    const isBeside =
      relation === 'advcl' &&
      tree.words[root]?.tag === 'VBD' &&
      head === root &&
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
    if (!isComma(tree, from - 1)) return [];
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

/**
 * A sentence with less and less beside what it tells: without its day, its asides, what opens it, what follows its main clause. Shortest last, the sentence
 * itself not among them. Nothing goes that tells a condition, a doubt or a source; whether the rest is still carried is for the gate to say.
 */
export function coresOf(text: string): string[] {
  const { tree } = readSentence(text);
  if (tree.words.length > WORDS) return [];
  const cuts = cutsOf(tree);
  const forms = [0, 1, 2, 3].map((weight) =>
    without(
      tree,
      cuts.filter((cut) => cut.weight <= weight),
    ),
  );
  return [...new Set(forms)].filter((form) => form !== text && form.split(' ').length >= LEAST);
}
