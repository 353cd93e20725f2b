import { isCalendar } from '../language/calendar.ts';
import { isDemonym, isOrganisationWord } from '../language/organisations.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';
import type { Article } from '../model.ts';

export type Names = ReadonlySet<string>;

/** How much of a text tells which words are written without a capital. */
const READ = 2500;
const CAPITAL = /^\p{Lu}/u;
/** A capital that opens no sentence: behind a small letter, or behind another such word. */
const WITHIN = /(?<=\p{Ll}[,;]?\s|\p{Lu}[\p{L}'’.-]*\s)\p{Lu}[\p{L}\p{N}-]+/gu;

const plain = (word: string): string => word.replace(/['’]s$/u, '').toLowerCase();

/** Where a text credits a publisher: it does not act there. */
function creditsOf(articles: readonly Article[]): RegExp {
  const houses = [...new Set(articles.map(({ publisher }) => publisher))].filter((name) => name !== '');
  const any = houses.map((name) => RegExp.escape(name)).join('|') || '(?!)';
  return new RegExp(
    `\\((?:${any})\\)|\\b(?:told|by|to|with)\\s(?:the\\s)?(?:${any})\\b|\\b(?:${any})\\s(?:reported|said|wrote)\\b`,
    'gu',
  );
}

/**
 * Reads names out of texts as these articles write them: words that have a capital within a sentence of some article, and that none writes
 * without one. No days and months, nationalities, kinds of bodies ("Commission"), nor publishers where they are only credited.
 */
export function namesAmong(articles: readonly Article[]): (text: string) => Names {
  const credits = creditsOf(articles);
  const texts = articles.map(({ text }) => text.slice(0, READ).replace(credits, ' '));
  const common = new Set(
    texts.flatMap((text) => wordsIn(text)).flatMap(({ text: word }) => (CAPITAL.test(word) ? [] : [plain(word)])),
  );
  const isName = (word: string): boolean =>
    !common.has(word) && !isCalendar(word) && !STOP_WORDS.has(word) && !isDemonym(word) && !isOrganisationWord(word);
  const proper = new Set(
    texts.flatMap((text) => Array.from(text.matchAll(WITHIN), ([word]) => plain(word))).filter(isName),
  );
  return (text) =>
    new Set(
      wordsIn(text.replace(credits, ' ')).flatMap(({ text: word }) => {
        const name = plain(word);
        return CAPITAL.test(word) && proper.has(name) ? [name] : [];
      }),
    );
}
