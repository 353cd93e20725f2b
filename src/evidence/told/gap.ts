import { placeOf, type Stretch, type Tree, textOf } from '../../reading/tree.ts';

/** Words that may stand between a name and its number where the verb is left out: "and Comal the remaining 500 MW". */
const BRIDGE = /^(?:with|at|to|by|the|an?|about|around|some|only|just|another|remaining|other|roughly|nearly)$/i;
const APART = /^(?:[,;:–—]|and|but|while|or|against|than|versus)$/i;
/** Within a name. */
const PARTICLE = /^(?:de|del|della|di|da|du|des|la|le|el|al|van|von|der|den|y|und|et)$/;
/** What only joins two numbers of one owner: "$0.25 and $1.50". */
const JOINING = /^,?\s*(?:and|or|to)\s+(?:an?\s+|the\s+)?$/;

/** A number whose verb is left out: who stands before it, and the figure of the same place in the part before. */
export type Gap = { readonly owner: Stretch; readonly like: number | null };

/**
 * "Brazos will provide 1,100 MW, Pecan Valley 800 MW and Comal the remaining 500 MW", "Norway 212 MW; Sweden 64 MW", "Oxbow with $0.28
 * and $2": of a shortened part of a list, by the surface, since a tree without a verb is little more than a guess.
 */
export function gapAt(tree: Tree, places: readonly (Stretch | null)[], at: number): Gap | null {
  let first = at;
  while (first > 0 && isJoined(tree, places, first)) first--;
  const owner = ownerBefore(tree, places, first);
  if (owner === null || isGiven(tree, places[first - 1] ?? null)) return null;
  if (first === 0) return { owner, like: null };
  // The part before: its figure of the same rank, or its last one.
  let before = first - 1;
  while (before > 0 && isJoined(tree, places, before)) before--;
  return { owner, like: Math.min(before + (at - first), first - 1) };
}

/** "Banks will lend Oxbow $60 million and Comal $75 million": who stands before the number is not who does it. */
const isGiven = (tree: Tree, before: Stretch | null): boolean =>
  before !== null && tree.words[before.from - 1]?.relation === 'iobj';

function isJoined(tree: Tree, places: readonly (Stretch | null)[], at: number): boolean {
  const [one, next] = [places[at - 1], places[at]];
  if (one == null || next == null) return false;
  const { end } = placeOf(tree, one);
  const { start } = placeOf(tree, next);
  return JOINING.test(tree.text.slice(end - tree.start, start - tree.start));
}

function ownerBefore(tree: Tree, places: readonly (Stretch | null)[], at: number): Stretch | null {
  const place = places[at];
  if (place == null) return null;
  const word = (n: number): string => tree.words[n]?.text ?? '';
  let to = place.from;
  while (BRIDGE.test(word(to - 1))) to--;
  const paired = word(to - 1) === ',';
  if (paired) to--;
  // "and the state railway 1.2 million", behind others that are named
  const common = at > 0 && /^NNS?$/.test(tree.words[to - 1]?.tag ?? '') && ownerBefore(tree, places, at - 1) !== null;
  if (common) {
    let from = to - 1;
    while (from > 0 && /^(?:NOUN|ADJ|DET)$/.test(tree.words[from - 1]?.class ?? '')) from--;
    const first = tree.words[from]?.class;
    if (/^(?:[,;]|and)$/.test(word(from - 1)) && (first === 'DET' || tree.words[to - 1]?.tag === 'NNS'))
      return { from, to };
  }
  const isPart = (n: number): boolean =>
    (/^\p{Lu}[\p{L}\d&.-]*$/u.test(word(n)) && !/^(?:DET|PRON|ADP|AUX|SCONJ)$/.test(tree.words[n]?.class ?? '')) ||
    (/^[&-]$/.test(word(n)) && n < to - 1) ||
    // "Puerto del Oro"
    (n < to - 1 && PARTICLE.test(word(n)) && /^\p{Lu}/u.test(word(n - 1)) && /^\p{Lu}/u.test(word(n + 1))) ||
    // "the cable firm Muirlink"
    (n < to - 1 &&
      /^\p{Ll}/u.test(word(n)) &&
      (/^(?:NOUN|ADJ|DET)$/.test(tree.words[n]?.class ?? '') || word(n - 1) === '-'));
  let from = to;
  while (from > 0 && (isPart(from - 1) || /^['’]s?$/.test(word(from - 1)))) from--;
  // "and its rival Oxbow 72 MW"
  if (from < to && /^(?:its|their|his|her)$/i.test(word(from - 1))) from--;
  // "against Oxbow's 190": what is Oxbow's, by the part before.
  if (/^['’]s?$/.test(word(to - 1)) && from < to - 1) to--;
  // "and those of Sable River 9%"
  const those =
    word(from - 1) === 'of' && /^th(?:ose|at)$/.test(word(from - 2)) && /^(?:and|while|but)$/.test(word(from - 3));
  const ahead = word(from - (those ? 3 : 1));
  if (from === to || !APART.test(ahead)) return null;
  if (paired ? !/^[;:]$/.test(ahead) : at === 0 && ahead !== ':') return null;
  // Of "Lixin's Qin" and of "the firm Muirlink", the name that stands last.
  let name = to - 1;
  while (name > from && isPart(name - 1) && (/^[\p{Lu}&-]/u.test(word(name - 1)) || PARTICLE.test(word(name - 1))))
    name--;
  const owner = { from: name, to };
  return /^\p{Lu}\p{L}*[\p{Ll}\d]/u.test(textOf(tree, owner)) || to - name > 1 || /^\p{Lu}{2,}\d*$/u.test(word(name))
    ? owner
    : null;
}
