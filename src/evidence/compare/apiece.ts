import type { Reason } from '../../model.ts';
import { counterpartOf, type Pairing, statement } from './pairing.ts';

const EACH = /\b(?:each|every|apiece|a piece|per (?:unit|head))\b/i;
const TOGETHER = /\b(?:together|combined|jointly|between them|in total|in all|altogether|in aggregate|collectively)\b/i;

/** The stretch of a sentence about an amount, up to the marks around it. */
export function stretchAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf(',', start), text.lastIndexOf(';', start), text.lastIndexOf(':', start)) + 1;
  const to = /[,;:](?!\d)|\.\s|\.$/.exec(text.slice(end));
  return text.slice(from, to === null ? text.length : end + to.index);
}

/** "Each produces 640 megawatts" of two that together produce 640, and the other way round. */
export function exchangedApiece(pairing: Pairing): Reason[] {
  const { tree } = pairing.claim.read;
  return pairing.claim.nodes.flatMap((node, n): Reason[] => {
    const there = node.figure === null ? null : counterpartOf(pairing, n);
    const figure = there?.node.figure ?? null;
    if (there === null || figure === null || node.figure === null) return [];
    const theirs = there.graph.read.tree;
    const given = stretchAround(tree.text, node.figure.start - tree.start, node.figure.end - tree.start);
    const found = stretchAround(theirs.text, figure.start - theirs.start, figure.end - theirs.start);
    const turned = (one: RegExp, two: RegExp): boolean =>
      one.test(given) && two.test(found) && !two.test(given) && !one.test(found);
    return turned(EACH, TOGETHER) || turned(TOGETHER, EACH) ? [statement(given.trim(), found.trim())] : [];
  });
}
