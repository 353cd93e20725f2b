import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import type { Stretch, Tree } from '../../reading/tree.ts';
import type { Entity } from './entities.ts';
import { isQuoted, lowAt, textAt } from './narration.ts';
import type { Run } from './runs.ts';
import type { Scene } from './scene.ts';
import type { Voice } from './situation.ts';
import { slotOf } from './slot.ts';
import { personal } from './sorts.ts';

/** Somebody who speaks, with the quotations that are theirs, by index. */
export type Spoken = { readonly voice: Voice; readonly quotes: readonly number[] };

/** A phrase that may tell what somebody is, and how it stands to their name. */
export type Phrase = Stretch & {
  readonly sentence: number;
  readonly how: 'title' | 'ahead' | 'behind' | 'who' | 'is' | 'as' | 'object' | 'slot' | 'noun';
  /** Which of the places where somebody is named it stands beside. */
  readonly which: number;
  /** How many words of a description are left out before it. */
  readonly gap: number;
};

/** So many places of a name are looked at: first those that give it in full. */
const FULL = 3;
const FIRST = 5;
const ANCHORS = 6;
const QUOTES = 4;
/** So many words a phrase may have before a name, behind it, and so many may be left out. */
const AHEAD = 8;
const BEHIND = 10;
const SKIPPED = 5;

