import type { ReadSentence } from '../../reading/read.ts';
import { dependents } from '../../reading/tree.ts';
import type { Names } from './names.ts';
import { isName } from './place.ts';

/** Whom the last of some sentences that does calls by a noun: "the growers' union ASAGRO", "Tarn Power, a utility"; no person. */
export function describedAs(noun: string, sentences: readonly ReadSentence[], names: Names): string | null {
  for (const sentence of sentences.toReversed()) {
    // "companies", "utilities": all but a noun's last letter stands in its plural, too.
    if (!sentence.text.toLowerCase().includes(noun.slice(0, -1))) continue;
    const { tree } = sentence;
    for (const [n, word] of tree.words.entries()) {
      if (word.lemma !== noun || word.class !== 'NOUN') continue;
      const above = /^(?:appos|compound)/.test(word.relation) ? [word.head] : [];
      const name = [...dependents(tree, n, 'appos'), ...above]
        .map((k) => (isName(tree, k) ? names.at(tree, k) : null))
        .find((found) => found !== null);
      if (name != null && !names.isPerson(name)) return names.full(name);
    }
  }
  return null;
}
