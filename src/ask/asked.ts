import { graphOf, type Node } from '../evidence/compare/graph.ts';
import { stem } from '../language/stem.ts';
import { readSentence } from '../reading/read.ts';
import { timesIn } from '../reading/times.ts';
import { doerOf, focusOf, verbOf } from './asking.ts';
import { COMMON, type Name } from './names.ts';
import { CAPITAL, type Vocabulary } from './spelling.ts';
import { ASKING, termsOf } from './terms.ts';
import { BARE_AMOUNT, KIND_OF_NAME, KIND_OF_PLACE } from './wanted.ts';

/** Something that a question speaks of, to be found in an answer. */
export type Part = {
  readonly kind: 'name' | 'word' | 'verb' | 'focus';
  readonly node: Node;
  readonly terms: readonly string[];
  /** A name by each of its ways, as terms. */
  readonly ways: readonly (readonly string[])[];
  readonly weight: number;
  /** Does it hang on the verb: what is bought, for what is paid? */
  readonly hangs: boolean;
  /** Is it what is done to? */
  readonly object: boolean;
  /** Does it hang on what is done: "the Kastrup campus"? */
  readonly of: boolean;
  /** The preposition by which it hangs there, where another would tell of the contrary. */
  readonly by: string | null;
  /** Is it one that is told apart by an article or by whose it is, so that it may have been spoken of before? */
  readonly known: boolean;
  /** Is it told whose: "the Grana stake"? */
  readonly named: boolean;
  /** Does it tell which of what is asked for: the "data-center" of revenue? */
  readonly tells: boolean;
  /** Is it one of several that are to be chosen from? */
  readonly offered: boolean;
  /** Is it any of its kind ("a substrate"), so that none that was spoken of elsewhere is meant? */
  readonly any: boolean;
};

/** A question as the reading of sentences has it. */
export type Asked = {
  /** Its verb comes as `verb`; the kind of thing that is counted or asked for ("which judge", "how many homes") as `focus`. */
  readonly parts: readonly Part[];
  /** Who does it, where that is given. */
  readonly doer: Part | null;
  /** Whether who does it is asked for. */
  readonly asksDoer: boolean;
  /** Whether what was is asked for. */
  readonly past: boolean;
  readonly yesOrNo: boolean;
};

const WH = /^(?:what|which|who|whom|whose|when|where|why|how)$/i;
const HELPS = /^(?:do|will|would|can|could|shall|should|may|might|must|have)$/;
/** Verbs that say nothing of what is asked. */
const LIGHT: ReadonlySet<string> = new Set(
  'be have do get go happen expect plan want try say tell call mean know become seem come compare differ there much many long old big large far high often soon most more'.split(
    ' ',
  ),
);
/** Verbs that only put a measure in a sentence: revenue is made, reported or booked. */
const SUPPORT = /^(?:make|earn|report|post|record|generate|book|take|bring|see)$/;
/** And those that are asked after where nothing else is: "what do they want?" */
const WISHES = /^(?:want|plan|expect)$/;
const KIND =
  /^(?:person|people|body|thing|kind|type|name|amount|number|date|day|month|year|quarter|time|money|size|level|figure|total)$/;
/** Prepositions that turn what a verb says. */
const TURNING = /^at:(against|without)$/;
const TIMELY = 0.7;
/** What is done to it, or for what, tells more than what is about it. */
const HANGING = 1.3;
const WEIGHT = { name: 2, verb: 1.5, focus: 1.5 } as const;

/** A part of which nothing is told but what it is. */
const PLAIN = {
  hangs: false,
  object: false,
  of: false,
  by: null,
  known: true,
  named: false,
  tells: false,
  offered: false,
  any: false,
} as const;

/** A question with the capitals that the articles give its words. */
const written = (text: string, vocabulary: Vocabulary): string =>
  text.replace(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu, (word) => vocabulary.written(word) ?? word);

const isWithin = (few: readonly string[], many: readonly string[]): boolean =>
  few.length > 0 && few.every((term) => many.includes(term));

/** Reads a question. `names` are those that it gives, `weightOf` tells how much a term says among the articles;
 * `amounts` are terms of amounts and units, which are looked for as numbers. */