const STOP = /^(?:[,.;:()!?"“”—–]|--|who|whom|whose|which|that|where|when|while|said|says|told|and|but|or)$/;
const LINK = /^(?:of|at|for|in|with|from|on|to|and)$/;
const OWNER = /^[’']s?$/;

/** Where somebody is named that tells most of them. */
export function anchorsOf({ runs }: Entity): Run[] {
  const full = runs.filter(({ name }) => name.includes(' ')).slice(0, FULL);
  return [...new Set([...full, ...runs.slice(0, FIRST)])].slice(0, ANCHORS);
}

export const isStop = (scene: Scene, s: number, n: number): boolean => {
  const tree = scene.tree(s);
  return tree?.words[n] === undefined || isQuoted(scene.narration, s, n) || STOP.test(lowAt(tree, n));
};

/** Where the house of what stands before `to` begins, with its preposition; `to` where none is named. */
function houseBefore(scene: Scene, tree: Tree, sentence: number, to: number): number {
  for (let n = to - 2; n > 0 && to - n <= AHEAD; n--) {
    const next = lowAt(tree, n + 1) === 'the' ? n + 2 : n + 1;
    if (/^(?:of|at|with)$/.test(lowAt(tree, n)) && scene.runAt(sentence, next) !== undefined) return n;
  }
  return to;
}

/** The title right before a name, or what stands before it and a comma. */
function before(scene: Scene, tree: Tree, { sentence, nameFrom }: Run, which: number): Phrase[] {
  const { words } = tree;
  const isCourtesy = (n: number): boolean =>
    isHonorific(lowAt(tree, n).replace('.', '')) || /^(?:assoc|prof|\.)$/.test(lowAt(tree, n));
  let name = nameFrom;
  while (name > 0 && isCourtesy(name - 1)) name--;
  const isApart = textAt(tree, name - 1) === ',';
  const to = isApart ? name - 1 : name;
  // "the chairman of Helio, Ada Brandt": what somebody is ends before whose.
  const house = isApart ? houseBefore(scene, tree, sentence, to) : to;
  const found: Phrase[] = [];
  for (let from = house - 1; from >= 0 && to - from <= AHEAD; from--) {
    if (isStop(scene, sentence, from) && lowAt(tree, from) !== 'and') break;
    const { class: kind = '', tag = '' } = words[from] ?? {};
    if (kind === 'VERB' && !/^(?:NN|JJ)/.test(tag) && !isRoleModifier(lowAt(tree, from))) break;
    const isHyphened = textAt(tree, from + 1) === '-';
    if (/^(?:DET|ADP|PRON|PART|CCONJ|PUNCT)$/.test(kind) && !isHyphened) continue;
    if (!OWNER.test(textAt(tree, from)) && textAt(tree, from) !== '-')
      found.push({ sentence, from, to: house, how: isApart ? 'ahead' : 'title', which, gap: 0 });
  }
  return found;
}

/** "formerly finance director of Brandt and now a partner at Lyle": what somebody is now counts. */
function pastFormer(tree: Tree, from: number): number {
  if (!/^(?:formerly|once|previously)$/.test(lowAt(tree, from))) return from;
  const now = tree.words.findIndex(({ text }, n) => n > from && n < from + 2 * BEHIND && text === 'now');
  return now < 0 ? from : now + 1;
}

/** Where a description behind a name begins, and by what: ", chief executive", "(…)", "is the …", "as its …"; null where none does. */
function opening(tree: Tree, to: number): { readonly from: number; readonly how: Phrase['how'] } | null {
  const low = lowAt(tree, to);
  if (/^(?:[,(—–]|--)$/.test(low)) {
    const isAged = /^\d{1,3}$/.test(textAt(tree, to + 1)) && textAt(tree, to + 2) === ',';
    const from = isAged ? to + 3 : to + 1;
    const isBeing =
      lowAt(tree, from) === 'who' && /^(?:is|was|works|worked|serves|served|became)$/.test(lowAt(tree, from + 1));
    if (!isBeing) return { from: pastFormer(tree, from), how: 'behind' };
    return { from: lowAt(tree, from + 2) === 'as' ? from + 3 : from + 2, how: 'who' };
  }
  if (/^(?:is|was|became|remains)$/.test(low)) return { from: to + 1, how: 'is' };
  if (low === 'as') return { from: to + 1, how: 'as' };
  // "named Asha Patel its chief executive"
  return /^(?:its|their|his|her|the|an?)$/.test(low) ? { from: to, how: 'object' } : null;
}

/** Where "she is" tells what somebody is who was named before it, with nobody else named between. */
function takenUp(scene: Scene, { sentence, to }: Run): { readonly s: number; readonly from: number } | null {
  for (const s of [sentence, sentence + 1]) {
    const tree = scene.tree(s);
    for (let n = s === sentence ? to : 0; n < (tree?.words.length ?? 0); n++) {
      const other = scene.entityAt(s, n);
      if (other !== undefined && personal(scene, other) > 0) return null;
      const isTold = /^(?:he|she)$/.test(lowAt(tree, n)) && /^(?:is|was|became|remains)$/.test(lowAt(tree, n + 1));
      if (isTold && !isQuoted(scene.narration, s, n)) return { s, from: n + 2 };
    }
  }
  return null;
}

/** The phrases of a description that begins at a word. */
function described(
  scene: Scene,
  tree: Tree,
  sentence: number,
  open: NonNullable<ReturnType<typeof opening>>,
  which: number,
): Phrase[] {
  const { words } = tree;
  const kind = (n: number): string => words[n]?.class ?? '';
  let { from } = open;
  for (let n = 0; n < SKIPPED && !isStop(scene, sentence, from); n++) {
    if (!/^(?:DET|PRON|ADV)$/.test(kind(from)) || isRoleNoun(lowAt(tree, from))) break;
    from++;
  }
  const starts = [from];
  for (let n = from + 1; n < from + SKIPPED && !isStop(scene, sentence, n); n++) {
    const isHyphened = textAt(tree, n) === '-' || textAt(tree, n - 1) === '-';
    const isOwned = OWNER.test(textAt(tree, n - 1)) || (kind(n - 1) === 'PROPN' && kind(n) !== 'PROPN');
    if (isOwned || (/^(?:ADJ|ADV|NOUN)$/.test(kind(n - 1)) && !isHyphened)) starts.push(n);
  }
  return starts.flatMap((start) => {
    const found: Phrase[] = [];
    for (let to = start + 1; to <= start + BEHIND && to <= words.length; to++) {
      const last = lowAt(tree, to - 1);
      if (isStop(scene, sentence, to - 1) && last !== 'and') break;
      const closes = isStop(scene, sentence, to) || LINK.test(lowAt(tree, to)) || /^(?:NOUN|PROPN)$/.test(kind(to - 1));
      const isOpen = /^(?:ADP|DET)$/.test(kind(to - 1)) || /^(?:-|and)$/.test(last) || textAt(tree, to) === '-';
      if (closes && !isOpen) found.push({ sentence, from: start, to, how: open.how, which, gap: start - from });
    }
    return found;
  });
}

/** The phrases around a common noun: "a senior engineer at Helio". */
function around(tree: Tree, sentence: number, at: number, how: 'noun' | 'slot'): Phrase[] {
  const { words } = tree;
  const isPart = (n: number): boolean =>
    /^(?:NOUN|ADJ|PROPN|NUM)$/.test(words[n]?.class ?? '') || /^VB[NG]$/.test(words[n]?.tag ?? '');
  const [starts, ends] = [[at], [at + 1]];
  for (let n = at - 1; n >= 0 && at - n <= AHEAD && (isPart(n) || textAt(tree, n) === '-'); n--)
    if (textAt(tree, n) !== '-') starts.push(n);
  for (let n = at + 1; n < at + BEHIND - 1 && n < words.length && !STOP.test(lowAt(tree, n)); n++) {
    const next = lowAt(tree, n + 1);
    const closes = STOP.test(next) || LINK.test(next) || next === '' || words[n + 1]?.class === 'VERB';
    if (closes && /^(?:NOUN|PROPN)$/.test(words[n]?.class ?? '')) ends.push(n + 1);
  }
  return starts.flatMap((from) => ends.map((to): Phrase => ({ sentence, from, to, how, which: 0, gap: 0 })));
}

/** All phrases that may tell what somebody who speaks is. */
export function phrasesFor(scene: Scene, { voice, quotes }: Spoken): Phrase[] {
  const { entity, noun } = voice;
  if (entity === null) {
    const tree = noun === null ? undefined : scene.tree(noun.sentence);
    return noun === null || tree === undefined ? [] : around(tree, noun.sentence, noun.at, 'noun');
  }
  const beside = anchorsOf(entity).flatMap((run, which) => {
    const tree = scene.tree(run.sentence);
    const open = tree === undefined ? null : opening(tree, run.to);
    if (tree === undefined) return [];
    const after = open === null ? [] : described(scene, tree, run.sentence, open, which);
    return [...before(scene, tree, run, which), ...after];
  });
  // "the mayor said"
  const called = quotes.slice(0, QUOTES).flatMap((at) => {
    const spot = scene.narration.spots[at];
    const tree = spot == null ? undefined : scene.tree(spot.sentence);
    if (spot == null || tree === undefined) return [];
    const { kind, word } = slotOf(scene, spot);
    return kind === 'noun' ? around(tree, spot.sentence, word, 'slot') : [];
  });
  const taken = anchorsOf(entity).flatMap((run, which) => {
    const told = takenUp(scene, run);
    const tree = told === null ? undefined : scene.tree(told.s);
    return told === null || tree === undefined
      ? []
      : described(scene, tree, told.s, { from: told.from, how: 'is' }, which);
  });
  return [...beside, ...taken, ...called];
}

/** The noun that heads a phrase: the last before "of" and the like. */
export function headOf(tree: Tree, { from, to }: Stretch): number {
  let head = from;
  for (let n = from; n < to && !/^(?:of|at|for|in|with|from|on|to)$/.test(lowAt(tree, n)); n++)
    if (/^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(tree.words[n]?.class ?? '')) head = n;
  return head;
}
