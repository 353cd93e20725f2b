import { dependents } from '../../reading/tree.ts';
import { DOUBTFUL } from '../compare/compare.ts';
import { certainty, denials, denying, NARROWS, quantitiesOf, WEAKENS } from '../compare/fields.ts';
import type { Graph } from '../compare/graph.ts';
import { untiedIn } from '../compare/untied.ts';
import type { Sight } from './sight.ts';
import { most, type Trait } from './trait.ts';

const OPENS =
  /^(?:plan|propose|intend|aim|seek|expect|hope|want|consider|negotiate|talk|discuss|target|could|may|might|would|will|should|can|if|unless|subject|pending|provided|whether|agree|forecast|estimate|project|option|tentative|preliminary|letter|proposal|bid|offer|try|ask|request|until|before|after|not|no|never|deny|dispute|reject|doubt|decline)$/;
const CAUSES =
  /^(?:because|due|after|owing|thanks|cause|lead|result|prompt|drive|blame|since|as|so|spur|force|trigger)$/;
const DEGREES = /^(?:JJS|RBS)$/;
const SCOPES = /^(?:all|every|each|both|any|only|first|sole|entire|whole|always|never|none|most|already|now|alone)$/;
const BOUNDS =
  /^(?:up|least|most|about|roughly|around|nearly|almost|over|under|more|less|than|approximately|some|fewer|above|below|minimum|maximum)$/;

const lemmasIn = ({ read: { tree } }: Graph, is: (lemma: string, tag: string) => boolean): Set<string> =>
  new Set(tree.words.flatMap(({ lemma, text, tag }) => (is(lemma, tag) || is(text.toLowerCase(), tag) ? [lemma] : [])));

/** Words of a kind in the claim that none of its sentences has, and the other way round; a common one of the kind is enough for the second. */
function exchangedWords(name: string, is: (lemma: string, tag: string) => boolean): Trait[] {
  return [
    {
      name: `${name}: added`,
      of: (s) => {
        const theirs = new Set(s.homes.flatMap((graph) => [...lemmasIn(graph, is)]));
        return [...lemmasIn(s.pairing.claim, is)].filter((lemma) => !theirs.has(lemma)).length;
      },
    },
    {
      name: `${name}: left out`,
      of: (s) => {
        const own = lemmasIn(s.pairing.claim, is);
        return most(
          s.homes.map((graph) => [...lemmasIn(graph, is)].filter((lemma) => !own.has(lemma)).length),
          0,
        );
      },
    },
    { name: `${name}: told`, of: (s) => lemmasIn(s.pairing.claim, is).size },
  ];
}

/** How much surer the claim's clauses are than those that they stand for, 3 at most. */
function surer({ pairing: { claim, graphs, chosen } }: Sight): number[] {
  return [...claim.clauseOf].flatMap(([n, clause]) => {
    const one = chosen[n] ?? null;
    const source = graphs[one?.graph ?? -1]?.clauseOf.get(one?.node ?? -1);
    return source === undefined ? [] : [certainty(clause) - certainty(source)];
  });
}

function denied({ pairing: { claim, graphs, chosen } }: Sight): number[] {
  return [...claim.clauseOf].flatMap(([n, clause]) => {
    const one = chosen[n] ?? null;
    const graph = graphs[one?.graph ?? -1];
    const source = graph?.clauseOf.get(one?.node ?? -1);
    if (graph === undefined || source === undefined) return [];
    return [Math.abs(denials(claim, clause).length - denials(graph, source).length)];
  });
}

const JOINS =
  /^(?:but|while|although|though|whereas|instead|rather|despite|except|without|against|than|if|unless|when|until|before|after)$/;