export function askedOf(
  text: string,
  names: readonly Name[],
  vocabulary: Vocabulary,
  weightOf: (term: string) => number,
  amounts: ReadonlySet<string>,
): Asked {
  const read = readSentence(written(text, vocabulary));
  const graph = graphOf(read, [], []);
  const { tree } = read;
  const wh = tree.words.findIndex((word) => WH.test(word.text));
  const verb = verbOf(read, wh);
  const focus = focusOf(tree, wh, verb);
  const help = tree.words.findIndex(
    ({ class: kind, lemma }, n) => n > wh && n !== verb && (kind === 'AUX' || (HELPS.test(lemma) && n !== verb)),
  );
  const next = tree.words
    .slice(help + 1)
    .find(({ class: kind }) => kind !== 'ADV' && kind !== 'PART' && kind !== 'AUX');
  const turned = help >= 0 && next !== tree.words[verb ?? -1];
  const passive = verb !== null && tree.words[verb]?.tag === 'VBN' && tree.words[help]?.lemma === 'be';
  const [verbNode, focusNode] = [verb, focus].map((n) => (n === null ? -1 : (graph.nodeOf[n] ?? -1)));
  const doerNode = turned && !passive ? (graph.nodeOf[doerOf(tree, help, verb) ?? -1] ?? -1) : -1;
  const isKind = (KIND_OF_NAME.exec(text) ?? KIND_OF_PLACE.exec(text))?.[1]?.toLowerCase();
  const covered = new Set<string>();
  const times = timesIn(tree.text, null);
  const or = tree.text.search(/ or /i);
  const from = Math.max(0, tree.text.slice(0, Math.max(0, or)).search(/[,:–—](?=[^,:–—]*$)| between /));
  const told = new Set<Name>();
  const made = graph.nodes.flatMap((each, at): (Part & { readonly at: number })[] => {
    // "Wren 4" is one name, however many words the tree has for it.
    const called = names.filter(({ ways }) => ways.some((way) => isWithin(termsOf(each.text), way)));
    if (called.length === 1 && called.every((one) => told.has(one))) return [];
    const [only = null] = called.length === 1 ? called : [];
    const node = only !== null && /\d/.test(only.text) ? { ...each, text: only.text } : each;
    if (only !== null) told.add(only);
    const word = tree.words[node.head];
    if (word === undefined || WH.test(word.text) || node.kind === 'pronoun') return [];
    const terms = termsOf(node.text);
    // To work is no part of Ostler Works.
    const isDeed = word.class === 'VERB' && !CAPITAL.test(word.text);
    const name = names.find(({ ways }) =>
      ways.some((way) => (!isDeed && isWithin(terms, way)) || isWithin(way, terms)),
    );
    // "Helio B300": two names side by side.
    if (names.filter(({ ways }) => ways.some((way) => isWithin(way, terms))).length > 1) return [];
    const supports =
      at === verbNode &&
      (word.class === 'ADJ' ||
        (SUPPORT.test(node.lemma) && BARE_AMOUNT.test(graph.nodes[focusNode ?? -1]?.text ?? '')));
    const isAskedFor = at === verbNode && focusNode === -1 && WISHES.test(node.lemma);
    const light =
      !isAskedFor && (supports || LIGHT.has(node.lemma) || ASKING.has(node.lemma) || ASKING.has(stem(node.lemma)));
    if (
      name === undefined &&
      node.kind !== 'name' &&
      (light || KIND.test(node.lemma) || word.text.toLowerCase() === isKind)
    )
      return [];
    const kind =
      name !== undefined || (node.kind === 'name' && !COMMON.test(node.text.toLowerCase()))
        ? 'name'
        : at === verbNode
          ? 'verb'
          : at === focusNode
            ? 'focus'
            : 'word';
    const hangs = graph.arcs.some(({ from, role, to }) => to === at && from === verbNode && /^(?:O|I|at:)/.test(role));
    const object = graph.arcs.some(({ from, role, to }) => to === at && from === verbNode && role === 'O');
    const of = graph.arcs.some(
      ({ from, role, to }) =>
        to === at &&
        /^(?:of|at:)/.test(role) &&
        graph.arcs.some((arc) => arc.to === from && arc.from === verbNode && arc.role === 'O'),
    );
    const weight = kind === 'word' ? Math.max(0, ...terms.map(weightOf)) * (hangs ? HANGING : 1) : WEIGHT[kind];
    for (const term of name?.ways.flat() ?? []) covered.add(term);
    if (weight === 0 || terms.length === 0 || terms.every((term) => amounts.has(term))) return [];
    const before = tree.words[Math.min(...node.words) - 1];
    const any = /^an?$/i.test(before?.text ?? '');
    const below = (tree.children[node.head] ?? []).map((n) => tree.words[n]);
    const named = graph.arcs.some(
      ({ from, role, to }) => from === at && role === 'of' && graph.nodes[to]?.kind === 'name',
    );
    const tells = graph.arcs.some(({ from, role, to }) => from === focusNode && role === 'of' && to === at);
    const known =
      named ||
      below.some((each) => /^(?:the|this|that|its|their)$/i.test(each?.text ?? '') || each?.relation === 'nmod:poss');
    const by =
      graph.arcs.flatMap(({ from, role, to }) =>
        to === at && from === verbNode ? (TURNING.exec(role)?.[1] ?? []) : [],
      )[0] ?? null;
    const timely = times.some(({ start, end }) => word.start < end && word.end > start);
    const offered = or > 0 && word.start >= from;
    if (timely && name === undefined)
      return [
        {
          ...PLAIN,
          at,
          kind: 'word',
          node,
          terms,
          ways: [terms],
          weight: TIMELY,
        },
      ];
    return [
      {
        at,
        kind,
        node,
        terms,
        ways: name?.ways ?? [terms],
        weight,
        hangs,
        object,
        of,
        by,
        known,
        named,
        tells: tells && kind === 'word',
        offered,
        any,
      },
    ];
  });
  // A name that the tree took for a word of grammar is one all the same.
  const lost = names
    .filter(({ ways }) => !ways.flat().some((term) => covered.has(term)))
    .flatMap(({ text: name, ways }): Part[] => {
      const node = graphOf(readSentence(`${name} agreed.`), [], []).nodes[0];
      return node === undefined
        ? []
        : [
            {
              ...PLAIN,
              kind: 'name',
              node: { ...node, kind: 'name' },
              terms: termsOf(name),
              ways,
              weight: WEIGHT.name,
              offered: or > 0 && text.lastIndexOf(name) >= from,
            },
          ];
    });
  const parts: Part[] = [...made, ...lost];
  const given = made.find(({ at }) => at === doerNode) ?? (turned && !passive && doerNode < 0 ? lost[0] : undefined);
  return {
    parts,
    doer: given ?? null,
    asksDoer: !turned && wh >= 0 && !passive,
    past: /\b(?:did|was|were)\b/i.test(text),
    yesOrNo: wh < 0 && help === 0,
  };
}
