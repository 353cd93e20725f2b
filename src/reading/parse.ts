import { singular } from '../language/nouns.ts';
import { mendAsides } from './asides.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { lean } from './lean.ts';
import { lemmaOf } from './lemma.ts';
import { mend } from './mend.ts';
import { loopIn } from './network/arborescence.ts';
import { analyse, isWord, MOST_WORDS } from './network/network.ts';
import { restore, type StandIn, standIns } from './stand-ins.ts';
import { mendTelling } from './telling.ts';
import { type Token, tokensIn } from './tokens.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * A sentence's tree, offsets from `start` on. Words past the first two hundred are left out: so long a "sentence" is a table, or no
 * language.
 */
export function parse(sentence: string, start = 0, beside: readonly Tree[] = []): Tree {
  const tokens = tokensIn(sentence, start).slice(0, MOST_WORDS);
  if (tokens.length === 0) return treeOf(sentence, start, []);
  const replaced = standIns(tokens);
  const words = analysed(tokens, replaced);
  const heads = words.map(({ head }) => head);
  mend(words);
  mendTelling(words);
  mendAsides(draftsOf(words));
  lean(words, tokens, beside);
  unloop(words, heads);
  return treeOf(sentence, start, words);
}

function analysed(tokens: readonly Token[], replaced: readonly StandIn[]): Draft[] {
  const shown = tokens.flatMap(({ text }, n) => {
    const one = replaced.find(({ from, to }) => n >= from && n < to);
    return one === undefined ? [text] : n === one.from && one.text !== null ? [one.text] : [];
  });
  const { classes, tags, heads, relations } = analyse(shown);
  const headless = !tags.some((tag) => /^(?:VB[DPZ]|MD)$/.test(tag));
  return restore(
    tokens,
    replaced,
    shown.map((text, n) => {
      const told = tags[n] ?? 'NN';
      // Taken for a verb and for a noun: it is the verb of a sentence that has no other.
      const isEither = classes[n] === 'VERB' && /^NNS?$/.test(told);
      const tag = isEither && headless ? (told === 'NNS' ? 'VBZ' : 'VBD') : told;
      const isVerb = classes[n] === 'NOUN' && /^VB[DPZ]$/.test(tag);
      // "H200", taken for a mark.
      const isMark = classes[n] === 'PUNCT' && /[\p{L}\d]{2}/u.test(text);
      return {
        class: isMark ? 'PROPN' : isVerb ? 'VERB' : isEither && !headless ? 'NOUN' : (classes[n] ?? 'X'),
        tag: isMark ? 'NNP' : tag,
        lemma: lemmaOf(text, tag, isWord, singular),
        head: heads[n] ?? -1,
        relation: isMark ? 'compound' : (relations[n] ?? 'dep'),
      };
    }),
  );
}

/**
 * What was mended may hang in a loop, where two rules moved words under each other. `drawn` are the governors of a tree: the words of a loop
 * go back under theirs, which ends it, since some of them were moved.
 */
function unloop(words: readonly Draft[], drawn: readonly number[]): void {
  for (;;) {
    const loop = loopIn(words.map(({ head }) => head));
    if (loop === null) return;
    for (const n of loop) Object.assign(words[n] ?? {}, { head: drawn[n] ?? -1 });
  }
}