/** Of each word taken over, whether something about it is as it was. */
function taken(
  { pairing: { claim, graphs, chosen } }: Sight,
  about: (graph: Graph, head: number) => string | null,
): boolean[] {
  return claim.nodes.flatMap((node, n) => {
    const one = chosen[n] ?? null;
    const graph = graphs[one?.graph ?? -1];
    const there = graph?.nodes[one?.node ?? -1];
    if (one === null || graph === undefined || there === undefined || one.likeness < 0.8) return [];
    const [own, theirs] = [about(claim, node.head), about(graph, there.head)];
    return own === null || theirs === null ? [] : [own === theirs];
  });
}

const under = ({ read: { tree } }: Graph, head: number, relation: string): string =>
  dependents(tree, head, relation)
    .map((n) => tree.words[n]?.lemma ?? '')
    .join(' ');

const cases = (s: Sight): boolean[] => taken(s, (graph, head) => under(graph, head, 'case') || null);
const forms = (s: Sight): boolean[] =>
  taken(s, (graph, head) =>
    graph.read.tree.words[head]?.class === 'VERB' ? (graph.read.tree.words[head]?.tag ?? '') : null,
  );
const determiners = (s: Sight): boolean[] =>
  taken(s, (graph, head) => under(graph, head, 'det').replace(/^(?:the|an?)$/, '') || null);

/** Is the claim's main word that of a sentence it is made of? */
const roots = ({ homes, pairing: { claim } }: Sight): number => {
  const rootOf = ({ read: { tree } }: Graph): string =>
    tree.words.find(({ relation }) => relation === 'root')?.lemma ?? '';
  return homes.some((graph) => rootOf(graph) === rootOf(claim)) ? 1 : 0;
};

const NONE = -4;

/** What was turned: mood, denial, hedge, bound, quantity, order. */
export const TURNS: readonly Trait[] = [
  ...DOUBTFUL.map(
    (name): Trait => ({ name: `changed: ${name}`, of: ({ change }) => change.doubtful.get(name)?.length ?? 0 }),
  ),
  { name: 'untied', of: ({ pairing }) => untiedIn(pairing).length },
  { name: 'surer', of: (s) => most(surer(s), NONE) },
  {
    name: 'less sure',
    of: (s) =>
      most(
        surer(s).map((one) => -one),
        NONE,
      ),
  },
  { name: 'denied', of: (s) => most(denied(s), 0) },
  ...exchangedWords('open', (lemma) => OPENS.test(lemma)),
  ...exchangedWords('cause', (lemma) => CAUSES.test(lemma)),
  ...exchangedWords('degree', (_, tag) => DEGREES.test(tag)),
  ...exchangedWords('comparison', (_, tag) => /^(?:JJR|RBR)$/.test(tag)),
  ...exchangedWords('scope', (lemma) => SCOPES.test(lemma)),
  ...exchangedWords('bound', (lemma) => BOUNDS.test(lemma)),
  ...exchangedWords('denial', (lemma) => denying(lemma)),
  ...exchangedWords('conjunction', (lemma) => JOINS.test(lemma)),
  { name: 'case: another', of: (s) => cases(s).filter((same) => !same).length },
  { name: 'case: the same', of: (s) => cases(s).filter((same) => same).length },
  { name: 'form: another', of: (s) => forms(s).filter((same) => !same).length },
  { name: 'determiner: another', of: (s) => determiners(s).filter((same) => !same).length },
  { name: 'root: the same word', of: (s) => roots(s) },
  ...exchangedWords('narrowing', (lemma) => NARROWS.test(lemma) || WEAKENS.test(lemma)),
  {
    name: 'quantity: told',
    of: ({ pairing: { claim } }) =>
      claim.nodes.filter(({ head }) => quantitiesOf(claim.read.tree, head).length > 0).length,
  },
  {
    name: 'order: share turned',
    of: ({ told }) => {
      let [turned, all] = [0, 0];
      told.forEach(({ at: a }, k) => {
        for (const { at: b } of told.slice(k + 1)) {
          if (a === null || b === null || a.graph !== b.graph || a.node === b.node) continue;
          all++;
          if (a.node > b.node) turned++;
        }
      });
      return all === 0 ? 0 : turned / all;
    },
  },
];
