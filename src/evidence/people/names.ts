import { isCalendar } from '../../language/calendar.ts';
import { givenName } from '../../language/given-names.ts';
import { isGeneric, isOrganisationWord, isSurnameToo } from '../../language/organisations.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { STOP_WORDS } from '../../language/words.ts';
import { isWord } from '../../reading/network/network.ts';
import type { Token } from './tokens.ts';

/**
 * A run of capitalised words, as token indices: what stands before its title ("Helio"), the title ("Chief Executive"), and the
 * name itself ("Mara Lindqvist"). A run that ends in its title has an empty name.
 */
export type NameRun = {
  readonly from: number;
  readonly titleFrom: number;
  readonly nameFrom: number;
  readonly to: number;
  readonly honorific: string | null;
};

/** Lower-case words inside names: Bill de Blasio, Ursula von der Leyen. */
const PARTICLES = new Set(
  'de da di del della dos das du van von der den ter ten la le bin ibn al el abu y e zu af av des für för voor und och et pour para'.split(
    ' ',
  ),
);
/** Titles that are surnames as often: they count as titles only where a name follows. */
const SURNAME_TOO = new Set(
  `baker bishop captain cardinal chancellor chef cook dean driver farmer fellow fisher general guard head host judge justice king
  knight major marshal marshall mayor painter page pastor pope price priest prince principal provost rector shepherd singer star
  steward taylor usher player trainer weaver`.split(/\s+/),
);
/** Words that open a sentence or stand before a name and are no part of it. */
const OPENERS = new Set(
  `yet still also even perhaps maybe meanwhile however moreover then now later today yesterday tomorrow since although though
  unlike like despite according asked speaking former longtime veteran late ex-president one two three four five six seven eight
  nine ten many several much another every either neither whether last next earlier recently critics supporters officials
  analysts experts republicans democrats asked told added said among toward towards regarding including within without amid
  upon across along besides instead indeed thus therefore hence finally first second third fourth nearly almost around
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december mr mrs ms yes no oh well ok okay hello thanks thank please let get go see read watch photo image credit
  updated breaking exclusive editor's inside via per`.split(/\s+/),
);

const PLACES = new Set(
  `north south east west northern southern eastern western new san santa los las saint fort mount great united white silicon wall
  hong saudi sri el puerto costa latin middle central upper lower`.split(/\s+/),
);

/** What a text says of its capitals: words that it also writes small, and words that it capitalises inside a sentence. */
export type Capitals = { readonly small: ReadonlySet<string>; readonly large: ReadonlySet<string> };

export function capitalsOf(...streams: readonly (readonly Token[])[]): Capitals {
  const small = new Set<string>();
  const large = new Set<string>();
  for (const tokens of streams) {
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      if (!token.capital) small.add(token.lower);
      else if (!token.initial) large.add(token.lower);
    }
  }
  return { small, large };
}

