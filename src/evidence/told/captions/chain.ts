import type { Clause } from '../../../reading/clauses.ts';
import { dependent, dependents, type Tree } from '../../../reading/tree.ts';
import { written } from '../place.ts';

/** "took down" */
export function particleOf(tree: Tree, predicate: number): number | null {
  const own = dependents(tree, predicate, 'compound:prt').find((n) => n > predicate);
  const next = tree.words[predicate + 1];
  return (
    own ??
    // "brought in 14% of sales"
    (/^(?:bring|take)$/.test(tree.words[predicate]?.lemma ?? '') && next?.text === 'in' ? predicate + 1 : null) ??
    ((next?.head === predicate || next?.tag === 'RP') && /^(?:up|down|out|off|away|back|aside)$/.test(next?.text ?? '')
      ? predicate + 1
      : null)
  );
}

/** The word that an infinitive hangs on and that has a subject: "is in talks to raise". */
function finiteAbove(tree: Tree, predicate: number): number {
  let top = predicate;
  for (let steps = 0; top >= 0 && steps < 6 && dependent(tree, top, 'nsubj') === null; steps++)
    top = tree.words[top]?.head ?? -1;
  return dependent(tree, top, 'nsubj') === null ? -1 : top;
}

export const isBare = (tree: Tree, predicate: number): boolean =>
  dependents(tree, predicate, 'mark').some((n) => tree.words[n]?.tag === 'TO');

/** "would need a licence to ship": what somebody has or needs in order to do it does nothing itself. */
function isEnabled(tree: Tree, predicate: number): boolean {
  const { relation = '', head = -1 } = tree.words[predicate] ?? {};
  return (
    relation === 'xcomp' &&
    isBare(tree, predicate) &&
    /^(?:need|require|have|get|hold|seek|obtain|receive)$/.test(tree.words[head]?.lemma ?? '') &&
    dependents(tree, head, 'obj').some((n) => n > head && n < predicate)
  );
}

/** Who does what a clause tells, behind an infinitive on a noun too. */
export function doerOf(tree: Tree, { doer, predicate }: Clause): number | null {
  const own = tree.words[predicate];
  const isOn = isBare(tree, predicate) && own?.relation === 'acl' && own.head === doer;
  if (!isOn && !isEnabled(tree, predicate)) return doer;
  return dependent(tree, finiteAbove(tree, predicate), 'nsubj');
}

/** The verbs of what is not yet done, with those that it hangs on: "plans to build"; null where other words stand between. */
export function chainOf(tree: Tree, { predicate, verbs }: Clause): string | null {
  const above: number[] = [];
  for (let at = predicate; tree.words[at]?.relation === 'xcomp' && above.length < 6; ) {
    at = tree.words[at]?.head ?? -1;
    above.push(at, ...dependents(tree, at, 'aux', 'cop'));
  }
  const top =
    isEnabled(tree, predicate) || (isBare(tree, predicate) && above.length === 0)
      ? finiteAbove(tree, predicate)
      : predicate;
  if (top < 0) return null;
  const tops = top === predicate ? [] : [top, ...dependents(tree, top, 'aux', 'cop')];
  const from = Math.min(...verbs, ...above, ...tops);
  if (
    tops.length > 0 &&
    predicate - from < 7 &&
    !tree.words.slice(from, predicate).some(({ class: kind }) => /^(?:PUNCT|NUM)$/.test(kind))
  )
    return written(tree, { from, to: predicate + 1 });
  const particle = particleOf(tree, predicate);
  const isHedge = tree.words[predicate + 2]?.text === 'to';
  const to = (particle === predicate + 1 && !isHedge ? particle : predicate) + 1;
  const isPlain = tree.words.slice(from, to).every(({ class: kind }) => /^(?:VERB|AUX|PART|ADV|ADJ|ADP)$/.test(kind));
  return isPlain ? written(tree, { from, to }) : null;
}
