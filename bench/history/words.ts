import { ENTITIES } from '../../src/domain/ai-infrastructure/entities.ts';

/** Numbers between 0 and 1, the same on every run (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
export const random = randomFrom(20_261_124);

export const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));
const ENDINGS = ['n', 'ter', 'ling', 'ry', 'ction', 'rk', 'nt'];
/** One in so many words is a name. */
const NAMES = 6;
const WORDS = 30_000;

function made(rank: number): string {
  let word = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  word += ENDINGS[rank % ENDINGS.length];
  return rank % NAMES === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
const VOCABULARY = Array.from({ length: WORDS }, (_, rank) => made(rank));

/** The invented word that is the nth most frequent, from 1: as in any language a few are everywhere and most are rare. */
export const wordAt = (rank: number): string => VOCABULARY[rank % WORDS] ?? '';
/** The nth word comes 1/n as often as the first. */
export const someWord = (): string => wordAt(Math.floor(WORDS ** random()));

/** The field's companies and places, spread as unevenly: the first has about one figure in ten. */
export const entityAt = (rank: number): string => ENTITIES[rank % ENTITIES.length]?.name ?? '';
export const someEntity = (): string => entityAt(Math.floor(ENTITIES.length ** random()) - 1);
