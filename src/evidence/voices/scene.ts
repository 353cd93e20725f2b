import type { ReadSentence } from '../../reading/read.ts';
import type { Tree } from '../../reading/tree.ts';
import type { Name } from '../choice/hashed.ts';
import type { Weights } from '../choice/weights.ts';
import { isSaidToBe } from '../told/kinds.ts';
import { type Entity, entitiesOf } from './entities.ts';
import { isQuoted, lowAt, type Narration } from './narration.ts';
import { type Run, runsIn } from './runs.ts';

/** Which pronouns take an entity up before anything else is named. */
export type Uses = { he: number; she: number; it: number };

/** So many names are as many as anybody remembers. */
const PAGE = 400;

/** The last name of an entity before a sentence: its names stand in order. */
export function lastBefore({ runs }: Entity, s: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.sentence ?? 0) < s) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/** The best of some candidates by what was learned. */
export function best<One extends { readonly names: readonly Name[] }>(
  weights: Weights,
  all: readonly One[],
): One | undefined {
  let [found, most]: [One | undefined, number] = [all[0], Number.NEGATIVE_INFINITY];
  for (const one of all) {
    const worth = weights.of(one.names);
    if (worth > most) [found, most] = [one, worth];
  }
  return found;
}

/** Who and what a narration names, where, and of what sort each is. */
export class Scene {
  readonly narration: Narration;
  readonly runs: readonly Run[];
  /** In the order of their first names. */
  readonly entities: readonly Entity[];
  readonly #of: ReadonlyMap<Run, Entity>;
  /** The runs by sentence and word, and by sentence; how many there are up to the end of each. */
  readonly #at: (Run | undefined)[][];
  readonly #in: Run[][];
  readonly #upTo: readonly number[];
  /** The sentences that hold a quotation. */
  readonly #quoting: ReadonlySet<number>;
  readonly weights: Weights;
  /** How likely each entity is a person, in log odds, as far as it was asked (`personal`). */
  readonly odds = new Map<Entity, number>();
  readonly #places = new Map<Entity, boolean>();
  #uses: ReadonlyMap<Entity, Uses> | null = null;

  constructor(narration: Narration, weights: Weights) {
    this.narration = narration;
    this.weights = weights;
    this.runs = runsIn(narration, (spans) => best(weights, spans));
    this.#of = entitiesOf(narration, this.runs);
    this.entities = [...new Set(this.runs.flatMap((run) => this.#of.get(run) ?? []))];
    this.#at = narration.sentences.map(() => []);
    this.#in = narration.sentences.map(() => []);
    this.#quoting = new Set(narration.spots.flatMap((spot) => spot?.sentence ?? []));
    for (const run of this.runs) {
      this.#in[run.sentence]?.push(run);
      for (let n = run.from; n < run.to; n++) (this.#at[run.sentence] ?? [])[n] = run;
    }
    let count = 0;
    this.#upTo = this.#in.map((runs) => (count += runs.length));
  }

  sentence(s: number): ReadSentence | undefined {
    return this.narration.sentences[s];
  }

  tree(s: number): Tree | undefined {
    return this.narration.sentences[s]?.tree;
  }

  runAt(s: number, n: number): Run | undefined {
    return this.#at[s]?.[n];
  }

  entityOf(run: Run | undefined): Entity | undefined {
    return run === undefined ? undefined : this.#of.get(run);
  }

  entityAt(s: number, n: number): Entity | undefined {
    return this.entityOf(this.runAt(s, n));
  }

  /** The names of an entity in a sentence. */
  runsOf(entity: Entity, s: number): Run[] {
    return this.#in[s]?.filter((run) => this.#of.get(run) === entity) ?? [];
  }

  isNamedIn(entity: Entity, s: number): boolean {
    return this.#in[s]?.some((run) => this.#of.get(run) === entity) ?? false;
  }

  quotesIn(s: number): boolean {
    return this.#quoting.has(s);
  }

  /** Who was named last, the last first: up to the end of a sentence or before a word of it, `most` at most, not farther back than a page. */
  namedBefore(s: number, word: number, most: number, suits: (entity: Entity) => boolean = () => true): Entity[] {
    const found = new Set<Entity>();
    const end = this.#upTo[Math.min(s, this.#upTo.length - 1)] ?? 0;
    for (let n = end - 1; n >= 0 && n > end - PAGE && found.size < most; n--) {
      const run = this.runs[n];
      const entity = this.entityOf(run);
      if (run !== undefined && entity !== undefined && (run.sentence < s || run.from < word) && suits(entity))
        found.add(entity);
    }
    return [...found];
  }

  /** Does the text say that an entity is a place? */
  isPlace(entity: Entity): boolean {
    const known = this.#places.get(entity) ?? isSaidToBe('place', this.narration.text, entity.name);
    this.#places.set(entity, known);
    return known;
  }

  uses(entity: Entity): Uses {
    this.#uses ??= this.#usesOf();
    return this.#uses.get(entity) ?? { he: 0, she: 0, it: 0 };
  }

  #usesOf(): ReadonlyMap<Entity, Uses> {
    const { sentences, paragraphs } = this.narration;
    const found = new Map<Entity, Uses>();
    let last: Entity | undefined;
    sentences.forEach(({ tree }, s) => {
      if (paragraphs[s] !== paragraphs[s - 1]) last = undefined;
      tree.words.forEach((_, n) => {
        if (isQuoted(this.narration, s, n)) return;
        last = this.entityAt(s, n) ?? last;
        const low = lowAt(tree, n);
        const which = /^(?:she|hers?|herself)$/.test(low)
          ? 'she'
          : /^(?:he|him|his|himself)$/.test(low)
            ? 'he'
            : /^its?$/.test(low)
              ? 'it'
              : null;
        if (which === null || last === undefined) return;
        const uses = found.get(last) ?? { he: 0, she: 0, it: 0 };
        uses[which]++;
        found.set(last, uses);
      });
    });
    return found;
  }

  /** The word that the main clause of a sentence is about, where no quotation has it. */
  about(s: number): number | null {
    const clauses = this.sentence(s)?.clauses ?? [];
    const told = clauses.filter(({ subject }) => subject !== null && !isQuoted(this.narration, s, subject));
    return (told.find(({ link }) => link === 'root') ?? told[0])?.subject ?? null;
  }
}
