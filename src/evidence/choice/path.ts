import type { Tree } from '../../reading/tree.ts';
import { caseOf } from '../told/place.ts';

/** Longer ways say no more than that a word is far. */
const LONGEST = 6;

function above(tree: Tree, n: number): number[] {
  const chain: number[] = [];
  for (let at = n; at >= 0 && chain.length <= 2 * LONGEST; at = tree.words[at]?.head ?? -1) chain.push(at);
  return chain;
}

/** The relation of a word to what it hangs on, with its preposition. */
export function roleOf(tree: Tree, n: number): string {
  const { relation = 'root' } = tree.words[n] ?? {};
  return /^(?:obl|nmod|acl|advcl)/.test(relation) ? `${relation}(${caseOf(tree, n)})` : relation;
}

/** How one word of a sentence is reached from another: the relations up to what both hang on, and down again; null where it is far. */
export function pathOf(tree: Tree, from: number, to: number): readonly string[] | null {
  const [up, down] = [above(tree, from), above(tree, to)];
  const meet = up.find((n) => down.includes(n));
  if (meet === undefined) return null;
  const rise = up.slice(0, up.indexOf(meet)).map((n) => `^${roleOf(tree, n)}`);
  const fall = down.slice(0, down.indexOf(meet)).map((n) => `_${roleOf(tree, n)}`);
  const path = [...rise, ...fall.reverse()];
  return path.length > LONGEST ? null : path;
}
