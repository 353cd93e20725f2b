import type { Reason } from '../../model.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import type { Graph } from './graph.ts';
import { counterpartOf, type Pairing, phrase, statement } from './pairing.ts';

/** A quantity that a sentence tells of a set: "two of the nine councillors", "all but Quell", "of which a quarter". Words. */
type Share = {
  readonly kind: 'part' | 'except' | 'which';
  /** The first and last word of the quantity, or of what is excepted. */
  readonly from: number;
  readonly to: number;
  /** The noun of the set: the one that the quantity is of. */
  readonly set: number;
  /** "None but": what is excepted is told of as not the others are. */
  readonly negative?: boolean;
};

const QUANTITY =
  /^(?:first|second|last|next|latest|newest|oldest|largest|biggest|smallest|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|some|half|part|none|few|many|majority|minority|several|portion|number|quarter|third|quarters|thirds|fifth|fifths|tenth|tenths|each|either|neither|any|much|bulk|rest|dozen|handful|remainder|fraction|percent|%|\d[\d.,]*%?)$/i;
const DETERMINER = /^(?:the|its|their|his|her|our|these|those|this|that|all)$/i;
const SWEEPING = /^(?:all|every|everyone|everybody|everything|any|anyone|none|nobody|nothing|no|each)$/i;
const NEGATIVE = /^(?:no|none|nobody|nothing)$/i;
const EXCEPT = /^(?:but|except|save|bar|barring|excluding|besides)$/i;

const low = (tree: Tree, n: number): string => tree.words[n]?.text.toLowerCase() ?? '';
const isNoun = (tree: Tree, n: number): boolean => /^(?:NOUN|PROPN)$/.test(tree.words[n]?.class ?? '');

