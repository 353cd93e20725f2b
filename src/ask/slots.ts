import type { Graph } from '../evidence/compare/graph.ts';
import { isRoleNoun } from '../language/roles.ts';
import type { Figure } from '../model.ts';
import { termsOfNode } from './alike.ts';
import type { Asked } from './asked.ts';
import type { Question } from './question.ts';

/** The nodes of a sentence that could be what is asked for; none where the whole sentence answers. */
export function slotsOf(
  { wants }: Question,
  { asksDoer }: Asked,
  graph: Graph,
  figure: Figure | null,
  given: ReadonlySet<string>,
): number[] {
  const found = (fits: (node: Graph['nodes'][number], at: number) => boolean): number[] =>
    graph.nodes.flatMap((node, at) => (fits(node, at) ? [at] : []));
  switch (wants) {
    case 'number':
      return figure === null ? [] : found((node) => node.figure?.start === figure.start);
    case 'time':
      return found(({ kind }) => kind === 'time');
    case 'name':
    case 'person':
    case 'place': {
      const names = found((node) => node.kind === 'name' && ![...termsOfNode(node)].some((term) => given.has(term)));
      const does = (at: number): boolean => graph.arcs.some(({ role, to }) => to === at && role === 'S');
      return asksDoer && wants === 'name'
        ? [...names, ...found(({ kind, lemma }, at) => kind === 'word' && does(at) && isRoleNoun(lemma))]
        : names;
    }
    default:
      return [];
  }
}