/** Whether a capitalised word may begin or go on a name. */
function isNameWord(token: Token, next: Token | undefined, capitals: Capitals): boolean {
  if (!token.capital || (STOP_WORDS.has(token.lower) && token.text !== 'US') || token.lower === 'i') return false;
  if (/^(?:i|he|she|it|we|you|they|that|there|who|what|let)['’]/.test(token.lower)) return false;
  if (isCalendar(token.lower) && (token.lower !== 'may' || next?.kind === 'number')) return false;
  if (!token.initial) return true;
  if (OPENERS.has(token.lower)) return false;
  if (capitals.large.has(token.lower)) return true;
  if (capitals.small.has(token.lower)) return isRoleNoun(token.lower) || givenName(token.lower) !== null;
  if (givenName(token.lower) !== null) return true;
  // Seen nowhere else: a name if it is the subject of a verb, or goes on.
  const after = next?.lower ?? '';
  const goesOn =
    next?.capital === true ||
    next?.kind === 'possessive' ||
    after === '&' ||
    after === '(' ||
    PARTICLES.has(after) ||
    /(?:s|ed)$/.test(after);
  const acts = goesOn || reportingVerb(after) !== null || /^(?:had|will|would)$/.test(after);
  // "Network Rail East", "Vantaly Games": with another capital behind it also what is a common word, or looks like one.
  if (next?.capital === true && isGeneric(token.lower)) return isOrganisationWord(next.lower);
  if (next?.capital === true && /ly$/.test(token.lower)) return !isWord(token.lower);
  // "Lumenry, a start-up"
  if (after === ',' && token.lower.length > 3 && !isWord(token.lower)) return true;
  return acts && !isGeneric(token.lower) && !/(?:ly|ing|ed)$/.test(token.lower);
}

/** The end of the run of capitalised words that begins at `from`. */
function endOfRun(tokens: readonly Token[], from: number, capitals: Capitals): number {
  let i = from + 1;
  for (;;) {
    const token = tokens[i];
    if (token === undefined) return i;
    if (token.capital && !token.initial && isNameWord(token, undefined, capitals)) {
      i++;
      continue;
    }
    let j = i;
    while (j < i + 3 && PARTICLES.has(tokens[j]?.lower ?? '')) j++;
    const next = tokens[j];
    if (j > i && next?.capital === true && isNameWord(next, undefined, capitals)) {
      i = j + 1;
      continue;
    }
    // "Herders' Association"
    const plural = token.kind === 'possessive' && !/s$/.test(token.text);
    if (plural && tokens[i + 1]?.capital === true && isOrganisationWord(tokens[i + 1]?.text ?? '')) {
      i += 2;
      continue;
    }
    if (token.text === '&' && tokens[i + 1]?.capital === true) {
      i += 2;
      continue;
    }
    const comma = token.text === ',' ? tokens[i + 1] : undefined;
    if (comma !== undefined && /^(?:Jr|Sr)\.?$|^I{2,3}$/.test(comma.text)) i += 2;
    return i;
  }
}

const isTitle = (token: Token | undefined): boolean =>
  token !== undefined && (isHonorific(token.text) || isRoleNoun(token.text));

/** Splits a run at its title: "Helio Chief Executive Mara Lindqvist". */
function splitRun(tokens: readonly Token[], from: number, to: number): NameRun {
  let last = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || !isTitle(token)) continue;
    const closes = i === to - 1;
    const previous = tokens[i - 1];
    const afterGiven = i > from && previous !== undefined && givenName(previous.lower) !== null;
    const isSurname = SURNAME_TOO.has(token.lower);
    // "Farida Contractor"
    if ((isSurname && (afterGiven || closes)) || (closes && afterGiven)) continue;
    last = i;
  }
  // "Brighton General Hospital"
  const body =
    last === to - 2 &&
    last > from &&
    SURNAME_TOO.has(tokens[last]?.lower ?? '') &&
    isOrganisationWord(tokens[to - 1]?.text ?? '');
  if (last < 0 || body) return { from, titleFrom: from, nameFrom: from, to, honorific: null };
  let titleFrom = last;
  while (titleFrom > from) {
    const before = tokens[titleFrom - 1];
    if (before === undefined || !(isTitle(before) || isRoleModifier(before.lower) || before.text === '&')) break;
    titleFrom--;
  }
  const token = tokens[last];
  const honorific = token !== undefined && isHonorific(token.lower) ? token.lower.replace('.', '') : null;
  return { from, titleFrom, nameFrom: last + 1, to, honorific };
}

/** The runs of capitalised words of a token stream, in order. */
export function runsIn(tokens: readonly Token[], capitals: Capitals): NameRun[] {
  const runs: NameRun[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !isNameWord(token, tokens[i + 1], capitals)) continue;
    const to = endOfRun(tokens, i, capitals);
    runs.push(splitRun(tokens, i, to));
    i = to - 1;
  }
  return runs;
}

/** "Wen-hsiung": how given names of two syllables are written in China and Korea; "Ohio-based" is none. */
export const isGivenInTwo = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{1,6}$/u.test(word) &&
  !/(?:ed|led|run|born|wide|style|era|like|area|made|free|only)$/.test(word);

/** What the words of a name alone tell: a given name in front, or a word that only organisations and places have. */
export function looksLike(words: readonly string[]): 'person' | 'other' | 'unknown' {
  const [first = '', ...rest] = words;
  if (words.length > 5) return 'other';
  // "Liao Wen-hsiung"
  if (rest.length === 1 && isGivenInTwo(rest[0] ?? '')) return 'person';
  if (rest.length === 1 && givenName(first) !== null && isSurnameToo(rest[0] ?? '')) return 'person';
  if (rest.some(isOrganisationWord) || (words.length === 1 && isOrganisationWord(first))) return 'other';
  if (rest.length > 0 && PLACES.has(first.toLowerCase())) return 'other';
  if (words.some((word) => /^\p{Lu}{3,}s?$/u.test(word) && givenName(word) === null)) return 'other';
  if (givenName(first) !== null && rest.length > 0) return 'person';
  if (/^(?:\p{Lu}\.)+(?:\p{Lu}\.?)?$/u.test(first) && rest.length > 0 && first !== 'U.S.' && first !== 'U.K.')
    return 'person';
  return 'unknown';
}
