import { entityOf } from '../../domain/entities.ts';
import { stem } from '../../language/stem.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { compareTimes } from '../../reading/times/compare.ts';
import { timesIn } from '../../reading/times.ts';
import type { Tree, Word } from '../../reading/tree.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Source } from '../verify/prepare.ts';

/** A sentence of a source that a claim may be an edit of. */
export type Base = { readonly source: Source; readonly read: ReadSentence };

/** What a claim's word stands for: a word of the nth base. */
export type Counterpart = { readonly base: number; readonly word: number };

/** The words of a claim's sentence, each with all the words of the bases that it may stand for. */
export type Alignment = {
  readonly claim: ReadSentence;
  readonly bases: readonly Base[];
  readonly options: readonly (readonly Counterpart[])[];
  /** The one of the options that keeps most of what hangs together; null where there is none. */
  readonly chosen: readonly (Counterpart | null)[];
};

/** A word that a sentence holds more often tells nothing by its place; every pair of options is looked at. */
const MOST_OPTIONS = 12;

const UNIVERSAL = /^(?:all|every|each|both|none|no|not|never)$/;

/** Words that say something by themselves, and those that say it of all or of none. */
export const isContent = ({ class: kind, lemma }: Word): boolean =>
  UNIVERSAL.test(lemma) ||
  (/^(?:NOUN|PROPN|VERB|ADJ|ADV|NUM|SYM)$/.test(kind) &&
    !/^(?:be|have|do|also|then|there|as|so|when|where)$/.test(lemma));

const keysOf = ({ text, lemma, class: kind }: Word): Set<string> => {
  const keys = new Set([text.toLowerCase(), lemma, stem(lemma)]);
  if (kind === 'PROPN') {
    const entity = entityOf(text);
    if (entity !== null) keys.add(`entity ${entity.name}`);
  }
  return keys;
};

type Mark = { readonly start: number; readonly end: number };
const inside = (word: Word, { start, end }: Mark): boolean => word.start >= start && word.end <= end;

/** Stretches of the claim that are written otherwise in a base: figures of the same value, times of the same days. */
function rewritten(claim: ReadSentence, base: Base, matches: readonly FigureMatch[]): [Mark, Mark][] {
  const pairs: [Mark, Mark][] = matches.flatMap(({ given, found }) =>
    found.filter(({ source }) => source === base.source).map((figure): [Mark, Mark] => [given, figure]),
  );
  const published = base.source.published ?? null;
  const times = timesIn(base.read.text, published);
  for (const time of timesIn(claim.text, published)) {
    for (const other of times) {
      if (/^(?:same|wider)$/.test(compareTimes(time, other)))
        pairs.push([
          { start: time.start + claim.start, end: time.end + claim.start },
          { start: other.start + base.read.start, end: other.end + base.read.start },
        ]);
    }
  }
  return pairs;
}

/** Steps between two words of a tree, at most `most`; more count as one above. */
function distance(tree: Tree, from: number, to: number, most: number): number {
  let edge = new Set([from]);
  const seen = new Set(edge);
  for (let steps = 0; steps <= most; steps++) {
    if (edge.has(to)) return steps;
    const next = new Set<number>();
    for (const n of edge) {
      for (const k of [tree.words[n]?.head ?? -1, ...(tree.children[n] ?? [])]) {
        if (k >= 0 && !seen.has(k)) next.add(k);
        seen.add(k);
      }
    }
    edge = next;
  }
  return most + 1;
}

/** Ties every word of the claim's sentence to words of the bases, as many pairs of words as can be kept together. */
export function align(claim: ReadSentence, bases: readonly Base[], matches: readonly FigureMatch[]): Alignment {
  const { words, children } = claim.tree;
  const options: Counterpart[][] = words.map(() => []);
  bases.forEach((base, n) => {
    const keyed = new Map<string, number[]>();
    const theirs = base.read.tree.words;
    theirs.forEach((word, k) => {
      for (const key of keysOf(word)) keyed.set(key, [...(keyed.get(key) ?? []), k]);
    });
    const pairs = rewritten(claim, base, matches);
    words.forEach((word, i) => {
      const found = new Set([...keysOf(word)].flatMap((key) => keyed.get(key) ?? []));
      for (const [own, other] of pairs) {
        if (!inside(word, own)) continue;
        theirs.forEach((one, k) => {
          if (inside(one, other)) found.add(k);
        });
      }
      options[i]?.push(...[...found].slice(0, MOST_OPTIONS).map((k) => ({ base: n, word: k })));
    });
  });
  const near = (a: Counterpart, b: Counterpart): number => {
    const tree = bases[a.base]?.read.tree;
    return a.base !== b.base || tree === undefined ? 0 : Math.max(0, 3 - distance(tree, a.word, b.word, 3));
  };
  const score = (i: number, option: Counterpart, others: readonly (Counterpart | null)[] | null): number => {
    const word = words[i];
    const same = bases[option.base]?.read.tree.words[option.word];
    let total = same?.text === word?.text ? 1 : same?.class === word?.class ? 0.5 : 0;
    for (const k of [word?.head ?? -1, ...(children[i] ?? [])]) {
      const around = others === null ? (options[k] ?? []) : others[k] ? [others[k]] : [];
      total += Math.max(0, ...around.map((other) => near(option, other)));
    }
    return total;
  };
  let chosen: (Counterpart | null)[] | null = null;
  for (let round = 0; round < 3; round++) {
    const last: (Counterpart | null)[] | null = chosen;
    chosen = options.map((found, i) => {
      let best: Counterpart | null = null;
      let most = -1;
      for (const option of found) {
        const worth = score(i, option, last);
        if (worth > most) [best, most] = [option, worth];
      }
      return best;
    });
  }
  return { claim, bases, options, chosen: chosen ?? [] };
}
