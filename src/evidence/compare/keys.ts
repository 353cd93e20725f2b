import { entityOf } from '../../domain/entities.ts';
import { classesOf, classesOfPhrase } from '../../language/meaning.ts';
import { singular } from '../../language/nouns.ts';
import { stem } from '../../language/stem.ts';
import { dependents, type Tree } from '../../reading/tree.ts';

/** What a sentence speaks of: a figure, a time and a name are one node each, whatever words they take. */
export type Kind = 'word' | 'name' | 'figure' | 'time' | 'pronoun';

/** What is left of a stem without the ends that make nouns of verbs, so that "expansion" meets "expand". */
function rootOf(word: string): string {
  const root = word.replace(/(?:eri|ition|ation|ion|it|at|or|er|al|anc|enc)$/, '');
  const bare = root.replace(/[sdt]$/, '');
  return bare.length >= 5 ? bare : word;
}

const POSSESSIVE = /^['’]s?$/;

/** What a node may be known by: its words (`=`), their stems, roots (`~`), classes of meaning (`#`), who it is (`@`). */
export function keysOf(tree: Tree, at: readonly number[], kind: Kind): ReadonlySet<string> {
  const keys = new Set<string>();
  const words = at.flatMap((n) => tree.words[n] ?? []);
  if (kind === 'name') {
    for (const { text } of words)
      if (!POSSESSIVE.test(text) && /[\p{L}\p{N}]/u.test(text))
        keys.add(`=${text.toLowerCase()}`).add(stem(text.toLowerCase()));
    const first = words[0];
    const last = words.at(-1);
    const text = tree.text.slice((first?.start ?? 0) - tree.start, (last?.end ?? 0) - tree.start);
    const entity = entityOf(text);
    if (entity !== null) keys.add(`@${entity.name}`);
    for (const name of words.length === 1 ? classesOf(text.toLowerCase()) : []) keys.add(`#${name}`);
    return keys;
  }
  if (kind === 'figure' || kind === 'time') return keys;
  for (const [k, { text, lemma }] of words.entries()) {
    const low = text.toLowerCase();
    const root = stem(lemma);
    keys
      .add(`=${lemma}`)
      .add(root)
      .add(`~${rootOf(root)}`);
    const n = at[k] ?? 0;
    const particle = dependents(tree, n, 'compound:prt')[0];
    const phrase = particle === undefined ? [] : classesOfPhrase(`${lemma} ${tree.words[particle]?.lemma ?? ''}`);
    if (particle !== undefined) keys.add(`=${lemma}${tree.words[particle]?.lemma ?? ''}`);
    const behind = tree.words[n + 1];
    const further = tree.words[n + 2];
    const wide = [
      ...classesOfPhrase(`${lemma} ${behind?.lemma ?? ''}`),
      ...classesOfPhrase(`${lemma} ${behind?.lemma ?? ''} ${further?.lemma ?? ''}`),
    ];
    const own = [
      ...classesOf(lemma),
      ...(lemma === low ? [] : classesOf(low)),
      ...(lemma === low ? classesOf(singular(low)) : []),
    ];
    for (const name of phrase.length > 0 ? phrase : [...own, ...wide]) keys.add(`#${name}`);
    // Parts of a hyphened word: "start-up" is "startup".
    if (tree.words[n + 1]?.text === '-' && tree.words[n + 2] !== undefined)
      keys.add(`=${low}${tree.words[n + 2]?.text.toLowerCase() ?? ''}`);
    if (tree.words[n - 1]?.text === '-' && tree.words[n - 2] !== undefined)
      keys.add(`=${tree.words[n - 2]?.text.toLowerCase() ?? ''}${low}`);
  }
  return keys;
}

/** The classes of meaning among keys. */
export const meaningsOf = (keys: ReadonlySet<string>): string[] =>
  [...keys].flatMap((key) => (key.startsWith('#') ? [key.slice(1)] : []));
