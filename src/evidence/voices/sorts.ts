import { type Gender, givenName } from '../../language/given-names.ts';
import { isOrganisationWord } from '../../language/organisations.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { isHonorific, isRoleNoun } from '../../language/roles.ts';
import { type Name, nameOf, withEach } from '../choice/hashed.ts';
import type { Entity } from './entities.ts';
import { lowAt } from './narration.ts';
import type { Scene, Uses } from './scene.ts';

const FEMALE = /^(?:mrs|ms|miss|dame|lady)\.?$/i;
const MALE = /^(?:mr|sir|lord)\.?$/i;

/** What the titles, nouns and given name of somebody tell of "he" and "she"; null where they tell nothing. */
export function genderOf({ name, runs, nouns }: Entity): Gender | null {
  for (const { title } of runs) {
    if (FEMALE.test(title)) return 'female';
    if (MALE.test(title)) return 'male';
  }
  for (const noun of nouns) {
    if (/(?:woman|actress|mother|wife|daughter|sister|widow)$/.test(noun)) return 'female';
    if (/[^o]man$|(?:father|husband|son|brother)$/.test(noun)) return 'male';
  }
  const [first = '', second] = name.split(' ');
  const given = second === undefined ? null : givenName(first);
  return given === 'either' ? null : given;
}

/** So many places where a name stands are looked at. */
const PLACES = 5;

/** How the text goes on with a name, what its words are, and what stands beside it. */
function shapeOf(scene: Scene, { name, runs, nouns }: Entity): string[] {
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const singles = runs.filter((run) => !run.name.includes(' '));
  const some = (is: (s: number, from: number, to: number) => boolean): boolean =>
    runs.some(({ sentence, from, to }) => is(sentence, from, to));
  const low = (s: number, n: number): string => lowAt(scene.tree(s), n);
  const placed = runs.filter(({ sentence, from }) => /^(?:in|near|outside|from|to)$/.test(low(sentence, from - 1)));
  const speaks = runs.some(({ sentence, head }) => {
    const tree = scene.tree(sentence);
    const word = tree?.words[head];
    return word?.relation.startsWith('nsubj') === true && reportingVerb(lowAt(tree, word.head)) !== null;
  });
  return [
    `given ${words.length > 1 ? givenName(first.toLowerCase()) !== null : 'one'}`,
    `size ${Math.min(words.length, 5)}`,
    `last ${singles.some((run) => run.name === last)} first ${words.length > 1 && singles.some((run) => run.name === first)}`,
    `who ${some((s, _, to) => low(s, to) === ',' && low(s, to + 1) === 'who')}`,
    `the ${some((s, from) => low(s, from - 1) === 'the')}`,
    `in ${placed.length > 0} all ${placed.length === runs.length}`,
    `role ${[...nouns].some(isRoleNoun)}`,
    `organisation ${words.some(isOrganisationWord)}`,
    `honorific ${runs.some(({ title }) => isHonorific(title.toLowerCase().replace('.', '')))}`,
    `title ${runs.some(({ title }) => title !== '')}`,
    `acronym ${/^\p{Lu}[\p{Lu}\d.&-]+$/u.test(name)}`,
    `speaks ${speaks}`,
    `owned ${some((s, _, to) => /^[’']s?$/.test(low(s, to)))}`,
    `mark ${/[&\d]/.test(name)}`,
    `hyphen ${last.includes('-')}`,
  ];
}

/** How many of what is known of a name's shape are taken two by two. */
const PAIRED = 8;

/** All that tells whether what is called by a name is a person, with the pronouns that take it up. */
export function sortOf(scene: Scene, entity: Entity, { he, she, it }: Uses = scene.uses(entity)): Name[] {
  const shape = shapeOf(scene, entity);
  const paired = shape.slice(0, PAIRED);
  const pairs = paired.flatMap((one, n) => paired.slice(n + 1).map((other) => `${one} ${other}`));
  const words = entity.name.toLowerCase().split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const around = entity.runs.slice(0, PLACES).flatMap(({ sentence: s, from, to, head, title }) => {
    const tree = scene.tree(s);
    const word = tree?.words[head];
    const at = (n: number): string => (scene.runAt(s, n) === undefined ? (tree?.words[n]?.lemma ?? '#') : 'NAME');
    return [
      `before ${at(from - 1)}`,
      `before ${at(from - 2)} ${at(from - 1)}`,
      `behind ${at(to)}`,
      `behind ${at(to)} ${at(to + 1)}`,
      `relation ${word?.relation ?? ''}`,
      `hangs on ${tree?.words[word?.head ?? -1]?.lemma ?? ''} ${word?.relation ?? ''}`,
      ...(title === '' ? [] : [`titled ${title.toLowerCase().split(' ').at(-1) ?? ''}`]),
    ];
  });
  const names = [
    ...shape,
    ...pairs,
    `first ${first}`,
    `last ${last}`,
    `end ${last.slice(-3)}`,
    `end ${first.slice(-2)} of first`,
    `taken up ${he + she > 0} ${it > 0}`,
    `taken up ${he + she > it}`,
    ...[...entity.nouns].flatMap((noun) => [`noun ${noun}`, `noun end ${noun.slice(-3)}`]),
    ...around,
  ];
  return withEach(nameOf('person'), names.map(nameOf));
}

/** How likely an entity is a person, in log odds. */
export function personal(scene: Scene, entity: Entity): number {
  const known = scene.odds.get(entity) ?? scene.weights.of(sortOf(scene, entity));
  scene.odds.set(entity, known);
  return known;
}

const SORTS = [-3, -1, 1, 3] as const;
/** How likely an entity is a person, in five steps. */
export const sortNamed = (odds: number): string => `${SORTS.filter((bound) => odds > bound).length}`;
