import type { Reason } from '../../model.ts';
import { ReadSentence } from '../../reading/read.ts';
import { timesIn } from '../../reading/times.ts';
import { phraseOf, type Tree, textOf } from '../../reading/tree.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Prepared } from '../verify/prepare.ts';
import { choose, type Option, optionsOf, type Support } from './align.ts';
import { type Base, basesOf, graphAt, openingOf } from './bases.ts';
import { type Graph, graphOf, type Node } from './graph.ts';
import { type Place, referentsIn } from './refer.ts';
import { Ties } from './support.ts';

/** A sentence of a claim beside sentences of its sources: what each of its nodes stands for there. */
export type Pairing = {
  readonly claim: Graph;
  readonly graphs: readonly Graph[];
  /** Where each of the graphs stands. */
  readonly bases: readonly Base[];
  readonly options: readonly (readonly Option[])[];
  /** One of the options of each node; null where there is none. */
  readonly chosen: readonly (Option | null)[];
  readonly ties: Ties;
  /** What it quotes, word for word. */
  readonly quotes: readonly string[];
  /** How far the sources tie two places as the claim ties the nodes of an arc, 0 to 1. */
  readonly support: Support;
};

export type Counterpart = { readonly graph: Graph; readonly node: Node; readonly option: Option };

/** What a node of the claim stands for. */
export function counterpartOf({ graphs, chosen }: Pairing, n: number): Counterpart | null {
  const option = chosen[n] ?? null;
  const graph = graphs[option?.graph ?? -1];
  const node = graph?.nodes[option?.node ?? -1];
  return option === null || graph === undefined || node === undefined ? null : { graph, node, option };
}

/** Does a word of a source's sentence stand for anything in the claim? */
export function isKept({ chosen }: Pairing, { graph, option }: Counterpart, word: number): boolean {
  const node = graph.nodeOf[word] ?? -1;
  return node >= 0 && chosen.some((one) => one !== null && one.graph === option.graph && one.node === node);
}

/** The phrase about a word, as it stands. */
export const phrase = (tree: Tree, n: number): string => textOf(tree, phraseOf(tree, n));

export const statement = (given: string, found: string | null): Reason => ({ kind: 'statement', given, found });

/** Words that say little by themselves. */
export const LIGHT =
  /^(?:be|have|do|also|too|meanwhile|however|separately|there|then|so|thus|now|still|already|well|even|as|when|where|together|respectively|that|this|these|those|what|how|why|instead|more|another|other|own|such|same|percent|%)$/;
const REPORTS =
  /^(?:say|tell|accord|report|note|add|announce|state|disclose|comment|write|explain|remark|declare|according|mention|argue|warn|claim|insist|estimate|put|call|describe|reveal|confirm|acknowledge|show)$/;

/** Is the node a verb of saying that tells who says the rest? */
export function isReporting({ claim }: Pairing, n: number): boolean {
  const node = claim.nodes[n];
  return (
    node !== undefined &&
    REPORTS.test(node.lemma) &&
    claim.read.clauses.some(({ frames }) => frames.some(({ verb, stance }) => verb === node.head && stance === 'says'))
  );
}

/** How sure it is that a pronoun means the same as the like one of a source. */
const TAKEN_OVER = 0.5;
const PLAIN = { intransitive: true, lets: false };
const NOTHING: Node = {
  kind: 'word',
  head: -1,
  words: [],
  text: '',
  lemma: '',
  keys: new Set(),
  ending: 'none',
  figure: null,
  time: null,
};

