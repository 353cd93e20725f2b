import type { Index, Indexed, Readable } from '../index-of.ts';

/** A term that more of the articles have tells of no event. */
const COMMON = 0.25;

type Telling = { readonly weights: ReadonlyMap<string, number>; readonly size: number };

/** How much of one event two articles tell, 0 to 1: the cosine of their rarer terms. Two reports of one affair are seldom below a tenth, others seldom above. */
export function likenessIn(index: Index<Readable>): (one: Indexed<Readable>, other: Indexed<Readable>) => number {
  const rarest = Math.log(1 + 1 / COMMON);
  const known = new Map<string, Telling>();
  const tellingOf = ({ article, places, title }: Indexed<Readable>): Telling => {
    const before = known.get(article.id);
    if (before !== undefined) return before;
    const weights = new Map<string, number>();
    let square = 0;
    for (const term of new Set([...places.keys(), ...title])) {
      const weight = index.idf(term) ** 2;
      if (weight < rarest ** 2) continue;
      weights.set(term, weight);
      square += weight;
    }
    const made = { weights, size: Math.sqrt(square) };
    known.set(article.id, made);
    return made;
  };
  return (one, other) => {
    const [a, b] = [tellingOf(one), tellingOf(other)];
    let shared = 0;
    for (const [term, weight] of a.weights) if (b.weights.has(term)) shared += weight;
    return shared === 0 ? 0 : shared / (a.size * b.size);
  };
}
