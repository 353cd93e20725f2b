import { isOrganisationWord } from '../../language/organisations.ts';
import { isRelation, isRoleNoun } from '../../language/roles.ts';
import { type Tree, textOf } from '../../reading/tree.ts';
import type { Candidate } from '../choice/candidate.ts';
import { about, type Name, nameOf, withEach } from '../choice/hashed.ts';
import { pathOf } from '../choice/path.ts';
import { fitOf, isInstitution, isPointing } from '../people/kinds.ts';
import type { Entity } from './entities.ts';
import { type Anchor, type Home, homeOf, MOST } from './home.ts';
import { isQuoted, lowAt, textAt } from './narration.ts';
import type { Spoken } from './phrases.ts';
import type { Role } from './roles.ts';
import type { Run } from './runs.ts';
import { lastBefore, type Scene } from './scene.ts';
import { squeezed } from './slot.ts';
import { personal } from './sorts.ts';

/** So many places of a name are looked at. */
const LOOKED = 12;

/** Where the word stands that governs a name, past its article. */
const governorAt = (tree: Tree | undefined, nameFrom: number): number =>
  lowAt(tree, nameFrom - 1) === 'the' ? nameFrom - 2 : nameFrom - 1;

function kindAt(scene: Scene, s: number, tree: Tree, n: number): string {
  const word = tree.words[n];
  if (word === undefined) return '#';
  if (isQuoted(scene.narration, s, n)) return 'QUOTE';
  const low = word.text.toLowerCase();
  if (/^(?:PUNCT|ADP|PRON|DET|CCONJ|SCONJ|PART)$/.test(word.class)) return low;
  return isRoleNoun(low) ? 'ROLE' : word.class;
}

/** How a name stands to somebody in one sentence: what is between, the way in the tree, what governs it. */
function standsTo(scene: Scene, { s, from, to }: Anchor, run: Run): string[] {
  const tree = scene.tree(s);
  if (tree === undefined) return [];
  const isAhead = run.to <= from;
  const side = isAhead ? 'ahead' : 'behind';
  const [low, high] = isAhead ? [run.to, from] : [to, run.nameFrom];
  const places = Array.from({ length: Math.max(0, high - low) }, (_, k) => low + k);
  const kinds = places.map((n) => kindAt(scene, s, tree, n));
  const words = tree.words.slice(low, Math.max(low, high));
  const governor = lowAt(tree, governorAt(tree, run.nameFrom));
  const path = pathOf(tree, isAhead ? from : to - 1, run.head);
  return [
    kinds.length > 12 ? `${side} far` : `${side} ${kinds.join(' ')}`,
    kinds.length > 20 ? `${side} far` : `${side} about ${squeezed(kinds)}`,
    `${side} ${about(kinds.length)}`,
    `${side} names ${Math.min(3, places.filter((n) => scene.runAt(s, n) !== undefined).length)}`,
    `${side} by ${governor}`,
    `${side} by ${governor} ${about(kinds.length)}`,
    `${side} next ${lowAt(tree, run.to)}`,
    `${side} next class ${tree.words[run.to]?.class ?? '#'}`,
    `${side} next class ${tree.words[run.to]?.class ?? '#'} by ${governor}`,
    `way ${path?.map((step) => step.replace(/\([^)]*\)/g, '')).join(' ') ?? 'far'}`,
    `way ${path?.join(' ') ?? 'far'}`,
    ...words.filter(({ class: kind }) => /^(?:VERB|ADP|NOUN)$/.test(kind)).map(({ lemma }) => `${side} past ${lemma}`),
    ...(kinds.length < 4 ? [`${side} words ${words.map(({ text }) => text.toLowerCase()).join(' ')}`] : []),
  ];
}

