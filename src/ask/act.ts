import { classesOf, converse } from '../language/meaning.ts';
import { stem } from '../language/stem.ts';
import { wordsIn } from '../language/words.ts';
import { readSentence } from '../reading/read.ts';
import { termsOf } from './terms.ts';

/** What the question asks after: whoever insures the site is told by a sentence that speaks of insuring. */
export type Act = { readonly term: string; readonly classes: readonly string[] };

/** Verbs that say little of what is asked. */
const LIGHT: ReadonlySet<string> = new Set(
  'be have do get go make take need want say tell know come happen give let put see look use call plan expect mean start begin keep try seem become stand work run find hold become involve concern think cost pay cause affect carry bring'.split(
    ' ',
  ),
);
const AUXILIARY = /^(?:did|does|do|will|would|can|could|has|have|had)$/i;

const actWith = (lemma: string): Act | null => {
  const [term] = termsOf(lemma);
  return term === undefined || LIGHT.has(lemma) ? null : { term, classes: classesOf(lemma) };
};

/** The verb of a question, null where it has none that tells. A reading that finds no verb behind "did" takes the last word for it. */
export function actOf(question: string): Act | null {
  const { tree } = readSentence(question);
  let at = tree.words.findIndex(({ head }) => head < 0);
  // "wants to own": owning.
  for (let depth = 0; depth < 3; depth += 1) {
    const within = (tree.children[at] ?? []).find((child) => tree.words[child]?.relation === 'xcomp');
    if (within === undefined || !tree.words[within]?.tag.startsWith('VB')) break;
    at = within;
  }
  const root = tree.words[at];
  if (root?.tag.startsWith('VB')) {
    const particle = (tree.children[at] ?? []).some((child) => tree.words[child]?.relation === 'compound:prt');
    return particle ? null : actWith(root.lemma);
  }
  const words = wordsIn(question);
  const last = words.at(-1)?.text ?? '';
  const asksOfSomebody = words.slice(0, 6).some(({ text }) => AUXILIARY.test(text));
  return asksOfSomebody && /^\p{Ll}{3,}$/u.test(last) ? actWith(last) : null;
}

/** Does a sentence, by its terms and the classes of its words, speak of the act, in a verb or a noun, from either end of it? */
export function speaksOfAct(act: Act, terms: ReadonlySet<string>, classes: ReadonlySet<string>): boolean {
  if (terms.has(act.term) || act.classes.some((name) => classes.has(name))) return true;
  const root = stem(act.term);
  if (root.length >= 4 && [...terms].some((term) => term.startsWith(root))) return true;
  return converse(act.classes, [...classes]);
}
