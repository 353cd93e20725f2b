import { isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { type Tree, textOf } from '../../reading/tree.ts';
import type { Candidate } from '../choice/candidate.ts';
import { about, nameOf, withEach } from '../choice/hashed.ts';
import { listsOf } from './lists.ts';
import { lowAt, textAt } from './narration.ts';
import { headOf, isStop, type Phrase, phrasesFor, type Spoken } from './phrases.ts';
import type { Scene } from './scene.ts';
import { personal, sortNamed } from './sorts.ts';

/** What somebody may be, with the phrase that tells it. */
export type Role = Candidate & { readonly phrase: Phrase | null };

/** "Dunmore analyst", "chief executive of Helio": whose somebody is, is told apart from what they are; for what they care is not. */
function hasHouse(scene: Scene, tree: Tree, { sentence, from, to }: Phrase): boolean {
  const head = headOf(tree, { from, to });
  const isNamed = (n: number): boolean => /^\p{Lu}/u.test(scene.runAt(sentence, n)?.name ?? '');
  const isOffice = (n: number): boolean => isRoleNoun(lowAt(tree, n)) || isRoleModifier(lowAt(tree, n));
  // "Pell & Sons analyst"
  if (from > (scene.runAt(sentence, from)?.from ?? from)) return true;
  for (let n = from; n < head; n++) if (isNamed(n) && !isOffice(n)) return true;
  for (let n = head + 1; n < to; n++) {
    const by = lowAt(tree, n - 1) === 'the' ? n - 2 : n - 1;
    if (isNamed(n) && /^(?:of|at|with)$/.test(lowAt(tree, by))) return true;
  }
  return false;
}

/** A phrase behind its "former" and the house that stands there: "engineer" of "former Helio engineer". */
function told(scene: Scene, tree: Tree, phrase: Phrase): Phrase {
  const run = lowAt(tree, phrase.from) === 'former' ? scene.runAt(phrase.sentence, phrase.from + 1) : undefined;
  return run === undefined || run.to >= phrase.to ? phrase : { ...phrase, from: run.to };
}

function writtenIn(scene: Scene, tree: Tree, phrase: Phrase): string {
  const rest = told(scene, tree, phrase);
  return rest === phrase ? textOf(tree, phrase) : `${textAt(tree, phrase.from)} ${textOf(tree, rest)}`;
}

/** What says that somebody is it no more. */
const PAST = /^(?:former|formerly|once|previously|late|ex|then|retired)$/;

function namesOf(scene: Scene, tree: Tree, phrase: Phrase, sort: string): string[] {
  const { sentence, from, to, how, gap } = phrase;
  const { words } = tree;
  const head = headOf(tree, phrase);
  const inside = words.slice(from, to);
  const [first, last, noun] = [textAt(tree, from), textAt(tree, to - 1), words[head]?.lemma ?? ''];
  const [ahead, behind] = [words[from - 1], words[to]];
  const isNamed = (n: number): boolean => scene.runAt(sentence, n) !== undefined;
  const which = Math.min(phrase.which, 3);
  const low = inside.map(({ text }) => text.toLowerCase());
  return [
    `how ${how}`,
    `how ${how} ${which}`,
    `how ${how} size ${about(inside.length)}`,
    `how ${how} gap ${gap}`,
    `noun ${noun}`,
    `noun ${noun} ${how}`,
    `noun end ${noun.slice(-3)} ${how}`,
    `noun class ${words[head]?.tag ?? ''} ${how}`,
    ...listsOf(textAt(tree, head)).flatMap((list) => [`noun ${list} ${how}`, `noun ${list} ${sort}`]),
    ...listsOf(first).map((list) => `first ${list} ${how}`),
    `first ${first.toLowerCase()}`,
    `first class ${words[from]?.class ?? ''} ${how}`,
    ...listsOf(last).map((list) => `last ${list} ${how}`),
    `last ${last.toLowerCase()}`,
    `last class ${words[to - 1]?.class ?? ''} ${how}`,
    `ahead ${ahead?.text.toLowerCase() ?? '#'} ${how}`,
    `ahead class ${ahead?.class ?? '#'} ${how}`,
    ...listsOf(ahead?.text ?? '').map((list) => `ahead ${list} ${how}`),
    `behind ${behind?.text.toLowerCase() ?? '#'} ${how}`,
    `behind class ${behind?.class ?? '#'} ${how} ${behind?.text === 'of'}`,
    `behind ${behind?.text === 'of'} noun ${noun}`,
    `behind named ${isNamed(to)} ${isNamed(to + 1)} ${behind?.text.toLowerCase() ?? '#'}`,
    `ahead named ${isNamed(from - 1)}`,
    `past ${PAST.test(ahead?.text.toLowerCase() ?? '')} ${how}`,
    `past ${PAST.test(first.toLowerCase())}`,
    `named ${inside.some((_, k) => isNamed(from + k))} ${how}`,
    `of ${low.includes('of')}`,
    ...low.filter((text) => /^(?:of|at|for|in|with|from|on|to|and)$/.test(text)).map((text) => `link ${text} ${how}`),
    ...low.flatMap((text, k) =>
      text === 'of'
        ? [`of ${inside[k + 1]?.class ?? ''} ${isNamed(from + k + 1)}`, `of ${listsOf(inside[k + 1]?.text ?? '')[0]}`]
        : [],
    ),
    `sort ${sort} ${how}`,
    `owner ${low.some((text) => /^[’']s?$/.test(text))}`,
    `nouns ${inside.filter(({ class: kind }) => kind === 'NOUN').length} ${how}`,
    `roles ${low.filter(isRoleNoun).length}`,
    `whole ${head === to - 1} ${how}`,
    `begins ${!/^(?:NOUN|ADJ|PROPN)$/.test(ahead?.class ?? '')} ${how}`,
    `ends ${isStop(scene, sentence, to)} ${how}`,
  ];
}

/** What somebody who speaks may be: every phrase beside their name that no house is in, or nothing that is told. */
export function rolesFor(scene: Scene, spoken: Spoken): Role[] {
  const { entity } = spoken.voice;
  const sort = entity === null ? 'noun' : sortNamed(personal(scene, entity));
  const found = new Map<string, { readonly value: string; readonly phrase: Phrase; readonly names: string[] }>();
  for (const phrase of phrasesFor(scene, spoken)) {
    const tree = scene.tree(phrase.sentence);
    if (tree === undefined || hasHouse(scene, tree, told(scene, tree, phrase))) continue;
    const value = writtenIn(scene, tree, phrase);
    const same = found.get(value.toLowerCase());
    if (same === undefined)
      found.set(value.toLowerCase(), { value, phrase, names: namesOf(scene, tree, phrase, sort) });
    else same.names.push(`again ${phrase.how}`);
  }
  const field = nameOf('role');
  const roles = [...found.values()].map(
    ({ value, phrase, names }): Role => ({ value, phrase, names: withEach(field, names.map(nameOf)) }),
  );
  const isTitled = entity?.runs.some(({ title }) => title !== '') ?? false;
  const none = [
    'none',
    `none ${sort}`,
    `none of ${about(roles.length)}`,
    `none ${sort} ${roles.length === 0}`,
    `none titled ${isTitled}`,
  ];
  return [...roles, { value: null, phrase: null, names: withEach(field, none.map(nameOf)) }];
}