/** Pairs a sentence of a claim, which begins there at `start`, with the sentences of the sources that it may be made from; null for none. */
export function pair(
  { text, start }: { readonly text: string; readonly start: number },
  sources: readonly Prepared[],
  matches: readonly FigureMatch[],
  quoted: readonly { readonly start: number; readonly end: number }[],
  within: (base: Base) => boolean,
): Pairing | null {
  const times = timesIn(text, sources[0]?.source.published ?? null)
    .filter(({ kind }) => kind === 'calendar')
    .map((time) => ({ ...time, start: time.start + start, end: time.end + start }));
  // The sentences themselves, those right before them, which tell what their pronouns mean, and what each text begins with.
  const wanted = new Map<Prepared, Set<number>>();
  for (const { prepared, index } of basesOf(text, sources, matches, within)) {
    const indices = wanted.get(prepared) ?? new Set([openingOf(prepared)]);
    wanted.set(prepared, indices);
    for (const n of [index, index - 1, index - 2]) if (n >= 0) indices.add(n);
  }
  const at = [...wanted].flatMap(([prepared, indices]) =>
    [...indices]
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const graph = graphAt(prepared, index);
        return graph === null ? [] : [{ prepared, index, graph }];
      }),
  );
  const claim = graphOf(
    new ReadSentence(
      text,
      start,
      at.map(({ graph }) => graph.read.tree),
    ),
    matches.map(({ given }) => given),
    times,
    quoted,
  );
  if (claim.nodes.length === 0 || at.length === 0) return null;
  const graphs = at.map(({ graph }) => graph);
  const follows = (g: number): boolean =>
    at[g - 1]?.prepared === at[g]?.prepared && (at[g]?.index ?? 0) - (at[g - 1]?.index ?? 0) === 1;
  const referents = referentsIn(graphs, follows, (g) => at[g]?.prepared.source.text ?? '');
  const ties = new Ties(graphs, referents);
  const own = referentsIn([claim], () => false);
  // What stands around the sentences that it may rest on tells whom words mean, and nothing more.
  const rests = at.map(within);
  const options = optionsOf(claim, graphs, matches, referents).map((found, n) =>
    claim.nodes[n]?.kind === 'name' ? found : found.filter(({ graph }) => rests[graph]),
  );
  // What a pronoun of the claim stands for, is what its name stands for.
  claim.nodes.forEach((node, n) => {
    if (node.kind !== 'pronoun') return;
    const meant = claim.nodes.flatMap((other, k) =>
      other.kind !== 'pronoun' && own.same({ graph: 0, node: k }, { graph: 0, node: n })
        ? (options[k] ?? []).slice(0, 4)
        : [],
    );
    // Or it was taken over as it stands, which is sure where it means nobody else here.
    const ids = new Set(meant.map(referents.of));
    const agrees = (place: Place): boolean =>
      ids.size === 0 || [...referents.meaningOf(place)].some((id) => ids.has(id));
    const same = graphs.flatMap(({ nodes }, graph) =>
      nodes.flatMap((other, k): Option[] =>
        other.kind === 'pronoun' && other.lemma === node.lemma
          ? [{ graph, node: k, likeness: agrees({ graph, node: k }) ? 1 : TAKEN_OVER }]
          : [],
      ),
    );
    options[n] = [
      ...same.filter(({ likeness }) => likeness === 1),
      ...meant,
      ...same.filter(({ likeness }) => likeness < 1),
    ].slice(0, 10);
  });
  const voices = claim.nodes.map((_, n) => {
    const arcs = claim.arcs.filter(({ from }) => from === n);
    const somebody = (to: number): boolean => /^(?:name|word|pronoun)$/.test(claim.nodes[to]?.kind ?? '');
    return {
      intransitive: !arcs.some(({ role }) => role === 'O'),
      lets: arcs.some(({ role, to }) => role === 'at:to' && somebody(to)),
    };
  });
  const support: Support = (arc, from, to) =>
    ties.of(arc.role, claim.nodes[arc.from] ?? NOTHING, voices[arc.from] ?? PLAIN, from, to);
  const quotes = quoted
    .filter((mark) => mark.start >= start && mark.end <= start + text.length)
    .map((mark) => text.slice(mark.start - start, mark.end - start));
  return { claim, graphs, bases: at, quotes, options, chosen: choose(claim, graphs, options, support), ties, support };
}
