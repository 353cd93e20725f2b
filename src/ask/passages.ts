import { DAY_MS } from '../durations.ts';
import type { Span } from '../model.ts';
import type { Index, Indexed, Readable } from './index-of.ts';
import type { AskedTerm } from './terms.ts';

/** A sentence that may answer, with the weight of what the question has in it and around it, the newer the more, 0 to 1. */
export type Passage<T extends Readable> = {
  readonly indexed: Indexed<T>;
  /** Which of the article's sentences. */
  readonly at: number;
  readonly score: number;
};

/** What a term is worth where it stands: in the sentence, beside it, two away, in the title, elsewhere in the article. */
const WORTH = { here: 1, beside: 0.6, near: 0.35, title: 0.5, article: 0.25 } as const;
/** From so many sentences on a term is not near. */
const FAR = 3;
/** What an old passage, or one whose time nobody knows, is worth beside one of today; and in how long half of the difference is lost. */
const OLD = 0.7;
const FRESH_MS = 30 * DAY_MS;

function freshness(published: string | null, newest: number): number {
  const age = published === null ? Number.POSITIVE_INFINITY : newest - Date.parse(published);
  return OLD + (1 - OLD) * 0.5 ** (age / FRESH_MS);
}

/** How far a term is away from each of so many sentences, of which it stands in these: 0 for in it, up to `FAR`. */
function awayFrom(places: readonly number[], count: number): Uint8Array {
  const away = new Uint8Array(count).fill(FAR);
  for (const place of places)
    for (let at = Math.max(0, place - FAR + 1); at < Math.min(count, place + FAR); at += 1)
      away[at] = Math.min(away[at] ?? FAR, Math.abs(at - place));
  return away;
}

/** Every sentence that has something of the question, best first. */
export function passagesFor<T extends Readable>(asked: readonly AskedTerm[], index: Index<T>): Passage<T>[] {
  const weights = asked.map(({ term, share }) => ({ term, weight: share * index.idf(term) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const passages: Passage<T>[] = [];
  for (const indexed of index.articles) {
    const known = weights.filter(({ term }) => indexed.terms.has(term));
    if (known.length === 0) continue;
    const fresh = freshness(indexed.article.published, index.newest);
    const count = indexed.sentences.length;
    const own = new Float64Array(count);
    const around = new Float64Array(count);
    for (const { term, weight } of known) {
      const elsewhere = indexed.title.has(term) ? WORTH.title : WORTH.article;
      const worth = [WORTH.here, WORTH.beside, WORTH.near];
      for (const [at, away] of awayFrom(indexed.places.get(term) ?? [], count).entries()) {
        const sum = away === 0 ? own : around;
        sum[at] = (sum[at] ?? 0) + (worth[away] ?? elsewhere) * weight;
      }
    }
    for (let at = 0; at < count; at += 1)
      passages.push({ indexed, at, score: (fresh * ((own[at] ?? 0) + (around[at] ?? 0))) / total });
  }
  return passages.toSorted((a, b) => b.score - a.score);
}

const LONGEST = 400;

/** A passage as a span of at most 400 characters: its sentence, and the ones around it as far as they fit. */
export function spanOf<T extends Readable>(
  { indexed, at }: Pick<Passage<T>, 'indexed' | 'at'>,
  around = 0,
): Span | null {
  const own = indexed.sentences[at];
  if (own === undefined) return null;
  let { start, end } = own;
  for (let distance = 1; distance <= around; distance += 1) {
    const after = indexed.sentences[at + distance];
    if (after !== undefined && after.end - start <= LONGEST) end = after.end;
    const before = indexed.sentences[at - distance];
    if (before !== undefined && end - before.start <= LONGEST) start = before.start;
  }
  end = Math.min(end, start + LONGEST);
  return { article: indexed.article.id, start, end, text: indexed.article.text.slice(start, end) };
}
