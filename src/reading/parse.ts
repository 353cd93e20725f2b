import { singular } from '../language/nouns.ts';
import { lemmaOf } from './lemma.ts';
import { mend } from './mend.ts';
import { analyse, isWord, MOST_WORDS } from './network/network.ts';
import { mendTelling } from './telling.ts';
import { tokensIn } from './tokens.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * A sentence's tree, offsets from `start` on. Words past the first two hundred are left out: so long a "sentence" is a table, or no
 * language.
 */
export function parse(sentence: string, start = 0): Tree {
  const tokens = tokensIn(sentence, start).slice(0, MOST_WORDS);
  if (tokens.length === 0) return treeOf(sentence, start, []);
  const { classes, tags, heads, relations } = analyse(tokens.map(({ text }) => text));
  const words = tokens.map((token, n) => {
    const tag = tags[n] ?? 'NN';
    return {
      ...token,
      class: classes[n] ?? 'X',
      tag,
      lemma: lemmaOf(token.text, tag, isWord, singular),
      head: heads[n] ?? -1,
      relation: relations[n] ?? 'dep',
    };
  });
  mend(words);
  mendTelling(words);
  return treeOf(sentence, start, words);
}
