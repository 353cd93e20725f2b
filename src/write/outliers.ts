import { contentOf, namesOf, overlap } from '../domain/same-figure.ts';
import { HOUR_MS } from '../durations.ts';
import type { Article, Evidence, Figure } from '../model.ts';

/** Values this near, as a share of the larger, tell the same; a value past `FAR` of all of them tells something else. */
const NEAR = 0.1;
const FAR = 0.25;
/** So many others must agree. */
const AGREEING = 2;
/** Titles with first sentences that share this much, names aside, are about one measure. */
const ONE_MEASURE = 0.35;
/** Whoever is this much later than all others may know more. */
const LATER_MS = 6 * HOUR_MS;

type Lead = {
  readonly article: string;
  readonly publisher: string;
  readonly at: number;
  readonly figures: readonly Figure[];
  readonly content: ReadonlySet<string>;
};

/** "USD" of "USD per hour": who leaves the hour out means it all the same. */
const base = ({ unit }: Figure): string | null => unit?.split(' ')[0] ?? null;
const size = ({ value }: Figure): number => (typeof value === 'number' ? value : (value[0] + value[1]) / 2);
const apart = (a: Figure, b: Figure): number =>
  Math.abs(size(a) - size(b)) / Math.max(Math.abs(size(a)), Math.abs(size(b)), Number.MIN_VALUE);

/** What an article leads with; null where that is no number. */
function leadOf(article: Article, { sentences, figures }: Evidence): Lead | null {
  const [first] = sentences;
  if (first === undefined) return null;
  const own = figures.filter(({ start, end, unit }) => unit !== null && first.start <= start && end <= first.end);
  const titled = own.filter(({ text }) => article.title.includes(text.split(/\s/u, 1)[0] ?? text));
  return {
    article: article.id,
    publisher: article.publisher,
    at: Date.parse(article.published ?? article.fetched),
    figures: titled.length > 0 ? titled : own,
    content: contentOf(`${article.title}. ${first.text}`).difference(namesOf(article.text)),
  };
}

/**
 * The articles of a story that lead with another number for what at least two others, who agree, lead with: theirs is no headline. Who reports hours later is
 * none of them, since numbers grow and are revised.
 */
export function outliersOf(articles: readonly Article[], evidence: ReadonlyMap<string, Evidence>): ReadonlySet<string> {
  const leads = articles.flatMap((article) => {
    const mined = evidence.get(article.id);
    const lead = mined === undefined ? null : leadOf(article, mined);
    return lead === null || lead.figures.length === 0 ? [] : [lead];
  });
  const isFar = (figure: Figure, other: Lead): boolean => {
    const comparable = other.figures.filter((each) => base(each) === base(figure));
    return comparable.length > 0 && comparable.every((each) => apart(figure, each) > FAR);
  };
  const agree = (a: Lead, b: Lead, unit: string | null): boolean =>
    a.publisher !== b.publisher &&
    a.figures.some(
      (one) => base(one) === unit && b.figures.some((other) => base(other) === unit && apart(one, other) <= NEAR),
    );
  return new Set(
    leads.flatMap((lead) => {
      const isOutlier = lead.figures.some((figure) => {
        const others = leads.filter(
          (other) =>
            other.publisher !== lead.publisher &&
            isFar(figure, other) &&
            overlap(lead.content, other.content) >= ONE_MEASURE,
        );
        const agreeing = others.filter((one) => others.some((other) => agree(one, other, base(figure))));
        return agreeing.length >= AGREEING && agreeing.some(({ at }) => lead.at - at < LATER_MS);
      });
      return isOutlier ? [lead.article] : [];
    }),
  );
}
