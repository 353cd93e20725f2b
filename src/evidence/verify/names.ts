import { entities } from '../../domain/entities.ts';
import { derived } from '../../domain/in-use.ts';
import { isCalendar, isShortMonth } from '../../language/calendar.ts';
import { otherNameOfCountry } from '../../language/countries.ts';
import { membersOf } from '../../language/meaning.ts';
import { isDemonym } from '../../language/organisations.ts';
import { isRoleNoun } from '../../language/roles.ts';
import { stem } from '../../language/stem.ts';
import { STOP_WORDS } from '../../language/words.ts';
import type { Reason } from '../../model.ts';
import type { Prepared } from './prepare.ts';
import type { Token } from './tokens.ts';

const CAPITAL = /^\p{Lu}/u;
const LETTER = /[\p{L}\p{N}]/u;

const namesOf = derived(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(entities().map(({ name, aliases }) => [`@${name}`, [name, ...aliases]])),
);

/** The words for a country and its people, if the class is of them. */
function peopleOf(name: string): readonly string[] {
  const words = membersOf(name);
  return words.some(isDemonym) ? words : [];
}

/** Does the text have the name as a word of its own? */
function has(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + name.length] ?? ' ');
}

function stands({ text, low, keys }: Token, { index, source }: Prepared): boolean {
  if (index.has(stem(low)) || index.has(stem(low.replace(/['’]s?$/, '')))) return true;
  if (source.text.includes(text) || source.title?.includes(text)) return true;
  if (isSpelledOut(text, source.text)) return true;
  // A country by its people's name, and the other way round.
  const country = otherNameOfCountry(low);
  if (country !== null && has(source.text.toLowerCase(), country)) return true;
  if (keys.some((key) => key.startsWith('#') && peopleOf(key.slice(1)).some((word) => index.has(stem(word)))))
    return true;
  return keys.some((key) =>
    namesOf()
      .get(key)
      ?.some((name) => has(source.text, name)),
  );
}

/** Does a text spell out what the letters stand for: "funds from operations" for FFO? Of two letters too much does. */
function isSpelledOut(letters: string, text: string): boolean {
  if (!/^\p{Lu}{3,6}s?$/u.test(letters)) return false;
  const [first = '', ...rest] = letters.replace(/s$/, '').toLowerCase();
  const small = '(?:(?:of|and|for|to|the|from|before|by|in),? )?';
  return new RegExp(
    `\\b${first}\\p{L}+${rest.map((letter) => `(?:,? |-)${small}${letter}\\p{L}+`).join('')}`,
    'iu',
  ).test(text);
}

/** Offices by their initials, which texts spell out as well; who holds them is told by the quotes and the words beside. */
const OFFICE = /^C[EFOTI]Os?$/;

/** Words of grammar that are written with the capital of their sentence. */
const OF_GRAMMAR = /^(?:SCONJ|CCONJ|ADP|DET|PRON|AUX|PART)$/;

/** The names of a claim that stand in no source: in full, in part or by an alias. */
export function nameReasons(tokens: readonly Token[], sources: readonly Prepared[]): Reason[] {
  return tokens.flatMap((token, n): Reason[] => {
    if (
      !CAPITAL.test(token.text) ||
      token.time !== null ||
      isCalendar(token.low) ||
      isShortMonth(token.low.replace(/\.$/, '')) ||
      OFFICE.test(token.text) ||
      (isRoleNoun(token.low) && token.pos !== 'PROPN') ||
      token.low.length < 2 ||
      STOP_WORDS.has(token.low)
    )
      return [];
    const first = n === 0 || /^[.!?"“”:]$/.test(tokens[n - 1]?.text ?? '');
    const alone = !CAPITAL.test(tokens[n + 1]?.text ?? '');
    if (first && (OF_GRAMMAR.test(token.pos) || token.classes.length > 0 || (alone && token.pos !== 'PROPN')))
      return [];
    if (token.classes.length > 0 && token.pos !== 'PROPN') return [];
    return sources.some((source) => stands(token, source)) ? [] : [{ kind: 'name', given: token.text, found: null }];
  });
}
