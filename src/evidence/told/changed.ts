import { dependents, type Tree } from '../../reading/tree.ts';
import type { Found } from './beside.ts';
import { type Figures, figureOf, usable } from './measurable.ts';
import { caseOf } from './place.ts';

/** "an increase of 4% in spending", "a price cut of 10%": what a noun of change is the change of. */
export function changedBy(tree: Tree, figures: Figures, change: number): Found {
  const free = (n: number): boolean => figureOf(figures, n, -1) < 0 && usable(tree, n) !== null;
  const changed = dependents(tree, change, 'nmod').find((n) => /^(?:in|of|to|for)$/.test(caseOf(tree, n)) && free(n));
  if (changed !== undefined) return changed;
  const kind = dependents(tree, change, 'compound').find(
    (n) => free(n) && !/^(?:net|gross)$/.test(tree.words[n]?.lemma ?? ''),
  );
  return kind === undefined ? null : { from: kind, to: kind + 1 };
}

/** "its forecast of net sales", "its capital expenditure projection": what a forecast is of. */
export function outlookOn(tree: Tree, figures: Figures, outlook: number): number | null {
  const of = dependents(tree, outlook, 'nmod').find(
    (n) => /^(?:of|for|on)$/.test(caseOf(tree, n)) && figureOf(figures, n, -1) < 0 && usable(tree, n) !== null,
  );
  return of ?? null;
}
