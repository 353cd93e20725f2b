import { entityOf } from '../../domain/entities.ts';
import { beginsPhrase, classesOf, classesOfPhrase } from '../../language/meaning.ts';
import { singular } from '../../language/nouns.ts';
import { stem } from '../../language/stem.ts';
import { wordTextsIn } from '../../language/words.ts';
import { lemmaOf } from '../../reading/lemma.ts';
import { isWord } from '../../reading/network/network.ts';
import { dependents, type Tree } from '../../reading/tree.ts';

/** What a sentence speaks of: a figure, a time and a name are one node each, whatever words they take. */
export type Kind = 'word' | 'name' | 'figure' | 'time' | 'pronoun';

/** What is left of a stem without the ends that make nouns of verbs, so that "expansion" meets "expand". */
function rootOf(word: string): string {
  const root = word.replace(/(?:eri|ition|ation|ion|it|at|or|er|al|anc|enc)$/, '');
  const bare = root.replace(/[sdt]$/, '');
  return bare.length >= 5 ? bare : word;
}

const HAVE_TO = '=have to';
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
    const n = at[k] ?? 0;
    // What "has to be replaced" has nothing; what "has to date sold" may.
    if (lemma === 'have' && tree.words[n + 1]?.text === 'to' && dependents(tree, n, 'xcomp').length > 0) {
      keys.add(HAVE_TO);
      continue;
    }
    const root = stem(lemma);
    keys
      .add(`=${lemma}`)
      .add(root)
      .add(`~${rootOf(root)}`);
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

/** Forms that a word may be, where nobody has read its sentence: any tag whose base form differs. */
const TAGS = ['NN', 'NNS', 'VBD', 'VBG', 'VBZ', 'JJR', 'JJS'] as const;
/** Words between a verb and its particle: "turned the whole offer down". */
const APART = 4;

/** What a word may be known by, whatever form it turns out to be. */
type Forms = {
  readonly lemmas: readonly string[];
  readonly keys: readonly string[];
  /** Those that a phrase with a meaning of its own begins with. */
  readonly begin: readonly string[];
};
const known = new Map<string, Forms>();
const KNOWN = 20_000;

function formsOf(word: string): Forms {
  const forms = known.get(word);
  if (forms !== undefined) return forms;
  const lemmas = [...new Set(TAGS.map((tag) => lemmaOf(word, tag, isWord, singular)))];
  const keys = lemmas.flatMap((lemma) => {
    const root = stem(lemma);
    return [`=${lemma}`, root, `~${rootOf(root)}`, ...classesOf(lemma).map((name) => `#${name}`)];
  });
  const made = { lemmas, keys: [...new Set(keys)], begin: lemmas.filter(beginsPhrase) };
  if (known.size >= KNOWN) known.clear();
  known.set(word, made);
  return made;
}

/** All that the words of a text may be known by, whatever they turn out to be when it is read: no key of `keysOf` is missing. */
export function keysWithin(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const mean = (phrase: string): void => {
    for (const name of classesOfPhrase(phrase)) keys.add(`#${name}`);
  };
  const words = wordTextsIn(text.toLowerCase()).flatMap((word) => {
    const bare = word.replace(/['’]s?$/, '');
    if (!bare.includes('-')) return [bare];
    const parts = bare.split('-');
    // "start-up" is "startup".
    for (const [n, part] of parts.entries()) keys.add(`=${part}${parts[n + 1] ?? ''}`);
    return [bare, ...parts];
  });
  const forms = words.map(formsOf);
  for (const [n, { keys: own, begin }] of forms.entries()) {
    for (const key of own) keys.add(key);
    if (words[n + 1] === 'to' && forms[n]?.lemmas.includes('have')) keys.add(HAVE_TO);
    for (const lemma of begin)
      for (const [ahead, { lemmas }] of forms.slice(n + 1, n + 2 + APART).entries())
        for (const other of lemmas) {
          mean(`${lemma} ${other}`);
          if (ahead === 0) for (const third of forms[n + 2]?.lemmas ?? []) mean(`${lemma} ${other} ${third}`);
        }
  }
  return keys;
}

/** The classes of meaning among keys. */
export const meaningsOf = (keys: ReadonlySet<string>): string[] =>
  [...keys].flatMap((key) => (key.startsWith('#') ? [key.slice(1)] : []));
