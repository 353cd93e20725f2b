import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { wordsIn } from '../../language/words.ts';
import { plain } from './marks.ts';
import type { Prepared, Rest } from './prepare.ts';

/** A sentence for the comparison with another, as it would be printed. */
const printed = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/(?<![.\s])[.\s]+$/, '');

/** Does the claim stand in a source as it is, sentence for sentence? */
export function verbatim(claim: string, sources: readonly Prepared[]): Rest[] | null {
  const wanted = sentencesIn(claim).map(({ text }) => printed(text));
  if (wanted.length === 0) return null;
  for (const { source, sentences, index } of sources) {
    const words = wordsIn(wanted[0] ?? '').map(({ text }) => stem(text));
    const rare = words.reduce<readonly number[] | null>((best, word) => {
      const at = index.get(word);
      return at !== undefined && (best === null || at.length < best.length) ? at : best;
    }, null);
    for (const n of rare ?? []) {
      if (!wanted.every((text, k) => text === printed(sentences[n + k]?.text ?? ''))) continue;
      return wanted.flatMap((_, k) => {
        const sentence = sentences[n + k];
        return sentence === undefined ? [] : [{ source, start: sentence.start, end: sentence.end }];
      });
    }
  }
  return null;
}
