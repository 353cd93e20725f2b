import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import { timesIn } from '../../reading/times.ts';
import type { FigureMatch } from '../verify/figures.ts';
import type { Prepared } from '../verify/prepare.ts';
import { type Graph, graphOf } from './graph.ts';

/** A sentence of a claim is compared with at most this many sentences, and those before them. */
const MOST = 4;
/** Of a long source, the sentences that share most words. */
const NEAREST = 24;

/** A sentence of a source that a claim may rest on. */
export type Base = { readonly prepared: Prepared; readonly index: number };

const cache = new WeakMap<Prepared, Map<number, Graph | null>>();

/** The graph of a source's sentence, made at first use. */
export function graphAt(prepared: Prepared, index: number): Graph | null {
  const known = cache.get(prepared) ?? new Map<number, Graph | null>();
  cache.set(prepared, known);
  const made = known.get(index);
  if (made !== undefined) return made;
  const read = prepared.read(index);
  const graph =
    read === null
      ? null
      : graphOf(
          read,
          prepared.figures.filter(({ start, end }) => start >= read.start && end <= read.end),
          timesIn(read.text, prepared.source.published ?? null)
            .filter(({ kind }) => kind === 'calendar')
            .map((time) => ({ ...time, start: time.start + read.start, end: time.end + read.start })),
        );
  known.set(index, graph);
  return graph;
}

/** A heading or a number may stand before what a text begins with. */
const HEADINGS = 3;

/** The first sentence that says something of somebody: what a text is about. */
export function openingOf(prepared: Prepared): number {
  for (let index = 0; index < HEADINGS; index++) {
    const graph = graphAt(prepared, index);
    if (graph?.nodes.some(({ kind }) => kind === 'name') && graph.clauseOf.size > 0) return index;
  }
  return 0;
}

const stems = (text: string): Set<string> =>
  new Set(
    wordsIn(text)
      .map((word) => word.text.toLowerCase())
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => stem(word)),
  );

/** The few sentences that together hold the most of the claim's words and figures. */
export function basesOf(
  text: string,
  sources: readonly Prepared[],
  matches: readonly FigureMatch[],
  within: (base: Base) => boolean,
): Base[] {
  const wanted = stems(text);
  const held: { base: Base; keys: Set<string>; rank: number }[] = [];
  for (const prepared of sources) {
    const counts = new Map<number, Set<string>>();
    const note = (index: number, key: string): void => {
      const keys = counts.get(index);
      if (keys === undefined) counts.set(index, new Set([key]));
      else keys.add(key);
    };
    for (const word of wanted) {
      const at = prepared.index.get(word) ?? [];
      if (at.length <= 200) for (const index of at) note(index, word);
    }
    matches.forEach(({ found }, n) => {
      for (const figure of found)
        if (figure.source === prepared.source) {
          note(prepared.sentenceAt(figure.start), `figure ${n}`);
          note(prepared.sentenceAt(figure.start), `again ${n}`);
        }
    });
    const own = [...counts]
      .map(([index, keys]) => ({ base: { prepared, index }, keys, rank: keys.size }))
      .filter(({ base }) => within(base));
    held.push(...own.sort((a, b) => b.rank - a.rank).slice(0, NEAREST));
  }
  const open = new Set([...held.flatMap(({ keys }) => [...keys])]);
  const chosen: Base[] = [];
  while (chosen.length < MOST) {
    let best: (typeof held)[number] | null = null;
    let most = 0;
    for (const one of held) {
      const gain = [...one.keys].filter((key) => open.has(key)).length + one.keys.size / 100;
      if (gain > most && !chosen.includes(one.base)) [best, most] = [one, gain];
    }
    if (best === null || most < 1) break;
    chosen.push(best.base);
    for (const key of best.keys) open.delete(key);
  }
  return chosen;
}
