import type { Index, Readable } from './index-of.ts';
import type { Passage } from './passages.ts';
import { termsOf } from './terms.ts';

/** How the articles stand to one choice: what speaks for it, and the passages that do, best first. */
export type Support<T extends Readable> = {
  readonly choice: number;
  readonly score: number;
  readonly passages: readonly Passage<T>[];
};

const STEEPNESS = 3;
const BEST = 5;
const DISCOUNT = 0.5;

/** Weighs each choice by the passages that have both its words and the question's; best first. */
export function supportOf<T extends Readable>(
  choices: readonly string[],
  asked: readonly string[],
  passages: readonly Passage<T>[],
  index: Index<T>,
): Support<T>[] {
  const topic = new Set(asked);
  const terms = choices.map(termsOf);
  return choices
    .map((_, choice): Support<T> => {
      const all = terms[choice] ?? [];
      // What the question or every choice says already tells nothing apart.
      const telling = all.filter(
        (term) => !topic.has(term) && !(choices.length > 1 && terms.every((others) => others.includes(term))),
      );
      const wanted = telling.length > 0 ? telling : all;
      const total = wanted.reduce((sum, term) => sum + index.idf(term), 0) || 1;
      const found = passages.flatMap((passage) => {
        const sentence = passage.indexed.sentences[passage.at];
        const near = passage.indexed.sentences[passage.at - 1];
        const has =
          wanted.reduce(
            (sum, term) =>
              sum + (sentence?.terms.has(term) ? index.idf(term) : near?.terms.has(term) ? index.idf(term) * 0.5 : 0),
            0,
          ) / total;
        const title = wanted.every((term) => passage.indexed.title.has(term)) ? 0.5 : 0;
        const match = Math.max(has, title);
        return match < 0.5 ? [] : [{ passage, worth: match * passage.score ** STEEPNESS }];
      });
      const best = found.toSorted((a, b) => b.worth - a.worth).slice(0, BEST);
      const score = best.reduce((sum, { worth }, rank) => sum + worth * DISCOUNT ** rank, 0);
      return { choice, score, passages: best.map(({ passage }) => passage) };
    })
    .toSorted((a, b) => b.score - a.score);
}
