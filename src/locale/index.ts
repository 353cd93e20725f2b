/**
 * The interface's words: one catalogue, by area, whose shape is English's. Another language gives the areas that it has; the others
 * stay English. What articles and people say is in none of them.
 */
import { german } from './de/index.ts';
import { english, type Words } from './en/index.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { dutch } from './nl.ts';
import { portuguese } from './pt.ts';
import { chinese } from './zh.ts';

export type { Words };

/** A language as far as it is there. `tag` is its BCP 47 tag, for dates and numbers. */
type Translation = Partial<Words> & Pick<Words, 'tag'>;

export const ENGLISH: Words = english;

const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  de: german,
};

/** Languages that a channel's debrief is told in and nobody is answered in: half a page in each language would help nobody. */
const DEBRIEFS: Readonly<Record<string, Translation>> = {
  ...TRANSLATIONS,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
  ja: japanese,
  zh: chinese,
};

/** Languages other than English that there are words in, by their tags without a region. */
export const LANGUAGES: readonly string[] = Object.keys(TRANSLATIONS);

/** Languages that a debrief's titles and labels are in, English among them. */
export const DEBRIEF_LANGUAGES: readonly string[] = [english.tag.slice(0, 2), ...Object.keys(DEBRIEFS)];

const primary = (language: string): string => language.split('-')[0] ?? '';

export const isDebriefLanguage = (language: string): boolean => DEBRIEF_LANGUAGES.includes(primary(language));

/** The words around a channel's debrief: its titles, labels, days and counts. */
export function debriefWordsIn(language: string): Words {
  const translation = DEBRIEFS[language] ?? DEBRIEFS[primary(language)];
  return translation === undefined ? english : { ...english, ...translation };
}

/** The words of a language (`de`, `pt-BR`), English where it has none. */
export function wordsIn(language: string = english.tag): Words {
  const translation = TRANSLATIONS[language] ?? TRANSLATIONS[primary(language)];
  return translation === undefined ? english : { ...english, ...translation };
}
