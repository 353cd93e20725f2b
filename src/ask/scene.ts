import { type Graph, graphOf } from '../evidence/compare/graph.ts';
import { type Referents, referentsIn } from '../evidence/compare/refer.ts';
import { regionOf } from '../evidence/compare/support.ts';
import type { Article, Evidence } from '../model.ts';
import { readSentence } from '../reading/read.ts';
import { timesIn } from '../reading/times.ts';
import { before } from './before.ts';
import type { Indexed } from './index-of.ts';

/** A sentence of an article as a graph. */
export type Scene = {
  readonly graph: Graph;
  /** What its words mean by the sentences around it, which are read when that is asked. */
  readonly around: () => Around;
};

export type Around = {
  /** The place of the sentence among the graphs that its words are understood by. */
  readonly at: number;
  readonly graphs: readonly Graph[];
  readonly referents: Referents;
};

/** By the sentences that they are of, where those have the same figures. */
const read = new WeakMap<
  Indexed<Article>['sentences'],
  { readonly figures: string; readonly graphs: Map<number, Graph> }
>();

function graphsOf({ sentences }: Indexed<Article>, evidence: Evidence | undefined): Map<number, Graph> {
  const figures = (evidence?.figures ?? []).map(({ start, end }) => `${start} ${end}`).join();
  const known = read.get(sentences);
  if (known?.figures === figures) return known.graphs;
  const graphs = new Map<number, Graph>();
  read.set(sentences, { figures, graphs });
  return graphs;
}

function graphAt(indexed: Indexed<Article>, at: number, evidence: Evidence | undefined): Graph | null {
  const known = graphsOf(indexed, evidence);
  const made = known.get(at);
  const sentence = indexed.sentences[at];
  if (made !== undefined || sentence === undefined) return made ?? null;
  const { start, end, text } = sentence;
  const figures = (evidence?.figures ?? []).filter((figure) => figure.start >= start && figure.end <= end);
  const times = timesIn(text, indexed.article.published)
    .filter(({ kind }) => kind === 'calendar')
    .map((time) => ({ ...time, start: time.start + start, end: time.end + start }));
  const graph = graphOf(readSentence(text, start), figures, times);
  known.set(at, graph);
  return graph;
}

/** Reads a sentence; null where there is none. */
export function sceneOf(indexed: Indexed<Article>, at: number, evidence: Evidence | undefined): Scene | null {
  const graph = graphAt(indexed, at, evidence);
  if (graph === null) return null;
  let around: Around | null = null;
  return {
    graph,
    around() {
      around ??= aroundOf(indexed, at, evidence);
      return around;
    },
  };
}

function aroundOf(indexed: Indexed<Article>, at: number, evidence: Evidence | undefined): Around {
  const places = [...before(indexed, at), at];
  const graphs = places.flatMap((place) => graphAt(indexed, place, evidence) ?? []);
  const follows = (n: number): boolean => (places[n] ?? 0) - (places[n - 1] ?? -2) === 1;
  return { at: graphs.length - 1, graphs, referents: referentsIn(graphs, follows, () => indexed.article.text) };
}

/**
 * Nodes of the clauses that a node stands in, without itself: its own, and those that are told of it ("Whitlock, who voted against the
 * cap, said"): the predicates and what is said there of whom. All where there is none.
 */
export function clausesAround(graph: Graph, node: number): readonly number[] {
  const all = [...graph.nodes.keys()].filter((n) => n !== node);
  const own = graph.nodeOf[regionOf(graph, graph.nodes[node]?.head ?? -1)] ?? -1;
  const told = graph.arcs.flatMap(({ from, role, to }) =>
    to === node && /^[SO]$/.test(role) && graph.clauseOf.has(from) ? [from] : [],
  );
  const predicates = new Set([own, ...told].filter((at) => at >= 0));
  if (predicates.size === 0) return all;
  const said = new Set(
    graph.arcs.flatMap(({ from, to }) => (predicates.has(from) && !graph.clauseOf.has(to) ? [to] : [])),
  );
  return all.filter(
    (n) =>
      predicates.has(n) ||
      said.has(n) ||
      predicates.has(graph.nodeOf[regionOf(graph, graph.nodes[n]?.head ?? -1)] ?? -1),
  );
}
