/**
 * The interface's words: one catalogue, by area, whose shape is English's. Another language gives the areas that it has; the others
 * stay English. What articles and people say is in none of them.
 */
import { german } from './de/index.ts';
import { english, type Words } from './en/index.ts';

export type { Words };

/** A language as far as it is there. `tag` is its BCP 47 tag, for dates and numbers. */
type Translation = Partial<Words> & Pick<Words, 'tag'>;

export const ENGLISH: Words = english;

const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  de: german,
};

/** Languages other than English that there are words in, by their tags without a region. */
export const LANGUAGES: readonly string[] = Object.keys(TRANSLATIONS);

/** The words of a language (`de`, `pt-BR`), English where it has none. */
export function wordsIn(language: string = english.tag): Words {
  const translation = TRANSLATIONS[language] ?? TRANSLATIONS[language.split('-')[0] ?? ''];
  return translation === undefined ? english : { ...english, ...translation };
}
