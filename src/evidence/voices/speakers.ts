import { isBody } from '../../language/organisations.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { isRoleNoun } from '../../language/roles.ts';
import { dependents } from '../../reading/tree.ts';
import type { Candidate } from '../choice/candidate.ts';
import { about, type Name, nameOf, withEach } from '../choice/hashed.ts';
import { roleOf } from '../choice/path.ts';
import type { Entity } from './entities.ts';
import { textAt } from './narration.ts';
import { lastBefore, type Scene } from './scene.ts';
import { type Situation, situationOf, type Voice } from './situation.ts';
import { between } from './slot.ts';
import { genderOf, personal, sortNamed } from './sorts.ts';

export type VoiceCandidate = Candidate & { readonly voice: Voice };

const NOBODY: Voice = { entity: null, noun: null };

/** How an entity stands in the sentence of the quotation. */
function hereOf({ scene, spot, tree, slotKind, setting }: Situation, entity: Entity): string[] {
  const s = spot.sentence;
  return scene.runsOf(entity, s).flatMap(({ head, from, nameFrom, to }) => {
    const isAhead = nameFrom < spot.from;
    const role = roleOf(tree, head);
    const governor = tree.words[tree.words[head]?.head ?? -1];
    const reports = governor !== undefined && reportingVerb(governor.text.toLowerCase()) !== null;
    return [
      ...between(scene, spot, isAhead ? to - 1 : from),
      `here ${role}`,
      `here ${role} ${isAhead}`,
      `here ${role} of ${governor?.class ?? ''} ${reports}`,
      `here ${role} of ${governor?.lemma ?? ''}`,
      `here slot ${slotKind} ${role} ${isAhead}`,
      `here ${setting[0]} ${setting[1]} ${role}`,
      `next ${textAt(tree, to)}`,
      `last ${textAt(tree, from - 1)}`,
    ];
  });
}

/** When an entity spoke last. */
function spokeOf({ spoken }: Situation, entity: Entity): string {
  const last = spoken.find(({ voice }) => voice.entity === entity);
  return last === undefined ? 'silent' : `${Math.min(last.back, 3)} ${last.near}`;
}

