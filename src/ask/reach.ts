import type { Article, Figure } from '../model.ts';
import { once } from '../once.ts';
import { ALIKE, saidByFigure } from './alike.ts';
import { leansBack, levelAround } from './around.ts';
import type { Part } from './asked.ts';
import { before } from './before.ts';
import type { Indexed } from './index-of.ts';
import { fitOf, isOffered, WORTH } from './levels.ts';
import { meansLike, mentions } from './mentions.ts';

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
  const text = indexed.sentences[at]?.text ?? '';
  const leans = once(() => leansBack(text));
  const earlier = once(() => before(indexed, at));

  const worthOf = (part: Part): number => {
    const row = WORTH[part.kind];
    const isSaid = mentions(part, indexed, at) || figures.some((figure) => saidByFigure(part, figure, text) > 0);
    if (isSaid) return row.clause;
    if (earlier().some((n) => mentions(part, indexed, n))) return Math.max(row.meant, row.like);
    if (meansLike(part, indexed, at)) return row.like;
    return row[levelAround(part, indexed, at, leans())];
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
