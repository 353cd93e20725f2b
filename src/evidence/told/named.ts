import { isCountry, otherNameOfCountry } from '../../language/countries.ts';
import { isBody } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import type { Names } from './names.ts';
import { caseOf, isName } from './place.ts';
import { tells } from './tells.ts';

/** "T4e", "HBM4E": a product's or a standard's code, which owns nothing. */
const CODE = /^(?=.*\d)[\p{L}\d-]+$/u;

/** A sentence, and the names of its text; `figures` are the stretches of its figures, which hold none. */
export type Scene = { readonly tree: Tree; readonly names: Names; readonly figures: readonly (Stretch | null)[] };

/** The name, in full, of a word or of its owner, where it is no person; `about` leaves out whose a person is: "the head of Orbis". */
export function namedBy(scene: Scene, n: number, about = false): string | null {
  const { tree, names, figures } = scene;
  const name = names.at(tree, n, figures);
  if (name !== null) return names.isPerson(name) ? null : names.full(name);
  // "Corran, Peru's largest utility": who is called so, and not whose they are.
  const { relation = '', head = -1 } = tree.words[n] ?? {};
  const bearer = relation === 'appos' ? names.at(tree, head, figures) : null;
  if (bearer !== null && !names.isPerson(bearer)) return names.full(bearer);
  for (const child of dependents(tree, n, 'nmod:poss', 'compound', 'appos')) {
    // "net income (GAAP)"
    if (tree.words[child - 1]?.text === '(') continue;
    const owner = namedBy(scene, child);
    const called = tree.words[child]?.relation === 'appos';
    // "California's utility regulator" is not California.
    if (owner !== null && !called && isBody(tree.words[n]?.lemma ?? '') && names.isPlace(owner)) continue;
    // "the four clouds, Maro, Veldt and Tarn" are none of them.
    if (called && tree.words[n]?.tag === 'NNS' && dependent(tree, child, 'conj') !== null) continue;
    // "U.S. capacity" lies there, and is its owners'.
    if (owner !== null && tree.words[child]?.relation === 'compound' && isCountry(owner)) continue;
    if (owner !== null && (called ? /^nsubj/.test(tree.words[n]?.relation ?? '') : !CODE.test(owner))) return owner;
  }
  for (const child of about && isPersonalNoun(tree.words[n]?.lemma ?? '') ? [] : dependents(tree, n, 'nmod')) {
    const isOwner = /^(?:of|at|for|by|from)$/.test(caseOf(tree, child)) && isName(tree, child);
    const owner = isOwner ? namedBy(scene, child) : null;
    if (owner !== null && !CODE.test(owner)) return owner;
  }
  return null;
}

/** Whom a sentence is about: its first subject that is a name or a name's; `told` leaves out who only tells it, `until` ends the words that are looked at. */
export function focusOf(
  scene: Scene,
  { told = false, until = Number.POSITIVE_INFINITY }: { readonly told?: boolean; readonly until?: number },
): string | null {
  const { words } = scene.tree;
  for (const [n, { relation, head }] of words.entries()) {
    if (n >= until) return null;
    const isSubject = /^(?:nsubj|dislocated)/.test(relation) && !(told && tells(words[head]?.lemma ?? ''));
    const found = isSubject ? namedBy(scene, n, true) : null;
    if (found !== null) return found;
  }
  // "Sanyou Photonics (Buy, target $94)": a head without a verb
  const root = words.findIndex(({ head }) => head < 0);
  if (!words.some(({ class: kind }) => kind === 'VERB') && isName(scene.tree, root)) return namedBy(scene, root);
  // "At Almazara Verde, 40 workers were sent home"
  return words[0]?.text === 'At' && isName(scene.tree, 1) ? namedBy(scene, 1, true) : null;
}

/** The person by name who is the last to do something in a sentence, or to say it. */
export function personActing({ tree, names, figures }: Scene): string | null {
  const acting = tree.words.flatMap(({ relation }, n) => {
    const called = /^nsubj/.test(relation) ? [n, ...dependents(tree, n, 'appos', 'nmod:desc', 'flat')] : [];
    return called.flatMap((k) => {
      const name = isName(tree, k) ? names.at(tree, k, figures) : null;
      return name !== null && names.isPerson(name) ? [names.full(name)] : [];
    });
  });
  return acting.at(-1) ?? null;
}

/** All of a sentence who do something and are called by name, persons left out. */
export const doersIn = (scene: Scene): string[] =>
  scene.tree.words.flatMap(({ relation }, n) => {
    const name = /^nsubj/.test(relation) && isName(scene.tree, n) ? namedBy(scene, n) : null;
    return name === null ? [] : [name];
  });

/** Who is named before a word, in full, and is no person, country or mere place. */
export const bodiesBefore = ({ tree, names, figures }: Scene, n: number): string[] =>
  tree.words.slice(0, n).flatMap((_, k) => {
    const name = isName(tree, k) && caseOf(tree, k) !== 'near' ? names.at(tree, k, figures) : null;
    const isBody = name !== null && !names.isPerson(name) && otherNameOfCountry(name) === null;
    return isBody ? [names.full(name)] : [];
  });
