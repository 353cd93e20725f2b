import { stemmer } from 'stemmer';

/** The stem of an English word (Porter 1980), lower case. */
export function stem(word: string): string {
  return stemmer(word.toLowerCase());
}
