import { reportingVerb } from '../../language/reporting.ts';
import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Tree } from '../../reading/tree.ts';
import { about } from '../choice/hashed.ts';
import { pathOf } from '../choice/path.ts';
import { isQuoted, lowAt, type Narration, type Spot } from './narration.ts';
import type { Scene } from './scene.ts';

/** What stands where the clause that reports a quotation has whoever speaks: the word, its verb (-1 for none), and what it is. */
export type Slot = {
  readonly kind: 'name' | 'pronoun' | 'noun' | 'none';
  readonly word: number;
  readonly verb: number;
  /** The pronoun, or the noun's lemma. */
  readonly what: string;
};

const PRONOUN = /^(?:he|she|they|it|i|we|who|one|another|both|others|some|you)$/;
/** The verb of a reporting clause stands so near to its quotation; how much nearer a verb seems that speaks, one that has the quotation for its object; how far behind a full stop. */
const REACH = 14;
const SPEAKS = 8;
const HOLDS = 4;
const STOPPED = 10;
/** What seems farther reports nothing. */
const FARTHEST = 2;

const isVerb = (tree: Tree, n: number): boolean => tree.words[n]?.class === 'VERB';

/** How far a verb seems from a quotation, in words. */
function distance(tree: Tree, { from, to }: Spot, n: number): number {
  const gap = n < from ? from - n : n - to + 1;
  const isIn = (k: number): boolean => k >= from && k < to;
  const kind = reportingVerb(lowAt(tree, n))?.kind;
  const holds = isIn(tree.words[n]?.head ?? -1) || (tree.children[n] ?? []).some(isIn);
  const isStopped = n < from && tree.words.slice(n, from).some(({ text }) => /^[.;]$/.test(text));
  const speaks = kind === 'speech' ? SPEAKS : kind === undefined ? 0 : SPEAKS / 2;
  return gap > REACH ? gap : gap - speaks - (holds ? HOLDS : 0) + (isStopped ? STOPPED : 0);
}

/** The slot of a quotation. */
export function slotOf(scene: Scene, spot: Spot): Slot {
  const { sentence: s } = spot;
  const none: Slot = { kind: 'none', word: -1, verb: -1, what: '' };
  const sentence = scene.sentence(s);
  if (sentence === undefined) return none;
  const { tree } = sentence;
  let [verb, nearest] = [-1, FARTHEST + 1];
  tree.words.forEach((_, n) => {
    if (isQuoted(scene.narration, s, n) || !isVerb(tree, n)) return;
    const far = distance(tree, spot, n);
    if (far < nearest) [verb, nearest] = [n, far];
  });
  const clause = sentence.clauses.find(({ predicate }) => predicate === verb);
  const word = clause?.subject ?? clause?.agent ?? clause?.doer ?? null;
  if (word === null || isQuoted(scene.narration, s, word)) return { ...none, verb };
  if (scene.runAt(s, word) !== undefined) return { kind: 'name', word, verb, what: '' };
  const low = lowAt(tree, word);
  if (PRONOUN.test(low)) return { kind: 'pronoun', word, verb, what: low };
  return { kind: 'noun', word, verb, what: tree.words[word]?.lemma ?? '' };
}

/** Has somebody else said what is the object of a verb? Who dismisses it calls it names of their own. */
const denies = (lemma: string): boolean => STANCE_OF_VERB.get(lemma) === 'denies' || lemma === 'reject';

/** Is what is quoted denied: "denied a report that it was “a museum piece”"? */
export function isDenied(scene: Scene, at: number): boolean {
  const spot = scene.narration.spots[at];
  const tree = spot == null ? undefined : scene.tree(spot.sentence);
  if (spot == null || tree === undefined) return false;
  const told = tree.words.slice(0, spot.from).findLast(({ text, lemma }, n) => {
    if (!isVerb(tree, n) || isQuoted(scene.narration, spot.sentence, n)) return false;
    return denies(lemma) || reportingVerb(text.toLowerCase())?.kind === 'speech';
  });
  return denies(told?.lemma ?? '');
}

/** A word by its kind: what the ways of reporting have in common. */
function kindAt(narration: Narration, s: number, tree: Tree, n: number): string {
  const word = tree.words[n];
  if (word === undefined) return '#';
  if (isQuoted(narration, s, n)) return 'QUOTE';
  if (word.class === 'VERB') return reportingVerb(word.text.toLowerCase()) === null ? 'VERB' : 'SAY';
  if (word.class === 'PUNCT') return word.text;
  return /^(?:ADP|SCONJ|PRON|CCONJ)$/.test(word.class) ? word.text.toLowerCase() : word.class;
}

export const squeezed = (kinds: readonly string[]): string => kinds.filter((one, n) => one !== kinds[n - 1]).join(' ');

/** How a quotation stands in its sentence: the first two are what is before it and what is behind. */
export function settingOf({ narration }: Scene, at: number, { sentence: s, from, to }: Spot): string[] {
  const tree = narration.sentences[s]?.tree;
  const mark = narration.marked[at];
  if (tree === undefined || mark === undefined) return [];
  const said = narration.text.slice(mark.start, mark.end);
  const opens = from === 0 || isQuoted(narration, s, from - 1);
  const isFirst = opens && narration.paragraphs[s] !== narration.paragraphs[s - 1];
  const opening = isFirst ? 'paragraph' : from === 0 ? 'sentence' : 'quote';
  const before = opens ? opening : kindAt(narration, s, tree, from - 1);
  const behind = to >= tree.words.length ? 'end' : kindAt(narration, s, tree, to);
  const end = /[.!?,…—-]$/.exec(said)?.[0] ?? 'bare';
  const isLarge = /^\p{Lu}/u.test(said);
  return [
    `before ${before}`,
    `behind ${behind}`,
    `behind ${behind} ends ${end}`,
    `before ${before} behind ${behind} ends ${end}`,
    `large ${isLarge} before ${before}`,
    `words ${about(said.split(' ').length)} ${isLarge}`,
  ];
}

/** What stands between a quotation and a word, and the way from the one to the other. */
export function between({ narration }: Scene, { sentence: s, from, to }: Spot, n: number): string[] {
  const tree = narration.sentences[s]?.tree;
  if (tree === undefined) return [];
  const side = n < from ? 'ahead' : 'behind';
  const [low, high] = n < from ? [n + 1, from] : [to, n];
  const kinds = Array.from({ length: Math.max(0, high - low) }, (_, k) => kindAt(narration, s, tree, low + k));
  const verb = tree.words.slice(low, Math.max(low, high)).findLast(({ class: kind }) => kind === 'VERB')?.lemma ?? '';
  const path = pathOf(tree, Math.min(from + 1, tree.words.length - 1), n);
  return [
    kinds.length > 10 ? `${side} far` : `${side} ${kinds.join(' ')}`,
    kinds.length > 16 ? `${side} far` : `${side} about ${squeezed(kinds)}`,
    `${side} ${about(kinds.length)}`,
    `${side} verb ${verb}`,
    `way ${path?.map((step) => step.replace(/\([^)]*\)/g, '')).join(' ') ?? 'far'}`,
  ];
}
