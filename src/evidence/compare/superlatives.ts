import type { Reason } from '../../model.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import type { Graph } from './graph.ts';
import { type Pairing, statement } from './pairing.ts';
import { regionOf } from './support.ts';

/** "Its second-largest order in Europe since 2021": the most of a kind, and of which. Words. */
type Superlative = {
  readonly at: number;
  /** "Second" of "second-largest". */
  readonly rank: string;
  /** Whose it is the most of: "its", "Danforth's"; -1 for nobody's. */
  readonly owner: number;
  /** What bounds it: "in Europe", "since 2021", "of the nine", "by floor space", "ever": the preposition or the word. */
  readonly bounds: readonly number[];
};

/** Words that tell whose word it is. */
const ATTRIBUTED =
  /\b(?:sa(?:y|ys|id|ying)|according|claim|call|describ|report|boast|consider|estimat|argu|bill|reckon|put|show|think|believ|tell|told|writ|wrote|note|add)/i;
const EVER = /^(?:ever|yet|history|record|date)$/;
const BOUND = /^(?:in|of|among|amongst|across|within|outside|since|by|for)$/;

const low = (tree: Tree, n: number): string => tree.words[n]?.text.toLowerCase() ?? '';

const isSuperlative = (tree: Tree, n: number): boolean => {
  const word = tree.words[n];
  if (word === undefined) return false;
  const text = word.text.toLowerCase();
  if (/^(?:most|least)$/.test(text)) return /^(?:the|its|their|his|her)$/.test(low(tree, n - 1));
  if (
    /^(?:latest|least|last|almost|best|rest|test|request|interest|invest|west|east|forest|modest|honest|harvest|northwest|southeast|northeast|southwest)$/.test(
      text,
    )
  )
    return false;
  return /^(?:JJS|RBS)$/.test(word.tag) || (word.class === 'ADJ' && /^[a-z]{3,}est$/.test(text));
};

/** What stands in quotation marks is no node, and is compared letter by letter. */
function superlativesIn({ read: { tree }, nodeOf }: Graph): Superlative[] {
  return tree.words.flatMap((_, at): Superlative[] => {
    if (!isSuperlative(tree, at) || nodeOf[at] === -1) return [];
    const hyphen = low(tree, at - 1) === '-';
    const ranked = low(tree, hyphen ? at - 2 : at - 1);
    const rank = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next)$/.test(ranked) ? ranked : '';
    let before = at - 1;
    while (
      /^(?:-|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|single|very)$/.test(low(tree, before)) ||
      tree.words[before]?.class === 'NUM'
    )
      before--;
    const owner = /^(?:its|their|his|her|our|my)$/.test(low(tree, before))
      ? before
      : /^['’]s?$/.test(low(tree, before))
        ? before - 1
        : -1;
    // The noun that it is the most of, and the words behind it.
    let n = at + 1;
    while (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tree.words[n]?.class ?? '') || low(tree, n) === '-') n++;
    const bounds: number[] = [];
    for (let steps = 0; steps < 12; steps++, n++) {
      const text = low(tree, n);
      const word = tree.words[n];
      if (
        word === undefined ||
        /^[,;:.()–—“”"]$/.test(text) ||
        word.class === 'VERB' ||
        /^(?:and|but|that|which|who|while|from)$/.test(text)
      )
        break;
      // "On a cluster" tells no kind, "of 24,000 chips" an amount.
      if (word.class === 'ADP' && !BOUND.test(text)) break;
      if (text === 'of' && tree.words[n + 1]?.class === 'NUM') break;
      if (EVER.test(text) || BOUND.test(text)) bounds.push(n);
    }
    return [{ at, rank, owner, bounds }];
  });
}

