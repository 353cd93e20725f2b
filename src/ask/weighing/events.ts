import type { Index, Indexed, Readable } from '../index-of.ts';

/** How much two articles, by their ids, tell of one event, 0 to 1. */
export type Likeness = (one: string, other: string) => number;

/** A term that more of the articles have tells of no event. */
const COMMON = 0.25;
const RAREST = Math.log(1 + 1 / COMMON);

type Telling = { readonly weights: ReadonlyMap<string, number>; readonly size: number };

/** An article's rarer terms, each with its weight. */
function tellingOf({ places, title }: Indexed<Readable>, idf: (term: string) => number): Telling {
  const weights = new Map<string, number>();
  for (const term of new Set([...places.keys(), ...title])) {
    const weight = idf(term);
    if (weight >= RAREST) weights.set(term, weight ** 2);
  }
  return { weights, size: Math.sqrt(weights.values().reduce((sum, weight) => sum + weight, 0)) };
}

/**
 * How much these articles of an index tell of one event: the cosine of their rarer terms. Two reports of one affair are seldom below a tenth,
 * others seldom above. Made for one question, of whose sentences many are of one article.
 */
export function likenessOf(articles: Iterable<Indexed<Readable>>, { idf }: Index<Readable>): Likeness {
  const tellings = new Map(Array.from(articles, (each) => [each.article.id, tellingOf(each, idf)]));
  const known = new Map([...tellings.keys()].map((id) => [id, new Map<string, number>()]));
  const cosine = (one: string, other: string): number => {
    const [a, b] = [tellings.get(one), tellings.get(other)];
    if (a === undefined || b === undefined) return 0;
    let shared = 0;
    for (const [term, weight] of a.weights) if (b.weights.has(term)) shared += weight;
    return shared === 0 ? 0 : shared / (a.size * b.size);
  };
  return (one, other) => {
    const before = known.get(one)?.get(other);
    if (before !== undefined) return before;
    const made = cosine(one, other);
    known.get(one)?.set(other, made);
    known.get(other)?.set(one, made);
    return made;
  };
}