/** What is known of an entity from before: where it was named, whether it spoke, whether the slot may mean it. */
function factsOf(situation: Situation, entity: Entity): string[] {
  const { scene, spot, tree, slot, article, earlier, people, houses } = situation;
  const { previous, previousKind, previousHow, own, setting } = situation;
  const { paragraphs } = scene.narration;
  const s = spot.sentence;
  const nearest = lastBefore(entity, s);
  const back = nearest === undefined ? 'never' : about(s - nearest.sentence);
  const isSame = nearest !== undefined && paragraphs[nearest.sentence] === paragraphs[s];
  const nearTree = nearest === undefined ? undefined : scene.tree(nearest.sentence);
  const near =
    nearest === undefined || nearTree === undefined ? 'none' : roleOf(nearTree, nearest.head).replace(/\(.*\)/, '');
  const rank = Math.min(earlier.indexOf(entity), 4);
  const spoke = spokeOf(situation, entity);
  const gender = genderOf(entity);
  const isPronoun = slot.kind === 'pronoun';
  const fits = !isPronoun
    ? '-'
    : gender === null
      ? 'open'
      : (slot.what === 'he') === (gender === 'male')
        ? 'fits'
        : 'not';
  const { he, she, it } = scene.uses(entity);
  const pronoun = he > she ? 'he' : she > he ? 'she' : it > 0 ? 'it' : 'none';
  const agrees = !isPronoun || pronoun === 'none' ? '-' : `${pronoun === slot.what}`;
  const isCalled = slot.kind === 'noun' && entity.nouns.has(slot.what);
  const isPrevious = previous === entity;
  const isIn = scene.isNamedIn(entity, s - 1);
  const governor = tree.words[slot.word]?.head ?? -1;
  const here = scene.runsOf(entity, s);
  const apposed = slot.word >= 0 && here.some(({ head }) => tree.words[head]?.head === slot.word || governor === head);
  const several = isSeveral(situation);
  // "Halden's chief executive said", "Brodie and two colleagues said"
  const owns = here.some(
    ({ head }) => tree.words[head]?.head === slot.word && tree.words[head]?.relation === 'nmod:poss',
  );
  const joined = here.some(({ head }) => dependents(tree, head, 'conj').length > 0);
  const person = Math.min(people.indexOf(entity), 4);
  const house = Math.min(houses.indexOf(entity), 3);
  const sort = sortNamed(personal(scene, entity));
  const noun =
    slot.kind !== 'noun'
      ? []
      : [
          `noun ${slot.what} sort ${sort}`,
          `noun ${slot.what} sort ${sort} house ${house}`,
          `body ${isBody(slot.what)} sort ${sort} house ${house}`,
          `role ${isRoleNoun(slot.what)} sort ${sort}`,
        ];
  return [
    ...noun,
    `house ${house}`,
    `house ${house} in ${isIn} ${isPrevious}`,
    `sort ${sort}`,
    `sort ${sort} gender ${fits}`,
    `sort ${sort} called ${isCalled}`,
    `back ${back}`,
    `back ${back} ${isSame}`,
    `near ${near}`,
    `back ${back} near ${near}`,
    `opens ${(nearest?.from ?? 9) <= 1} back ${back}`,
    `rank ${rank}`,
    `rank ${rank} ${isSame}`,
    `spoke ${spoke}`,
    `spoke ${spoke} rank ${rank}`,
    `gender ${fits}`,
    `gender ${fits} rank ${rank}`,
    `gender ${fits} spoke ${spoke}`,
    `called ${isCalled}`,
    `called ${isCalled} article ${article}`,
    `person ${person}`,
    `person ${person} of ${Math.min(people.length, 4)}`,
    `person ${person} gender ${fits} ${agrees}`,
    `person ${person} spoke ${spoke}`,
    `agrees ${agrees}`,
    `agrees ${agrees} gender ${fits}`,
    `agrees ${agrees} spoke ${spoke}`,
    `previous ${isPrevious}`,
    `previous ${isPrevious} ${previousHow}`,
    `previous ${isPrevious} ${previousKind} ${previousHow}`,
    `in ${isIn} ${isPrevious}`,
    `previous ${previousKind} ${previousHow} spoke ${spoke}`,
    `own ${own === entity}`,
    `own ${own === entity} ${setting[0]}`,
    `apposed ${apposed}`,
    `several ${several} sort ${sort}`,
    `owns ${owns}`,
    `joined ${joined}`,
    `next ${scene.isNamedIn(entity, s + 1)}`,
    `here ${here.length > 0}`,
    `times ${about(entity.runs.length)}`,
    `first ${entity === scene.entities[0]}`,
  ];
}

/** Is it more than one who speaks: "the lawmakers write", "they said"? */
const isSeveral = ({ slot, tree }: Situation): boolean =>
  tree.words[slot.word]?.tag === 'NNS' || /^(?:they|we|both|others|some)$/.test(slot.what);