/** The last word of the noun phrase that begins at `n`, determiners, numbers and adjectives passed over; -1 for none. */
function nounFrom(tree: Tree, n: number): number {
  let at = n;
  for (; at < n + 7; at++) {
    const word = tree.words[at];
    if (word === undefined) return -1;
    if (isNoun(tree, at) && !isNoun(tree, at + 1)) return low(tree, at + 1).match(/^['’]s?$/) ? -1 : at;
    if (
      !/^(?:DET|NUM|ADJ|PRON|NOUN|PROPN|SYM)$/.test(word.class) &&
      !/^[-'’]s?$/.test(word.text) &&
      word.class !== 'VERB'
    )
      return -1;
  }
  return -1;
}

/** The noun before a comma and a relative pronoun. */
function nounBefore(tree: Tree, n: number): number {
  for (let at = n - 1; at >= 0 && at > n - 12; at--) if (isNoun(tree, at)) return at;
  return -1;
}

/** Where an exception from what a sweeping word tells begins: "but" beside it, "except" and "other than" as far as the next mark; -1 for none. */
function exceptionIn(tree: Tree, sweeping: number): number {
  for (let at = sweeping + 1; at < sweeping + 20; at++) {
    const text = low(tree, at);
    if (text === '' || /^[,;:.]$/.test(text)) return -1;
    const near = at < sweeping + 5 && !tree.words.slice(sweeping, at).some((word) => word.class === 'VERB');
    if (text === 'but' ? near : EXCEPT.test(text)) return at;
    if (/^(?:other|apart|aside)$/.test(text) && /^(?:than|from)$/.test(low(tree, at + 1))) return at;
  }
  return -1;
}

function sharesIn(tree: Tree): Share[] {
  return tree.words.flatMap((word, n): Share[] => {
    const text = word.text.toLowerCase();
    if (text === 'of' && /^(?:which|whom)$/.test(low(tree, n + 1))) {
      const set = nounBefore(tree, low(tree, n - 1) === ',' ? n : n - 1);
      if (set < 0) return [];
      // "A quarter of which"; "of which it pays a quarter".
      if (QUANTITY.test(low(tree, n - 1)))
        return [{ kind: 'which', from: n - 1, to: n - 1, set: nounBefore(tree, n - 1) }];
      for (let at = n + 2; at < tree.words.length && !/^[,;]$/.test(low(tree, at)); at++)
        if (QUANTITY.test(low(tree, at)) || tree.words[at]?.class === 'NUM')
          return [{ kind: 'which', from: at, to: at, set }];
      return [];
    }
    if (SWEEPING.test(text)) {
      const at = exceptionIn(tree, n);
      if (at < 0) return [];
      const first = /^(?:than|for|from)$/.test(low(tree, at + 1)) ? at + 2 : at + 1;
      const of = [0, 1, 2, 3].map((k) => first + k).find((k) => low(tree, k) === 'of');
      // "Every bidder but Quell", "no water except for showers"; "all but two of the nine", "all but 1,400 racks".
      const direct =
        at > n + 1
          ? nounFrom(tree, low(tree, n + 1) === 'of' ? n + 2 : n + 1)
          : nounFrom(tree, of === undefined ? first : of + 1);
      return direct < 0
        ? []
        : [
            {
              kind: 'except',
              from: first,
              to: of === undefined ? first : of - 1,
              set: direct,
              negative: NEGATIVE.test(text),
            },
          ];
    }
    if (text === 'of' && DETERMINER.test(low(tree, n + 1)) && QUANTITY.test(low(tree, n - 1))) {
      const set = nounFrom(tree, n + 1);
      return set < 0 ? [] : [{ kind: 'part', from: n - 1, to: n - 1, set }];
    }
    return [];
  });
}

const FRACTION =
  /^(?:most|half|part|quarter|third|quarters|thirds|fifth|fifths|tenth|tenths|much|bulk|portion|majority|minority|fraction|percent|%|\d[\d.,]*%)$/i;
const DEFINITE = /^(?:the|its|their|his|her|our|all|every|each|both|these|those)$/i;

/** Is the noun told as a whole: with an article or a number, or a mass of which a fraction was told? */
function isWhole(tree: Tree, noun: number, fraction: boolean): boolean {
  const word = tree.words[noun];
  const before = Array.from({ length: 4 }, (_, k) => noun - 1 - k).filter((n) => n >= 0);
  const own = before.filter((n) => n > lastBreak(tree, noun));
  const definite = own.some(
    (n) => /^['’]s?$/.test(low(tree, n)) || DEFINITE.test(low(tree, n)) || tree.words[n]?.class === 'NUM',
  );
  return word?.tag === 'NNS' ? definite || fraction : fraction && definite;
}

/** The last word before a noun that does not belong to its phrase. */
function lastBreak(tree: Tree, noun: number): number {
  let n = noun - 1;
  while (
    n >= 0 &&
    (/^(?:DET|NUM|ADJ|PRON|NOUN|PROPN|SYM)$/.test(tree.words[n]?.class ?? '') || /^['’]s?$|^-$/.test(low(tree, n)))
  )
    n--;
  return n;
}

/** The claim's words that stand for a word of a source's sentence. */
function keptAs({ claim, chosen, options }: Pairing, g: number, graph: Graph, word: number): number[] {
  const node = graph.nodeOf[word] ?? -1;
  return node < 0
    ? []
    : claim.nodes.flatMap((one, n) => {
        const same = chosen[n]?.graph === g && chosen[n]?.node === node;
        const may = (options[n] ?? []).some(
          (option) => option.graph === g && option.node === node && option.likeness >= 0.8,
        );
        // A number makes a figure of the noun that it counts.
        const counted = one.lemma !== '' && one.lemma === graph.read.tree.words[word]?.lemma;
        return same || may || counted ? [one.head] : [];
      });
}

const VAGUE = ['most', 'majority', 'many', 'several', 'some', 'few', 'partly', 'among', 'including'];

const range = ({ from, to }: Share): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k);

/** A part of a set told of the whole, an exception left out, or told as if it were the rest. */
export function exchangedShares(pairing: Pairing): Reason[] {
  const { claim, graphs, chosen } = pairing;
  const { tree } = claim.read;
  const own = sharesIn(tree);
  const words = new Set(tree.words.map(({ text }) => text.toLowerCase()));
  const used = new Set(chosen.flatMap((option) => option?.graph ?? []));
  return [...used].flatMap((g): Reason[] => {
    const graph = graphs[g];
    if (graph === undefined) return [];
    const theirs = graph.read.tree;
    return sharesIn(theirs).flatMap((share): Reason[] => {
      const sets = keptAs(pairing, g, graph, share.set).filter(
        (n) => isNoun(tree, n) || tree.words[n]?.class === 'SYM',
      );
      const quantity = theirs.words.slice(share.from, share.to + 1);
      const told = quantity.some(
        ({ text, class: kind }) => /^(?:NUM|NOUN|PROPN|ADJ|DET|PRON|SYM)$/.test(kind) && words.has(text.toLowerCase()),
      );
      const kept =
        told ||
        range(share).some((n) => keptAs(pairing, g, graph, n).length > 0) ||
        VAGUE.some((word) => words.has(word));
      const [set] = sets;
      const found = theirs.text.slice(
        (quantity[0]?.start ?? 0) - theirs.start,
        (theirs.words[Math.max(share.set, share.to)]?.end ?? 0) - theirs.start,
      );
      if (share.kind === 'except') {
        const excepts = own.some(({ kind }) => kind === 'except') || [...words].some((one) => EXCLUDES.test(one));
        if (excepts) return [];
        const whole = tree.words.some(({ text }) => SWEEPING.test(text));
        return (told && share.negative !== true) || (set !== undefined && whole)
          ? [statement(tree.words[set ?? 0]?.text ?? '', `all but ${found}`)]
          : [];
      }
      if (set === undefined || kept || own.some((one) => sets.includes(one.set))) return [];
      // What is said must be what was said of the part.
      if (share.kind === 'which')
        return saidOf(pairing, g, share) ? [statement(tree.words[set]?.text ?? '', found)] : [];
      const fraction = quantity.some(({ text }) => FRACTION.test(text));
      const whole = sets.some((n) => isWhole(tree, n, fraction));
      const about = shared(pairing, g, sets, graph);
      return whole && about ? [statement(tree.words[set]?.text ?? '', found)] : [];
    });
  });
}

/** "The four largest markets" told as "the markets": which of them. */
export function widenedSets(pairing: Pairing): Reason[] {
  const { claim } = pairing;
  const { tree } = claim.read;
  const most = (of: Tree, noun: number): number[] =>
    dependents(of, noun, 'amod').filter((n) => of.words[n]?.tag === 'JJS' || /^[a-z]{3,}est$/.test(low(of, n)));
  if (tree.words.some(({ text, tag }) => tag === 'JJS' || MOST.test(text))) return [];
  return claim.nodes.flatMap((node, n): Reason[] => {
    if (tree.words[node.head]?.tag !== 'NNS' || node.kind !== 'word' || !isWhole(tree, node.head, false)) return [];
    const there = counterpartOf(pairing, n);
    // A number makes a figure of the noun that it counts.
    const counted = claim.arcs.flatMap(({ from, to }) =>
      to === n || from === n ? (counterpartOf(pairing, from === n ? to : from)?.graph ?? []) : [],
    );
    const places =
      there !== null
        ? [{ tree: there.graph.read.tree, head: there.node.head }]
        : counted.flatMap(({ nodes, read }) =>
            nodes.flatMap(({ kind, head, lemma }) =>
              kind === 'figure' && lemma === node.lemma ? [{ tree: read.tree, head }] : [],
            ),
          );
    const [place] = places;
    if (place === undefined || (there !== null && there.option.likeness < 0.9)) return [];
    if (place.tree.words[place.head]?.tag !== 'NNS' || most(place.tree, place.head).length === 0) return [];
    return [statement(phrase(tree, node.head), phrase(place.tree, place.head))];
  });
}

const MOST = /^(?:top|main|major|leading|most|[a-z]{3,}est)$/i;

const EXCLUDES = /^(?:but|except|save|bar|excluding|without|besides|apart|other|remaining|rest|outside|barring|not)$/;

/** Has the claim a relative clause, or a verb of which it is the subject, that tells of the whole what the source's tells of the part? */
function saidOf({ claim, graphs, chosen }: Pairing, g: number, { from, set }: Share): boolean {
  const { tree, clauses } = claim.read;
  return clauses.some(({ predicate, link }) => {
    const option = chosen[claim.nodeOf[predicate] ?? -1] ?? null;
    const there = option?.graph === g ? (graphs[g]?.nodes[option.node]?.head ?? -1) : -1;
    const relative =
      link === 'relative' ||
      dependents(tree, predicate, 'nsubj', 'obj').some((n) => /^(?:which|who|that)$/.test(low(tree, n)));
    // "Four customers had asked" of four, one of which had.
    const main = claim.arcs.some((arc) => {
      const doer = arc.from === claim.nodeOf[predicate] && arc.role === 'S' ? (chosen[arc.to] ?? null) : null;
      return doer?.graph === g && graphs[g]?.nodes[doer.node]?.words.includes(set) === true;
    });
    return (relative || main) && there > set && Math.abs(there - from) < 10;
  });
}

/** Is the set in the claim what a predicate is said of that stands in the source's sentence beside the part? */
function shared({ claim, chosen }: Pairing, g: number, sets: readonly number[], graph: Graph): boolean {
  const theirs = graph.read.tree;
  return claim.arcs.some(({ from, to }) => {
    const head = claim.nodes[to]?.head ?? -1;
    const option = chosen[from] ?? null;
    if (!sets.includes(head) || option === null || option.graph !== g) return false;
    const verb = graph.nodes[option.node]?.head ?? -1;
    return (
      theirs.words[verb]?.class === 'VERB' || theirs.words[verb]?.class === 'AUX' || graph.clauseOf.has(option.node)
    );
  });
}
