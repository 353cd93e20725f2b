import { derived } from '../domain/in-use.ts';
import { publisherNamed, wireNames } from '../domain/publishers.ts';
import type { Article, Evidence } from '../model.ts';
import { printOf, sharedCounts } from './prints.ts';

/** One text wherever it was printed. */
export type CopySet = {
  /** The article that the text is taken from. */
  readonly source: string;
  readonly copies: readonly { readonly article: string; readonly altered: boolean }[];
};

/** Whose quotes are intact tells who had the text first. */
export type Quoting = Pick<Evidence, 'quotes'>;

/** Share of the shorter text that stands in the longer one. */
const SAME_WORDS = 0.5;
const SAME_SKELETON = 0.4;
/** A text of fewer words says too little to be called another's copy, unless it is word for word the same. */
const FEWEST_WORDS = 30;
/** A longer text than this many times the other has reporting of its own. */
const LENGTH_RATIO = 2;

/** Pairs of texts (by place) of which one is the other's copy. */
function copiedPairs(texts: readonly string[]): [number, number][] {
  const prints = texts.map(printOf);
  const byWords = sharedCounts(prints.map(({ words }) => words));
  const bySkeleton = sharedCounts(prints.map(({ skeleton }) => skeleton));
  const pairs: [number, number][] = [];
  for (const pair of new Set([...byWords.keys(), ...bySkeleton.keys()])) {
    const [i, j] = [Math.floor(pair / texts.length), pair % texts.length];
    const [a, b] = [prints[i], prints[j]];
    if (a === undefined || b === undefined) continue;
    const short = Math.min(a.length, b.length);
    const long = Math.max(a.length, b.length);
    if (long > short * LENGTH_RATIO) continue;
    const words = (byWords.get(pair) ?? 0) / Math.max(1, Math.min(a.words.length, b.words.length));
    const skeleton = (bySkeleton.get(pair) ?? 0) / Math.max(1, Math.min(a.skeleton.length, b.skeleton.length));
    if (short < FEWEST_WORDS ? words > 0.95 : words >= SAME_WORDS || skeleton >= SAME_SKELETON) pairs.push([i, j]);
  }
  return pairs;
}

const CREDIT_HEAD = 200;
/** "HOUSTON, Nov 3 (Reuters) - A plant ...": a name in brackets before the dash that opens the text, whoever it is. */
const DATELINE = /^[^\n()]{2,80}\(([\p{Lu}][\p{L}\p{N}&'’. ]{1,40})\)\s*[-–—]/u;
/** "/PRNewswire/ --", "By Associated Press". */
const byline = derived(() => {
  const wires = wireNames()
    .map((name) => RegExp.escape(name))
    .join('|');
  return wires === '' ? null : new RegExp(`(?:/|\\b[Bb]y )(${wires})(?:/|\\b)`, 'u');
});
/** "This article first appeared in X.", "Originally published by X". */
const FIRST_PRINTED =
  /\b(?:originally|first)\s+(?:appeared|published|reported|printed|posted)\s+(?:in|on|by|at)\s+([\p{Lu}][\p{L}\p{N}&'’ .]{1,40}?)(?=[.,;\n(]|$)/u;

/** The publisher that a text says it comes from: a wire's dateline or byline, or a credit line; null for none. */
export function originNamed(article: Pick<Article, 'text' | 'author'>): string | null {
  const named =
    DATELINE.exec(article.text.slice(0, CREDIT_HEAD))?.[1] ??
    byline()?.exec(article.text.slice(0, CREDIT_HEAD))?.[1] ??
    (article.author === null ? null : publisherNamed(article.author)?.name) ??
    FIRST_PRINTED.exec(article.text.slice(0, CREDIT_HEAD))?.[1] ??
    FIRST_PRINTED.exec(article.text.slice(-CREDIT_HEAD))?.[1] ??
    null;
  return named === null ? null : (publisherNamed(named)?.name ?? named);
}

/** A quote as it is compared: without the style of marks, white space, and a comma or full stop at its end. */
const quoted = (text: string): string =>
  text
    .replace(/[“”‘’'"]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.,;!?…])[.,;!?…]+$/, '')
    .toLowerCase();

const quotesOf = (evidence: Quoting | undefined): string[] =>
  (evidence?.quotes ?? []).map(({ text }) => quoted(text)).filter((text) => text.includes(' '));

function sourceOf(
  members: readonly Article[],
  evidence: ReadonlyMap<string, Quoting>,
  corrections: ReadonlySet<string>,
): Article {
  const [first, ...rest] = members;
  if (first === undefined) throw new RangeError('a set of copies has at least one article');
  const origins = new Set(members.map(originNamed).filter((name) => name !== null));
  const isOrigin = (article: Article): boolean =>
    origins.has(publisherNamed(article.publisher)?.name ?? article.publisher);
  const heard = Map.groupBy(
    members.flatMap((member) => [...new Set(quotesOf(evidence.get(member.id)))]),
    (quote) => quote,
  );
  const intact = (article: Article): number =>
    quotesOf(evidence.get(article.id)).filter((quote) => (heard.get(quote)?.length ?? 0) * 2 >= members.length).length;
  const before = (a: Article, b: Article): boolean => {
    if (corrections.has(a.id) !== corrections.has(b.id)) return corrections.has(a.id);
    if (isOrigin(a) !== isOrigin(b)) return isOrigin(a);
    if (intact(a) !== intact(b)) return intact(a) > intact(b);
    return (a.published ?? a.fetched) < (b.published ?? b.fetched);
  };
  return rest.reduce((best, article) => (before(article, best) ? article : best), first);
}

/**
 * Which of these articles are one text, with the article that it is taken from; texts that stand alone are left out. A text that was printed again
 * with a correction is taken from there.
 */
export function copySets(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Quoting>,
  corrections: ReadonlySet<string> = new Set(),
): CopySet[] {
  const set = articles.map((_, at) => at);
  const root = (at: number): number => {
    const up = set[at] ?? at;
    return up === at ? at : root(up);
  };
  for (const [i, j] of copiedPairs(articles.map(({ text }) => text))) set[root(j)] = root(i);
  const place = new Map(articles.map((article, at) => [article, at]));
  return [...Map.groupBy(articles, (article) => root(place.get(article) ?? 0)).values()]
    .filter((members) => members.length > 1)
    .map((members) => {
      const source = sourceOf(members, evidence, corrections);
      const said = quoted(source.text);
      const copies = members.filter((member) => member !== source);
      return {
        source: source.id,
        copies: copies.map(({ id }) => ({
          article: id,
          altered: quotesOf(evidence.get(id)).some((quote) => !said.includes(quote)),
        })),
      };
    });
}
