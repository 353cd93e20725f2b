import type { Tree } from '../../reading/tree.ts';
import type { Entity } from './entities.ts';
import { lowAt } from './narration.ts';
import { anchorsOf, headOf, type Spoken } from './phrases.ts';
import type { Role } from './roles.ts';
import type { Scene } from './scene.ts';
import { personal } from './sorts.ts';

/** Whatever is likelier a person, in log odds, is nobody's house; of all others so many are looked at, those named nearest before first. */
const PERSON = 1.5;
export const MOST = 40;

/** A stretch that stands for somebody: their name, or what they are called. */
export type Anchor = { readonly s: number; readonly from: number; readonly to: number };

/** What points at a house that is named elsewhere: "its", "the agency's", "of the union". */
export type Pointer = { readonly kind: string; readonly noun: string; readonly at: number };

const NO_POINTER: Pointer = { kind: 'none', noun: '', at: -1 };
/** How far from what somebody is it is looked for. */
const POINTS = 6;

function pointerAt(scene: Scene, s: number, tree: Tree, from: number, to: number): Pointer {
  for (let n = from - 1; n >= 0 && n > from - POINTS; n--) {
    const low = lowAt(tree, n);
    if (/^(?:its|their|our|his|her|my)$/.test(low)) return { kind: low, noun: '', at: -1 };
    if (/^[’']s?$/.test(low) && scene.runAt(s, n - 1) === undefined)
      return { kind: 'owner', noun: tree.words[n - 1]?.lemma ?? '', at: n - 1 };
    if (/^[,.;]$/.test(low) || tree.words[n]?.class === 'VERB') break;
  }
  for (let n = to; n < to + POINTS - 1; n++) {
    const word = tree.words[n];
    if (word === undefined || /^[,.;]$/.test(word.text) || word.class === 'VERB') break;
    if (word.class === 'NOUN' && /^(?:the|this|that)$/.test(lowAt(tree, n - 1)))
      return { kind: 'of', noun: word.lemma, at: n };
  }
  return NO_POINTER;
}

/** All that is the same for each house that somebody may have. */
export type Home = {
  readonly scene: Scene;
  readonly own: Entity | null;
  readonly anchors: readonly Anchor[];
  readonly role: Role;
  /** The sentence that tells what somebody is. */
  readonly home: number;
  readonly noun: string;
  /** The article before it: "an analyst" is nobody's who was met before. */
  readonly article: string;
  readonly pointer: Pointer;
  readonly others: readonly Entity[];
  readonly recent: readonly Entity[];
  readonly ranked: readonly Entity[];
  readonly subject: Entity | undefined;
  readonly before: Entity | undefined;
  readonly isSame: boolean;
  readonly ours: boolean;
  readonly spot: number;
};

export function homeOf(scene: Scene, { voice, quotes }: Spoken, role: Role): Home | null {
  const { narration } = scene;
  const spot = narration.spots[quotes[0] ?? 0];
  if (spot == null) return null;
  const { entity: own, noun: called } = voice;
  const anchors =
    own !== null
      ? anchorsOf(own).map(({ sentence, nameFrom, to }): Anchor => ({ s: sentence, from: nameFrom, to }))
      : called !== null
        ? [{ s: called.sentence, from: called.at, to: called.at + 1 }]
        : [];
  const home = role.phrase?.sentence ?? anchors[0]?.s ?? spot.sentence;
  const tree = scene.tree(home);
  const from = role.phrase?.from ?? called?.at ?? -1;
  const to = role.phrase?.to ?? from;
  const head = role.phrase !== null && tree !== undefined ? headOf(tree, role.phrase) : (called?.at ?? -1);
  const isHouse = (one: Entity): boolean => one !== own && personal(scene, one) < PERSON;
  const recent = scene.namedBefore(home, from < 0 ? Number.POSITIVE_INFINITY : from, MOST, isHouse);
  const others = [...new Set([...recent, ...scene.entities.slice(0, MOST).filter(isHouse)])].slice(0, MOST);
  const aboutWhom = (s: number): Entity | undefined => {
    const n = scene.about(s);
    return n === null ? undefined : scene.entityAt(s, n);
  };
  const said = quotes
    .flatMap((at) => narration.marked[at] ?? [])
    .map(({ start, end }) => narration.text.slice(start, end));
  return {
    scene,
    own,
    anchors,
    role,
    home,
    noun: tree?.words[head]?.lemma ?? 'none',
    article: /^(?:an?|the|one|another)$/.exec(lowAt(tree, from - 1))?.[0] ?? 'none',
    pointer: tree === undefined || from < 0 ? NO_POINTER : pointerAt(scene, home, tree, from, to),
    others,
    recent,
    ranked: others.toSorted((a, b) => b.runs.length - a.runs.length),
    subject: aboutWhom(home),
    before: home > 0 ? aboutWhom(home - 1) : undefined,
    isSame: home > 0 && narration.paragraphs[home - 1] === narration.paragraphs[home],
    ours: said.some((text) => /\b(?:we|our|us)\b/i.test(text)),
    spot: spot.sentence,
  };
}
