import type { Standing } from '../../../model.ts';
import type { Clause } from '../../../reading/clauses.ts';
import { dependents } from '../../../reading/tree.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { nameOf, withEach } from '../../choice/hashed.ts';
import { roleOf } from '../../choice/path.ts';
import { beside, kindOf, lemmaAt, type Seen } from './seen.ts';

const STANDINGS: readonly Standing[] = ['stated', 'forecast', 'plan', 'conditional', 'denied', 'withdrawn', 'question'];
export const isStanding = (value: string | null): value is Standing => STANDINGS.some((one) => one === value);

/** So many clauses tell how a figure is told: its own and those above. */
const CLAUSES = 4;

/** How a figure may be told, by its clauses, those who frame them, and the words around it. */
export function standingsFor(seen: Seen): Candidate[] {
  const { place, quote, future } = seen;
  const { tree, clauses } = seen.sentence;
  const above: Clause[] = [];
  for (let at = place.clause; at !== null && above.length < CLAUSES; at = clauses[at.above ?? -1] ?? null)
    above.push(at);
  const { before, behind } = beside(seen);
  const lemmas = (words: readonly number[]): string => words.map((n) => lemmaAt(tree, n)).join(' ');
  const context = [
    ...above.flatMap(({ mood, link, predicate, negated, passive, verbs, frames }, n) => [
      `mood ${n} ${mood}`,
      `verb ${n} ${lemmaAt(tree, predicate)}`,
      `tags ${n} ${verbs.map((v) => tree.words[v]?.tag).join(' ')}`,
      `aux ${n} ${lemmas(dependents(tree, predicate, 'aux'))}`,
      `link ${n} ${link}`,
      `negated ${n} ${negated}`,
      `passive ${n} ${passive} ${mood}`,
      ...frames.flatMap(({ stance, verb }) => [`stance ${n} ${stance}`, `frame ${lemmaAt(tree, verb)}`]),
      ...dependents(tree, predicate, 'mark').map((m) => `mark ${n} ${lemmaAt(tree, m)}`),
      ...dependents(tree, predicate, 'advmod').map((m) => `adverb ${n} ${lemmaAt(tree, m)}`),
    ]),
    `verbs ${lemmas(above.slice(0, 2).map(({ predicate }) => predicate))}`,
    `moods ${above.map(({ mood }) => mood).join(' ')}`,
    `role ${roleOf(tree, place.head)}`,
    `on ${lemmaAt(tree, tree.words[place.head]?.head)}`,
    ...before.slice(-4).map((word) => `near ${word}`),
    `last ${before.slice(-2).join(' ')}`,
    ...before.slice(-14).map((word) => `before ${word}`),
    ...behind.slice(0, 8).map((word) => `behind ${word}`),
    `kind ${kindOf(seen)}`,
    quote === undefined ? 'told' : 'quoted',
    future ? 'to come' : 'not to come',
    `${future ? 'to come' : 'not to come'} ${above[0]?.mood ?? 'none'}`,
  ].map(nameOf);
  return STANDINGS.map((value) => ({ value, names: withEach(nameOf(value), context) }));
}