function namesFor(situation: Situation, entity: Entity): Name[] {
  const { scene, spot, slot, slotKind, says, setting, lastNear, goesOn } = situation;
  const s = spot.sentence;
  const isSlot = scene.runsOf(entity, s).some(({ from, to }) => slot.word >= from && slot.word < to);
  const sort = sortNamed(personal(scene, entity));
  const spoke = spokeOf(situation, entity);
  const next = scene.runsOf(entity, s + 1)[0];
  const nextTree = scene.tree(s + 1);
  const always = [
    `slot ${slot.kind} is ${isSlot}`,
    `slot ${slotKind} ${says} is ${isSlot}`,
    `slot ${slotKind} is ${isSlot} sort ${sort}`,
    `slot ${slot.kind} is ${isSlot} sort ${sort} ${says}`,
    ...hereOf(situation, entity),
    `goes on ${goesOn} ${spoke}`,
    ...[...entity.nouns].map((noun) => `noun ${noun}`),
    ...(next === undefined || nextTree === undefined ? [] : [`next ${roleOf(nextTree, next.head)} ${setting[1]}`]),
  ];
  const names = always.map(nameOf);
  const facts = factsOf(situation, entity);
  // Where a name is said to have spoken, who spoke before tells little.
  if (slot.kind === 'name') {
    const told = facts.filter((one) => /^(?:apposed|owns?|joined|back|here)/.test(one));
    const own = [`sort ${sort}`, `spoke ${spoke}`, ...told].map(nameOf);
    return [...names, ...withEach(nameOf('name'), own)];
  }
  const known = facts.map(nameOf);
  const beside = [`slot ${slotKind}`, `${setting[0]} ${setting[1]}`, `slot ${slot.kind} ${lastNear}`];
  return [...names, ...known, ...beside.flatMap((one) => withEach(nameOf(one), known))];
}

/** What speaks for a quotation's being nobody's who is named. */
function unnamed(situation: Situation): string[] {
  const { setting, slot, slotKind, says, tree, article, lastNear, goesOn, previousKind, previousHow, earlier, spoken } =
    situation;
  const isNoun = slot.kind === 'noun';
  return [
    ...setting,
    `previous ${previousKind}`,
    `previous ${previousHow}`,
    `previous ${previousKind} ${previousHow}`,
    `slot ${slot.kind} previous ${previousKind} ${previousHow}`,
    `slot ${slotKind} previous ${previousKind}`,
    `slot ${slotKind}`,
    `slot ${slotKind} ${says}`,
    `slot ${slot.kind} verb ${tree.words[slot.verb]?.lemma ?? ''}`,
    `slot ${slotKind} ${lastNear}`,
    `slot ${slotKind} ${setting[3]}`,
    `last ${lastNear}`,
    `goes on ${goesOn}`,
    `named ${about(earlier.length)}`,
    `article ${article}`,
    `article ${article} ${setting[1]}`,
    `noun ${isNoun ? slot.what : ''}`,
    `noun ${isNoun && isRoleNoun(slot.what)} ${isNoun && isBody(slot.what)}`,
    `called ${isNoun && earlier.some(({ nouns }) => nouns.has(slot.what))}`,
    `several ${isSeveral(situation)} ${slot.kind}`,
    `unnamed before ${spoken[0]?.voice.noun != null}`,
  ];
}

/** Who may speak a quotation, by its index: whoever is named around it, whom a noun calls beside it, the unnamed one who spoke last, nobody known. `voices` are those of the quotations before. */
export function speakersFor(scene: Scene, at: number, voices: readonly (Voice | null)[]): VoiceCandidate[] {
  const situation = situationOf(scene, at, voices);
  if (situation === null) return [];
  const { slot, spot, spoken, around } = situation;
  const field = nameOf('speaker');
  const as = (kind: string, names: readonly string[]) => withEach(nameOf(`speaker ${kind}`), names.map(nameOf));
  // "the lawmakers write": more than any one person.
  const isMany = slot.kind === 'noun' && situation.tree.words[slot.word]?.tag === 'NNS';
  const named = around
    .filter((one) => !isMany || personal(situation.scene, one) <= 0)
    .map(
      (entity): VoiceCandidate => ({
        value: entity.name,
        names: withEach(field, namesFor(situation, entity)),
        voice: { entity, noun: null },
      }),
    );
  const others = unnamed(situation);
  const noun =
    slot.kind === 'noun'
      ? [
          {
            value: null,
            names: as('noun', others),
            voice: { entity: null, noun: { sentence: spot.sentence, at: slot.word } },
          },
        ]
      : [];
  const last = spoken[0]?.voice;
  const same = last?.noun == null ? [] : [{ value: null, names: as('same', others), voice: last }];
  return [...named, ...noun, ...same, { value: null, names: as('nobody', others), voice: NOBODY }];
}
