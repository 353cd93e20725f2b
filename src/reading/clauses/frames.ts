import { branch, dependent, dependents, type Tree } from '../tree.ts';
import type { Frame, Stance } from './clause.ts';
import { STANCE_OF_NOUN, STANCE_OF_VERB } from './stance.ts';

/** Relations by which what is said hangs on who says it. */
const SAID = /^(?:ccomp|xcomp|csubj)/;

/** Whoever a governing predicate is said of. */
export type SubjectOf = (predicate: number) => number | null;

const DENYING: ReadonlySet<string> = new Set(['not', 'never', 'no', "n't", 'little', 'neither', 'nor']);
const denied = (tree: Tree, n: number): boolean =>
  dependents(tree, n, 'advmod', 'det').some((k) => DENYING.has(tree.words[k]?.lemma ?? ''));

/** "did not say that" leaves it open; "does not expect to" expects that it will not. */
const DENIED: Readonly<Partial<Record<Stance, Stance>>> = { says: 'denies', expects: 'rejects', hopes: 'rejects' };

function framed(tree: Tree, verb: number, stance: Stance, by: number | null): Frame {
  const noun = tree.words[verb]?.class === 'NOUN';
  return { by, verb, stance: denied(tree, verb) ? (noun ? 'lacks' : (DENIED[stance] ?? stance)) : stance };
}

/** Whoever is named behind "according to", and the like. */
function sourceOf(tree: Tree, predicate: number): Frame[] {
  return dependents(tree, predicate, 'obl', 'advcl', 'nmod').flatMap((n) => {
    const according = dependents(tree, n, 'case', 'mark', 'fixed').find(
      (k) => tree.words[k]?.text.toLowerCase() === 'according',
    );
    if (according !== undefined) return [{ by: n, verb: according, stance: 'says' as const }];
    if (tree.words[n]?.lemma !== 'accord') return [];
    return [{ by: dependent(tree, n, 'obl', 'nmod'), verb: n, stance: 'says' as const }];
  });
}

/** Whose claim or fear a noun tells: "a blog's claim", "a claim by opponents". */
const ownerOf = (tree: Tree, noun: number): number | null =>
  dependent(tree, noun, 'nmod:poss') ??
  dependents(tree, noun, 'nmod').find((n) => dependents(tree, n, 'case').some((k) => tree.words[k]?.lemma === 'by')) ??
  null;

/** Every stance that somebody takes to the clause of this predicate, outermost first. */
export function framesOf(tree: Tree, predicate: number, subjectOf: SubjectOf): Frame[] {
  const frames: Frame[] = [];
  const seen = new Set<number>();
  // What a relative clause tells is said with the rest, but neither asked, expected nor doubted.
  let told = false;
  let at = predicate;
  while (at >= 0 && !seen.has(at)) {
    seen.add(at);
    const word = tree.words[at];
    if (word === undefined) break;
    frames.unshift(...sourceOf(tree, at));
    // "…, the firm said": who says it is an aside of what is said.
    for (const aside of dependents(tree, at, 'parataxis')) {
      // "its seventh monthly decline" refuses nothing.
      const stance =
        tree.words[aside]?.class === 'NOUN' ? undefined : STANCE_OF_VERB.get(tree.words[aside]?.lemma ?? '');
      const first = branch(tree, aside).find((n) => tree.words[n]?.class !== 'PUNCT') ?? aside;
      const apart = tree.words[first - 1]?.text === ';';
      if (stance === undefined || apart || dependent(tree, aside, 'ccomp', 'obj') !== null) continue;
      frames.unshift(framed(tree, aside, stance, subjectOf(aside)));
    }
    const governor = tree.words[word.head];
    if (governor !== undefined && SAID.test(word.relation)) {
      const stance =
        STANCE_OF_VERB.get(governor.lemma) ??
        (governor.class === 'NOUN' || governor.class === 'ADJ' ? STANCE_OF_NOUN.get(governor.lemma) : undefined);
      if (stance !== undefined) {
        // "power now expected to exceed 850 MW": whoever expects it is not named.
        const named = dependents(tree, word.head, 'aux', 'nsubj').some((n) => tree.words[n]?.relation !== 'nsubj:pass');
        const bare = governor.tag === 'VBN' && !named;
        const passive = bare || dependent(tree, word.head, 'aux:pass') !== null;
        const by = passive ? dependent(tree, word.head, 'obl:agent') : subjectOf(word.head);
        const frame = framed(tree, word.head, stance, by);
        if (!told || frame.stance === 'says') frames.unshift(frame);
      }
    }
    if (governor !== undefined && /^(?:acl|advcl|nmod|obj|nsubj)/.test(word.relation) && governor.class !== 'PROPN') {
      // "no evidence that", "plans to", and a stance towards such a noun: "denied reports that".
      const noun =
        word.relation.startsWith('acl') && !word.relation.includes('relcl')
          ? STANCE_OF_NOUN.get(governor.lemma)
          : undefined;
      if (noun !== undefined) frames.unshift(framed(tree, word.head, noun, ownerOf(tree, word.head)));
      const outer = frames.length > 0 && word.relation === 'obj' ? STANCE_OF_VERB.get(governor.lemma) : undefined;
      if (outer !== undefined && STANCE_OF_NOUN.has(word.lemma))
        frames.unshift(framed(tree, word.head, outer, subjectOf(word.head)));
    }
    told ||= word.relation.includes('relcl');
    at = word.head;
  }
  return frames;
}
