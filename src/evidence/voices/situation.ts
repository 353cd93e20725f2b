import { reportingVerb } from '../../language/reporting.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import type { Entity } from './entities.ts';
import { lowAt, type Spot } from './narration.ts';
import type { Scene } from './scene.ts';
import { type Slot, settingOf, slotOf } from './slot.ts';
import { personal } from './sorts.ts';

/** Whoever speaks: somebody named, somebody whom only a noun calls, or nobody that is known. */
export type Voice = {
  readonly entity: Entity | null;
  readonly noun: { readonly sentence: number; readonly at: number } | null;
};

/** How many of those named around a quotation, and of those who spoke before it, are looked at. */
const AROUND = 24;
const SPOKEN = 6;

/** Somebody who spoke before: how many quotations ago counted from nought, and how near. */
export type Before = {
  readonly voice: Voice;
  readonly back: number;
  readonly near: 'sentence' | 'paragraph' | 'last' | 'far';
};

function spokenBefore({ narration }: Scene, at: number, s: number, voices: readonly (Voice | null)[]): Before[] {
  const found: Before[] = [];
  const own = narration.paragraphs[s] ?? 0;
  for (let k = at - 1; k >= 0 && found.length < SPOKEN; k--) {
    const [voice, spot] = [voices[k], narration.spots[k]];
    if (voice == null || spot == null) continue;
    const paragraph = narration.paragraphs[spot.sentence] ?? 0;
    const near =
      spot.sentence === s ? 'sentence' : paragraph === own ? 'paragraph' : paragraph === own - 1 ? 'last' : 'far';
    found.push({ voice, back: found.length, near });
  }
  return found;
}

/** What is known of a quotation and the sentence before it, whoever speaks. */
export type Situation = {
  readonly scene: Scene;
  readonly spot: Spot;
  readonly tree: Tree;
  readonly setting: readonly string[];
  readonly slot: Slot;
  readonly slotKind: string;
  /** How firmly the verb of the slot says so. */
  readonly says: string;
  /** The article of the slot's noun. */
  readonly article: string;
  readonly spoken: readonly Before[];
  readonly lastNear: string;
  readonly goesOn: boolean;
  /** Who is named up to the next sentence, the last first. */
  readonly around: readonly Entity[];
  /** Who was named before, the last first: all, the persons, the others. */
  readonly earlier: readonly Entity[];
  readonly people: readonly Entity[];
  readonly houses: readonly Entity[];
  /** Whom the sentence before is about, what it is, and how it stands to this one. */
  readonly previous: Entity | undefined;
  readonly previousKind: string;
  readonly previousHow: string;
  /** Whom the sentence itself is about. */
  readonly own: Entity | undefined;
};

function previousOf(scene: Scene, s: number): Pick<Situation, 'previous' | 'previousKind' | 'previousHow'> {
  const { paragraphs } = scene.narration;
  const n = scene.about(s - 1);
  const tree = scene.tree(s - 1);
  const word = tree?.words[n ?? -1];
  const article = tree === undefined || n === null ? '' : lowAt(tree, dependents(tree, n, 'det', 'nmod:poss')[0] ?? -1);
  const previous = n === null ? undefined : scene.entityAt(s - 1, n);
  const noun = /^(?:an?|one|another)$/.test(article) ? 'a' : article === '' ? '-' : 'the';
  const told =
    word === undefined ? 'nothing' : word.class === 'PRON' ? `pronoun ${word.text.toLowerCase()}` : `noun ${noun}`;
  const colon = /:["”’']?\s*$/.test(scene.sentence(s - 1)?.text ?? '') ? 'colon' : '';
  return {
    previous,
    previousKind: s === 0 ? 'none' : previous !== undefined ? 'name' : told,
    previousHow: `${paragraphs[s - 1] === paragraphs[s]} ${scene.quotesIn(s - 1)} ${colon}`,
  };
}

export function situationOf(scene: Scene, at: number, voices: readonly (Voice | null)[]): Situation | null {
  const { narration } = scene;
  const spot = narration.spots[at];
  const tree = spot == null ? undefined : scene.tree(spot.sentence);
  if (spot == null || tree === undefined) return null;
  const s = spot.sentence;
  const slot = slotOf(scene, spot);
  const verb = lowAt(tree, slot.verb);
  const article =
    slot.kind === 'noun'
      ? dependents(tree, slot.word, 'det', 'nmod:poss')
          .map((n) => lowAt(tree, n))
          .join(' ')
      : '';
  const spoken = spokenBefore(scene, at, s, voices);
  const earlier = scene.namedBefore(s, spot.from, AROUND);
  const own = scene.about(s);
  return {
    scene,
    spot,
    tree,
    setting: settingOf(scene, at, spot),
    slot,
    slotKind: slot.kind === 'pronoun' ? `pronoun ${slot.what}` : slot.kind,
    says: slot.verb < 0 ? 'no' : (reportingVerb(verb)?.kind ?? 'other'),
    article,
    spoken,
    lastNear: spoken[0]?.near ?? 'none',
    goesOn: narration.marked[at]?.continues === true,
    around: scene.namedBefore(s + 1, Number.POSITIVE_INFINITY, AROUND),
    earlier,
    people: earlier.filter((one) => personal(scene, one) > 0),
    houses: earlier.filter((one) => personal(scene, one) < 0),
    ...previousOf(scene, s),
    own: own === null ? undefined : scene.entityAt(s, own),
  };
}
