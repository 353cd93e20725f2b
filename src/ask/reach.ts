import type { Article, Figure } from '../model.ts';
import { ALIKE, has, saidByFigure } from './alike.ts';
import type { Part } from './asked.ts';
import type { Indexed } from './index-of.ts';
import { fitOf, isOffered, WORTH } from './levels.ts';
import { BACK } from './match.ts';
import { meansLike, mentions } from './mentions.ts';
import { isOwn } from './own.ts';
import { before } from './scene.ts';
import { type Terms, termsOf } from './terms.ts';

/** The most that reading a sentence could find of a question. */
export type Reach = {
  readonly fit: number;
  /** Of the verb that is asked after, or of what is counted. */
  readonly anchor: number;
  /** Whether a name of the question stands nowhere near. */
  readonly isAway: boolean;
};

/**
 * What a sentence can say of the parts of a question at best, by the words that stand in and around it: whatever its tree turns out to be, what is
 * read in it is no more. A tree takes a hundred times as long, so that what cannot reach an answer is not read.
 */
export function reachOf(
  parts: readonly Part[],
  anyName: boolean,
  indexed: Indexed<Article>,
  at: number,
  figures: readonly Figure[],
): Reach {
  const { sentences, title, terms, article } = indexed;
  const text = sentences[at]?.text ?? '';

  const worthOf = (part: Part): number => {
    const row = WORTH[part.kind];
    const isSaid = mentions(part, indexed, at) || figures.some((figure) => saidByFigure(part, figure, text) > 0);
    if (isSaid) return row.clause;
    if (before(at).some((n) => n < at && mentions(part, indexed, n))) return Math.max(row.meant, row.like);
    if (meansLike(part, indexed, at)) return row.like;
    const saidIn = (words: Terms): boolean => has(words, part.terms) || part.ways.some((way) => has(words, way));
    const isNamedBefore =
      part.kind === 'name' && sentences.slice(Math.max(0, at - BACK), at).some((near) => saidIn(near.terms));
    if (isNamedBefore) return row.leaned;
    const isPublisher = part.kind === 'name' && isOwn(article) && saidIn(new Set(termsOf(article.publisher)));
    if (saidIn(title) || isPublisher) return row.title;
    return saidIn(terms) ? row.article : row.none;
  };

  const worths = parts.map(worthOf);
  const of = (fits: (part: Part) => boolean): number[] =>
    parts.flatMap((part, p) => (fits(part) ? [worths[p] ?? 0] : []));
  const anchors = of(({ kind }) => kind === 'verb' || kind === 'focus');
  const offered = of((part) => isOffered(part, anyName));
  const names = of((part) => part.kind === 'name' && !isOffered(part, anyName));
  return {
    fit: fitOf(parts, worths, anyName),
    anchor: anchors.length === 0 ? 1 : Math.max(...anchors),
    isAway: names.some((worth) => worth <= WORTH.name.article) || (offered.length > 0 && Math.max(...offered) < ALIKE),
  };
}