/** The content words that a bound is made of. */
function wordsOf(tree: Tree, bound: number): number[] {
  const found: number[] = [];
  for (let n = bound + 1; n < bound + 8; n++) {
    const text = low(tree, n);
    const word = tree.words[n];
    if (word === undefined || /^[,;:.()–—“”"]$/.test(text) || word.class === 'VERB' || BOUND.test(text)) break;
    if (/^(?:NOUN|PROPN|NUM|ADJ)$/.test(word.class)) found.push(n);
  }
  return found;
}

/** Said of all times in the claim, or of times since when? */
const isEver = (tree: Tree, { bounds }: Superlative): boolean => bounds.some((n) => EVER.test(low(tree, n)));

function faultOf(pairing: Pairing, claim: Superlative, g: number, graph: Graph, source: Superlative): string | null {
  const own = pairing.claim.read.tree;
  const theirs = graph.read.tree;
  const text = (tree: Tree, from: number, to: number): string =>
    tree.words
      .slice(from, to)
      .map((word) => word.text)
      .join(' ');
  const told = text(
    theirs,
    Math.max(source.owner, 0) === source.owner ? source.owner : source.at,
    Math.max(source.at + 2, (source.bounds.at(-1) ?? 0) + 3),
  );
  if (claim.rank !== source.rank) return told;
  // Who says that it is the most: "the largest in the state, its owner says".
  const clause = graph.read.clauses.find(({ predicate }) => predicate === regionOf(graph, source.at));
  const claimed = clause?.frames.some(({ stance, by }) => stance === 'says' && by !== null) === true;
  const absolute =
    source.owner < 0 && !/^(?:newest|oldest|latest|youngest|nearest|closest|earliest)$/.test(low(theirs, source.at));
  if (claimed && absolute && !ATTRIBUTED.test(own.text)) return told;
  const owned = source.owner >= 0 || (isEver(theirs, source) && ownedBehind(theirs, source));
  if (owned && claim.owner < 0 && !ownedBehind(own, claim)) return told;
  const kept = (n: number): boolean => {
    const node = graph.nodeOf[n] ?? -1;
    return (
      node >= 0 &&
      pairing.claim.nodes.some((_, k) =>
        (pairing.options[k] ?? []).some((one) => one.graph === g && one.node === node && one.likeness >= 0.6),
      )
    );
  };
  const lost = source.bounds.some((n) => {
    if (!/^(?:since|among|by|in|of|within|outside)$/.test(low(theirs, n))) return false;
    const words = wordsOf(theirs, n);
    return words.length > 0 && !words.some(kept);
  });
  if (lost) return told;
  const since = source.bounds.some((n) => /^(?:since|for)$/.test(low(theirs, n)));
  if (isEver(own, claim) && !isEver(theirs, source) && (since || source.owner < 0)) return told;
  // Bounds that the source does not tell of it.
  const added = claim.bounds.some((n) => {
    if (!/^(?:in|of|among|across|within)$/.test(low(own, n))) return false;
    const words = wordsOf(own, n).filter((k) => pairing.claim.nodeOf[k] !== -1);
    if (words.length === 0 || EVER.test(low(own, words.at(-1) ?? -1))) return false;
    return !words.some((k) => {
      const options = pairing.options[pairing.claim.nodeOf[k] ?? -1] ?? [];
      return options.some((one) => one.graph !== g || within(theirs, graph, one.node, source));
    });
  });
  return added ? told : null;
}

/** "The largest order in Danforth's history". */
const ownedBehind = (tree: Tree, { at }: Superlative): boolean =>
  tree.words
    .slice(at, at + 9)
    .some(({ text }, k) => /^(?:its|their|his|her|['’]s?)$/i.test(text) || (text === 'for' && k > 0));

/** Stands the node in the phrase of the superlative, by which it is bounded, or is it the owner? */
function within(tree: Tree, graph: Graph, node: number, { at, owner, bounds }: Superlative): boolean {
  const words = graph.nodes[node]?.words ?? [];
  const last = Math.max(at + 1, ...bounds.flatMap((n) => wordsOf(tree, n)));
  return words.some((n) => n >= Math.max(0, owner < 0 ? at - 1 : owner - 4) && n <= last);
}

/** The most of a kind told of a wider kind: without whose, since when, of which, or as the first of those where it was the second. */
export function widenedSuperlatives(pairing: Pairing): Reason[] {
  const { claim, graphs } = pairing;
  const { tree } = claim.read;
  return superlativesIn(claim).flatMap((given): Reason[] => {
    const found = graphs.flatMap((graph, g) =>
      superlativesIn(graph).flatMap((one) =>
        low(graph.read.tree, one.at) === low(tree, given.at) && sameThing(pairing, given, g, graph, one)
          ? [faultOf(pairing, given, g, graph, one)]
          : [],
      ),
    );
    const [first] = found;
    if (first === undefined || first === null || found.includes(null)) return [];
    return [
      statement(
        tree.words
          .slice(given.at, given.at + 2)
          .map(({ text }) => text)
          .join(' '),
        first,
      ),
    ];
  });
}

/** Is it the most of the same thing? */
function sameThing(pairing: Pairing, given: Superlative, g: number, graph: Graph, found: Superlative): boolean {
  const head = pairing.claim.read.tree.words[given.at]?.head ?? -1;
  const there = graph.read.tree.words[found.at]?.head ?? -1;
  const options = pairing.options[pairing.claim.nodeOf[head] ?? -1] ?? [];
  return (
    options.length === 0 ||
    options.some((one) => one.graph === g && one.node === graph.nodeOf[there]) ||
    dependents(pairing.claim.read.tree, given.at, 'cop').length > 0
  );
}

/** Words by which a text tells that something was never so before. */
const UNMATCHED =
  /\b(?:records?|ever|never|history|unprecedented|all-time|peak|most|(?:high|low|larg|bigg|small|great|b|strong|weak|long|short|fast|deep|steep|heavi|bus)i?est)\b/iu;

/** "Record sales" where no source tells of a record, nor of anything the most or the first of all. */
export function unsaidRecords({ claim: { read, nodeOf }, bases }: Pairing): Reason[] {
  const { tree } = read;
  if (bases.some(({ prepared }) => UNMATCHED.test(prepared.source.text))) return [];
  return tree.words.flatMap((word, n): Reason[] => {
    const of = tree.words[word.head];
    const isKind = /^(?:amod|compound|nmod:desc)$/.test(word.relation) && of?.class === 'NOUN' && word.head > n;
    if (low(tree, n) !== 'record' || !isKind || nodeOf[n] === -1) return [];
    return [statement(`record ${of.text}`, null)];
  });
}
