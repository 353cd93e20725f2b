import type { Gender } from '../../language/given-names.ts';
import { isPersonalNoun, roleMeant } from '../../language/roles.ts';
import type { Cast, Known } from '../people/cast.ts';
import { isGoverned } from '../people/persons.ts';
import type { Token } from '../people/tokens.ts';

/** Who spoke, as a clause tells it before it is known who is meant. */
export type Phrase =
  | { readonly kind: 'person'; readonly person: Known }
  /** An organisation, or a name that nothing tells to be a person's. */
  | { readonly kind: 'named'; readonly name: string }
  /** "the statement", "a memo": words without a writer. */
  | { readonly kind: 'writing'; readonly at: number }
  /** `noun` is what is meant is called by: "the fund said". */
  | { readonly kind: 'pronoun'; readonly word: string; readonly noun: string | null; readonly at: number }
  /** "a spokesperson for Helio", "the company's chief executive" */
  | {
      readonly kind: 'common';
      readonly role: string | null;
      readonly organisation: string | null;
      readonly pointed: string | null;
      readonly noun: string | null;
      readonly definite: boolean;
      readonly at: number;
    };

/** Who spoke. */
export type Speaker = {
  readonly person: Known | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly noun: string | null;
};

/** How many sentences back a pronoun may reach, and how many names of each are weighed. */
const REACH = 12;
const WIDTH = 30;

const lastWord = (role: string): string => roleMeant(role).split(' ').at(-1) ?? '';
const fits = (person: Known, gender: Gender | null): boolean =>
  gender === null || person.gender === null || person.gender === gender;

/** A sentence of the narration: its tokens, and its runs of capitalised words, as half-open ranges of indices. */
export type Range = {
  readonly from: number;
  readonly to: number;
  readonly firstRun: number;
  readonly endRun: number;
  /** It is the last of its paragraph. */
  readonly closes: boolean;
};

/** What was said so far: the sentences, and who spoke in each. */
export type Sofar = {
  readonly tokens: readonly Token[];
  readonly cast: Cast;
  readonly sentences: readonly Range[];
  /** By sentence: the speakers found in it, the last one last. */
  readonly speakers: (Speaker | undefined)[];
};

/** The runs of a sentence that begin before the token `before`, in order. */
function namesIn(cast: Cast, { firstRun, endRun }: Range, before: number): number[] {
  let end = endRun;
  while (end > firstRun && (cast.runs[end - 1]?.from ?? 0) >= before) end--;
  const names: number[] = [];
  for (let index = Math.max(firstRun, end - WIDTH); index < end; index++) names.push(index);
  return names;
}

/** Whom a pronoun or a role means: who was spoken of or spoke last, sentence by sentence backwards, subjects first. */
export function lastPerson(
  sofar: Sofar,
  sentence: number,
  before: number,
  suits: (person: Known) => boolean,
): Known | null {
  const { tokens, cast } = sofar;
  for (let s = sentence; s >= 0 && s > sentence - REACH; s--) {
    const range = sofar.sentences[s];
    if (range === undefined) break;
    const spoke = sofar.speakers[s]?.person;
    if (s < sentence && spoke !== undefined && spoke !== null && suits(spoke)) return spoke;
    let subject: Known | null = null;
    let other: Known | null = null;
    for (const index of namesIn(cast, range, before)) {
      const run = cast.runs[index];
      const person = cast.personOf[index];
      if (run === undefined || person === undefined || !suits(person)) continue;
      if (isGoverned(tokens, run.from) || tokens[run.to]?.kind === 'possessive') other ??= person;
      else subject ??= person;
    }
    if (subject !== null || other !== null) return subject ?? other;
    if (s === sentence && spoke !== undefined && spoke !== null && suits(spoke)) return spoke;
  }
  return null;
}

export const nameOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');

export function speakerOf(person: Known): Speaker {
  return { person, name: person.name, role: person.role, organisation: null, noun: null };
}

/** Who is meant by what a clause says. Learns a person's gender from the pronouns that turned out to mean them. */
export function resolve(sofar: Sofar, sentence: number, phrase: Phrase): Speaker | null {
  switch (phrase.kind) {
    case 'person':
      return speakerOf(phrase.person);
    case 'named': {
      const name = sofar.cast.organisations.fullest(phrase.name);
      return { person: null, name, role: null, organisation: name, noun: null };
    }
    case 'writing':
      return null;
    case 'pronoun': {
      const at = sofar.tokens[phrase.at]?.start ?? 0;
      const gender = phrase.word === 'he' ? 'male' : phrase.word === 'she' ? 'female' : null;
      if (gender === null && phrase.word !== 'who') {
        if (phrase.word !== 'it') return null;
        const name = sofar.cast.organisations.meant(phrase.at, phrase.noun);
        return name === null ? null : { person: null, name, role: null, organisation: name, noun: null };
      }
      // A given name only hints at it: whom a text names alone, "he" and "she" mean.
      const [only, ...others] = sofar.cast.people;
      const alone = others.length === 0 && only !== undefined && (only.mentions[0]?.start ?? at) < at ? only : null;
      const person = lastPerson(sofar, sentence, phrase.at, (known) => fits(known, gender)) ?? alone;
      if (person === null) return null;
      person.gender ??= gender;
      return speakerOf(person);
    }
    case 'common': {
      const { noun, definite, role } = phrase;
      let { organisation } = phrase;
      if (noun !== null && definite) {
        const wanted = lastWord(noun);
        const person = lastPerson(sofar, sentence, phrase.at, (known) =>
          [...known.nouns].some((own) => lastWord(own) === wanted),
        );
        if (person !== null) return speakerOf(person);
        // "the operator" is the one that was told to be an operator.
        const body =
          isPersonalNoun(noun) || organisation !== null ? null : sofar.cast.organisations.meant(phrase.at, noun, true);
        if (body !== null) return { person: null, name: body, role: null, organisation: body, noun: null };
      }
      if (phrase.pointed !== null) organisation ??= sofar.cast.organisations.meant(phrase.at, phrase.pointed);
      if (organisation !== null) organisation = sofar.cast.organisations.whole(organisation);
      if (role === null && organisation === null) return null;
      return { person: null, name: null, role, organisation, noun };
    }
  }
}