/** Is an entity told to be whose somebody else is: "of Helio" behind another's name, "Helio chief executive" before it? */
function isClaimed(scene: Scene, entity: Entity, own: Entity | null): boolean {
  const isOther = (s: number, n: number): boolean => {
    const other = scene.entityAt(s, n);
    return other !== undefined && other !== own && personal(scene, other) > 1;
  };
  return entity.runs.slice(0, LOOKED).some(({ sentence: s, nameFrom, to }) => {
    const tree = scene.tree(s);
    const at = governorAt(tree, nameFrom);
    const isOf = /^(?:of|at|for|with)$/.test(lowAt(tree, at)) && [1, 2, 3, 4, 5, 6].some((k) => isOther(s, at - k));
    const beside = [0, 1, 2, 3, 4].map((k) => to + k);
    // "Jonas Vidal, Helio's chief executive"
    const isApposed = lowAt(tree, nameFrom - 1) === ',' && isOther(s, nameFrom - 2);
    const isBeside = isApposed || beside.some((n) => isOther(s, n));
    return isOf || (isBeside && beside.some((n) => isRoleNoun(lowAt(tree, n))));
  });
}

const wordsOf = ({ name, nouns }: Entity): ReadonlySet<string> => new Set([...name.toLowerCase().split(' '), ...nouns]);

function namesOf(known: Home, entity: Entity): Name[] {
  const { scene, own, anchors, role, home, noun, article, pointer, ranked, recent, subject, before, isSame, ours } =
    known;
  const { phrase } = role;
  const beside = anchors.flatMap((anchor) =>
    scene.runsOf(entity, anchor.s).flatMap((run) => standsTo(scene, anchor, run)),
  );
  const byRole =
    phrase === null
      ? []
      : scene
          .runsOf(entity, phrase.sentence)
          .flatMap((run) =>
            run.to <= phrase.from || run.nameFrom >= phrase.to
              ? standsTo(scene, { s: phrase.sentence, from: phrase.from, to: phrase.to }, run)
              : ['within'],
          );
  const here = beside.length > 0 ? 'here' : 'elsewhere';
  const odds = personal(scene, entity);
  const first = scene.entities.slice(0, MOST).find((one) => known.others.includes(one));
  const end = entity.name.split(' ').at(-1)?.toLowerCase() ?? '';
  const looked = entity.runs.slice(0, LOOKED);
  const placed = looked.filter(({ sentence, nameFrom }) =>
    /^(?:in|near|outside|from|across|to)$/.test(lowAt(scene.tree(sentence), nameFrom - 1)),
  ).length;
  const last = lastBefore(entity, home + 1);
  const sort = odds > 0 ? 'open' : odds > -2 ? 'hardly' : 'no';
  const lately = Math.min(recent.indexOf(entity), 4);
  const isBefore = isSame && before === entity;
  const central = [
    `sort ${sort}`,
    `rank ${Math.min(ranked.indexOf(entity), 4)}`,
    `recent ${lately}`,
    `back ${last === undefined ? 'never' : about(home - last.sentence)}`,
    `own ${subject === entity}`,
    `before ${isBefore} ${before === entity}`,
    `first ${entity === first}`,
    `lede ${entity.runs[0]?.sentence === 0}`,
    `times ${about(entity.runs.length)}`,
    `said place ${scene.isPlace(entity)} ${sort}`,
    `place ${placed === 0 ? 'no' : placed === looked.length ? 'all' : 'some'}`,
    `claimed ${isClaimed(scene, entity, own)}`,
    `suits ${pointer.noun === '' ? '-' : fitOf(pointer.noun, wordsOf(entity))}`,
    `own ${subject === entity} before ${isBefore} recent ${Math.min(lately, 3)}`,
  ];
  const facts = [
    ...central,
    `role ${noun} end ${end}`,
    `end ${end}`,
    `organisation ${isOrganisationWord(end)}`,
    `letters ${/^\p{Lu}[\p{Lu}\d]+$/u.test(entity.name)}`,
    `size ${Math.min(3, entity.name.split(' ').length)}`,
    `next ${scene.isNamedIn(entity, known.spot + 1)}`,
  ];
  const whose = nameOf(own === null ? 'noun' : 'person');
  const [told, middle, near] = [facts.map(nameOf), central.map(nameOf), beside.map(nameOf)];
  const situation = [
    `role ${noun}`,
    `article ${article}`,
    `past ${isPast(role)}`,
    `article ${article} ${pointer.kind}`,
    `article ${article} role ${noun}`,
    `${own === null} ${pointer.kind}`,
    `told ${role.value !== null}`,
  ];
  return [
    ...withEach(nameOf(here), [...told, ...situation.map(nameOf)]),
    ...withEach(nameOf(`${pointer.kind} ${here}`), told),
    ...withEach(nameOf(pointer.kind), told),
    ...withEach(nameOf(`ours ${ours} ${here}`), middle),
    ...near,
    ...withEach(whose, near),
    ...withEach(nameOf('role'), byRole.map(nameOf)),
  ];
}

