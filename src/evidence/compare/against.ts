import type { Reason } from '../../model.ts';
import type { Graph, Node } from './graph.ts';
import { counterpartOf, type Pairing } from './pairing.ts';

const SPAN = '(year|half|quarter|month|week|day)';
const EARLIER = '(?:earlier|ago|before|prior|previously)';
/** What a change may be measured against, with the span that lies between: "a year earlier", "on the previous quarter", "month on month". */
const BASE = new RegExp(
  [
    `\\b(?:an?|one|the) ${SPAN}[- ]${EARLIER}`,
    `\\b((?:two|three|four|five|six|nine|ten|twelve|\\d+) (?:year|quarter|month|week|day)s) ${EARLIER}`,
    `\\b${SPAN}[- ](?:on|over)[- ](?:year|half|quarter|month|week|day)`,
    `\\b(?:previous|prior|preceding) ${SPAN}`,
    `\\b(?:from|than|over|against|on) (?:last|the|same) ${SPAN}(?! to)`,
    `\\bsame (?:\\w+[- ]){1,2}(?:in |of )?(?:last|the|previous) ${SPAN}`,
    '\\b(sequential)(?:ly)?\\b',
  ].join('|'),
  'giu',
);
const NAMED: Readonly<Record<string, string>> = {
  sequential: 'quarter',
  'three months': 'quarter',
  'six months': 'half',
  'twelve months': 'year',
  '12 months': 'year',
};
const BREAK = /[;:]|\.\s|\b(?:while|although|though|but|whereas|as)\b/iu;
const PERCENT = /\d\s?%|\d per ?cent\b|\bpoints?\b/iu;
/** What stands between an amount and the time that it was so: other ways to tell it. */
const BESIDE = /^,? ?(?:or [^,]{1,24}, ?)?(?:(?:in|for|during|the|of) )?$/iu;

type Base = { readonly span: string; readonly text: string };

const basesIn = (text: string): (Base & { readonly start: number; readonly end: number })[] =>
  [...text.matchAll(BASE)].map((found) => {
    const span =
      found
        .slice(1)
        .find((group) => group !== undefined)
        ?.toLowerCase() ?? '';
    return { span: NAMED[span] ?? span, text: found[0], start: found.index, end: found.index + found[0].length };
  });

/** Is it an amount of change: percent, points, or told as more or less? */
const isChange = ({ figure }: Node): boolean =>
  figure !== null && (/^(?:percentage|percentage point|point)$/.test(figure.unit ?? '') || figure.direction !== null);

/** What the change is measured against that an amount, or a verb without one, tells: what is told behind it, or else before it, up to where the sentence turns. */
function baseOf({ read: { tree } }: Graph, node: Node): Base | null {
  const first = tree.words[node.words[0] ?? -1];
  const last = tree.words[node.words.at(-1) ?? -1];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [first.start - tree.start, last.end - tree.start];
  const { text } = tree;
  const changes = node.figure === null || isChange(node);
  const bases = basesIn(text);
  const behind = bases.find(({ start }) => start >= to);
  if (behind !== undefined) {
    const between = text.slice(to, behind.start);
    if (changes ? !BREAK.test(between) && !PERCENT.test(between) : BESIDE.test(between)) return behind;
  }
  const before = changes ? bases.findLast(({ end }) => end <= from) : undefined;
  if (before === undefined) return null;
  const between = text.slice(before.end, from);
  return BREAK.test(between) || PERCENT.test(between) ? null : before;
}

/** A change told against another time than the source tells it: "from the previous quarter" of "from a year earlier". */
export function exchangedBases(pairing: Pairing): Reason[] {
  const { claim, graphs, options } = pairing;
  return claim.nodes.flatMap((node, n): Reason[] => {
    const verb = claim.read.tree.words[node.head]?.class === 'VERB';
    const given = node.figure !== null || verb ? baseOf(claim, node) : null;
    if (given === null) return [];
    const chosen = counterpartOf(pairing, n);
    const places =
      node.figure === null ? (chosen === null || chosen.option.likeness < 0.9 ? [] : [chosen.option]) : options[n];
    const found = (places ?? []).flatMap(({ graph: g, node: k }) => {
      const [graph, other] = [graphs[g], graphs[g]?.nodes[k]];
      return graph === undefined || other === undefined ? [] : [baseOf(graph, other)];
    });
    const [rival] = found;
    if (rival == null || found.some((base) => base === null || base.span === given.span)) return [];
    return [{ kind: 'time', given: given.text, found: rival.text }];
  });
}
