import type { Reason } from '../../model.ts';
import { isCondition } from '../../reading/clauses/mood.ts';
import { phraseOf, type Tree, textOf } from '../../reading/tree.ts';
import type { Alignment } from './align.ts';

const phrase = (tree: Tree, n: number): string => textOf(tree, phraseOf(tree, n));

/** What stood above a predicate that an edit kept, and is gone: who doubts, asks or expects it, and on what condition. */
export function faultsOf({ claim, bases, options, chosen }: Alignment): Reason[] {
  const kept = (base: number, word: number): boolean =>
    options.some((found) => found.some((one) => one.base === base && one.word === word));
  return claim.clauses.flatMap((clause): Reason[] => {
    const at = chosen[clause.predicate];
    const base = at && bases[at.base];
    const source = base?.read.clauses.find(({ predicate }) => predicate === at?.word);
    if (!at || !base || source === undefined) return [];
    const given = phrase(claim.tree, clause.predicate);
    const { tree } = base.read;
    const frames = source.frames.filter(
      ({ stance, verb }) =>
        stance !== 'says' &&
        !kept(at.base, verb) &&
        !clause.frames.some((frame) => frame.stance === stance) &&
        // A plan told as a plan, a forecast as a forecast.
        (clause.mood === 'fact' || !/^(?:expects|hopes|asks|fears)$/.test(stance)),
    );
    const conditions = (tree.children[at.word] ?? []).filter(
      (n) => tree.words[n]?.relation.startsWith('advcl') === true && isCondition(tree, n),
    );
    const lost = conditions.filter((n) => !kept(at.base, n) && !claim.clauses.some(({ mood }) => mood === 'condition'));
    const freed = source.mood === 'condition' && !claim.clauses.some(({ mood }) => mood === 'condition');
    return [
      ...frames.map(({ verb }): Reason => ({ kind: 'statement', given, found: phrase(tree, verb) })),
      ...lost.map((n): Reason => ({ kind: 'statement', given, found: phrase(tree, n) })),
      ...(freed ? [{ kind: 'statement' as const, given, found: tree.text }] : []),
    ];
  });
}
