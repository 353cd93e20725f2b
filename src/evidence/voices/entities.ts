import { givenName } from '../../language/given-names.ts';
import { isOrganisationWord } from '../../language/organisations.ts';
import { dependents, type Tree } from '../../reading/tree.ts';
import { lowAt, type Narration, textAt } from './narration.ts';
import type { Run } from './runs.ts';

/** Somebody or something that a text names: under the fullest name that it gives, with all places and the nouns that it is described with. */
export type Entity = {
  name: string;
  readonly runs: Run[];
  readonly names: Set<string>;
  readonly nouns: Set<string>;
};

/** How many of one last or first name are told apart, and how many brackets are looked at. */
const NAMESAKES = 8;
const TERMS = 20;

/** The words of a name without "Jr." and the like, unless it is all that stands there. */
export function bare(name: string): string[] {
  const words = name.split(' ');
  const own = words.filter((word) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(word));
  return own.length === 0 ? words : own;
}

/** What a bracket defines, and where it stands: 'Sable Point (the "Issuer")', "Helio Cloud Labs (HCL)". */
function definitionsIn(text: string): [string, number][] {
  const found = text.matchAll(
    / \((?:the )?["“']?(?<term>\p{Lu}[\p{L}\d]{1,20}(?: \p{Lu}\p{L}{1,20})?)[”"']?(?: or [^)]{1,30})?\)/gu,
  );
  return Array.from(found, ({ groups, index }): [string, number] => [groups?.term ?? '', index]).slice(0, TERMS);
}

class Register {
  readonly entities: Entity[] = [];
  readonly #byWord = {
    last: new Map<string, Entity[]>(),
    first: new Map<string, Entity[]>(),
    middle: new Map<string, Entity[]>(),
  };

  #at(place: 'last' | 'first' | 'middle', word: string): readonly Entity[] {
    return this.#byWord[place].get(word) ?? [];
  }

  #add(place: 'last' | 'first' | 'middle', word: string, entity: Entity): void {
    const known = this.#byWord[place].get(word);
    if (known === undefined) this.#byWord[place].set(word, [entity]);
    else if (known.length < NAMESAKES && !known.includes(entity)) known.push(entity);
  }

  hasLast(word: string): boolean {
    return this.#byWord.last.has(word);
  }

  /** Who has a name of several words: whoever has its last one with a first one that agrees, or a name that it only goes on. */
  enter(name: string): Entity {
    const words = bare(name);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const agrees = (one: Entity): boolean => {
      const other = bare(one.name)[0] ?? '';
      const [short, long] = other.length < first.length ? [other, first] : [first, other];
      return other === first || (/^\p{Lu}\.?$/u.test(short) && long.startsWith(short.charAt(0)));
    };
    // "Eric Trump" is not the Eric Trump Foundation.
    const isPart = (one: Entity): boolean => {
      const [short, long] = one.name.length < name.length ? [one.name, name] : [name, one.name];
      const isPersons = givenName(first) !== null && isOrganisationWord(long.split(' ').at(-1) ?? '');
      return long.startsWith(`${short} `) && !isPersons;
    };
    const known = this.#at('last', last).find(agrees) ?? this.#at('first', first).find(isPart);
    const entity = known ?? this.#make(name);
    if (name.length > entity.name.length) entity.name = name;
    entity.names.add(name);
    this.#add('last', last, entity);
    this.#add('first', first, entity);
    for (const word of words.slice(1, -1)) this.#add('middle', word, entity);
    return entity;
  }

  /** Who is called by one word: whoever was called so before, has it for a last name, or for a first. */
  called(word: string): Entity {
    const [last, first] = [this.#at('last', word), this.#at('first', word)];
    const met = (one: Entity): boolean => one.runs.length > 0;
    const known = last.find(met) ?? first.find(met) ?? last[0] ?? first[0] ?? this.#at('middle', word)[0];
    if (known !== undefined) return known;
    const entity = this.#make(word);
    this.#add('last', word, entity);
    return entity;
  }

  #make(name: string): Entity {
    const entity: Entity = { name, runs: [], names: new Set([name]), nouns: new Set() };
    this.entities.push(entity);
    return entity;
  }
}

/** Who and what a text names, by its runs. */
export function entitiesOf(narration: Narration, runs: readonly Run[]): ReadonlyMap<Run, Entity> {
  const register = new Register();
  const of = new Map<Run, Entity>();
  for (const run of runs) if (bare(run.name).length > 1) of.set(run, register.enter(run.name));
  const byTerm = new Map<string, Entity>();
  for (const [term, at] of definitionsIn(narration.text)) {
    const owner = runs.findLast(({ end }) => end <= at && at - end < 3);
    const entity = owner === undefined ? undefined : of.get(owner);
    if (entity !== undefined && !byTerm.has(term)) byTerm.set(term, entity);
  }
  /** Whom a word was last used for. */
  const latest = new Map<string, Entity>();
  for (const run of runs) {
    const words = bare(run.name);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const entity = of.get(run) ?? byTerm.get(run.name) ?? latest.get(last) ?? register.called(last);
    of.set(run, entity);
    latest.set(last, entity);
    if (words.length > 1 && !register.hasLast(first)) latest.set(first, entity);
    entity.runs.push(run);
    const tree = narration.sentences[run.sentence]?.tree;
    if (tree !== undefined) for (const noun of nounsBeside(tree, run)) entity.nouns.add(noun);
  }
  return of;
}

/** A description is read so many words far. */
const REACH = 7;

/** The nouns that a name is called beside it: "the beekeeper Ada Brook", "Ada Brook, a beekeeper", "Judge Brook", "Brook is a judge". */
function nounsBeside(tree: Tree, { head, nameFrom, to, title }: Run): string[] {
  const { words } = tree;
  const isNoun = (n: number): boolean => words[n]?.class === 'NOUN';
  const lemma = (n: number): string => words[n]?.lemma ?? '';
  const found =
    title === ''
      ? []
      : title
          .toLowerCase()
          .split(/[\s-]+/)
          .slice(-1);
  for (let n = nameFrom - 1; n > nameFrom - 4 && isNoun(n); n--) found.push(lemma(n));
  if (textAt(tree, nameFrom - 1) === ',' && isNoun(nameFrom - 2)) found.push(lemma(nameFrom - 2));
  for (const n of dependents(tree, head, 'appos')) if (isNoun(n)) found.push(lemma(n));
  const { relation = '', head: above = -1 } = words[head] ?? {};
  const isOutside = above >= 0 && (above < nameFrom || above >= to);
  if (isNoun(above) && (/^(?:appos|nsubj)/.test(relation) || (isOutside && /^(?:flat|compound)/.test(relation))))
    found.push(lemma(above));
  if (textAt(tree, to) !== ',') return found;
  for (let n = to + 1; n < to + REACH && n < words.length; n++) {
    if (/^(?:[,.;:]|who|which|of|at|for|in|with|whose)$/.test(lowAt(tree, n))) break;
    if (!isNoun(n) || isNoun(n + 1)) continue;
    found.push(lemma(n));
    break;
  }
  return found;
}