const isPast = ({ value }: Role): boolean => /^(?:former|retired|ex)\b/i.test(value ?? '');

/** "the agency's director", "president of the teachers' union": a body that is only called by what it is. */
function unnamed({
  scene,
  home,
  noun,
  pointer,
  others,
}: Home): { readonly value: string; readonly names: string[] } | null {
  const tree = scene.tree(home);
  const { kind, noun: body, at } = pointer;
  const isBody = isInstitution(body) || /^(?:police|county|town)$/.test(body);
  if (tree === undefined || at < 0 || !isBody || others.some((one) => fitOf(body, wordsOf(one)) === 'told'))
    return null;
  let from = at;
  while (/^(?:NOUN|ADJ|PROPN)$/.test(tree.words[from - 1]?.class ?? '')) from--;
  const names = [
    `common ${kind}`,
    `common ${kind} ${body}`,
    `common end ${body.slice(-3)}`,
    `common organisation ${isOrganisationWord(body)}`,
    `common size ${at - from + 1}`,
    `common role ${noun}`,
    `common after ${textAt(tree, from - 1).toLowerCase()}`,
  ];
  return { value: textOf(tree, { from, to: at + 1 }), names };
}

/** For whom somebody who speaks may work or speak: what is named that is no person, what only a noun calls, or nobody that is told. */
export function housesFor(scene: Scene, spoken: Spoken, role: Role): Candidate[] {
  const known = homeOf(scene, spoken, role);
  if (known === null) return [];
  const { others, noun, article, pointer, ours, own, anchors } = known;
  const field = nameOf('house');
  const isHere = (one: Entity): boolean => anchors.some(({ s }) => scene.isNamedIn(one, s));
  // "a former chief executive" was that of a house that is named with it, if of any.
  const isFormer = isPast(role) && /^an?$/.test(article);
  // "the hall's manager": a thing stands for no house but one that has it in its name.
  const isThings = pointer.kind === 'owner' && !isPointing(pointer.noun);
  const suits = (one: Entity): boolean =>
    (!isFormer || isHere(one)) && (!isThings || fitOf(pointer.noun, wordsOf(one)) === 'told');
  // "the mayor's brother" is of no house that the text names.
  const possible = isRelation(noun) ? [] : others.filter(suits);
  const named = possible.map(
    (entity): Candidate => ({ value: entity.name, names: withEach(field, namesOf(known, entity)) }),
  );
  const common = unnamed(known);
  const isNear = others.some(isHere);
  const none = [
    'always',
    `noun ${noun}`,
    `noun end ${noun.slice(-3)}`,
    `whose ${own === null ? 'noun' : 'person'}`,
    `pointer ${pointer.kind}`,
    `pointer ${pointer.kind} ${pointer.noun}`,
    `role ${isRoleNoun(noun)}`,
    `article ${article}`,
    `past ${isPast(role)} near ${isNear}`,
    `article ${article} ${pointer.kind} ${isNear}`,
    `article ${article} noun ${noun}`,
    `told ${role.value !== null}`,
    `of ${about(others.length)}`,
    `ours ${ours}`,
    `near ${isNear}`,
    ...(role.value?.toLowerCase().split(' ') ?? []).map((word) => `word ${word}`),
  ];
  return [
    ...named,
    ...(common === null ? [] : [{ value: common.value, names: withEach(field, common.names.map(nameOf)) }]),
    {
      value: null,
      names: withEach(
        field,
        none.map((one) => nameOf(`none ${one}`)),
      ),
    },
  ];
}
