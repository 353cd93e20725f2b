import type { Graph } from './graph.ts';
import { isReporting, LIGHT, type Pairing } from './pairing.ts';
import { runsOf } from './runs.ts';
import { isToldBy, untiedIn } from './untied.ts';

/** From here on a word of the claim is the source's own, whatever its form; a name, also by a pronoun. */
const OWN = { word: 0.8, name: 0.6 };
/** From here on two words are tied in the source; who does it, and what it is done to, are told there and not only understood. */
const TIED = { loosely: 0.5, told: 0.6 };
/** How one clause is set beside another: both are said. */
const JOINS = /^(?:and|beside|when:(?:while|whereas|though|although|but))$/;

/** Is each of the claim's words a word of the sources? Of saying, any may be. */
function isAllTheirs(pairing: Pairing): boolean {
  const { claim, chosen } = pairing;
  return claim.nodes.every(({ kind, lemma, head }, n) => {
    const likeness = chosen[n]?.likeness ?? 0;
    if (kind === 'pronoun') return likeness > 0;
    const verb = claim.read.tree.words[head]?.class === 'VERB' && !/^(?:be|have|do)$/.test(lemma);
    if ((LIGHT.test(lemma) && !verb) || isReporting(pairing, n)) return true;
    return likeness >= (kind === 'word' ? OWN.word : OWN.name);
  });
}

/** "Rivals led by Arn, control it" is not "Arn controls it". */
function commasBetween(graph: Graph | undefined, one: number, two: number): number {
  const [a = 0, b = 0] = [graph?.nodes[one]?.head, graph?.nodes[two]?.head];
  return graph?.read.tree.words.slice(Math.min(a, b), Math.max(a, b)).filter(({ text }) => text === ',').length ?? 0;
}

/** Do all words of the claim stand in the sources, and hang together there as they do here: is it made by leaving out, joining and turning? */
export function isCarried(pairing: Pairing): boolean {
  const { claim, graphs, chosen, support } = pairing;
  if (!isAllTheirs(pairing) || untiedIn(pairing).some(({ arc }) => !JOINS.test(arc.role))) return false;
  const runs = runsOf(pairing);
  return claim.arcs.every((arc) => {
    const [a, b] = [chosen[arc.from] ?? null, chosen[arc.to] ?? null];
    if (a === null || b === null || arc.implied === true || JOINS.test(arc.role)) return true;
    // Whoever is said to say it says it there.
    if (isReporting(pairing, arc.from)) return arc.role !== 'X' || isToldBy(pairing, arc, b);
    const own = support(arc, a, b);
    const run = runs[arc.from] !== undefined && runs[arc.from] === runs[arc.to];
    if (run && commasBetween(claim, arc.from, arc.to) === commasBetween(graphs[a.graph], a.node, b.node)) return true;
    if (/^[SO]$/.test(arc.role)) return own >= TIED.told;
    return own >= TIED.loosely || claim.nodes[arc.to]?.kind === 'word';
  });
}
